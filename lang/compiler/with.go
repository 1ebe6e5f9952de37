package compiler

import "github.com/coro-lang/coro/lang/parser"

// This file generates with statements.

// with generates the items of a with statement from the i-th on, each around the next.
func (c *fn) with(s *parser.With, i int) {
	if i == len(s.Items) {
		c.block(s.Body)
		return
	}
	it, top := s.Items[i], c.top
	line := of(it.X)
	async := 0
	if s.Async {
		async = 1
	}
	w := c.alloc()
	x := c.operandAt(it.X, w)
	c.line = line
	v := c.alloc()
	c.free(v + 1)
	c.pin()
	c.emit(OpEnter, w, x, async, 0)
	c.emit(OpCall, v, 0, 0, 0)
	if s.Async {
		c.await(v)
	}
	b := &block{kind: withBlock, reg: w, async: s.Async, line: line, region: c.cover(v)}
	c.push(b)
	if it.As != nil {
		c.assign(it.As, v)
	}
	c.free(v)
	c.with(s, i+1)
	c.pop()
	c.uncover(b.region)
	c.line = line
	end := newLabel()
	c.exitWith(w, s.Async)
	c.jump(OpJump, 0, 0, end)
	if c.handler(b.region); !c.flow.dead {
		c.free(v)
		h := c.enterHandler()
		t := c.allocN(4)
		c.move(t, w)
		c.emit(OpExcInfo, t+1, h.reg, 0, 0)
		c.emit(OpCall, t, 3, 0, 0)
		if s.Async {
			c.await(t)
		}
		raise := newLabel()
		c.jump(OpJumpFalse, t, 0, raise)
		c.leave(len(c.blocks)-1, func() { c.jump(OpJump, 0, 0, end) })
		c.place(raise)
		c.leaveHandler(h, h.reg)
	}
	c.place(end)
	c.free(top)
}

// exitWith calls the exit method in register t, the topmost but for what is not needed any
// more, as after a body without an exception.
func (c *fn) exitWith(t int, async bool) {
	c.free(t + 1)
	a := c.allocN(3)
	for i := range 3 {
		c.loadConst(a+i, nil)
	}
	c.emit(OpCall, t, 3, 0, 0)
	if async {
		c.await(t)
	}
	c.free(t + 1)
}
