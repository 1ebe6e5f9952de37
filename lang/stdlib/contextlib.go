package stdlib

import (
	_ "embed"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// contextlib.

//go:embed source/contextlib.py
var contextlibSource string

var contextlibModule = rt.ModuleDef{
	Name: "contextlib",
	Funcs: []rt.Method{
		{Name: "_has", Sig: "cls, /, *names", Fn: classHas},
		{Name: "_alias", Sig: "origin, args, /", Fn: rt.GenericAliasOf},
	},
	Source: contextlibSource,
}

func init() {
	rt.RegisterModule(&contextlibModule)
}
