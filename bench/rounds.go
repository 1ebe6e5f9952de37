package main

// Measuring one thing on several engines: in turn, round by round, so that whatever
// else the machine does meets all of them.

import (
	"fmt"
	"strings"
)

// A subject is one thing to be measured on one engine.
type subject struct {
	engine  string
	command []string
	base    []string // the same with nothing to do, which is subtracted; nil: nothing is
	agrees  bool     // the answer must be that of the other subjects
}

// A finding is what the rounds showed of some subjects, by engine, with the bases
// subtracted.
type finding struct {
	costs   map[string]samples
	answers map[string]string
}

// rounds measures the subjects.
func (g gauge) rounds(name string, subjects []subject, times int) (*finding, error) {
	f := &finding{costs: map[string]samples{}, answers: map[string]string{}}
	bases := map[string]samples{}
	for round := range times {
		if times > 1 {
			note(fmt.Sprintf("%s: round %d of %d", name, round+1, times))
		}
		for _, s := range subjects {
			if s.base != nil {
				_, took, err := g.measure(s.base)
				if err != nil {
					return nil, err
				}
				bases[s.engine] = append(bases[s.engine], took)
			}
			answer, took, err := g.measure(s.command)
			if err != nil {
				return nil, err
			}
			f.costs[s.engine] = append(f.costs[s.engine], took)
			f.answers[s.engine] = answer
		}
		if err := f.agree(name, subjects); err != nil {
			return nil, err
		}
	}
	for engine, all := range f.costs {
		base := bases[engine].median()
		for i := range all {
			all[i] = all[i].minus(base)
		}
	}
	return f, nil
}

// agree checks that every engine computed the same.
func (f *finding) agree(name string, subjects []subject) error {
	first := ""
	for _, s := range subjects {
		if !s.agrees {
			continue
		}
		if first == "" {
			first = s.engine
		}
		if a, b := f.answers[first], f.answers[s.engine]; a != b || strings.TrimSpace(a) == "" {
			return fmt.Errorf("%s: %s answers %q and %s %q", name, first, a, s.engine, b)
		}
	}
	return nil
}

// subjects are a workload on all engines that have it.
func (w *workload) subjects(engines []*engine) []subject {
	var list []subject
	for _, e := range engines {
		if command := e.command(w, w.size); command != nil {
			list = append(list, subject{e.name, command, e.command(w, 0), true})
		}
	}
	return list
}
