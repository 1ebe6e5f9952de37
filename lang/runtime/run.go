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
		vm.modules.SetStr(name, m.Value())
	}
	if d := prog.Module; d.HasDoc {
		m.Set("__doc__", NewStr(d.Doc))
	} else {
		m.Set("__doc__", None)
	}
	err := t.warnOfText(prog)
	if err != nil {
		return vm.exitStatus(err)
	}
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
	if e.typ.IsSubclass(&SystemExitType) {
		return vm.systemExit(e)
	}
	interrupt := e.typ.IsSubclass(&KeyboardInterruptType)
	if interrupt && vm.untilReached {
		return 0
	}
	vm.setLastException(e)
	if hook, ok := vm.exceptHook(); ok {
		if status, ends := vm.callExceptHook(hook, e); ends {
			return status
		}
	} else if interrupt {
		vm.writeError(t.FormatException(e))
	} else {
		vm.writeError(t.FormatException(e) + t.advice(e))
	}
	if interrupt {
		return 130
	}
	return 1
}

// setLastException leaves the exception that ends the program in sys, for its
// excepthook.
func (vm *VM) setLastException(e *Exception) {
	if sys := vm.own["sys"]; sys != nil {
		sys.Set("last_exc", e.Value())
		sys.Set("last_type", obj(e.typ))
		sys.Set("last_value", e.Value())
		sys.Set("last_traceback", e.TracebackValue())
	}
}

// exceptHook is the sys.excepthook that the program has set, if it has set one.
func (vm *VM) exceptHook() (Value, bool) {
	m := vm.own["sys"]
	if m == nil {
		return Value{}, false
	}
	hook, ok := m.Get("excepthook")
	plain, _ := m.Get("__excepthook__")
	return hook, ok && hook != plain
}

// callExceptHook tells the program's own sys.excepthook of the exception that ends
// the program; a SystemExit in the hook has a status of its own.
func (vm *VM) callExceptHook(hook Value, e *Exception) (status int, ends bool) {
	t := vm.Main
	_, err := t.Call(hook, obj(e.typ), e.Value(), e.TracebackValue())
	vm.Out.Flush()
	switch failed, ok := err.(*Exception); {
	case err == nil:
	case !ok:
		return vm.exitStatus(err), true
	case failed.typ.IsSubclass(&SystemExitType):
		return vm.systemExit(failed), true
	default:
		vm.writeError("Error in sys.excepthook:\n" + t.FormatException(failed) +
			"\nOriginal exception was:\n" + t.FormatException(e))
	}
	return 0, false
}

// systemExit is the status that a SystemExit asks for; a message goes to stderr.
func (vm *VM) systemExit(e *Exception) int {
	code, err := vm.Main.GetAttr(e.Value(), vm.Intern("code"))
	if err != nil {
		code = e.Value()
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
	IDs    int64     // what id() counts from: the first object that is asked has the next number
	Strict bool      // a report at the end of the program makes the status 1

	Policy   loop.Policy   // which way uncertainties go; nil: as the seed draws them
	Recorder loop.Recorder // is told what happens; nil: nobody is
}
