package compiler

import "github.com/coro-lang/coro/lang/parser"

// This file keeps the stack of what code is inside of, and generates the way out: what a
// return, break or continue must do on leaving loops, handlers, with and try statements.

// blockKind tells what must be done on the way out of a block.
type blockKind uint8

const (
	loopBlock    blockKind = iota // close the iterator, if the loop owns it
	tryBlock                      // nothing but leave the region
	finallyBlock                  // run the finally clause
	handlerBlock                  // stop handling the exception
	nameBlock                     // unbind the name of an except clause
	withBlock                     // call the exit method
)

// A block is something that the code generator is inside of.
type block struct {
	kind      blockKind
	region    *region       // suspended on the way out, or nil
	end, next *label        // of a loop: where break and continue go
	finally   *parser.Block // of a finallyBlock
	owns      bool          // of a loopBlock: nobody else knows its iterator
	reg       int           // of a handlerBlock the exception, of a withBlock the first of the exit method's two, of a loopBlock the iterator
	async     bool          // of a withBlock
	line      place         // of a withBlock
	name      string        // of a nameBlock
	outermost int           // of a handlerBlock: operand C of PUSHEXC and POPEXC
}

func (c *fn) push(b *block) { c.blocks = append(c.blocks, b) }
func (c *fn) pop()          { c.blocks = c.blocks[:len(c.blocks)-1] }

// handling is operand C of AWAIT and YIELD: 1 inside a handler.
func (c *fn) handling() int {
	for _, b := range c.blocks {
		if b.kind == handlerBlock {
			return 1
		}
	}
	return 0
}

// outermost is operand C of PUSHEXC: 1 outside of all handlers.
func (c *fn) outermost() int { return 1 - c.handling() }

// leave generates the way out of all blocks above the depth to, innermost first, and then
// calls jump, which goes where the way leads.
func (c *fn) leave(to int, jump func()) {
	blocks := c.blocks
	for i := len(blocks) - 1; i >= to; i-- {
		b := blocks[i]
		c.blocks = blocks[:i:i]
		if b.region != nil {
			c.suspend(b.region)
		}
		c.exit(b)
	}
	jump()
	c.blocks = blocks
	for _, b := range blocks[to:] {
		if b.region != nil {
			c.resume(b.region)
		}
	}
}

// exit generates what is to be done on leaving b.
func (c *fn) exit(b *block) {
	line := c.line
	switch b.kind {
	case tryBlock:
	case loopBlock:
		if b.owns {
			c.emit(OpCloseIter, b.reg, 0, 0, 0)
		}
	case finallyBlock:
		c.block(b.finally)
	case handlerBlock:
		c.emit(OpPopExc, b.reg, 0, b.outermost, 0)
	case nameBlock:
		c.unbindName(b.name)
	case withBlock:
		c.line = b.line
		top := c.top
		t := c.allocN(2)
		c.move(t, b.reg)
		c.move(t+1, b.reg+1)
		c.exitWith(t, b.async)
		c.free(top)
	}
	c.line = line
}

// rebinds tells whether leaving all blocks may change a variable: a finally clause may,
// and the name of an except clause ends with it.
func (c *fn) rebinds() bool {
	for _, b := range c.blocks {
		if b.kind == finallyBlock || b.kind == withBlock || b.kind == nameBlock {
			return true
		}
	}
	return false
}

// loop finds the innermost loop.
func (c *fn) loop() (depth int) {
	for i := len(c.blocks) - 1; i >= 0; i-- {
		if c.blocks[i].kind == loopBlock {
			return i
		}
	}
	panic("compiler: no loop around break or continue")
}

func (c *fn) breakStmt() {
	i := c.loop()
	b := c.blocks[i]
	c.leave(i+1, func() {
		c.exit(b)
		c.jump(OpJump, 0, 0, b.end)
	})
}

func (c *fn) continueStmt() {
	i := c.loop()
	b := c.blocks[i]
	c.leave(i+1, func() { c.jump(c.always(b.next), 0, 0, b.next) })
}

func (c *fn) returnStmt(s *parser.Return) {
	top := c.top
	if s.X == nil {
		c.leave(0, func() { c.emit(OpReturnNone, 0, 0, 0, 0) })
	} else if v, ok := c.fold(s.X); ok {
		c.leave(0, func() {
			if v == nil {
				c.emit(OpReturnNone, 0, 0, 0, 0)
				return
			}
			t := c.alloc()
			c.loadConst(t, v)
			c.emit(OpReturn, t, 0, 0, 0)
		})
	} else if len(c.blocks) == 0 {
		c.result(s.X)
	} else {
		r := 0
		if c.rebinds() {
			r = c.alloc()
			c.into(s.X, r)
		} else {
			r = c.operand(s.X)
		}
		c.leave(0, func() { c.emit(OpReturn, r, 0, 0, 0) })
	}
	c.flow.dead = true
	c.free(top)
}

// result returns the value of e from a function outside all blocks. Each branch of a
// conditional expression returns its own.
func (c *fn) result(e parser.Expr) {
	if x, ok := e.(*parser.Cond); ok {
		other := newLabel()
		c.jumpIf(x.Test, false, other)
		c.result(x.Then)
		c.place(other)
		c.result(x.Else)
		return
	}
	top := c.top
	c.emit(OpReturn, c.operand(e), 0, 0, 0)
	c.flow.dead = true
	c.free(top)
}
