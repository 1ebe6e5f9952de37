package coro_test

import (
	"bytes"
	"context"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/coro-lang/coro"
)

var update = flag.Bool("update", false, "rewrite the goldens with what the programs print (check them against CPython: go test ./testdata/oracle)")

// TestLang runs every program of testdata/lang and compares its standard output
// and exit status with the goldens beside it, which are CPython's.
func TestLang(t *testing.T) { runGoldens(t, "testdata/lang") }

// TestScenarios does the same for the shipped scenarios.
func TestScenarios(t *testing.T) { runGoldens(t, "scenarios") }

func runGoldens(t *testing.T, root string) {
	var files []string
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if ext := filepath.Ext(path); err == nil && (ext == ".coro" || ext == ".py") {
			if _, err := os.Stat(strings.TrimSuffix(path, ext) + ".out"); err == nil {
				files = append(files, path)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Fatalf("no programs under %s", root)
	}
	for _, file := range files {
		t.Run(strings.TrimPrefix(filepath.ToSlash(file), root+"/"), func(t *testing.T) {
			t.Parallel()
			runGolden(t, file)
		})
	}
}

// runGolden runs one program under its bare name, as if from its own directory:
// that is how its tracebacks name it. NAME.args, where it exists, holds the flags
// and words of `coro run FLAGS NAME WORDS`; --seed is the only flag here.
func runGolden(t *testing.T, file string) {
	defer func() {
		if r := recover(); r != nil {
			t.Errorf("panic: %v\n%s", r, debug.Stack())
		}
	}()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	base := strings.TrimSuffix(file, filepath.Ext(file))
	name := filepath.Base(file)
	options := coro.Options{Args: []string{name}, Files: coro.Dir(filepath.Dir(file))}
	if text, err := os.ReadFile(base + ".args"); err == nil {
		words := strings.Fields(string(text))
		if len(words) > 1 && words[0] == "--seed" {
			if options.Seed, err = strconv.ParseInt(words[1], 10, 64); err != nil {
				t.Fatal(err)
			}
			words = words[2:]
		}
		options.Args = append(options.Args, words...)
	}
	var out, errOut bytes.Buffer
	options.Stdout, options.Stderr = &out, &errOut
	status := 1
	prog, err := coro.Compile(name, src)
	if err != nil {
		errOut.WriteString(err.Error())
	} else {
		ctx, cancel := context.WithTimeout(context.Background(), 60*time.Second)
		defer cancel()
		status = prog.Run(ctx, options)
	}
	if *update {
		write(t, base+".out", out.String())
		if status != 0 {
			write(t, base+".status", strconv.Itoa(status)+"\n")
		} else {
			os.Remove(base + ".status")
		}
		return
	}
	want, err := os.ReadFile(base + ".out")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(out.String(), "\n")); diff != "" {
		t.Errorf("standard output (-CPython +Coro):\n%s\nstandard error:\n%s", diff, errOut.String())
	}
	wantStatus := 0
	if b, err := os.ReadFile(base + ".status"); err == nil {
		wantStatus, _ = strconv.Atoi(strings.TrimSpace(string(b)))
	}
	if status != wantStatus {
		t.Errorf("status %d, want %d\nstandard error:\n%s", status, wantStatus, errOut.String())
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
