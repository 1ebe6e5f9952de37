package runtime

import (
	"unsafe"

	"github.com/coro-lang/coro/lang/compiler"
)

// Short ways to await: what suspending and resuming come to in the cases that
// programs are made of, put together so that a sleep or a wait allocates nothing and
// looks at little. Each does nothing in any other case, which goes the general way.

// quickAwait tries to do `await builtin(...)` without making a coroutine. done
// is false if it cannot.
func (t *Thread) quickAwait(b *Builtin, first, n int, kwnames []*Str, dst uint8) (stop, done bool) {
	args, simple := b.plain.bindPlain(t.reg(first), t.top(), n)
	if !simple || len(kwnames) > 0 {
		var err error
		if args, err = b.bind(t, t.regSlice(first, n), kwnames); err != nil {
			return t.raise(err), true
		}
	}
	if b.row.Sleep {
		d, v, ok := sleepArgs(args)
		if !ok {
			return false, false
		}
		t.ip = unsafe.Add(t.ip, instrSize)
		y := None
		if d > 0 {
			y = sleepValue(d)
		}
		return t.suspendOn(y, resumeKeep, v), true
	}
	if b.row.Quick != nil {
		v, ok, err := b.row.Quick(t, args)
		if err != nil {
			t.ip = unsafe.Add(t.ip, instrSize)
			return t.raise(err), true
		}
		if ok {
			t.ip = unsafe.Add(t.ip, instrSize)
			t.regs[dst] = v
			return false, true
		}
	}
	if !b.row.Leaf {
		return false, false
	}
	body, err := b.row.Coro(t, args)
	t.ip = unsafe.Add(t.ip, instrSize)
	if err != nil {
		return t.raise(err), true
	}
	return t.stepInline(body, None, nil, dst, false), true
}

// stepInline goes on with the body of a coroutine that awaits futures only and
// that no program sees, on behalf of the activation on top, which awaits it: that
// is suspended on the body's future itself.
func (t *Thread) stepInline(body NativeCoro, in Value, err error, dst uint8, thrown bool) bool {
	for {
		v, want, serr := body.Step(t, in, err)
		if serr != nil {
			t.chainNew(serr, err)
			if thrown {
				return t.raiseThrown(serr)
			}
			if serr == err {
				return t.raise(serr)
			}
			return t.unwind(serr, true)
		}
		if want == Done {
			t.regs[dst] = v
			return false
		}
		f := futureOf(v)
		if !f.ready() {
			fr := (*frame)(unsafe.Add(t.framep, uintptr(t.fp-1)*frameSize))
			if fr.gen == nil {
				fr.gen = t.freshCoroutine()
			}
			fr.gen.more().native = body
			if t.suspendShort(fr, t.last(), t.ip, resumeInline, v) {
				return t.passOn(fr, f)
			}
			f.flags |= flagBlocking
			return t.suspendOn(v, resumeInline, v)
		}
		in, err = f.take(t)
	}
}

// freshCoroutine is the coroutine of the activation on top, which only now needs
// to exist.
func (t *Thread) freshCoroutine() *Gen {
	g := makeGen(max(len(t.fn.proto.code.Params), t.fn.proto.code.SaveRegs))
	g.typ, g.fn = &CoroutineType, t.fn
	return g
}

// sleepArgs is the delay and the result of asyncio.sleep(delay, result=None);
// ok is false for what only the coroutine itself can refuse.
func sleepArgs(args []Value) (seconds float64, result Value, ok bool) {
	switch d := args[0]; {
	case d.IsSmallInt():
		seconds = float64(d.n)
	case d.IsFloat():
		seconds = d.Float64()
	default:
		return 0, Value{}, false
	}
	return seconds, args[1].Or(None), seconds == seconds
}

// isSleep says whether v is asyncio.sleep.
func isSleep(v Value) bool {
	return v.p != nil && (*Hdr)(v.p).typ == &BuiltinType && (*Builtin)(v.p).row.Sleep
}

// last is the instruction before ip, the one that the activation on top is at.
func (t *Thread) last() compiler.Instr {
	return *(*compiler.Instr)(unsafe.Add(t.ip, -int(instrSize)))
}

// suspendShort suspends the activation on top, with the frame fr, at the
// instruction await, to go on at ip, if it is the very coroutine that the current
// task resumed, handling no exception, and the task may hand over to the next one.
// It returns false, having done nothing, otherwise. The activation stays on the
// stack.
func (t *Thread) suspendShort(fr *frame, await compiler.Instr, ip unsafe.Pointer, mode resumeMode, on Value) bool {
	g := fr.gen
	if t.fp != t.relay || g == nil || g != fr.root || t.exc != fr.exc {
		return false
	}
	el := t.running
	if el.current.flags&flagMustCancel != 0 || mode != resumeKeep && (futureOf(on).loop != el || on.p == unsafe.Pointer(el.current) || futureOf(on).typ.flags&flagHeap != 0) {
		return false
	}
	g.ip = ip
	g.dst = await.A()
	g.mode, g.on = mode, on
	g.inExc = false
	g.keep(t.regs, int(await.D()))
	g.state = genSuspended
	g.leaf = g
	return true
}

// sleepShort does `await sleep(delay)` where it stands in the very coroutine that
// the task resumed, which is suspend and all that it calls, put together for the
// one case. done is false, and nothing was done, in any other; stop is hot's
// verdict.
func (t *Thread) sleepShort(delay Value, dst uint8) (stop, done bool) {
	fr := (*frame)(unsafe.Add(t.framep, uintptr(t.fp-1)*frameSize))
	next := *(*compiler.Instr)(t.ip)
	if next.Op() != compiler.OpAwait || next.A() != dst {
		return false, false
	}
	y := None
	switch {
	case delay.p == nil:
		if delay.n > 0 {
			y = sleepValue(float64(delay.n))
		}
	case delay.IsFloat():
		if d := delay.Float64(); d > 0 {
			y = sleepValue(d)
		} else if d != d {
			return false, false
		}
	default:
		return false, false
	}
	if t.suspendShort(fr, next, unsafe.Add(t.ip, instrSize), resumeKeep, None) {
		return t.pass(fr, y), true
	}
	t.ip = unsafe.Add(t.ip, instrSize)
	return t.suspendOn(y, resumeKeep, None), true
}

// resumeShort begins the activation of a generator whose innermost coroutine
// sleeps: enterGen and all that it calls, put together for the one case. It
// returns false, having done nothing, in any other.
func (t *Thread) resumeShort(g *Gen) bool {
	leaf := g.leaf
	if leaf.mode != resumeKeep || t.fp >= t.fpLimit || !leaf.plain() {
		return false
	}
	base := t.top()
	if uintptr(unsafe.Pointer(base)) >= t.stackLimit {
		return false
	}
	fr := (*frame)(unsafe.Add(t.framep, uintptr(t.fp)*frameSize))
	t.fp++
	fr.ip, fr.regs, fr.consts, fr.fn = t.ip, t.regs, t.consts, t.fn
	fr.gen, fr.root, fr.exc, fr.kind, fr.thrown = leaf, g, t.exc, actResume, false
	g.state, leaf.state = genRunning, genRunning
	t.begin(leaf.fn, base)
	leaf.wake(t)
	t.regs[leaf.dst] = leaf.on
	return true
}

// plain says whether the suspended coroutine g has code and few registers, and
// neither it nor one that awaits it handles an exception.
func (g *Gen) plain() bool {
	if g.fn == nil || g.live > 8 {
		return false
	}
	for ; g != nil; g = g.parent {
		if g.handling() != nil {
			return false
		}
	}
	return true
}

// wake puts the few registers of g back on the stack.
func (g *Gen) wake(t *Thread) {
	t.ip = g.ip
	copyFew(unsafe.Pointer(t.regs), unsafe.Pointer(g.regs), int(g.live))
}

// copyFew copies n values, without the looking around that append and copy do
// before they begin. It makes no pointer past the last value, which could be one
// into memory that is free.
func copyFew(dst, src unsafe.Pointer, n int) {
	for i := uintptr(0); i < uintptr(n)*cellSize; i += cellSize {
		*(*Value)(unsafe.Add(dst, i)) = *(*Value)(unsafe.Add(src, i))
	}
}
