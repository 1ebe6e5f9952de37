// Package repl is the dialogue at a prompt: it reads inputs, of one line or of
// several, has a session run them, and obeys commands that begin with a colon.
//
// A Reader is where lines come from: a terminal with editing and history, or a
// pipe. What is printed is the same for both.
package repl

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/coro-lang/coro"
)

// Reader reads inputs.
type Reader interface {
	// Read is the next input. prompt is shown to who types; incomplete says
	// whether a text wants more lines. The error is io.EOF at the end, and
	// ErrInterrupt if the input was dropped.
	Read(prompt string, incomplete func(text string) bool) (string, error)
}

// ErrInterrupt says that Ctrl-C dropped the input.
var ErrInterrupt = errors.New("interrupted")

// Console is one dialogue.
type Console struct {
	Reader  Reader
	Options coro.Options
	Color   bool                                    // write errors in colour
	Open    func(name string) (*coro.Source, error) // finds the file of :load
	Save    func(name string, text []byte) error    // writes the file of :save
	Begun   func(s *coro.Session)                   // called when a session has begun
	session *coro.Session
	inputs  []string // that have run, for :save
}

// outcome says how the dialogue goes on after an input.
type outcome struct {
	ended  bool
	status int
}

var goOn outcome

// Run holds the dialogue to its end and returns the exit status.
func (c *Console) Run() int {
	c.begin()
	for {
		text, err := c.Reader.Read(prompt(c.session.Now()), c.incomplete)
		switch {
		case errors.Is(err, ErrInterrupt):
			continue
		case err != nil && !errors.Is(err, io.EOF):
			c.show(err)
			return 1
		}
		if strings.TrimSpace(text) != "" {
			if o := c.input(text); o.ended {
				return o.status
			}
		}
		if err != nil {
			c.session.End()
			return 0
		}
	}
}

// begin begins a session.
func (c *Console) begin() {
	c.session = coro.NewSession(c.Options)
	c.inputs = nil
	if c.Begun != nil {
		c.Begun(c.session)
	}
}

// prompt shows the clock.
func prompt(now float64) string {
	return strconv.FormatFloat(now, 'f', -1, 64) + " s> "
}

// incomplete says whether a text wants more lines; a command never does.
func (c *Console) incomplete(text string) bool {
	return !isCommand(text) && c.session.Incomplete(text)
}

func isCommand(text string) bool { return strings.HasPrefix(strings.TrimSpace(text), ":") }

// input runs an input or obeys a command.
func (c *Console) input(text string) outcome {
	if isCommand(text) {
		return c.command(strings.TrimSpace(text)[1:])
	}
	status, ended, err := c.session.Run(text)
	if err != nil {
		c.show(err)
		return goOn
	}
	c.inputs = append(c.inputs, text)
	return outcome{ended, status}
}

// show tells of an error.
func (c *Console) show(err error) { coro.Show(c.Options.Stderr, err, c.Color) }

// say writes an answer.
func (c *Console) say(format string, args ...any) {
	fmt.Fprintf(c.Options.Stdout, format+"\n", args...)
}
