package main

// Profiles: where Coro spends a workload's time, and what it allocates.

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"strconv"

	"github.com/coro-lang/coro"
)

// profile runs the chosen workloads in this process and writes NAME.cpu and
// NAME.allocs for each. The allocations of one include those of the ones before it.
func profile(f *flags, dir string) error {
	debug.SetGCPercent(commandGC)
	runtime.MemProfileRate = 16 << 10
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for i := range workloads {
		w := &workloads[i]
		if !f.only.MatchString(w.file) {
			continue
		}
		if err := w.profile(filepath.Join(dir, w.file)); err != nil {
			return fmt.Errorf("%s: %w", w.file, err)
		}
	}
	return nil
}

func (w *workload) profile(out string) (err error) {
	file := filepath.Join("workloads", w.file+".py")
	prog, err := load(file)
	if err != nil {
		return err
	}
	cpu, err := os.Create(out + ".cpu")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, cpu.Close()) }()
	if err := pprof.StartCPUProfile(cpu); err != nil {
		return err
	}
	var problems bytes.Buffer
	status := prog.Run(context.Background(), coro.Options{
		Args:   []string{file, strconv.Itoa(w.size)},
		Stdout: os.Stdout, Stderr: &problems,
	})
	pprof.StopCPUProfile()
	if status != 0 || problems.Len() > 0 {
		return fmt.Errorf("status %d\n%s", status, tail(problems.String()))
	}
	runtime.GC() // the profile has what was allocated before the last collection
	allocs, err := os.Create(out + ".allocs")
	if err != nil {
		return err
	}
	return errors.Join(pprof.Lookup("allocs").WriteTo(allocs, 0), allocs.Close())
}
