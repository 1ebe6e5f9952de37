package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// The tests run this very binary as the child that the engines of libraries live in.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "child" {
		child(os.Args[2:])
	}
	os.Exit(m.Run())
}

// setup is every engine that this machine has.
func setup(t *testing.T) (*places, []*engine) {
	t.Helper()
	p := &places{python: os.Getenv("CORO_PYTHON"), node: "node"}
	if p.python == "" {
		p.python = "python3.13"
	}
	if err := p.find(t.TempDir()); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, name := range engineNames {
		if name == pythonName || name == "node" {
			if _, err := newEngine(name, p); err != nil {
				t.Logf("left out: %v", err)
				continue
			}
		}
		names = append(names, name)
	}
	engines, err := p.engines(names, func(string) {})
	if err != nil {
		t.Fatal(err)
	}
	return p, engines
}

// Every workload, at a size where nothing takes time: the engines must agree.
func TestAnswers(t *testing.T) {
	p, engines := setup(t)
	for _, w := range workloads {
		t.Run(w.file, func(t *testing.T) {
			t.Parallel()
			w.size = w.smoke
			list := w.subjects(engines)
			if len(list) == 0 || list[0].engine != oursName {
				t.Fatalf("Coro does not run it")
			}
			if _, err := p.gauge.rounds(w.file, list, 1); err != nil {
				t.Fatal(err)
			}
		})
	}
	for _, file := range []string{"ready", "dict_grow"} {
		t.Run(file, func(t *testing.T) {
			w := &workload{file: file, size: 100}
			if _, err := p.gauge.rounds(file, w.subjects(engines), 1); err != nil {
				t.Fatal(err)
			}
		})
	}
	t.Run(compiledName, func(t *testing.T) {
		if err := runCompiled(filepath.Join(p.bench, "workloads", "scenario.coro"), 2); err != nil {
			t.Fatal(err)
		}
	})
	t.Run(parseName, func(t *testing.T) {
		list, err := parsing(p, engines, t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.gauge.rounds(parseName, list, 1); err != nil {
			t.Fatal(err)
		}
	})
}

// A twin without a workload would never run.
func TestNoStrayFiles(t *testing.T) {
	known := map[string]bool{"empty": true, "scenario": true, "parse": true}
	for _, w := range workloads {
		known[w.file] = true
	}
	for _, c := range curves {
		known[c.file] = true
	}
	files, err := os.ReadDir("workloads")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if name := strings.TrimSuffix(f.Name(), filepath.Ext(f.Name())); !known[name] {
			t.Errorf("workloads/%s belongs to no workload", f.Name())
		}
	}
}

func TestCurve(t *testing.T) {
	p, _ := setup(t)
	c := &curve{"", "line", []int{100, 1000}}
	points, err := c.points(p, t.TempDir(), 1)
	if err != nil {
		t.Fatal(err)
	}
	if len(points) != 2 || points[1].size != 1000 || points[1].took.memory <= 0 {
		t.Errorf("points are %+v", points)
	}
}

// launcher is a gauge alone.
func launcher(t *testing.T) gauge {
	t.Helper()
	g := gauge{filepath.Join(t.TempDir(), "launch")}
	if err := build(".", "./launch", g.launch); err != nil {
		t.Fatal(err)
	}
	return g
}

// A program that fails or complains is not measured.
func TestMeasureRefuses(t *testing.T) {
	g := launcher(t)
	for _, script := range []string{"exit 3", "echo 1; echo complaint >&2"} {
		if _, _, err := g.measure([]string{"/bin/sh", "-c", script}); err == nil {
			t.Errorf("%q is measured", script)
		}
	}
	answer, took, err := g.measure([]string{"/bin/sh", "-c", "echo 42"})
	if answer != "42" || took.memory <= 0 || err != nil {
		t.Errorf("answer %q, %+v, %v", answer, took, err)
	}
}

func TestDisagreement(t *testing.T) {
	echo := func(s string) []string { return []string{"/bin/sh", "-c", "echo " + s} }
	_, err := launcher(t).rounds("x", []subject{{"a", echo("1"), echo("0"), true}, {"b", echo("2"), echo("0"), true}}, 1)
	if err == nil || !strings.Contains(err.Error(), `a answers "1" and b "2"`) {
		t.Errorf("err = %v", err)
	}
}

func TestRatio(t *testing.T) {
	at := func(ms ...int) (s samples) {
		for _, m := range ms {
			s = append(s, cost{cpu: time.Duration(m) * time.Millisecond})
		}
		return s
	}
	got := ratioOf(at(30, 10, 20), at(10, 10, 5), cpuOf)
	if want := (ratio{2, 1, 4}); got != want {
		t.Errorf("ratio %v, want %v", got, want)
	}
}

func TestTable(t *testing.T) {
	tab := &table{head: []string{"a", "×"}}
	tab.add("first", "1.25")
	want := "| a     |    × |\n| ----- | ---: |\n| first | 1.25 |\n"
	if got := tab.String(); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// The page's template fits the report.
func TestPage(t *testing.T) {
	file := filepath.Join(t.TempDir(), "page.md")
	r := newReport(&flags{rounds: 1}, nil)
	r.Language.add("x")
	if err := r.save(file); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(file)
	if err != nil || !strings.Contains(string(text), "| x ") {
		t.Errorf("%v\n%s", err, text)
	}
}

func TestProfile(t *testing.T) {
	dir := t.TempDir()
	w := &workload{file: "fib", size: 15}
	if err := w.profile(filepath.Join(dir, "fib")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"fib.cpu", "fib.allocs"} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
}
