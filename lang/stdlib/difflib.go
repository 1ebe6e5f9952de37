package stdlib

import (
	_ "embed"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// difflib and pprint: comparisons and layouts for people, which unittest's
// assertions show.

//go:embed source/difflib.py
var difflibSource string

//go:embed source/pprint.py
var pprintSource string

func init() {
	rt.RegisterModule(&rt.ModuleDef{Name: "difflib", Source: difflibSource})
	rt.RegisterModule(&rt.ModuleDef{Name: "pprint", Source: pprintSource})
}
