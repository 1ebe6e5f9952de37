package runtime

import "unsafe"

// The short way between a generator and who iterates over it. It does what
// enterGen and suspend do, put together for a generator that awaits nobody and
// handles no exception. The hot loop has the same for a loop over a generator of
// the same module.

// resumeYield begins the activation of g if that is suspended at a yield, whose
// value is in. It returns false, having done nothing, if it takes more.
func (t *Thread) resumeYield(g *Gen, in Value, kind activation, dst uint8) bool {
	if !g.yielded() || t.fp >= t.fpLimit {
		return false
	}
	base := t.top()
	if uintptr(unsafe.Pointer(base)) >= t.stackLimit {
		return false
	}
	fr := (*frame)(unsafe.Add(t.framep, uintptr(t.fp)*frameSize))
	t.fp++
	fr.ip, fr.regs, fr.consts, fr.fn = t.ip, t.regs, t.consts, t.fn
	fr.gen, fr.root, fr.exc, fr.kind, fr.dst, fr.thrown = g, g, t.exc, kind, dst, false
	g.state = genRunning
	t.begin(g.fn, base)
	g.wake(t)
	t.regs[g.dst] = in
	return true
}

// yieldQuick suspends the generator on top, which a for loop or Go resumed, with v.
// stop is hot's verdict; done is false, and nothing was done, if it takes more.
func (t *Thread) yieldQuick(v Value) (stop, done bool) {
	fr := (*frame)(unsafe.Add(t.framep, uintptr(t.fp-1)*frameSize))
	g := fr.gen
	in := t.last()
	if fr.kind < actFor || g != fr.root || g.typ != &GeneratorType || in.C() != 0 || g.ext != nil || t.fp == t.relay {
		return false, false
	}
	g.ip, g.dst, g.mode, g.inExc = t.ip, in.A(), resumeSend, false
	g.keep(t.regs, int(in.D()))
	g.state = genSuspended
	g.leaf = g
	t.exc = fr.exc
	t.fp--
	t.ip, t.regs, t.consts, t.fn = fr.ip, fr.regs, fr.consts, fr.fn
	t.context()
	if fr.kind == actFor {
		return t.nextItem(fr.dst, v), true
	}
	t.ret, t.suspended = v, true
	return true, true
}

// plain says whether the coroutine g, which does not run, has code, and neither it
// nor one that awaits it handles an exception.
func (g *Gen) plain() bool {
	if g.fn == nil || g.handling() != nil {
		return false
	}
	return g.parent == nil || g.parent.plainAbove()
}

// plainAbove is plain for those who await, apart so that plain itself is inlined.
func (g *Gen) plainAbove() bool {
	for ; g != nil; g = g.parent {
		if g.handling() != nil {
			return false
		}
	}
	return true
}

// wake puts the registers of g back on the stack.
func (g *Gen) wake(t *Thread) {
	t.ip = g.ip
	if g.live > 8 {
		copy(t.regs[:], g.kept())
		return
	}
	copyFew(unsafe.Pointer(t.regs), unsafe.Pointer(g.regs), int(g.live))
}
