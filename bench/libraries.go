package main

// The interpreters that are Go libraries, each with the least that runs a workload.

import (
	"fmt"
	"os"
	"strconv"

	"github.com/d5/tengo/v2"
	tengolib "github.com/d5/tengo/v2/stdlib"
	"github.com/dop251/goja"
	lua "github.com/yuin/gopher-lua"
	"go.starlark.net/lib/math"
	"go.starlark.net/starlark"
	"go.starlark.net/syntax"
)

// starlarkDialect is Starlark with what the workloads need of Python.
var starlarkDialect = &syntax.FileOptions{While: true, Recursion: true, TopLevelControl: true, GlobalReassign: true}

func runStarlark(file string, n int) error {
	thread := &starlark.Thread{Print: func(_ *starlark.Thread, msg string) { fmt.Println(msg) }}
	given := starlark.StringDict{"n": starlark.MakeInt(n), "math": math.Module}
	_, err := starlark.ExecFileOptions(starlarkDialect, thread, file, nil, given)
	return err
}

func runLua(file string, n int) error {
	l := lua.NewState()
	defer l.Close()
	arg := l.NewTable()
	arg.RawSetInt(1, lua.LString(strconv.Itoa(n)))
	l.SetGlobal("arg", arg)
	return l.DoFile(file)
}

func runGoja(file string, n int) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	vm := goja.New()
	console := map[string]any{"log": func(v any) { fmt.Println(v) }}
	process := map[string]any{"argv": []string{"goja", file, strconv.Itoa(n)}}
	if err := vm.Set("console", console); err != nil {
		return err
	}
	if err := vm.Set("process", process); err != nil {
		return err
	}
	_, err = vm.RunScript(file, string(text))
	return err
}

func runTengo(file string, n int) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	script := tengo.NewScript(text)
	script.SetImports(tengolib.GetModuleMap("fmt", "math"))
	if err := script.Add("n", n); err != nil {
		return err
	}
	_, err = script.Run()
	return err
}
