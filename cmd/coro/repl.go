package main

import (
	"context"
	"os"
	"os/signal"
	"path/filepath"
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
		Color: colored(os.Stderr),
		Open:  open,
		Save:  func(name string, text []byte) error { return os.WriteFile(name, text, 0o666) },
	}
	var session atomic.Pointer[coro.Session]
	if terminal(os.Stdin) && terminal(os.Stdout) {
		console.Reader = repl.NewTerminal(historyFile(), colored(os.Stdout), func() repl.Names { return session.Load() })
		o.Stdin = os.Stdin // lines, as nobody edits while the program reads
		note(":help lists the commands, Ctrl-D leaves")
	} else {
		plain := repl.NewPlain(os.Stdin)
		console.Reader, o.Stdin = plain, plain.Lines()
	}
	console.Options = o
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

// historyFile is where inputs are kept from one dialogue to the next, "" if there
// is no place.
func historyFile() string {
	dir, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	dir = filepath.Join(dir, "coro")
	if os.MkdirAll(dir, 0o700) != nil {
		return ""
	}
	return filepath.Join(dir, "history")
}
