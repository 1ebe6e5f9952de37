package stdlib

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// The module concurrent.futures: calls on threads (strands here) and the futures
// of their outcomes.

// The classes of the module.
var (
	concurrentFutureType, futuresErrorType, futuresCancelledType rt.Type
	futuresInvalidStateType, brokenExecutorType                  rt.Type
	executorBaseType, brokenThreadPoolType                       rt.Type
)

// concurrentFuture is a concurrent.futures.Future.
type concurrentFuture struct {
	rt.Hdr
	attrs     *rt.Attrs
	state     futuresState
	value     rt.Value
	exc       *rt.Exception
	notified  bool // cancelled, and who was to run it knows
	callbacks []rt.Value
	then      []func(t *rt.Thread) error // of the runtime's own
	watchers  []func()                   // of those who wait for several, called when it is over
	waiting   rt.Blocker
}

type futuresState uint8

const (
	futuresPending futuresState = iota
	futuresRunning
	futuresCancelled
	futuresFinished
)

func (s futuresState) String() string {
	return [...]string{"pending", "running", "cancelled", "finished"}[s]
}

var concurrentFutureSpec = rt.Spec{
	Name: "Future", Module: "concurrent.futures._base", Layout: true, Attrs: true, Python: true,
	AttrsOf: func(v rt.Value) **rt.Attrs { return &rt.ObjectOf[concurrentFuture](v).attrs },
	Doc:     "The outcome of a call on another thread.",
	Slots: rt.Slots{
		New:        rt.MakeNew(func(f *concurrentFuture) *rt.Hdr { return &f.Hdr }),
		Initialize: rt.MakeInit("Future", "", func(*rt.Thread, rt.Value, []rt.Value) error { return nil }),
		Repr:       concurrentRepr,
	},
	Methods: []rt.Method{
		{Name: "result", Sig: "timeout=None", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			f := rt.ObjectOf[concurrentFuture](a[0])
			if err := f.wait(t, a[1].Or(rt.None)); err != nil {
				return rt.Value{}, err
			}
			if f.exc != nil {
				return rt.Value{}, f.exc
			}
			return f.value, nil
		}},
		{Name: "exception", Sig: "timeout=None", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			f := rt.ObjectOf[concurrentFuture](a[0])
			if err := f.wait(t, a[1].Or(rt.None)); err != nil || f.exc == nil {
				return rt.None, err
			}
			return f.exc.Value(), nil
		}},
		{Name: "done", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.Bool(rt.ObjectOf[concurrentFuture](a[0]).done()), nil
		}},
		{Name: "running", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.Bool(rt.ObjectOf[concurrentFuture](a[0]).state == futuresRunning), nil
		}},
		{Name: "cancelled", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.Bool(rt.ObjectOf[concurrentFuture](a[0]).state == futuresCancelled), nil
		}},
		{Name: "cancel", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			f := rt.ObjectOf[concurrentFuture](a[0])
			return rt.Bool(f.state == futuresPending || f.state == futuresCancelled), f.cancel(t)
		}},
		{Name: "add_done_callback", Sig: "fn", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			f := rt.ObjectOf[concurrentFuture](a[0])
			if f.done() {
				return rt.None, f.tell(t, a[1])
			}
			f.callbacks = append(f.callbacks, a[1])
			return rt.None, nil
		}},
		{Name: "set_running_or_notify_cancel", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			f := rt.ObjectOf[concurrentFuture](a[0])
			if f.notified || f.state == futuresRunning || f.state == futuresFinished {
				t.Report(fmt.Sprintf("Future %d in unexpected state: %s", t.ID(a[0]), f.stateName()))
				return rt.Value{}, t.RuntimeErrorf("Future in unexpected state")
			}
			return rt.Bool(f.start()), nil
		}},
		{Name: "_state", Kind: rt.Getter, Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.NewStr(rt.ObjectOf[concurrentFuture](a[0]).stateName()), nil
		}},
		{Name: "set_result", Sig: "result", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.None, rt.ObjectOf[concurrentFuture](a[0]).set(t, a[1], nil)
		}},
		{Name: "set_exception", Sig: "exception", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.None, rt.ObjectOf[concurrentFuture](a[0]).set(t, rt.None, rt.AsException(a[1]))
		}},
	},
}

var executorBaseSpec = rt.Spec{
	Name: "Executor", Module: "concurrent.futures._base", Python: true,
	Doc: "What runs calls; submit() is left to its subclasses.",
	Methods: []rt.Method{
		{Name: "submit", Sig: "fn, /, *args, **kwargs", Fn: func(t *rt.Thread, _ []rt.Value) (rt.Value, error) {
			return rt.Value{}, t.NewException(&rt.NotImplementedErrorType)
		}},
		{Name: "map", Sig: "fn, *iterables, timeout=None, chunksize=1", Fn: executorMap},
		{Name: "shutdown", Sig: "wait=True, *, cancel_futures=False", Fn: func(*rt.Thread, []rt.Value) (rt.Value, error) {
			return rt.None, nil
		}},
		{Name: "__enter__", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) { return a[0], nil }},
		{Name: "__exit__", Sig: "exc_type, exc_val, exc_tb", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			shutdown, err := t.GetAttr(a[0], t.VM.Intern("shutdown"))
			if err == nil {
				_, err = t.CallKw(shutdown, []rt.Value{rt.True}, []*rt.Str{t.VM.Intern("wait")})
			}
			return rt.False, err
		}},
	},
}

var executorSpec = rt.Spec{
	Name: "ThreadPoolExecutor", Module: "concurrent.futures.thread", Base: &executorBaseType, Layout: true, Attrs: true, Python: true,
	AttrsOf: rt.ExecutorAttrs,
	Doc:     "Runs calls on threads.",
	Slots: rt.Slots{
		New:        rt.NewExecutorValue,
		Initialize: rt.MakeInit("ThreadPoolExecutor", "max_workers=None, thread_name_prefix='', initializer=None, initargs=()", initExecutor),
	},
	Methods: []rt.Method{
		{Name: "submit", Sig: "fn, /, *args, **kwargs", Fn: executorSubmit},
		{Name: "shutdown", Sig: "wait=True, *, cancel_futures=False", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			wait, err := t.TruthOr(a[1], true)
			if err != nil {
				return rt.Value{}, err
			}
			cancel, err := t.TruthOr(a[2], false)
			if err != nil {
				return rt.Value{}, err
			}
			return rt.None, rt.ObjectOf[rt.Executor](a[0]).Shutdown(t, wait, cancel)
		}},
		{Name: "_thread_name_prefix", Kind: rt.Getter, Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.NewStr(rt.ObjectOf[rt.Executor](a[0]).Name), nil
		}},
		{Name: "_max_workers", Kind: rt.Getter, Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.Int(int64(rt.ObjectOf[rt.Executor](a[0]).Max())), nil
		}},
	},
}

var concurrentFuturesModule = rt.ModuleDef{
	Name: "concurrent.futures",
	Doc:  "Calls on threads and their futures.",
	Types: []*rt.Type{
		&concurrentFutureType, &executorBaseType, &rt.ExecutorType, &futuresCancelledType, &futuresInvalidStateType,
		&brokenExecutorType, &rt.TimeoutErrorType,
	},
	Funcs: []rt.Method{
		{Name: "wait", Sig: "fs, timeout=None, return_when='ALL_COMPLETED'", Fn: futuresWait},
		{Name: "as_completed", Sig: "fs, timeout=None", Fn: futuresAsCompleted},
	},
	Consts: map[string]rt.Value{
		"FIRST_COMPLETED": rt.NewStr(firstCompleted),
		"FIRST_EXCEPTION": rt.NewStr(firstException),
		"ALL_COMPLETED":   rt.NewStr(allCompleted),
	},
}

var concurrentModule = rt.ModuleDef{Name: "concurrent"}

var concurrentFuturesThreadModule = rt.ModuleDef{Name: "concurrent.futures.thread", Types: []*rt.Type{&rt.ExecutorType, &brokenThreadPoolType}}

func init() {
	rt.DefineException(&futuresErrorType, "concurrent.futures._base", "Error", &rt.ExceptionType)
	rt.DefineException(&futuresCancelledType, "concurrent.futures._base", "CancelledError", &futuresErrorType)
	rt.DefineException(&futuresInvalidStateType, "concurrent.futures._base", "InvalidStateError", &futuresErrorType)
	rt.DefineException(&brokenExecutorType, "concurrent.futures._base", "BrokenExecutor", &rt.RuntimeErrorType)
	rt.Define(&concurrentFutureType, &concurrentFutureSpec)
	rt.DefineException(&brokenThreadPoolType, "concurrent.futures.thread", "BrokenThreadPool", &brokenExecutorType)
	rt.Define(&executorBaseType, &executorBaseSpec)
	rt.Define(&rt.ExecutorType, &executorSpec)
	rt.RegisterModule(&concurrentFuturesModule)
	rt.RegisterModule(&concurrentModule)
	rt.RegisterModule(&concurrentFuturesThreadModule)
}

func newConcurrentFuture() *concurrentFuture {
	f := &concurrentFuture{}
	f.Init(&concurrentFutureType)
	return f
}

func concurrentRepr(t *rt.Thread, v rt.Value) (string, error) {
	f := rt.ObjectOf[concurrentFuture](v)
	s := "<Future" + t.At(v) + " state=" + f.state.String()
	if f.state == futuresFinished {
		what := f.value
		if f.exc != nil {
			what = f.exc.Value()
			s += " raised " + what.Type().Name
		} else {
			s += " returned " + what.Type().Name
		}
	}
	return s + ">", nil
}

func (f *concurrentFuture) done() bool {
	return f.state == futuresCancelled || f.state == futuresFinished
}

// stateName is the state as the attribute _state gives it.
func (f *concurrentFuture) stateName() string {
	name := strings.ToUpper(f.state.String())
	if f.notified {
		name += "_AND_NOTIFIED"
	}
	return name
}

// over says whether those who wait for several futures count this one as done: one
// that was cancelled only once who was to run it knows.
func (f *concurrentFuture) over() bool { return f.state == futuresFinished || f.notified }

// tellWatchers tells those who wait for several futures that this one is over.
func (f *concurrentFuture) tellWatchers() {
	watchers := f.watchers
	f.watchers = nil
	for _, fn := range watchers {
		fn()
	}
}

// start says that the call begins; false if it was cancelled.
func (f *concurrentFuture) start() bool {
	if f.state == futuresCancelled {
		f.notified = true
		f.tellWatchers()
		return false
	}
	f.state = futuresRunning
	return true
}

// cancel cancels the future unless the call has begun.
func (f *concurrentFuture) cancel(t *rt.Thread) error {
	if f.state != futuresPending {
		return nil
	}
	return f.settle(t, futuresCancelled)
}

// Blocked says for a report what a thread waits on that wants the result.
func (f *concurrentFuture) Blocked(*rt.Thread) rt.Wait {
	return rt.Wait{What: "a concurrent.futures.Future", Help: "nobody is left who resolves the concurrent.futures.Future"}
}

// anyOf is one of several futures.
type anyOf []*concurrentFuture

// Blocked says for a report what a thread waits on that waits for one of them.
func (fs anyOf) Blocked(*rt.Thread) rt.Wait {
	return rt.Wait{What: fmt.Sprintf("the first of %d concurrent.futures.Future", len(fs))}
}

// wait blocks this thread until the future is done.
func (f *concurrentFuture) wait(t *rt.Thread, timeout rt.Value) error {
	until := math.Inf(1)
	if !timeout.IsNone() {
		d, err := t.Seconds(timeout)
		if err != nil {
			return err
		}
		until = t.VM.Now() + d
	}
	ok, err := t.WaitFor(&f.waiting, f, until, f.done)
	switch {
	case err != nil:
		return err
	case !ok:
		return t.NewException(&rt.TimeoutErrorType)
	case f.state == futuresCancelled:
		return t.NewException(&futuresCancelledType)
	}
	return nil
}

// set finishes the future with a result or an exception.
func (f *concurrentFuture) set(t *rt.Thread, v rt.Value, e *rt.Exception) error {
	if f.done() {
		s, err := t.Repr(rt.ObjectValue(f))
		if err != nil {
			return err
		}
		return t.Errorf(&futuresInvalidStateType, "%s: %s", f.stateName(), s)
	}
	f.value, f.exc = v, e
	return f.settle(t, futuresFinished)
}

// settle wakes those who wait and calls the callbacks.
func (f *concurrentFuture) settle(t *rt.Thread, state futuresState) error {
	f.state = state
	f.waiting.Wake()
	if state == futuresFinished {
		f.tellWatchers()
	}
	callbacks, then := f.callbacks, f.then
	f.callbacks, f.then = nil, nil
	for _, fn := range then {
		if err := fn(t); err != nil {
			return err
		}
	}
	for _, fn := range callbacks {
		if err := f.tell(t, fn); err != nil {
			return err
		}
	}
	return nil
}

// tell calls a callback; its exceptions are reported and go no further.
func (f *concurrentFuture) tell(t *rt.Thread, fn rt.Value) error {
	_, err := t.Call(fn, rt.ObjectValue(f))
	if e, ok := err.(*rt.Exception); ok && rt.Is(e, &rt.ExceptionType) {
		s, err := t.Repr(rt.ObjectValue(f))
		if rt.Is(err, &rt.ExceptionType) { // a class of the program's with a __repr__ that fails
			s, err = "<"+f.Type().Name+" object>", nil
		}
		if err == nil {
			t.Report("exception calling callback for " + s + "\n" + t.FormatException(e))
		}
		return err
	}
	return err
}

// whenDone calls fn when the future is done.
func (f *concurrentFuture) whenDone(t *rt.Thread, fn func(t *rt.Thread) error) error {
	if f.done() {
		return fn(t)
	}
	f.then = append(f.then, fn)
	return nil
}

func initExecutor(t *rt.Thread, self rt.Value, args []rt.Value) error {
	n := int64(32)
	if v := args[0].Or(rt.None); !v.IsNone() {
		var err error
		if n, err = t.IntArg(v); err != nil {
			return err
		}
		if n <= 0 {
			return t.ValueErrorf("max_workers must be greater than 0")
		}
	}
	var prepare func(t *rt.Thread) error
	if initializer := args[2].Or(rt.None); !initializer.IsNone() {
		if !rt.Callable(initializer) {
			return t.TypeErrorf("initializer must be a callable")
		}
		first, err := t.Collect(args[3].Or(rt.NewTuple(nil)))
		if err != nil {
			return err
		}
		prepare = func(t *rt.Thread) error {
			_, err := t.Call(initializer, first...)
			if e, ok := err.(*rt.Exception); ok {
				t.Report("Exception in initializer:\n" + t.FormatException(e))
			}
			return err
		}
	}
	var prefix string
	if s := rt.AsStr(args[1]); s != nil && s.String() != "" {
		prefix = s.String()
	} else {
		made := rt.State(t.VM, executorsKey{}, func() *int { return new(int) })
		prefix = "ThreadPoolExecutor-" + strconv.Itoa(*made)
		*made++
	}
	rt.ObjectOf[rt.Executor](self).Setup(prefix, int(min(n, 1<<20)), prepare)
	return nil
}

// executorsKey is of how many executors have got a name of their own.
type executorsKey struct{}

func executorSubmit(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	fn := args[1]
	call, names, err := t.CallArgs(args[2], args[3])
	if err != nil {
		return rt.Value{}, err
	}
	f, err := submit(t, rt.ObjectOf[rt.Executor](args[0]), func(t *rt.Thread) (rt.Value, error) { return t.CallKw(fn, call, names) })
	if err != nil {
		return rt.Value{}, err
	}
	return rt.ObjectValue(f), nil
}

// submit runs call on a thread of the executor.
func submit(t *rt.Thread, x *rt.Executor, call func(t *rt.Thread) (rt.Value, error)) (*concurrentFuture, error) {
	switch {
	case x.Broken():
		return nil, brokenThreadPool(t)
	case x.Closed():
		return nil, t.RuntimeErrorf("cannot schedule new futures after shutdown")
	}
	f := newConcurrentFuture()
	x.Submit(t, func(t *rt.Thread) (v rt.Value, err error) {
		if !f.start() {
			return rt.None, nil
		}
		if x.Broken() {
			err = brokenThreadPool(t)
		} else {
			v, err = call(t)
		}
		if e, ok := err.(*rt.Exception); ok {
			return rt.None, f.set(t, rt.None, e)
		}
		if err != nil {
			return rt.Value{}, err
		}
		return rt.None, f.set(t, v, nil)
	}, func(_ *rt.Thread, _ rt.Value, err error) error {
		if rt.IsFatal(err) {
			return err
		}
		return nil
	}, f.cancel)
	return f, nil
}

func brokenThreadPool(t *rt.Thread) error {
	return t.Errorf(&brokenThreadPoolType, "A thread initializer failed, the thread pool is not usable anymore")
}

// executorMap submits a call for each row of the iterables, and is an iterator over
// the results in their order.
func executorMap(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	until, err := deadlineOf(t, args[3].Or(rt.None))
	if err != nil {
		return rt.Value{}, err
	}
	rows, err := zipped(t, rt.AsTuple(args[2]).Items())
	if err != nil {
		return rt.Value{}, err
	}
	futures := make([]rt.Value, len(rows))
	for i, row := range rows {
		if futures[i], err = t.CallMethod(args[0], "submit", append([]rt.Value{args[1]}, row...)...); err != nil {
			return rt.Value{}, err
		}
	}
	return rt.NewIterator(func(t *rt.Thread) (rt.Value, bool, error) {
		if len(futures) == 0 {
			return rt.Value{}, false, nil
		}
		var left []rt.Value
		if !math.IsInf(until, 1) {
			left = []rt.Value{rt.Float(until - t.VM.Now())}
		}
		f := futures[0]
		futures = futures[1:]
		v, err := t.CallMethod(f, "result", left...)
		if err == nil {
			return v, true, nil
		}
		for _, f := range append([]rt.Value{f}, futures...) {
			if _, err := t.CallMethod(f, "cancel"); err != nil {
				return rt.Value{}, false, err
			}
		}
		futures = nil
		return rt.Value{}, false, err
	}), nil
}

// zipped is the rows of iterables, as long as the shortest.
func zipped(t *rt.Thread, iterables []rt.Value) ([][]rt.Value, error) {
	var rows [][]rt.Value
	for i, it := range iterables {
		col, err := t.Collect(it)
		if err != nil {
			return nil, err
		}
		if i == 0 || len(col) < len(rows) {
			rows = append(rows, make([][]rt.Value, max(0, len(col)-len(rows)))...)[:len(col)]
		}
		for j := range rows {
			rows[j] = append(rows[j], col[j])
		}
	}
	return rows, nil
}

// concurrentFutures are the futures of an iterable, each once.
func concurrentFutures(t *rt.Thread, fs rt.Value) ([]*concurrentFuture, error) {
	var list []*concurrentFuture
	seen := map[*concurrentFuture]bool{}
	err := t.Each(fs, func(v rt.Value) error {
		f := rt.As[concurrentFuture](v, &concurrentFutureType)
		if f == nil {
			return t.Errorf(&rt.AttributeErrorType, "'%s' object has no attribute '_condition'", v.Type().Name)
		}
		if !seen[f] {
			seen[f] = true
			list = append(list, f)
		}
		return nil
	})
	return list, err
}

// deadlineOf is the time at which a timeout argument is over.
func deadlineOf(t *rt.Thread, timeout rt.Value) (float64, error) {
	if timeout.IsNone() {
		return math.Inf(1), nil
	}
	d, err := t.Seconds(timeout)
	return t.VM.Now() + d, err
}

func futuresWait(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	fs, err := concurrentFutures(t, args[0])
	if err != nil {
		return rt.Value{}, err
	}
	until, err := deadlineOf(t, args[1].Or(rt.None))
	if err != nil {
		return rt.Value{}, err
	}
	mode := allCompleted
	if s := rt.AsStr(args[2]); s != nil {
		mode = s.String()
	}
	enough := func() bool {
		for _, f := range fs {
			switch {
			case !f.over():
				if mode == allCompleted || mode == firstException {
					return false
				}
			case mode == firstCompleted, mode == firstException && f.exc != nil:
				return true
			}
		}
		return mode != firstCompleted || len(fs) == 0
	}
	if mode == firstException {
		all := enough
		enough = func() bool {
			for _, f := range fs {
				if f.exc != nil {
					return true
				}
			}
			return all()
		}
	}
	if _, err := waitForAny(t, fs, until, enough); err != nil {
		return rt.Value{}, err
	}
	var done, not []rt.Value
	for _, f := range fs {
		if f.over() {
			done = append(done, rt.ObjectValue(f))
		} else {
			not = append(not, rt.ObjectValue(f))
		}
	}
	d, err := t.NewSetOf(done)
	if err != nil {
		return rt.Value{}, err
	}
	n, err := t.NewSetOf(not)
	if err != nil {
		return rt.Value{}, err
	}
	cls := rt.State(t.VM, doneAndNotDoneKey{}, func() *rt.Value { return &rt.Value{} })
	if *cls == (rt.Value{}) {
		fields := rt.NewStr("done not_done")
		if *cls, err = namedTuple(t, []rt.Value{rt.NewStr("DoneAndNotDoneFutures"), fields, rt.False, rt.None, rt.NewStr("concurrent.futures._base")}); err != nil {
			return rt.Value{}, err
		}
	}
	return t.Call(*cls, d, n)
}

// doneAndNotDoneKey is of the class of what wait() returns.
type doneAndNotDoneKey struct{}

// waitForAny blocks until ready, which is asked again whenever one of the futures
// is done.
func waitForAny(t *rt.Thread, fs []*concurrentFuture, until float64, ready func() bool) (bool, error) {
	var b rt.Blocker
	for _, f := range fs {
		if !f.over() {
			f.watchers = append(f.watchers, b.Wake)
		}
	}
	return t.WaitFor(&b, anyOf(fs), until, ready)
}

func futuresAsCompleted(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	fs, err := concurrentFutures(t, args[0])
	if err != nil {
		return rt.Value{}, err
	}
	until, err := deadlineOf(t, args[1].Or(rt.None))
	if err != nil {
		return rt.Value{}, err
	}
	var ready []*concurrentFuture
	for _, f := range fs {
		if f.over() {
			ready = append(ready, f)
		} else {
			f.watchers = append(f.watchers, func() { ready = append(ready, f) })
		}
	}
	left, total := len(fs), len(fs)
	return rt.NewIterator(func(t *rt.Thread) (rt.Value, bool, error) {
		if left == 0 {
			return rt.Value{}, false, nil
		}
		ok, err := waitForAny(t, fs, until, func() bool { return len(ready) > 0 })
		if err != nil {
			return rt.Value{}, false, err
		}
		if !ok {
			return rt.Value{}, false, t.Errorf(&rt.TimeoutErrorType, "%d (of %d) futures unfinished", left, total)
		}
		left--
		f := ready[0]
		ready = ready[1:]
		return rt.ObjectValue(f), true, nil
	}), nil
}

// runCoroutineThreadsafe hands a coroutine to a loop from another thread.
func runCoroutineThreadsafe(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	ok, err := t.IsCoroutine(args[0])
	if err != nil {
		return rt.Value{}, err
	}
	if !ok {
		return rt.Value{}, t.TypeErrorf("A coroutine object is required")
	}
	el := rt.AsLoop(args[1])
	if el == nil {
		return rt.Value{}, t.Errorf(&rt.AttributeErrorType, "'%s' object has no attribute 'call_soon_threadsafe'", args[1].Type().Name)
	}
	cf := newConcurrentFuture()
	el.Soon(&submitted{el, args[0], cf, t.CopyContext()})
	return rt.ObjectValue(cf), nil
}

// submitted is the callback that makes a task of a coroutine from another thread.
type submitted struct {
	el   *rt.EventLoop
	coro rt.Value
	cf   *concurrentFuture
	ctx  *rt.Context // of the thread
}

// CallbackName is how asyncio's own callback is called.
func (s *submitted) CallbackName() string { return "run_coroutine_threadsafe.<locals>.callback" }

func (s *submitted) Run(t *rt.Thread) error {
	var f *rt.Future
	_, err := t.Within(s.ctx, func() (_ rt.Value, err error) {
		f, err = t.EnsureFuture(s.coro, s.el)
		return rt.None, err
	})
	if err != nil {
		if e, ok := err.(*rt.Exception); ok && s.cf.start() {
			if serr := s.cf.set(t, rt.None, e); serr != nil {
				return serr
			}
		}
		return err
	}
	f.AddCallback(&copyToThread{f, s.cf})
	return s.cf.whenDone(t, func(t *rt.Thread) error {
		if s.cf.state == futuresCancelled {
			s.el.Soon(&cancelFuture{f})
		}
		return nil
	})
}

type cancelFuture struct{ f *rt.Future }

func (c *cancelFuture) Run(t *rt.Thread) error {
	_, err := c.f.Cancel(t, rt.None)
	return err
}

// copyToThread is the callback that passes a future's outcome on to a concurrent
// one.
type copyToThread struct {
	f  *rt.Future
	cf *concurrentFuture
}

// CallbackName is how asyncio's own callback is called.
func (c *copyToThread) CallbackName() string { return "_chain_future.<locals>._call_set_state" }

func (c *copyToThread) Run(t *rt.Thread) error {
	if c.f.Cancelled() {
		if err := c.cf.cancel(t); err != nil {
			return err
		}
	}
	if c.cf.state == futuresFinished || !c.cf.start() {
		return nil // the future's exception, if it has one, is not retrieved
	}
	if e := c.f.Exception(); e != nil {
		return c.cf.set(t, rt.None, e)
	}
	v, err := c.f.Result(t)
	if err != nil {
		return err
	}
	return c.cf.set(t, v, nil)
}

// wrapFuture makes a concurrent future awaitable.
func wrapFuture(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	if rt.AsFuture(args[0]) != nil {
		return args[0], nil
	}
	cf := rt.As[concurrentFuture](args[0], &concurrentFutureType)
	if cf == nil {
		if like, err := t.LikeFuture(args[0]); err != nil || like == rt.True {
			return args[0], err
		}
		s, err := t.Repr(args[0])
		if err != nil {
			return rt.Value{}, err
		}
		return rt.Value{}, t.Errorf(&rt.AssertionErrorType, "concurrent.futures.Future is expected, got %s", s)
	}
	el, err := loopOrNil(t, args[1])
	if el == nil && err == nil {
		el, err = t.EventLoop()
	}
	if err != nil {
		return rt.Value{}, err
	}
	f := t.NewFuture(el)
	err = cf.whenDone(t, func(*rt.Thread) error {
		el.Soon(&copyFromThread{f, cf})
		return nil
	})
	f.AddCallback(&cancelInThread{f, cf})
	return f.Value(), err
}

// cancelInThread is the callback that passes a future's cancellation on to a
// concurrent one.
type cancelInThread struct {
	f  *rt.Future
	cf *concurrentFuture
}

// CallbackName is how asyncio's own callback is called.
func (c *cancelInThread) CallbackName() string { return "_chain_future.<locals>._call_check_cancel" }

func (c *cancelInThread) Run(t *rt.Thread) error {
	if c.f.Cancelled() {
		return c.cf.cancel(t)
	}
	return nil
}

// copyFromThread is the callback that passes a concurrent future's outcome on.
type copyFromThread struct {
	f  *rt.Future
	cf *concurrentFuture
}

// CallbackName is how asyncio's own callback is called.
func (c *copyFromThread) CallbackName() string { return "_chain_future.<locals>._set_state" }

func (c *copyFromThread) Run(t *rt.Thread) error {
	switch {
	case c.f.Cancelled():
	case c.f.Done():
		return t.NewException(&rt.AssertionErrorType)
	case c.cf.state == futuresCancelled:
		_, err := c.f.Cancel(t, rt.None)
		return err
	case c.cf.exc != nil:
		c.f.SetException(t, t.AsyncioError(c.cf.exc))
	default:
		c.f.SetResult(c.cf.value)
	}
	return nil
}
