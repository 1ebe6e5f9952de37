package stdlib

import (
	rt "github.com/coro-lang/coro/lang/runtime"
)

// asyncio's functions of event loops, and Runner.

func asyncioRun(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	if t.LoopOrNone() != nil {
		return rt.Value{}, t.RuntimeErrorf("asyncio.run() cannot be called from a running event loop")
	}
	r := &runnerObj{other: rt.Missing, debug: args[1].Or(rt.None), factory: args[2].Or(rt.None)}
	if err := r.begin(t); err != nil {
		return rt.Value{}, err
	}
	v, err := r.run(t, args[0], nil)
	if rt.IsFatal(err) {
		return rt.Value{}, err
	}
	if cerr := r.close(t, err); cerr != nil {
		err = cerr
	}
	return v, err
}

func loopValue(el *rt.EventLoop, err error) (rt.Value, error) {
	if err != nil {
		return rt.Value{}, err
	}
	return el.Value(), nil
}

func getRunningLoop(t *rt.Thread, _ []rt.Value) (rt.Value, error) { return loopValue(t.RunningLoop()) }

func getRunningLoopOrNone(t *rt.Thread, _ []rt.Value) (rt.Value, error) {
	if el := t.LoopOrNone(); el != nil {
		return el.Value(), nil
	}
	return rt.None, nil
}

func getEventLoop(t *rt.Thread, _ []rt.Value) (rt.Value, error) { return loopValue(t.EventLoop()) }

func newEventLoop(t *rt.Thread, _ []rt.Value) (rt.Value, error) { return t.NewEventLoop() }

func setEventLoop(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	return rt.None, t.SetEventLoop(args[0])
}

func setDefaultLoop(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	if rt.AsLoop(args[0]) == nil && !args[0].IsNone() {
		return rt.Value{}, t.TypeErrorf("loop must be an instance of AbstractEventLoop or None, not '%s'", args[0].Type().ShortName())
	}
	t.SetDefaultLoop(args[0])
	return rt.None, nil
}

// loopOrRunning is a loop argument; None stands for the running one.
func loopOrRunning(t *rt.Thread, v rt.Value) (*rt.EventLoop, error) {
	el, err := loopOrNil(t, v)
	if el == nil && err == nil {
		return t.RunningLoop()
	}
	return el, err
}

// ofForeignLoop asks the module asyncio.tasks about a loop of another class than
// ours, which programs tell it of.
func ofForeignLoop(t *rt.Thread, function string, el rt.Value) (rt.Value, error) {
	m, err := t.Import("asyncio.tasks")
	if err != nil {
		return rt.Value{}, err
	}
	return t.CallMethod(m.Value(), function, el)
}

func foreignLoop(v rt.Value) bool {
	return !v.IsMissing() && !v.IsNone() && rt.AsLoop(v) == nil
}

func currentTask(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	if foreignLoop(args[0]) {
		return ofForeignLoop(t, "_foreign_task", args[0])
	}
	el, err := loopOrRunning(t, args[0])
	if err != nil {
		return rt.Value{}, err
	}
	if task := el.Current(); task != nil {
		return task.Value(), nil
	}
	return rt.None, nil
}

func allTasks(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	if foreignLoop(args[0]) {
		return ofForeignLoop(t, "_foreign_tasks", args[0])
	}
	el, err := loopOrRunning(t, args[0])
	if err != nil {
		return rt.Value{}, err
	}
	tasks := el.Tasks()
	items := make([]rt.Value, len(tasks))
	for i, task := range tasks {
		items[i] = task.Value()
	}
	return t.NewSetOf(items)
}

func isCoroutine(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	ok, err := t.IsCoroutine(args[0])
	return rt.Bool(ok), err
}

func isCoroutineFunction(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	f, err := unwrapPartial(t, args[0])
	if err != nil || t.IsCoroutineFunction(f) {
		return rt.True, err
	}
	return t.MarkedCoroutineFunction(args[0])
}

var (
	partialMethodName = rt.NewStrObj("__partialmethod__")
	funcName          = rt.NewStrObj("func")
)

// maxWrappers ends the search of unwrapPartial where partials go round.
const maxWrappers = 10_000

// unwrapPartial is the function that a partial, or what a class has of a
// partialmethod, calls in the end.
func unwrapPartial(t *rt.Thread, f rt.Value) (rt.Value, error) {
	for range maxWrappers {
		if p := asPartial(f); p != nil {
			f = p.fn
			continue
		}
		method, ok := rt.StaticAttr(f, partialMethodName)
		if !ok {
			return f, nil
		}
		if is, err := isPartialMethod(t, method); err != nil || !is {
			return f, err
		}
		var err error
		if f, err = t.GetAttr(method, funcName); err != nil {
			return rt.Value{}, err
		}
	}
	return f, nil
}

func isPartialMethod(t *rt.Thread, v rt.Value) (bool, error) {
	m, err := t.Import("functools")
	if err != nil {
		return false, err
	}
	cls, err := t.GetAttr(m.Value(), t.VM.Intern("partialmethod"))
	if err != nil {
		return false, err
	}
	return t.IsInstance(v, cls)
}

func isFuture(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	if rt.AsFuture(args[0]) != nil {
		return rt.True, nil
	}
	return t.LikeFuture(args[0])
}

// eagerTaskFactory makes a task whose first step runs at once.
func eagerTaskFactory(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	return eagerTask(t, rt.TypeValue(&rt.TaskType), args)
}

func eagerTask(t *rt.Thread, constructor rt.Value, args []rt.Value) (rt.Value, error) {
	names := []*rt.Str{}
	given := []rt.Value{args[1], args[0]}
	for _, n := range []string{"loop", "name", "context", "eager_start"} {
		names = append(names, t.VM.Intern(n))
	}
	given = append(given, args[2].Or(rt.None), args[3].Or(rt.None), rt.True)
	return t.CallKw(constructor, given, names)
}

func createEagerTaskFactory(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	constructor := args[0]
	return rt.NewBuiltin("asyncio.tasks", &rt.Method{
		Name: "factory", Sig: "loop, coro, *, name=None, context=None",
		Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return eagerTask(t, constructor, a) },
	}), nil
}

// Runner ----------------------------------------------------------------

// RunnerType is asyncio.Runner.
var RunnerType rt.Type

type runnerObj struct {
	rt.Hdr
	attrs          *rt.Attrs
	r              rt.Runner
	debug, factory rt.Value
	other          rt.Value // the loop, if it is of another kind than ours; else Missing
	ctx            *rt.Context
	open, closed   bool
}

var runnerSpec = rt.Spec{
	Name: "Runner", Module: "asyncio.runners", Layout: true, Python: true, Attrs: true,
	AttrsOf: func(v rt.Value) **rt.Attrs { return &rt.ObjectOf[runnerObj](v).attrs },
	Doc:     "Runs coroutines one after another in one event loop.",
	Slots: rt.Slots{
		New: rt.MakeNew(func(r *runnerObj) *rt.Hdr {
			r.debug, r.factory, r.other = rt.None, rt.None, rt.Missing
			return &r.Hdr
		}),
		Initialize: rt.MakePythonInit("Runner", "*, debug=None, loop_factory=None", func(t *rt.Thread, self rt.Value, args []rt.Value) error {
			r := rt.ObjectOf[runnerObj](self)
			r.debug, r.factory = args[0].Or(rt.None), args[1].Or(rt.None)
			return nil
		}),
	},
	Methods: []rt.Method{
		{Name: "__enter__", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return a[0], rt.ObjectOf[runnerObj](a[0]).begin(t) }},
		{Name: "__exit__", Sig: "exc_type, exc_val, exc_tb", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			if a[0].Type().IsHeap() { // whose close() may be the program's
				_, err := t.CallMethod(a[0], "close")
				return rt.None, err
			}
			return rt.None, rt.ObjectOf[runnerObj](a[0]).close(t, nil)
		}},
		{Name: "close", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.None, rt.ObjectOf[runnerObj](a[0]).close(t, nil)
		}},
		{Name: "get_loop", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			r := rt.ObjectOf[runnerObj](a[0])
			if err := r.begin(t); err != nil {
				return rt.Value{}, err
			}
			return r.loop(), nil
		}},
		{Name: "run", Sig: "coro, *, context=None", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			ctx, err := t.GivenContext(a[2])
			if err != nil {
				return rt.Value{}, err
			}
			return rt.ObjectOf[runnerObj](a[0]).run(t, a[1], ctx)
		}},
	},
}

func init() {
	rt.Define(&RunnerType, &runnerSpec)
}

// begin makes the loop, once.
func (r *runnerObj) begin(t *rt.Thread) error {
	if r.closed {
		return t.RuntimeErrorf("Runner is closed")
	}
	if r.open {
		return nil
	}
	if r.factory.IsNone() {
		if err := r.r.Open(t); err != nil {
			return err
		}
	} else {
		v, err := t.Call(r.factory)
		if err != nil {
			return err
		}
		if r.r.Loop = rt.AsLoop(v); r.r.Loop == nil {
			r.other = v
		}
	}
	if !r.debug.IsNone() {
		if _, err := t.CallMethod(r.loop(), "set_debug", r.debug); err != nil {
			return err
		}
	}
	r.ctx = t.CopyContext()
	r.open = true
	return nil
}

// loop is the runner's loop.
func (r *runnerObj) loop() rt.Value {
	if r.r.Loop == nil {
		return r.other
	}
	return r.r.Loop.Value()
}

// runOther is run on a loop of another kind than ours.
func (r *runnerObj) runOther(t *rt.Thread, coro rt.Value, ctx *rt.Context) (rt.Value, error) {
	create, err := t.GetAttr(r.other, t.VM.Intern("create_task"))
	if err != nil {
		return rt.Value{}, err
	}
	task, err := t.CallKw(create, []rt.Value{coro, ctx.Value()}, []*rt.Str{t.VM.Intern("context")})
	if err != nil {
		return rt.Value{}, err
	}
	return t.CallMethod(r.other, "run_until_complete", task)
}

// closeOther is close of a loop of another kind than ours.
func (r *runnerObj) closeOther(t *rt.Thread) error {
	for _, last := range [...]string{"shutdown_asyncgens", "shutdown_default_executor"} {
		coro, err := t.CallMethod(r.other, last)
		if err == nil {
			_, err = t.CallMethod(r.other, "run_until_complete", coro)
		}
		if err != nil {
			return err
		}
	}
	_, err := t.CallMethod(r.other, "close")
	return err
}

func (r *runnerObj) run(t *rt.Thread, coro rt.Value, ctx *rt.Context) (rt.Value, error) {
	ok, err := t.IsCoroutine(coro)
	if err != nil {
		return rt.Value{}, err
	}
	if !ok {
		s, err := t.Repr(coro)
		if err != nil {
			return rt.Value{}, err
		}
		return rt.Value{}, t.ValueErrorf("a coroutine was expected, got %s", s)
	}
	if t.LoopOrNone() != nil {
		return rt.Value{}, t.RuntimeErrorf("Runner.run() cannot be called from a running event loop")
	}
	if err := r.begin(t); err != nil {
		return rt.Value{}, err
	}
	if ctx == nil {
		ctx = r.ctx
	}
	if r.r.Loop == nil {
		return r.runOther(t, coro, ctx)
	}
	return r.r.Run(t, coro, ctx)
}

func (r *runnerObj) close(t *rt.Thread, ended error) error {
	if !r.open || r.closed {
		r.closed = r.closed || r.open
		return nil
	}
	r.closed = true
	if r.r.Loop == nil {
		return r.closeOther(t)
	}
	return r.r.Close(t, ended)
}
