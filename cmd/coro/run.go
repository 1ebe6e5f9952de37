package main

import (
	"os"
	"runtime/debug"
	"strings"
	"time"

	"github.com/coro-lang/coro"
	"github.com/coro-lang/coro/scenarios"
)

// runCmd is coro run.
type runCmd struct {
	Clock     string        `enum:"virtual,real" default:"virtual" placeholder:"virtual|real" help:"The clock: one that jumps to the next event (virtual, the default), or the machine's (real)."`
	Seed      seed          `type:"seed" placeholder:"N|random" help:"What random draws start from; 0 by default."`
	Date      time.Time     `type:"date" placeholder:"TIME" help:"What time.time() says at the start, such as 2016-02-17T13:10:11Z."`
	World     []string      `sep:"none" placeholder:"FILE" help:"A file to run first, for the services that it declares. May be repeated."`
	Env       []string      `sep:"none" placeholder:"NAME[=VALUE]" help:"What os.environ shows: the value given, or that of the environment. May be repeated."`
	Strict    bool          `help:"Make any report at the end of the program a failure: status 1."`
	Until     float64       `placeholder:"SECONDS" help:"End the run when its clock gets there, with status 0."`
	MaxSteps  int64         `placeholder:"N" help:"End the run after so many steps of tasks."`
	MaxTasks  int           `placeholder:"N" help:"End the run when more tasks are alive at a time."`
	MaxMemory int64         `type:"size" placeholder:"SIZE" help:"End the run when it uses more memory; three quarters of the machine's by default."`
	Timeout   time.Duration `type:"seconds" placeholder:"DURATION" help:"End the run after so much real time."`

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
	src, err := coro.Open(c.File, os.Stdin, scenarios.FS())
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
	var worlds []*coro.Program
	for _, name := range c.World {
		w, err := coro.Open(name, os.Stdin, scenarios.FS())
		if err != nil {
			return err
		}
		world, err := w.Compile()
		if err != nil {
			return status(show(err, 1))
		}
		worlds = append(worlds, world)
	}
	c.noteWords(string(src.Text))
	if c.Seed.Drawn {
		note("seed %d", c.Seed.Value)
	}
	if c.MaxMemory == 0 {
		c.MaxMemory = machineMemory() / 4 * 3
	}
	// Runs are short: fewer collections are worth more than a small heap, as
	// long as it does not come near the limit.
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(c.MaxMemory / 10 * 9)

	o := coro.Options{
		Args:   append([]string{c.File}, c.Words...),
		Env:    environ(c.Env),
		Stdin:  os.Stdin,
		Stdout: os.Stdout,
		Stderr: os.Stderr,
		Files:  src.Files,
		Worlds: worlds,
		Lines:  terminal(os.Stdout),

		Timeout: c.Timeout,
	}
	o.Real = c.Clock == "real"
	o.Seed, o.Date = c.Seed.Value, c.Date
	o.Until, o.Strict = c.Until, c.Strict
	o.Steps, o.Tasks, o.Memory = c.MaxSteps, c.MaxTasks, c.MaxMemory
	return status(execute(prog.Start(o), c.Timeout))
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

// environ gives the names without a value the one that they have here; what has
// none is left out.
func environ(names []string) []string {
	var env []string
	for _, n := range names {
		if strings.Contains(n, "=") {
			env = append(env, n)
		} else if v, ok := os.LookupEnv(n); ok {
			env = append(env, n+"="+v)
		}
	}
	return env
}
