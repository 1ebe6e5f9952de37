package runtime

import (
	"strconv"
	"strings"
)

// asyncio.Future as programs see it.

// The types of this file.
var (
	FutureType          Type // asyncio.Future
	GatheringFutureType Type // what gather returns
	futureIterType      Type // of what Future.__await__ returns
)

var futureSpec = Spec{
	Name: "Future", Module: "_asyncio", Dotted: true, Layout: true, Attrs: true,
	Doc: "A future: the place where a result will be.",
	Slots: Slots{
		New:        newFuture,
		Initialize: initFuture,
		Repr:       futureRepr,
		Iter:       futureAwait,
	},
	Methods: []Method{
		{Name: "result", Fn: futureResult, Doc: "The result, or the exception raised."},
		{Name: "exception", Told: true, Fn: futureException, Doc: "The exception set, or None."},
		{Name: "set_result", Told: true, Sig: "result, /", Fn: futureSetResult},
		{Name: "set_exception", Told: true, Sig: "exception, /", Fn: futureSetException},
		{Name: "add_done_callback", Sig: "fn, /, *, context=None", Fn: futureAddCallback},
		{Name: "remove_done_callback", Told: true, Sig: "fn, /", Fn: futureRemoveCallback},
		{Name: "cancel", Sig: "msg=None", Fn: futureCancel},
		{Name: "cancelled", Fn: futureIsCancelled},
		{Name: "done", Fn: futureIsDone},
		{Name: "get_loop", Told: true, Fn: futureGetLoop},
		{Name: "__await__", Fn: func(t *Thread, a []Value) (Value, error) { return futureAwait(t, a[0]) }},
		{Name: "__class_getitem__", Sig: "item, /", Kind: ClassMethod, Fn: classGetItemAlias},
		{Name: "_make_cancelled_error", Fn: futureMakeCancelled},
		{Name: "_state", Kind: Getter, Fn: futureStateName},
		{Name: "_result", Kind: Getter, Fn: futureRawResult},
		{Name: "_exception", Kind: Getter, Fn: futureRawException},
		{Name: "_callbacks", Kind: Getter, Fn: futureCallbackList},
		{Name: "_cancel_message", Kind: Getter, Fn: futureMessage, Set: func(_ *Thread, self, val Value) error {
			futureOf(self).setMessage(val)
			return nil
		}},
		{Name: "_loop", Kind: Getter, Fn: futureLoopOrNone},
		{Name: "_source_traceback", Kind: Getter, Fn: sourceTraceback},
		{Name: "_log_traceback", Kind: Getter, Fn: futureLog, Set: setFutureLog},
		{Name: "_asyncio_future_blocking", Kind: Getter, Fn: futureBlocking, Set: setFutureBlocking},
	},
}

var gatheringFutureSpec = Spec{
	Name: "_GatheringFuture", Module: "asyncio.tasks", Base: &FutureType,
}

var futureIterSpec = Spec{
	Name: "FutureIter", Module: "_asyncio", Layout: true, Final: true, NoNew: true,
	Slots: Slots{
		Iter: func(_ *Thread, v Value) (Value, error) { return v, nil },
		Next: futureIterNext,
	},
	Methods: []Method{
		{Name: "send", Sig: "value, /", Fn: futureIterSend},
		{Name: "throw", Sig: "typ, val=None, tb=None, /", Fn: futureIterThrow},
		{Name: "close", Fn: futureIterClose},
	},
}

func init() {
	Define(&FutureType, &futureSpec)
	Define(&GatheringFutureType, &gatheringFutureSpec)
	Define(&futureIterType, &futureIterSpec)
}

// futureAttrs is where a future keeps attributes that the program gave it.
func futureAttrs(v Value, make bool) *Attrs {
	f := futureOf(v)
	if f.ext == nil {
		if !make {
			return noAttrs
		}
		f.ext = &futureExt{}
	}
	return lazyAttrs(&f.ext.attrs, make)
}

func newFuture(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	t.VM.futures++
	return obj(&Future{Hdr: Hdr{cls}, number: t.VM.futures}), nil
}

var futureInitSig = parseSig("*, loop=None")

func initFuture(t *Thread, self Value, args []Value, kwnames []*Str) error {
	if len(args) > len(kwnames) {
		return t.TypeErrorf("Future() takes no positional arguments")
	}
	bound, err := futureInitSig.bind(t, "Future", args, kwnames)
	if err != nil {
		return err
	}
	f := futureOf(self)
	if f.loop, err = t.loopArg(bound[0]); err != nil {
		return err
	}
	if f.loop.debug {
		f.more().source = f.loop.creation(t)
	}
	return nil
}

// loopArg is a loop argument: an event loop, or Missing or None for the one of
// get_event_loop.
func (t *Thread) loopArg(v Value) (*EventLoop, error) {
	if v.IsMissing() || v.IsNone() {
		return t.EventLoop()
	}
	if el := AsLoop(v); el != nil {
		return el, nil
	}
	return nil, t.Errorf(&AttributeErrorType, "'%s' object has no attribute 'get_debug'", v.Type().Name)
}

// futureSelf is the future in args[0]; RuntimeError if its __init__ never ran.
func (t *Thread) futureSelf(args []Value) (*Future, error) {
	f := futureOf(args[0])
	if f.loop == nil {
		return nil, t.RuntimeErrorf("Future object is not initialized.")
	}
	return f, nil
}

func futureResult(t *Thread, args []Value) (Value, error) {
	return futureOf(args[0]).take(t)
}

func futureException(t *Thread, args []Value) (Value, error) {
	f := futureOf(args[0])
	switch f.state {
	case futureCancelled:
		return Value{}, f.cancelledError(t)
	case futurePending:
		return Value{}, t.Errorf(&InvalidStateErrorType, "Exception is not set.")
	}
	if e := f.Exception(); e != nil {
		return e.Value(), nil
	}
	return None, nil
}

func futureSetResult(t *Thread, args []Value) (Value, error) {
	f, err := t.futureSelf(args)
	if err != nil {
		return Value{}, err
	}
	if f.state != futurePending {
		return Value{}, t.Errorf(&InvalidStateErrorType, "invalid state")
	}
	return None, f.Wake(t, args[1])
}

// Wake finishes the future with a result, as SetResult does. The error says that
// somebody waits for it in a loop that is closed.
func (f *Future) Wake(t *Thread, v Value) error {
	woken := f.wake != nil
	f.SetResult(v)
	return f.canWake(t, woken)
}

// canWake says that the future's loop is closed, if there are callbacks that it
// should run.
func (f *Future) canWake(t *Thread, callbacks bool) error {
	if callbacks && f.loop.closed {
		return t.RuntimeErrorf("Event loop is closed")
	}
	return nil
}

// heldStop is what a future holds instead of a StopIteration, which would end the
// coroutine that awaits it.
func (t *Thread) heldStop(stop *Exception) *Exception {
	e := t.NewError(&RuntimeErrorType, "StopIteration interacts badly with generators and cannot be raised into a Future")
	e.cause, e.context, e.noCtx = stop, stop, true
	return e
}

func futureSetException(t *Thread, args []Value) (Value, error) {
	f, err := t.futureSelf(args)
	if err != nil {
		return Value{}, err
	}
	if f.state != futurePending {
		return Value{}, t.Errorf(&InvalidStateErrorType, "invalid state")
	}
	v := args[1]
	if c := As[Type](v, &TypeType); c != nil && c.IsSubclass(&BaseExceptionType) {
		if v, err = t.Call(v); err != nil {
			return Value{}, err
		}
	}
	e := AsException(v)
	if e == nil {
		return Value{}, t.TypeErrorf("invalid exception object")
	}
	if e.typ.IsSubclass(&StopIterationType) {
		e = t.heldStop(e)
	}
	woken := f.wake != nil
	f.SetException(t, e)
	if err := f.canWake(t, woken); err != nil {
		f.flags &^= flagLog // CPython's future did not come as far
		return None, err
	}
	return None, nil
}

// doneCallback is a callback that the program added to a future.
type doneCallback struct {
	future *Future
	fn     Value
	ctx    *Context
}

func (c *doneCallback) Run(t *Thread) error {
	h := Handle{Hdr: Hdr{&HandleType}, loop: c.future.loop, fn: c.fn, args: []Value{c.future.Value()}, ctx: c.ctx}
	return h.Run(t)
}

func futureAddCallback(t *Thread, args []Value) (Value, error) {
	f, err := t.futureSelf(args)
	if err != nil {
		return Value{}, err
	}
	ctx, err := t.contextArg(args[2])
	if err != nil {
		return Value{}, err
	}
	if err := f.CanCall(t); err != nil {
		return Value{}, err
	}
	f.AddCallback(&doneCallback{f, args[1], ctx})
	return None, nil
}

func futureRemoveCallback(t *Thread, args []Value) (Value, error) {
	f, err := t.futureSelf(args)
	if err != nil {
		return Value{}, err
	}
	n := f.removeCallbacks(func(c Callback) bool {
		d, ok := c.(*doneCallback)
		if !ok || err != nil {
			return false
		}
		var eq bool
		eq, err = t.Equal(d.fn, args[1])
		return eq
	})
	return Int(int64(n)), err
}

func futureCancel(t *Thread, args []Value) (Value, error) {
	f, err := t.futureSelf(args)
	if err != nil {
		return Value{}, err
	}
	var ok bool
	switch {
	case AsTask(args[0]) != nil:
		ok, err = AsTask(args[0]).cancel(t, args[1])
	case f.typ.IsSubclass(&GatheringFutureType):
		ok, err = f.cancelGathered(t, args[1])
	default:
		ok, err = f.cancelPlain(t, args[1])
	}
	return Bool(ok), err
}

func futureIsCancelled(t *Thread, args []Value) (Value, error) {
	return Bool(futureOf(args[0]).state == futureCancelled), nil
}

func futureIsDone(t *Thread, args []Value) (Value, error) {
	return Bool(futureOf(args[0]).state != futurePending), nil
}

func futureGetLoop(t *Thread, args []Value) (Value, error) {
	f, err := t.futureSelf(args)
	if err != nil {
		return Value{}, err
	}
	return f.loop.Value(), nil
}

func futureMakeCancelled(t *Thread, args []Value) (Value, error) {
	return futureOf(args[0]).cancelledError(t).Value(), nil
}

func futureStateName(t *Thread, args []Value) (Value, error) {
	return NewStr(futureOf(args[0]).stateName()), nil
}

func (f *Future) stateName() string {
	return [...]string{"PENDING", "CANCELLED", "FINISHED"}[f.state]
}

func futureRawResult(t *Thread, args []Value) (Value, error) {
	if f := futureOf(args[0]); f.state == futureFinished && f.flags&flagFailed == 0 {
		return f.val, nil
	}
	return None, nil
}

func futureRawException(t *Thread, args []Value) (Value, error) {
	if f := futureOf(args[0]); f.flags&flagFailed != 0 {
		return f.val, nil
	}
	return None, nil
}

func futureCallbackList(t *Thread, args []Value) (Value, error) {
	list := futureOf(args[0]).callbacks()
	if len(list) == 0 {
		return None, nil
	}
	items := make([]Value, len(list))
	for i, c := range list {
		pair := []Value{None, None}
		if d, ok := c.(*doneCallback); ok {
			pair[0] = d.fn
			pair[1] = obj(orNewContext(d.ctx))
		}
		items[i] = NewTuple(pair)
	}
	return NewList(items), nil
}

func futureMessage(t *Thread, args []Value) (Value, error) {
	if m := futureOf(args[0]).message(); m != (Value{}) {
		return m, nil
	}
	return None, nil
}

func futureLoopOrNone(t *Thread, args []Value) (Value, error) {
	if el := futureOf(args[0]).loop; el != nil {
		return el.Value(), nil
	}
	return None, nil
}

func futureLog(t *Thread, args []Value) (Value, error) {
	return Bool(futureOf(args[0]).flags&flagLog != 0), nil
}

func setFutureLog(t *Thread, self, val Value) error {
	if val.IsMissing() {
		return t.Errorf(&AttributeErrorType, "cannot delete attribute")
	}
	on, err := t.Truth(val)
	if err != nil {
		return err
	}
	if on {
		return t.ValueErrorf("_log_traceback can only be set to False")
	}
	futureOf(self).flags &^= flagLog
	return nil
}

func futureBlocking(t *Thread, args []Value) (Value, error) {
	return Bool(futureOf(args[0]).flags&flagBlocking != 0), nil
}

func setFutureBlocking(t *Thread, self, val Value) error {
	if val.IsMissing() {
		return t.Errorf(&AttributeErrorType, "cannot delete attribute")
	}
	on, err := t.Truth(val)
	if err != nil {
		return err
	}
	f := futureOf(self)
	f.flags &^= flagBlocking
	if on {
		f.flags |= flagBlocking
	}
	return nil
}

// futureIter is what Future.__await__ returns.
type futureIter struct {
	Hdr
	f *Future // nil when it has ended
}

func futureAwait(t *Thread, v Value) (Value, error) {
	f, err := t.futureSelf([]Value{v})
	if err != nil {
		return Value{}, err
	}
	return obj(&futureIter{Hdr{&futureIterType}, f}), nil
}

// futureIterNext yields the future itself while it is pending, then ends with
// its result.
func futureIterNext(t *Thread, v Value) (Value, bool, error) {
	it := (*futureIter)(v.p)
	f := it.f
	if f == nil {
		return Value{}, false, nil
	}
	if f.state == futurePending {
		if f.flags&flagBlocking != 0 {
			return Value{}, false, t.RuntimeErrorf("await wasn't used with future")
		}
		f.flags |= flagBlocking
		return f.Value(), true, nil
	}
	it.f = nil
	v, err := f.take(t)
	if err != nil || v.IsNone() {
		return Value{}, false, err
	}
	return Value{}, false, &Exception{Hdr: Hdr{&StopIterationType}, args: []Value{v}}
}

func futureIterSend(t *Thread, args []Value) (Value, error) {
	v, ok, err := futureIterNext(t, args[0])
	if err == nil && !ok {
		err = &Exception{Hdr: Hdr{&StopIterationType}}
	}
	return v, err
}

func futureIterThrow(t *Thread, args []Value) (Value, error) {
	if err := t.warnThrow(args); err != nil {
		return Value{}, err
	}
	e, err := t.thrown(args[1:])
	if err != nil {
		return Value{}, err
	}
	(*futureIter)(args[0].p).f = nil
	return Value{}, e
}

func futureIterClose(t *Thread, args []Value) (Value, error) {
	(*futureIter)(args[0].p).f = nil
	return None, nil
}

// futureRepr is <Future state result callbacks>.
func futureRepr(t *Thread, v Value) (string, error) {
	info, err := t.futureInfo(futureOf(v))
	if err != nil {
		return "", err
	}
	return "<" + v.Type().ShortName() + " " + strings.Join(info, " ") + ">", nil
}

// futureInfo is the parts of a future's repr.
func (t *Thread) futureInfo(f *Future) ([]string, error) {
	info := []string{strings.ToLower(f.stateName())}
	if f.state == futureFinished {
		what := "result="
		if f.flags&flagFailed != 0 {
			what = "exception="
		}
		show := t.shortRepr
		if f.flags&flagFailed != 0 {
			show = t.Repr
		}
		s, err := show(f.val)
		if err != nil {
			return nil, err
		}
		info = append(info, what+s)
	}
	created := func() []string {
		if at := createdAt(sourceOf(f.Value())); at != "" {
			return append(info, at)
		}
		return info
	}
	cbs := f.callbacks()
	if len(cbs) == 0 {
		return created(), nil
	}
	first, err := t.callbackName(cbs[0])
	if err != nil {
		return nil, err
	}
	list := first
	if n := len(cbs); n > 1 {
		last, err := t.callbackName(cbs[n-1])
		if err != nil {
			return nil, err
		}
		if n > 2 {
			list += ", <" + strconv.Itoa(int(n-2)) + " more>"
		}
		list += ", " + last
	}
	info = append(info, "cb=["+list+"]")
	return created(), nil
}

// NamedCallback is a callback that is shown in a future's repr by a name.
type NamedCallback interface {
	CallbackName() string
}

// callbackName is how a callback is shown in a future's repr.
func (t *Thread) callbackName(c Callback) (string, error) {
	switch c := c.(type) {
	case *taskWake, *taskStep, *taskThrow:
		return "Task.task_wakeup()", nil
	case *stopLoop:
		return "_run_until_complete_cb()", nil
	case *doneCallback:
		return t.callableName(c.fn)
	case NamedCallback:
		return c.CallbackName() + "()", nil
	}
	return "callback()", nil
}
