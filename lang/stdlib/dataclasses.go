package stdlib

import (
	_ "embed"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// dataclasses.

//go:embed source/dataclasses.py
var dataclassesSource string

var dataclassesModule = rt.ModuleDef{
	Name: "dataclasses",
	Funcs: []rt.Method{
		{Name: "_caller_module", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.NewStr(t.CallerModule()), nil
		}},
		{Name: "_compile", Sig: "source, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			source, err := t.StrArg("_compile", a[0])
			if err != nil {
				return rt.Value{}, err
			}
			return t.CompileFunction("dataclasses", source, "create", nil)
		}},
		{Name: "_is_keyword", Sig: "name, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			name, err := t.StrArg("_is_keyword", a[0])
			return rt.Bool(keywords[name]), err
		}},
	},
	Source: dataclassesSource,
}

func init() {
	rt.RegisterModule(&dataclassesModule)
}
