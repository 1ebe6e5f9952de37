package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the outputs that the scripts compare with")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"coro":      main,
		"interrupt": interrupt,
		"generate":  generate,
	})
}

// TestScripts runs the command as its users do; each script is a page about one
// side of it.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"status": cmdStatus,
		},
		Setup: func(env *testscript.Env) error {
			env.Setenv("NO_COLOR", "1")
			return nil
		},
	})
}

// cmdStatus is `status N command …`: it runs the command, whose status must be N.
// What it wrote is in the files out and err.
func cmdStatus(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N command …")
	}
	cmd := exec.Command(args[1], args[2:]...)
	cmd.Dir = ts.Getenv("PWD")
	if cmd.Dir == "" {
		cmd.Dir = ts.MkAbs(".")
	}
	cmd.Env = append(os.Environ(), "NO_COLOR=1", "PATH="+ts.Getenv("PATH"))
	var out, err bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &err
	runErr := cmd.Run()
	if got := fmt.Sprint(cmd.ProcessState.ExitCode()); got != args[0] {
		ts.Fatalf("status %s, want %s (%v)\nstandard output:\n%s\nstandard error:\n%s", got, args[0], runErr, cut(out.String()), cut(err.String()))
	}
	ts.Check(os.WriteFile(ts.MkAbs("out"), out.Bytes(), 0o666))
	ts.Check(os.WriteFile(ts.MkAbs("err"), err.Bytes(), 0o666))
}

func cut(s string) string { return s[:min(len(s), 2000)] }

// interrupt is the command `interrupt N command …`: it runs the command, sends it
// Ctrl-C N times once it has printed a line, and ends with its status. It says how
// long the command took to end.
func interrupt() {
	times := int(os.Args[1][0] - '0')
	cmd := exec.Command(os.Args[2], os.Args[3:]...)
	ready := &firstLine{seen: make(chan struct{})}
	cmd.Stdout, cmd.Stderr = ready, os.Stderr
	if stdin, err := cmd.StdinPipe(); err == nil {
		defer stdin.Close()
	}
	if err := cmd.Start(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(99)
	}
	<-ready.seen
	time.Sleep(50 * time.Millisecond)
	var last time.Time
	for range times {
		last = time.Now()
		_ = cmd.Process.Signal(os.Interrupt) // it may have ended
		time.Sleep(20 * time.Millisecond)
	}
	_ = cmd.Wait() // the status tells
	// Far more than it takes: the race detector alone sleeps a second at exit.
	if d := time.Since(last); d > 2*time.Second {
		fmt.Fprintf(os.Stderr, "it took %v to end\n", d)
		os.Exit(98)
	}
	os.Exit(cmd.ProcessState.ExitCode())
}

// firstLine passes on what is written and notes the first time.
type firstLine struct {
	seen chan struct{}
	any  bool
}

func (w *firstLine) Write(p []byte) (int, error) {
	if !w.any {
		w.any = true
		close(w.seen)
	}
	return os.Stdout.Write(p)
}

// generate is the command `generate WHAT`: it writes WHAT.coro, a program too
// large to be kept in a script.
func generate() {
	text := map[string]func() string{
		"nonsense": func() string { return strings.Repeat("%$ ]) 0x def = \"\n", 10<<20/17) },
		"brackets": func() string { return strings.Repeat("(", 100_000) + strings.Repeat(")", 100_000) + "\n" },
		"sum":      func() string { return "print(1" + strings.Repeat("+1", 99_999) + ")\n" },
		"binary":   func() string { return "\x7fELF\x02\x01\x01\x00\x00\xff\xfe" },
		"latin":    func() string { return "print('caf\xe9')\n" },
		"display":  func() string { return "x = [" + numbers(100_000, "%d") + "]\nprint(len(x), x[-1])\n" },
		"call":     func() string { return "def f(*a): return len(a)\nprint(f(" + numbers(1000, "%d") + "))\n" },
		"locals": func() string {
			return "def f():\n" + lines(300, "    v%d = %d\n") + "    return " + strings.ReplaceAll(numbers(300, "v%d"), ", ", " + ") + "\nprint(f())\n"
		},
		"closure": func() string {
			return "def f():\n" + lines(300, "    v%d = %d\n") + "    def g():\n        return " + strings.ReplaceAll(numbers(300, "v%d"), ", ", " + ") + "\n    return g()\nprint(f())\n"
		},
	}[os.Args[1]]
	if err := os.WriteFile(os.Args[1]+".coro", []byte(text()), 0o666); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func numbers(n int, format string) string {
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprintf(format, i)
	}
	return strings.Join(words, ", ")
}

func lines(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i, i)
	}
	return b.String()
}
