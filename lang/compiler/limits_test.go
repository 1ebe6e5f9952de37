package compiler_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/coro-lang/coro/lang/compiler"
	"github.com/coro-lang/coro/lang/parser"
)

// each writes a format with every number below n.
func each(n int, format, sep string) string {
	s := make([]string, n)
	for i := range s {
		s[i] = strings.ReplaceAll(format, "#", fmt.Sprint(i))
	}
	return strings.Join(s, sep)
}

// nest puts a text within itself n times.
func nest(n int, before, middle, after string) string {
	return strings.Repeat(before, n) + middle + strings.Repeat(after, n)
}

// No limit of the encoding shows to a program of a size that people write, or generate.
func TestLargePrograms(t *testing.T) {
	for name, src := range map[string]string{
		"300 locals":              "def f():\n    " + each(300, "x# = #", "\n    ") + "\n    return " + each(300, "x#", " + "),
		"5000 locals":             "def f(a):\n    " + each(5000, "x# = a", "\n    ") + "\n    del x4999\n    for x4000 in x3: x4000 += 1\n    x1, x4500 = x4600",
		"300 captured":            "def f():\n    " + each(300, "x# = #", "\n    ") + "\n    def g():\n        return x1 + x299\n    return lambda: " + each(60, "x#", "+") + "+" + each(300, "0", "+") + " + x298",
		"1000 arguments":          "f(" + each(1000, "a + #", ", ") + ")\nf.g(" + each(1000, "#", ", ") + ")",
		"1000 keywords":           "f(" + each(1000, "a#=#", ", ") + ")\nclass C(" + each(1000, "a#=#", ", ") + "): pass",
		"100000 items":            "x = [" + each(100000, "a", ", ") + "]",
		"100000 constants":        "x = [" + each(100000, "#", ", ") + "]\ny = (" + each(100000, "#", ", ") + ")\nz = {" + each(10000, "#", ", ") + "}",
		"10000 pairs":             "x = {" + each(10000, "#: a", ", ") + "}",
		"1000 parts of a string":  "x = f\"" + each(1000, "{a}#", "") + "\"",
		"90 nested calls":         "def f():\n    " + each(150, "x# = #", "\n    ") + "\n    return " + nest(90, "f(", "x1", ")"),
		"deep calls":              "x = " + nest(150, "f(a, b, ", "c", ")"),
		"deep lists":              "x = " + nest(190, "[a, ", "c", "]"),
		"deep sums":               "def f(a):\n    " + each(140, "x# = #", "\n    ") + "\n    return " + nest(190, "(g + ", "a", ")"),
		"deep methods":            "x = " + nest(90, "f.g(a, ", "c", ")"),
		"deep dicts":              "x = " + nest(150, "{a: ", "c", "}"),
		"deep lambdas":            "x = " + nest(50, "(lambda x: ", "c", ")"),
		"deep comprehensions":     "x = " + nest(60, "[", "c", " for x in y]"),
		"deep generators":         "x = " + nest(60, "(", "c", " for x in y)"),
		"deep conditions":         "x = " + nest(90, "(a if ", "c", " else b)"),
		"deep tries":              each(1, nestedBlocks(19, "try:", "finally:\n#pass"), ""),
		"long constants":          "if a == " + each(1000, "#.5 or a == ", "") + "1: pass",
		"long chains":             "x = " + each(1000, "a", " < ") + "\nif " + each(1000, "a", " < ") + ": pass",
		"long conditions":         "if " + each(1000, "a#", " and ") + " or " + each(1000, "not b#", " or ") + ": pass",
		"1000 targets":            each(1000, "x#", ", ") + " = y\n" + each(200, "x#", ", ") + ", *z, " + each(300, "y#", ", ") + " = y",
		"1000 parameters":         "def f(" + each(1000, "x#", ", ") + ", *y, " + each(300, "k#=#", ", ") + ", **z): return x999, lambda: x500 + k299",
		"long except lists":       "try: pass\n" + each(300, "except A#: pass", "\n"),
		"long functions":          "def f(a):\n    while a:\n        " + each(30000, "a = f(a, #)", "\n        "),
		"many with items":         "with " + each(18, "a# as b#", ", ") + ": pass",
		"many constants in jumps": "def f(a):\n    " + each(1000, "if a == #.5: return 'a#'", "\n    "),
	} {
		t.Run(name, func(t *testing.T) { compile(t, name, src, compiler.Options{}) })
	}
}

// nestedBlocks nests statements of two clauses.
func nestedBlocks(n int, head, tail string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%s%s\n", strings.Repeat(" ", i), head)
	}
	b.WriteString(strings.Repeat(" ", n) + "pass\n")
	for i := n - 1; i >= 0; i-- {
		in := strings.Repeat(" ", i)
		b.WriteString(in + strings.ReplaceAll(tail, "#", in+" ") + "\n")
	}
	return b.String()
}

// What goes beyond is refused, with a place.
func TestTooLarge(t *testing.T) {
	deepFinally := "pass"
	for range 20 {
		deepFinally = "try:\n f()\nfinally:\n " + strings.ReplaceAll(deepFinally, "\n", "\n ") + "\n g()"
	}
	for name, tt := range map[string]struct{ src, want string }{
		"targets": {each(300, "x#", ", ") + ", *y = z", "too many expressions in star-unpacking assignment"},
		"finally": {"def h():\n " + strings.ReplaceAll(deepFinally, "\n", "\n "), "too much code"},
	} {
		f, errs := parser.Parse(name, []byte(tt.src), parser.Coro)
		if errs.HasErrors() {
			t.Fatalf("%s: %v", name, errs)
		}
		_, errs = compiler.Compile(f, compiler.Options{})
		if len(errs) != 1 || !strings.Contains(errs[0].Msg, tt.want) || !errs[0].Pos.Valid() {
			t.Errorf("%s: got %v, want %q", name, errs, tt.want)
		}
	}
}
