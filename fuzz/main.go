// Command fuzz compares Coro with CPython 3.13 on generated programs.
//
//	go run ./fuzz -kind language -n 20000 -seed 1
//
// runs the programs of the seeds 1 to 20000. Where what they print, their exit
// status or what is reported on standard error differs, the program is shrunk and
// kept with both outputs, and the exit status is 1. docs/fuzzing.md says more.
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"strings"

	"github.com/coro-lang/coro/fuzz/kinds"
	"github.com/coro-lang/coro/testdata/oracle"
)

func main() {
	var names []string
	for _, k := range kinds.All {
		names = append(names, k.Name)
	}
	c := campaign{}
	name := flag.String("kind", kinds.All[0].Name, "what the programs are made of: "+strings.Join(names, ", "))
	flag.IntVar(&c.n, "n", 1000, "how many programs to run")
	flag.Uint64Var(&c.seed, "seed", 1, "seed of the first program; the next has the next")
	flag.StringVar(&c.python, "python", "", "a CPython 3.13 (default: $CORO_PYTHON or python3.13)")
	flag.StringVar(&c.keep, "keep", "", "directory for the programs that differ (default: a new one)")
	flag.IntVar(&c.stop, "stop", 20, "end after so many kinds of difference")
	flag.IntVar(&c.workers, "workers", runtime.GOMAXPROCS(0), "programs that run at a time")
	flag.IntVar(&c.tries, "shrink", 300, "how many programs to run to make one smaller")
	show := flag.Bool("show", false, "print the program of the first seed instead")
	flag.Parse()

	var ok bool
	if c.kind, ok = kinds.Named(*name); !ok {
		fail(fmt.Errorf("no kind %q; there are %s", *name, strings.Join(names, ", ")))
	}
	if *show {
		fmt.Print(c.kind.Generate(c.seed))
		return
	}
	var err error
	if c.python == "" {
		c.python, err = oracle.FindPython()
	} else {
		err = oracle.CheckPython(c.python)
	}
	if err != nil {
		fail(err)
	}
	if c.keep == "" {
		if c.keep, err = os.MkdirTemp("", "coro-differences-"); err != nil {
			fail(err)
		}
	}
	if err := c.run(); err != nil {
		fail(err)
	}
	c.summarize(os.Stdout)
	if len(c.found) > 0 {
		os.Exit(1)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "fuzz:", err)
	os.Exit(2)
}
