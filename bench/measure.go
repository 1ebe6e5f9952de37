package main

// Running a process and telling what it took: CPU time and peak memory, as the
// kernel counts them, and what it printed.

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"
)

// patience is how long one process may take.
const patience = 20 * time.Minute

// A cost is what a process took.
type cost struct {
	cpu    time.Duration // user and system time
	memory int64         // bytes of peak resident memory
}

func (c cost) minus(base cost) cost { return cost{c.cpu - base.cpu, c.memory - base.memory} }

// A gauge measures processes.
type gauge struct {
	launch string // the program launch, which starts them
}

// measure runs a command to its end. Whatever it prints on standard error is an
// error: a measured failure would look like a fast engine.
func (g gauge) measure(command []string) (answer string, took cost, err error) {
	answer, took, problems, err := g.measureWith(command)
	if err == nil && problems != "" {
		err = fmt.Errorf("%s: standard error is not empty:\n%s", strings.Join(command, " "), tail(problems))
	}
	return answer, took, err
}

// measureWith is measure with more in the environment, and with standard error among
// the results.
func (g gauge) measureWith(command []string, env ...string) (answer string, took cost, stderr string, err error) {
	failed := func(err error) (string, cost, string, error) {
		return "", cost{}, "", fmt.Errorf("%s: %v\n%s", strings.Join(command, " "), err, tail(stderr))
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	results, w, err := os.Pipe()
	if err != nil {
		return failed(err)
	}
	defer results.Close()
	cmd := exec.CommandContext(ctx, g.launch, command...)
	// When its time is over the whole group goes, the command included.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	var out, problems bytes.Buffer
	cmd.Stdout, cmd.Stderr, cmd.ExtraFiles = &out, &problems, []*os.File{w}
	// No variable of the environment may tune an engine.
	cmd.Env = append([]string{"PATH=" + os.Getenv("PATH"), "HOME=" + os.Getenv("HOME")}, env...)
	err = cmd.Run()
	w.Close()
	stderr = problems.String()
	if err != nil {
		return failed(err)
	}
	var kib int64
	if _, err := fmt.Fscan(results, &took.cpu, &kib); err != nil {
		return failed(err)
	}
	took.memory = kib << 10
	return strings.TrimSpace(out.String()), took, stderr, nil
}

// tail is the end of a long text.
func tail(s string) string {
	const most = 2000
	if len(s) > most {
		return "…" + s[len(s)-most:]
	}
	return s
}
