package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/coro-lang/coro/fuzz/kinds"
	"github.com/coro-lang/coro/testdata/oracle"
)

// smokeSeed is where each kind's smoke test begins; the programs before it differ in
// ways that are known.
var smokeSeed = map[string]uint64{"language": 7, "mutants": 36}

// TestSmoke runs a few programs of each kind.
func TestSmoke(t *testing.T) {
	python, err := oracle.FindPython()
	if err != nil {
		t.Skip(err)
	}
	for _, kind := range kinds.All {
		t.Run(kind.Name, func(t *testing.T) {
			c := campaign{kind: kind, n: 20, seed: max(1, smokeSeed[kind.Name]), python: python, keep: t.TempDir(), stop: 3, workers: 2, tries: 50}
			if err := c.run(); err != nil {
				t.Fatal(err)
			}
			if len(c.found) > 0 {
				var out bytes.Buffer
				c.summarize(&out)
				t.Error(out.String())
			}
		})
	}
}

// TestSeeds checks that a seed always gives the same program.
func TestSeeds(t *testing.T) {
	for _, kind := range kinds.All {
		for seed := range uint64(20) {
			if once, again := kind.Generate(seed), kind.Generate(seed); once != again {
				t.Errorf("%s: seed %d gives two programs", kind.Name, seed)
			}
		}
	}
}

// TestCampaign finds, shrinks and keeps a difference. Complex numbers are one: they
// are not in the language.
func TestCampaign(t *testing.T) {
	python, err := oracle.FindPython()
	if err != nil {
		t.Skip(err)
	}
	kind := kinds.Kind{Name: "complex", File: "program.py", Program: func(r *rand.Rand) string {
		return "def f():\n    return 1\n\nfor i in range(3):\n    print(i)\n    print(1j)\n"
	}}
	c := campaign{kind: kind, n: 3, seed: 5, python: python, keep: t.TempDir(), stop: 3, workers: 1, tries: 50}
	if err := c.run(); err != nil {
		t.Fatal(err)
	}
	small, err := os.ReadFile(filepath.Join(c.keep, "complex-5", "program.py"))
	if err != nil {
		t.Fatal(err)
	}
	if string(small) != "1j\n" && string(small) != "print(1j)\n" {
		t.Errorf("shrunk to\n%s", small)
	}
	var out bytes.Buffer
	c.summarize(&out)
	if want := "3 programs, 3 differ, in 1 ways"; !strings.Contains(out.String(), want) {
		t.Errorf("summary:\n%s", out.String())
	}
}
