package compiler

import "github.com/coro-lang/coro/lang/parser"

// This file generates comprehensions. Those of lists, sets and dicts are loops in the code
// that they stand in, with variables of their own; a generator expression is a function.

func (c *fn) comp(e *parser.Comp, dst int) {
	if e.Kind == parser.GenExp {
		c.genexp(e, dst)
		return
	}
	acc := c.scratch(dst)
	it := c.alloc()
	c.iterator(e, it, c.operandAt(e.Clauses[0].Iter, it))
	c.free(it + 1)
	outer, pinned := c.scope, c.pinned
	c.scope = c.u.scopes[e]
	c.bindComp(e, it)
	if e.Kind == parser.ListComp && len(e.Clauses) == 1 && len(e.Clauses[0].Ifs) == 0 && !e.Clauses[0].Async {
		c.emit(OpBuildList, acc, it, 1, 0)
	} else {
		c.emit([...]Op{parser.ListComp: OpBuildList, parser.SetComp: OpBuildSet, parser.DictComp: OpBuildDict}[e.Kind], acc, acc, 0, 0)
	}
	c.clauses(e.Clauses, it, func() {
		top := c.top
		switch e.Kind {
		case parser.ListComp:
			c.emit(OpListAppend, acc, c.operand(e.Elt), 0, 0)
		case parser.SetComp:
			c.emit(OpSetAdd, acc, c.operand(e.Elt), 0, 0)
		case parser.DictComp:
			k := c.operand(e.Elt)
			c.emit(OpDictSet, acc, k, c.operand(e.Value), 0)
		}
		c.free(top)
	})
	c.scope, c.pinned = outer, pinned
	c.move(dst, acc)
}

// iterator emits R[dst] = the iterator of a comprehension over R[src].
func (c *fn) iterator(e *parser.Comp, dst, src int) {
	line := c.at(e.Clauses[0].Iter)
	op := OpGetIter
	if e.Clauses[0].Async {
		op = OpGetAiter
	}
	c.emit(op, dst, src, count(makes(e.Clauses[0].Iter)), 0)
	c.line = line
}

// bindComp gives the variables of the current comprehension registers. If the first loop
// has a plain variable, that comes right after the loop's iterator.
func (c *fn) bindComp(e *parser.Comp, it int) {
	c.alloc()
	for _, v := range c.scope.order {
		v.busy = false
		v.loop = v.loop && !v.captured
		switch {
		case c.scope.declared[v.name] != undeclared:
			continue
		case v.loop && v.first:
			v.reg = it + 1
		case v.loop:
			c.alloc()
			fallthrough
		default:
			v.reg = c.alloc()
		}
		c.flow.unbind(v.reg)
		switch {
		case v.captured:
			c.emit(OpMakeCell, v.reg, 1, 0, 0)
		case len(e.Clauses) > 1 || !plainTarget(e.Clauses[0].Target):
			c.emit(OpUnbind, v.reg, 1, 0, 0)
		}
	}
	c.pin()
}

// plainTarget tells whether a target consists of names only, so that nothing can come
// between the start of the assignment and its end.
func plainTarget(e parser.Expr) bool {
	switch e := e.(type) {
	case *parser.Name:
		return true
	case *parser.Tuple:
		for _, x := range e.Elts {
			if !plainTarget(x) {
				return false
			}
		}
		return true
	}
	return false
}

// clauses generates the loops and conditions of a comprehension around its element. The
// iterator of the first loop is in register first.
func (c *fn) clauses(list []parser.CompFor, first int, element func()) {
	cl, line := list[0], c.line
	b := &block{kind: loopBlock, next: newLabel()}
	body := func() {
		for _, x := range cl.Ifs {
			c.jumpIf(x, false, b.next)
		}
		if len(list) > 1 {
			c.clauses(list[1:], -1, element)
		} else {
			c.line = line
			element()
		}
	}
	if first >= 0 {
		b.owns = makes(cl.Iter)
		if v, ok := c.target(cl.Target); ok {
			v.busy = true
		}
		c.loopOver(cl.Async, cl.Target, first, b, body)
	} else {
		c.iterate(cl.Async, cl.Target, cl.Iter, b, body)
	}
	c.line = line
}

// genexp makes the generator of a generator expression: a function of one parameter, the
// first iterator.
func (c *fn) genexp(e *parser.Comp, dst int) {
	t := c.topmost(dst)
	top := c.top
	f := c.nested(e, func(f *fn) {
		f.code.Line = e.Pos.Line
		f.code.Params, f.code.Pos = []string{".0"}, 1
		f.clauses(e.Clauses, 0, func() {
			y := f.alloc()
			f.emit(OpYield, y, f.operandAt(e.Elt, y), f.handling(), int32(y))
			f.free(y)
		})
		f.emit(OpReturnNone, 0, 0, 0, 0)
	})
	c.emit(OpMakeFunc, t, 0, 0, f)
	c.free(top)
	it := c.alloc()
	c.iterator(e, it, c.operandAt(e.Clauses[0].Iter, it))
	c.free(it + 1)
	c.emit(OpCall, t, 1, 0, 0)
	c.move(dst, t)
}
