package runtime

import (
	"math"
	"slices"
	"strings"

	"github.com/coro-lang/coro/lang/loop"
)

// EventLoop is an asyncio event loop: what the program sees of a loop.Loop, the
// tasks on it and how it is run.
type EventLoop struct {
	Hdr
	q       loop.Loop[Callback]
	vm      *VM
	attrs   *Attrs
	hooks   *loopHooks // nil: no method is replaced
	thread  *Thread    // that it runs on
	current *Task      // the one that runs
	tasks   []*Task
	live    int // tasks in the table that are not done

	running, stopping, closed bool
	debug                     bool
	asyncgensClosed           bool     // shutdown_asyncgens was called
	executorClosed            bool     // shutdown_default_executor was called
	slow                      float64  // slow_callback_duration
	executing                 Callback // in debug mode, the callback that runs
	tracking                  bool     // coroutines remember their origins
	originsBefore             int      // vm.originDepth before that

	handler   Value       // of exceptions; None: the default one
	factory   Value       // of tasks; None: Task
	executor  *Executor   // the default one; nil: not yet made
	executors []*Executor // that the loop has used
	agens     []*Gen      // async generators begun on it
}

// asyncVM is what the scheduler keeps for a run.
type asyncVM struct {
	clock   loop.Clock
	horizon float64 // when the run ends
	start   float64 // seconds since 1970 when the clock was at 0

	loops   []*EventLoop // in the order of creation
	rules   Value        // the event loop policy that was set, or None
	futures uint32       // made so far, tasks included
	tasks   uint32       // named Task-N so far
	failed  []*Future    // finished with an exception that is not known to be retrieved
	steps   int64        // of tasks so far

	runner     Value // the task of the asyncio.run under way: Ctrl-C cancels it
	interrupts int   // since that began

	strands []*strand     // begun or to begin, in the order of submission
	unheard []*strand     // whose outcomes the loop is yet to pass on
	naps    uint64        // times that a strand has blocked
	active  *Thread       // the stack that runs
	alarm   chan struct{} // ends a wait early
	over    chan struct{} // closed when the run has ended

	testing      bool            // a step of a test runs: a deadlock is its failure
	untilReached bool            // --until ended the run
	reported     bool            // what is left over has been told
	logged       int             // reports that the default exception handler has made
	noted        map[string]bool // keys of the notes written
	toldStill    bool            // so has a clock that stands still

	invariants   []Invariant
	atEndReports []func(t *Thread) bool
	ExitFunc     Value // is called when the program and its threads have ended, if there is one
}

// asyncThread is what the scheduler keeps for a stack.
type asyncThread struct {
	running   *EventLoop // the loop that runs on it
	setLoop   Value      // what set_event_loop last set on it; no loop before
	ctx       *Context   // the current context; nil: one without variables
	relay     int        // one more than the frames beneath a task's step that others' may follow; see relay.go
	handovers int        // of relays under way on Go's stack
	strand    *strand    // nil for the loop's own stack
	blocked   *blockage  // of the loop's own stack, while it blocks; else nil
	waits     Blocking   // what WaitFor waits on; nil while it does not
	gathers   int        // cancel methods of gathering futures that are under way
	eager     int        // tasks that start eagerly
}

// NewLoop makes an event loop on the run's clock.
func (t *Thread) NewLoop() *EventLoop {
	vm := t.VM
	el := &EventLoop{Hdr: Hdr{&EventLoopType}, handler: None, factory: None, slow: 0.1}
	el.vm = vm
	el.q.Init(vm.clock, vm.alarm)
	el.q.Policy = vm.Policy
	el.q.Recorder = vm.Recorder
	el.q.Horizon = vm.horizon
	el.q.Elsewhere = vm.strandsAwaitOutside
	vm.loops = append(vm.loops, el)
	el.debug = t.debugWanted()
	return el
}

// initAsync prepares the scheduler of a fresh run.
func (vm *VM) initAsync() {
	vm.clock = &loop.Virtual{}
	if vm.Real {
		vm.clock = loop.NewReal()
	}
	vm.start = epoch
	if !vm.Date.IsZero() {
		vm.start = float64(vm.Date.UnixMicro()) / 1e6
	}
	vm.horizon = math.Inf(1)
	if vm.Until > 0 {
		vm.horizon = vm.Until
	}
	vm.alarm = make(chan struct{}, 1)
	vm.over = make(chan struct{})
	vm.Main.setLoop, vm.rules = Missing, None
	vm.active = vm.Main
}

// wakeUp ends a wait for the clock or for outside work early.
func (vm *VM) wakeUp() {
	select {
	case vm.alarm <- struct{}{}:
	default:
	}
}

// Now is the run's clock in seconds.
func (vm *VM) Now() float64 {
	return vm.clock.Now()
}

// Value is the loop as a value.
func (el *EventLoop) Value() Value { return obj(el) }

// AsLoop returns v as an event loop, or nil.
func AsLoop(v Value) *EventLoop { return As[EventLoop](v, &EventLoopType) }

// Time is the loop's clock.
func (el *EventLoop) Time() float64 { return el.q.Now() }

// Soon queues a callback, from any stack.
func (el *EventLoop) Soon(c Callback) {
	el.soonFor(c, nil)
	el.wake()
}

// At has a callback queued when the clock reaches when.
func (el *EventLoop) At(when float64, c Callback) loop.TimerID {
	if el.hooks == nil || !el.hooks.at {
		return el.q.At(when, c)
	}
	id, err := el.atByProgram("call_at", when, c)
	if err != nil {
		el.q.Soon(&raiseInLoop{err})
	}
	return id
}

// CancelTimer drops a timer made by At.
func (el *EventLoop) CancelTimer(id loop.TimerID) {
	el.q.Cancel(id)
	if el.hooks != nil {
		if h := asHandle(el.hooks.handles[id]); h != nil {
			h.cancelled = true
			delete(el.hooks.handles, id)
		}
	}
}

// SetDebug is loop.set_debug.
func (el *EventLoop) SetDebug(on bool) { el.setDebug(on) }

// HandleException is loop.call_exception_handler with a message, an exception and
// one object under a key.
func (el *EventLoop) HandleException(t *Thread, msg string, e *Exception, key string, about Value) error {
	return el.callHandler(t, msg, e, key, about, nil)
}

// TimerID names a timer made by At.
type TimerID = loop.TimerID

// Current is the task that the loop runs, or nil.
func (el *EventLoop) Current() *Task { return el.current }

// RunningLoop is the loop that runs on this stack; RuntimeError if none does.
func (t *Thread) RunningLoop() (*EventLoop, error) {
	if t.running == nil {
		return nil, t.RuntimeErrorf("no running event loop")
	}
	return t.running, nil
}

// LoopOrNone is the loop that runs on this stack, or nil.
func (t *Thread) LoopOrNone() *EventLoop { return t.running }

// currentTask is the task that runs on this stack, or nil.
func (t *Thread) currentTask() *Task {
	if t.running == nil {
		return nil
	}
	return t.running.current
}

// CurrentTask is the task that runs on this stack, or nil.
func (t *Thread) CurrentTask() *Task { return t.currentTask() }

// register puts a fresh task into the loop's table, which is in the order of
// creation.
func (el *EventLoop) register(task *Task) {
	if len(el.tasks) == cap(el.tasks) {
		el.moreRoom()
	}
	n := len(el.tasks)
	el.tasks = el.tasks[:n+1]
	el.tasks[n] = task
	task.index = uint32(n) + 1
	el.live++
}

// moreRoom makes room in the table, which is full.
func (el *EventLoop) moreRoom() {
	if el.live < len(el.tasks)/2 {
		el.compact()
	}
	if n := len(el.tasks); n == cap(el.tasks) {
		el.tasks = slices.Grow(el.tasks, max(16, n))
	}
}

// forget takes a task that is done out of the table.
func (el *EventLoop) forget(task *Task) {
	if task.index != 0 {
		el.tasks[task.index-1] = nil
		task.index = 0
		el.live--
	}
}

// compact closes the gaps in the table.
func (el *EventLoop) compact() {
	kept := el.tasks[:0]
	for _, task := range el.tasks {
		if task != nil {
			kept = append(kept, task)
			task.index = uint32(len(kept))
		}
	}
	clear(el.tasks[len(kept):])
	el.tasks = kept
}

// Tasks are the program's tasks of the loop that are not done, in the order of
// creation.
func (el *EventLoop) Tasks() []*Task { return el.pending(flagHidden) }

// pending are the loop's tasks that are not done and have none of some flags.
func (el *EventLoop) pending(without futureFlag) []*Task {
	tasks := make([]*Task, 0, el.live)
	for _, task := range el.tasks {
		if task != nil && task.state == futurePending && task.flags&without == 0 {
			tasks = append(tasks, task)
		}
	}
	return tasks
}

// RunForever runs the loop until it is stopped.
func (el *EventLoop) RunForever(t *Thread) error {
	if err := el.begin(t); err != nil {
		return err
	}
	defer el.end(t)
	onStrand := t.strand != nil
	for {
		if onStrand {
			el.takeTurns(t.strand)
		} else if len(t.VM.strands) > 0 {
			t.VM.wakePosted()
		}
		if state := el.q.Begin(el.stopping || onStrand); state != loop.Ready {
			if err := el.idle(t, state); err != nil {
				return err
			}
			continue
		}
		for el.q.Left() > 0 {
			c := el.q.Next()
			var err error
			if el.debug {
				err = el.runTimed(t, c)
			} else {
				err = c.Run(t)
			}
			if err != nil {
				if err = el.callbackFailed(t, c, err); err != nil {
					return err
				}
			}
			if len(t.VM.invariants) > 0 {
				if err := t.checkInvariants(c); err != nil {
					return err
				}
			}
		}
		if t.stop.Load() != 0 {
			if err := t.interrupted(); err != nil {
				return err
			}
		}
		if el.q.Still >= stillLimit {
			if err := t.noteStill(el); err != nil {
				return err
			}
		}
		if el.stopping {
			return nil
		}
	}
}

// callbackFailed sees to the error of a callback: an exception is reported, unless
// it is one that ends the loop.
func (el *EventLoop) callbackFailed(t *Thread, c Callback, err error) error {
	e, ok := err.(*Exception)
	if !ok || e.typ.IsSubclass(&SystemExitType) || e.typ.IsSubclass(&KeyboardInterruptType) {
		return err
	}
	name, err := t.callbackName(c)
	if err != nil {
		return err
	}
	h := el.newHandle(t, &HandleType, NewBuiltin("asyncio", &Method{Name: strings.TrimSuffix(name, "()")}), nil, nil)
	return el.tellFailure(t, name, e, h)
}

// begin makes the loop the one that runs.
func (el *EventLoop) begin(t *Thread) error {
	switch {
	case el.closed:
		return t.RuntimeErrorf("Event loop is closed")
	case el.running:
		return t.RuntimeErrorf("This event loop is already running")
	case t.running != nil:
		return t.RuntimeErrorf("Cannot run the event loop while another loop is running")
	}
	el.running = true
	el.thread = t
	t.running = el
	el.trackOrigins(el.debug)
	if t.strand != nil {
		return nil // only the loop of the first stack goes on with strands
	}
	for _, s := range t.VM.strands {
		if s != t.strand && s.loop != el && (s.loop == nil || !s.loop.running) {
			s.unschedule()
			s.schedule(el)
		}
	}
	return nil
}

// end leaves the turns of strands where they are in the queue: if this loop runs
// again they keep their places, and another loop, or whoever blocks, takes them.
func (el *EventLoop) end(t *Thread) {
	el.trackOrigins(false)
	el.stopping, el.running, el.thread = false, false, nil
	t.running = nil
}

// stopLoop stops the loop when the future that run_until_complete waits for is
// done.
type stopLoop struct{ f *Future }

func (s *stopLoop) Run(t *Thread) error {
	if s.f.state == futureFinished {
		e := s.f.Exception() // it counts as retrieved
		if e != nil && (e.typ.IsSubclass(&KeyboardInterruptType) || e.typ.IsSubclass(&SystemExitType)) {
			return nil // it has ended the loop already
		}
	}
	s.f.loop.stopping = true
	return nil
}

// RunUntilComplete runs the loop until v, a future or a coroutine, is done and
// returns its result.
func (el *EventLoop) RunUntilComplete(t *Thread, v Value) (Value, error) {
	switch {
	case el.closed:
		return Value{}, t.RuntimeErrorf("Event loop is closed")
	case el.running:
		return Value{}, t.RuntimeErrorf("This event loop is already running")
	case t.running != nil:
		return Value{}, t.RuntimeErrorf("Cannot run the event loop while another loop is running")
	}
	if like, err := t.LikeFuture(v); err != nil {
		return Value{}, err
	} else if like == True {
		return el.runUntilForeign(t, v)
	}
	made := !isFuture(v)
	if coro, err := t.isCoroutine(v); err != nil {
		return Value{}, err
	} else if coro && !el.plain() {
		if v, err = el.MakeTask(t, v, Missing, nil); err != nil {
			return Value{}, err
		}
		if AsFuture(v) == nil {
			return el.runUntilForeign(t, v)
		}
	}
	f, err := t.EnsureFuture(v, el)
	if err != nil {
		return Value{}, err
	}
	if made {
		f.flags |= flagQuiet
	}
	stop := &stopLoop{f}
	f.AddCallback(stop)
	err = el.RunForever(t)
	f.RemoveCallback(stop)
	if err != nil {
		if made && f.state == futureFinished {
			f.flags &^= flagLog
		}
		return Value{}, err
	}
	if f.state == futurePending {
		return Value{}, t.RuntimeErrorf("Event loop stopped before Future completed.")
	}
	return f.take(t)
}

// runUntilForeign is RunUntilComplete of a future of another kind than ours.
func (el *EventLoop) runUntilForeign(t *Thread, f Value) (Value, error) {
	stop := NewBuiltin("asyncio", &Method{Name: "_run_until_complete_cb", Sig: "future", Fn: func(*Thread, []Value) (Value, error) {
		el.stopping = true
		return None, nil
	}})
	if _, err := t.callMethodNamed(f, "add_done_callback", stop); err != nil {
		return Value{}, err
	}
	err := el.RunForever(t)
	if fatal(err) {
		return Value{}, err
	}
	if _, rerr := t.callMethodNamed(f, "remove_done_callback", stop); err == nil {
		err = rerr
	}
	if err != nil {
		return Value{}, err
	}
	done, err := t.callMethodNamed(f, "done")
	if err != nil {
		return Value{}, err
	}
	if yes, err := t.Truth(done); err != nil || !yes {
		if err == nil {
			err = t.RuntimeErrorf("Event loop stopped before Future completed.")
		}
		return Value{}, err
	}
	return t.callMethodNamed(f, "result")
}

// EnsureFuture is ensure_future: v itself if it is a future, else a task of the
// coroutine or awaitable v. el is nil for the running loop.
func (t *Thread) EnsureFuture(v Value, el *EventLoop) (*Future, error) {
	if f := AsFuture(v); f != nil {
		if el != nil && f.loop != el {
			return nil, t.ValueErrorf("The future belongs to a different loop than the one specified as the loop argument")
		}
		return f, nil
	}
	ok, err := t.isCoroutine(v)
	if err != nil {
		return nil, err
	}
	mine := ok
	if !ok {
		if !t.isAwaitable(v) {
			return nil, t.TypeErrorf("An asyncio.Future, a coroutine or an awaitable is required")
		}
		v = t.newNativeCoro(&awaitWrapper, &wrapAwaitable{v})
	}
	if el == nil {
		if el, err = t.EventLoop(); err != nil {
			if mine {
				t.closeCoroutine(v)
			}
			return nil, err
		}
	}
	task, err := el.CreateTask(t, v, Missing, nil)
	if err != nil {
		if mine && Is(err, &RuntimeErrorType) {
			t.closeCoroutine(v)
		}
		return nil, err
	}
	return task, nil
}

// awaitWrapper is the coroutine function that ensure_future wraps an awaitable
// in.
var awaitWrapper = Builtin{Hdr: Hdr{&BuiltinType}, row: &Method{Name: "_wrap_awaitable", Sig: "awaitable"}, name: "ensure_future.<locals>._wrap_awaitable", module: "asyncio.tasks"}

// wrapAwaitable awaits a value.
type wrapAwaitable struct{ v Value }

func (w *wrapAwaitable) Step(t *Thread, in Value, err error) (Value, Want, error) {
	if v := w.v; !v.IsMissing() {
		if err != nil {
			return Value{}, Done, err
		}
		w.v = Missing
		return v, AwaitIt, nil
	}
	return in, Done, err
}

// CreateTask is MakeTask where only a Future will do.
func (el *EventLoop) CreateTask(t *Thread, coro, name Value, ctx *Context) (*Future, error) {
	if el.plain() {
		return el.newTask(t, coro, name, ctx)
	}
	v, err := el.MakeTask(t, coro, name, ctx)
	if err != nil {
		return nil, err
	}
	f := AsFuture(v)
	if f == nil {
		return nil, t.TypeErrorf("a task factory must return a Future, not %s", v.Type().Name)
	}
	return f, nil
}

// plain says whether neither a factory nor a method of the program makes tasks.
func (el *EventLoop) plain() bool {
	return el.factory.IsNone() && el.attrs == nil && el.typ == &EventLoopType
}

// MakeTask calls loop.create_task, the program's own if it has put one in the
// place of ours.
func (el *EventLoop) MakeTask(t *Thread, coro, name Value, ctx *Context) (Value, error) {
	if el.plain() && !el.closed {
		task, err := t.NewTask(el, coro, name, ctx)
		if err != nil {
			return Value{}, err
		}
		return obj(task), nil
	}
	m, ok, err := el.replaced(t, "create_task")
	if err != nil {
		return Value{}, err
	}
	if !ok {
		return el.makeTask(t, coro, name, ctx)
	}
	args := []Value{coro}
	var kw []*Str
	if !name.IsMissing() {
		args, kw = append(args, name), append(kw, t.VM.Intern("name"))
	}
	if ctx != nil {
		args, kw = append(args, obj(ctx)), append(kw, t.VM.Intern("context"))
	}
	return t.CallKw(m, args, kw)
}

// makeTask is loop.create_task: a task made by the loop's factory.
func (el *EventLoop) makeTask(t *Thread, coro, name Value, ctx *Context) (Value, error) {
	if el.factory.IsNone() {
		f, err := el.newTask(t, coro, name, ctx)
		if err != nil {
			return Value{}, err
		}
		return f.Value(), nil
	}
	if el.closed {
		return Value{}, t.RuntimeErrorf("Event loop is closed")
	}
	args := []Value{el.Value(), coro}
	var kw []*Str
	if ctx != nil {
		args = append(args, obj(ctx))
		kw = []*Str{NewStrObj("context")}
	}
	v, err := t.CallKw(el.factory, args, kw)
	if err != nil {
		return Value{}, err
	}
	_, err = t.callMethodNamed(v, "set_name", name.Or(None))
	return v, err
}

// newTask makes a task without asking anyone.
func (el *EventLoop) newTask(t *Thread, coro, name Value, ctx *Context) (*Future, error) {
	if el.closed {
		return nil, t.RuntimeErrorf("Event loop is closed")
	}
	task, err := t.NewTask(el, coro, name, ctx)
	if err != nil {
		return nil, err
	}
	return &task.Future, nil
}

// Close is loop.close.
func (el *EventLoop) Close(t *Thread) error {
	if el.running {
		return t.RuntimeErrorf("Cannot close a running event loop")
	}
	if !el.closed {
		el.closed = true
		el.executorClosed = true
		el.q.Clear()
	}
	return nil
}
