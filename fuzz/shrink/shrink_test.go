package shrink

import (
	"strings"
	"testing"
)

func TestShrink(t *testing.T) {
	const program = `import sys

def unused(a):
    return a

def f(a, b):
    # divides
    for i in range(3):
        try:
            print('a, b', a, b)
            print(a // b)
        except ValueError:
            pass
        finally:
            print('done')
    return a

print(f(1, 2))
if True:
    x = [1, (2, 3), {'four': 4}]
    print(f(1, 0), x)
else:
    print(sys)
`
	for _, test := range []struct {
		name, want string
		shows      func(string) bool
	}{
		{"one line", "print(a // b)\n", func(p string) bool { return strings.Contains(p, "//") }},
		{"everything goes", "", func(string) bool { return true }},
		{"a body", "def f():\n    print(a // b)\n", func(p string) bool {
			return strings.Contains(p, "def f(") && strings.Contains(p, "    print(a // b)")
		}},
		{"items", "x = [(3)]\n", func(p string) bool {
			return strings.Contains(p, "x = [") && strings.Contains(p, "3)") && strings.Contains(p, "(")
		}},
		{"unwrapped from a statement with clauses", "def f():\n    for i in range():\n        print()\n", func(p string) bool {
			return strings.Contains(p, "for i") && strings.Contains(p, "        print(") && strings.Contains(p, "def f(")
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := Shrink(program, 1000, test.shows); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

// A program that no longer shows it when its indentation changes is left alone,
// and so is one when there are no tries.
func TestShrinkLeavesAlone(t *testing.T) {
	const program = "if 1:\n  x = 1\n"
	if got := Shrink(program, 100, func(p string) bool { return p == program }); got != program {
		t.Errorf("got %q", got)
	}
	if got := Shrink(program, 0, func(string) bool { return true }); got != "if 1:\n    x = 1\n" {
		t.Errorf("without tries: got %q", got)
	}
}

func TestItems(t *testing.T) {
	for _, test := range []struct {
		text string
		want int
	}{
		{"a, b)", 2}, {")", 1}, {"f(a, b), 'c, d')", 2}, {"[1, 2], {3: 4}]", 2}, {"a, b", 0}, {"'", 0},
	} {
		if got := len(items(test.text)); got != test.want {
			t.Errorf("items(%q): %d, want %d", test.text, got, test.want)
		}
	}
}
