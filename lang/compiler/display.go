package compiler

import "github.com/coro-lang/coro/lang/parser"

// This file generates the code of displays and f-strings.

// maxRun is how many values are gathered in registers for one instruction; longer displays
// are built up an item at a time.
const maxRun = 30

func hasStar(list []parser.Expr) bool {
	for _, e := range list {
		if _, ok := e.(*parser.Starred); ok {
			return true
		}
	}
	return false
}

// run computes expressions into registers in a row, and returns the first.
func (c *fn) run(list []parser.Expr) int {
	t := c.top
	for _, e := range list {
		c.into(e, c.alloc())
	}
	return t
}

// build emits the building of n values, or pairs, from registers in a row.
func (c *fn) build(op Op, dst, first, n int) {
	if n == 0 {
		first = dst // which exists; the register after the last one may not
	}
	c.emit(op, dst, first, 0, int32(n))
}

func (c *fn) tuple(list []parser.Expr, dst int) {
	if len(list) <= maxRun && !hasStar(list) {
		c.build(OpBuildTuple, dst, c.run(list), len(list))
		return
	}
	t := c.scratch(dst)
	c.list(list, t)
	c.emit(OpListToTuple, t, 0, 0, 0)
	c.move(dst, t)
}

func (c *fn) list(list []parser.Expr, dst int) {
	top := c.top
	defer c.free(top)
	if len(list) > 2 && !hasStar(list) {
		if v, ok := c.foldAll(list); ok {
			t := c.scratch(dst)
			c.build(OpBuildList, t, t, 0)
			k := c.alloc()
			c.loadConst(k, v)
			c.emit(OpListExtend, t, k, 0, 0)
			c.move(dst, t)
			return
		}
	}
	c.collect(list, dst, OpBuildList, OpListAppend, OpListExtend)
}

func (c *fn) set(list []parser.Expr, dst int) {
	c.collect(list, dst, OpBuildSet, OpSetAdd, OpSetUpdate)
}

// collect builds a list or set.
func (c *fn) collect(list []parser.Expr, dst int, build, add, extend Op) {
	if len(list) <= maxRun && !hasStar(list) {
		c.build(build, dst, c.run(list), len(list))
		return
	}
	n := 0
	for n < min(len(list), maxRun) && !isStar(list[n]) {
		n++
	}
	t := c.scratch(dst)
	top := c.top
	c.build(build, t, c.run(list[:n]), n)
	c.free(top)
	for _, e := range list[n:] {
		if s, ok := e.(*parser.Starred); ok {
			c.emit(extend, t, c.operand(s.X), 0, 0)
		} else {
			c.emit(add, t, c.operand(e), 0, 0)
		}
		c.free(top)
	}
	c.move(dst, t)
}

func isStar(e parser.Expr) bool {
	_, ok := e.(*parser.Starred)
	return ok
}

func (c *fn) dict(items []parser.DictItem, dst int) {
	n := 0
	for n < len(items) && items[n].Key != nil {
		n++
	}
	if n == len(items) && n <= maxRun/2 {
		c.build(OpBuildDict, dst, c.pairs(items), n)
		return
	}
	n = min(n, maxRun/2)
	t := c.scratch(dst)
	top := c.top
	c.build(OpBuildDict, t, c.pairs(items[:n]), n)
	c.free(top)
	for _, it := range items[n:] {
		if it.Key == nil {
			c.emit(OpDictUpdate, t, c.operand(it.Value), 0, 0)
		} else {
			k := c.operand(it.Key)
			c.emit(OpDictSet, t, k, c.operand(it.Value), 0)
		}
		c.free(top)
	}
	c.move(dst, t)
}

func (c *fn) pairs(items []parser.DictItem) int {
	t := c.top
	for _, it := range items {
		c.into(it.Key, c.alloc())
		c.into(it.Value, c.alloc())
	}
	return t
}

// fstring joins the parts of an f-string. Long ones are joined a run at a time.
func (c *fn) fstring(parts []parser.FPart, dst int) {
	if len(parts) == 0 {
		c.loadConst(dst, "")
		return
	}
	if len(parts) == 1 {
		c.fpart(parts[0], dst, false)
		return
	}
	t, n := c.top, 0
	for _, p := range parts {
		if n == maxRun {
			c.emit(OpBuildString, t, t, 0, int32(n))
			c.free(t + 1)
			n = 1
		}
		c.fpart(p, c.alloc(), true)
		n++
	}
	c.emit(OpBuildString, dst, t, 0, int32(n))
}

// FormatPart is the conversion of a field that BUILDSTRING joins with others: an
// int may stay as it is.
const FormatPart = 1

func (c *fn) fpart(p parser.FPart, dst int, joined bool) {
	if p.X == nil {
		c.loadConst(dst, p.Lit)
		return
	}
	top := c.top
	x := c.operandAt(p.X, dst)
	spec, conv := 0, int(p.Conv)
	if len(p.Spec) > 0 {
		s := c.alloc()
		c.fstring(p.Spec, s)
		spec = s + 1
	} else if joined && conv == 0 {
		conv = FormatPart
	}
	c.emit(OpFormat, dst, x, conv, int32(spec))
	c.free(top)
}
