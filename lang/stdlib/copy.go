package stdlib

import (
	_ "embed"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// copy is written in the language, but for _layout: the builtin type that a
// class's instances are made as.

//go:embed source/copy.py
var copySource string

func init() {
	rt.RegisterModule(&rt.ModuleDef{
		Name: "copy", Source: copySource,
		Funcs: []rt.Method{{Name: "_layout", Sig: "cls, /", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.AsType(a[0]).Layout().Value(), nil
		}}},
	})
}
