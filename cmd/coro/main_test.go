package main

import (
	"strings"
	"testing"

	"github.com/alecthomas/kong"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// The short way past the parser must come to what the parser comes to.
func TestPlainRun(t *testing.T) {
	for _, line := range []string{
		"run a.coro", "run a.coro b c", "run a.coro --seed 3", "run a.coro -x -- y", "run a.coro -- -x", "run a.py --help", "run a -",
		"run a.coro b --clock=real --", "run Ä.py =",
	} {
		words := strings.Split(line, " ")
		plain := plainRun(words)
		if plain == nil {
			t.Errorf("%s: takes no short way", line)
			continue
		}
		parsed := new(runCmd)
		app, err := kong.New(&struct{}{}, append(mappers(), kong.DynamicCommand("run", "", "", parsed))...)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := app.Parse(words); err != nil {
			t.Errorf("%s: %v", line, err)
			continue
		}
		if diff := cmp.Diff(parsed, plain, cmp.AllowUnexported(runCmd{}), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: parsed (-) and plain (+) differ:\n%s", line, diff)
		}
	}
	for _, line := range []string{"", "run", "run -", "run --seed 1 a.coro", "run -h", "test a.coro", "a.coro", "help run"} {
		if plainRun(strings.Split(line, " ")) != nil {
			t.Errorf("%q takes the short way", line)
		}
	}
}
