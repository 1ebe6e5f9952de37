package compiler

import (
	"slices"

	"github.com/coro-lang/coro/lang/parser"
)

// This file generates function definitions, lambdas and decorators, and compiles their
// bodies.

func (c *fn) funcDef(s *parser.FuncDef) {
	top := c.top
	c.line = onLine(s.Name.Pos.Line)
	c.decorators(s.Decorators)
	t := c.alloc()
	c.allocN(3)
	extras := c.defaults(t, s.Params)
	outer := c.enterTypeParams(s.TypeParams)
	extras |= c.annotations(t+3, s.Params, s.Returns)
	first := s.Name.Pos.Line
	if len(s.Decorators) > 0 {
		first = s.Decorators[0].Where().Pos.Line
	}
	f := c.nested(s, func(f *fn) {
		f.code.Line = first
		if s.Async {
			f.code.Flags |= FlagCoroutine
		}
		if f.frame.parent.frame.kind == classScope {
			f.code.Flags |= FlagMethod
		}
		f.signature(s.Params)
		body := s.Body.Stmts
		if doc, ok := docString(body); ok {
			f.code.Doc, f.code.HasDoc = doc, true
			body = body[1:]
		}
		f.stmts(body)
		f.emit(OpReturnNone, 0, 0, 0, 0)
	})
	c.emit(OpMakeFunc, t, extras, 0, f)
	c.keepTypeParams(t, s.TypeParams)
	c.scope = outer
	c.decorate(s.Decorators, t)
	c.storeName(s.Name.Name, top)
	c.free(top)
}

// decorators computes decorators into registers in a row.
func (c *fn) decorators(list []parser.Expr) {
	for _, d := range list {
		c.into(d, c.alloc())
	}
}

// decorate calls the decorators below t, the innermost first, with what they decorate in t.
// The result comes to where the first decorator was, or stays in t.
func (c *fn) decorate(list []parser.Expr, t int) {
	line := c.line
	for i := len(list) - 1; i >= 0; i-- {
		t--
		c.line = of(list[i])
		c.emit(OpCall, t, 1, 0, 0)
	}
	c.line = line
}

// The bits of MAKEFUNC's B.
const (
	withDefaults = 1 << iota
	withKwDefaults
	withAnnotations
)

// defaults computes the defaults of parameters for the function to be made in t.
func (c *fn) defaults(t int, ps parser.Params) (extras int) {
	var pos []parser.Expr
	var kw []parser.DictItem
	for _, p := range ps.List {
		switch {
		case p.Default == nil:
		case p.Kind == parser.KwOnly:
			name := &parser.Str{Span: p.Span, Val: c.mangle(p.Name)}
			kw = append(kw, parser.DictItem{Key: name, Value: p.Default})
		default:
			pos = append(pos, p.Default)
		}
	}
	if len(pos) > 0 {
		extras |= withDefaults
		c.into(&parser.Tuple{Span: pos[0].Where(), Elts: pos}, t+1)
	}
	if len(kw) > 0 {
		extras |= withKwDefaults
		c.into(&parser.Dict{Span: kw[0].Key.Where(), Items: kw}, t+2)
	}
	return extras
}

// annotations builds the dict of a function's annotations in dst, if there are any.
func (c *fn) annotations(dst int, ps parser.Params, returns parser.Expr) (extras int) {
	top := c.top
	add := func(name string, ann parser.Expr) {
		if ann == nil {
			return
		}
		if extras == 0 {
			c.emit(OpBuildDict, dst, dst, 0, 0)
			extras = withAnnotations
		}
		k := c.alloc()
		c.loadConst(k, c.mangle(name))
		v := c.alloc()
		c.annotation(ann, v)
		c.emit(OpDictSet, dst, k, v, 0)
		c.free(top)
	}
	for _, kind := range [...]parser.ParamKind{parser.Normal, parser.PosOnly, parser.VarArgs, parser.KwOnly, parser.KwArgs} {
		for _, p := range ps.List {
			if p.Kind == kind {
				add(p.Name, p.Ann)
			}
		}
	}
	add("return", returns)
	return extras
}

// annotation computes an annotation, or keeps its text.
func (c *fn) annotation(e parser.Expr, dst int) {
	if c.u.textAnnotations {
		c.loadConst(dst, unparse(e))
		return
	}
	c.typeExpr(e, dst)
}

// typeExpr computes an expression for typing, which may be *Ts.
func (c *fn) typeExpr(e parser.Expr, dst int) {
	if s, ok := e.(*parser.Starred); ok {
		t := c.operand(s.X)
		c.emit(OpUnpack, dst, t, 0, 1)
		return
	}
	c.into(e, dst)
}

// signature fills in the parameters.
func (c *fn) signature(ps parser.Params) {
	for _, p := range paramOrder(ps.List) {
		c.code.Params = append(c.code.Params, c.mangle(p.Name))
		switch p.Kind {
		case parser.PosOnly:
			c.code.PosOnly++
			c.code.Pos++
		case parser.Normal:
			c.code.Pos++
		case parser.KwOnly:
			c.code.KwOnly++
		case parser.VarArgs:
			c.code.Flags |= FlagVarArgs
		case parser.KwArgs:
			c.code.Flags |= FlagVarKw
		}
	}
}

func (c *fn) lambda(e *parser.Lambda, dst int) {
	t := c.topmost(dst)
	c.allocN(3)
	extras := c.defaults(t, e.Params)
	f := c.nested(e, func(f *fn) {
		f.code.Line = e.Pos.Line
		f.code.Flags |= FlagLambda
		f.signature(e.Params)
		f.line = onLine(e.Body.Where().Pos.Line)
		f.result(e.Body)
	})
	c.emit(OpMakeFunc, t, extras, 0, f)
	c.move(dst, t)
}

// nested compiles the function whose scope belongs to n, and returns its index. Code that is
// generated more than once, as in a finally clause, shares it, unless the variables that
// it captures stand in other registers each time.
func (c *fn) nested(n any, body func(*fn)) int32 {
	if c.flow.dead {
		return 0
	}
	s := c.u.scopes[n]
	if i, ok := c.funcs[n]; ok {
		free := make([]FreeVar, 0, len(s.free))
		for _, v := range s.free {
			free = append(free, c.freeVar(v))
		}
		if slices.Equal(free, c.code.Funcs[i].Free) {
			return i
		}
	}
	code := c.u.code(c, s, func(f *fn) {
		f.line = onLine(s.at.Pos.Line)
		body(f)
	})
	i := int32(len(c.code.Funcs))
	c.code.Funcs = append(c.code.Funcs, code)
	c.funcs[n] = i
	return i
}
