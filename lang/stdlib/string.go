package stdlib

import (
	_ "embed"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// Module string, written in the language.

//go:embed string.py
var stringSource string

func init() {
	rt.RegisterModule(&rt.ModuleDef{Name: "string", Doc: "Constants and templates of strings.", Source: stringSource})
}
