package compiler

import "github.com/coro-lang/coro/lang/parser"

// This file generates class definitions and type parameters.

func (c *fn) classDef(s *parser.ClassDef) {
	top := c.top
	c.line = from(s.Name.Pos.Line, s)
	c.decorators(s.Decorators)
	first := s.Name.Pos.Line
	if len(s.Decorators) > 0 {
		first = s.Decorators[0].Where().Pos.Line
	}
	t := c.allocN(3)
	outer := c.enterTypeParams(s.TypeParams)
	params := c.top
	f := c.nested(s, func(f *fn) { f.classBody(s, first) })
	c.emit(OpMakeFunc, t, 0, 0, f)
	c.free(params)
	var args arguments
	if s.Args != nil {
		args = c.arguments(s.Args.List)
	}
	c.starArgs(t+1, args.pos)
	if s.TypeParams != nil {
		c.genericBase(t+1, s.TypeParams)
	}
	c.emit(OpListToTuple, t+1, 0, 0, 0)
	c.keywords(t+2, args.kw, t)
	c.emit(OpBuildClass, t, 0, 0, c.name(s.Name.Name))
	c.scope = outer
	c.decorate(s.Decorators, t)
	c.storeName(s.Name.Name, top)
	c.free(top)
}

// classBody compiles the body of a class: a function that fills the namespace in R[0].
func (c *fn) classBody(s *parser.ClassDef, first int32) {
	c.code.Line = first
	t := c.alloc()
	c.emit(OpLoadName, t, 0, 0, c.name("__name__"))
	c.emit(OpStoreName, t, 0, 0, c.name("__module__"))
	set := func(name string, v any) {
		c.loadConst(t, v)
		c.emit(OpStoreName, t, 0, 0, c.name(name))
	}
	set("__qualname__", c.code.Qualname)
	set("__firstlineno__", int64(first))
	if c.scope.annotated {
		c.emit(OpSetupAnn, 0, 0, 0, 0)
	}
	body := s.Body.Stmts
	if doc, ok := docString(body); ok {
		c.line = onLine(body[0].Where().Pos.Line)
		set("__doc__", doc)
		body = body[1:]
	}
	c.free(t)
	c.stmts(body)
	c.alloc()
	attrs := Tuple{}
	for _, a := range c.scope.selfAttrs {
		attrs = append(attrs, a)
	}
	set("__static_attributes__", attrs)
	if v := c.scope.classCell; v != nil {
		// The cell itself: the class goes into it when it is made.
		c.emit(OpStoreName, v.reg, 0, 0, c.name("__classcell__"))
	}
	c.emit(OpReturnNone, 0, 0, 0, 0)
}

// enterTypeParams makes the type parameters of a definition, in a scope around it, and
// returns the scope to go back to.
func (c *fn) enterTypeParams(tp *parser.TypeParams) (outer *scope) {
	outer = c.scope
	if tp == nil {
		return outer
	}
	c.scope = c.u.scopes[tp]
	for _, v := range c.scope.order {
		v.reg = c.alloc()
		c.flow.unbind(v.reg)
		c.emit(OpUnbind, v.reg, 1, 0, 0)
		if v.captured {
			c.emit(OpMakeCell, v.reg, 1, 0, 0)
		}
	}
	c.pin()
	for _, p := range tp.List {
		t := c.alloc()
		c.typing("_type_parameter", t)
		c.loadConst(c.alloc(), [...]string{"TypeVar", "TypeVarTuple", "ParamSpec"}[p.Stars])
		c.loadConst(c.alloc(), p.Name)
		names := Tuple{}
		if p.Bound != nil {
			name := "__bound__"
			if _, several := p.Bound.(*parser.Tuple); several {
				name = "__constraints__"
			}
			names = append(names, name)
			c.lazy(&p.Bound, c.alloc())
		}
		if p.Default != nil {
			names = append(names, "__default__")
			c.lazy(&p.Default, c.alloc())
		}
		c.emit(OpCallKw, t, 2+len(names), 0, c.constant(names))
		c.storeName(p.Name, t)
		c.free(t)
	}
	return outer
}

// lazy makes a function in R[dst] that computes the bound or the default of a type parameter.
func (c *fn) lazy(e *parser.Expr, dst int) {
	top := c.top
	t := c.topmost(dst)
	c.allocN(1)
	extras := 0
	if s := c.u.scopes[e]; s.inClass() {
		extras = withDefaults
		c.build(OpBuildTuple, t+1, 0, 1)
	}
	f := c.nested(e, func(f *fn) {
		f.code.Line = f.scope.at.Pos.Line
		if f.scope.inClass() {
			f.code.Params, f.code.PosOnly, f.code.Pos = []string{".namespace"}, 1, 1
		}
		t := f.alloc()
		f.typeExpr(*e, t)
		f.emit(OpReturn, t, 0, 0, 0)
	})
	c.emit(OpMakeFunc, t, extras, 0, f)
	c.move(dst, t)
	c.free(top)
}

// keepTypeParams gives the function in R[t] its type parameters.
func (c *fn) keepTypeParams(t int, tp *parser.TypeParams) {
	if tp == nil {
		return
	}
	var names []parser.Expr
	for _, p := range tp.List {
		names = append(names, &parser.Name{Span: p.Span, ID: p.Name})
	}
	v := c.alloc()
	c.tuple(names, v)
	c.emit(OpSetAttr, t, v, 0, c.site("__type_params__"))
	c.free(v)
}

// typing loads a name of the typing module.
func (c *fn) typing(name string, dst int) {
	c.emit(OpImport, dst, ImportBuiltin, 0, c.name("typing"))
	c.emit(OpGetAttr, dst, dst, 0, c.site(name))
}

// genericBase adds Generic[T, …] to the list of bases of a class with type parameters.
func (c *fn) genericBase(bases int, tp *parser.TypeParams) {
	t := c.alloc()
	c.typing("Generic", t)
	var names []parser.Expr
	for _, p := range tp.List {
		var x parser.Expr = &parser.Name{Span: p.Span, ID: p.Name}
		if p.Stars == 1 {
			x = &parser.Starred{Span: p.Span, X: x}
		}
		names = append(names, x)
	}
	i := c.alloc()
	c.tuple(names, i)
	c.emit(OpGetItem, t, t, i, 0)
	c.emit(OpListAppend, bases, t, 0, 0)
	c.free(t)
}
