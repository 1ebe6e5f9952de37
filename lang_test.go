package coro_test

import (
	"flag"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/coro-lang/coro"
	"github.com/coro-lang/coro/lang/suite"
)

var update = flag.Bool("update", false, "rewrite the goldens with what the programs print (check them against CPython: go test ./testdata/oracle)")

// TestLang runs every program of testdata/lang and compares its output and exit
// status with the goldens beside it, which are CPython's, and what is reported at
// its end with those that are ours. It does what `coro test testdata/lang` does.
func TestLang(t *testing.T) { runGoldens(t, "testdata/lang") }

// TestScenarios does the same for the shipped scenarios.
func TestScenarios(t *testing.T) { runGoldens(t, "scenarios") }

func runGoldens(t *testing.T, root string) {
	tests, err := suite.Find([]string{root}, suite.Options{Update: *update, Timeout: time.Minute, Configure: seedAndWords})
	if err != nil {
		t.Fatal(err)
	}
	if tests.Len() == 0 {
		t.Fatalf("no programs under %s", root)
	}
	for _, c := range tests.Cases() {
		t.Run(strings.TrimPrefix(c.Name(), root+"/"), func(t *testing.T) {
			t.Parallel()
			defer func() {
				if r := recover(); r != nil {
					t.Errorf("panic: %v\n%s", r, debug.Stack())
				}
			}()
			if result := c.Run(); result.Failure != "" {
				t.Error(result.Failure)
			}
		})
	}
}

// seedAndWords reads an .args file: words, before which --seed may stand.
func seedAndWords(_ string, words []string) (coro.Options, error) {
	var o coro.Options
	if len(words) > 1 && words[0] == "--seed" {
		var err error
		if o.Seed, err = strconv.ParseInt(words[1], 10, 64); err != nil {
			return o, err
		}
		words = words[2:]
	}
	o.Args = words
	return o, nil
}
