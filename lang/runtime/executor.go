package runtime

import (
	"math"
	"strconv"
)

// Executor runs calls on strands, at most max at once: what to_thread and
// run_in_executor use.
type Executor struct {
	Hdr
	Name    string // prefix of its threads' names
	max     int
	running int
	queue   []*strand // that wait for their turn
	all     []*strand // queued and running, in the order of submission
	started int       // threads named so far
	closed  bool
	wait    Blocker // of those who wait for it to be empty
	attrs   *Attrs
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

// Setup gives an executor its name and how many calls it runs at once.
func (x *Executor) Setup(name string, max int) { x.Name, x.max = name, max }

// ExecutorAttrs is where an executor keeps attributes.
func ExecutorAttrs(v Value) **Attrs { return &(*Executor)(v.p).attrs }

// Max is how many calls run at once.
func (x *Executor) Max() int { return x.max }

// Closed says whether the executor was shut down.
func (x *Executor) Closed() bool { return x.closed }

// Submit has call run on a strand when there is room, and ended run, on the
// loop's stack, when it is over.
func (x *Executor) Submit(t *Thread, call func(t *Thread) (Value, error), ended func(t *Thread, v Value, err error) error) {
	x.submit(t, call, ended)
}

func (x *Executor) submit(t *Thread, call func(t *Thread) (Value, error), ended func(t *Thread, v Value, err error) error) *strand {
	s := newStrand(x.threadName(), call, nil)
	s.ended = func(t *Thread, v Value, err error) error {
		x.retire(t, s)
		err = ended(t, v, err)
		x.wait.Wake()
		if s.onEnd != nil && !s.onEnd.Done() {
			s.onEnd.SetResult(None)
		}
		return err
	}
	s.executor = x
	x.all = append(x.all, s)
	if x.running < x.max {
		x.running++
		s.start(t)
		return s
	}
	x.queue = append(x.queue, s)
	return s
}

func (x *Executor) threadName() string {
	x.started++
	return x.Name + "_" + strconv.Itoa(int(min(x.started, x.max)-1))
}

// retire takes an ended strand out and lets the next one in.
func (x *Executor) retire(t *Thread, s *strand) {
	for i, o := range x.all {
		if o == s {
			x.all = append(x.all[:i], x.all[i+1:]...)
			break
		}
	}
	x.running--
	if len(x.queue) > 0 {
		next := x.queue[0]
		x.queue = x.queue[1:]
		x.running++
		next.start(t)
	}
}

// Shutdown lets no more calls in and, with wait set, blocks until all are over.
func (x *Executor) Shutdown(t *Thread, wait bool) error {
	x.closed = true
	if !wait {
		return nil
	}
	_, err := t.WaitFor(&x.wait, x, math.Inf(1), func() bool { return len(x.all) == 0 })
	return err
}

// Blocked says for a report what a thread waits on that shuts the executor down.
func (x *Executor) Blocked(*Thread) Wait {
	names := make([]string, len(x.all))
	for i, s := range x.all {
		names[i] = s.name
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
		return f.SetOutcome(t, v, err)
	})
	s.result = f
	el.remember(x)
	return f, nil
}

// AsyncioError is an exception of concurrent.futures as asyncio's own of the same
// name, as which it reaches a future; any other is itself.
func (t *Thread) AsyncioError(e *Exception) *Exception {
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
	if !args[1].IsNone() {
		if x = As[Executor](args[1], &ExecutorType); x == nil {
			return Value{}, t.Errorf(&AttributeErrorType, "'%s' object has no attribute 'submit'", args[1].Type().Name)
		}
	}
	fn, rest := args[2], AsTuple(args[3]).items
	f, err := el.RunInExecutor(t, x, func(t *Thread) (Value, error) { return t.CallKw(fn, rest, nil) })
	if err != nil {
		return Value{}, err
	}
	return f.Value(), nil
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
