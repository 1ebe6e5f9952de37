package runtime

// Which event loop is meant when none runs: the default rules, and the policies
// that programs put into their place.

// EventLoop is the running loop, or what the policy gives: what get_event_loop
// gives.
func (t *Thread) EventLoop() (*EventLoop, error) {
	if t.running != nil {
		return t.running, nil
	}
	if t.VM.rules.IsNone() {
		return t.DefaultLoop()
	}
	v, err := t.callMethodNamed(t.VM.rules, "get_event_loop")
	if err != nil {
		return nil, err
	}
	return t.policyLoop(v)
}

// policyLoop is v as an event loop, or a TypeError.
func (t *Thread) policyLoop(v Value) (*EventLoop, error) {
	if el := AsLoop(v); el != nil {
		return el, nil
	}
	return nil, t.TypeErrorf("an event loop was expected, not '%s'", v.Type().Name)
}

// DefaultLoop is the loop that was set, or, with a warning, a new one.
func (t *Thread) DefaultLoop() (*EventLoop, error) {
	if el := AsLoop(t.setLoop); el != nil {
		return el, nil
	}
	if t.strand != nil || t.setLoop.IsNone() {
		return nil, t.RuntimeErrorf("There is no current event loop in thread '%s'.", t.threadName())
	}
	if err := t.Warn(&DeprecationWarningType, "There is no current event loop"); err != nil {
		return nil, err
	}
	el := t.NewLoop()
	t.setLoop = el.Value()
	return el, nil
}

// SetDefaultLoop is set_event_loop without a policy.
func (t *Thread) SetDefaultLoop(v Value) { t.setLoop = v }

// SetEventLoop is set_event_loop.
func (t *Thread) SetEventLoop(v Value) error {
	if !t.VM.rules.IsNone() {
		_, err := t.callMethodNamed(t.VM.rules, "set_event_loop", v)
		return err
	}
	if !v.IsNone() && AsLoop(v) == nil {
		return t.TypeErrorf("loop must be an instance of AbstractEventLoop or None, not '%s'", v.Type().Name)
	}
	t.SetDefaultLoop(v)
	return nil
}

// NewEventLoop is new_event_loop.
func (t *Thread) NewEventLoop() (Value, error) {
	if !t.VM.rules.IsNone() {
		return t.callMethodNamed(t.VM.rules, "new_event_loop")
	}
	return t.NewLoop().Value(), nil
}

// LoopPolicy is the policy that was set, or None.
func (t *Thread) LoopPolicy() Value { return t.VM.rules }

// SetLoopPolicy puts a policy into force; None is the default one, afresh.
func (t *Thread) SetLoopPolicy(v Value) {
	t.VM.rules = v
	if v.IsNone() {
		t.setLoop = Missing
	}
}
