// Package oracle runs Coro programs on CPython 3.13 under Coro's rules: the
// script oracle.py, which is embedded here, answers requests one after the other,
// each in a process of its own.
//
// The tests of the package check the golden outputs with it: each program under
// testdata/lang and each scenario that has a golden is run by CPython, and what it
// prints and the status it ends with are compared with NAME.out and NAME.status (0
// where there is none). Programs run in their own directory under their bare name,
// so that is how a traceback names them; NAME.args, where it exists, holds flags
// and words as in `coro run FLAGS NAME WORDS`.
package oracle

import (
	"bufio"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

//go:embed oracle.py rules/*.py
var script embed.FS

// FindPython returns the path of a CPython 3.13: CORO_PYTHON, or python3.13 in
// PATH.
func FindPython() (string, error) {
	python := os.Getenv("CORO_PYTHON")
	if python == "" {
		python = "python3.13"
	}
	return python, CheckPython(python)
}

// CheckPython says what is wrong with python as a CPython 3.13, if anything is.
func CheckPython(python string) error {
	version, err := exec.Command(python, "--version").Output()
	if err != nil {
		return fmt.Errorf("no CPython 3.13 here (set CORO_PYTHON to say where): %s: %w", python, err)
	}
	if !strings.HasPrefix(string(version), "Python 3.13.") {
		return fmt.Errorf("%s is %s, not CPython 3.13", python, strings.TrimSpace(string(version)))
	}
	return nil
}

// Request is a program to run.
type Request struct {
	File     string   `json:"file"`               // its name, from Dir
	Dir      string   `json:"dir"`                // where it runs
	Flags    []string `json:"flags,omitempty"`    // --seed N, --date TIME, --world FILE
	Words    []string `json:"words,omitempty"`    // its arguments
	Patience int      `json:"patience,omitempty"` // seconds that it may take; 0: a minute
}

// TimedOut is the status of a program whose time was over.
const TimedOut = -14

// Answer is what a program printed and the status it ended with, which is below
// zero if a signal ended it.
type Answer struct {
	Stdout string `json:"stdout"`
	Stderr string `json:"stderr"`
	Status int    `json:"status"`
}

// Batch is a CPython that runs one program after the other.
type Batch struct {
	cmd      *exec.Cmd
	dir      string // holds the script
	requests io.WriteCloser
	answers  *json.Decoder
}

// Start starts python, a CPython 3.13.
func Start(python string) (*Batch, error) {
	dir, err := os.MkdirTemp("", "coro-oracle-")
	if err != nil {
		return nil, err
	}
	b := &Batch{dir: dir}
	if err := b.start(python); err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	return b, nil
}

func (b *Batch) start(python string) error {
	if err := os.CopyFS(b.dir, script); err != nil {
		return err
	}
	b.cmd = exec.Command(python, filepath.Join(b.dir, "oracle.py"), "--batch")
	b.cmd.Stderr = os.Stderr
	requests, err := b.cmd.StdinPipe()
	if err != nil {
		return err
	}
	stdout, err := b.cmd.StdoutPipe()
	if err != nil {
		return err
	}
	b.requests, b.answers = requests, json.NewDecoder(bufio.NewReader(stdout))
	return b.cmd.Start()
}

// Run runs one program to its end.
func (b *Batch) Run(r Request) (Answer, error) {
	var a Answer
	if err := json.NewEncoder(b.requests).Encode(r); err != nil {
		return a, err
	}
	return a, b.answers.Decode(&a)
}

// Close ends the CPython.
func (b *Batch) Close() error {
	return errors.Join(b.requests.Close(), b.cmd.Wait(), os.RemoveAll(b.dir))
}
