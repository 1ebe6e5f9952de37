package main

// How Coro grows: the cost of one item as there are more of them, and how long the
// garbage collector stopped everything.

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// A curve is a program at several sizes.
type curve struct {
	file  string // of workloads/; "" for a program that is generated
	title string
	sizes []int
}

var curves = []curve{
	{"parked", "parked task", []int{10_000, 100_000, 1_000_000, 5_000_000}},
	{"sleeps", "timer", []int{10_000, 100_000, 1_000_000}},
	{"ready", "task in the ready queue", []int{10_000, 100_000, 1_000_000}},
	{"", "line of program", []int{1_000, 10_000, 100_000}},
	{"list_append", "item of a list", []int{10_000, 100_000, 1_000_000, 10_000_000}},
	{"dict_grow", "item of a dict", []int{10_000, 100_000, 1_000_000, 5_000_000}},
}

func (c *curve) name() string {
	if c.file == "" {
		return "curve_lines"
	}
	return "curve_" + c.file
}

// A point is one size of a curve.
type point struct {
	size  int
	took  cost
	stops []float64 // seconds, the longest stop of each round
}

// points measures a curve on one coro.
func (c *curve) points(p *places, temp string, times int) ([]point, error) {
	command := func(n int) ([]string, error) {
		if c.file != "" {
			return []string{p.coro, "run", filepath.Join(p.bench, "workloads", c.file+".py"), strconv.Itoa(n)}, nil
		}
		file := filepath.Join(temp, fmt.Sprintf("lines%d.py", n))
		return []string{p.coro, "run", file}, os.WriteFile(file, []byte(ordinaryLines(n)), 0o644)
	}
	var all []point
	for _, n := range append([]int{0}, c.sizes...) {
		words, err := command(n)
		if err != nil {
			return nil, err
		}
		note(fmt.Sprintf("%s: %d", c.name(), n))
		at := point{size: n}
		var costs samples
		for range times {
			took, stop, err := p.gauge.measureStops(words)
			if err != nil {
				return nil, err
			}
			costs = append(costs, took)
			at.stops = append(at.stops, stop)
		}
		at.took = costs.median()
		all = append(all, at)
	}
	for i := range all[1:] {
		all[i+1].took = all[i+1].took.minus(all[0].took)
	}
	return all[1:], nil
}

// measureStops measures a Go program and how long, in seconds, the collector stopped
// it at most: the first and the last phase of each collection, as its trace tells.
func (g gauge) measureStops(command []string) (took cost, longest float64, err error) {
	_, took, trace, err := g.measureWith(command, "GODEBUG=gctrace=1")
	if err != nil {
		return took, 0, err
	}
	for line := range strings.Lines(trace) {
		_, rest, _ := strings.Cut(line, "%: ")
		clock, _, ok := strings.Cut(rest, " ms clock")
		phases := strings.Split(clock, "+")
		if !ok || len(phases) != 3 {
			return took, 0, fmt.Errorf("%s: not a line of the collector's trace: %q", command[0], line)
		}
		for _, phase := range []string{phases[0], phases[2]} {
			ms, err := strconv.ParseFloat(phase, 64)
			if err != nil {
				return took, 0, err
			}
			longest = max(longest, ms/1e3)
		}
	}
	return took, longest, nil
}

// ordinaryLines is a program of about n lines, legal in Python and in Starlark.
func ordinaryLines(n int) string {
	const block = `
def handle_%[1]d(request, limit=%[1]d, *rest):
    # What a service does with one request.
    found = {"id": %[1]d, "name": "item %[1]d", "tags": ["a", "b", "c"]}
    total = 0
    for i, part in enumerate(rest):
        if part == None or part in found["tags"]:
            continue
        elif i > limit and not (part == "end"):
            total += (i * 3 + limit // 2) %% 17
        else:
            total = max(total, i, found["id"] + limit * 2)
    squares = [x * x for x in range(10) if x %% 2 == total %% 2]
    return {"total": total, "first": squares[0], "all": squares[1:], "of": request}

`
	const lines = 15
	var text strings.Builder
	for i := range n / lines {
		fmt.Fprintf(&text, block, i)
	}
	return text.String()
}
