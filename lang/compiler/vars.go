package compiler

import "github.com/coro-lang/coro/lang/parser"

// This file deals out registers and generates the code that reads and writes variables.

// maxRegs is how many registers an instruction can name.
const maxRegs = 256

// layOut gives the variables of a function their registers: parameters first, then the
// others in the order in which they are bound. The iterator of a for statement stands in
// front of its variable, where FORITER wants it. Beyond a limit, variables get a place in
// a list instead, as cells.
func (c *fn) layOut(limit int) {
	s := c.scope
	if s.kind == classScope {
		c.vars = 1
	}
	loops := len(s.order) <= limit/2
	params := 0
	for i, v := range s.order {
		v.slot = -1
		if !s.isFunc() || s.declared[v.name] != undeclared {
			continue
		}
		if v.param {
			params++
		}
		if v.param && params > MaxArgRegs || !v.param && c.vars >= limit {
			if v.param && len(c.slots) == 0 {
				c.slotReg = c.local("")
			}
			v.slot = len(c.slots)
			v.captured = true
			c.slots = append(c.slots, v)
			continue
		}
		v.busy = false
		v.loop = v.loop && !v.param && !v.captured && loops
		switch {
		case s.kind == genexpScope && v.loop && v.first:
			// It follows the parameter, which is the iterator.
		case s.kind == genexpScope && i == 1, v.loop:
			c.local("")
		}
		v.reg = c.local(v.name)
		if v.param {
			c.flow.bind(v.reg)
		}
		if v.deleted {
			c.deletable[v.reg>>6] |= 1 << (v.reg & 63)
		}
	}
	if v := s.classCell; v != nil {
		v.reg = c.local(v.name)
	}
	if s.kind == genexpScope && len(s.order) == 1 {
		c.local("")
	}
	if len(c.slots) > 0 && params <= MaxArgRegs {
		c.slotReg = c.local("")
	}
	c.top = c.vars
	c.pin()
	c.code.Regs = c.top
}

// local adds a register to the variables.
func (c *fn) local(name string) int {
	if c.frame.kind == classScope && c.vars == 1 {
		c.code.Locals = append(c.code.Locals, "")
	}
	c.code.Locals = append(c.code.Locals, name)
	c.vars++
	return c.vars - 1
}

// prologue makes the cells of captured variables, and unbinds those that the code found
// it must check. Parameters are bound.
func (c *fn) prologue() {
	lo, hi := maxRegs, -1
	for r := c.code.ArgRegs(); r < c.vars; r++ {
		if c.maybe[r>>6]&(1<<(r&63)) != 0 {
			lo, hi = min(lo, r), r
		}
	}
	if hi >= 0 {
		c.emit(OpUnbind, lo, hi-lo+1, 0, 0)
	}
	if v := c.scope.classCell; v != nil {
		c.emit(OpMakeCell, v.reg, 1, 0, 0)
	}
	for _, v := range c.scope.order {
		if v.captured && v.slot < 0 && c.scope.isFunc() && c.scope.declared[v.name] == undeclared {
			unbound := 1
			if v.param {
				unbound = 0
			}
			c.emit(OpMakeCell, v.reg, unbound, 0, 0)
		}
	}
	if len(c.slots) > 0 {
		t := c.alloc()
		if !c.slots[0].param {
			c.emit(OpBuildList, c.slotReg, t, 0, 0)
		}
		for _, v := range c.slots {
			if v.param {
				continue
			}
			c.emit(OpMakeCell, t, 1, 0, 0)
			c.emit(OpListAppend, c.slotReg, t, 0, 0)
		}
		c.free(t)
	}
}

// alloc takes the next free register.
func (c *fn) alloc() int { return c.allocN(1) }

// allocN takes n registers in a row.
func (c *fn) allocN(n int) int {
	r := c.top
	c.top += n
	if c.top > maxRegs {
		c.tooLarge("this works on too many values at once")
	}
	c.code.Regs = max(c.code.Regs, c.top)
	return r
}

// free gives back r and everything above it.
func (c *fn) free(r int) { c.top = r }

// isTemp tells whether r is a register that nothing but the current expression knows, so
// that it may hold half-done work.
func (c *fn) isTemp(r int) bool { return r >= c.vars && !c.compVar(r) }

// compVar tells whether r holds a variable of a comprehension around here.
func (c *fn) compVar(r int) bool {
	for s := c.scope; s != c.frame; s = s.parent {
		for _, v := range s.order {
			if v.reg == r {
				return true
			}
		}
	}
	return false
}

// pin says that the registers taken so far are needed in place from now on: an exception
// handler or a nested function refers to them.
func (c *fn) pin() { c.pinned = c.top }

func (c *fn) move(dst, src int) {
	if dst != src {
		c.emit(OpMove, dst, src, 0, 0)
	}
}

// check makes sure that the local variable v is bound.
func (c *fn) check(v *variable) {
	if c.flow.dead || c.flow.isBound(v.reg) {
		return
	}
	c.emit(OpCheckBound, v.reg, 0, 0, c.name(v.name))
	c.flow.bind(v.reg)
	c.maybe[v.reg>>6] |= 1 << (v.reg & 63)
}

// inPlace finds the register of an expression that is a local variable whose value cannot
// change before it is used.
func (c *fn) inPlace(e parser.Expr) (int, bool) {
	n, ok := e.(*parser.Name)
	if !ok {
		return 0, false
	}
	r := c.scope.resolve(c.mangle(n.ID))
	if r.kind != localRef || r.v.rebound {
		return 0, false
	}
	line := c.at(n)
	c.check(r.v)
	c.line = line
	return r.v.reg, true
}

// cell brings the cell of a captured variable into a register.
func (c *fn) cell(v *variable) int {
	if v.slot < 0 {
		return v.reg
	}
	t := c.alloc()
	c.emit(OpGetItemInt, t, c.slotReg, 0, int32(v.slot))
	return t
}

func (c *fn) loadName(id string, dst int) {
	name := c.mangle(id)
	switch r := c.scope.resolve(name); r.kind {
	case globalRef:
		c.emit(OpLoadGlobal, dst, 0, 0, c.u.global(name))
	case localRef:
		c.check(r.v)
		c.move(dst, r.v.reg)
	case cellRef:
		top := c.top
		c.emit(OpLoadCell, dst, c.cell(r.v), 0, c.name(name))
		c.free(top)
	case freeRef:
		c.emit(OpLoadFree, dst, 0, 0, r.free)
	case nameRef:
		c.emit(OpLoadName, dst, 0, 0, c.name(name))
	case nameFreeRef:
		c.emit(OpLoadNameFree, dst, 0, 0, r.free)
	}
}

func (c *fn) storeName(id string, src int) {
	name := c.mangle(id)
	switch r := c.scope.resolve(name); r.kind {
	case globalRef:
		c.emit(OpStoreGlobal, src, 0, 0, c.u.global(name))
	case localRef:
		c.move(r.v.reg, src)
		c.flow.bind(r.v.reg)
	case cellRef:
		top := c.top
		c.emit(OpStoreCell, src, c.cell(r.v), 0, 0)
		c.free(top)
	case freeRef:
		c.emit(OpStoreFree, src, 0, 0, r.free)
	case nameRef:
		c.emit(OpStoreName, src, 0, 0, c.name(name))
	case nameFreeRef:
		panic("compiler: a class binds no variable of a function")
	}
}

func (c *fn) deleteName(id string) {
	name := c.mangle(id)
	switch r := c.scope.resolve(name); r.kind {
	case globalRef:
		c.emit(OpDelGlobal, 0, 0, 0, c.u.global(name))
	case localRef:
		c.check(r.v)
		c.emit(OpUnbind, r.v.reg, 1, 0, 0)
		c.flow.unbind(r.v.reg)
	case cellRef:
		top := c.top
		c.emit(OpDelCell, 0, c.cell(r.v), 0, c.name(name))
		c.free(top)
	case freeRef:
		c.emit(OpDelFree, 0, 0, 0, r.free)
	case nameRef:
		c.emit(OpDelName, 0, 0, 0, c.name(name))
	case nameFreeRef:
		panic("compiler: a class binds no variable of a function")
	}
}

// target finds the register of a local variable that an expression may be computed into.
func (c *fn) target(e parser.Expr) (*variable, bool) {
	if n, ok := e.(*parser.Name); ok {
		if r := c.scope.resolve(c.mangle(n.ID)); r.kind == localRef {
			return r.v, true
		}
	}
	return nil, false
}

// freeVar says where MAKEFUNC, in c, finds the cell of v.
func (c *fn) freeVar(v *variable) FreeVar {
	if v.owner.frame != c.frame {
		return FreeVar{Name: v.name, From: FromFree, Index: c.frame.freeIndex[v]}
	}
	if v.slot >= 0 {
		return FreeVar{Name: v.name, From: FromList, Index: int32(v.slot), List: int32(c.slotReg)}
	}
	return FreeVar{Name: v.name, Index: int32(v.reg)}
}
