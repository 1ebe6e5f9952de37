package runtime

import "unsafe"

// Future is an asyncio future, and the part of a task that others wait for.
//
// Millions of them may be alive, so what few need is in ext.
type Future struct {
	Hdr
	state  futureState
	sleep  sleepState // of a task
	flags  futureFlag
	asked  uint8  // requests to cancel a task, less those withdrawn; those beyond 255 are in ext
	number uint32 // in the order of creation, in the whole run
	// val is the result, or the exception if flagFailed is set; of a cancelled
	// future the CancelledError that its coroutine ended with, until it is
	// retrieved. While a task is pending val.n has the bits of the time at which
	// it was suspended.
	val  Value
	wake Callback // the first of the callbacks; the others are in ext
	loop *EventLoop
	ext  *futureExt
}

// futureExt is what few futures need.
type futureExt struct {
	attrs     *Attrs
	more      []Callback  // callbacks after the first
	message   Value       // of cancel(); Missing or the int 0 if there is none
	sleepMsg  Value       // the same of the sleep that a task is in
	traceback *Traceback  // of the exception when it was set
	children  []*Future   // of a gathering future
	source    []FrameLine // where it was created, in debug mode
	name      Value       // of a task, if it was given one
	coro      Value       // of a task, if the program sees something else than gen
	asked     int         // requests to cancel a task, beyond those that Future.asked counts
	alarm     TimerID     // resolves it, if it is what a sleep waits for
}

type futureState uint8

const (
	futurePending futureState = iota
	futureCancelled
	futureFinished
)

type futureFlag uint8

const (
	flagFailed      futureFlag = 1 << iota // finished with an exception
	flagLog                                // and nobody has retrieved it
	flagMustCancel                         // a task's next step raises CancelledError
	flagQuiet                              // a task that is not reported when it is left pending
	flagHidden                             // of the simulation, not the program's: never reported
	flagBlocking                           // _asyncio_future_blocking: yielded by its own iterator
	flagShown                              // the program may hold it: never to be used again for another wait
	flagCancelAsked                        // a gathering future that was asked to cancel
)

// Callback is something the loop runs: the step of a task, a handle, what a
// future sets off when it is done.
type Callback interface {
	// Run runs it. An error ends the loop: Fatal, SystemExit, KeyboardInterrupt.
	Run(t *Thread) error
}

// futureTypes are the types whose layout begins with a Future.
func isFuture(v Value) bool {
	if v.p == nil {
		return false
	}
	l := (*Hdr)(v.p).typ.layout
	return l == &FutureType || l == &TaskType
}

// futureOf is v as a future; v must be one.
func futureOf(v Value) *Future { return (*Future)(v.p) }

// AsFuture returns v as a future if it is one: a Future, a Task, or an instance
// of a subclass.
func AsFuture(v Value) *Future {
	if isFuture(v) {
		return (*Future)(v.p)
	}
	return nil
}

// Value is the future as a value.
func (f *Future) Value() Value { return obj(f) }

// Loop is the event loop that the future belongs to.
func (f *Future) Loop() *EventLoop { return f.loop }

// Done says whether the future has a result, an exception or was cancelled.
func (f *Future) Done() bool { return f.state != futurePending }

// Cancelled says whether the future was cancelled.
func (f *Future) Cancelled() bool { return f.state == futureCancelled }

// ready says whether taking the result need not wait.
func (f *Future) ready() bool { return f.state != futurePending }

func (f *Future) more() *futureExt {
	if f.ext == nil {
		f.ext = &futureExt{}
	}
	return f.ext
}

// NewFuture makes a pending future of a loop.
func (t *Thread) NewFuture(el *EventLoop) *Future {
	t.VM.futures++
	f := &Future{Hdr: Hdr{&FutureType}, number: t.VM.futures, loop: el}
	if el.debug {
		f.more().source = el.creation(t)
	}
	return f
}

// InitFuture makes the Future in another struct a pending future of a loop. The
// struct may be used again for another wait if Shown is false when this one is
// over.
func (t *Thread) InitFuture(f *Future, el *EventLoop) {
	t.VM.futures++
	*f = Future{Hdr: Hdr{&FutureType}, number: t.VM.futures, loop: el}
	if el.debug {
		f.more().source = el.creation(t)
	}
}

// Show notes that the program may have got hold of the future.
func (f *Future) Show() { f.flags |= flagShown }

// Shown says whether Show was called.
func (f *Future) Shown() bool { return f.flags&flagShown != 0 }

// take is the future's result or the exception it failed with, which counts as
// retrieved from now on.
func (f *Future) take(t *Thread) (Value, error) {
	if f.state == futureFinished && f.flags&flagFailed == 0 {
		return f.val, nil
	}
	return f.takeSlow(t)
}

func (f *Future) takeSlow(t *Thread) (Value, error) {
	t.passing = nil // the same exception may have passed here before, in the task
	switch f.state {
	case futureCancelled:
		return Value{}, f.cancelledError(t)
	case futurePending:
		return Value{}, t.Errorf(&InvalidStateErrorType, "Result is not set.")
	}
	f.flags &^= flagLog
	e := (*Exception)(f.val.p)
	e.tb = nil
	if f.ext != nil { // the first to retrieve it gets the traceback, others one that begins with them
		e.tb, f.ext.traceback = f.ext.traceback, nil
	}
	return Value{}, e
}

// Result is the result or the error the future ended with, as its result()
// method gives it.
func (f *Future) Result(t *Thread) (Value, error) { return f.take(t) }

// Exception is the exception that a finished future failed with, nil if it has a
// result; it counts as retrieved. The future must be finished, not cancelled.
func (f *Future) Exception() *Exception {
	if f.flags&flagFailed == 0 {
		return nil
	}
	f.flags &^= flagLog
	return (*Exception)(f.val.p)
}

// cancelledError is the CancelledError that a retriever of a cancelled future
// gets: the first one that with which the coroutine ended.
func (f *Future) cancelledError(t *Thread) *Exception {
	if f.state == futureCancelled && f.val.p != nil {
		e := (*Exception)(f.val.p)
		f.val = Value{}
		return e
	}
	return t.newCancelled(f.message())
}

// CancelledError is the error to raise for a future that was cancelled.
func (f *Future) CancelledError(t *Thread) *Exception { return f.cancelledError(t) }

// message is what cancel() was called with; the int 0 stands for nothing.
func (f *Future) message() Value {
	if f.ext == nil {
		return Value{}
	}
	return f.ext.message
}

// newCancelled makes a CancelledError with a message; the int 0 is none.
func (t *Thread) newCancelled(msg Value) *Exception {
	e := &Exception{Hdr: Hdr{&CancelledErrorType}}
	if msg != (Value{}) {
		e.args = []Value{msg}
	}
	return e
}

// setMessage keeps a cancel message; None is none.
func (f *Future) setMessage(msg Value) {
	if msg.IsNone() || msg.IsMissing() {
		msg = Value{}
	}
	if msg == (Value{}) && f.ext == nil {
		return
	}
	f.more().message = msg
}

// SetResult finishes the future with a result; it must be pending.
func (f *Future) SetResult(v Value) {
	f.state = futureFinished
	f.val = v
	f.schedule()
}

// SetException finishes the future with an exception; it must be pending.
func (f *Future) SetException(t *Thread, e *Exception) {
	f.state = futureFinished
	f.val = obj(e)
	f.flags |= flagFailed | flagLog
	if e.tb != nil {
		f.more().traceback = e.tb
	}
	f.schedule()
	if f.flags&flagHidden == 0 {
		t.VM.noteFailed(f)
	}
}

// SetOutcome finishes the future with what a computation answered: a result, or
// an error, of which a Fatal is not the program's and handed back.
func (f *Future) SetOutcome(t *Thread, v Value, err error) error {
	if err == nil {
		f.SetResult(v)
		return nil
	}
	e, ok := err.(*Exception)
	if !ok {
		return err
	}
	f.SetException(t, e)
	return nil
}

// Cancel cancels the future as its cancel method does, or the task it is, or the
// children it gathers; it says whether there was something to cancel.
func (f *Future) Cancel(t *Thread, msg Value) (bool, error) {
	switch f.typ {
	case &FutureType:
		return f.cancelPlain(t, msg)
	case &TaskType:
		return (*Task)(unsafe.Pointer(f)).cancel(t, msg)
	case &GatheringFutureType:
		return f.cancelGathered(t, msg)
	}
	// A class of the program may have a cancel method of its own.
	v, err := t.cancelBySubclass(f, msg)
	if err != nil {
		return false, err
	}
	return t.Truth(v)
}

func (t *Thread) cancelBySubclass(f *Future, msg Value) (Value, error) {
	m, err := t.GetAttr(f.Value(), t.VM.Intern("cancel"))
	if err != nil {
		return Value{}, err
	}
	return t.CallKw(m, []Value{msg.Or(None)}, []*Str{t.VM.Intern("msg")})
}

// Quiet has a task that is left pending at the end not reported.
func (f *Future) Quiet() { f.flags |= flagQuiet }

// cancelPlain is Future.cancel. The error says that somebody waits for it in a loop
// that is closed.
func (f *Future) cancelPlain(t *Thread, msg Value) (bool, error) {
	f.flags &^= flagLog
	if f.state != futurePending {
		return false, nil
	}
	woken := f.wake != nil
	f.state = futureCancelled
	f.val = Value{}
	f.setMessage(msg)
	f.schedule()
	return true, f.canWake(t, woken)
}

// gatherFrames is how many frames CPython's loop has beneath a program's.
const gatherFrames = 9

// cancelGathered asks every child of a gathering future to cancel.
func (f *Future) cancelGathered(t *Thread, msg Value) (bool, error) {
	if f.state != futurePending {
		return false, nil
	}
	// The method is Python's own in CPython and counts towards its limit.
	if t.gathers+t.fp+gatherFrames >= t.VM.recursionLimit {
		return false, t.Errorf(&RecursionErrorType, "maximum recursion depth exceeded")
	}
	t.gathers++
	defer func() { t.gathers-- }()
	any := false
	for _, c := range f.ext.children {
		ok, err := c.Cancel(t, msg)
		if err != nil {
			return false, err
		}
		any = any || ok
	}
	if any {
		f.flags |= flagCancelAsked
	}
	return any, nil
}

// schedule puts the callbacks into the ready queue, in the order in which they
// were added.
func (f *Future) schedule() {
	w := f.wake
	if w == nil {
		return
	}
	f.wake = nil
	if f.loop.hooks != nil {
		f.scheduleByProgram(w)
		return
	}
	q := &f.loop.q
	if !q.SoonIfRoom(w) {
		q.Soon(w)
	}
	if f.ext != nil && len(f.ext.more) > 0 {
		for _, w := range f.ext.more {
			q.Soon(w)
		}
		f.ext.more = nil
	}
}

// scheduleByProgram is schedule on a loop whose methods the program has replaced.
func (f *Future) scheduleByProgram(first Callback) {
	list := []Callback{first}
	if f.ext != nil {
		list = append(list, f.ext.more...)
		f.ext.more = nil
	}
	for _, c := range list {
		f.loop.soonFor(c, f)
	}
}

// CanCall is the error of adding a callback to the future: there is one if it is
// done and its loop is closed.
func (f *Future) CanCall(t *Thread) error { return f.canWake(t, f.state != futurePending) }

// AddCallback has c run in a pass after the future is done.
func (f *Future) AddCallback(c Callback) {
	switch {
	case f.state != futurePending:
		f.loop.soonFor(c, f)
	case f.wake == nil:
		f.wake = c
	default:
		x := f.more()
		x.more = append(x.more, c)
	}
}

// addCallbackBySubclass is AddCallback on a future of a class of the program, which
// may have an add_done_callback of its own.
func (f *Future) addCallbackBySubclass(t *Thread, c Callback, ctx *Context) *Exception {
	name := t.VM.Intern("add_done_callback")
	m, _ := f.typ.Lookup(name)
	if own, _ := FutureType.Lookup(name); m == own {
		f.AddCallback(c)
		return nil
	}
	add, err := t.GetAttr(f.Value(), name)
	if err == nil {
		_, err = t.CallKw(add, []Value{callbackValue(c), obj(orNewContext(ctx))}, []*Str{t.VM.Intern("context")})
	}
	e, _ := err.(*Exception)
	return e
}

// RemoveCallback takes a callback back; nothing happens if it is not there.
func (f *Future) RemoveCallback(c Callback) {
	f.removeCallbacks(func(x Callback) bool { return x == c })
}

// removeCallbacks drops the callbacks for which drop is true and counts them.
func (f *Future) removeCallbacks(drop func(Callback) bool) int {
	if f.wake == nil {
		return 0
	}
	kept := f.callbacks()
	all := len(kept)
	n := 0
	for _, c := range kept {
		if !drop(c) {
			kept[n] = c
			n++
		}
	}
	if n == all {
		return 0
	}
	f.wake = nil
	if f.ext != nil {
		f.ext.more = nil
	}
	for _, c := range kept[:n] {
		f.AddCallback(c)
	}
	return all - n
}

// callbacks is a fresh list of the callbacks.
func (f *Future) callbacks() []Callback {
	if f.wake == nil {
		return nil
	}
	list := []Callback{f.wake}
	if f.ext != nil {
		list = append(list, f.ext.more...)
	}
	return list
}
