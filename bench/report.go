package main

// The report: what is measured, in which order, and the tables made of it.

import (
	_ "embed"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"text/template"
)

// report collects the tables.
type report struct {
	flags   *flags
	engines []*engine

	Machine   string
	Versions  string
	Rounds    int
	Starts    int // in each of them
	Language  *table
	Tasks     *table
	Memory    *table
	Engines   *table
	Neighbors *table
	Startup   *table
	Parts     *table
	Curves    *table
}

func newReport(f *flags, engines []*engine) *report {
	var versions []string
	for _, e := range engines {
		if e.version != "" && e.name != "goroutine" {
			versions = append(versions, titles[e.name]+" "+e.version)
		}
	}
	against := func(unit string) *table {
		return &table{head: []string{"workload", "CPython " + unit, "Coro " + unit, "×", "least–most",
			"floor", "goal", "met", "CPython MiB", "Coro MiB"}}
	}
	r := &report{
		flags: f, engines: engines,
		Machine: machine(), Versions: strings.Join(append(versions, "Go "+goVersion()), ", "), Rounds: f.rounds, Starts: starts,
		Language:  against("ms"),
		Tasks:     against("ns"),
		Memory:    &table{head: []string{"", "CPython bytes", "Coro bytes", "×", "least–most", "floor", "goal", "met"}},
		Engines:   &table{head: []string{"workload", "Coro ms"}},
		Neighbors: &table{head: []string{"workload", "Coro", "Node", "goroutine", "ahead of"}},
		Startup:   &table{head: []string{"one line in", "CPU ms", "peak MiB"}},
		Parts:     &table{head: []string{"", "measured", "asked", "met"}},
		Curves:    &table{head: []string{"one", "of", "CPU ns", "bytes", "longest stop ms"}},
	}
	for _, name := range libraries {
		r.Engines.head = append(r.Engines.head, titles[name])
	}
	r.Engines.head = append(r.Engines.head, titles["node"], "ahead of the four")
	return r
}

// titles are what the engines are called.
var titles = map[string]string{
	oursName: "Coro", pythonName: "CPython", "starlark": "starlark-go", "lua": "gopher-lua",
	"goja": "goja", "tengo": "tengo", "node": "Node", "goroutine": "goroutines",
}

// libraries are the interpreters written in Go.
var libraries = []string{"starlark", "lua", "goja", "tengo"}

const (
	startupName  = "startup"
	compiledName = "compiled"
	parseName    = "parse"
)

// allNames are what -run chooses from.
func allNames() []string {
	var names []string
	for _, w := range workloads {
		names = append(names, w.file)
	}
	names = append(names, startupName, compiledName, parseName)
	for _, c := range curves {
		names = append(names, c.name())
	}
	return names
}

// measure measures everything that was asked for, and saves the page as it goes. What
// fails is left out of the tables, and is the error at the end: the rest took too long
// to be thrown away.
func (r *report) measure(temp string) error {
	var failures []error
	try := func(name string, measure func() error) {
		if !r.flags.only.MatchString(name) {
			return
		}
		if err := errors.Join(measure(), r.save(r.flags.markdown)); err != nil {
			note(err.Error())
			failures = append(failures, err)
		}
	}
	for i := range workloads {
		w := &workloads[i]
		try(w.file, func() error { return r.workload(w) })
	}
	try(startupName, r.startup)
	try(compiledName, r.compiled)
	try(parseName, func() error { return r.parse(temp) })
	for i := range curves {
		c := &curves[i]
		try(c.name(), func() error { return r.curve(c, temp) })
	}
	return errors.Join(failures...)
}

// rounds measures subjects as often as was asked for.
func (r *report) rounds(name string, subjects []subject) (*finding, error) {
	return r.flags.places.gauge.rounds(name, subjects, r.flags.rounds)
}

// workload adds the rows of one workload.
func (r *report) workload(w *workload) error {
	f, err := r.rounds(w.file, w.subjects(r.engines))
	if err != nil {
		return err
	}
	ours := f.costs[oursName]
	if ours == nil {
		return nil
	}
	if theirs := f.costs[pythonName]; theirs != nil {
		r.against(w, theirs, ours)
	}
	r.others(w, f)
	return nil
}

// against adds the row of a workload that compares Coro with CPython.
func (r *report) against(w *workload, theirs, ours samples) {
	of := cpuOf
	if w.kind == memory {
		of = memoryOf
	}
	x := ratioOf(theirs, ours, of)
	row := []string{w.title, figure(w.per(theirs.median())), figure(w.per(ours.median())),
		"**" + figure(x.median) + "**", figure(x.low) + "–" + figure(x.high),
		target(w.floor), target(w.goal), verdict(x.median, w.floor, w.goal)}
	note(w.file + ": " + strings.Join(row[1:], " "))
	peaks := []string{mebibytes(theirs.median().memory), mebibytes(ours.median().memory)}
	switch w.kind {
	case language:
		r.Language.add(append(row, peaks...)...)
	case tasks:
		r.Tasks.add(append(row, peaks...)...)
	case memory:
		r.Memory.add(row...)
	}
}

// others adds the row of a workload that compares Coro with what else there is.
func (r *report) others(w *workload, f *finding) {
	mine := w.per(f.costs[oursName].median())
	var behind []string // the engines that Coro is behind of
	cell := func(name string) string {
		costs := f.costs[name]
		if costs == nil {
			return nothing
		}
		if w.per(costs.median()) < mine && (name != "node" || w.kind != language) {
			behind = append(behind, titles[name])
		}
		return figure(w.per(costs.median()))
	}
	ahead := func() string {
		if behind == nil {
			return "all"
		}
		return "**not** " + strings.Join(behind, ", ")
	}
	row := []string{w.title, figure(mine)}
	if w.kind == language {
		for _, name := range libraries {
			row = append(row, cell(name))
		}
		if slices.ContainsFunc(row[2:], func(s string) bool { return s != nothing }) {
			r.Engines.add(append(row, cell("node"), ahead())...)
		}
		return
	}
	node, goroutine := cell("node"), cell("goroutine")
	if node != nothing || goroutine != nothing {
		r.Neighbors.add(append(row, node, goroutine, ahead())...)
	}
}

// startup adds what it costs to start.
func (r *report) startup() error {
	f, err := r.flags.places.gauge.rounds(startupName, startup(r.engines), starts*r.flags.rounds)
	if err != nil {
		return err
	}
	for _, e := range r.engines {
		if costs := f.costs[e.name]; costs != nil {
			r.Startup.add(titles[e.name], milliseconds(costs.median().cpu), mebibytes(costs.median().memory))
		}
	}
	if costs := f.costs[oursName]; costs != nil {
		c := costs.median()
		ms, mib := c.cpu.Seconds()*1e3, float64(c.memory)/(1<<20)
		r.Parts.add("start-up: CPU", figure(ms)+" ms", "≤ 10 ms", yes(ms <= 10))
		r.Parts.add("start-up: peak memory", figure(mib)+" MiB", "≤ 25 MiB", yes(mib <= 25))
	}
	return nil
}

// compiled adds what it costs to run a program again.
func (r *report) compiled() error {
	f, err := r.rounds(compiledName, compiled(&r.flags.places))
	if err != nil {
		return err
	}
	us := f.costs[oursName].median().cpu.Seconds() * 1e6 / compiledRuns
	r.Parts.add("a run of a compiled scenario of two tasks", figure(us)+" µs", "≤ 20 µs", yes(us <= 20))
	return nil
}

// parse adds the parsers.
func (r *report) parse(temp string) error {
	subjects, err := parsing(&r.flags.places, r.engines, temp)
	if err != nil {
		return err
	}
	f, err := r.rounds(parseName, subjects)
	if err != nil {
		return err
	}
	ours := f.costs[oursName]
	if ours == nil {
		return nil
	}
	r.Parts.add("parsing 1 MiB", milliseconds(ours.median().cpu/parsings)+" ms", nothing, nothing)
	for _, than := range []struct {
		engine, title string
		floor         float64
	}{{pythonName, "ast.parse", 4}, {"starlark", "starlark-go", 0.6}} {
		if theirs := f.costs[than.engine]; theirs != nil {
			x := ratioOf(theirs, ours, cpuOf)
			r.Parts.add(fmt.Sprintf("… against %s (%s ms)", than.title, milliseconds(theirs.median().cpu/parsings)),
				figure(x.median)+" ×", "≥ "+target(than.floor), yes(x.median >= than.floor))
		}
	}
	bytes, err := parseAllocates()
	mb := float64(bytes) / 1e6
	r.Parts.add("… allocates", figure(mb)+" MB", "≤ 35 MB", yes(mb <= 35))
	return err
}

// curve adds the rows of one curve.
func (r *report) curve(c *curve, temp string) error {
	points, err := c.points(&r.flags.places, temp, min(r.flags.rounds, 3))
	if err != nil {
		return err
	}
	for _, p := range points {
		n := float64(p.size)
		r.Curves.add(c.title, grouped(p.size), figure(max(p.took.cpu.Seconds()*1e9/n, 0)),
			figure(max(float64(p.took.memory)/n, 0)), figure(slices.Max(p.stops)*1e3))
	}
	return nil
}

func yes(met bool) string {
	if met {
		return "yes"
	}
	return "**no**"
}

// grouped writes a number with its thousands apart.
func grouped(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", grouped(n/1000), n%1000)
}

//go:embed performance.md.tmpl
var page string

// print prints the tables.
func (r *report) print() {
	for _, t := range []*table{r.Language, r.Tasks, r.Memory, r.Engines, r.Neighbors, r.Startup, r.Parts, r.Curves} {
		if len(t.Rows) > 0 {
			fmt.Println(t)
		}
	}
}

// save writes the page with what there is so far, if a file is named for it.
func (r *report) save(file string) error {
	if file == "" {
		return nil
	}
	var text strings.Builder
	if err := template.Must(template.New("page").Parse(page)).Execute(&text, r); err != nil {
		return err
	}
	return os.WriteFile(file, []byte(text.String()), 0o644)
}
