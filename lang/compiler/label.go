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

// place puts l here. The code goes on with what holds on every way here.
func (c *fn) place(l *label) {
	l.pc = c.pc()
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
	l.pc = c.pc()
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
	return &region{start: c.pc(), target: newLabel(), reg: reg, entry: c.flow.without(c.deletable)}
}

// suspend ends the open range of a region.
func (c *fn) suspend(r *region) {
	if r.start >= 0 && r.start < c.pc() {
		r.ranges = append(r.ranges, [2]int32{r.start, c.pc()})
	}
	r.start = -1
}

func (c *fn) resume(r *region) { r.start = c.pc() }

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
	r.target.pc = c.pc()
	c.flow = r.entry
	c.flow.dead = len(r.ranges) == 0
}
