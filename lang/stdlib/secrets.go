package stdlib

import (
	_ "embed"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// Module secrets, written in the language.

//go:embed secrets.py
var secretsSource string

var secretsModule = rt.ModuleDef{Name: "secrets", Source: secretsSource}

func init() { rt.RegisterModule(&secretsModule) }
