package compiler

// This file holds labels, jumps, and what is known about variables at a place in the code.

// flow is what is known where the code generator stands: which variables are surely bound,
// and whether the code can get there at all.
type flow struct {
	bound [4]uint64 // by register
	dead  bool
}

func (f *flow) isBound(reg int) bool { return f.bound[reg>>6]&(1<<(reg&63)) != 0 }
func (f *flow) bind(reg int)         { f.bound[reg>>6] |= 1 << (reg & 63) }
func (f *flow) unbind(reg int)       { f.bound[reg>>6] &^= 1 << (reg & 63) }

func (f *flow) without(mask [4]uint64) flow {
	g := *f
	for i := range g.bound {
		g.bound[i] &^= mask[i]
	}
	return g
}

// merge makes f what holds if the code comes from f or from g.
func (f *flow) merge(g flow) {
	switch {
	case g.dead:
	case f.dead:
		*f = g
	default:
		for i := range f.bound {
			f.bound[i] &= g.bound[i]
		}
	}
}

// A label is a place to jump to, known when it is placed.
type label struct {
	pc   int32
	refs []int32 // jumps that wait for the place
	flow flow    // what holds at all of them
}

func newLabel() *label { return &label{pc: -1, flow: flow{dead: true}} }

// here is the place of the next instruction, for something to keep.
func (c *fn) here() int32 {
	c.fixed = c.pc()
	return c.fixed
}

// jump emits a jump to l, before or after it.
func (c *fn) jump(op Op, a, b int, l *label) {
	if c.flow.dead {
		return
	}
	d := int32(0)
	if l.pc >= 0 {
		d = l.pc - c.pc() - 1
	} else {
		l.refs = append(l.refs, c.pc())
		l.flow.merge(c.flow)
	}
	c.emit(op, a, b, 0, d)
	if op == OpJump || op == OpJumpBack {
		c.flow.dead = true
	}
}

// place puts l here. The code goes on with what holds on every way here. A jump to the very
// next instruction is taken back, if nothing else has its place already.
func (c *fn) place(l *label) {
	if n := len(l.refs); n > 0 && c.flow.dead && c.fixed < c.pc() && l.refs[n-1] == c.pc()-1 &&
		c.code.Instr[c.pc()-1].Op() == OpJump {
		c.code.Instr = c.code.Instr[:c.pc()-1]
		c.code.Lines = c.code.Lines[:c.pc()]
		l.refs = l.refs[:n-1]
	}
	if l.pc = c.pc(); len(l.refs) > 0 {
		c.here()
	}
	for _, at := range l.refs {
		i := c.code.Instr[at]
		c.code.Instr[at] = Make(i.Op(), i.A(), i.B(), i.C(), l.pc-at-1)
	}
	l.refs = nil
	l.flow.merge(c.flow)
	c.flow = l.flow
}

// placeLoop puts the head of a loop here: what may be unbound in the loop may be unbound
// at its head.
func (c *fn) placeLoop(l *label) {
	l.pc = c.here()
	c.flow = c.flow.without(c.deletable)
}

// A region is code that an exception handler covers: ranges of instructions, for the code
// on the way out of a try statement is not covered by it.
type region struct {
	start  int32 // of the open range, or -1
	ranges [][2]int32
	target *label
	reg    int
	entry  flow // what holds in the handler whenever the exception comes
}

// row is a row of the exception table whose target may not be placed yet.
type row struct {
	from, to int32
	target   *label
	reg      int
}

// cover opens a region whose exceptions go to a new label, in register reg.
func (c *fn) cover(reg int) *region {
	return &region{start: c.here(), target: newLabel(), reg: reg, entry: c.flow.without(c.deletable)}
}

// suspend ends the open range of a region.
func (c *fn) suspend(r *region) {
	if r.start >= 0 && r.start < c.pc() {
		r.ranges = append(r.ranges, [2]int32{r.start, c.here()})
	}
	r.start = -1
}

func (c *fn) resume(r *region) { r.start = c.here() }

// uncover closes a region for good. Regions within it have been closed before, so their
// rows come first.
func (c *fn) uncover(r *region) {
	c.suspend(r)
	for _, x := range r.ranges {
		c.rows = append(c.rows, row{x[0], x[1], r.target, r.reg})
	}
}

// handler starts the handler of a closed region: the code that runs when an exception comes.
func (c *fn) handler(r *region) {
	if len(r.ranges) == 0 {
		c.flow.dead = true
		return
	}
	r.target.pc = c.here()
	if r.reg >= maxRegs {
		c.tooLarge("this works on too many values at once")
	}
	c.code.Regs = max(c.code.Regs, r.reg+1)
	c.flow = r.entry
}

// thread makes jumps to jumps go where they lead in the end. A loop must not lose the one
// jump in it at which it can be interrupted, so the jumps that are no place for that stay
// forward ones.
func (c *fn) thread() {
	const maxHops = 10
	code := c.code.Instr
	for pc, i := range code {
		op := i.Op()
		if Ops[op].D != Jump {
			continue
		}
		to := pc + 1 + int(i.D())
		for range maxHops {
			next := code[to]
			if next.Op() != OpJump && next.Op() != OpJumpBack {
				break
			}
			t := to + 1 + int(next.D())
			if t <= pc && op == OpEndAsyncFor {
				break
			}
			to = t
		}
		d := int32(to - pc - 1)
		switch {
		case op == OpJump && d < 0:
			op = OpJumpBack
		case op == OpJumpBack && d >= 0:
			op = OpJump
		}
		code[pc] = Make(op, i.A(), i.B(), i.C(), d)
	}
}
