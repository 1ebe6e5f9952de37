package compiler

import (
	"fmt"
	"strings"

	"github.com/coro-lang/coro/lang/parser"
)

// This file generates simple statements, and sends the others to their files.

func (c *fn) block(b *parser.Block) { c.stmts(b.Stmts) }

// stmts generates statements up to where the code cannot go on.
func (c *fn) stmts(list []parser.Stmt) {
	outer := c.node
	for _, s := range list {
		if c.flow.dead {
			break
		}
		c.node, c.line = s, header(s)
		c.stmt(s)
	}
	c.node = outer
}

func (c *fn) stmt(s parser.Stmt) {
	top, pinned := c.top, c.pinned
	c.pin()
	switch s := s.(type) {
	case *parser.FuncDef:
		c.funcDef(s)
	case *parser.ClassDef:
		c.classDef(s)
	case *parser.If:
		c.ifStmt(s)
	case *parser.While:
		c.while(s)
	case *parser.For:
		c.forStmt(s)
	case *parser.With:
		c.with(s, 0)
	case *parser.Try:
		c.try(s)
	case *parser.Match:
		c.match(s)
	case *parser.ExprStmt:
		c.exprStmt(s)
	case *parser.Assign:
		c.assignStmt(s)
	case *parser.AugAssign:
		c.augAssign(s)
	case *parser.AnnAssign:
		c.annAssign(s)
	case *parser.Return:
		c.returnStmt(s)
	case *parser.Raise:
		c.raise(s)
	case *parser.Assert:
		c.assert(s)
	case *parser.Del:
		for _, t := range s.Targets {
			c.del(t)
		}
	case *parser.Break:
		c.breakStmt()
	case *parser.Continue:
		c.continueStmt()
	case *parser.Import:
		c.importStmt(s)
	case *parser.ImportFrom:
		c.importFrom(s)
	case *parser.Pass, *parser.Global, *parser.Nonlocal:
	default:
		panic(fmt.Sprintf("compiler: statement %T", s))
	}
	c.top, c.pinned = top, pinned
}

func (c *fn) exprStmt(s *parser.ExprStmt) {
	if c.u.opts.Interactive && c.frame.kind == moduleScope {
		c.emit(OpPrintExpr, c.operand(s.X), 0, 0, 0)
		return
	}
	if _, ok := c.fold(s.X); ok {
		return
	}
	c.operand(s.X)
}

func (c *fn) ifStmt(s *parser.If) {
	if l := c.leap(s); l != nil {
		c.jumpIf(s.Cond, true, l)
		return
	}
	end, next := newLabel(), newLabel()
	c.jumpIf(s.Cond, false, next)
	c.block(s.Body)
	for _, e := range s.Elifs {
		c.jump(OpJump, 0, 0, end)
		c.place(next)
		next = newLabel()
		c.line = onLine(e.Pos.Line)
		c.jumpIf(e.Cond, false, next)
		c.block(e.Body)
	}
	if s.Else != nil {
		c.jump(OpJump, 0, 0, end)
		c.place(next)
		c.block(s.Else)
	} else {
		c.place(next)
	}
	c.place(end)
}

// leap finds where an if statement goes that does nothing but break or continue.
func (c *fn) leap(s *parser.If) *label {
	if len(s.Elifs) > 0 || s.Else != nil || len(s.Body.Stmts) != 1 || len(c.blocks) == 0 {
		return nil
	}
	b := c.blocks[len(c.blocks)-1]
	if b.kind != loopBlock {
		return nil
	}
	switch s.Body.Stmts[0].(type) {
	case *parser.Break:
		if b.owns {
			return nil // the iterator must be closed
		}
		return b.end
	case *parser.Continue:
		return b.next
	}
	return nil
}

func (c *fn) raise(s *parser.Raise) {
	switch {
	case s.X == nil:
		c.emit(OpRaise, 0, 0, 0, 0)
	case s.From == nil:
		c.emit(OpRaise, c.operand(s.X), 0, 1, 0)
	default:
		x := c.operand(s.X)
		c.emit(OpRaise, x, c.operand(s.From), 2, 0)
	}
	c.flow.dead = true
}

func (c *fn) assert(s *parser.Assert) {
	ok := newLabel()
	c.jumpIf(s.Test, true, ok)
	c.line = onLine(s.Test.Where().Pos.Line)
	if s.Msg == nil {
		c.line = onLine(s.Test.Where().Pos.Line)
		c.emit(OpRaiseAssert, 0, 0, 0, 0)
	} else {
		x := c.operand(s.Msg)
		c.line = of(s.Test) // where CPython says that it is raised
		c.emit(OpRaiseAssert, x, 0, 1, 0)
	}
	c.flow.dead = true
	c.place(ok)
}

func (c *fn) del(e parser.Expr) {
	line, top := c.at(e), c.top
	switch e := e.(type) {
	case *parser.Name:
		c.deleteName(e.ID)
	case *parser.Attr:
		x := c.operand(e.X)
		c.line = onLine(e.Name.Pos.Line)
		c.emit(OpDelAttr, x, 0, 0, c.site(e.Name.Name))
	case *parser.Index:
		x := c.operand(e.X)
		c.emit(OpDelItem, x, c.operand(e.I), 0, 0)
	case *parser.Tuple:
		for _, x := range e.Elts {
			c.del(x)
		}
	case *parser.List:
		for _, x := range e.Elts {
			c.del(x)
		}
	default:
		panic(fmt.Sprintf("compiler: del %T", e))
	}
	c.line, c.top = line, top
}

func dotted(path []parser.Ident) string {
	names := make([]string, len(path))
	for i, id := range path {
		names[i] = id.Name
	}
	return strings.Join(names, ".")
}

func (c *fn) importStmt(s *parser.Import) {
	for _, a := range s.Names {
		t := c.alloc()
		what, name := ImportFirst, a.Path[0].Name
		if a.As != nil {
			what, name = ImportAs, a.As.Name
		}
		c.emit(OpImport, t, what, 0, c.name(dotted(a.Path)))
		c.storeName(name, t)
		c.free(t)
	}
}

func (c *fn) importFrom(s *parser.ImportFrom) {
	m := c.alloc()
	if s.Dots.N >= maxRegs {
		c.tooLarge("this import goes too many levels up")
	}
	c.emit(OpImport, m, ImportLast, s.Dots.N, c.name(dotted(s.Path)))
	if s.Star {
		c.emit(OpImportStar, m, 0, 0, 0)
		return
	}
	t := c.alloc()
	for _, a := range s.Names {
		name := a.Name.Name
		if a.As != nil {
			name = a.As.Name
		}
		c.emit(OpImportFrom, t, m, 0, c.name(a.Name.Name))
		c.storeName(name, t)
	}
}
