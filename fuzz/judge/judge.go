// Package judge runs one program under Coro and under CPython 3.13 and says
// whether they agree.
package judge

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"github.com/coro-lang/coro"
	"github.com/coro-lang/coro/testdata/oracle"
)

const (
	patience = 5 * time.Second // with a program under CPython; Coro has four times that
	memory   = 3 << 30         // of the process: several judges share it
	scarce   = 1 << 29         // where what lacks memory under CPython lacks it too
)

// Outcome is what became of a program.
type Outcome struct {
	Stdout, Stderr string
	Status         int
	Ending         Ending
}

// Ending is the way in which a program ended.
type Ending int

const (
	Ended     Ending = iota // by itself
	Refused                 // it is not a valid program
	Unending                // it took too long
	Crashed                 // the interpreter failed
	Unsettled               // under CPython, by where its objects lie or what memory it has
)

func (e Ending) String() string {
	return [...]string{"ended", "refused", "unending", "crashed", "unsettled"}[e]
}

// Verdict is both outcomes of a program and how they differ, nil if they agree.
type Verdict struct {
	CPython, Coro Outcome
	Difference    *Difference
}

// Judge runs programs, one at a time.
type Judge struct {
	python string
	batch  *oracle.Batch
	other  *oracle.Batch // its objects lie elsewhere; nil until it is asked
	dir    string        // where programs run
	file   string        // what they are called there
}

// New starts python, a CPython 3.13, to compare with. Programs run under the name
// file, which their tracebacks show and whose ending says which language they are
// in.
func New(python, file string) (*Judge, error) {
	dir, err := os.MkdirTemp("", "coro-fuzz-")
	if err != nil {
		return nil, err
	}
	batch, err := oracle.Start(python)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	return &Judge{python: python, batch: batch, dir: dir, file: file}, nil
}

// Close ends the CPython.
func (j *Judge) Close() error {
	err := errors.Join(j.batch.Close(), os.RemoveAll(j.dir))
	if j.other != nil {
		err = errors.Join(err, j.other.Close())
	}
	return err
}

// Try runs a program under both. The error says that CPython could not be asked.
func (j *Judge) Try(program string) (Verdict, error) {
	var v Verdict
	if err := os.WriteFile(filepath.Join(j.dir, j.file), []byte(program), 0o644); err != nil {
		return v, err
	}
	coros := make(chan Outcome, 1)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go func() { coros <- j.runAmongOthers(ctx, program) }()
	var err error
	if v.CPython, err = j.runCPython(j.batch); err != nil || v.CPython.Ending == Unending {
		cancel()
	}
	v.Coro = <-coros
	if err != nil {
		return v, err
	}
	l := leewayOf(program)
	if v.Difference = compare(v.CPython, v.Coro, l); v.Difference == nil || v.Coro.Ending == Crashed {
		return v, nil
	}
	if strings.Contains(v.CPython.Stdout+v.CPython.Stderr, "MemoryError") && compare(v.CPython, j.runAlone(ctx, program, scarce), l) == nil {
		v.CPython.Ending, v.Difference = Unsettled, nil
		return v, nil
	}
	if j.other == nil {
		if j.other, err = oracle.Start(j.python); err != nil {
			return v, err
		}
	}
	moved, err := j.runCPython(j.other)
	if err != nil {
		return v, err
	}
	if moved.Ending == v.CPython.Ending && compare(v.CPython, moved, l) != nil {
		v.CPython.Ending, v.Difference = Unsettled, nil
	}
	return v, nil
}

// runCPython runs the program under CPython.
func (j *Judge) runCPython(batch *oracle.Batch) (Outcome, error) {
	answer, err := batch.Run(oracle.Request{File: j.file, Dir: j.dir, Patience: int(patience / time.Second)})
	if err != nil {
		return Outcome{}, fmt.Errorf("CPython: %w", err)
	}
	o := Outcome{answer.Stdout, answer.Stderr, answer.Status, Ended}
	switch {
	case answer.Status == oracle.TimedOut:
		o.Ending = Unending
	case answer.Status < 0:
		o.Ending = Crashed
	case refusal(answer):
		o.Ending = Refused
	}
	return o, nil
}

// memoryEnds is what a run is reported to have ended by that used too much memory.
const memoryEnds = "ended by --max-memory"

// crowd is held by the runs of all judges in this process, and alone by one that shares
// its memory with no other.
var crowd sync.RWMutex

// runAmongOthers runs a program in this process, and once more with all its memory if
// that did not suffice: another program may have had it.
func (j *Judge) runAmongOthers(ctx context.Context, program string) Outcome {
	crowd.RLock()
	o := j.runCoro(ctx, program, memory)
	crowd.RUnlock()
	if !strings.Contains(o.Stderr, memoryEnds) {
		return o
	}
	return j.runAlone(ctx, program, memory)
}

// runAlone runs a program while no other runs in this process.
func (j *Judge) runAlone(ctx context.Context, program string, memory int64) Outcome {
	crowd.Lock()
	defer crowd.Unlock()
	debug.FreeOSMemory()
	return j.runCoro(ctx, program, memory)
}

// runCoro runs a program in this process, which may use so many bytes. Its time
// begins here, for it may have waited until others were done.
func (j *Judge) runCoro(ctx context.Context, program string, memory int64) (o Outcome) {
	ctx, cancel := context.WithTimeout(ctx, 4*patience)
	defer cancel()
	var stdout, stderr bytes.Buffer
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintf(&stderr, "panic: %v\n%s", r, debug.Stack())
			o.Ending = Crashed
		}
		o.Stdout, o.Stderr = stdout.String(), stderr.String()
	}()
	prog, err := coro.Compile(j.file, []byte(program))
	if err != nil {
		coro.Show(&stderr, err, false)
		return Outcome{Status: 1, Ending: Refused}
	}
	options := coro.Options{Args: []string{j.file}, Stdout: &stdout, Stderr: &stderr}
	options.Memory = memory
	options.IDs = 0x7f0000000000 // so that texts with addresses are as long as CPython's
	o.Status = prog.Run(ctx, options)
	if ctx.Err() != nil {
		o.Ending = Unending
	}
	return o
}
