package main

import (
	"fmt"
	"os"
	"regexp"
	"time"

	"github.com/alecthomas/kong"

	"github.com/coro-lang/coro"
	"github.com/coro-lang/coro/lang/suite"
	"github.com/coro-lang/coro/scenarios"
)

// testCmd is coro test.
type testCmd struct {
	Update  bool          `help:"Rewrite what the tests expect with what they do; a file that is named gets its golden."`
	Run_    string        `name:"run" placeholder:"PATTERN" help:"Only the tests whose names match a regular expression."`
	Timeout time.Duration `type:"seconds" default:"60s" placeholder:"DURATION" help:"Real time that each test may take; 60s by default."`
	Paths   []string      `arg:"" optional:"" help:"Files, and directories to search; the current one by default."`
}

// Help is the end of the command's help.
func (c *testCmd) Help() string {
	return `A golden test is a program, x.coro or x.py, beside its output, x.out. If there
are x.err and x.status, they are its standard error and its status, else it must
end with status 0 and leave nothing to be reported. x.args holds the flags and
words of its command line.

` + examples(
		"coro test                                all tests here and below",
		"coro test --update bank.coro             make bank.out of what it prints now",
		"coro test --run 'cancel|timeout' tests   some of the tests of a directory")
}

// Run runs the tests.
func (c *testCmd) Run() error {
	var pattern *regexp.Regexp
	if c.Run_ != "" {
		var err error
		if pattern, err = regexp.Compile(c.Run_); err != nil {
			return &coro.Diagnostic{Msg: "--run: " + err.Error()}
		}
	}
	if len(c.Paths) == 0 {
		c.Paths = []string{"."}
	}
	tests, err := suite.Find(c.Paths, suite.Options{
		Run:       pattern,
		Update:    c.Update,
		Timeout:   c.Timeout,
		Configure: configure,
		Imports:   coro.FS(scenarios.FS()),
	})
	if err != nil {
		return err
	}
	if tests.Len() == 0 {
		return &coro.Diagnostic{Msg: "there are no tests", Hint: "a test is a program beside its output, x.coro and x.out; `coro test --update x.coro` makes x.out"}
	}
	frugal(machineMemory() / 4 * 3)
	var progress func(done, of int)
	if terminal(os.Stderr) {
		progress = counter()
	}
	if !tests.Run(os.Stdout, progress) {
		return status(1)
	}
	return nil
}

// counter shows on standard error how many tests are done, once they take long.
func counter() func(done, of int) {
	start := time.Now()
	return func(done, of int) {
		switch {
		case time.Since(start) < time.Second:
		case done == of:
			fmt.Fprint(os.Stderr, "\r\x1b[K")
		default:
			fmt.Fprintf(os.Stderr, "\r%d of %d", done, of)
		}
	}
}

// configure reads an .args file: flags of coro run, then words.
func configure(dir string, words []string) (coro.Options, error) {
	var line struct {
		runFlags
		All []string `arg:"" passthrough:"partial"`
	}
	k, err := kong.New(&line, append(mappers(), kong.NoDefaultHelp())...)
	if err != nil {
		panic(err) // the struct above is wrong
	}
	// Parsing wants a file behind the flags.
	if _, err := k.Parse(append(words, "-")); err != nil {
		return coro.Options{}, err
	}
	o, err := line.options(dir)
	o.Args = line.All[:len(line.All)-1]
	return o, err
}
