package runtime

import (
	"fmt"
	"strconv"
	"strings"
)

// Debug mode of event loops: where things were created, callbacks that take long,
// calls from the wrong thread.

// debugDepth is how many frames debug mode keeps of where something was created.
const debugDepth = 10

// creation is where the program is, for what it creates on the loop; nil unless in
// debug mode.
func (el *EventLoop) creation(t *Thread) []FrameLine {
	if !el.debug {
		return nil
	}
	return t.innermost(debugDepth)
}

// innermost are the innermost n activations of the program, the outermost of them
// first.
func (t *Thread) innermost(n int) []FrameLine {
	lines := t.StackLines()
	return lines[max(0, len(lines)-n):]
}

// createdAt is what debug mode adds to a repr; "" if it was not on.
func createdAt(stack []FrameLine) string {
	if len(stack) == 0 {
		return ""
	}
	f := stack[len(stack)-1]
	return "created at " + f.File + ":" + strconv.Itoa(f.Line)
}

// stackSummary is a stack as a traceback.StackSummary; None if it is nil.
func (t *Thread) stackSummary(stack []FrameLine) (Value, error) {
	if stack == nil {
		return None, nil
	}
	m, err := t.Import("traceback")
	if err != nil {
		return Value{}, err
	}
	summary, err := t.GetAttr(m.Value(), t.VM.Intern("StackSummary"))
	if err != nil {
		return Value{}, err
	}
	entries := make([]Value, len(stack))
	for i, f := range stack {
		entries[i] = NewTuple([]Value{NewStr(f.File), Int(int64(f.Line)), NewStr(f.Func), NewStr(f.Text)})
	}
	return t.callMethodNamed(summary, "from_list", NewList(entries))
}

// source is where a future or handle was created, in debug mode.
func sourceOf(v Value) []FrameLine {
	if f := AsFuture(v); f != nil {
		if f.ext == nil {
			return nil
		}
		return f.ext.source
	}
	if h := asHandle(v); h != nil {
		return h.source
	}
	return nil
}

func sourceTraceback(t *Thread, args []Value) (Value, error) {
	return t.stackSummary(sourceOf(args[0]))
}

// setDebug is loop.set_debug.
func (el *EventLoop) setDebug(on bool) {
	el.debug = on
	if el.running {
		el.trackOrigins(on)
	}
	if on {
		el.vm.endRelays()
	}
}

// debugWanted says whether new loops begin in debug mode, as the environment
// says, or whatever the program has put in the place of what asks it.
func (t *Thread) debugWanted() bool {
	vm := t.VM
	var v Value
	var err error
	if m := vm.own["asyncio.coroutines"]; m != nil {
		v, err = t.callMethodNamed(m.Value(), "_is_debug_mode")
	} else if m := vm.own["os"]; m != nil {
		if v, err = t.GetAttr(m.Value(), t.VM.Intern("environ")); err == nil {
			v, err = t.callMethodNamed(v, "get", NewStr(debugVariable))
		}
	} else {
		for _, pair := range vm.Env {
			if name, value, _ := strings.Cut(pair, "="); name == debugVariable && value != "" {
				return true
			}
		}
		return false
	}
	if err != nil {
		return false
	}
	on, err := t.Truth(v)
	return on && err == nil
}

// debugVariable is the variable of the environment that asks for debug mode.
const debugVariable = "PYTHONASYNCIODEBUG"

// trackOrigins has coroutines remember where they were made while a loop in debug
// mode runs.
func (el *EventLoop) trackOrigins(on bool) {
	vm := el.vm
	switch {
	case on == el.tracking:
	case on:
		el.tracking, el.originsBefore = true, vm.originDepth
		vm.originDepth = debugDepth
	default:
		el.tracking = false
		vm.originDepth = el.originsBefore
	}
}

// OriginDepth is how many frames a coroutine remembers of where it was made.
func (vm *VM) OriginDepth() int { return vm.originDepth }

// SetOriginDepth sets what OriginDepth tells.
func (vm *VM) SetOriginDepth(n int) { vm.originDepth = n }

// checkThread refuses, in debug mode, calls from another thread than the loop's.
func (el *EventLoop) checkThread(t *Thread) error {
	if el.debug && el.running && el.thread != t {
		return t.RuntimeErrorf("Non-thread-safe operation invoked on an event loop other than the current one")
	}
	return nil
}

// runTimed runs a callback and tells of it if it takes long.
func (el *EventLoop) runTimed(t *Thread, c Callback) error {
	el.executing = c
	before := el.q.Now()
	err := c.Run(t)
	el.executing = nil
	taken := el.q.Now() - before
	if taken < el.slow || fatal(err) {
		return err
	}
	what, rerr := t.callbackRepr(el, c)
	if rerr == nil {
		rerr = el.log(t, "warning", fmt.Sprintf("Executing %s took %.3f seconds", what, taken), nil)
	}
	if err == nil {
		err = rerr
	}
	return err
}

// callbackRepr is a callback as debug mode shows it: a task itself, a handle.
func (t *Thread) callbackRepr(el *EventLoop, c Callback) (string, error) {
	switch c := c.(type) {
	case *taskStep:
		return t.Repr(obj((*Task)(c)))
	case *taskWake:
		return t.Repr(obj((*Task)(c)))
	case *taskThrow:
		return t.Repr(obj(c.task))
	case *Handle:
		return t.Repr(obj(c))
	case *doneCallback:
		return t.Repr(obj(&Handle{Hdr: Hdr{&HandleType}, loop: el, fn: c.fn, args: []Value{c.future.Value()}}))
	}
	name, err := t.callbackName(c)
	return "<Handle " + name + ">", err
}
