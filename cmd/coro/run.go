package main

import (
	"os"
	"runtime/debug"
	"strings"

	"github.com/coro-lang/coro"
	"github.com/coro-lang/coro/scenarios"
)

// runCmd is coro run.
type runCmd struct {
	runFlags

	File  string   `arg:"" passthrough:"partial" help:"The program: a .coro or .py file, - for standard input, or a shipped scenario."`
	Words []string `arg:"" optional:"" help:"What the program finds in sys.argv and args."`
}

// Help is the end of the command's help.
func (c *runCmd) Help() string {
	return examples(
		"coro run first-ip.coro                  a shipped scenario, wherever you are",
		"coro run --seed 7 --until 60 bank.coro  other draws, the first minute",
		"coro run --clock real download.py big   real time; the word big is the program's")
}

// Run runs the program.
func (c *runCmd) Run() error {
	if c.File == "--" && len(c.Words) > 0 { // the end of our flags, for those who like to mark it
		c.File, c.Words = c.Words[0], c.Words[1:]
	}
	src, err := open(c.File)
	if err != nil {
		return err
	}
	if src.Shipped {
		note("there is no file %s here; this is the shipped scenario", c.File)
	}
	prog, err := src.Compile()
	if err != nil {
		return status(show(err, 1))
	}
	o, err := c.options("")
	if err != nil {
		return err
	}
	c.noteWords(string(src.Text))
	if c.Seed.Drawn {
		note("seed %d", c.Seed.Value)
	}
	frugal(o.Memory)
	o.Args = append([]string{c.File}, c.Words...)
	o.Stdin, o.Stdout, o.Stderr = os.Stdin, os.Stdout, os.Stderr
	o.Lines = terminal(os.Stdout)
	o.Files = src.Files
	return status(execute(prog.Start(o), c.Timeout))
}

// open finds a program by the name that the user gave.
func open(name string) (*coro.Source, error) { return coro.Open(name, os.Stdin, scenarios.FS()) }

// imports is what a program in a directory can import: the files beside it, then
// the shipped ones.
func imports(dir string) coro.Files { return coro.FirstOf(coro.Dir(dir), coro.FS(scenarios.FS())) }

// frugal tells Go's collector how much memory a run may use. Runs are short: few
// collections are worth more than a small heap, as long as it does not come near
// the limit.
func frugal(memory int64) {
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(memory / 10 * 9)
}

// noteWords tells of a flag of ours among the words of a program that never looks
// at them.
func (c *runCmd) noteWords(src string) {
	if strings.Contains(src, "args") || strings.Contains(src, "argv") || strings.Contains(src, "argparse") {
		return
	}
	for _, w := range c.Words {
		name, _, _ := strings.Cut(w, "=")
		if ourFlag(name) {
			note("%s comes after the file and so is the program's, which reads no words; flags of coro come before: coro run %s … %s", w, name, c.File)
			return
		}
	}
}
