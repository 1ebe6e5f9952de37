package suite

import (
	"bytes"
	"cmp"
	"context"
	"embed"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"

	"github.com/coro-lang/coro"
)

// unittests is a file with classes of tests, of the module unittest. A small
// program runs them in one run, in which each has a loop and a clock of its own.
type unittests struct {
	path string
	opts *Options
}

var (
	//go:embed driver.py
	unittestDriver []byte

	// standins is what of CPython's test package its asyncio tests use. A program's
	// own module of that name goes before it.
	//
	//go:embed all:standins/test
	standins embed.FS

	usesUnittest = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?m)^(import|from)\s+unittest\b|^(import|from)\s.*\bunittest\b`)
	})
	hasBase = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?m)^class\s+\w+\(\s*\w`)
	})
	hasTestCase = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?m)^class\s+\w+\(.*(TestCase|Tests?)\b.*\)`)
	})
)

// unittestFiles is the case of a .py file with test classes.
func unittestFiles(path string, named bool, o *Options) []Case {
	if filepath.Ext(path) != ".py" {
		return nil
	}
	if _, err := os.Stat(strings.TrimSuffix(path, ".py") + ".out"); err == nil {
		return nil
	}
	src, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	// The class that its own are made of may be one of another file.
	derives := strings.HasPrefix(filepath.Base(path), "test") && hasBase().Match(src)
	if !derives && (!usesUnittest().Match(src) || !hasTestCase().Match(src)) {
		return nil
	}
	return []Case{&unittests{path, o}}
}

func (u *unittests) Name() string { return filepath.ToSlash(u.path) }

func (u *unittests) Run() Result {
	report, err := RunUnittests(u.path, "", u.opts)
	switch {
	case err != nil:
		return Result{Failure: err.Error()}
	case report.Status != 0:
		return Result{Failure: report.Text}
	}
	return Result{}
}

// Report is what came of a file's test classes.
type Report struct {
	Tests  []Test // in the order in which they ran
	Text   string // as unittest writes it
	Status int    // 0: no test failed
}

// Test is one test method, and what came of it.
type Test struct {
	ID      string // module.Class.method
	Outcome string // pass, skip, fail, error, or "?" if the run ended in it
}

// RunUnittests runs the test classes of a file: the tests whose dotted names match
// pattern, a regular expression.
func RunUnittests(path, pattern string, o *Options) (*Report, error) {
	driver, err := coro.Compile("<coro test>.py", unittestDriver)
	if err != nil {
		return nil, err
	}
	files, err := fs.Sub(standins, "standins")
	if err != nil {
		return nil, err
	}
	var options coro.Options
	if o.Configure != nil {
		if options, err = o.Configure(filepath.Dir(path), nil); err != nil {
			return nil, err
		}
	}
	var out, errOut bytes.Buffer
	module := strings.TrimSuffix(filepath.Base(path), ".py")
	options.Args = []string{"coro test", module, pattern}
	options.Stdout, options.Stderr = &out, &errOut
	options.Files = beside{coro.Dir(filepath.Dir(path)), coro.FirstOf(others(o.Imports), coro.FS(files))}
	options.Timeout = cmp.Or(options.Timeout, o.Timeout)
	status := driver.Run(context.Background(), options)
	return &Report{testsOf(out.String()), errOut.String(), status}, nil
}

// testsOf reads the lines that the driver writes for us.
func testsOf(out string) []Test {
	var tests []Test
	index := map[string]int{}
	for _, line := range strings.Split(out, "\n") {
		_, line, ok := strings.Cut(line, "\x1e")
		if !ok {
			continue
		}
		id, outcome, _ := strings.Cut(line, "\t")
		if i, ok := index[id]; ok {
			tests[i].Outcome = outcome
			continue
		}
		index[id] = len(tests)
		tests = append(tests, Test{id, outcome})
	}
	return tests
}

// others is files, which may be nil.
func others(files coro.Files) coro.Files {
	if files == nil {
		return coro.FirstOf()
	}
	return files
}
