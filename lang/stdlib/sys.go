package stdlib

import (
	_ "embed"
	"math"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// Module sys: the program's words and streams, how it exits, and what Python it
// seems to run on. The records (version_info and the like) are in sys.py.

//go:embed sys.py
var sysSource string

// maxDepth bounds how deep calls may nest whatever the program asks for, so that
// an endless recursion ends before the memory does.
const maxDepth = 1_000_000

var sysModule = rt.ModuleDef{
	Name: "sys",
	Lazy: sysSource,
	Funcs: []rt.Method{
		{Name: "exit", Sig: "status=None, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			if absent(a[0]) {
				return rt.Value{}, t.NewException(&rt.SystemExitType)
			}
			if items := rt.AsTuple(a[0]); items != nil {
				return rt.Value{}, t.NewException(&rt.SystemExitType, items.Items()...)
			}
			return rt.Value{}, t.NewException(&rt.SystemExitType, a[0])
		}},
		{Name: "exc_info", Fn: func(t *rt.Thread, _ []rt.Value) (rt.Value, error) {
			e := t.CurrentException()
			if e == nil {
				return rt.NewTuple([]rt.Value{rt.None, rt.None, rt.None}), nil
			}
			return rt.NewTuple([]rt.Value{e.Value().Type().Value(), e.Value(), e.TracebackValue()}), nil
		}},
		{Name: "exception", Fn: func(t *rt.Thread, _ []rt.Value) (rt.Value, error) {
			if e := t.CurrentException(); e != nil {
				return e.Value(), nil
			}
			return rt.None, nil
		}},
		{Name: "excepthook", Sig: "exctype, value, traceback, /", Fn: sysExceptHook},
		{Name: "audit", Sig: "event, /, *args", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			if rt.AsStr(a[0]) == nil {
				return rt.Value{}, t.TypeErrorf("expected str for argument 'event', not %s", a[0].Type().Name)
			}
			return rt.None, nil
		}},
		{Name: "getrecursionlimit", Fn: func(t *rt.Thread, _ []rt.Value) (rt.Value, error) {
			return rt.Int(*recursionLimit(t.VM)), nil
		}},
		{Name: "setrecursionlimit", Sig: "limit, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			n, err := t.IntArg(a[0])
			switch {
			case err != nil:
				return rt.Value{}, err
			case n < 1:
				return rt.Value{}, t.ValueErrorf("recursion limit must be greater or equal than 1")
			case n > math.MaxInt32:
				return rt.Value{}, t.OverflowErrorf("Python int too large to convert to C int")
			}
			if err := t.SetRecursionLimit(int(min(n, maxDepth))); err != nil {
				return rt.Value{}, err
			}
			*recursionLimit(t.VM) = n
			return rt.None, nil
		}},
		{Name: "get_int_max_str_digits", Fn: func(t *rt.Thread, _ []rt.Value) (rt.Value, error) {
			return rt.Int(int64(t.VM.MaxIntDigits())), nil
		}},
		{Name: "set_int_max_str_digits", Sig: "maxdigits", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			n, err := t.IntArg(a[0])
			if err != nil {
				return rt.Value{}, err
			}
			if n != 0 && n < 640 {
				return rt.Value{}, t.ValueErrorf("maxdigits must be 0 or larger than 640")
			}
			t.VM.SetMaxIntDigits(int(n))
			return rt.None, nil
		}},
		{Name: "intern", Sig: "string, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			if a[0].Type() != &rt.StrType {
				return rt.Value{}, t.TypeErrorf("intern() argument must be str, not %s", a[0].Type().Name)
			}
			return t.VM.Intern(rt.AsStr(a[0]).String()).Value(), nil
		}},
		{Name: "getdefaultencoding", Fn: func(*rt.Thread, []rt.Value) (rt.Value, error) { return rt.NewStr("utf-8"), nil }},
		{Name: "getfilesystemencoding", Fn: func(*rt.Thread, []rt.Value) (rt.Value, error) { return rt.NewStr("utf-8"), nil }},
		{Name: "_getframe", Sig: "depth=0, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			depth, err := t.IntArg(a[0].Or(rt.Int(0)))
			if err != nil {
				return rt.Value{}, err
			}
			f := t.CallerFrame(int(max(0, min(depth, math.MaxInt32))))
			if f.IsNone() {
				return rt.Value{}, t.ValueErrorf("call stack is not deep enough")
			}
			return f, nil
		}},
		{Name: "get_coroutine_origin_tracking_depth", Fn: func(t *rt.Thread, _ []rt.Value) (rt.Value, error) { return rt.Int(int64(t.VM.OriginDepth())), nil }},
		{Name: "set_coroutine_origin_tracking_depth", Sig: "depth", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			depth, err := t.IntArg(a[0])
			if err == nil && depth < 0 {
				err = t.ValueErrorf("depth must be >= 0")
			}
			if err != nil {
				return rt.Value{}, err
			}
			t.VM.SetOriginDepth(int(min(depth, math.MaxInt32)))
			return rt.None, nil
		}},
		{Name: "gettrace", Fn: func(*rt.Thread, []rt.Value) (rt.Value, error) { return rt.None, nil }},
		{Name: "getprofile", Fn: func(*rt.Thread, []rt.Value) (rt.Value, error) { return rt.None, nil }},
		{Name: "getfilesystemencodeerrors", Fn: func(*rt.Thread, []rt.Value) (rt.Value, error) { return rt.NewStr("surrogateescape"), nil }},
		{Name: "getswitchinterval", Fn: func(t *rt.Thread, _ []rt.Value) (rt.Value, error) {
			return rt.Float(*switchInterval(t.VM)), nil
		}},
		{Name: "setswitchinterval", Sig: "interval, /", Fn: setSwitchInterval},
		{Name: "is_finalizing", Fn: func(*rt.Thread, []rt.Value) (rt.Value, error) { return rt.False, nil }},
	},
	Consts: map[string]rt.Value{
		"maxsize":    rt.Int(math.MaxInt64),
		"maxunicode": rt.Int(0x10ffff),
		"byteorder":  rt.NewStr("little"),
		"platform":   rt.NewStr("linux"),
		"executable": rt.NewStr(""),
		"copyright":  rt.NewStr(""),
		"abiflags":   rt.NewStr(""),

		"float_repr_style": rt.NewStr("short"),
	},
	Init: func(t *rt.Thread, m *rt.Module) error {
		args := make([]rt.Value, len(t.VM.Args))
		for i, a := range t.VM.Args {
			args[i] = rt.NewStr(a)
		}
		m.Set("argv", rt.NewList(args))
		for fd, name := range []string{"stdin", "stdout", "stderr"} {
			m.Set(name, t.Stream(fd))
			m.Set("__"+name+"__", t.Stream(fd))
		}
		m.Set("modules", t.VM.Modules().Value())
		hook, _ := m.Get("excepthook")
		m.Set("__excepthook__", hook)
		m.Set("path", rt.NewList([]rt.Value{rt.NewStr("")}))
		return nil
	},
}

func init() {
	rt.RegisterModule(&sysModule)
}

// sysExceptHook is sys.excepthook, which tells of an exception as the end of a
// program does.
func sysExceptHook(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	e := rt.AsException(a[1])
	if e == nil {
		t.Report("TypeError: print_exception(): Exception expected for value, " + a[1].Type().Name + " found")
		return rt.None, nil
	}
	t.Report(t.FormatException(e))
	return rt.None, nil
}

// switchInterval is how long a thread may run that others wait for, as the program
// has set it; threads take turns when they block here, whatever it is.
func switchInterval(vm *rt.VM) *float64 {
	return rt.State(vm, switchIntervalKey, func() *float64 {
		seconds := 0.005
		return &seconds
	})
}

var switchIntervalKey = new(float64)

func setSwitchInterval(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	x, err := t.FloatArg(a[0])
	if err != nil {
		return rt.Value{}, err
	}
	if x <= 0 {
		return rt.Value{}, t.ValueErrorf("switch interval must be strictly positive")
	}
	*switchInterval(t.VM) = x
	return rt.None, nil
}

// recursionLimit is the limit on nested calls that the program was told.
func recursionLimit(vm *rt.VM) *int64 {
	return rt.State(vm, recursionLimitKey, func() *int64 {
		n := int64(vm.RecursionLimit())
		return &n
	})
}

var recursionLimitKey = new(int)
