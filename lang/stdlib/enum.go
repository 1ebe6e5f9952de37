package stdlib

import (
	_ "embed"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// enum.

//go:embed source/enum.py
var enumSource string

var enumModule = rt.ModuleDef{
	Name:   "enum",
	Consts: map[string]rt.Value{"_builtin_property": rt.TypeValue(&rt.PropertyType)},
	Funcs:  []rt.Method{callerModuleRow},
	Source: enumSource,
}

func init() {
	rt.RegisterModule(&enumModule)
}
