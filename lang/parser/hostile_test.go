package parser

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"time"

	"github.com/coro-lang/coro/lang/diag"
)

// TestHostile feeds what could overflow a stack or take for ever: each is accepted or gets the one
// diagnostic that it deserves.
func TestHostile(t *testing.T) {
	rep := strings.Repeat
	blocks := func(n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(rep(" ", i) + "if x:\n")
		}
		b.WriteString(rep(" ", n) + "pass\n")
		return b.String()
	}
	for _, c := range []struct {
		name, src, code string
	}{
		{"100,000 parentheses", rep("(", 100_000) + rep(")", 100_000), diag.TooComplex},
		{"100,000 open parentheses", rep("(", 100_000), diag.TooComplex},
		{"200 parentheses", rep("(", 200) + "x" + rep(")", 200), ""},
		{"201 brackets", rep("[", 201) + rep("]", 201), diag.TooComplex},
		{"100,000 closing", rep(")", 100_000), diag.Unmatched},
		{"a sum of 5,000", "x = " + rep("1 + ", 5000) + "1", ""},
		{"a sum of 100,000", "x = " + rep("1 + ", 100_000) + "1", diag.TooComplex},
		{"a conjunction of 100,000", rep("x and ", 100_000) + "x", ""},
		{"a comparison of 100,000", rep("x < ", 100_000) + "x", ""},
		{"1,000 signs", rep("-", 1000) + "x", ""},
		{"100,000 signs", rep("-", 100_000) + "x", diag.TooComplex},
		{"100,000 nots", rep("not ", 100_000) + "x", diag.TooComplex},
		{"100,000 powers", rep("x ** ", 100_000) + "x", diag.TooComplex},
		{"100,000 conditionals", rep("x if y else ", 100_000) + "z", diag.TooComplex},
		{"100,000 lambdas", rep("lambda: ", 100_000) + "z", diag.TooComplex},
		{"100,000 calls", "x" + rep("()", 100_000), diag.TooComplex},
		{"100,000 attributes", "x" + rep(".y", 100_000), diag.TooComplex},
		{"sums in brackets", rep("("+rep("1+", 1000), 150) + "1" + rep(")", 150), ""},
		{"sums on the left", rep("(", 150) + "1" + rep(rep("+1", 1000)+")", 150), diag.TooComplex},
		{"a list of 100,000", "x = [" + rep("1, ", 100_000) + "]", ""},
		{"a call of 1,000", "f(" + rep("x, ", 1000) + ")", ""},
		{"100,000 targets", rep("x = ", 100_000) + "1", ""},
		{"100,000 strings", "x = (" + rep("'a' f'b' ", 50_000) + ")", ""},
		{"99 blocks", blocks(99), ""},
		{"100 blocks", blocks(100), diag.TooComplex},
		{"5,000 blocks", blocks(5000), diag.TooComplex},
		{"10,000 elifs", "if x: pass\n" + rep("elif y: pass\n", 10_000), ""},
		{"f-strings in f-strings", "x = " + rep("f'{", 500) + "1" + rep("}'", 500), diag.TooComplex},
		{"nested formats", `f"{x:{y:{z:{w:{v}}}}}"`, diag.TooComplex},
		{"a long number", rep("9", 5000), diag.BadNumber},
		{"a long hexadecimal number", "x = 0x" + rep("f", 100_000), ""},
		{"NUL", "x = 1\x00", diag.BadFile},
		{"no UTF-8", "x = '\xff'", diag.BadFile},
		{"patterns", "match x:\n case " + rep("[", 200) + rep("]", 200) + ": pass\n", ""},
		{"alternatives", "match x:\n case " + rep("1 | ", 100_000) + "2: pass\n", ""},
		{"decorators", rep("@x\n", 50_000) + "def f(): pass\n", ""},
		{"statements", rep("x;", 100_000), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			_, errs := Parse("x", []byte(c.src), Python)
			if d := time.Since(start); d > 5*time.Second {
				t.Errorf("took %v", d)
			}
			switch {
			case c.code == "" && len(errs) > 0:
				t.Errorf("refused: %v", errs[0])
			case c.code != "" && (len(errs) == 0 || errs[0].Code != c.code):
				t.Errorf("want %s, got %.300v", c.code, errs)
			case len(errs) > maxErrors+1:
				t.Errorf("%d diagnostics", len(errs))
			}
		})
	}
}

// TestNonsense feeds megabytes of nonsense: it must come to an end soon, with diagnostics.
func TestNonsense(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	words := []string{"(", ")", "[", "{", "}", "\n", " ", "    ", "def", "f'", "'", "\"", "x", ":", "=", "if", "else", "class", "1", "\\", "#", "“", "é", "\t",
		"'''", "lambda", "await", ",", "match", "case", "async", "@", "*", "try", "import"}
	for size := 1; size <= 3; size++ {
		var b strings.Builder
		for b.Len() < 1_000_000 {
			b.WriteString(words[r.Intn(len(words))])
			if size > 1 {
				b.WriteByte(" \n"[r.Intn(20)/19])
			}
			if size > 2 && r.Intn(50) == 0 {
				b.WriteByte('\n')
			}
		}
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			start := time.Now()
			_, errs := Parse("x", []byte(b.String()), Coro)
			if len(errs) == 0 {
				t.Error("no diagnostics")
			}
			if d := time.Since(start); d > 5*time.Second {
				t.Errorf("took %v", d)
			}
		})
	}
}
