package runtime

import (
	"math"
	"slices"
	"strconv"
)

// Executor runs calls on strands, at most max at once: what to_thread and
// run_in_executor use.
type Executor struct {
	Hdr
	Name    string // prefix of its threads' names
	max     int
	workers int       // so many there are
	idle    []*worker // those without work, the one that has had none for longest first
	queue   []*strand // that wait for a worker
	all     []*strand // queued and running, in the order of submission
	closed  bool
	wait    Blocker // of those who wait for it to be empty
	attrs   *Attrs

	prepare func(t *Thread) error // the first thing that a worker does, or nil
	broken  bool                  // a worker could not be prepared
}

// worker is a thread of an executor, on which its strands run one after another.
type worker struct {
	name     string
	thread   *Thread // nil before its first call
	prepared bool
}

// ExecutorType is concurrent.futures.ThreadPoolExecutor; the module of that name
// defines it.
var ExecutorType Type

// defaultWorkers is how many calls the default executor runs at once.
const defaultWorkers = 32

// NewExecutor makes an executor of class typ.
func NewExecutor(typ *Type, name string, max int) *Executor {
	return &Executor{Hdr: Hdr{typ}, Name: name, max: max}
}

// NewExecutorValue is the New slot of ExecutorType; Setup does the rest.
func NewExecutorValue(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	return obj(&Executor{Hdr: Hdr{cls}, max: defaultWorkers}), nil
}

// Setup gives an executor its name, how many calls it runs at once and what each
// of its threads does first, if anything.
func (x *Executor) Setup(name string, max int, prepare func(t *Thread) error) {
	x.Name, x.max, x.prepare = name, max, prepare
}

// ExecutorAttrs is where an executor keeps attributes.
func ExecutorAttrs(v Value) **Attrs { return &(*Executor)(v.p).attrs }

// Max is how many calls run at once.
func (x *Executor) Max() int { return x.max }

// Closed says whether the executor was shut down.
func (x *Executor) Closed() bool { return x.closed }

// Broken says whether a thread of the executor could not be prepared: it runs no
// more calls.
func (x *Executor) Broken() bool { return x.broken }

// Submit has call run on a strand when there is room, and ended run, on the
// loop's stack, when it is over; or else abandoned, if the executor is shut down
// before the call has begun.
func (x *Executor) Submit(t *Thread, call func(t *Thread) (Value, error), ended func(t *Thread, v Value, err error) error, abandoned func(t *Thread) error) {
	s := x.submit(t, call, ended)
	s.abandoned = abandoned
}

func (x *Executor) submit(t *Thread, call func(t *Thread) (Value, error), ended func(t *Thread, v Value, err error) error) *strand {
	s := newStrand("", func(t *Thread) (Value, error) {
		if err := x.prepareWorker(t); err != nil {
			return Value{}, err
		}
		return call(t)
	}, nil)
	s.ended = func(t *Thread, v Value, err error) error {
		x.retire(t, s)
		err = ended(t, v, err)
		x.wait.Wake()
		if s.onEnd != nil && !s.onEnd.Done() {
			s.onEnd.SetResult(None)
			s.onEnd.loop.wake()
		}
		return err
	}
	s.executor = x
	x.all = append(x.all, s)
	switch {
	case len(x.idle) > 0:
		w := x.idle[0]
		x.idle = x.idle[1:]
		s.startOn(t, w)
	case x.workers < x.max:
		w := &worker{name: x.Name + "_" + strconv.Itoa(x.workers)}
		x.workers++
		s.startOn(t, w)
	default:
		x.queue = append(x.queue, s)
	}
	return s
}

// startOn has a new strand run on the thread of a worker.
func (s *strand) startOn(t *Thread, w *worker) {
	s.worker, s.name, s.thread = w, w.name, w.thread
	s.start(t)
}

// prepareWorker prepares the worker that the stack belongs to, if that is yet to be
// done.
func (x *Executor) prepareWorker(t *Thread) error {
	w := t.strand.worker
	w.thread = t
	if w.prepared || x.prepare == nil || x.broken {
		return nil
	}
	w.prepared = true
	err := x.prepare(t)
	if _, ok := err.(*Exception); ok {
		x.broken = true
		return nil
	}
	return err
}

func (x *Executor) forget(s *strand) {
	x.all = slices.DeleteFunc(x.all, func(o *strand) bool { return o == s })
}

// retire takes an ended strand out and gives its worker the next one, once.
func (x *Executor) retire(t *Thread, s *strand) {
	if s.retired {
		return
	}
	s.retired = true
	x.forget(s)
	if len(x.queue) == 0 {
		x.idle = append(x.idle, s.worker)
		return
	}
	next := x.queue[0]
	x.queue = x.queue[1:]
	next.startOn(t, s.worker)
}

// Shutdown lets no more calls in, with cancel set abandons those that have not
// begun and, with wait set, blocks until all are over.
func (x *Executor) Shutdown(t *Thread, wait, cancel bool) error {
	x.closed = true
	if cancel {
		queue := x.queue
		x.queue = nil
		for _, s := range queue {
			x.forget(s)
			if err := s.abandoned(t); err != nil {
				return err
			}
		}
	}
	if !wait {
		return nil
	}
	_, err := t.WaitFor(&x.wait, x, math.Inf(1), func() bool { return len(x.all) == 0 })
	return err
}

// Blocked says for a report what a thread waits on that shuts the executor down.
func (x *Executor) Blocked(*Thread) Wait {
	var names []string
	for _, s := range x.all {
		if s.worker != nil {
			names = append(names, s.name)
		}
	}
	return Wait{What: "the calls on the threads " + shortList(names)}
}

// RunInExecutor is loop.run_in_executor: a future of the outcome of call, which
// runs on a strand of x, or of the loop's default executor if x is nil.
func (el *EventLoop) RunInExecutor(t *Thread, x *Executor, call func(t *Thread) (Value, error)) (*Future, error) {
	if err := el.open(t); err != nil {
		return nil, err
	}
	if x == nil {
		if el.executorClosed {
			return nil, t.RuntimeErrorf("Executor shutdown has been called")
		}
		if el.executor == nil {
			el.executor = NewExecutor(&ExecutorType, "asyncio", defaultWorkers)
		}
		x = el.executor
	}
	if x.closed {
		return nil, t.RuntimeErrorf("cannot schedule new futures after shutdown")
	}
	f := t.NewFuture(el)
	s := x.submit(t, call, func(t *Thread, v Value, err error) error {
		if f.Done() {
			return nil
		}
		if e, ok := err.(*Exception); ok {
			err = t.AsyncioError(e)
		}
		err = f.SetOutcome(t, v, err)
		el.wake()
		return err
	})
	s.abandoned = func(t *Thread) error {
		_, err := t.CallMethod(f.Value(), "cancel")
		return err
	}
	s.result = f
	el.remember(x)
	return f, nil
}

// AsyncioError is an exception of a thread as it reaches a future: one of
// concurrent.futures as asyncio's own of the same name, a StopIteration as what a
// future can hold, any other as it is.
func (t *Thread) AsyncioError(e *Exception) *Exception {
	if e.typ.IsSubclass(&StopIterationType) {
		return t.heldStop(e)
	}
	typ := map[string]*Type{"CancelledError": &CancelledErrorType, "InvalidStateError": &InvalidStateErrorType}[e.typ.Name]
	if typ == nil || e.typ.Module != "concurrent.futures._base" {
		return e
	}
	return &Exception{Hdr: Hdr{typ}, args: e.args, tb: e.tb}
}

// strandOf is the strand whose outcome resolves f, or nil.
func (vm *VM) strandOf(f *Future) *strand {
	for _, el := range vm.loops {
		for _, x := range el.executors {
			for _, s := range x.all {
				if s.result == f {
					return s
				}
			}
		}
	}
	return nil
}

// remember keeps an executor that the loop's shutdown must wait for.
func (el *EventLoop) remember(x *Executor) {
	for _, o := range el.executors {
		if o == x {
			return
		}
	}
	el.executors = append(el.executors, x)
}

// firstStrand is a strand of the loop's executors that is not over, or nil.
func (el *EventLoop) firstStrand() *strand {
	for _, x := range el.executors {
		if len(x.all) > 0 {
			return x.all[0]
		}
	}
	return nil
}

func loopRunInExecutor(t *Thread, args []Value) (Value, error) {
	el := asLoop(args)
	if el.debug {
		if err := el.checkCallback(t, args[2], "run_in_executor"); err != nil {
			return Value{}, err
		}
	}
	var x *Executor
	fn, rest := args[2], AsTuple(args[3]).items
	if !args[1].IsNone() {
		if x = plainExecutor(t, args[1]); x == nil {
			return t.submitTo(args[1], append([]Value{fn}, rest...), args[0])
		}
	}
	f, err := el.RunInExecutor(t, x, func(t *Thread) (Value, error) { return t.CallKw(fn, rest, nil) })
	if err != nil {
		return Value{}, err
	}
	return f.Value(), nil
}

// plainExecutor is v as an executor whose submit() is the builtin one, or nil.
func plainExecutor(t *Thread, v Value) *Executor {
	x := As[Executor](v, &ExecutorType)
	if x == nil {
		return nil
	}
	name := t.VM.Intern("submit")
	own, _ := v.Type().Lookup(name)
	if plain, _ := ExecutorType.Lookup(name); own != plain || x.broken {
		return nil
	}
	return x
}

// submitTo has an executor of the program's own class run a call, and is an asyncio
// future of the outcome.
func (t *Thread) submitTo(executor Value, call []Value, loop Value) (Value, error) {
	f, err := t.CallMethod(executor, "submit", call...)
	if err != nil {
		return Value{}, err
	}
	m, err := t.Import("asyncio")
	if err != nil {
		return Value{}, err
	}
	wrap, err := t.GetAttr(m.Value(), t.VM.Intern("wrap_future"))
	if err != nil {
		return Value{}, err
	}
	return t.CallKw(wrap, []Value{f, loop}, []*Str{t.VM.Intern("loop")})
}

func loopSetExecutor(t *Thread, args []Value) (Value, error) {
	x := As[Executor](args[1], &ExecutorType)
	if x == nil {
		return Value{}, t.TypeErrorf("executor must be ThreadPoolExecutor instance")
	}
	asLoop(args).executor = x
	return None, nil
}

// shutdownExecutor is the body of loop.shutdown_default_executor: it waits for
// the strands of the loop, one after another.
type shutdownExecutor struct{ el *EventLoop }

func loopShutdownExecutor(t *Thread, args []Value) (NativeCoro, error) {
	return &shutdownExecutor{asLoop(args)}, nil
}

func (c *shutdownExecutor) Step(t *Thread, in Value, err error) (Value, Want, error) {
	c.el.executorClosed = true
	s := c.el.firstStrand()
	if err != nil || s == nil {
		return None, Done, err
	}
	f := t.NewFuture(c.el)
	f.flags |= flagHidden
	s.onEnd = f
	return f.Value(), AwaitIt, nil
}
