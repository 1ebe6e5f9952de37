package stdlib

import (
	_ "embed"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// warnings and weakref.

//go:embed source/warnings.py
var warningsSource string

//go:embed source/warnings_deprecated.py
var deprecatedSource string

//go:embed source/weakref.py
var weakrefSource string

var weakrefModule = rt.ModuleDef{
	Name: "weakref",
	Funcs: []rt.Method{
		{Name: "_refs", Sig: "obj, ref=None, /", Fn: known(func(k *knownRefs) map[rt.Value]rt.Value { return k.refs })},
		{Name: "_alias", Sig: "origin, args, /", Fn: rt.GenericAliasOf},
		{Name: "_dotted", Sig: "cls, /", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			cls := rt.AsType(a[0])
			cls.Name = cls.Module + "." + cls.Name
			return a[0], nil
		}},
		{Name: "_at_exit", Sig: "func, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			t.VM.ExitFunc = a[0]
			return rt.None, nil
		}},
		{Name: "_proxies", Sig: "obj, proxy=None, /", Fn: known(func(k *knownRefs) map[rt.Value]rt.Value { return k.proxies })},
	},
	Source: weakrefSource,
}

var warningsModule = rt.ModuleDef{
	Name: "warnings",
	Funcs: []rt.Method{
		{Name: "_caller", Sig: "stacklevel, skip_file_prefixes, /", Fn: warningPlace},
		{Name: "_source_line", Sig: "filename, lineno, /", Fn: sourceLine},
	},
	Source: warningsSource,
	Lazy:   deprecatedSource,
}

func init() {
	rt.RegisterModule(&weakrefModule)
	rt.RegisterModule(&warningsModule)
}

// knownRefs are the references and proxies made in a run, by what they refer to.
type knownRefs struct{ refs, proxies map[rt.Value]rt.Value }

// known is a function that gives the reference or proxy to an object that there is
// already, or None; with a second argument that becomes the one.
func known(of func(*knownRefs) map[rt.Value]rt.Value) rt.Fn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		refs := of(rt.State(t.VM, &weakrefSource, func() *knownRefs {
			return &knownRefs{map[rt.Value]rt.Value{}, map[rt.Value]rt.Value{}}
		}))
		if ref := a[1].Or(rt.None); !ref.IsNone() {
			refs[a[0]] = ref
			return ref, nil
		}
		if ref, ok := refs[a[0]]; ok {
			return ref, nil
		}
		return rt.None, nil
	}
}

// warningPlace is the file, line and module of the program's frame that a
// warning with a stack level is about.
func warningPlace(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	level, err := t.IntArg(a[0])
	if err != nil {
		return rt.Value{}, err
	}
	var skipped []string
	for _, v := range rt.AsTuple(a[1]).Items() {
		s := rt.AsStr(v)
		if s == nil {
			return rt.Value{}, t.TypeErrorf("Found non-str '%s' in skip_file_prefixes.", v.Type().Name)
		}
		skipped = append(skipped, s.String())
	}
	if len(skipped) > 0 {
		level = max(level, 2)
	}
	if f, ok := t.LineAbove(int(level), skipped); ok {
		return rt.NewTuple([]rt.Value{rt.NewStr(f.File), rt.Int(int64(f.Line)), rt.NewStr(f.Module)}), nil
	}
	return rt.NewTuple([]rt.Value{rt.NewStr("<sys>"), rt.Int(0), rt.NewStr("sys")}), nil
}

// sourceLine is a line of the program's source, None if there is no such line.
func sourceLine(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	file, err := t.StrArg("_source_line", a[0])
	if err != nil {
		return rt.Value{}, err
	}
	line, err := t.IntArg(a[1])
	if err != nil {
		return rt.Value{}, err
	}
	if text, ok := t.VM.SourceLine(file, int(line)); ok {
		return rt.NewStr(text), nil
	}
	return rt.None, nil
}
