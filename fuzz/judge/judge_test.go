package judge

import (
	"strings"
	"testing"

	"github.com/coro-lang/coro/testdata/oracle"
)

func TestTry(t *testing.T) {
	python, err := oracle.FindPython()
	if err != nil {
		t.Skip(err)
	}
	j, err := New(python, "program.py")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, program string
		status        int
		ending        Ending
		differs       string
	}{
		{"prints", "print('ä', 1 / 3)\n", 0, Ended, ""},
		{"exits", "import sys\nprint(1)\nsys.exit(7)\n", 7, Ended, ""},
		{"raises", "def f():\n    raise ValueError('x\\ny')\nf()\n", 1, Ended, ""},
		{"is no program", "print(1\n", 1, Refused, ""},
		{"deadlocks", "import asyncio\nasync def f():\n    await asyncio.Event().wait()\nasyncio.run(f())\n", 1, Ended, ""},
		{"recurses", "def f(n):\n    f(n)\nf(0)\n", 1, Ended, ""},
		{"prints much", "for i in range(100000):\n    print(i)\n", 0, Ended, ""},
		{"reads its input", "try:\n    input()\nexcept EOFError:\n    print('none')\n", 0, Ended, ""},
		{"is no text", "import sys\nprint(1)\nsys.stdout.flush()\n", 0, Ended, ""},
		{"shows an address", "print(object())\n", 0, Ended, ""},
		{"takes an address apart", "print(repr(object())[-10:-1])\n", 0, Ended, ""},
		{"prints the last bit of a power", "print([(-1 / (2**53 + 1)) ** -1, 'x'])\n", 0, Ended, ""},
		{"counts what shows addresses", "print({repr(object()) for _ in range(3)})\n", 0, Ended, ""},
		{"has a set in hashing's order", "d = dict.fromkeys('abcdefgh')\nprint(d.keys() | {'x', 'y'})\n", 0, Ended, ""},
		// Complex numbers are not in the language.
		{"is refused by Coro alone", "print(1j)\n", 0, Refused, "ending"},
	} {
		t.Run(test.name, func(t *testing.T) {
			v, err := j.Try(test.program)
			if err != nil {
				t.Fatal(err)
			}
			if v.Coro.Ending != test.ending || v.CPython.Status != test.status {
				t.Errorf("%v, status %d; want %v, %d\n%s", v.Coro.Ending, v.CPython.Status, test.ending, test.status, v.CPython.Stderr)
			}
			switch d := v.Difference; {
			case d == nil && test.differs != "":
				t.Errorf("no difference, want one of %s", test.differs)
			case d != nil && d.What != test.differs:
				t.Error(d)
			}
		})
	}
	if err := j.Close(); err != nil {
		t.Error(err)
	}
}

func TestCompare(t *testing.T) {
	same := Outcome{Stdout: "1\n2\n", Stderr: "b\na\n", Status: 1}
	for _, test := range []struct {
		name    string
		changed func(o *Outcome)
		want    string
	}{
		{"nothing", func(*Outcome) {}, ""},
		{"a line", func(o *Outcome) { o.Stdout = "1\n3\n" }, "stdout: |"},
		{"a line less", func(o *Outcome) { o.Stdout = "1\n" }, "stdout: |"},
		{"the status", func(o *Outcome) { o.Status = 0 }, "status: |"},
		{"the order of reports", func(o *Outcome) { o.Stderr = "a\nb\n" }, ""},
		{"what Coro adds", func(o *Outcome) { o.Stderr += "    created at program.py:3 in f\n    help: do it\n" }, ""},
		{"a report", func(o *Outcome) { o.Stderr = "a\nValueError: x 'y' 1\n" }, "stderr: b | ValueError x"},
		{"a refusal", func(o *Outcome) { *o = Outcome{Status: 1, Stderr: "error: no\n  at 1\n", Ending: Refused} }, "ending: ended | refused error no"},
		{"a crash", func(o *Outcome) { o.Ending, o.Stderr = Crashed, "panic: index\n" }, "ending: ended | crashed panic index"},
	} {
		t.Run(test.name, func(t *testing.T) {
			other := same
			test.changed(&other)
			got := ""
			if d := compare(same, other, leeway{}); d != nil {
				got = strings.Join(strings.Fields(d.Kind()), " ")
			}
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
	if d := compare(Outcome{Stdout: "MemoryError\n"}, Outcome{Stderr: "the run was " + memoryEnds, Status: 124}, leeway{}); d != nil {
		t.Errorf("a program that neither has the memory for: %v", d)
	}
	for program, want := range map[string]bool{
		"print(2 ** 0.5)": true, "print(pow(2, .5))": true, "print(math.sinh(1))": true,
		"import math\nf(a, **b)\nprint(0.1 + 0.2, math.fsum([]))": false,
	} {
		if got := leewayOf(program).lastBits; got != want {
			t.Errorf("last bits of %q may differ: %v", program, got)
		}
	}
	for _, test := range []struct {
		a, b   string
		differ bool
	}{
		{"1.0", "1.0000000000000002", false},
		{"1.0", "1.0000000000000004", true},
		{"[1.0, 2]", "[1.0000000000000002, 3]", true},
		{"[1.0, 'x']", "[1.0]", true},
	} {
		if d := compare(Outcome{Stdout: test.a}, Outcome{Stdout: test.b}, leeway{lastBits: true}); (d != nil) != test.differ {
			t.Errorf("%s and %s: %v", test.a, test.b, d)
		}
		if d := compare(Outcome{Stdout: test.a}, Outcome{Stdout: test.b}, leeway{}); d == nil {
			t.Errorf("%s and %s do not differ", test.a, test.b)
		}
	}
	if d := compare(Outcome{Ending: Unending}, same, leeway{}); d != nil {
		t.Errorf("a program that CPython does not end: %v", d)
	}
}
