package runtime

import "unsafe"

// The short way between a generator and who iterates over it. It does what
// enterGen and suspend do, put together for a generator that awaits nobody and
// handles no exception.

// resumeYield begins the activation of g, which is suspended at a yield; the
// value of that is in. It returns false, having done nothing, if it takes more.
func (t *Thread) resumeYield(g *Gen, in Value, kind activation, dst uint8) bool {
	if g.state != genSuspended || g.mode != resumeSend || g.leaf != g || g.parent != nil || t.fp >= t.fpLimit || !g.plain() {
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

// yieldInLoop suspends the generator on top, which a for loop resumed, with v.
// It returns false, having done nothing, if it takes more.
func (t *Thread) yieldInLoop(v Value) bool {
	fr := (*frame)(unsafe.Add(t.framep, uintptr(t.fp-1)*frameSize))
	g := fr.gen
	in := t.last()
	if fr.kind != actFor || g != fr.root || in.C() != 0 || g.ext != nil {
		return false
	}
	g.ip, g.dst, g.mode = t.ip, in.A(), resumeSend
	g.keep(t.regs, int(in.D()))
	g.state = genSuspended
	g.inExc = false
	g.leaf = g
	t.exc = fr.exc
	t.fp--
	t.ip, t.regs, t.consts, t.fn = fr.ip, fr.regs, fr.consts, fr.fn
	t.context()
	t.regs[fr.dst] = v
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
