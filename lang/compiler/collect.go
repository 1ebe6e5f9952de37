package compiler

import (
	"fmt"

	"github.com/coro-lang/coro/lang/parser"
)

// This file walks a file once to collect its scopes: what each binds, uses and declares.

// A collector walks the tree with the scope that it is in.
type collector struct {
	u *unit
	s *scope
}

// collect makes the scopes of a file, and resolves what crosses between them.
func (u *unit) collect() *scope {
	k := &collector{u: u}
	s := k.push(moduleScope, u.file, "<module>")
	k.stmts(u.file.Body)
	k.pop()
	s.capture()
	return s
}

func (k *collector) push(kind scopeKind, n any, name string) *scope {
	s := &scope{
		kind: kind, name: name, qualname: name, parent: k.s,
		vars: map[string]*variable{}, declared: map[string]declaration{}, seen: map[string]bool{},
		freeIndex: map[*variable]int32{},
	}
	s.frame = s
	if n, ok := n.(parser.Node); ok {
		s.at = n.Where()
	}
	if p := k.s; p != nil {
		p.children = append(p.children, s)
		s.class = p.class
		if kind == compScope || kind == typeScope {
			s.frame = p.frame
		} else {
			s.qualname = p.inner(name)
		}
	}
	if kind == classScope {
		s.class = name
	}
	k.u.scopes[n] = s
	k.s = s
	return s
}

func (k *collector) pop() { k.s = k.s.parent }

func (k *collector) bind(name string) *variable {
	name = mangle(k.s.class, name)
	k.s.use(name)
	return k.s.bind(name)
}

func (k *collector) use(name string) {
	k.s.use(mangle(k.s.class, name))
	if name == "super" && k.s.kind != classScope && k.s.frame.isFunc() {
		k.s.use("__class__")
	}
}

func (k *collector) stmts(list []parser.Stmt) {
	for _, s := range list {
		k.stmt(s)
	}
}

func (k *collector) block(b *parser.Block) {
	if b != nil {
		k.stmts(b.Stmts)
	}
}

func (k *collector) exprs(list []parser.Expr) {
	for _, e := range list {
		k.expr(e)
	}
}

func (k *collector) stmt(s parser.Stmt) {
	switch s := s.(type) {
	case *parser.FuncDef:
		k.exprs(s.Decorators)
		k.bind(s.Name.Name)
		k.defaults(s.Params)
		k.typeParams(s.TypeParams)
		k.annotations(s.Params, s.Returns)
		k.push(funcScope, s, s.Name.Name)
		k.params(s.Params)
		k.block(s.Body)
		k.pop()
		k.endTypeParams(s.TypeParams)
	case *parser.ClassDef:
		k.exprs(s.Decorators)
		k.bind(s.Name.Name)
		k.typeParams(s.TypeParams)
		if s.Args != nil {
			k.args(s.Args.List)
		}
		k.push(classScope, s, s.Name.Name)
		k.block(s.Body)
		k.pop()
		k.endTypeParams(s.TypeParams)
	case *parser.If:
		k.expr(s.Cond)
		k.block(s.Body)
		for _, e := range s.Elifs {
			k.expr(e.Cond)
			k.block(e.Body)
		}
		k.block(s.Else)
	case *parser.While:
		k.expr(s.Cond)
		k.block(s.Body)
		k.block(s.Else)
	case *parser.For:
		if s.Async {
			k.s.frame.awaits = true
		}
		k.loopTarget(s.Target)
		k.expr(s.Iter)
		k.block(s.Body)
		k.block(s.Else)
	case *parser.With:
		if s.Async {
			k.s.frame.awaits = true
		}
		for _, it := range s.Items {
			k.expr(it.X)
			if it.As != nil {
				k.target(it.As)
			}
		}
		k.block(s.Body)
	case *parser.Try:
		k.block(s.Body)
		for _, h := range s.Handlers {
			if h.Type != nil {
				k.expr(h.Type)
			}
			if h.Name != nil {
				k.bind(h.Name.Name).deleted = true
			}
			k.block(h.Body)
		}
		k.block(s.Else)
		k.block(s.Finally)
	case *parser.Match:
		k.expr(s.Subject)
		for _, c := range s.Cases {
			k.pattern(c.Pattern)
			if c.Guard != nil {
				k.expr(c.Guard)
			}
			k.block(c.Body)
		}
	case *parser.ExprStmt:
		k.expr(s.X)
	case *parser.Assign:
		k.expr(s.X)
		for _, t := range s.Targets {
			k.target(t)
		}
	case *parser.AugAssign:
		k.expr(s.Target)
		k.target(s.Target)
		k.expr(s.X)
	case *parser.AnnAssign:
		k.annAssign(s)
	case *parser.Return:
		if s.X != nil {
			k.expr(s.X)
		}
	case *parser.Raise:
		if s.X != nil {
			k.expr(s.X)
		}
		if s.From != nil {
			k.expr(s.From)
		}
	case *parser.Assert:
		k.expr(s.Test)
		if s.Msg != nil {
			k.expr(s.Msg)
		}
	case *parser.Del:
		for _, t := range s.Targets {
			k.deleted(t)
		}
	case *parser.Global:
		for _, n := range s.Names {
			k.declare(n, declaredGlobal)
		}
	case *parser.Nonlocal:
		for _, n := range s.Names {
			k.declare(n, declaredNonlocal)
		}
	case *parser.Import:
		for _, a := range s.Names {
			if a.As != nil {
				k.bind(a.As.Name)
			} else {
				k.bind(a.Path[0].Name)
			}
		}
	case *parser.ImportFrom:
		for _, a := range s.Names {
			if a.As != nil {
				k.bind(a.As.Name)
			} else {
				k.bind(a.Name.Name)
			}
		}
		k.future(s)
	case *parser.Pass, *parser.Break, *parser.Continue:
	default:
		panic(fmt.Sprintf("compiler: collect %T", s))
	}
}

// future notes `from __future__ import annotations`, which keeps annotations as text.
func (k *collector) future(s *parser.ImportFrom) {
	if s.Dots.N > 0 || len(s.Path) != 1 || s.Path[0].Name != "__future__" {
		return
	}
	for _, a := range s.Names {
		if a.Name.Name == "annotations" {
			k.u.textAnnotations = true
		}
	}
}

func (k *collector) annAssign(s *parser.AnnAssign) {
	if s.X != nil {
		k.expr(s.X)
	}
	if n, ok := s.Target.(*parser.Name); !ok {
		k.target(s.Target)
	} else if s.Simple || s.X != nil {
		k.bind(n.ID)
	}
	if !k.s.isFunc() {
		if s.Simple {
			k.s.annotated = true
		}
		if !k.u.textAnnotations {
			k.expr(s.Ann)
		}
	}
}

// target collects what an assignment to e binds.
func (k *collector) target(e parser.Expr) {
	switch e := e.(type) {
	case *parser.Name:
		k.bind(e.ID)
	case *parser.Tuple:
		for _, x := range e.Elts {
			k.target(x)
		}
	case *parser.List:
		for _, x := range e.Elts {
			k.target(x)
		}
	case *parser.Starred:
		k.target(e.X)
	case *parser.Attr:
		k.selfAttr(e)
		k.expr(e)
	default:
		k.expr(e)
	}
}

// loopTarget collects the target of a loop.
func (k *collector) loopTarget(e parser.Expr) {
	k.target(e)
	if n, ok := e.(*parser.Name); ok {
		k.bind(n.ID).loop = true
	}
}

// selfAttr notes an attribute that a method assigns on its self, for __static_attributes__.
func (k *collector) selfAttr(e *parser.Attr) {
	x, ok := e.X.(*parser.Name)
	if !ok || x.ID != "self" || k.s.kind != funcScope || k.s.parent == nil || k.s.parent.kind != classScope {
		return
	}
	class := k.s.parent
	name := mangle(k.s.class, e.Name.Name)
	for _, a := range class.selfAttrs {
		if a == name {
			return
		}
	}
	class.selfAttrs = append(class.selfAttrs, name)
}

func (k *collector) deleted(e parser.Expr) {
	switch e := e.(type) {
	case *parser.Name:
		k.bind(e.ID).deleted = true
	case *parser.Tuple:
		for _, x := range e.Elts {
			k.deleted(x)
		}
	case *parser.List:
		for _, x := range e.Elts {
			k.deleted(x)
		}
	default:
		k.expr(e)
	}
}

func (k *collector) expr(e parser.Expr) {
	switch e := e.(type) {
	case *parser.Name:
		k.use(e.ID)
	case *parser.Binary:
		k.binary(e)
	case *parser.Comp:
		k.comp(e)
	case *parser.Lambda:
		k.defaults(e.Params)
		k.push(funcScope, e, "<lambda>")
		k.params(e.Params)
		k.expr(e.Body)
		k.pop()
	case *parser.Walrus:
		k.expr(e.X)
		k.walrus(e.Name.Name)
	case *parser.Await:
		k.s.frame.awaits = true
		k.expr(e.X)
	case *parser.Yield:
		k.s.frame.yields = true
		if e.X != nil {
			k.expr(e.X)
		}
	case *parser.YieldFrom:
		k.s.frame.yields = true
		k.expr(e.X)
	default:
		parser.Children(e, func(n parser.Node) { k.expr(n.(parser.Expr)) })
	}
}

// binary goes down the left side of a chain in a loop: it may be very long.
func (k *collector) binary(e *parser.Binary) {
	chain := leftChain(e)
	k.expr(chain[len(chain)-1].L)
	for i := len(chain) - 1; i >= 0; i-- {
		k.expr(chain[i].R)
	}
}

// leftChain is e, its left operand, the left operand of that, as long as they are Binary.
func leftChain(e *parser.Binary) []*parser.Binary {
	chain := []*parser.Binary{e}
	for {
		l, ok := e.L.(*parser.Binary)
		if !ok {
			return chain
		}
		chain = append(chain, l)
		e = l
	}
}

// walrus binds a name in the nearest scope that is no comprehension.
func (k *collector) walrus(name string) {
	name = mangle(k.s.class, name)
	s := k.s
	for s.kind == compScope || s.kind == genexpScope {
		s.use(name)
		s = s.parent
	}
	s.use(name)
	s.bind(name).rebound = true
}

func (k *collector) comp(e *parser.Comp) {
	k.expr(e.Clauses[0].Iter)
	if e.Kind == parser.GenExp {
		k.push(genexpScope, e, "<genexpr>")
		k.s.bind(".0").param = true
	} else {
		k.push(compScope, e, "<comp>")
	}
	for i, c := range e.Clauses {
		if c.Async {
			k.s.frame.awaits = true
		}
		k.loopTarget(c.Target)
		if i > 0 {
			k.expr(c.Iter)
		} else if n, ok := c.Target.(*parser.Name); ok {
			k.bind(n.ID).first = true
		}
		k.exprs(c.Ifs)
	}
	k.expr(e.Elt)
	if e.Value != nil {
		k.expr(e.Value)
	}
	k.pop()
}

func (k *collector) args(list []parser.Arg) {
	for _, a := range list {
		k.expr(a.X)
	}
}

func (k *collector) defaults(ps parser.Params) {
	for _, p := range ps.List {
		if p.Default != nil {
			k.expr(p.Default)
		}
	}
}

func (k *collector) annotations(ps parser.Params, returns parser.Expr) {
	if k.u.textAnnotations {
		return
	}
	for _, p := range ps.List {
		if p.Ann != nil {
			k.expr(p.Ann)
		}
	}
	if returns != nil {
		k.expr(returns)
	}
}

// typeParams opens the scope that the type parameters of def f[T] or class C[T] live in,
// which stands around all of the definition but its decorators and defaults.
func (k *collector) typeParams(tp *parser.TypeParams) {
	if tp == nil {
		return
	}
	k.push(typeScope, tp, "<type parameters>")
	for _, p := range tp.List {
		k.bind(p.Name)
	}
	for _, p := range tp.List {
		k.lazy(&p.Bound, p.Name)
		k.lazy(&p.Default, p.Name)
	}
}

// lazy collects the bound or the default of a type parameter, if there is one. Where it is
// kept stands for its scope, as it may be a node that makes a scope of its own.
func (k *collector) lazy(e *parser.Expr, name string) {
	if *e == nil {
		return
	}
	k.push(lazyScope, e, name)
	k.s.at = (*e).Where()
	if k.s.inClass() {
		k.s.bind(".namespace").param = true
	}
	k.expr(*e)
	k.pop()
}

func (k *collector) endTypeParams(tp *parser.TypeParams) {
	if tp != nil {
		k.pop()
	}
}

func (k *collector) params(ps parser.Params) {
	for _, p := range paramOrder(ps.List) {
		k.bind(p.Name).param = true
	}
}

func (k *collector) pattern(p parser.Pattern) {
	switch p := p.(type) {
	case *parser.CapturePattern:
		k.bind(p.Name)
	case *parser.StarPattern:
		if p.Name != "" {
			k.bind(p.Name)
		}
	case *parser.AsPattern:
		k.pattern(p.X)
		k.bind(p.Name.Name)
	default:
		parser.Children(p, func(n parser.Node) {
			switch n := n.(type) {
			case parser.Pattern:
				k.pattern(n)
			case parser.Expr:
				k.expr(n)
			}
		})
		if m, ok := p.(*parser.MappingPattern); ok && m.Rest != nil {
			k.bind(m.Rest.Name)
		}
	}
}

// declare takes in a global or nonlocal statement. The parser has checked that it may stand
// there.
func (k *collector) declare(id parser.Ident, d declaration) {
	name := mangle(k.s.class, id.Name)
	k.s.declared[name] = d
	k.s.use(name)
}
