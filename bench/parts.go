package main

// What is not a workload: to start, to run a program that is compiled already, to
// parse.

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"

	"go.starlark.net/syntax"

	"github.com/coro-lang/coro"
	"github.com/coro-lang/coro/lang/parser"
)

const (
	starts       = 20 // in a round: one of some milliseconds says little
	compiledRuns = 20_000
	parsedBytes  = 1 << 20
	parsings     = 5
	commandGC    = 400 // what the coro command sets Go's collector to
)

// startup is a program of one line on every engine; nothing is subtracted.
func startup(engines []*engine) []subject {
	empty := &workload{file: "empty"}
	var list []subject
	for _, e := range engines {
		if command := e.command(empty, 0); command != nil {
			list = append(list, subject{engine: e.name, command: command, agrees: true})
		}
	}
	return list
}

// compiled is many runs of one compiled scenario in one process.
func compiled(p *places) []subject {
	file := filepath.Join(p.bench, "workloads", "scenario.coro")
	return []subject{{
		engine:  oursName,
		command: []string{p.self, "child", "runs", file, strconv.Itoa(compiledRuns)},
		base:    []string{p.self, "child", "runs", file, "0"},
	}}
}

// load compiles a program of the workloads.
func load(file string) (*coro.Program, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return coro.Compile(file, text)
}

// runCompiled is the child that runs a scenario n times.
func runCompiled(file string, n int) error {
	prog, err := load(file)
	if err != nil {
		return err
	}
	debug.SetGCPercent(commandGC)
	var out, problems bytes.Buffer
	for range n {
		out.Reset()
		status := prog.Run(context.Background(), coro.Options{Stdout: &out, Stderr: &problems})
		if status != 0 || problems.Len() > 0 || strings.TrimSpace(out.String()) != "2" {
			return fmt.Errorf("status %d, output %q\n%s", status, out.String(), problems.String())
		}
	}
	fmt.Println(n)
	return nil
}

// parsing is the same megabyte for Coro, CPython and starlark-go.
func parsing(p *places, engines []*engine, temp string) ([]subject, error) {
	file := filepath.Join(temp, "parse.py")
	if err := os.WriteFile(file, megabyte(), 0o644); err != nil {
		return nil, err
	}
	var list []subject
	for _, e := range engines {
		words := map[string][]string{
			oursName:   {p.self, "child", "parse", file},
			"starlark": {p.self, "child", "starlark-parse", file},
			pythonName: {p.python, filepath.Join(p.bench, "workloads", "parse.py"), file},
		}[e.name]
		if words == nil {
			continue
		}
		at := func(n int) []string { return append(words[:len(words):len(words)], strconv.Itoa(n)) }
		list = append(list, subject{e.name, at(parsings), at(0), true})
	}
	return list, nil
}

// megabyte is a text to parse, of whole functions.
func megabyte() []byte {
	const bytesOfLine = 30 // less than they have
	text := []byte(ordinaryLines(parsedBytes / bytesOfLine))
	return text[:bytes.LastIndex(text[:parsedBytes], []byte("\ndef "))]
}

// runParse is the child that parses a file n times with Coro's parser.
func runParse(file string, n int) error {
	return parseTimes(file, n, func(text []byte) (int, error) {
		tree, errs := parser.Parse(file, text, parser.Python)
		return len(tree.Body), errs.Err()
	})
}

// runStarlarkParse is the child that parses a file n times with starlark-go's.
func runStarlarkParse(file string, n int) error {
	return parseTimes(file, n, func(text []byte) (int, error) {
		tree, err := starlarkDialect.Parse(file, text, syntax.Mode(0))
		if err != nil {
			return 0, err
		}
		return len(tree.Stmts), nil
	})
}

func parseTimes(file string, n int, parse func([]byte) (int, error)) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	statements := 0
	for range n {
		if statements, err = parse(text); err != nil {
			return err
		}
	}
	fmt.Println(statements)
	return nil
}

// parseAllocates is how many bytes one parsing of a megabyte allocates.
func parseAllocates() (uint64, error) {
	text := megabyte()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, errs := parser.Parse("parse.py", text, parser.Python)
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc, errs.Err()
}
