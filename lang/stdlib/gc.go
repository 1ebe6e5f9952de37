package stdlib

import (
	_ "embed"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// gc: the switches of a garbage collector. Go's does the work, and cannot be asked
// what refers to what.

//go:embed source/gc.py
var gcSource string

var gcModule = rt.ModuleDef{Name: "gc", Source: gcSource}

func init() { rt.RegisterModule(&gcModule) }
