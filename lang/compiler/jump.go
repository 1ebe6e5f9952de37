package compiler

import "github.com/coro-lang/coro/lang/parser"

// This file generates conditions: jumps that depend on an expression, fused with the
// comparison where there is one, so that no truth value is made only to be tested.

// jumpIf jumps to l if the truth of e is cond, and goes on otherwise.
func (c *fn) jumpIf(e parser.Expr, cond bool, l *label) {
	line, top := c.at(e), c.top
	defer func() { c.line, c.top = line, top }()
	if v, ok := c.fold(e); ok {
		if t, ok := truth(v); ok {
			if t == cond {
				c.jump(c.always(l), 0, 0, l)
			}
			return
		}
	}
	switch e := e.(type) {
	case *parser.Unary:
		if e.Op == parser.OpNot {
			c.jumpIf(e.X, !cond, l)
			return
		}
	case *parser.BoolOp:
		c.jumpBool(e, cond, l)
		return
	case *parser.Compare:
		c.jumpCompare(e, cond, l)
		return
	case *parser.Cond:
		other, end := newLabel(), newLabel()
		c.jumpIf(e.Test, false, other)
		c.jumpIf(e.Then, cond, l)
		c.jump(OpJump, 0, 0, end)
		c.place(other)
		c.jumpIf(e.Else, cond, l)
		c.place(end)
		return
	}
	c.jump(truthJump(cond), c.operand(e), 0, l)
}

// always is the jump that goes to l unconditionally.
func (c *fn) always(l *label) Op {
	if l.pc >= 0 {
		return OpJumpBack
	}
	return OpJump
}

func truthJump(cond bool) Op {
	if cond {
		return OpJumpTrue
	}
	return OpJumpFalse
}

func (c *fn) jumpBool(e *parser.BoolOp, cond bool, l *label) {
	last := len(e.Xs) - 1
	if stops := e.Op == parser.OpOr; stops == cond { // any operand can decide for the jump
		for _, x := range e.Xs {
			c.jumpIf(x, cond, l)
		}
		return
	}
	skip := newLabel()
	for _, x := range e.Xs[:last] {
		c.jumpIf(x, !cond, skip)
	}
	c.jumpIf(e.Xs[last], cond, l)
	c.place(skip)
}

func (c *fn) jumpCompare(e *parser.Compare, cond bool, l *label) {
	last := len(e.Ops) - 1
	if last == 0 {
		c.jumpOp(e.Ops[0], c.operand(e.X), e.Ys[0], cond, l)
		return
	}
	skip := newLabel()
	regs := c.allocN(2)
	x := c.operandAt(e.X, regs)
	for i, op := range e.Ops {
		y := c.containerAt(op, e.Ys[i], regs+(i+1)%2)
		switch {
		case i == last:
			c.jumpRegs(op, x, y, cond, l)
		case cond:
			c.jumpRegs(op, x, y, false, skip)
		default:
			c.jumpRegs(op, x, y, false, l)
		}
		x = y
	}
	c.place(skip)
}

// jumpOp jumps if the comparison of R[x] with y comes out as cond.
func (c *fn) jumpOp(op parser.CmpOp, x int, y parser.Expr, cond bool, l *label) {
	if v, ok := c.fold(y); ok {
		switch {
		case op == parser.OpIs && v == nil, op == parser.OpIsNot && v == nil:
			if cond == (op == parser.OpIs) {
				c.jump(OpJumpNone, x, 0, l)
			} else {
				c.jump(OpJumpNotNone, x, 0, l)
			}
			return
		case op <= parser.OpGtE:
			if k := c.constant(v); k < maxRegs {
				c.jump(fused(OpJumpEqK, OpJumpNotEqK, op, cond), x, int(k), l)
				return
			}
		}
	}
	c.jumpRegs(op, x, c.container(op, y), cond, l)
}

// fused picks a comparing jump.
func fused(plain, negated Op, op parser.CmpOp, cond bool) Op {
	if cond {
		return plain + Op(op)
	}
	return negated + Op(op)
}

func (c *fn) jumpRegs(op parser.CmpOp, x, y int, cond bool, l *label) {
	if op <= parser.OpGtE {
		c.jump(fused(OpJumpEq, OpJumpNotEq, op, cond), x, y, l)
		return
	}
	t := c.alloc()
	c.emit(compareOps[op], t, x, y, 0)
	c.jump(truthJump(cond), t, 0, l)
	c.free(t)
}
