package coro

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"syscall"
	"time"

	"github.com/coro-lang/coro/lang/network"
	"github.com/coro-lang/coro/lang/runtime"
	"github.com/coro-lang/coro/lang/stdlib" // and the importable modules
)

// Running a program: its options, the run, and how it ends.

// Options say how a program runs. The zero value is a run on the virtual clock
// with the simulated network, without input and output.
type Options struct {
	Args   []string // sys.argv; the first is the program's name
	Env    []string // os.environ, as NAME=VALUE
	Stdin  io.Reader
	Stdout io.Writer
	Stderr io.Writer
	Files  Files      // where imports are found besides the builtin modules; nil: nowhere
	Worlds []*Program // run first, to declare services

	Timeout time.Duration // of the machine's time, after which the run ends with status 124; 0: none
	Lines   bool          // write standard output line by line, for somebody who watches

	Net       Net               // where HTTP requests go
	Transport network.Transport // what carries those that leave; nil: Go's HTTP client

	runtime.Config
}

// Net says where the HTTP requests of a run go.
type Net = stdlib.Net

// The networks: the simulated one, where only routes answer; the real one; routes
// first and the real one for the rest.
const (
	NetSim   = stdlib.Simulated
	NetReal  = stdlib.Real
	NetMixed = stdlib.Mixed
)

// Run runs the program to its end and returns its exit status: 0 if it worked, 1
// after an uncaught exception or a deadlock, n after sys.exit(n), 124 when a
// limit ended it, 130 when it was interrupted. When ctx is done the run ends at
// once.
func (p *Program) Run(ctx context.Context, o Options) int {
	return p.Start(o).Wait(ctx)
}

// Run is a run that may be interrupted.
type Run struct {
	prog    *Program
	options Options
	vm      *runtime.VM
	stdin   *input
}

// outputs are the buffers of runs that are over; a run that ends in microseconds would spend them on making
// its own.
var outputs = sync.Pool{New: func() any { return bufio.NewWriterSize(nil, 1<<12) }}

// Start prepares a run; Wait runs it.
func (p *Program) Start(o Options) *Run {
	vm := runtime.NewVM(o.Config)
	r := &Run{p, o, vm, newInput(o.Stdin)}
	vm.Args = o.Args
	vm.Env = o.Env
	vm.In = r.stdin
	vm.Err = orDiscard(o.Stderr)
	vm.Out = outputs.Get().(*bufio.Writer)
	vm.Out.Reset(orDiscard(o.Stdout))
	vm.Lines = o.Lines
	vm.Loader = &loader{o.Files}
	if o.Net != NetSim {
		transport := o.Transport
		if transport == nil {
			transport = network.NewClient()
		}
		stdlib.SetNetwork(vm, o.Net, transport)
	}
	return r
}

// Interrupt asks the run to end as Ctrl-C does: the main task is cancelled,
// finally blocks run. It may be called from any goroutine.
func (r *Run) Interrupt() {
	r.vm.Interrupt()
	r.stdin.interrupt()
}

// kill ends the run at once.
func (r *Run) kill(status int, why string) {
	r.vm.Kill(&runtime.Fatal{Status: status, Msg: why})
	r.stdin.interrupt()
}

// watch ends the run when ctx is done, its time is over or it uses more memory
// than it may; stop ends the watch.
func (r *Run) watch(ctx context.Context) (stop func()) {
	var stops []func()
	if ctx.Done() != nil {
		ofContext := context.AfterFunc(ctx, func() {
			if errors.Is(ctx.Err(), context.DeadlineExceeded) {
				r.kill(124, "the run was ended: its time is over")
				return
			}
			r.kill(130, "interrupted")
		})
		stops = append(stops, func() { ofContext() })
	}
	if d := r.options.Timeout; d > 0 {
		timer := time.AfterFunc(d, func() {
			r.kill(124, fmt.Sprintf("the run was ended by --timeout: it took more than %v", d))
		})
		stops = append(stops, func() { timer.Stop() })
	}
	if limit := r.options.Memory; limit > 0 {
		stops = append(stops, watchMemory(limit, func(why string) { r.kill(124, why) }))
	}
	return func() {
		for _, stop := range stops {
			stop()
		}
	}
}

// Wait runs the program to its end and returns its exit status.
func (r *Run) Wait(ctx context.Context) int {
	defer r.watch(ctx)()
	defer r.free()
	status := r.runFiles()
	if err := r.vm.Out.Flush(); err != nil {
		// Whoever read the output may have seen enough, as `head` has; any other
		// failure must be told.
		if !errors.Is(err, syscall.EPIPE) && !errors.Is(err, io.ErrClosedPipe) {
			fmt.Fprintf(r.vm.Err, "error: standard output cannot be written: %v\n", err)
		}
		status = cmp.Or(status, 1)
	}
	return status
}

// free gives the memory that every run needs to the runs to come.
func (r *Run) free() {
	r.vm.Out.Reset(nil)
	outputs.Put(r.vm.Out)
	r.vm.Out = nil
	r.vm.Free()
}

func (r *Run) runFiles() int {
	for _, w := range r.options.Worlds {
		if status := r.vm.RunWorld(w.prog); status != 0 {
			return status
		}
	}
	return r.vm.RunMain(r.prog.prog)
}

func orDiscard(w io.Writer) io.Writer {
	if w == nil {
		return io.Discard
	}
	return w
}
