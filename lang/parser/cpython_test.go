package parser

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/coro-lang/coro/lang/diag"
)

// cpython finds a CPython 3.13, or skips the test.
func cpython(t *testing.T) (python, lib string) {
	t.Helper()
	cmd := exec.Command("python3.13", "-c", "import os, sys; assert sys.version_info[:2] == (3, 13); print(os.path.dirname(os.__file__))")
	cmd.Env = append(os.Environ(), "PYENV_VERSION=3.13.0")
	out, err := cmd.Output()
	if err != nil {
		t.Skip("no CPython 3.13 here")
	}
	return "python3.13", strings.TrimSpace(string(out))
}

// TestCPython compares trees and refusals with CPython's own parser, over its standard library: a
// sample of it, or all of it if CORO_ALL_LIB is set.
func TestCPython(t *testing.T) {
	if testing.Short() {
		t.Skip("runs CPython")
	}
	python, lib := cpython(t)
	var files []string
	for _, pattern := range []string{"*.py", "asyncio/*.py", "test/test_[fgps]*.py"} {
		m, err := filepath.Glob(filepath.Join(lib, pattern))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, m...)
	}
	if os.Getenv("CORO_ALL_LIB") == "" {
		few := files[:0]
		for i, f := range files {
			if i%8 == 0 {
				few = append(few, f)
			}
		}
		files = few
	} else {
		files = files[:0]
		err := filepath.WalkDir(lib, func(path string, _ os.DirEntry, err error) error {
			if strings.HasSuffix(path, ".py") && !strings.Contains(path, "tokenizedata") {
				files = append(files, path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(python, "testdata/dump.py")
	cmd.Env = append(os.Environ(), "PYENV_VERSION=3.13.0")
	cmd.Stdin = strings.NewReader(strings.Join(files, "\n"))
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var file, want string
	compare := func() {
		if file != "" {
			compareTree(t, file, want)
		}
		file, want = "", ""
	}
	for line := range strings.Lines(string(out)) {
		switch kind, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " "); kind {
		case "=":
			compare()
			file = rest
		case "!":
			compare()
			path, msg, _ := strings.Cut(rest, " ")
			src, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if _, errs := Parse(path, src, Python); len(errs) == 0 {
				t.Errorf("%s: accepted, but CPython says: %s", path, msg)
			}
		case "?":
			compare()
		default:
			want += line
		}
	}
	compare()
}

func compareTree(t *testing.T, path, want string) {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f, errs := Parse(path, src, Python)
	if len(errs) > 0 {
		if d := errs[0]; d.Code != diag.NotInCoro && !strings.Contains(d.Msg, "Coro does not") {
			t.Errorf("refused: %v", d)
		}
		return
	}
	got := dump(f, true)
	if got == want {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range w {
		if i >= len(g) || g[i] != w[i] {
			have := ""
			if i < len(g) {
				have = g[i]
			}
			k := 0
			for k < len(have) && k < len(w[i]) && have[k] == w[i][k] {
				k++
			}
			k = max(0, k-60)
			t.Errorf("%s: statement %d: %s", path, i, cmp.Diff(around(w[i], k), around(have, k)))
			return
		}
	}
	t.Errorf("%s: more statements than CPython has", path)
}

func around(s string, k int) string { return s[min(k, len(s)):min(k+160, len(s))] }
