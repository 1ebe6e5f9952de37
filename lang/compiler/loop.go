package compiler

import "github.com/coro-lang/coro/lang/parser"

// This file generates loops, of statements and of comprehensions.

func (c *fn) while(s *parser.While) {
	v, known := c.fold(s.Cond)
	isTrue, known2 := truth(v)
	known = known && known2
	if known && !isTrue {
		c.elseBlock(s.Else)
		return
	}
	// The condition stands at the end, so that a turn of the loop takes one jump; unless it
	// assigns variables, which the body is to find assigned.
	b := &block{kind: loopBlock, end: newLabel(), next: newLabel()}
	body, done := newLabel(), newLabel()
	atEnd := !known && !binds(s.Cond)
	if atEnd {
		before := c.flow
		c.jump(OpJump, 0, 0, b.next)
		c.flow = before
	} else {
		b.next = body
	}
	c.placeLoop(body)
	if !known && !atEnd {
		c.jumpIf(s.Cond, false, done)
	}
	c.push(b)
	c.block(s.Body)
	c.pop()
	if atEnd {
		c.place(b.next)
		c.jumpIf(s.Cond, true, body)
	} else {
		c.jump(OpJumpBack, 0, 0, body)
	}
	c.place(done)
	c.elseBlock(s.Else)
	c.place(b.end)
}

// binds tells whether a condition assigns variables.
func binds(e parser.Expr) bool {
	found := false
	parser.Inspect(e, func(n parser.Node) bool {
		if _, ok := n.(*parser.Walrus); ok {
			found = true
		}
		return !found
	})
	return found
}

func (c *fn) elseBlock(b *parser.Block) {
	if b != nil {
		c.block(b)
	}
}

// loopRegs picks the registers for FORITER: the iterator, then the item. That of a loop
// variable itself is the best; v is nil if the item must be moved.
func (c *fn) loopRegs(target parser.Expr) (it int, v *variable) {
	if v, ok := c.target(target); ok && v.loop && !v.busy {
		v.busy = true
		return v.reg - 1, v
	}
	return c.allocN(2), nil
}

func (c *fn) forStmt(s *parser.For) {
	b := &block{kind: loopBlock, end: newLabel(), next: newLabel()}
	c.iterate(s.Async, s.Target, s.Iter, b, func() {
		c.push(b)
		c.block(s.Body)
		c.pop()
	})
	c.elseBlock(s.Else)
	c.place(b.end)
}

// iterate generates a loop over an iterable; the label b.next is placed at its head. A call
// as the iterable may have made a generator that nobody else knows, which is to be closed
// when the loop is left early, as CPython's reference counts do.
func (c *fn) iterate(async bool, target, iter parser.Expr, b *block, body func()) {
	top, line := c.top, c.line
	b.owns = makes(iter)
	iterLine := of(iter)
	if async {
		it := c.alloc()
		x := c.operandAt(iter, it)
		c.line = iterLine
		c.emit(OpGetAiter, it, x, count(b.owns), 0)
		c.line = line
		c.loopOver(async, target, it, b, body)
		c.free(top)
		return
	}
	// The iterable may use the loop variable, so it is computed first.
	t := c.operand(iter)
	c.free(top)
	it, v := c.loopRegs(target)
	c.line = iterLine
	c.emit(OpGetIter, it, t, count(b.owns), 0)
	c.loopOver(async, target, it, b, body)
	c.line = line
	if v != nil {
		v.busy = false
	}
	c.free(top)
}

// makes tells whether an iterable may be made where it stands, so that only the loop knows
// it. The builtin iter hands out what somebody else has.
func makes(iter parser.Expr) bool {
	switch x := iter.(type) {
	case *parser.Call:
		f, ok := x.Fn.(*parser.Name)
		return !ok || f.ID != "iter"
	case *parser.Comp:
		return x.Kind == parser.GenExp
	}
	return false
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// loopOver generates a loop with its iterator in register it. Items come to the register
// after that; an async loop's, to a new one.
func (c *fn) loopOver(async bool, target parser.Expr, it int, b *block, body func()) {
	b.reg = it
	if async {
		c.asyncLoop(target, it, b, body)
		return
	}
	// FORITER stands at the end, so that a turn of the loop takes one jump.
	line, top := c.line, newLabel()
	before := c.flow
	c.jump(OpJump, 0, 0, b.next)
	c.flow = before
	c.placeLoop(top)
	closing := c.coverBody(b)
	if v, ok := c.target(target); ok && v.reg == it+1 {
		c.flow.bind(v.reg)
	} else {
		c.assign(target, it+1)
	}
	body()
	c.line = line
	if closing != nil {
		c.suspend(closing)
	}
	c.place(b.next)
	c.jump(OpForIter, it, 0, top)
	if closing != nil {
		done := newLabel()
		c.jump(OpJump, 0, 0, done)
		c.closeLeft(b, closing)
		c.place(done)
	}
}

// asyncLoop is loopOver of an async iterator.
func (c *fn) asyncLoop(target parser.Expr, it int, b *block, body func()) {
	line, done := c.line, newLabel()
	c.placeLoop(b.next)
	t := c.alloc()
	r := c.cover(t)
	c.emit(OpGetAnext, t, it, 0, 0)
	c.await(t, awaitsValue)
	c.uncover(r)
	closing := c.coverBody(b)
	c.assign(target, t)
	if !b.owns {
		c.free(t)
	}
	body()
	c.line = line
	c.jump(OpJumpBack, 0, 0, b.next)
	c.closeLeft(b, closing)
	c.handler(r)
	c.jump(OpEndAsyncFor, t, 0, done)
	c.flow.dead = true
	c.place(done)
}

// coverBody opens the region of a loop's body whose exceptions close the iterator, if the
// loop owns it.
func (c *fn) coverBody(b *block) *region {
	if !b.owns {
		return nil
	}
	b.region = c.cover(c.alloc())
	c.pin()
	return b.region
}

// closeLeft generates the handler of that region.
func (c *fn) closeLeft(b *block, r *region) {
	if r == nil {
		return
	}
	c.uncover(r)
	c.handler(r)
	if !c.flow.dead {
		c.emit(OpCloseIter, b.reg, 0, 0, 0)
		c.emit(OpReraise, r.reg, 0, 0, 0)
		c.flow.dead = true
	}
}
