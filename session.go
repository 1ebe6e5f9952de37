package coro

import (
	"context"
	"errors"
	"sync/atomic"

	"github.com/coro-lang/coro/lang/compiler"
	"github.com/coro-lang/coro/lang/parser"
	"github.com/coro-lang/coro/lang/runtime"
)

// Session is a run that is given its program input by input, as at a prompt. Its
// clock stands still between inputs.
type Session struct {
	run     *Run
	s       *runtime.Session
	running atomic.Bool
}

// NewSession begins a session.
func NewSession(o Options) *Session {
	r := (&Program{}).Start(o)
	return &Session{run: r, s: r.vm.NewSession(true)}
}

// Incomplete says whether more lines could complete what was typed so far.
func (s *Session) Incomplete(text string) bool {
	_, _, more := parser.ParseInteractive("<input>", []byte(text), parser.Coro)
	return more
}

// Run runs one input, prints the values of its expressions and tells of its
// errors on standard error. ended says that the session is over, with that exit
// status. Faults of the text are in err, a *SyntaxError.
func (s *Session) Run(text string) (status int, ended bool, err error) {
	f, errs, _ := parser.ParseInteractive("<input>", []byte(text), parser.Coro)
	return s.runTree(text, f, errs, true)
}

// Load runs a whole file in the session.
func (s *Session) Load(src *Source) (status int, ended bool, err error) {
	f, errs := parser.Parse(src.Name, src.Text, parser.Coro)
	return s.runTree(string(src.Text), f, errs, false)
}

func (s *Session) runTree(text string, f *parser.File, errs []*Diagnostic, interactive bool) (status int, ended bool, err error) {
	if len(errs) == 0 {
		var prog *compiler.Program
		prog, errs = generate(f, compiler.Options{Coro: true, Interactive: interactive, Globals: s.s.Globals()})
		if len(errs) == 0 {
			prog.Warnings = compiler.Warnings(f)
			defer s.busy()()
			status, ended = s.s.Run(prog)
			return status, ended, nil
		}
	}
	return 0, false, &SyntaxError{text, errs}
}

// Interrupt ends the input that runs, as Ctrl-C does, and says whether one does.
// It may be called from any goroutine.
func (s *Session) Interrupt() bool {
	running := s.running.Load()
	if running {
		s.run.Interrupt()
	}
	return running
}

// Watch ends the session when ctx is done, and when it uses more memory than it
// may; stop ends the watch.
func (s *Session) Watch(ctx context.Context) (stop func()) { return s.run.watch(ctx) }

// busy notes that something runs, until its result is called.
func (s *Session) busy() (done func()) {
	s.running.Store(true)
	return func() { s.running.Store(false) }
}

// Now is the session's clock in seconds.
func (s *Session) Now() float64 { return s.s.Now() }

// Tasks describes the tasks that are not done, a line each.
func (s *Session) Tasks() []string { return s.s.Tasks() }

// Step runs n passes of the loop.
func (s *Session) Step(n int) (status int, ended bool) {
	defer s.busy()()
	return s.s.Step(n)
}

// Advance lets that many seconds pass.
func (s *Session) Advance(seconds float64) (status int, ended bool, err error) {
	if !(seconds >= 0) {
		return 0, false, errors.New("time only moves forward")
	}
	defer s.busy()()
	status, ended = s.s.Advance(seconds)
	return status, ended, nil
}

// End reports what the session leaves behind.
func (s *Session) End() { s.s.End() }

// Names are the names that an input can use.
func (s *Session) Names() []string { return s.s.Names() }

// Attributes are the names of the attributes of what a dotted name stands for.
func (s *Session) Attributes(dotted string) []string { return s.s.Attributes(dotted) }
