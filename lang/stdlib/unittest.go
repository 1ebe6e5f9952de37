package stdlib

import (
	_ "embed"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// unittest: test cases, how they are run, and the report of a run. Its modules are
// written in the language.

var (
	//go:embed source/unittest.py
	unittestSource string
	//go:embed source/unittest_case.py
	unittestCaseSource string
	//go:embed source/unittest_assertions.py
	unittestAssertionsSource string
	//go:embed source/unittest_expectations.py
	unittestExpectationsSource string
	//go:embed source/unittest_async_case.py
	unittestAsyncCaseSource string
	//go:embed source/unittest_mock_calls.py
	unittestMockCallsSource string
	//go:embed source/unittest_mock.py
	unittestMockSource string
	//go:embed source/unittest_mock_magic.py
	unittestMockMagicSource string
	//go:embed source/unittest_mock_patch.py
	unittestMockPatchSource string
	//go:embed source/unittest_runner.py
	unittestRunnerSource string
)

var unittestModule = rt.ModuleDef{
	Name: "unittest",
	Funcs: []rt.Method{
		{Name: "_run", Sig: "part, /", Fn: runTestPart},
		{Name: "_import", Sig: "name, /", Fn: importByName},
		{Name: "_fresh", Fn: func(t *rt.Thread, _ []rt.Value) (rt.Value, error) {
			t.VM.BeginTest()
			return rt.None, nil
		}},
	},
	Source: unittestSource,
}

var unittestMockModule = rt.ModuleDef{
	Name: "unittest.mock", Source: unittestMockCallsSource,
	More: []string{unittestMockSource, unittestMockMagicSource, unittestMockPatchSource},
}

func init() {
	rt.RegisterModule(&unittestModule)
	for name, source := range map[string]string{
		"case": unittestCaseSource, "assertions": unittestAssertionsSource,
		"expectations": unittestExpectationsSource, "async_case": unittestAsyncCaseSource,
		"runner": unittestRunnerSource,
	} {
		rt.RegisterModule(&rt.ModuleDef{Name: "unittest." + name, Source: source})
	}
	rt.RegisterModule(&unittestMockModule)
}

// runTestPart calls a step of a test.
func runTestPart(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	return t.InTest(func() (rt.Value, error) { return t.Call(args[0]) })
}

// importByName is the module with a dotted name.
func importByName(t *rt.Thread, args []rt.Value) (rt.Value, error) {
	name := rt.AsStr(args[0])
	if name == nil {
		return rt.Value{}, t.TypeErrorf("a module's name is a str, not '%s'", args[0].Type().Name)
	}
	return t.ImportName(name)
}
