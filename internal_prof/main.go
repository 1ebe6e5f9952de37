package main

import (
	"context"
	"fmt"
	"os"
	"runtime/pprof"
	"time"

	"github.com/coro-lang/coro"
)

func main() {
	src, _ := os.ReadFile(os.Args[1])
	p, err := coro.Compile(os.Args[1], src)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	f, _ := os.Create("/tmp/as/cpu.prof")
	pprof.StartCPUProfile(f)
	t := time.Now()
	st := p.Run(context.Background(), coro.Options{Args: os.Args[1:], Stdout: os.Stdout, Stderr: os.Stderr})
	pprof.StopCPUProfile()
	fmt.Fprintln(os.Stderr, "status", st, time.Since(t))
}
