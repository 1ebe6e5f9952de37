package stdlib

import rt "github.com/coro-lang/coro/lang/runtime"

// _thread: what of CPython's module has no better place.

var threadModule = rt.ModuleDef{
	Name: "_thread",
	Funcs: []rt.Method{
		{Name: "interrupt_main", Sig: "signum=2, /", Fn: func(t *rt.Thread, _ []rt.Value) (rt.Value, error) {
			t.VM.Interrupt()
			return rt.None, nil
		}},
	},
}

func init() {
	rt.RegisterModule(&threadModule)
}
