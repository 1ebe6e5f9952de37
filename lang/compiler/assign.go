package compiler

import (
	"fmt"
	"math"

	"github.com/coro-lang/coro/lang/parser"
)

// This file generates assignments of every form.

func (c *fn) assignStmt(s *parser.Assign) {
	if len(s.Targets) > 1 {
		// Assigning to one target must not change what the next is given.
		t := c.alloc()
		c.into(s.X, t)
		for _, target := range s.Targets {
			c.assign(target, t)
		}
		return
	}
	target := s.Targets[0]
	if c.assignParallel(target, s.X) {
		return
	}
	c.assignExpr(target, s.X)
}

// assignExpr computes x and assigns it, right into the variable if the target is one.
func (c *fn) assignExpr(target, x parser.Expr) {
	if v, ok := c.target(target); ok {
		c.into(x, v.reg)
		c.flow.bind(v.reg)
		return
	}
	c.assign(target, c.operand(x))
}

// assignParallel assigns a display to targets of the same number, as in a, b = b, a,
// without making a tuple.
func (c *fn) assignParallel(target, x parser.Expr) bool {
	values, ok := elements(x)
	if !ok || len(values) > maxRun || hasStar(values) {
		return false
	}
	targets, ok := elements(target)
	if !ok || len(targets) != len(values) || hasStar(targets) {
		return false
	}
	last := len(values) - 1
	if v, ok := c.distinct(targets); ok && last > 0 {
		// Nobody can tell if the last one comes first.
		t := c.run(values[:last])
		c.into(values[last], v.reg)
		c.flow.bind(v.reg)
		targets = targets[:last]
		for i, x := range targets {
			c.assign(x, t+i)
		}
		return true
	}
	t := c.run(values)
	for i, x := range targets {
		c.assign(x, t+i)
	}
	return true
}

// distinct tells whether targets are different local variables, and finds the last.
func (c *fn) distinct(targets []parser.Expr) (last *variable, ok bool) {
	seen := map[*variable]bool{}
	for _, x := range targets {
		v, ok := c.target(x)
		if !ok || seen[v] {
			return nil, false
		}
		seen[v], last = true, v
	}
	return last, true
}

// elements are the parts of a tuple or list display.
func elements(e parser.Expr) ([]parser.Expr, bool) {
	switch e := e.(type) {
	case *parser.Tuple:
		return e.Elts, true
	case *parser.List:
		return e.Elts, true
	}
	return nil, false
}

// assign stores register src to a target.
func (c *fn) assign(e parser.Expr, src int) {
	line, top := c.at(e), c.top
	switch e := e.(type) {
	case *parser.Name:
		c.storeName(e.ID, src)
	case *parser.Attr:
		x := c.operand(e.X)
		c.line = onLine(e.Name.Pos.Line)
		c.emit(OpSetAttr, x, src, 0, c.site(e.Name.Name))
	case *parser.Index:
		x := c.operand(e.X)
		c.emit(OpSetItem, x, c.operand(e.I), src, 0)
	case *parser.Tuple:
		c.unpack(e.Elts, src)
	case *parser.List:
		c.unpack(e.Elts, src)
	default:
		panic(fmt.Sprintf("compiler: assign to %T", e))
	}
	c.line, c.top = line, top
}

// unpack takes the items of R[src] apart. Targets that are variables in neighbouring
// registers receive them directly.
func (c *fn) unpack(targets []parser.Expr, src int) {
	if t, ok := c.neighbours(targets); ok {
		c.emit(OpUnpack, t, src, 0, int32(len(targets)))
		for i := range targets {
			c.flow.bind(t + i)
		}
		return
	}
	star := starAt(targets)
	if len(targets) > manyTargets {
		c.unpackMany(targets, star, src)
		return
	}
	t := c.allocN(len(targets))
	if star < 0 {
		c.emit(OpUnpack, t, src, 0, int32(len(targets)))
	} else {
		c.emit(OpUnpackEx, t, src, star, int32(len(targets)-star-1))
	}
	for i, x := range targets {
		if s, ok := x.(*parser.Starred); ok {
			x = s.X
		}
		c.assign(x, t+i)
	}
}

// manyTargets is how many targets get their items in registers.
const manyTargets = 100

// unpackMany is unpack by way of a list.
func (c *fn) unpackMany(targets []parser.Expr, star, src int) {
	list := c.alloc()
	if star < 0 {
		c.emit(OpUnpackList, list, src, 0, int32(len(targets)))
	} else {
		after := len(targets) - star - 1
		if star > math.MaxUint8 || after > math.MaxUint16 { // the first is CPython's limit
			c.tooLarge("too many expressions in star-unpacking assignment")
		}
		c.emit(OpUnpackList, list, src, 1, int32(star)<<16|int32(after))
	}
	for i, x := range targets {
		if s, ok := x.(*parser.Starred); ok {
			x = s.X
		}
		t := c.alloc()
		c.emit(OpGetItemInt, t, list, 0, int32(i))
		c.assign(x, t)
		c.free(t)
	}
}

// starAt is the place of the starred target, or -1.
func starAt(targets []parser.Expr) int {
	for i, x := range targets {
		if isStar(x) {
			return i
		}
	}
	return -1
}

// neighbours finds the first of the registers in a row that all targets are.
func (c *fn) neighbours(targets []parser.Expr) (first int, ok bool) {
	for i, x := range targets {
		v, ok := c.target(x)
		if !ok || i > 0 && v.reg != first+i {
			return 0, false
		}
		if i == 0 {
			first = v.reg
		}
	}
	return first, len(targets) > 0
}

func (c *fn) augAssign(s *parser.AugAssign) {
	switch t := s.Target.(type) {
	case *parser.Name:
		if v, ok := c.target(t); ok && !v.rebound {
			c.check(v)
			c.binaryOp(s.Op, v.reg, v.reg, s.X, 1)
			return
		}
		x := c.alloc()
		c.into(t, x)
		c.binaryOp(s.Op, x, x, s.X, 1)
		c.storeName(t.ID, x)
	case *parser.Attr:
		obj := c.operand(t.X)
		x := c.alloc()
		line := c.line
		c.line = onLine(t.Name.Pos.Line)
		c.emit(OpGetAttr, x, obj, 0, c.site(t.Name.Name))
		c.line = line
		c.binaryOp(s.Op, x, x, s.X, 1)
		c.line = onLine(t.Name.Pos.Line)
		c.emit(OpSetAttr, obj, x, 0, c.site(t.Name.Name))
	case *parser.Index:
		obj := c.operand(t.X)
		i := c.operand(t.I)
		x := c.alloc()
		c.emit(OpGetItem, x, obj, i, 0)
		c.binaryOp(s.Op, x, x, s.X, 1)
		c.emit(OpSetItem, obj, i, x, 0)
	default:
		panic(fmt.Sprintf("compiler: augmented assignment to %T", t))
	}
}

// annAssign assigns, and then keeps the annotation of a variable of a module or class.
func (c *fn) annAssign(s *parser.AnnAssign) {
	if s.X != nil {
		c.assignExpr(s.Target, s.X)
	}
	top := c.top
	switch t := s.Target.(type) {
	case *parser.Name:
		if s.Simple && !c.frame.isFunc() {
			x := c.alloc()
			c.annotation(s.Ann, x)
			c.emit(OpSetAnn, x, 0, 0, c.name(c.mangle(t.ID)))
			c.free(top)
			return
		}
	case *parser.Attr:
		if s.X == nil {
			c.operand(t.X)
		}
	case *parser.Index:
		if s.X == nil {
			c.operand(t.X)
			c.operand(t.I)
		}
	}
	c.free(top)
	if !c.frame.isFunc() && !c.u.textAnnotations {
		c.operand(s.Ann)
	}
	c.free(top)
}
