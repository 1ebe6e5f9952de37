package stdlib

import (
	"fmt"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// TaskGroupType is asyncio.TaskGroup.
var TaskGroupType rt.Type

// taskGroup is an asyncio.TaskGroup: its tasks end with the body of an async
// with, together.
type taskGroup struct {
	rt.Hdr
	attrs *rt.Attrs
	loop  *rt.EventLoop

	entered, exiting, aborting bool
	parentCancelled            bool // by us
	parent                     *rt.Task
	tasks                      []*groupTask // those not done, and nil for each that is
	live                       int
	errors                     []rt.Value
	base                       *rt.Exception // a SystemExit or KeyboardInterrupt
	completed                  *rt.Future    // what __aexit__ waits on
}

var taskGroupSpec = rt.Spec{
	Name: "TaskGroup", Module: "asyncio.taskgroups", Layout: true, Python: true, Attrs: true,
	AttrsOf: func(v rt.Value) **rt.Attrs { return &rt.ObjectOf[taskGroup](v).attrs },
	Doc:     "Tasks that end with the body of an async with, together.",
	Holds:   func(v rt.Value) *rt.Task { return rt.ObjectOf[taskGroup](v).parent },
	Slots: rt.Slots{
		New:        rt.MakeNew(func(g *taskGroup) *rt.Hdr { return &g.Hdr }),
		Initialize: rt.MakePythonInit("TaskGroup", "", func(*rt.Thread, rt.Value, []rt.Value) error { return nil }),
		Repr:       func(_ *rt.Thread, v rt.Value) (string, error) { return rt.ObjectOf[taskGroup](v).String(), nil },
	},
	Methods: []rt.Method{
		{Name: "create_task", Sig: "coro, *, name=None, context=None", Fn: groupCreateTask},
		{Name: "_tasks", Kind: rt.Getter, Fn: groupTasks},
		{
			Name: "__aenter__",
			Coro: func(_ *rt.Thread, a []rt.Value) (rt.NativeCoro, error) {
				return &groupEntering{rt.ObjectOf[taskGroup](a[0])}, nil
			},
			Quick: func(t *rt.Thread, a []rt.Value) (rt.Value, bool, error) {
				return a[0], true, rt.ObjectOf[taskGroup](a[0]).enter(t)
			},
		},
		{Name: "__aexit__", Sig: "et, exc, tb", Leaf: true, Coro: func(_ *rt.Thread, a []rt.Value) (rt.NativeCoro, error) {
			return &groupLeaving{g: rt.ObjectOf[taskGroup](a[0]), exc: rt.AsException(a[2])}, nil
		}},
	},
}

func init() {
	rt.Define(&TaskGroupType, &taskGroupSpec)
}

func (g *taskGroup) String() string {
	s := "<TaskGroup"
	if g.live > 0 {
		s += fmt.Sprintf(" tasks=%d", g.live)
	}
	if n := len(g.errors); n > 0 {
		s += fmt.Sprintf(" errors=%d", n)
	}
	switch {
	case g.aborting:
		s += " cancelling"
	case g.entered:
		s += " entered"
	}
	return s + ">"
}

func (g *taskGroup) enter(t *rt.Thread) error {
	if g.entered {
		return t.RuntimeErrorf("TaskGroup %s has already been entered", g)
	}
	if g.loop == nil {
		el, err := t.RunningLoop()
		if err != nil {
			return err
		}
		g.loop = el
	}
	if g.parent = g.loop.Current(); g.parent == nil {
		return t.RuntimeErrorf("TaskGroup %s cannot determine the parent task", g)
	}
	g.entered = true
	return nil
}

// groupEntering is __aenter__ where it is not awaited at once.
type groupEntering struct{ g *taskGroup }

func (c *groupEntering) Step(t *rt.Thread, in rt.Value, err error) (rt.Value, rt.Want, error) {
	if err == nil {
		err = c.g.enter(t)
	}
	return rt.ObjectValue(c.g), rt.Done, err
}

func groupCreateTask(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	g := rt.ObjectOf[taskGroup](args[0])
	problem := ""
	switch {
	case !g.entered:
		problem = "has not been entered"
	case g.exiting && g.live == 0:
		problem = "is finished"
	case g.aborting:
		problem = "is shutting down"
	}
	if problem != "" {
		if _, err := t.CallMethod(args[1], "close"); err != nil {
			return rt.Value{}, err
		}
		return rt.Value{}, t.RuntimeErrorf("TaskGroup %s %s", g, problem)
	}
	ctx, err := t.GivenContext(args[3])
	if err != nil {
		return rt.Value{}, err
	}
	f, err := g.loop.CreateTask(t, args[1], args[2].Or(rt.None), ctx)
	if err != nil {
		return rt.Value{}, err
	}
	if f.Done() {
		return f.Value(), g.taskDone(t, f)
	}
	g.add(f)
	return f.Value(), nil
}

// groupTask is the callback of one task of a group.
type groupTask struct {
	g     *taskGroup
	f     *rt.Future
	index int
}

// CallbackName is how asyncio's own callback is called.
func (c *groupTask) CallbackName() string { return "TaskGroup._on_task_done" }

func (c *groupTask) Run(t *rt.Thread) error {
	c.g.tasks[c.index] = nil
	c.g.live--
	return c.g.taskDone(t, c.f)
}

// add keeps a task, in the order of creation.
func (g *taskGroup) add(f *rt.Future) {
	if len(g.tasks) == cap(g.tasks) && g.live < len(g.tasks)/2 {
		kept := g.tasks[:0]
		for _, c := range g.tasks {
			if c != nil {
				c.index = len(kept)
				kept = append(kept, c)
			}
		}
		g.tasks = kept
	}
	c := &groupTask{g, f, len(g.tasks)}
	g.tasks = append(g.tasks, c)
	g.live++
	f.AddCallback(c)
}

// abort cancels the tasks, in the order of creation.
func (g *taskGroup) abort(t *rt.Thread) error {
	g.aborting = true
	for _, c := range g.tasks {
		if c != nil && !c.f.Done() {
			if _, err := c.f.Cancel(t, rt.None); err != nil {
				return err
			}
		}
	}
	return nil
}

// taskDone sees to the outcome of a task that is no longer among the live ones.
func (g *taskGroup) taskDone(t *rt.Thread, f *rt.Future) error {
	if g.completed != nil && g.live == 0 && !g.completed.Done() {
		g.completed.SetResult(rt.True)
	}
	if f.Cancelled() {
		return nil
	}
	e := f.Exception()
	if e == nil {
		return nil
	}
	g.errors = append(g.errors, e.Value())
	if isBaseError(e) && g.base == nil {
		g.base = e
	}
	if g.parent.Done() {
		s, err := t.Repr(f.Value())
		if err != nil {
			return err
		}
		p, err := t.Repr(g.parent.Value())
		if err != nil {
			return err
		}
		return g.loop.HandleException(t, fmt.Sprintf("Task %s has errored out but its parent task %s is already completed", s, p), e, "task", f.Value())
	}
	if g.aborting || g.parentCancelled {
		return nil
	}
	if err := g.abort(t); err != nil {
		return err
	}
	g.parentCancelled = true
	_, err := g.parent.Cancel(t, rt.None)
	return err
}

// isBaseError says whether an exception is one that a group raises as it is.
func isBaseError(e *rt.Exception) bool {
	return rt.Is(e, &rt.SystemExitType) || rt.Is(e, &rt.KeyboardInterruptType)
}

// groupLeaving is the body of TaskGroup.__aexit__.
type groupLeaving struct {
	g       *taskGroup
	exc     *rt.Exception // that ended the body
	cancel  *rt.Exception // CancelledError to raise at the end
	begun   bool
	waiting bool
}

// Blocked says for a report what the task waits on.
func (c *groupLeaving) Blocked(*rt.Thread) rt.Wait {
	var futures []*rt.Future
	for _, task := range c.g.tasks {
		if task != nil {
			futures = append(futures, task.f)
		}
	}
	return rt.WaitForAll("a TaskGroup of ", futures)
}

func (c *groupLeaving) Step(t *rt.Thread, in rt.Value, err error) (rt.Value, rt.Want, error) {
	g := c.g
	if !c.begun {
		if err != nil {
			return rt.Value{}, rt.Done, err
		}
		c.begun = true
		g.exiting = true
		if c.exc != nil {
			if isBaseError(c.exc) && g.base == nil {
				g.base = c.exc
			}
			if rt.Is(c.exc, &rt.CancelledErrorType) {
				c.cancel = c.exc
			}
			if !g.aborting {
				if err := g.abort(t); err != nil {
					return rt.Value{}, rt.Done, err
				}
			}
		}
	} else if c.waiting {
		c.waiting = false
		if err != nil {
			if !rt.Is(err, &rt.CancelledErrorType) {
				return rt.Value{}, rt.Done, err
			}
			if !g.aborting {
				c.cancel = err.(*rt.Exception)
				if err := g.abort(t); err != nil {
					return rt.Value{}, rt.Done, err
				}
			}
		}
		g.completed = nil
	}
	if g.live > 0 {
		if g.completed == nil {
			g.completed = t.NewFuture(g.loop)
		}
		c.waiting = true
		return g.completed.Value(), rt.AwaitIt, nil
	}
	return rt.None, rt.Done, c.outcome(t)
}

// outcome is what the group raises when its tasks are done.
func (c *groupLeaving) outcome(t *rt.Thread) error {
	g := c.g
	if g.base != nil {
		g.parent.Show() // its __aexit__ is in the traceback, see rt.Spec.Holds
		return t.Reraise(g.base)
	}
	if g.parentCancelled && g.parent.Uncancel() == 0 {
		c.cancel = nil
	}
	if c.cancel != nil && len(g.errors) == 0 {
		return t.Reraise(c.cancel)
	}
	if c.exc != nil && !rt.Is(c.exc, &rt.CancelledErrorType) {
		g.errors = append(g.errors, c.exc.Value())
	}
	if len(g.errors) == 0 {
		return nil
	}
	if g.parent.Cancelling() > 0 {
		g.parent.Uncancel()
		if _, err := g.parent.Cancel(t, rt.None); err != nil {
			return err
		}
	}
	errors := g.errors
	g.errors = nil
	v, err := t.Call(rt.TypeValue(&rt.BaseExceptionGroupType), rt.NewStr("unhandled errors in a TaskGroup"), rt.NewList(errors))
	if err != nil {
		return err
	}
	e := rt.AsException(v)
	e.SetCause(nil)
	return e
}

// groupTasks is the set of the tasks that are not done.
func groupTasks(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	var items []rt.Value
	for _, task := range rt.ObjectOf[taskGroup](args[0]).tasks {
		if task != nil {
			items = append(items, task.f.Value())
		}
	}
	return t.NewSetOf(items)
}
