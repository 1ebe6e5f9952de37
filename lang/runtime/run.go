package runtime

import (
	"fmt"
	"sync/atomic"
	"time"

	"github.com/coro-lang/coro/lang/compiler"
	"github.com/coro-lang/coro/lang/loop"
)

// A run of a program from its start to its exit status.

// RunWorld runs prog as a world: it declares services before the program starts.
func (vm *VM) RunWorld(prog *compiler.Program) (status int) {
	return vm.runFile("world", prog)
}

// RunMain runs prog as the program itself and returns its exit status. Uncaught
// exceptions and what is left over at the end are told on vm.Err.
func (vm *VM) RunMain(prog *compiler.Program) (status int) {
	status = vm.runFile("__main__", prog)
	if !vm.ended {
		status = vm.atEnd(status)
	}
	vm.Out.Flush()
	return status
}

// runFile runs a file as a module called name.
func (vm *VM) runFile(name string, prog *compiler.Program) (status int) {
	t := vm.Main
	m := vm.newFileModule(name, prog)
	m.Set("__name__", NewStr(name))
	m.Set("__file__", NewStr(prog.File))
	if name == "__main__" {
		vm.main = m
		vm.modules[name] = m
	}
	if d := prog.Module; d.HasDoc {
		m.Set("__doc__", NewStr(d.Doc))
	} else {
		m.Set("__doc__", None)
	}
	var err error
	if prog.Async {
		err = t.runAsync(t.newGen(t.bodyFunc(m), nil))
	} else {
		_, err = t.callFuncGo(t.bodyFunc(m), nil, nil)
	}
	return vm.exitStatus(err)
}

// exitStatus tells how the program ended and gives its status.
func (vm *VM) exitStatus(err error) int {
	if err == nil {
		return 0
	}
	vm.Out.Flush()
	e, ok := err.(*Exception)
	if !ok {
		if f, ok := err.(*Fatal); ok {
			vm.ended = true
			if f.Msg != "" {
				fmt.Fprintln(vm.Err, f.Msg)
			}
			return f.Status
		}
		panic(err)
	}
	t := vm.Main
	switch {
	case e.typ.IsSubclass(&SystemExitType):
		return vm.systemExit(e)
	case e.typ.IsSubclass(&KeyboardInterruptType) && vm.untilReached:
		return 0
	case e.typ.IsSubclass(&KeyboardInterruptType):
		vm.writeError(t.FormatException(e))
		return 130
	}
	vm.writeError(t.FormatException(e) + t.advice(e))
	return 1
}

// systemExit is the status that a SystemExit asks for; a message goes to stderr.
func (vm *VM) systemExit(e *Exception) int {
	code := None
	switch len(e.args) {
	case 0:
	case 1:
		code = e.args[0]
	default:
		code = NewTuple(e.args)
	}
	switch {
	case code.IsNone():
		return 0
	case code.IsSmallInt() || code.IsBool():
		return int(uint8(code.n))
	case isInt(code):
		return 255
	}
	s, err := vm.Main.Str(code)
	if err == nil {
		fmt.Fprintln(vm.Err, s)
	}
	return 1
}

// writeError writes a report after what standard output holds so far.
func (vm *VM) writeError(text string) {
	vm.Out.Flush()
	fmt.Fprint(vm.Err, text)
}

// Reasons for which a run is interrupted: bits of Thread.stop.
const (
	stopInterrupt uint32 = 1 << iota // Ctrl-C: KeyboardInterrupt, or the main task is cancelled
	stopKill                         // end at once with VM.killed
)

// Interrupt asks the run to stop as Ctrl-C does. It may be called from any
// goroutine.
func (vm *VM) Interrupt() { vm.signal(stopInterrupt) }

// Kill ends the run at once: no handler and no finally of the program runs. It
// may be called from any goroutine; the first reason counts.
func (vm *VM) Kill(reason *Fatal) {
	vm.killed.CompareAndSwap(nil, reason)
	vm.signal(stopKill)
}

// signal sets bits of every stack's stop word.
func (vm *VM) signal(bits uint32) {
	vm.threadsMu.Lock()
	defer vm.threadsMu.Unlock()
	for _, t := range vm.threads {
		for {
			old := t.stop.Load()
			if t.stop.CompareAndSwap(old, old|bits) {
				break
			}
		}
	}
	vm.wakeUp()
}

// interrupted is poll's answer when a bit of the stop word is set.
func (t *Thread) interrupted() error {
	for {
		old := t.stop.Load()
		if old&stopKill != 0 {
			return t.VM.killed.Load()
		}
		if old&stopInterrupt == 0 {
			return nil
		}
		if t.stop.CompareAndSwap(old, old&^stopInterrupt) {
			return t.keyboardInterrupt()
		}
	}
}

// killedReason holds why a run was killed.
type killedReason = atomic.Pointer[Fatal]

// Config says how a run behaves: its clock, its seed, its limits. The zero value
// is a run on the virtual clock with seed 0 and no limits.
type Config struct {
	Real   bool      // the clock is the machine's; otherwise it is virtual
	Date   time.Time // what time.time() says at the start; zero: 17 February 2016
	Seed   int64     // of the random module
	Steps  int64     // steps of tasks the run may take; 0: any number
	Memory int64     // bytes it may use; 0: no limit
	Tasks  int       // tasks that may be alive at a time; 0: any number
	Until  float64   // virtual seconds after which it ends with status 0; 0: none
	Strict bool      // a report at the end of the program makes the status 1

	Policy   loop.Policy   // which way uncertainties go; nil: as the seed draws them
	Recorder loop.Recorder // is told what happens; nil: nobody is
}
