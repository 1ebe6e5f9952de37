package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"reflect"
	"runtime/debug"
	"strings"
	"time"

	"github.com/coro-lang/coro"
)

// grace is how long a run that must end may take to notice.
const grace = 500 * time.Millisecond

// execute waits for a run and returns its exit status. The first Ctrl-C is the
// program's, which is to end as a Python program does; the second ends it at once.
func execute(r *coro.Run, timeout time.Duration) int {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	interrupts := make(chan os.Signal, 2)
	signal.Notify(interrupts, os.Interrupt)
	defer signal.Stop(interrupts)

	ended := make(chan int, 1)
	go func() {
		defer func() {
			if p := recover(); p != nil {
				fmt.Fprintf(os.Stderr, "error: coro itself failed, which is a fault of coro and not of the program: %v\n%s", p, debug.Stack())
				ended <- 1
			}
		}()
		ended <- r.Wait(ctx)
	}()

	var late <-chan time.Time // when a run that ought to have ended is left behind
	if timeout > 0 {
		late = time.After(timeout + grace)
	}
	last, why := 124, fmt.Sprintf("the run was ended by --timeout: it took more than %v", timeout)
	for pressed := 0; ; {
		select {
		case s := <-ended:
			return s
		case <-interrupts:
			if pressed++; pressed == 1 {
				r.Interrupt()
				continue
			}
			cancel()
			last, why = 130, "interrupted"
			late = time.After(grace / 5)
		case <-late:
			fmt.Fprintln(os.Stderr, why)
			return last
		}
	}
}

// ourFlag tells whether name is a flag of coro run.
func ourFlag(name string) bool {
	flag, ok := strings.CutPrefix(name, "--")
	if !ok {
		return false
	}
	t := reflect.TypeFor[runFlags]()
	for i := range t.NumField() {
		if strings.EqualFold(t.Field(i).Name, strings.ReplaceAll(flag, "-", "")) {
			return true
		}
	}
	return false
}
