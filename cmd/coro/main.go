// Command coro runs Coro programs.
package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/coro-lang/coro"
)

func main() {
	if len(os.Args) < 3 || os.Args[1] != "run" {
		fmt.Fprintln(os.Stderr, "usage: coro run FILE [words]")
		os.Exit(2)
	}
	name := os.Args[2]
	src, err := os.ReadFile(name)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	prog, err := coro.Compile(name, src)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(prog.Run(context.Background(), coro.Options{
		Args: os.Args[2:], Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Files: coro.Dir(filepath.Dir(name)),
	}))
}
