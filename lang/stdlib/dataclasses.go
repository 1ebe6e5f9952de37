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
		callerModuleRow,
		{Name: "_compile", Sig: "source, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			source, err := t.StrArg("_compile", a[0])
			if err != nil {
				return rt.Value{}, err
			}
			return t.CompileFunction("dataclasses", source, "create", nil)
		}},
		isKeywordRow,
	},
	Source: dataclassesSource,
}

func init() {
	rt.RegisterModule(&dataclassesModule)
}
