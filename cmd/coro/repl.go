package main

import (
	"context"
	"os"
	"os/signal"
	"sync/atomic"

	"github.com/coro-lang/coro"
	"github.com/coro-lang/coro/lang/repl"
)

// replCmd is coro repl.
type replCmd struct {
	runFlags
}

// Help is the end of the command's help.
func (c *replCmd) Help() string {
	return `The virtual clock stands still between inputs and the prompt shows it; await
sleep(10) returns at once and moves it by 10. After each input whatever is ready
runs. The command :help lists what else there is.

` + examples("coro repl", "echo 'await sleep(10); now()' | coro repl")
}

// Run holds the dialogue.
func (c *replCmd) Run() error {
	o, err := c.options("")
	if err != nil {
		return err
	}
	frugal(o.Memory)
	o.Args = []string{""}
	o.Stdout, o.Stderr = os.Stdout, os.Stderr
	o.Lines = true
	o.Files = imports(".")
	console := repl.Console{
		Reader:  repl.NewPlain(os.Stdin),
		Options: o,
		Color:   colored(os.Stderr),
		Open:    open,
		Save:    func(name string, text []byte) error { return os.WriteFile(name, text, 0o666) },
	}
	var session atomic.Pointer[coro.Session]
	var unwatch func()
	console.Begun = func(s *coro.Session) {
		if unwatch != nil {
			unwatch()
		}
		session.Store(s)
		unwatch = s.Watch(context.Background())
	}
	interrupts := make(chan os.Signal, 1)
	signal.Notify(interrupts, os.Interrupt)
	go func() {
		for range interrupts {
			if !session.Load().Interrupt() {
				os.Exit(130)
			}
		}
	}()
	return status(console.Run())
}
