package main

// The engines that are Go libraries run in a process of their own, which is this
// program again, so that they are measured as the others are.

import (
	"fmt"
	"os"
	"strconv"
)

// children are what `bench child NAME FILE SIZE` can be.
var children = map[string]func(file string, n int) error{
	"starlark":  runStarlark,
	"lua":       runLua,
	"goja":      runGoja,
	"tengo":     runTengo,
	"goroutine": runGoroutines,

	"runs":           runCompiled,
	"parse":          runParse,
	"starlark-parse": runStarlarkParse,
}

// child runs one workload and ends the process.
func child(words []string) {
	if len(words) != 3 {
		fail(fmt.Errorf("child: want a name, a file and a size"))
	}
	run, ok := children[words[0]]
	n, err := strconv.Atoi(words[2])
	if !ok || err != nil {
		fail(fmt.Errorf("child: there is no %v", words))
	}
	if err := run(words[1], n); err != nil {
		fail(err)
	}
	os.Exit(0)
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "bench:", err)
	os.Exit(1)
}
