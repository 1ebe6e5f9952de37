// Command bench compares Coro with CPython and with other engines: it runs the same
// workloads on all of them in turn, checks that the answers agree, and tells CPU time
// and peak memory as ratios.
//
// Run it in its own directory:
//
//	go -C bench run . -rounds 9 -markdown ../docs/performance.md
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

// flags are what the command line says.
type flags struct {
	rounds   int
	only     *regexp.Regexp
	engines  []string
	markdown string
	profile  string
	places   places
}

func parseFlags() *flags {
	f := &flags{only: regexp.MustCompile("")}
	python := os.Getenv("CORO_PYTHON")
	if python == "" {
		python = "python3.13"
	}
	flag.IntVar(&f.rounds, "rounds", 5, "how many `times` each engine runs each workload")
	flag.Func("run", "only what has a name that matches this `regexp`", func(s string) (err error) {
		f.only, err = regexp.Compile(s)
		return err
	})
	flag.Func("engines", "only these, as a `list`: "+strings.Join(engineNames, ","), func(s string) error {
		f.engines = strings.Split(s, ",")
		return nil
	})
	flag.StringVar(&f.markdown, "markdown", "", "write the report to a `file`")
	flag.StringVar(&f.profile, "profile", "", "measure nothing; write profiles of Coro to a `directory`")
	flag.StringVar(&f.places.coro, "coro", "", "the coro `command`; built from .. if not given")
	flag.StringVar(&f.places.python, "python", python, "CPython 3.13, a `command`")
	flag.StringVar(&f.places.node, "node", "node", "Node, a `command`")
	list := flag.Bool("list", false, "print the names and end")
	flag.Parse()
	if *list {
		for _, name := range allNames() {
			fmt.Println(name)
		}
		os.Exit(0)
	}
	return f
}

func main() {
	if len(os.Args) > 1 && os.Args[1] == "child" {
		child(os.Args[2:])
	}
	f := parseFlags()
	if f.profile != "" {
		if err := profile(f, f.profile); err != nil {
			fail(err)
		}
		return
	}
	if err := run(f); err != nil {
		fail(err)
	}
}

// run measures and reports.
func run(f *flags) error {
	temp, err := os.MkdirTemp("", "coro-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	if err := f.places.find(temp); err != nil {
		return err
	}
	engines, err := f.places.engines(f.engines, note)
	if err != nil {
		return err
	}
	r := newReport(f, engines)
	failures := r.measure(temp)
	r.print()
	return failures
}

// find fills in what was not given; what it builds goes to a directory.
func (p *places) find(temp string) (err error) {
	if p.bench, err = filepath.Abs("."); err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(p.bench, "workloads", "empty.py")); err != nil {
		return fmt.Errorf("not in its own directory; there it runs as `go -C bench run .`")
	}
	if p.self, err = os.Executable(); err != nil {
		return err
	}
	p.gauge.launch = filepath.Join(temp, "launch")
	if err := build(p.bench, "./launch", p.gauge.launch); err != nil {
		return err
	}
	if p.coro != "" {
		p.coro, err = filepath.Abs(p.coro)
		return err
	}
	p.coro = filepath.Join(temp, "coro")
	return build(filepath.Dir(p.bench), "./cmd/coro", p.coro)
}

// build builds a command, as the README does without cgo.
func build(dir, path, program string) error {
	cmd := exec.Command("go", "build", "-o", program, path)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("go build %s: %v\n%s", path, err, out)
	}
	return nil
}

// engines are those of the given names, or all that are there.
func (p *places) engines(names []string, note func(string)) ([]*engine, error) {
	optional := names == nil
	if optional {
		names = engineNames
	}
	var list []*engine
	for _, name := range names {
		e, err := newEngine(name, p)
		switch {
		case err == nil:
			list = append(list, e)
		case optional && name == "node":
			note("node is left out: " + err.Error())
		default:
			return nil, err
		}
	}
	return list, nil
}

// note tells who watches how it goes.
func note(s string) { fmt.Fprintln(os.Stderr, s) }
