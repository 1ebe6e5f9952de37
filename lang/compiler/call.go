package compiler

import "github.com/coro-lang/coro/lang/parser"

// This file generates calls. The function called finds its arguments where the caller put
// them, so a call's registers are the topmost ones.

// maxArgs is how many arguments a call may have in registers; with more they go in a list.
const maxArgs = 60

// arguments are those of a call, in the order in which Python evaluates them: positional
// ones, then keywords.
type arguments struct {
	pos, kw []parser.Arg
	plain   bool // neither stars nor too many: they can go in registers
}

func (c *fn) arguments(list []parser.Arg) arguments {
	a := arguments{plain: len(list) <= maxArgs && c.top+len(list)+2 < maxRegs}
	for _, x := range list {
		switch x.Kind {
		case parser.PosArg:
			a.pos = append(a.pos, x)
		case parser.StarArg:
			a.pos = append(a.pos, x)
			a.plain = false
		case parser.KeywordArg:
			a.kw = append(a.kw, x)
		case parser.StarStarArg:
			a.kw = append(a.kw, x)
			a.plain = false
		}
	}
	return a
}

func (c *fn) call(e *parser.Call, dst int) {
	args := c.arguments(e.Args)
	a := c.topmost(dst)
	if f, ok := e.Fn.(*parser.Attr); ok && args.plain {
		x := c.operandAt(f.X, a)
		c.line = onLine(f.Name.Pos.Line)
		c.allocN(a + 2 - c.top)
		c.emit(OpLoadMethod, a, x, 0, c.site(f.Name.Name))
		c.line = from(f.Name.Pos.Line, e)
		c.callRegs(OpCallMethod, OpCallMethodKw, a, args)
		c.move(dst, a)
		return
	}
	c.into(e.Fn, a)
	if args.plain {
		c.callRegs(OpCall, OpCallKw, a, args)
	} else {
		c.callEx(a, args)
	}
	c.move(dst, a)
}

// spareArgs is the room above the arguments of a call in which a builtin may find that
// the optional ones are missing.
const spareArgs = 2

// callRegs calls with the arguments in registers.
func (c *fn) callRegs(op, opKw Op, a int, args arguments) {
	n := len(args.pos) + len(args.kw)
	for _, x := range args.pos {
		c.into(x.X, c.alloc())
	}
	for _, x := range args.kw {
		c.into(x.X, c.alloc())
	}
	if len(args.kw) == 0 {
		c.code.Regs = max(c.code.Regs, min(c.top+spareArgs, maxRegs))
		c.emit(op, a, n, 0, 0)
		return
	}
	names := make(Tuple, len(args.kw))
	for i, x := range args.kw {
		names[i] = x.Name
	}
	c.emit(opKw, a, n, 0, c.constant(names))
}

// callEx calls with the arguments in a list and a dict.
func (c *fn) callEx(a int, args arguments) {
	c.allocN(2)
	hasKw := min(len(args.kw), 1)
	if len(args.pos) == 1 && args.pos[0].Kind == parser.StarArg {
		// *args alone are asked for their items last, by the call itself.
		top := c.top
		x := c.operand(args.pos[0].X)
		if hasKw == 1 {
			c.keywords(a+2, args.kw, a)
		}
		c.build(OpBuildList, a+1, c.top, 0)
		c.emit(OpListExtend, a+1, x, 1, 0)
		c.free(top)
	} else {
		c.starArgs(a+1, args.pos)
		if hasKw == 1 {
			c.keywords(a+2, args.kw, a)
		}
	}
	c.emit(OpCallEx, a, hasKw, 0, 0)
}

// starArgs builds the list of positional arguments in dst.
func (c *fn) starArgs(dst int, pos []parser.Arg) {
	top := c.top
	n := 0
	for n < min(len(pos), maxRun) && pos[n].Kind == parser.PosArg {
		c.into(pos[n].X, c.alloc())
		n++
	}
	c.build(OpBuildList, dst, top, n)
	c.free(top)
	for _, x := range pos[n:] {
		if x.Kind == parser.StarArg {
			c.emit(OpListExtend, dst, c.operand(x.X), 0, 0)
		} else {
			c.emit(OpListAppend, dst, c.operand(x.X), 0, 0)
		}
		c.free(top)
	}
}

// keywords builds the dict of keyword arguments in dst, for the function in callee. Names
// written out cannot repeat each other, but may repeat what comes out of a `**`.
func (c *fn) keywords(dst int, kw []parser.Arg, callee int) {
	top := c.top
	c.build(OpBuildDict, dst, top, 0)
	stars := false
	for _, x := range kw {
		if x.Kind == parser.StarStarArg {
			stars = true
			c.emit(OpDictMerge, dst, c.operand(x.X), callee, 0)
			c.free(top)
			continue
		}
		d := dst
		if stars {
			d = c.alloc()
		}
		k := c.alloc()
		c.loadConst(k, x.Name)
		v := c.operand(x.X)
		if stars {
			c.emit(OpBuildDict, d, k, 0, 0)
		}
		c.emit(OpDictSet, d, k, v, 0)
		if stars {
			c.emit(OpDictMerge, dst, d, callee, 0)
		}
		c.free(top)
	}
}
