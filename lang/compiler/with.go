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
	c.alloc()
	v := c.allocN(2)
	c.free(v + 1)
	c.pin()
	enter, exit := "__enter__", "__exit__"
	if s.Async {
		enter, exit = "__aenter__", "__aexit__"
	}
	site := c.site(enter)
	c.site(exit)
	c.emit(OpEnter, w, x, async, site)
	c.emit(OpCallMethod, v, 0, 0, 0)
	if s.Async {
		c.await(v, awaitsEnter)
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
		t := c.allocN(5)
		c.move(t, w)
		c.move(t+1, w+1)
		c.emit(OpExcInfo, t+2, h.reg, 0, 0)
		c.emit(OpCallMethod, t, 3, 0, 0)
		if s.Async {
			c.await(t, awaitsExit)
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

// exitWith calls the exit method in the registers from t on, the topmost but for what is
// not needed any more, as after a body without an exception.
func (c *fn) exitWith(t int, async bool) {
	c.free(t + 2)
	a := c.allocN(3)
	for i := range 3 {
		c.loadConst(a+i, nil)
	}
	c.emit(OpCallMethod, t, 3, 0, 0)
	if async {
		c.await(t, awaitsExit)
	}
	c.free(t + 1)
}
