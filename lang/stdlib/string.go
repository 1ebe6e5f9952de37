package stdlib

import (
	_ "embed"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// Module string, written in the language but for _text, which refuses what is no str.

//go:embed string.py
var stringSource string

var stringModule = rt.ModuleDef{
	Name: "string", Doc: "Constants and templates of strings.", Source: stringSource,
	Funcs: []rt.Method{{Name: "_text", Sig: "x, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		if rt.AsStr(a[0]) == nil {
			return rt.Value{}, t.TypeErrorf("expected str, got %s", a[0].Type().Name)
		}
		return a[0], nil
	}}},
}

func init() {
	rt.RegisterModule(&stringModule)
}
