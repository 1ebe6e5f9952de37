package runtime

import (
	"github.com/coro-lang/coro/lang/compiler"
	"github.com/coro-lang/coro/lang/loop"
)

// EventLoopType is the class of event loops, which goes by the name that it has
// on Linux.
var EventLoopType Type

var eventLoopSpec = Spec{
	Name: "_UnixSelectorEventLoop", Module: "asyncio.unix_events", Layout: true, Python: true, Attrs: true,
	Doc:     "An event loop.",
	AttrsOf: func(v Value) **Attrs { return &(*EventLoop)(v.p).attrs },
	Slots: Slots{
		New: func(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
			el := t.NewLoop()
			el.typ = cls
			el.findHooks(t)
			return el.Value(), nil
		},
		Repr:    loopRepr,
		SetAttr: loopSetAttr,
	},
	Methods: []Method{
		{Name: "run_forever", Fn: loopRunForever},
		{Name: "run_until_complete", Sig: "future", Fn: loopRunUntilComplete},
		{Name: "stop", Fn: loopStop},
		{Name: "close", Fn: func(t *Thread, a []Value) (Value, error) { return None, asLoop(a).Close(t) }},
		{Name: "is_running", Fn: func(t *Thread, a []Value) (Value, error) { return Bool(asLoop(a).running), nil }},
		{Name: "is_closed", Fn: func(t *Thread, a []Value) (Value, error) { return Bool(asLoop(a).closed), nil }},
		{Name: "time", Fn: func(t *Thread, a []Value) (Value, error) { return Float(asLoop(a).Time()), nil }},
		{Name: "call_soon", Sig: "callback, *args, context=None", Fn: loopCallSoon},
		{Name: "call_soon_threadsafe", Sig: "callback, *args, context=None", Fn: loopCallSoonThreadsafe},
		{Name: "call_later", Sig: "delay, callback, *args, context=None", Fn: loopCallLater},
		{Name: "call_at", Sig: "when, callback, *args, context=None", Fn: loopCallAt},
		{Name: "create_future", Fn: func(t *Thread, a []Value) (Value, error) { return t.NewFuture(asLoop(a)).Value(), nil }},
		{Name: "create_task", Sig: "coro, *, name=None, context=None", Fn: loopCreateTask},
		{Name: "set_task_factory", Sig: "factory", Fn: loopSetFactory},
		{Name: "get_task_factory", Fn: func(t *Thread, a []Value) (Value, error) { return asLoop(a).factory, nil }},
		{Name: "set_exception_handler", Sig: "handler", Fn: loopSetHandler},
		{Name: "get_exception_handler", Fn: func(t *Thread, a []Value) (Value, error) { return asLoop(a).handler, nil }},
		{Name: "default_exception_handler", Sig: "context", Fn: loopDefaultHandler},
		{Name: "call_exception_handler", Sig: "context", Fn: loopCallHandler},
		{Name: "get_debug", Fn: func(t *Thread, a []Value) (Value, error) { return Bool(asLoop(a).debug), nil }},
		{Name: "set_debug", Sig: "enabled", Fn: loopSetDebug},
		{Name: "_ready", Kind: Getter, Fn: loopReady},
		{Name: "_default_executor", Kind: Getter, Fn: func(t *Thread, a []Value) (Value, error) {
			if x := asLoop(a).executor; x != nil {
				return obj(x), nil
			}
			return None, nil
		}},
		{Name: "slow_callback_duration", Kind: Getter, Fn: loopSlow, Set: setLoopSlow},
		{Name: "shutdown_asyncgens", Coro: loopShutdownAsyncgens},
		{Name: "shutdown_default_executor", Sig: "timeout=None", Coro: loopShutdownExecutor},
		{Name: "run_in_executor", Sig: "executor, func, *args", Fn: loopRunInExecutor},
		{Name: "set_default_executor", Sig: "executor", Fn: loopSetExecutor},
	},
}

func init() {
	Define(&EventLoopType, &eventLoopSpec)
	for i := range EventLoopType.rows {
		if row := &EventLoopType.rows[i]; row.Name != "close" {
			row.Class = "BaseEventLoop"
		}
	}
}

// loopReady is a list with an entry for each callback that is queued.
func loopReady(t *Thread, args []Value) (Value, error) {
	items := make([]Value, asLoop(args).q.Ready())
	for i := range items {
		items[i] = None
	}
	return NewList(items), nil
}

func asLoop(args []Value) *EventLoop { return (*EventLoop)(args[0].p) }

func loopRepr(t *Thread, v Value) (string, error) {
	el := (*EventLoop)(v.p)
	word := func(b bool) string {
		if b {
			return "True"
		}
		return "False"
	}
	return "<" + v.Type().Name + " running=" + word(el.running) + " closed=" + word(el.closed) + " debug=" + word(el.debug) + ">", nil
}

func loopRunForever(t *Thread, args []Value) (Value, error) {
	return None, asLoop(args).RunForever(t)
}

func loopRunUntilComplete(t *Thread, args []Value) (Value, error) {
	return asLoop(args).RunUntilComplete(t, args[1])
}

func loopStop(t *Thread, args []Value) (Value, error) {
	asLoop(args).stopping = true
	return None, nil
}

// open is an error if the loop is closed.
func (el *EventLoop) open(t *Thread) error {
	if el.closed {
		return t.RuntimeErrorf("Event loop is closed")
	}
	return nil
}

// checkCallback refuses, in debug mode, what call_soon and its kin cannot call.
func (el *EventLoop) checkCallback(t *Thread, fn Value, method string) error {
	if err := el.open(t); err != nil || !el.debug {
		return err
	}
	if method != "call_soon_threadsafe" && method != "run_in_executor" {
		if err := el.checkThread(t); err != nil {
			return err
		}
	}
	coro, err := t.isCoroutine(fn)
	if err != nil {
		return err
	}
	if coro || t.IsCoroutineFunction(fn) {
		return t.TypeErrorf("coroutines cannot be used with %s()", method)
	}
	if !t.Callable(fn) {
		s, err := t.Repr(fn)
		if err != nil {
			return err
		}
		return t.TypeErrorf("a callable object was expected by %s(), got %s", method, s)
	}
	return nil
}

func loopCallSoon(t *Thread, args []Value) (Value, error) {
	return asLoop(args).callSoonAs(t, args, "call_soon")
}

// loopCallSoonThreadsafe is call_soon, for another thread to use: only one runs
// at a time here.
func loopCallSoonThreadsafe(t *Thread, args []Value) (Value, error) {
	el := asLoop(args)
	defer el.wake()
	return el.callSoonAs(t, args, "call_soon_threadsafe")
}

func (el *EventLoop) callSoonAs(t *Thread, args []Value, method string) (Value, error) {
	if err := el.checkCallback(t, args[1], method); err != nil {
		return Value{}, err
	}
	ctx, err := t.contextArg(args[3])
	if err != nil {
		return Value{}, err
	}
	return obj(el.CallSoon(t, args[1], AsTuple(args[2]).items, ctx)), nil
}

func loopCallLater(t *Thread, args []Value) (Value, error) {
	el := asLoop(args)
	if args[1].IsNone() {
		return Value{}, t.TypeErrorf("delay must not be None")
	}
	when, err := t.secondsAfter(el.Time(), args[1])
	if err != nil {
		return Value{}, err
	}
	if el.hooks != nil && el.hooks.at {
		m, err := t.GetAttr(el.Value(), t.VM.Intern("call_at"))
		if err != nil {
			return Value{}, err
		}
		call := append([]Value{Float(when), args[2]}, AsTuple(args[3]).items...)
		return t.CallKw(m, append(call, args[4].Or(None)), []*Str{t.VM.Intern("context")})
	}
	return el.callAt(t, when, args[2], args[3], args[4])
}

func loopCallAt(t *Thread, args []Value) (Value, error) {
	if args[1].IsNone() {
		return Value{}, t.TypeErrorf("when cannot be None")
	}
	when, err := t.Seconds(args[1])
	if err != nil {
		return Value{}, err
	}
	return asLoop(args).callAt(t, when, args[2], args[3], args[4])
}

func (el *EventLoop) callAt(t *Thread, when float64, fn, rest, context Value) (Value, error) {
	if err := el.checkCallback(t, fn, "call_at"); err != nil {
		return Value{}, err
	}
	ctx, err := t.contextArg(context)
	if err != nil {
		return Value{}, err
	}
	return obj(el.CallAt(t, when, fn, AsTuple(rest).items, ctx)), nil
}

// Seconds is v, a number, as a time or a duration.
func (t *Thread) Seconds(v Value) (float64, error) { return t.secondsAfter(0, v) }

// secondsAfter is base + v, with the error that the addition of another type
// than a number gives.
func (t *Thread) secondsAfter(base float64, v Value) (float64, error) {
	switch {
	case v.IsFloat():
		return base + v.Float64(), nil
	case v.IsSmallInt(), v.IsBool():
		return base + float64(v.n), nil
	}
	sum, err := t.Binary(compiler.Add, Float(base), v, false)
	if err != nil {
		return 0, err
	}
	if !sum.IsFloat() {
		return 0, t.TypeErrorf("must be real number, not %s", sum.Type().Name)
	}
	return sum.Float64(), nil
}

func loopCreateTask(t *Thread, args []Value) (Value, error) {
	ctx, err := t.givenContext(args[3])
	if err != nil {
		return Value{}, err
	}
	return asLoop(args).makeTask(t, args[1], args[2], ctx)
}

func loopSetFactory(t *Thread, args []Value) (Value, error) {
	if !args[1].IsNone() && !t.Callable(args[1]) {
		return Value{}, t.TypeErrorf("task factory must be a callable or None")
	}
	asLoop(args).factory = args[1]
	return None, nil
}

func loopSetHandler(t *Thread, args []Value) (Value, error) {
	if !args[1].IsNone() && !t.Callable(args[1]) {
		s, err := t.Repr(args[1])
		if err != nil {
			return Value{}, err
		}
		return Value{}, t.TypeErrorf("A callable object or None is expected, got %s", s)
	}
	asLoop(args).handler = args[1]
	return None, nil
}

func loopSetDebug(t *Thread, args []Value) (Value, error) {
	on, err := t.Truth(args[1])
	asLoop(args).setDebug(on)
	return None, err
}

func loopSlow(t *Thread, args []Value) (Value, error) { return Float(asLoop(args).slow), nil }

func setLoopSlow(t *Thread, self, val Value) error {
	s, err := t.Seconds(val)
	if err == nil {
		(*EventLoop)(self.p).slow = s
	}
	return err
}

// record passes an event about a task on to the run's recorder.
func (el *EventLoop) record(t *Thread, k loop.Kind, task, by *Task, text string) {
	var other uint32
	if by != nil {
		other = by.number
	}
	el.q.Record(k, task.number, other, text)
}

// recordSuspended says what a task was suspended on.
func (el *EventLoop) recordSuspended(t *Thread, task *Task, v Value) {
	var by *Task
	text := ""
	switch {
	case task.on != nil:
		by = task.on.Task()
		text = task.on.typ.Name
	case task.sleep == sleepTimer:
		text = "sleep"
	}
	el.record(t, loop.Suspended, task, by, text)
}
