package stdlib

import (
	_ "embed"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// inspect.

//go:embed source/inspect.py
var inspectSource string

//go:embed source/inspect_more.py
var inspectMoreSource string

var inspectModule = rt.ModuleDef{
	Name: "inspect",
	Funcs: []rt.Method{
		{Name: "_function_kind", Sig: "obj, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.NewStr(rt.FunctionKind(a[0])), nil
		}},
		{Name: "_source", Sig: "code, /", Fn: sourceLines},
		{Name: "_file_lines", Sig: "code, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			lines := rt.FileOf(a[0])
			if lines == nil {
				return rt.None, nil
			}
			return strList(lines), nil
		}},
		{Name: "_frame", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return t.CallerFrame(0), nil }},
		{Name: "_split_parameters", Sig: "text, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			text, err := t.StrArg("_split_parameters", a[0])
			return strList(rt.SplitParameters(text)), err
		}},
	},
	Source: inspectSource,
	Lazy:   inspectMoreSource,
}

func init() {
	rt.RegisterModule(&inspectModule)
}

// sourceLines is the list of a code object's source lines and the number of the
// first, None if there are none.
func sourceLines(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	lines, first, ok := rt.SourceOf(a[0])
	if !ok {
		return rt.None, nil
	}
	return rt.NewTuple([]rt.Value{strList(lines), rt.Int(int64(first))}), nil
}
