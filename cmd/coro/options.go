package main

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/coro-lang/coro"
)

// runFlags are the flags that say how a program runs.
type runFlags struct {
	Clock     string        `enum:"virtual,real" default:"virtual" placeholder:"virtual|real" help:"The clock: one that jumps to the next event (virtual, the default), or the machine's (real)."`
	Net       string        `enum:"sim,real,mixed" default:"sim" placeholder:"sim|real|mixed" help:"Where HTTP requests go: to the program's routes (sim, the default), to the real network, or to the routes first (mixed)."`
	Real      bool          `help:"Short for --clock real --net real."`
	Seed      seed          `type:"seed" placeholder:"N|random" help:"What random draws start from; 0 by default."`
	Date      time.Time     `type:"date" placeholder:"TIME" help:"What time.time() says at the start, such as 2016-02-17T13:10:11Z."`
	World     []string      `sep:"none" placeholder:"FILE" help:"A file to run first, for the services that it declares. May be repeated."`
	Env       []string      `sep:"none" placeholder:"NAME[=VALUE]" help:"What os.environ shows: the value given, or that of the environment. May be repeated."`
	Strict    bool          `help:"Make any report at the end of the program a failure: status 1."`
	Until     float64       `type:"clock" placeholder:"SECONDS" help:"End the run when its clock gets there, with status 0."`
	MaxSteps  int64         `type:"count" placeholder:"N" help:"End the run after so many steps of tasks."`
	MaxTasks  int           `type:"count" placeholder:"N" help:"End the run when more tasks are alive at a time."`
	MaxMemory int64         `type:"size" placeholder:"SIZE" help:"End the run when it uses more memory; three quarters of the machine's by default."`
	Timeout   time.Duration `type:"seconds" placeholder:"DURATION" help:"End the run after so much real time."`
}

// options are the options that the flags ask for; the files they name are in dir.
// Streams, words and imports are the caller's. An error with a status has been
// shown.
func (f *runFlags) options(dir string) (coro.Options, error) {
	o := coro.Options{Env: environ(f.Env), Timeout: f.Timeout}
	o.Real = f.Real || f.Clock == "real"
	switch {
	case f.Real || f.Net == "real":
		o.Net = coro.NetReal
		// A real network has real time and no two runs alike.
		if f.Date.IsZero() {
			f.Date = time.Now()
		}
		if !f.Seed.Given {
			f.Seed = randomSeed()
		}
	case f.Net == "mixed":
		o.Net = coro.NetMixed
	}
	o.Seed, o.Date = f.Seed.Value, f.Date
	o.Until, o.Strict = f.Until, f.Strict
	o.Steps, o.Tasks = f.MaxSteps, f.MaxTasks
	o.Memory = cmp.Or(f.MaxMemory, machineMemory()/4*3)
	for _, name := range f.World {
		src, err := open(filepath.Join(dir, name))
		if err != nil {
			return o, err
		}
		world, err := src.Compile()
		if err != nil {
			return o, status(show(err, 1))
		}
		o.Worlds = append(o.Worlds, world)
	}
	return o, nil
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
