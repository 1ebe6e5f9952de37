package runtime

import "unsafe"

// The short way into a generator for who iterates over it. It does what enterGen
// does, put together for a generator that awaits nobody and handles no exception. The
// hot loop has the same for a loop over a generator of the same module, and the way
// back.

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
	fr.gen, fr.root, fr.exc = g, g, t.exc
	fr.kind, fr.dst, fr.thrown = kind, dst, false
	g.state = genRunning
	t.goOn(g, base)
	t.regs[g.dst] = in
	return true
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

// goOn makes the code of the suspended g the one that runs, from where it is, with the
// registers at base.
func (t *Thread) goOn(g *Gen, base *Value) {
	p := g.fn.proto
	t.fn, t.ip, t.regs = g.fn, g.ip, (*window)(unsafe.Pointer(base))
	t.consts, t.sites, t.module = p.constp, p.sitep, p.module
	g.wake(t.regs)
}

// wake puts the registers of g back on the stack.
func (g *Gen) wake(regs *window) {
	if g.live > 8 {
		copy(regs[:], g.kept())
		return
	}
	copyFew(unsafe.Pointer(regs), unsafe.Pointer(g.regs), int(g.live))
}
