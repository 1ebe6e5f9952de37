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

var difflibModule = rt.ModuleDef{Name: "difflib", Source: difflibSource}

var pprintModule = rt.ModuleDef{Name: "pprint", Source: pprintSource}

func init() {
	rt.RegisterModule(&difflibModule)
	rt.RegisterModule(&pprintModule)
}
