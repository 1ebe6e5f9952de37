package stdlib

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// The module threading, on strands: only one thread runs at a time, until it
// blocks. What stands on its locks and threads is in source/threading.py.

//go:embed source/threading.py
var threadingSource string

// The classes of the module.
var (
	threadType, threadLocalType, threadEventType, threadConditionType rt.Type
	threadLockType, threadRLockType                                   rt.Type
	threadSemaphoreType, threadBoundedSemaphoreType                   rt.Type
)

var threadSpec = rt.Spec{
	Name: "Thread", Module: "threading", Layout: true, Attrs: true,
	AttrsOf: func(v rt.Value) **rt.Attrs { return &rt.ObjectOf[thread](v).attrs },
	Python:  true,
	Doc:     "A thread of control.",
	Slots: rt.Slots{
		New:        rt.MakeNew(func(th *thread) *rt.Hdr { return &th.Hdr }),
		Initialize: rt.MakeInit("Thread.__init__", "group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None", initThread),
		Repr:       threadRepr,
	},
	Methods: append([]rt.Method{
		{Name: "start", Fn: threadStart},
		{Name: "run", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.ObjectOf[thread](a[0]).run(t) }},
		{Name: "join", Sig: "timeout=None", Fn: threadJoin},
		{Name: "is_alive", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			th := rt.ObjectOf[thread](a[0])
			return rt.Bool(th.started && !th.over), nil
		}},
		{Name: "name", Kind: rt.Getter, Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.NewStr(rt.ObjectOf[thread](a[0]).name), nil
		}, Set: func(t *rt.Thread, self, val rt.Value) error {
			s, err := t.Str(val)
			rt.ObjectOf[thread](self).name = s
			return err
		}},
		{Name: "daemon", Kind: rt.Getter, Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.Bool(rt.ObjectOf[thread](a[0]).daemon), nil
		}, Set: func(t *rt.Thread, self, val rt.Value) error {
			th := rt.ObjectOf[thread](self)
			switch {
			case !th.made:
				return t.RuntimeErrorf("Thread.__init__() not called")
			case th.started:
				return t.RuntimeErrorf("cannot set daemon status of active thread")
			}
			on, err := t.Truth(val)
			th.daemon = on
			return err
		}},
		{Name: "ident", Kind: rt.Getter, Fn: threadIdentOf},
		{Name: "native_id", Kind: rt.Getter, Fn: threadIdentOf},
	}, oldThreadMethods...),
}

var threadLocalSpec = rt.Spec{
	Name: "_local", Module: "_thread", Dotted: true, Layout: true, Attrs: true,
	AttrsOf: func(v rt.Value) **rt.Attrs { return &rt.ObjectOf[threadLocal](v).current },
	Doc:     "Attributes that every thread has for itself.",
	Slots: rt.Slots{
		New: newThreadLocal,
		GetAttr: func(t *rt.Thread, v rt.Value, name *rt.Str) (rt.Value, error) {
			l := rt.ObjectOf[threadLocal](v)
			if err := l.enter(t); err != nil {
				return rt.Value{}, err
			}
			defer l.leave(t)
			return t.GenericGetAttr(v, name)
		},
		SetAttr: func(t *rt.Thread, v rt.Value, name *rt.Str, val rt.Value) error {
			l := rt.ObjectOf[threadLocal](v)
			if err := l.enter(t); err != nil {
				return err
			}
			defer l.leave(t)
			return t.GenericSetAttr(v, name, val)
		},
	},
}

var threadingModule = rt.ModuleDef{
	Name: "threading",
	Doc:  "Threads that take turns.",
	Types: []*rt.Type{
		&threadType, &threadEventType, &threadConditionType,
		&threadSemaphoreType, &threadBoundedSemaphoreType,
	},
	Funcs: append([]rt.Method{
		{Name: "RLock", Fn: func(*rt.Thread, []rt.Value) (rt.Value, error) {
			return rt.ObjectValue(newThreadLock(&threadRLockType)), nil
		}},
		{Name: "current_thread", Fn: func(t *rt.Thread, _ []rt.Value) (rt.Value, error) { return threadsOf(t).current(t), nil }},
		{Name: "main_thread", Fn: func(t *rt.Thread, _ []rt.Value) (rt.Value, error) {
			return rt.ObjectValue(threadsOf(t).main), nil
		}},
		{Name: "get_ident", Fn: threadIdent},
		{Name: "get_native_id", Fn: threadIdent},
		{Name: "active_count", Fn: func(t *rt.Thread, _ []rt.Value) (rt.Value, error) {
			return rt.Int(int64(len(threadsOf(t).live))), nil
		}},
		{Name: "enumerate", Fn: func(t *rt.Thread, _ []rt.Value) (rt.Value, error) {
			var items []rt.Value
			for _, th := range threadsOf(t).live {
				items = append(items, rt.ObjectValue(th))
			}
			return rt.NewList(items), nil
		}},
		{Name: "_report", Sig: "error, thread, /", Fn: threadReport},
		{Name: "stack_size", Sig: "size=0, /", Fn: threadStackSize},
		{Name: "gettrace", Fn: func(*rt.Thread, []rt.Value) (rt.Value, error) { return rt.None, nil }},
		{Name: "getprofile", Fn: func(*rt.Thread, []rt.Value) (rt.Value, error) { return rt.None, nil }},
	}, oldThreadFunctions...),
	Consts: map[string]rt.Value{
		"Lock": rt.TypeValue(&threadLockType), "local": rt.TypeValue(&threadLocalType),
		"ThreadError": rt.TypeValue(&rt.RuntimeErrorType), "TIMEOUT_MAX": rt.Float(9223372036.0),
	},
	Source: threadingSource,
}

func init() {
	rt.Define(&threadType, &threadSpec)
	rt.Define(&threadLocalType, &threadLocalSpec)
	rt.RegisterModule(&threadingModule)
}

// thread is a threading.Thread.
type thread struct {
	rt.Hdr
	attrs                       *rt.Attrs
	target, args, kwargs        rt.Value
	name                        string
	ident                       int64
	made, started, over, daemon bool
	ended                       rt.Blocker
}

// threads is what a run keeps of its threads.
type threads struct {
	main   *thread
	live   []*thread
	of     map[*rt.Thread]*thread
	made   int
	idents int64
}

type threadsKey struct{}

func threadsOf(t *rt.Thread) *threads {
	return rt.State(t.VM, threadsKey{}, func() *threads {
		ts := &threads{of: map[*rt.Thread]*thread{}}
		ts.main = ts.add(t.VM.Main, "MainThread")
		return ts
	})
}

// add makes the Thread of a stack.
func (ts *threads) add(t *rt.Thread, name string) *thread {
	ts.idents++
	th := &thread{name: name, ident: ts.idents, made: true, started: true, target: rt.None, args: rt.None, kwargs: rt.None}
	th.Init(&threadType)
	ts.of[t] = th
	ts.live = append(ts.live, th)
	return th
}

// current is the Thread of the stack that runs; an executor's has none until it
// is asked for.
func (ts *threads) current(t *rt.Thread) rt.Value {
	th := ts.of[t]
	if th == nil {
		th = ts.add(t, t.ThreadName())
		th.daemon = true
	}
	return rt.ObjectValue(th)
}

func threadIdent(t *rt.Thread, _ []rt.Value) (rt.Value, error) {
	return rt.Int(rt.ObjectOf[thread](threadsOf(t).current(t)).ident), nil
}

func initThread(t *rt.Thread, self rt.Value, args []rt.Value) error {
	if !args[0].IsMissing() && !args[0].IsNone() {
		return t.Errorf(&rt.AssertionErrorType, "group argument must be None for now")
	}
	th := rt.ObjectOf[thread](self)
	th.made = true
	th.target, th.args, th.kwargs = args[1].Or(rt.None), args[3].Or(rt.NewTuple(nil)), args[4].Or(rt.None)
	if th.kwargs.IsNone() {
		th.kwargs = rt.NewDict().Value()
	}
	if name := args[2].Or(rt.None); !name.IsNone() {
		s, err := t.Str(name)
		if err != nil {
			return err
		}
		th.name = s
	} else {
		ts := threadsOf(t)
		ts.made++
		th.name = "Thread-" + strconv.Itoa(ts.made)
		if !th.target.IsNone() {
			if n, err := t.GetAttr(th.target, t.VM.Intern("__name__")); err == nil && rt.AsStr(n) != nil {
				th.name += " (" + rt.AsStr(n).String() + ")"
			}
		}
	}
	if v := args[5].Or(rt.None); !v.IsNone() {
		on, err := t.Truth(v)
		if err != nil {
			return err
		}
		th.daemon = on
	} else {
		th.daemon = rt.ObjectOf[thread](threadsOf(t).current(t)).daemon
	}
	return nil
}

func threadRepr(t *rt.Thread, v rt.Value) (string, error) {
	th := rt.ObjectOf[thread](v)
	name := v.Type().Name
	if th == threadsOf(t).main {
		name = "_MainThread"
	}
	state := "initial"
	switch {
	case th.over:
		state = "stopped"
	case th.started:
		state = "started"
	}
	if th.daemon {
		state += " daemon"
	}
	if th.ident != 0 {
		state += " " + strconv.FormatInt(th.ident, 10)
	}
	return fmt.Sprintf("<%s(%s, %s)>", name, th.name, state), nil
}

func (th *thread) run(t *rt.Thread) (rt.Value, error) {
	if th.target.IsNone() || th.target == (rt.Value{}) {
		return rt.None, nil
	}
	args, err := t.Collect(th.args)
	if err != nil {
		return rt.Value{}, err
	}
	args, names, err := t.CallArgs(rt.NewTuple(args), th.kwargs)
	if err != nil {
		return rt.Value{}, err
	}
	return t.CallKw(th.target, args, names)
}

func threadStart(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	th := rt.ObjectOf[thread](args[0])
	switch {
	case !th.made:
		return rt.Value{}, t.RuntimeErrorf("thread.__init__() not called")
	case th.started:
		return rt.Value{}, t.RuntimeErrorf("threads can only be started once")
	}
	th.started = true
	ts := threadsOf(t)
	ts.idents++
	th.ident = ts.idents
	ts.live = append(ts.live, th)
	self := args[0]
	t.StartThread(th.name, th.daemon, func(t *rt.Thread) (rt.Value, error) {
		ts.of[t] = th
		_, err := t.CallMethod(self, "run")
		delete(ts.of, t)
		th.over = true
		for i, x := range ts.live {
			if x == th {
				ts.live = append(ts.live[:i], ts.live[i+1:]...)
				break
			}
		}
		th.ended.Wake()
		return rt.None, th.failed(t, err)
	}, func(_ *rt.Thread, _ rt.Value, err error) error { return err })
	return rt.None, nil
}

func threadIdentOf(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
	if th := rt.ObjectOf[thread](a[0]); th.ident != 0 {
		return rt.Int(th.ident), nil
	}
	return rt.None, nil
}

// failed tells threading.excepthook what ended a thread. What the hook itself
// raises is reported, as what ended the thread would be.
func (th *thread) failed(t *rt.Thread, err error) error {
	e, ok := err.(*rt.Exception)
	if !ok {
		return err
	}
	m, err := t.Import("threading")
	if err != nil {
		return err
	}
	if _, err := t.CallMethod(m.Value(), "_failed", e.Value(), rt.ObjectValue(th)); err != nil {
		e, ok := err.(*rt.Exception)
		if !ok {
			return err
		}
		t.Report("Exception in threading.excepthook:\n" + t.FormatException(e))
	}
	return nil
}

func threadReport(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	e := rt.AsException(a[0])
	name := strconv.FormatInt(rt.ObjectOf[thread](threadsOf(t).current(t)).ident, 10)
	if !a[1].IsNone() {
		v, err := t.GetAttr(a[1], t.VM.Intern("name"))
		if err != nil {
			return rt.Value{}, err
		}
		if name, err = t.Str(v); err != nil {
			return rt.Value{}, err
		}
	}
	t.Report("Exception in thread " + name + ":\n" + t.FormatException(e))
	return rt.None, nil
}

// threadStackSize is threading.stack_size: a thread has the stack that it needs,
// whatever the program asks for.
func threadStackSize(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n, err := t.IntArg(a[0].Or(rt.Int(0)))
	switch size := rt.State(t.VM, threadStackKey{}, func() *int64 { return new(int64) }); {
	case err != nil:
		return rt.Value{}, err
	case n < 0:
		return rt.Value{}, t.ValueErrorf("size must be 0 or a positive value")
	case n > 0 && n < 32<<10:
		return rt.Value{}, t.ValueErrorf("size not valid: %d bytes", n)
	default:
		was := *size
		*size = n
		return rt.Int(was), nil
	}
}

type threadStackKey struct{}

// Blocked says for a report what a thread waits on that joins this one.
func (th *thread) Blocked(*rt.Thread) rt.Wait {
	return rt.Wait{What: "the end of the thread " + th.name}
}

func threadJoin(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	th := rt.ObjectOf[thread](args[0])
	switch {
	case !th.started:
		return rt.Value{}, t.RuntimeErrorf("cannot join thread before it is started")
	case threadsOf(t).of[t] == th:
		return rt.Value{}, t.RuntimeErrorf("cannot join current thread")
	}
	until, err := deadlineOf(t, args[1].Or(rt.None))
	if err != nil {
		return rt.Value{}, err
	}
	_, err = t.WaitFor(&th.ended, th, until, func() bool { return th.over })
	return rt.None, err
}

// threadLocal is a threading.local: attributes for each stack.
type threadLocal struct {
	rt.Hdr
	at      *rt.Thread // the stack whose attributes are current; nil if none are
	current *rt.Attrs
	of      map[*rt.Thread]*rt.Attrs
	args    []rt.Value // of __init__, which each stack calls; the names are those of the last
	names   []*rt.Str
}

// newThreadLocal makes a local whose __init__, which is called next, is that of its
// first stack.
func newThreadLocal(t *rt.Thread, cls *rt.Type, args []rt.Value, names []*rt.Str) (rt.Value, error) {
	l := &threadLocal{of: map[*rt.Thread]*rt.Attrs{t: nil}}
	l.Init(cls)
	if initialized(t, cls) {
		l.args, l.names = slices.Clone(args), names
	} else if len(args) > 0 {
		return rt.Value{}, t.TypeErrorf("Initialization arguments are not supported")
	}
	return rt.ObjectValue(l), nil
}

// initialized says whether a class of locals has an __init__ of its own.
func initialized(t *rt.Thread, cls *rt.Type) bool {
	name := t.VM.Intern("__init__")
	own, _ := cls.Lookup(name)
	plain, _ := threadLocalType.Lookup(name)
	return own != plain
}

// enter makes the attributes those of a stack, which calls __init__ when it comes for
// the first time; leave puts them back. What runs in between, as a property, may let
// another stack enter, or enter and leave itself: current goes back to whose it is.
func (l *threadLocal) enter(t *rt.Thread) error {
	if _, known := l.of[t]; !known {
		l.of[t] = nil
		if initialized(t, l.Type()) {
			init, err := t.GetAttr(rt.ObjectValue(l), t.VM.Intern("__init__"))
			if err == nil {
				_, err = t.CallKw(init, l.args, l.names)
			}
			if err != nil {
				delete(l.of, t)
				return err
			}
		}
	}
	if l.at != nil {
		l.leave(l.at)
	}
	l.at, l.current = t, l.of[t]
	return nil
}

func (l *threadLocal) leave(t *rt.Thread) {
	if l.at == t {
		l.of[t] = l.current
		l.at, l.current = nil, nil
	}
}
