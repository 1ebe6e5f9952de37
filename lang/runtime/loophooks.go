package runtime

// What a program puts in the place of an event loop's methods: a subclass that
// overrides them, or an attribute of the loop itself. The loop's own machinery
// calls them where CPython's would call the method.

// loopHooks are the replacements of methods that the machinery otherwise never
// goes by. A loop without any has none: the hot paths look no further.
type loopHooks struct {
	soon, later, at bool
	handles         map[TimerID]Value // of the timers that a call_at of the program made
}

// replaced is what the program has put in the place of the loop's method; ok is
// false if nothing.
func (el *EventLoop) replaced(t *Thread, name string) (m Value, ok bool, err error) {
	if el.typ == &EventLoopType && el.attrs == nil || !el.replaces(t, name) {
		return Value{}, false, nil
	}
	m, err = t.GetAttr(el.Value(), t.VM.Intern(name))
	return m, err == nil, err
}

func (el *EventLoop) replaces(t *Thread, name string) bool {
	key := t.VM.Intern(name)
	if a := attrsOf(el.Value(), false); a != nil {
		if _, ok := a.get(key); ok {
			return true
		}
	}
	m, _ := el.typ.Lookup(key)
	own, _ := EventLoopType.Lookup(key)
	return m != own
}

// runByMethod is RunUntilComplete, by the program's method if there is one.
func (el *EventLoop) runByMethod(t *Thread, v Value) (Value, error) {
	m, ok, err := el.replaced(t, "run_until_complete")
	if err != nil || !ok {
		return el.RunUntilComplete(t, v)
	}
	return t.Call(m, v)
}

// closeByMethod is Close, by the program's method if there is one.
func (el *EventLoop) closeByMethod(t *Thread) error {
	m, ok, err := el.replaced(t, "close")
	if err != nil || !ok {
		return el.Close(t)
	}
	_, err = t.Call(m)
	return err
}

// CallInExecutor calls the program's run_in_executor with a call to run in the default
// executor; it answers Missing if the loop's own has not been replaced.
func (el *EventLoop) CallInExecutor(t *Thread, call func(t *Thread) (Value, error)) (Value, error) {
	m, ok, err := el.replaced(t, "run_in_executor")
	if err != nil || !ok {
		return Missing, err
	}
	return t.Call(m, None, NewBuiltin("functools", &Method{Name: "partial", Fn: func(t *Thread, _ []Value) (Value, error) { return call(t) }}))
}

// findHooks looks which methods are replaced, after the loop was made or an
// attribute of it was set.
func (el *EventLoop) findHooks(t *Thread) {
	h := loopHooks{
		soon:  el.replaces(t, "call_soon"),
		later: el.replaces(t, "call_later"),
		at:    el.replaces(t, "call_at"),
	}
	if !h.soon && !h.later && !h.at {
		el.hooks = nil
		return
	}
	if el.hooks != nil {
		h.handles = el.hooks.handles
	} else {
		h.handles = map[TimerID]Value{}
		t.VM.endRelays()
	}
	el.hooks = &h
}

func loopSetAttr(t *Thread, v Value, name *Str, val Value) error {
	err := t.GenericSetAttr(v, name, val)
	(*EventLoop)(v.p).findHooks(t)
	return err
}

// soonFor queues a callback of f, which is nil for the step of a task.
func (el *EventLoop) soonFor(c Callback, f *Future) {
	if el.hooks == nil {
		el.q.Soon(c)
		return
	}
	if err := el.soonByProgram(c, f); err != nil {
		el.q.Soon(&raiseInLoop{err})
	}
}

// raiseInLoop is a callback that raises what a call_soon of the program raised
// where there is nobody to tell.
type raiseInLoop struct{ err error }

func (r *raiseInLoop) Run(*Thread) error { return r.err }

// soonByProgram calls the program's call_soon with a callback of our own.
func (el *EventLoop) soonByProgram(c Callback, f *Future) error {
	if _, ours := c.(*dropHandle); ours || !el.hooks.soon {
		el.q.Soon(c)
		return nil
	}
	t := el.vm.active
	m, err := t.GetAttr(el.Value(), t.VM.Intern("call_soon"))
	if err != nil {
		return err
	}
	fn, ctx := callbackValue(c), (*Context)(nil)
	switch c := c.(type) {
	case *doneCallback:
		fn, ctx = c.fn, c.ctx
	case *taskStep:
		ctx = c.ctx
	case *taskWake:
		ctx = c.ctx
	}
	args := []Value{fn}
	if f != nil {
		args = append(args, f.Value())
	}
	_, err = t.CallKw(m, append(args, obj(orNewContext(ctx))), []*Str{t.VM.Intern("context")})
	return err
}

// callbackValue is a callback of our own as a value that can be called.
func callbackValue(c Callback) Value {
	row := &Method{Name: "callback", Sig: "*args", Fn: func(t *Thread, _ []Value) (Value, error) { return None, c.Run(t) }}
	switch c := c.(type) {
	case *taskStep, *taskThrow, *taskAlarm:
		row.Name = "TaskStepMethWrapper"
	case *taskWake:
		row.Name = "task_wakeup"
	case *stopLoop:
		row.Name = "_run_until_complete_cb"
	case NamedCallback:
		row.Name = c.CallbackName()
	}
	return NewBuiltin("asyncio", row)
}

// atByProgram calls the program's call_at, or call_later for a delay, with a
// callback of our own.
func (el *EventLoop) atByProgram(method string, when float64, c Callback) (TimerID, error) {
	t := el.vm.active
	m, err := t.GetAttr(el.Value(), t.VM.Intern(method))
	if err != nil {
		return 0, err
	}
	v, err := t.Call(m, Float(when), callbackValue(c))
	if err != nil {
		return 0, err
	}
	h := asHandle(v)
	if h == nil {
		return 0, nil
	}
	el.hooks.handles[h.timer] = v
	return h.timer, nil
}

// suspendedByProgram has a task, whose coroutine yielded v, wait on a loop whose
// methods the program has replaced.
func (task *Task) suspendedByProgram(t *Thread, v Value) {
	el := task.loop
	d, sleeps := sleepDelay(v)
	switch {
	case v.IsNone():
		el.soonFor((*taskStep)(task), nil)
	case !sleeps:
		task.suspendOn(t, v)
	case el.hooks.later || el.hooks.at:
		task.sleepByProgram(t, d)
	default:
		task.sleep = sleepTimer
		task.timer = el.q.At(el.q.Now()+d, (*taskAlarm)(task))
		if task.flags&flagMustCancel != 0 {
			task.flags &^= flagMustCancel
			el.q.Cancel(task.timer)
			task.abortSleep(task.message())
		}
	}
}

// sleepByProgram has a task wait for a future that the program's call_later
// resolves: what a sleep is when somebody looks.
func (task *Task) sleepByProgram(t *Thread, seconds float64) {
	el := task.loop
	f := t.NewFuture(el)
	method, when := "call_later", seconds
	if !el.hooks.later {
		method, when = "call_at", el.q.Now()+seconds
	}
	id, err := el.atByProgram(method, when, &resolveLater{f, None})
	if err != nil {
		el.q.Soon(&raiseInLoop{err})
		return
	}
	f.AddCallback(&dropHandle{el, id})
	f.flags |= flagBlocking
	task.suspendOn(t, f.Value())
}

// dropHandle is the callback that cancels the timer of a sleep that is over.
type dropHandle struct {
	el *EventLoop
	id TimerID
}

func (d *dropHandle) Run(*Thread) error {
	d.el.CancelTimer(d.id)
	return nil
}
