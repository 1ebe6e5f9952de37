package coro_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/coro-lang/coro/lang/suite"
)

// TestCPythonSuite runs CPython 3.13's own tests of asyncio, unmodified, as `coro
// test` does. testdata/cpython.txt has how many cases of each file pass at least,
// and below it those that do not, each with the reason.
func TestCPythonSuite(t *testing.T) {
	dir := cpythonTests(t)
	for _, want := range recordedCases(t) {
		t.Run(want.file, func(t *testing.T) {
			report, err := suite.RunUnittests(filepath.Join(dir, want.file+".py"), want.only, &suite.Options{Timeout: 2 * time.Minute})
			if err != nil {
				t.Fatal(err)
			}
			outcomes := map[string]string{}
			for _, test := range report.Tests {
				if test.Outcome == "skip" {
					continue
				}
				name := strings.TrimPrefix(test.ID, want.file+".")
				if want.twins {
					name = name[strings.LastIndexByte(name, '.')+1:]
				}
				if outcomes[name] == "" || test.Outcome != "pass" {
					outcomes[name] = test.Outcome
				}
			}
			passed := 0
			var failed []string
			for _, name := range sortedKeys(outcomes) {
				if outcomes[name] == "pass" {
					passed++
					if want.reasons[name] != "" {
						t.Errorf("%s passes, and a reason why not is recorded", name)
					}
				} else {
					failed = append(failed, fmt.Sprintf("%s: %s", name, outcomes[name]))
					if want.reasons[name] == "" {
						t.Errorf("%s: %s, and no reason is recorded", name, outcomes[name])
					}
				}
			}
			t.Logf("%d of %d pass", passed, len(outcomes))
			if passed < want.passed {
				t.Errorf("%d pass, %d are recorded\n%s\n%s", passed, want.passed, strings.Join(failed, "\n"), report.Text)
			}
		})
	}
}

// cpythonTests is the directory of CPython 3.13's asyncio tests; the test is
// skipped where there is none.
func cpythonTests(t *testing.T) string {
	python := os.Getenv("CORO_PYTHON")
	if python == "" {
		python = "python3.13"
	}
	cmd := exec.Command(python, "-c", "import os, test.test_asyncio as t; print(os.path.dirname(t.__file__))")
	out, err := cmd.Output()
	if err != nil {
		t.Skipf("no CPython 3.13 with its tests found (CORO_PYTHON names it): %v", err)
	}
	return strings.TrimSpace(string(out))
}

// recorded is what testdata/cpython.txt says of one file.
type recorded struct {
	file    string
	only    string // a pattern of the tests to run; "" for all
	passed  int
	twins   bool // the classes are the same tests of several implementations: each method counts once
	reasons map[string]string
}

func recordedCases(t *testing.T) []*recorded {
	text, err := os.ReadFile("testdata/cpython.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []*recorded
	for _, line := range strings.Split(string(text), "\n") {
		switch {
		case line == "" || line[0] == '#':
		case line[0] == ' ':
			name, reason, ok := strings.Cut(strings.TrimSpace(line), ": ")
			if !ok {
				t.Fatalf("testdata/cpython.txt: %q has no reason", line)
			}
			all[len(all)-1].reasons[name] = reason
		default:
			words := strings.Fields(line)
			r := &recorded{file: words[0], reasons: map[string]string{}}
			if _, err := fmt.Sscan(words[1], &r.passed); err != nil {
				t.Fatalf("testdata/cpython.txt: %q: %v", line, err)
			}
			for _, word := range words[2:] {
				if only, ok := strings.CutPrefix(word, "only="); ok {
					r.only = only
				} else if word == "twins" {
					r.twins = true
				}
			}
			all = append(all, r)
		}
	}
	return all
}

func sortedKeys(m map[string]string) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
