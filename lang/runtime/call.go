package runtime

import (
	"unsafe"

	"github.com/coro-lang/coro/lang/compiler"
)

// Calls: how a callable's activation begins. A call of a program's function from
// the program pushes a frame and goes on in the same hot loop; only calls from
// Go nest one.

// frame pushing ---------------------------------------------------------

// push saves the activation that runs in a new frame and returns it. The caller
// then sets up the new activation. RecursionError if there are too many.
func (t *Thread) push(kind activation, dst uint8) (*frame, error) {
	if t.fp >= t.VM.recursionLimit {
		return nil, t.Errorf(&RecursionErrorType, "maximum recursion depth exceeded")
	}
	if t.fp >= len(t.frames) {
		t.growFrames()
	}
	fr := &t.frames[t.fp]
	t.fp++
	fr.ip, fr.regs, fr.consts, fr.fn = t.ip, t.regs, t.consts, t.fn
	fr.gen, fr.root, fr.exc, fr.kind, fr.dst, fr.thrown = nil, nil, t.exc, kind, dst, false
	return fr, nil
}

// pop makes the caller's activation the one that runs and returns its frame,
// valid until the next push.
func (t *Thread) pop() *frame {
	t.fp--
	fr := &t.frames[t.fp]
	t.ip, t.regs, t.consts, t.fn = fr.ip, fr.regs, fr.consts, fr.fn
	t.context()
	return fr
}

// context sets what follows from t.fn.
func (t *Thread) context() {
	if t.fn != nil {
		t.module = t.fn.proto.module
		t.sites = t.fn.proto.sitep
	}
}

// begin makes fn's code the one that runs, with the registers at base.
func (t *Thread) begin(fn *Func, base *Value) {
	p := fn.proto
	t.fn = fn
	t.ip, t.consts, t.sites, t.module = p.start, p.constp, p.sitep, p.module
	t.regs = (*window)(unsafe.Pointer(base))
}

// frame is that of the activation on top.
func (t *Thread) frame() *frame {
	return (*frame)(unsafe.Add(t.framep, uintptr(t.fp-1)*frameSize))
}

// top is the first value above the registers of the activation that runs.
func (t *Thread) top() *Value {
	if t.fn == nil {
		return (*Value)(unsafe.Pointer(t.regs))
	}
	return (*Value)(unsafe.Add(unsafe.Pointer(t.regs), t.fn.proto.frame))
}

// reg is the address of register i, also beyond the window.
func (t *Thread) reg(i int) *Value {
	return (*Value)(unsafe.Add(unsafe.Pointer(t.regs), uintptr(i)*cellSize))
}

// regSlice is n registers from i on.
func (t *Thread) regSlice(i, n int) []Value {
	return (*[2 * len(window{})]Value)(unsafe.Pointer(t.reg(i)))[:n:n]
}

// calls from the program ------------------------------------------------

// callMethodAt calls the method in R[dst] with the n arguments behind it, self first.
func (t *Thread) callMethodAt(dst uint8, n int) bool {
	callee := (*Value)(unsafe.Add(unsafe.Pointer(t.regs), uintptr(dst)*cellSize))
	if callee.p != nil && (*Hdr)(callee.p).typ == &MethodDescriptorType {
		p, self := &(*Builtin)(callee.p).plain, (*Value)(unsafe.Add(unsafe.Pointer(callee), cellSize))
		if p.exact == int32(n) && isExactly(self, p.self) {
			args := (*window)(unsafe.Pointer(self))[:n:n]
			if p.fn != nil {
				v, err := p.fn(t, args)
				if err != nil {
					return t.raise(err)
				}
				t.regs[dst] = v
				return false
			}
			if p.start != nil && t.awaited(dst) { // awaitBody
				t.ip = unsafe.Add(t.ip, instrSize)
				v, body, err := p.start(t, args)
				if body == nil && err == nil {
					t.regs[dst] = v
					return false
				}
				return t.started(v, body, err, dst)
			}
		}
	}
	return t.callByPosition(int(dst)+1, n, dst)
}

// callByPosition is call without keywords; the callee is in the register before
// the first argument.
func (t *Thread) callByPosition(first, n int, dst uint8) bool {
	callee := t.reg(first - 1)
	if callee.p != nil {
		switch (*Hdr)(callee.p).typ {
		case &BuiltinType, &MethodDescriptorType:
			b := (*Builtin)(callee.p)
			p := &b.plain
			if p.exact == int32(n) && (p.self == nil || isExactly(t.reg(first), p.self)) {
				// What callPlain comes to with an argument for each parameter.
				if p.fn != nil {
					v, err := p.fn(t, t.regSlice(first, n))
					if err != nil {
						return t.raise(err)
					}
					t.regs[dst] = v
					return false
				}
				if p.awaits && t.awaited(dst) {
					args := t.regSlice(first, n)
					if p.quick != nil {
						v, ok, err := p.quick(t, args)
						if ok && err == nil {
							t.ip = unsafe.Add(t.ip, instrSize)
							t.regs[dst] = v
							return false
						}
						if err != nil {
							t.ip = unsafe.Add(t.ip, instrSize)
							return t.raise(err)
						}
					}
					if stop, done := t.awaitBody(b, args, dst); done {
						return stop
					}
					return t.call(*t.reg(first - 1), first, n, nil, dst)
				}
			} else if p.sleeps && n == 1 {
				d := t.reg(first)
				if d.p == nil && d.n <= 0 {
					if stop, done := t.giveTurn(dst); done {
						return stop
					}
				}
				if stop, done := t.awaitSleep(*d, None, dst); done {
					return stop
				}
			}
			if stop, done := t.callPlain(b, first, n, dst); done {
				return stop
			}
		case &FunctionType:
			fn := (*Func)(callee.p)
			if fn.proto.takes == n && !t.awaited(dst) {
				t.callGen(fn, t.regSlice(first, n), dst)
				return false
			}
			return t.callFunc(fn, first, n, nil, actCall, dst)
		case &TypeType:
			if done, stop := t.callClass((*Type)(callee.p), first, n, nil, dst); done {
				return stop
			}
		}
	}
	return t.call(*t.reg(first - 1), first, n, nil, dst)
}

// isSleep says whether v is asyncio.sleep.
func isSleep(v Value) bool {
	return v.p != nil && (*Hdr)(v.p).typ == &BuiltinType && (*Builtin)(v.p).plain.sleeps
}

// isExactly says whether v is an instance of typ and of no subclass.
func isExactly(v *Value, typ *Type) bool {
	if v.p == nil {
		return typ == &IntType
	}
	return (*Hdr)(v.p).typ == typ
}

// call does the CALL family for every callee but the plain functions that the
// hot loop takes itself: callee with the n arguments from register first on, the
// last len(kwnames) of them keywords; the result is due in R[dst]. It returns
// hot's verdict.
func (t *Thread) call(callee Value, first, n int, kwnames []*Str, dst uint8) bool {
	for {
		switch callee.Type() {
		case &FunctionType:
			return t.callFunc((*Func)(callee.p), first, n, kwnames, actCall, dst)
		case &MethodType, &builtinMethodType:
			m := (*BoundMethod)(callee.p)
			if err := m.checkCount(t, n-len(kwnames), len(kwnames)); err != nil {
				return t.raise(err)
			}
			// Put self in front; the callee's register is there to be overwritten.
			if first > 0 && t.isCalleeReg(first, dst) {
				first--
				*t.reg(first) = m.self
			} else {
				args := append([]Value{m.self}, t.regSlice(first, n)...)
				if first+n >= len(window{}) {
					// Methods bound to methods have run out of registers.
					v, err := t.CallKw(m.fn, args, kwnames)
					return t.finish(dst, v, err)
				}
				copy(t.regSlice(first, n+1), args)
			}
			n++
			callee = m.fn
			continue
		case &BuiltinType, &MethodDescriptorType:
			return t.callBuiltin((*Builtin)(callee.p), first, n, kwnames, dst)
		case &TypeType:
			if done, stop := t.callClass((*Type)(callee.p), first, n, kwnames, dst); done {
				return stop
			}
		}
		typ := callee.Type()
		if typ.Call == nil {
			return t.raise(t.notCallable(callee))
		}
		v, err := typ.Call(t, callee, t.regSlice(first, n), kwnames)
		return t.finish(dst, v, err)
	}
}

// isCalleeReg says whether the register before the first argument held the
// callee, which is free once the callee is known.
func (t *Thread) isCalleeReg(first int, dst uint8) bool { return first-1 >= int(dst) }

// finish gives the outcome of an instruction: v to R[dst], or err raised.
func (t *Thread) finish(dst uint8, v Value, err error) bool {
	if err != nil {
		return t.raise(err)
	}
	t.regs[dst] = v
	return false
}

// awaited says whether the instruction at ip awaits R[dst]: then a call's
// coroutine is never seen by the program and need not exist.
func (t *Thread) awaited(dst uint8) bool {
	next := *(*compiler.Instr)(t.ip)
	return next.Op() == compiler.OpAwait && next.A() == dst
}

// callFunc begins a call of a program's function.
func (t *Thread) callFunc(fn *Func, first, n int, kwnames []*Str, kind activation, dst uint8) bool {
	p := fn.proto
	base := t.room(t.reg(first))
	if p.fast != n && p.takes != n || len(kwnames) > 0 {
		if err := t.bindInPlace(fn, base, n, kwnames); err != nil {
			return t.raise(err)
		}
	}
	flags := p.code.Flags
	if flags&compiler.FlagAsyncGen == 0 {
		if _, err := t.push(kind, dst); err != nil {
			return t.raise(err)
		}
		t.begin(fn, base)
		return false
	}
	if flags&compiler.FlagAsyncGen == compiler.FlagCoroutine && kind == actCall && t.awaited(dst) {
		t.ip = unsafe.Add(t.ip, instrSize)
		if _, err := t.push(actAwait, dst); err != nil {
			t.ip = unsafe.Add(t.ip, -int(instrSize))
			return t.raise(err)
		}
		t.begin(fn, base)
		return false
	}
	args := unsafe.Slice(base, p.code.ArgRegs())
	if kind == actInit {
		return t.raise(t.TypeErrorf("__init__() should return None, not '%s'", t.newGen(fn, args).typ.Name))
	}
	t.callGen(fn, args, dst)
	return false
}

// callGen does a call of fn, which is no plain function, with bound arguments: it
// makes a generator or coroutine, or at once the task that this is for.
func (t *Thread) callGen(fn *Func, args []Value, dst uint8) {
	if fn.proto.code.Flags&compiler.FlagAsyncGen != compiler.FlagCoroutine || !t.spawn(fn, args, dst) {
		t.regs[dst] = obj(t.newGen(fn, args))
	}
}

// bindInPlace binds n arguments that begin at base to fn's parameters, which
// begin there too.
func (t *Thread) bindInPlace(fn *Func, base *Value, n int, kwnames []*Str) error {
	code := fn.proto.code
	const odd = compiler.FlagVarArgs | compiler.FlagVarKw
	if len(kwnames) == 0 && code.Flags&odd == 0 && code.KwOnly == 0 && n <= code.Pos && code.Pos <= compiler.MaxArgRegs {
		if n == code.Pos {
			return nil
		}
		if missing := code.Pos - n; missing <= len(fn.defaults) {
			dst := unsafe.Slice(base, code.Pos)
			copy(dst[n:], fn.defaults[len(fn.defaults)-missing:])
			return nil
		}
	}
	args := append(t.scratch[:0], unsafe.Slice(base, n)...)
	t.scratch = args[:0]
	err := t.bindArgs(fn, unsafe.Slice(base, code.ArgRegs()), args, kwnames)
	clear(args)
	return err
}

// callBuiltin calls a builtin function.
func (t *Thread) callBuiltin(b *Builtin, first, n int, kwnames []*Str, dst uint8) bool {
	if len(kwnames) == 0 {
		if stop, done := t.callPlain(b, first, n, dst); done {
			return stop
		}
	} else if b.plain.awaits && t.awaited(dst) {
		if stop, done := t.quickAwait(b, first, n, kwnames, dst); done {
			return stop
		}
	}
	v, err := b.call(t, t.regSlice(first, n), kwnames)
	return t.finish(dst, v, err)
}

// calls from Go ---------------------------------------------------------

// Call calls f with positional arguments. Those of a function of the program are
// copied to its registers; only other callees get a slice that may outlive the call.
func (t *Thread) Call(f Value, args ...Value) (Value, error) {
	if fn := exact[Func](f, &FunctionType); fn != nil {
		return t.callFuncGo(fn, args, nil)
	}
	return t.CallKw(f, append([]Value(nil), args...), nil)
}

// CallKw calls f; kwnames name the last arguments.
func (t *Thread) CallKw(f Value, args []Value, kwnames []*Str) (Value, error) {
	for {
		switch f.Type() {
		case &FunctionType:
			return t.callFuncGo((*Func)(f.p), args, kwnames)
		case &MethodType, &builtinMethodType:
			m := (*BoundMethod)(f.p)
			if err := m.checkCount(t, len(args)-len(kwnames), len(kwnames)); err != nil {
				return Value{}, err
			}
			args = append([]Value{m.self}, args...)
			f = m.fn
			continue
		case &BuiltinType, &MethodDescriptorType:
			if err := t.enter(""); err != nil {
				return Value{}, err
			}
			v, err := (*Builtin)(f.p).call(t, args, kwnames)
			t.leave()
			return v, err
		}
		typ := f.Type()
		if typ.Call == nil {
			return Value{}, t.notCallable(f)
		}
		if err := t.enter(""); err != nil {
			return Value{}, err
		}
		v, err := typ.Call(t, f, args, kwnames)
		t.leave()
		return v, err
	}
}

// callMethod calls fn with self before args, without an object for the bound
// method.
func (t *Thread) callMethod(fn, self Value, args ...Value) (Value, error) {
	if f := exact[Func](fn, &FunctionType); f != nil {
		var few [4]Value
		all := append(append(few[:0], self), args...)
		return t.callFuncGo(f, all, nil)
	}
	return t.CallKw(fn, append([]Value{self}, args...), nil)
}

func (t *Thread) callFuncGo(fn *Func, args []Value, kwnames []*Str) (Value, error) {
	p := fn.proto
	base := t.room(t.top())
	dst := unsafe.Slice(base, p.code.ArgRegs())
	if p.fast == len(args) && len(kwnames) == 0 {
		copy(dst, args)
	} else if err := t.bindArgs(fn, dst, args, kwnames); err != nil {
		return Value{}, err
	}
	if p.code.Flags&compiler.FlagAsyncGen != 0 {
		return obj(t.newGen(fn, dst)), nil
	}
	if _, err := t.push(actGo, 0); err != nil {
		return Value{}, err
	}
	t.begin(fn, base)
	return t.run()
}

// run runs the activation just begun, which hot ends, and returns its outcome.
func (t *Thread) run() (Value, error) {
	if err := t.enter(""); err != nil {
		t.pop()
		return Value{}, err
	}
	t.hot()
	t.leave()
	v, err := t.ret, t.err
	t.ret, t.err = Value{}, nil
	return v, err
}

// notCallable is the error of a call of v. A module with a callable of its own name was
// probably meant for that.
func (t *Thread) notCallable(v Value) error {
	if m := exact[Module](v, &ModuleType); m != nil {
		if f, ok := m.Get(m.Name); ok && Callable(f) {
			return t.TypeErrorf("'module' object is not callable. Did you mean: '%s.%s(...)'?", m.Name, m.Name)
		}
	}
	return t.TypeErrorf("'%s' object is not callable", v.Type().Name)
}
