package compiler

import (
	"fmt"

	"github.com/coro-lang/coro/lang/parser"
)

// This file generates the code of expressions; calls and comprehensions have files of their
// own.
//
// An expression is compiled into a register that the caller names. If that register is a
// variable, only the last instruction may write it: what comes before may still read the
// variable, or fail and leave it as it was.

// operand computes e somewhere: in place if it is a local variable, else in a new register.
func (c *fn) operand(e parser.Expr) int {
	if r, ok := c.inPlace(e); ok {
		return r
	}
	t := c.alloc()
	c.into(e, t)
	return t
}

// operandAt is operand, but takes dst rather than a new register if dst may hold it.
func (c *fn) operandAt(e parser.Expr, dst int) int {
	if r, ok := c.inPlace(e); ok {
		return r
	}
	if !c.isTemp(dst) {
		dst = c.alloc()
	}
	c.into(e, dst)
	return dst
}

// scratch is dst if that may hold half-done work, else a new register; the caller moves
// the result.
func (c *fn) scratch(dst int) int {
	if c.isTemp(dst) {
		return dst
	}
	return c.alloc()
}

// topmost is dst if no register above it is taken, else a new one.
func (c *fn) topmost(dst int) int {
	if dst == c.top-1 && c.isTemp(dst) {
		return dst
	}
	return c.alloc()
}

// into computes e into register dst.
func (c *fn) into(e parser.Expr, dst int) {
	line, top := c.at(e), c.top
	defer func() { c.line, c.top = line, top }()
	if v, ok := c.fold(e); ok {
		c.loadConst(dst, v)
		return
	}
	if c.crowded(e) {
		c.withRoom(e, dst)
		return
	}
	switch e := e.(type) {
	case *parser.Name:
		c.loadName(e.ID, dst)
	case *parser.FString:
		c.fstring(e.Parts, dst)
	case *parser.Tuple:
		c.tuple(e.Elts, dst)
	case *parser.List:
		c.list(e.Elts, dst)
	case *parser.Set:
		c.set(e.Elts, dst)
	case *parser.Dict:
		c.dict(e.Items, dst)
	case *parser.Comp:
		c.comp(e, dst)
	case *parser.Unary:
		c.emit([...]Op{OpNeg, OpPos, OpInvert, OpNot}[e.Op], dst, c.operandAt(e.X, dst), 0, 0)
	case *parser.Binary:
		c.binary(e, dst)
	case *parser.BoolOp:
		c.boolOp(e, dst)
	case *parser.Compare:
		c.compare(e, dst)
	case *parser.Cond:
		c.cond(e, dst)
	case *parser.Walrus:
		t := c.operandAt(e.X, dst)
		c.storeName(e.Name.Name, t)
		c.move(dst, t)
	case *parser.Attr:
		x := c.operandAt(e.X, dst)
		c.line = onLine(e.Name.Pos.Line)
		c.emit(OpGetAttr, dst, x, 0, c.site(e.Name.Name))
	case *parser.Index:
		c.index(e, dst)
	case *parser.Slice:
		c.slice(e, dst)
	case *parser.Call:
		c.call(e, dst)
	case *parser.Lambda:
		c.lambda(e, dst)
	case *parser.Await:
		t := c.topmost(dst)
		c.into(e.X, t)
		c.await(t, awaitsValue)
		c.move(dst, t)
	case *parser.Yield:
		t := c.topmost(dst)
		x := t
		if e.X == nil {
			c.loadConst(t, nil)
		} else {
			x = c.operandAt(e.X, t)
		}
		c.emit(OpYield, t, x, c.handling(), int32(t))
		c.move(dst, t)
	case *parser.YieldFrom:
		t := c.topmost(dst)
		c.into(e.X, t)
		c.emit(OpGetYieldFrom, t, t, 0, 0)
		c.emit(OpYieldFrom, t, 0, c.handling(), int32(t+1))
		c.move(dst, t)
	default:
		panic(fmt.Sprintf("compiler: expression %T", e))
	}
}

// What an await awaits, for the message of the error if it cannot be awaited.
const (
	awaitsValue = iota
	awaitsEnter // the result of __aenter__
	awaitsExit  // the result of __aexit__
)

// await awaits the value in t, the topmost register.
func (c *fn) await(t, what int) { c.emit(OpAwait, t, what, c.handling(), int32(t)) }

// fullAt is the register at which an expression is too deep for its function's registers.
const fullAt = 190

// crowded tells whether there may be too few registers left for e.
func (c *fn) crowded(e parser.Expr) bool {
	_, isName := e.(*parser.Name)
	return c.top > fullAt && c.top-c.pinned >= 8 && !isName
}

// withRoom computes e with the values that the expressions around it have in registers set
// aside in a list.
func (c *fn) withRoom(e parser.Expr, dst int) {
	base, n := c.pinned, c.top-c.pinned
	c.emit(OpBuildList, base, base, 0, int32(n))
	c.free(base + 1)
	c.pin()
	t := c.alloc()
	c.into(e, t)
	c.pinned = base
	c.free(base + n)
	result := c.alloc()
	c.move(result, t)
	c.emit(OpUnpack, base, base, 0, int32(n))
	c.move(dst, result)
}

// smallInt finds the value of an expression that fits the D operand.
func (c *fn) smallInt(e parser.Expr) (int32, bool) {
	if v, ok := c.fold(e); ok {
		if i, ok := v.(int64); ok && int64(int32(i)) == i {
			return int32(i), true
		}
	}
	return 0, false
}

// intOps are the operations that take a small integer on the right.
var intOps = map[parser.BinOp]Op{
	parser.OpAdd: OpAddInt, parser.OpSub: OpSubInt, parser.OpMul: OpMulInt,
	parser.OpFloorDiv: OpFloorDivInt, parser.OpMod: OpModInt, parser.OpBitAnd: OpAndInt,
}

// binary works from the left end of a chain of operators, which may be very long. Constants
// at that end are folded.
func (c *fn) binary(e *parser.Binary, dst int) {
	chain := leftChain(e)
	i := len(chain) - 1
	left := chain[i].L
	v, isConst := c.fold(left)
	for ; i >= 0 && isConst; i-- {
		y, ok := c.fold(chain[i].R)
		if !ok {
			break
		}
		z, ok := foldOp(chain[i].Op, v, y)
		if !ok {
			break
		}
		v = z
	}
	acc := c.scratch(dst)
	x := acc
	if isConst {
		c.loadConst(acc, v)
	} else {
		x = c.operandAt(left, acc)
	}
	for ; i >= 0; i-- {
		out := acc
		if i == 0 {
			out = dst
		}
		c.line = of(chain[i])
		c.binaryOp(chain[i].Op, out, x, chain[i].R, 0)
		x = acc
	}
}

// binaryOp emits R[dst] = R[x] op y.
func (c *fn) binaryOp(op parser.BinOp, dst, x int, y parser.Expr, inPlace int) {
	top := c.top
	if o, ok := intOps[op]; ok {
		if i, ok := c.smallInt(y); ok {
			c.emit(o, dst, x, inPlace, i)
			return
		}
	}
	c.emit(OpAdd+Op(op), dst, x, c.operand(y), int32(inPlace))
	c.free(top)
}

func (c *fn) boolOp(e *parser.BoolOp, dst int) {
	t, end := c.scratch(dst), newLabel()
	op := OpJumpFalse
	if e.Op == parser.OpOr {
		op = OpJumpTrue
	}
	for i, x := range e.Xs {
		c.into(x, t)
		if i < len(e.Xs)-1 {
			c.jump(op, t, 0, end)
		}
	}
	c.place(end)
	c.move(dst, t)
}

func (c *fn) cond(e *parser.Cond, dst int) {
	other, end := newLabel(), newLabel()
	c.jumpIf(e.Test, false, other)
	c.into(e.Then, dst)
	c.jump(OpJump, 0, 0, end)
	c.place(other)
	c.into(e.Else, dst)
	c.place(end)
}

// compareOps are the operations of parser.CmpOp, in its order.
var compareOps = [...]Op{OpEq, OpNe, OpLt, OpLe, OpGt, OpGe, OpIn, OpNotIn, OpIs, OpIsNot}

// compare computes a comparison or a chain: a < b < c is a < b and b < c with b once.
func (c *fn) compare(e *parser.Compare, dst int) {
	if len(e.Ops) == 1 {
		x := c.operandAt(e.X, dst)
		c.emit(compareOps[e.Ops[0]], dst, x, c.container(e.Ops[0], e.Ys[0]), 0)
		return
	}
	t, end := c.scratch(dst), newLabel()
	regs := c.allocN(2)
	x := c.operandAt(e.X, regs)
	for i, op := range e.Ops {
		y := c.containerAt(op, e.Ys[i], regs+(i+1)%2)
		c.emit(compareOps[op], t, x, y, 0)
		if i < len(e.Ops)-1 {
			c.jump(OpJumpFalse, t, 0, end)
		}
		x = y
	}
	c.place(end)
	c.move(dst, t)
}

// container computes the right operand of a comparison.
func (c *fn) container(op parser.CmpOp, e parser.Expr) int {
	if r, ok := c.inPlace(e); ok {
		return r
	}
	return c.containerAt(op, e, c.alloc())
}

// containerAt is container, but takes dst rather than a new register. A display of constants
// that is only searched need not be built each time.
func (c *fn) containerAt(op parser.CmpOp, e parser.Expr, dst int) int {
	if op == parser.OpIn || op == parser.OpNotIn {
		var v any
		ok := false
		switch e := e.(type) {
		case *parser.List:
			v, ok = c.foldAll(e.Elts)
		case *parser.Set:
			if v, ok = c.foldAll(e.Elts); ok {
				v = FrozenSet(v.(Tuple))
			}
		}
		if ok {
			c.loadConst(dst, v)
			return dst
		}
	}
	return c.operandAt(e, dst)
}

func (c *fn) index(e *parser.Index, dst int) {
	x := c.operandAt(e.X, dst)
	if i, ok := c.smallInt(e.I); ok {
		c.emit(OpGetItemInt, dst, x, 0, i)
		return
	}
	c.emit(OpGetItem, dst, x, c.operand(e.I), 0)
}

func (c *fn) slice(e *parser.Slice, dst int) {
	t := c.allocN(3)
	for i, x := range [...]parser.Expr{e.Lo, e.Hi, e.Step} {
		if x == nil {
			c.loadConst(t+i, nil)
		} else {
			c.into(x, t+i)
		}
	}
	c.emit(OpBuildSlice, dst, t, 0, 0)
}
