package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/coro-lang/coro/fuzz/judge"
	"github.com/coro-lang/coro/fuzz/kinds"
	"github.com/coro-lang/coro/fuzz/shrink"
)

// campaign runs the programs of a range of seeds.
type campaign struct {
	kind    kinds.Kind
	n       int
	seed    uint64
	python  string
	keep    string
	stop    int
	workers int
	tries   int // how many programs are run to make one smaller

	next atomic.Int64 // programs begun
	done atomic.Int64

	mu        sync.Mutex
	unending  int
	unsettled int
	found     map[string]*finding // by the kind of difference
}

// finding is a kind of difference and the first program that showed it.
type finding struct {
	seed  uint64
	dir   string
	diff  *judge.Difference
	count int
}

func (c *campaign) run() error {
	c.found = map[string]*finding{}
	stopProgress := c.progress()
	defer stopProgress()
	errs := make(chan error, c.workers)
	for range c.workers {
		go func() { errs <- c.work() }()
	}
	var first error
	for range c.workers {
		if err := <-errs; err != nil && first == nil {
			first = err
		}
	}
	return first
}

// progress tells on standard error how far it is, every few seconds.
func (c *campaign) progress() (stop func()) {
	tick := time.NewTicker(10 * time.Second)
	end := make(chan struct{})
	begun := time.Now()
	go func() {
		for {
			select {
			case <-end:
				return
			case <-tick.C:
			}
			c.mu.Lock()
			kinds := len(c.found)
			c.mu.Unlock()
			done := c.done.Load()
			fmt.Fprintf(os.Stderr, "%d of %d programs, %.0f a second, %d kinds of difference\n",
				done, c.n, float64(done)/time.Since(begun).Seconds(), kinds)
		}
	}()
	return func() { tick.Stop(); close(end) }
}

// work runs programs until there are no more.
func (c *campaign) work() (err error) {
	j, err := judge.New(c.python, c.kind.File)
	if err != nil {
		return err
	}
	defer func() {
		if e := j.Close(); err == nil {
			err = e
		}
	}()
	for {
		i := c.next.Add(1) - 1
		if i >= int64(c.n) || c.enough() {
			return nil
		}
		if err := c.one(j, c.seed+uint64(i)); err != nil {
			return err
		}
		c.done.Add(1)
	}
}

func (c *campaign) enough() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.found) >= c.stop
}

// one runs the program of a seed, and keeps it if it shows a new difference.
func (c *campaign) one(j *judge.Judge, seed uint64) error {
	program := c.kind.Generate(seed)
	v, err := j.Try(program)
	if err == nil && v.Difference != nil && v.Coro.Ending == judge.Unending {
		v, err = j.Try(program) // it may have starved on a busy machine
	}
	if err != nil {
		return err
	}
	if v.Difference == nil {
		c.mu.Lock()
		switch v.CPython.Ending {
		case judge.Unending:
			c.unending++
		case judge.Unsettled:
			c.unsettled++
		}
		c.mu.Unlock()
		return nil
	}
	first, kind := v, v.Difference.Kind()
	c.mu.Lock()
	f, old := c.found[kind]
	if !old {
		f = &finding{seed: seed, diff: v.Difference, dir: filepath.Join(c.keep, fmt.Sprintf("%s-%d", c.kind.Name, seed))}
		c.found[kind] = f
	}
	f.count++
	c.mu.Unlock()
	if old {
		return nil
	}
	small := shrink.Shrink(program, c.tries, func(p string) bool {
		v, e := j.Try(p)
		if e != nil {
			err = e
			return false
		}
		return v.Difference != nil && v.Difference.Kind() == kind && !slipped(first, v)
	})
	if err != nil {
		return err
	}
	if v, err = j.Try(small); err != nil {
		return err
	}
	return f.write(c.kind.File, program, small, v)
}

// slip matches the errors of a program that had a line or an argument too many
// taken away.
var slip = regexp.MustCompile(`\b(Name|Type|Attribute|UnboundLocal|Index|Syntax)Error\b`)

// slipped tells whether the smaller program fails in such a way and the first did
// not: it would differ for a reason of its own.
func slipped(first, smaller judge.Verdict) bool {
	text := func(v judge.Verdict) string {
		return v.CPython.Stdout + v.CPython.Stderr + v.Coro.Stdout + v.Coro.Stderr
	}
	known := text(first)
	for _, word := range slip.FindAllString(text(smaller), -1) {
		if !strings.Contains(known, word) {
			return true
		}
	}
	return false
}

// write keeps the program, the small one and what both print.
func (f *finding) write(name, program, small string, v judge.Verdict) error {
	if err := os.MkdirAll(f.dir, 0o755); err != nil {
		return err
	}
	for file, text := range map[string]string{
		"seed-" + name:   program,
		name:             small,
		"difference.txt": f.diff.String() + "\n",
		"cpython.out":    v.CPython.Stdout,
		"cpython.err":    v.CPython.Stderr,
		"coro.out":       v.Coro.Stdout,
		"coro.err":       v.Coro.Stderr,
	} {
		if err := os.WriteFile(filepath.Join(f.dir, file), []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// summarize tells what was found, the oldest seed first.
func (c *campaign) summarize(w io.Writer) {
	var all []*finding
	differing := 0
	for _, f := range c.found {
		all = append(all, f)
		differing += f.count
	}
	slices.SortFunc(all, func(a, b *finding) int { return int(a.seed) - int(b.seed) })
	for _, f := range all {
		fmt.Fprintf(w, "%s (%d programs): %s\n", f.dir, f.count, f.diff)
	}
	fmt.Fprintf(w, "%s, seeds %d to %d: %d programs, %d differ, in %d ways, %d did not end under CPython, %d print what lies where\n",
		c.kind.Name, c.seed, c.seed+uint64(c.n)-1, c.done.Load(), differing, len(all), c.unending, c.unsettled)
}
