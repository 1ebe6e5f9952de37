package runtime

import (
	"unsafe"

	"github.com/coro-lang/coro/lang/compiler"
)

// What the scheduler asks of coroutines and other awaitables.

// coroutineMethods are what an object needs to be a coroutine, as
// collections.abc.Coroutine has it.
var coroutineMethods = [...]string{"send", "throw", "close", "__await__"}

// isCoroutine is asyncio.iscoroutine.
func (t *Thread) isCoroutine(v Value) (bool, error) {
	typ := v.Type()
	if typ == &CoroutineType {
		return true, nil
	}
	if isFuture(v) {
		return false, nil
	}
	for _, name := range coroutineMethods {
		if m, ok := typ.Lookup(t.VM.Intern(name)); !ok || m.IsNone() {
			return false, nil
		}
	}
	return true, nil
}

// IsCoroutine is asyncio.iscoroutine.
func (t *Thread) IsCoroutine(v Value) (bool, error) { return t.isCoroutine(v) }

// isAwaitable is inspect.isawaitable.
func (t *Thread) isAwaitable(v Value) bool {
	if v.Type() == &CoroutineType || isFuture(v) {
		return true
	}
	if g := exact[Gen](v, &GeneratorType); g != nil {
		return g.fn != nil && g.fn.coroutine
	}
	_, ok := v.Type().Lookup(t.VM.Intern("__await__"))
	return ok
}

// IsAwaitable is inspect.isawaitable.
func (t *Thread) IsAwaitable(v Value) bool { return t.isAwaitable(v) }

// MarkCoroutine marks a generator function, as types.coroutine does: what it makes may
// be awaited. It says false if v is neither that nor a coroutine function.
func MarkCoroutine(v Value) bool {
	f := exact[Func](v, &FunctionType)
	if f == nil {
		return false
	}
	switch f.proto.code.Flags & compiler.FlagAsyncGen {
	case compiler.FlagGenerator:
		f.coroutine = true
		return true
	case compiler.FlagCoroutine:
		return true
	default:
		return false
	}
}

// IsCoroutineFunction is inspect.iscoroutinefunction.
func (t *Thread) IsCoroutineFunction(v Value) bool {
	switch v.Type() {
	case &MethodType, &builtinMethodType:
		return t.IsCoroutineFunction((*BoundMethod)(v.p).fn)
	case &FunctionType:
		return (*Func)(v.p).proto.code.Flags&compiler.FlagAsyncGen == compiler.FlagCoroutine
	case &BuiltinType, &MethodDescriptorType:
		return (*Builtin)(v.p).row.Coro != nil
	}
	return false
}

// closeCoroutine closes a coroutine that could not be made a task.
func (t *Thread) closeCoroutine(v Value) {
	// What it raises while it closes is hidden by the error that is under way.
	_, _ = t.callMethodNamed(v, "close")
}

// CloseCoroutine closes a coroutine that will not be run.
func (t *Thread) CloseCoroutine(v Value) { t.closeCoroutine(v) }

// sendCoroutine resumes a coroutine object that is no Gen, with err thrown in if
// it is not nil.
func (t *Thread) sendCoroutine(coro Value, err error) (v Value, done bool, rerr error) {
	if e, ok := err.(*Exception); ok {
		v, rerr = t.callMethodNamed(coro, "throw", e.Value())
	} else {
		v, rerr = t.callMethodNamed(coro, "send", None)
	}
	if e, ok := rerr.(*Exception); ok {
		if e.typ.IsSubclass(&StopIterationType) {
			return e.StopValue(), true, nil
		}
		if e != t.passing {
			t.chain(e) // raised by a method written in Go
		}
	}
	return v, false, rerr
}

// callMethodNamed is v.name(*args).
func (t *Thread) callMethodNamed(v Value, name string, args ...Value) (Value, error) {
	m, err := t.GetAttr(v, t.VM.Intern(name))
	if err != nil {
		return Value{}, err
	}
	return t.Call(m, args...)
}

// CallMethod is v.name(*args).
func (t *Thread) CallMethod(v Value, name string, args ...Value) (Value, error) {
	return t.callMethodNamed(v, name, args...)
}

// threadName is the name of the thread that this stack is to the program.
func (t *Thread) threadName() string {
	if t.strand != nil {
		return t.strand.name
	}
	return "MainThread"
}

// placeOf finds the function and line of the instruction before ip; nil if no
// function of this run has it.
func (vm *VM) placeOf(ip unsafe.Pointer) (*FuncProto, int32) {
	if ip != nil {
		for _, root := range vm.protos {
			if p := root.holding(ip); p != nil {
				return p, p.line(ip)
			}
		}
	}
	return nil, 0
}

// holding is the prototype that has the instruction at ip: p, or one nested in
// it.
func (p *FuncProto) holding(ip unsafe.Pointer) *FuncProto {
	if off := uintptr(ip) - uintptr(p.start); uintptr(ip) > uintptr(p.start) && off <= uintptr(len(p.code.Instr))*instrSize {
		return p
	}
	for _, c := range p.funcs {
		if c != nil {
			if found := c.holding(ip); found != nil {
				return found
			}
		}
	}
	return nil
}

// stepDone is the error of a step of a task that is done already.
func (t *Thread) stepDone(task *Task, err error) error {
	s, rerr := t.Repr(obj(task))
	if rerr != nil {
		return rerr
	}
	what := "None"
	if e, ok := err.(*Exception); ok {
		if what, rerr = t.Repr(e.Value()); rerr != nil {
			return rerr
		}
	}
	return task.loop.callHandler(t, "Exception in callback TaskStepMethWrapper()",
		t.NewError(&InvalidStateErrorType, "__step(): already done: "+s+" "+what), "task", obj(task), task.ctx)
}

// enterBusy is the error of a step of a task while another one runs, which a
// program gets that runs a loop by hand inside a task.
func (t *Thread) enterBusy(task *Task) error {
	a, err := t.Repr(obj(task))
	if err != nil {
		return err
	}
	b, err := t.Repr(obj(task.loop.current))
	if err != nil {
		return err
	}
	e := t.NewError(&RuntimeErrorType, "Cannot enter into task "+a+" while another task "+b+" is being executed.")
	return task.loop.callHandler(t, "Exception in callback TaskStepMethWrapper()", e, "task", obj(task), task.ctx)
}

// sleepFuture is the future of a sleep whose coroutine no task drives: a timer
// resolves it with result after seconds.
func (t *Thread) sleepFuture(seconds float64, result Value) Value {
	el, err := t.EventLoop()
	if err != nil {
		el = t.NewLoop()
	}
	f := t.NewFuture(el)
	f.more().alarm = el.q.At(el.q.Now()+seconds, &resolveLater{f, result})
	f.flags |= flagBlocking
	return f.Value()
}

// endSleep drops the timer of a future that a sleep has waited for, which may go on
// before the timer fires: by an exception that is thrown into it.
func (f *Future) endSleep() {
	if f.ext != nil && f.ext.alarm != 0 {
		f.loop.q.Cancel(f.ext.alarm)
	}
}

// resolveLater is the callback that resolves a future unless it is done.
type resolveLater struct {
	f *Future
	v Value
}

func (r *resolveLater) Run(t *Thread) error {
	if !r.f.Done() {
		r.f.SetResult(r.v)
	}
	return nil
}

// keyboardInterrupt is what Ctrl-C does: the first time it cancels the task of
// the asyncio.run under way, else it raises KeyboardInterrupt.
func (t *Thread) keyboardInterrupt() error {
	vm := t.VM
	if t.strand != nil {
		return nil // the main stack sees to it
	}
	vm.interrupts++
	if vm.runner == (Value{}) || vm.interrupts > 1 {
		return &Exception{Hdr: Hdr{&KeyboardInterruptType}}
	}
	if task := AsTask(vm.runner); task == nil {
		done, err := t.callMethodNamed(vm.runner, "done")
		if err != nil {
			return err
		}
		if yes, err := t.Truth(done); err != nil || !yes {
			if err == nil {
				_, err = t.callMethodNamed(vm.runner, "cancel")
			}
			return err
		}
	} else if !task.Done() {
		_, err := task.cancel(t, Missing)
		return err
	}
	return &Exception{Hdr: Hdr{&KeyboardInterruptType}}
}

// horizonReached ends a run that was to last until a time of its clock, as Ctrl-C
// would.
func (vm *VM) horizonReached() {
	vm.untilReached = true
	vm.setHorizon(forever)
	vm.Interrupt()
}

func (vm *VM) setHorizon(when float64) {
	vm.horizon = when
	for _, el := range vm.loops {
		el.q.Horizon = when
	}
}

// runAsync runs g as the main task of a fresh loop, as asyncio.run does.
func (t *Thread) runAsync(g *Gen) error {
	_, err := t.RunCoroutine(obj(g))
	return err
}

// atEnd calls what is to be called last, reports what is left over and gives the final exit status.
func (vm *VM) atEnd(status int) int {
	defer close(vm.over)
	if err := vm.joinThreads(); err != nil {
		return vm.exitStatus(err)
	}
	if vm.ExitFunc != (Value{}) {
		if _, err := vm.Main.Call(vm.ExitFunc); err != nil {
			return vm.exitStatus(err)
		}
	}
	told, err := vm.ReportLeftovers()
	if err != nil {
		return vm.exitStatus(err)
	}
	if told && vm.Strict && status == 0 {
		return 1
	}
	return status
}

// Callable is callable(v).
func (t *Thread) Callable(v Value) bool {
	switch typ := v.Type(); typ {
	case &FunctionType, &MethodType, &BuiltinType, &MethodDescriptorType, &TypeType:
		return true
	default:
		return typ.Call != nil
	}
}
