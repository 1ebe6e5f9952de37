package compiler_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/coro-lang/coro/lang/compiler"
)

// The inputs of a session share their globals: a unit finds the slots of those before it
// where they were, and adds its own.
func TestInteractive(t *testing.T) {
	first := compile(t, "<1>", "x = 1\nx + y\nif x: x", compiler.Options{Interactive: true})
	if want := []string{"x", "y"}; !slices.Equal(first.Globals, want) {
		t.Errorf("globals %q, want %q", first.Globals, want)
	}
	if n := strings.Count(compiler.Disassemble(first), "PRINTEXPR"); n != 2 {
		t.Errorf("%d expressions are printed, want 2", n)
	}
	second := compile(t, "<2>", "def f(): y\nz = y", compiler.Options{Interactive: true, Globals: first.Globals})
	if want := []string{"x", "y", "f", "z"}; !slices.Equal(second.Globals, want) {
		t.Errorf("globals %q, want %q", second.Globals, want)
	}
	if strings.Contains(compiler.Disassemble(second), "PRINTEXPR") {
		t.Error("an expression in a function is printed")
	}
}

func TestAsyncModule(t *testing.T) {
	for src, want := range map[string]bool{
		"await f()":                           true,
		"x = [await y for y in z]":            true,
		"async for x in y: pass":              true,
		"async with x: pass":                  true,
		"x = [y async for y in z]":            true,
		"x = (await y for y in z)":            false,
		"async def f(): await g()":            false,
		"x = (y async for y in z)":            false,
		"x = (y for y in await z)":            true,
		"def f(x=[await y for y in z]): pass": true,
	} {
		p := compile(t, src, src, compiler.Options{Coro: true})
		if p.Async != want || (p.Module.Flags&compiler.FlagCoroutine != 0) != want {
			t.Errorf("%s: async is %v, want %v", src, p.Async, want)
		}
	}
}

// A finally clause is generated for each way out, but the functions in it only once.
func TestFunctionsInFinally(t *testing.T) {
	p := compile(t, "finally", `
def f(a):
    for i in a:
        try:
            if i:
                return 1
            if a:
                break
        finally:
            g = lambda: a
`, compiler.Options{})
	if n := len(p.Module.Funcs[0].Funcs); n != 1 {
		t.Errorf("the lambda was compiled %d times", n)
	}
}
