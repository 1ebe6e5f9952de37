package main

// The engines: where each is found and how it is started.

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// An engine runs workloads.
type engine struct {
	name    string
	version string
	// command starts a workload, or is nil if the engine has no twin of it.
	command func(w *workload, n int) []string
}

// places are the files and programs that the engines are made of.
type places struct {
	bench  string // the directory of this program's source
	self   string // this program, built
	coro   string
	python string
	node   string
	gauge  gauge
}

const (
	oursName   = "coro"
	pythonName = "cpython"
)

// engineNames are all engines, in the order of the tables.
var engineNames = []string{oursName, pythonName, "starlark", "lua", "goja", "tengo", "node", "goroutine"}

// newEngine is the engine of that name; the error says why it is not there.
func newEngine(name string, p *places) (*engine, error) {
	switch name {
	case oursName:
		return &engine{name, "", func(w *workload, n int) []string {
			return []string{p.coro, "run", p.program(w, ".py"), strconv.Itoa(n)}
		}}, nil
	case pythonName:
		return newPython(p)
	case "starlark":
		return p.library(name, ".star", "go.starlark.net"), nil
	case "lua":
		return p.library(name, ".lua", "github.com/yuin/gopher-lua"), nil
	case "goja":
		return p.library(name, ".js", "github.com/dop251/goja"), nil
	case "tengo":
		return p.library(name, ".tengo", "github.com/d5/tengo/v2"), nil
	case "node":
		return newNode(p)
	case "goroutine":
		return &engine{name, goVersion(), func(w *workload, n int) []string {
			if goroutines[w.file] == nil {
				return nil
			}
			return []string{p.self, "child", name, w.file, strconv.Itoa(n)}
		}}, nil
	}
	return nil, fmt.Errorf("there is no engine %s; there are %s", name, strings.Join(engineNames, ", "))
}

// program is the file of a workload in a language, or "" if there is none.
func (p *places) program(w *workload, ending string) string {
	file := filepath.Join(p.bench, "workloads", w.file+ending)
	if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
		return ""
	}
	return file
}

// library is an engine that this program has inside.
func (p *places) library(name, ending, module string) *engine {
	return &engine{name, moduleVersion(module), func(w *workload, n int) []string {
		file := p.program(w, ending)
		if file == "" {
			return nil
		}
		return []string{p.self, "child", name, file, strconv.Itoa(n)}
	}}
}

func newPython(p *places) (*engine, error) {
	// The name may be that of a wrapper, whose cost is not the interpreter's.
	real, version, err := ask(p.python, "-c", "import sys; print(sys.executable); print(sys.version.split()[0])")
	if err != nil {
		return nil, err
	}
	if !strings.HasPrefix(version, "3.13.") {
		return nil, fmt.Errorf("%s is Python %s and not 3.13", p.python, version)
	}
	p.python = real
	return &engine{pythonName, version, func(w *workload, n int) []string {
		command := []string{real}
		switch w.under {
		case virtual:
			command = append(command, filepath.Join(p.bench, "virtual.py"))
		case simulated:
			command = append(command, filepath.Join(p.bench, "..", "testdata", "oracle", "oracle.py"))
		}
		return append(command, p.program(w, ".py"), strconv.Itoa(n))
	}}, nil
}

func newNode(p *places) (*engine, error) {
	real, version, err := ask(p.node, "-p", "process.execPath + '\\n' + process.version")
	if err != nil {
		return nil, err
	}
	return &engine{"node", version, func(w *workload, n int) []string {
		for _, ending := range []string{".js", ".mjs"} {
			if file := p.program(w, ending); file != "" {
				return []string{real, file, strconv.Itoa(n)}
			}
		}
		return nil
	}}, nil
}

// ask runs an interpreter that prints two lines: where it is, and its version.
func ask(name string, words ...string) (path, version string, err error) {
	out, err := exec.Command(name, words...).Output()
	if err != nil {
		return "", "", fmt.Errorf("%s cannot be run: %v", name, err)
	}
	lines := strings.Fields(string(out))
	if len(lines) != 2 {
		return "", "", fmt.Errorf("%s answers %q", name, out)
	}
	return lines[0], lines[1], nil
}
