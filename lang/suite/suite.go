// Package suite finds the tests of Coro programs and runs them.
//
// A kind of test is a function that looks at a file and gives its cases; each
// kind has a file here. A Suite is the cases of some paths; Run runs them over
// all cores and tells of them in their order, so that its report is the same
// every time.
package suite

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"github.com/coro-lang/coro"
)

// Case is one test.
type Case interface {
	// Name is what the report calls it: the path of its file, with what follows
	// in that file.
	Name() string
	// Run runs it.
	Run() Result
}

// Result is what came of a case.
type Result struct {
	Failure string // what went wrong, in lines; "" if nothing did
	Updated bool   // what was expected has been rewritten
}

// Options say what to run and how.
type Options struct {
	Run     *regexp.Regexp // only the cases whose names match; nil: all
	Update  bool           // rewrite what is expected
	Timeout time.Duration  // of each case
	// Configure gives the options of a run from the words of an .args file in a
	// directory: flags, then the program's own words, which become its Args.
	Configure func(dir string, words []string) (coro.Options, error)
	Imports   coro.Files // where else programs find what they import
}

// kinds are the kinds of tests.
var kinds = []func(path string, named bool, o *Options) []Case{goldens, unittestFiles}

// Suite is the cases of some paths.
type Suite struct {
	cases []Case
	opts  Options
}

// Find finds the tests of files, and of the directories' files at any depth. The
// error is a *coro.Diagnostic.
func Find(paths []string, o Options) (*Suite, error) {
	s := &Suite{opts: o}
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return nil, &coro.Diagnostic{Msg: "there is no file or directory " + path}
		}
		if !info.IsDir() {
			s.add(path, true)
			continue
		}
		err = filepath.WalkDir(path, func(file string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && file != path && strings.HasPrefix(d.Name(), "."):
				return fs.SkipDir
			case !d.IsDir():
				s.add(file, false)
			}
			return nil
		})
		if err != nil {
			return nil, &coro.Diagnostic{Msg: err.Error()}
		}
	}
	return s, nil
}

// add adds the cases of a file; named says that the user named it.
func (s *Suite) add(path string, named bool) {
	if ext := filepath.Ext(path); ext != ".coro" && ext != ".py" {
		return
	}
	for _, kind := range kinds {
		for _, c := range kind(path, named, &s.opts) {
			if s.opts.Run == nil || s.opts.Run.MatchString(c.Name()) {
				s.cases = append(s.cases, c)
			}
		}
	}
}

// Cases are the cases, in the order of their files.
func (s *Suite) Cases() []Case { return s.cases }

// Len is the number of cases.
func (s *Suite) Len() int { return len(s.cases) }

// Run runs the cases, writes what failed and a summary to w, and says whether all
// of them passed. progress, which may be nil, is called when a case has ended.
func (s *Suite) Run(w io.Writer, progress func(done, of int)) bool {
	start := time.Now()
	results := make([]Result, len(s.cases))
	ended := make([]chan struct{}, len(s.cases))
	for i := range ended {
		ended[i] = make(chan struct{})
	}
	next := make(chan int)
	var mu sync.Mutex
	done := 0
	for range min(runtime.GOMAXPROCS(0), len(s.cases)) {
		go func() {
			for i := range next {
				results[i] = runCase(s.cases[i])
				mu.Lock()
				if done++; progress != nil {
					progress(done, len(s.cases))
				}
				mu.Unlock()
				close(ended[i])
			}
		}()
	}
	go func() {
		for i := range s.cases {
			next <- i
		}
		close(next)
	}()
	var failed, updated int
	for i, c := range s.cases {
		<-ended[i]
		switch r := results[i]; {
		case r.Failure != "":
			failed++
			fmt.Fprintf(w, "FAIL %s\n%s\n", c.Name(), indent(r.Failure))
		case r.Updated:
			updated++
			fmt.Fprintf(w, "updated %s\n", c.Name())
		}
	}
	words := []string{fmt.Sprintf("%d passed", len(s.cases)-failed)}
	if failed > 0 {
		words = append(words, fmt.Sprintf("%d failed", failed))
	}
	if updated > 0 {
		words = append(words, fmt.Sprintf("%d updated", updated))
	}
	fmt.Fprintf(w, "%s in %.1f s\n", strings.Join(words, ", "), time.Since(start).Seconds())
	return failed == 0
}

// runCase runs a case; a panic is a failure of it alone.
func runCase(c Case) (r Result) {
	defer func() {
		if p := recover(); p != nil {
			r = Result{Failure: fmt.Sprintf("coro itself failed: %v\n%s", p, debug.Stack())}
		}
	}()
	return c.Run()
}

func indent(text string) string {
	return "    " + strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", "\n    ")
}
