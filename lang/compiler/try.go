package compiler

import "github.com/coro-lang/coro/lang/parser"

// This file generates try statements.
//
// A handler begins with PUSHEXC and ends with POPEXC. Between them it is a region of its
// own: an exception from there comes to a few instructions that do the POPEXC and raise it
// on.

func (c *fn) try(s *parser.Try) {
	if s.Finally == nil {
		c.tryExcept(s)
		return
	}
	b := &block{kind: finallyBlock, finally: s.Finally, region: c.cover(c.top)}
	c.push(b)
	if len(s.Handlers) > 0 {
		c.tryExcept(s)
	} else {
		c.block(s.Body)
	}
	c.pop()
	c.uncover(b.region)
	end := newLabel()
	c.block(s.Finally)
	c.jump(OpJump, 0, 0, end)
	c.handler(b.region)
	if !c.flow.dead {
		h := c.enterHandler()
		c.block(s.Finally)
		c.leaveHandler(h, h.reg)
	}
	c.place(end)
}

// enterHandler begins a handler whose exception is in the next free register.
func (c *fn) enterHandler() *block {
	reg := c.allocN(2)
	c.pin()
	b := &block{kind: handlerBlock, reg: reg, outermost: c.outermost()}
	c.emit(OpPushExc, reg, 0, b.outermost, 0)
	b.region = c.cover(c.top)
	c.push(b)
	return b
}

// leaveHandler ends a handler: where the code gets to its end, it raises R[reraise] on.
func (c *fn) leaveHandler(b *block, reraise int) {
	c.pop()
	c.uncover(b.region)
	if !c.flow.dead {
		c.emit(OpPopExc, b.reg, 0, b.outermost, 0)
		c.emit(OpReraise, reraise, 0, 0, 0)
	}
	c.handler(b.region)
	c.emit(OpPopExc, b.reg, 0, b.outermost, 0)
	c.emit(OpReraise, b.region.reg, 0, 0, 0)
	c.flow.dead = true
	c.free(b.reg)
}

func (c *fn) tryExcept(s *parser.Try) {
	b := &block{kind: tryBlock, region: c.cover(c.top)}
	c.push(b)
	c.block(s.Body)
	c.pop()
	c.uncover(b.region)
	end := newLabel()
	c.elseBlock(s.Else)
	c.jump(OpJump, 0, 0, end)
	line := c.line
	c.line = onLine(s.Handlers[0].Pos.Line)
	if c.handler(b.region); !c.flow.dead {
		h := c.enterHandler()
		if s.Handlers[0].Star {
			c.exceptStar(s.Handlers, h, end)
		} else {
			c.excepts(s.Handlers, h, end)
		}
	}
	c.line = line
	c.place(end)
}

// excepts generates the except clauses of the handler h.
func (c *fn) excepts(list []*parser.Handler, h *block, end *label) {
	for _, x := range list {
		next := newLabel()
		c.line = onLine(x.Pos.Line)
		if x.Type != nil {
			t := c.alloc()
			types := c.operandAt(x.Type, t)
			line := c.at(x)
			c.emit(OpMatchExc, t, h.reg, types, 0)
			c.line = line
			c.jump(OpJumpFalse, t, 0, next)
			c.free(t)
		}
		c.exceptBody(x, h.reg)
		c.leave(len(c.blocks)-1, func() { c.jump(OpJump, 0, 0, end) })
		c.place(next)
	}
	c.leaveHandler(h, h.reg)
}

// exceptBody generates the body of an except clause with its name bound to R[exc].
func (c *fn) exceptBody(x *parser.Handler, exc int) {
	if x.Name == nil {
		c.block(x.Body)
		return
	}
	name := x.Name.Name
	c.storeName(name, exc)
	b := &block{kind: nameBlock, name: name, region: c.cover(c.top)}
	c.push(b)
	c.block(x.Body)
	c.pop()
	c.uncover(b.region)
	c.unbindName(name)
	end := newLabel()
	after := c.flow
	if c.handler(b.region); c.flow.dead {
		c.flow = after
		return
	}
	c.flow = after
	c.jump(OpJump, 0, 0, end)
	c.handler(b.region)
	e := c.alloc() // b.region.reg
	c.unbindName(name)
	c.emit(OpReraise, e, 0, 0, 0)
	c.free(e)
	c.flow.dead = true
	c.place(end)
}

// unbindName takes the name of an except clause away, whether or not it is still there.
func (c *fn) unbindName(name string) {
	if r := c.scope.resolve(c.mangle(name)); r.kind == localRef {
		c.emit(OpUnbind, r.v.reg, 1, 0, 0)
		c.flow.unbind(r.v.reg)
		return
	}
	t := c.alloc()
	c.loadConst(t, nil)
	c.storeName(name, t)
	c.deleteName(name)
	c.free(t)
}

// exceptStar generates the except* clauses of the handler h. Each handles the part of the
// exception group that matches; what the bodies raise is raised together at the end.
func (c *fn) exceptStar(list []*parser.Handler, h *block, end *label) {
	s := c.allocN(2)
	c.emit(OpStarBegin, s, h.reg, 0, 0)
	for _, x := range list {
		next := newLabel()
		c.line = onLine(x.Pos.Line)
		t := c.allocN(2)
		types := c.operandAt(x.Type, t)
		line := c.at(x)
		c.emit(OpStarMatch, t, s, types, 0)
		c.line = line
		c.jump(OpJumpNone, t, 0, next)
		c.emit(OpPushExc, t, 0, 0, 0)
		b := &block{kind: handlerBlock, reg: t, region: c.cover(c.top)}
		c.push(b)
		c.exceptBody(x, t)
		c.pop()
		c.uncover(b.region)
		c.emit(OpPopExc, t, 0, 0, 0)
		c.jump(OpJump, 0, 0, next)
		if c.handler(b.region); !c.flow.dead {
			c.emit(OpPopExc, t, 0, 0, 0)
			c.emit(OpStarCatch, s, b.region.reg, 0, 0)
		}
		c.place(next)
		c.free(t)
	}
	c.line = onLine(list[0].Pos.Line)
	c.emit(OpStarEnd, s, h.reg, 0, 0)
	reraise := newLabel()
	c.jump(OpJumpNotNone, s, 0, reraise)
	c.leave(len(c.blocks)-1, func() { c.jump(OpJump, 0, 0, end) })
	c.place(reraise)
	c.leaveHandler(h, s)
}
