package stdlib

import (
	_ "embed"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// typing.

//go:embed source/typing.py
var typingSource string

//go:embed source/typing_more.py
var typingMoreSource string

var typingModule = rt.ModuleDef{
	Name: "typing",
	Funcs: []rt.Method{
		callerModuleRow,
		{Name: "_static_attribute", Sig: "obj, name, default, /", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			if v, ok := rt.StaticAttr(a[0], rt.AsStr(a[1])); ok {
				return v, nil
			}
			return a[2], nil
		}},
		{Name: "_evaluate", Sig: "text, under, module, over, /", Fn: evaluateAnnotation},
	},
	Source: typingSource,
	Lazy:   typingMoreSource,
}

func init() {
	rt.RegisterModule(&typingModule)
}

// callerModuleRow is _caller_module of the modules written in Python whose functions make
// classes for the module that calls them.
var callerModuleRow = rt.Method{Name: "_caller_module", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	return rt.NewStr(t.CallerModule()), nil
}}

// evaluateAnnotation is the value of an annotation that was kept as text: an
// expression over the names of a dict, of a module, and of another dict; the later
// ones go before.
func evaluateAnnotation(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	text, err := t.StrArg("_evaluate", a[0])
	if err != nil {
		return rt.Value{}, err
	}
	module, err := t.StrArg("_evaluate", a[2])
	if err != nil {
		return rt.Value{}, err
	}
	return t.Evaluate(text, rt.AsDict(a[1]), module, rt.AsDict(a[3]))
}
