package stdlib

import (
	_ "embed"
	"strings"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// Modules os and os.path, written in the language. The environment is what the
// run was given, nothing of the machine's.

//go:embed os.py
var osSource string

//go:embed os_path.py
var osPathSource string

var osModule = rt.ModuleDef{
	Name:   "os",
	Doc:    "The environment and the names of paths.",
	Source: osSource,
	Funcs: []rt.Method{
		{Name: "_exit", Sig: "status", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			status, err := t.IntArg(a[0])
			if err != nil {
				return rt.Value{}, err
			}
			return rt.Value{}, t.Exit(int(status & 0xff))
		}},
	},
	Init: func(t *rt.Thread, m *rt.Module) error {
		env := rt.NewDict()
		for _, pair := range t.VM.Env {
			name, value, _ := strings.Cut(pair, "=")
			env.SetStr(name, rt.NewStr(value))
		}
		m.Set("_environment", env.Value())
		return nil
	},
}

var osPathModule = rt.ModuleDef{Name: "os.path", Doc: "Paths as texts.", Source: osPathSource}

func init() {
	rt.RegisterModule(&osModule)
	rt.RegisterModule(&osPathModule)
}
