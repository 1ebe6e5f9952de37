package compiler

import (
	"fmt"
	"slices"

	"github.com/coro-lang/coro/lang/parser"
)

// This file finds what CPython's compiler warns of: code that is allowed and hardly
// meant. The order is that in which it generates code, and it warns again where it
// generates code again: for the tests of while loops and for finally clauses.

// Warnings are the SyntaxWarnings of a file that was parsed without errors: those of
// its literals, then those of its code.
func Warnings(f *parser.File) []parser.Warning {
	w := &slips{found: slices.Clone(f.Warnings), textAnnotations: textAnnotations(f)}
	w.stmts(f.Body)
	return w.found
}

type slips struct {
	found           []parser.Warning
	textAnnotations bool
	isFunc          bool     // the code is a function's
	exits           []exited // what a return or break goes through, the innermost last
}

// exited is a loop or, if it has a finally clause, a try statement.
type exited struct{ finally *parser.Block }

// textAnnotations tells whether the file has `from __future__ import annotations`.
func textAnnotations(f *parser.File) bool {
	for _, s := range f.Body {
		if s, ok := s.(*parser.ImportFrom); ok && s.Dots.N == 0 && len(s.Path) == 1 && s.Path[0].Name == "__future__" {
			for _, a := range s.Names {
				if a.Name.Name == "annotations" {
					return true
				}
			}
		}
	}
	return false
}

func (w *slips) warn(at parser.Node, msg string, a ...any) {
	w.found = append(w.found, parser.Warning{Line: int(at.Where().Pos.Line), Text: fmt.Sprintf(msg, a...)})
}

func (w *slips) stmts(list []parser.Stmt) {
	for _, s := range list {
		w.stmt(s)
	}
}

func (w *slips) block(b *parser.Block) {
	if b != nil {
		w.stmts(b.Stmts)
	}
}

func (w *slips) stmt(s parser.Stmt) {
	switch s := s.(type) {
	case *parser.FuncDef:
		w.exprs(s.Decorators)
		w.params(s.Params)
		w.annotation(s.Returns)
		w.within(true, func() { w.block(s.Body) })
	case *parser.ClassDef:
		w.exprs(s.Decorators)
		w.within(false, func() { w.block(s.Body) })
		if s.Args != nil {
			w.args(s.Args.List)
		}
	case *parser.If:
		w.expr(s.Cond)
		w.block(s.Body)
		for _, e := range s.Elifs {
			w.expr(e.Cond)
			w.block(e.Body)
		}
		w.block(s.Else)
	case *parser.While:
		w.expr(s.Cond)
		w.inside(nil, func() { w.block(s.Body) })
		w.expr(s.Cond)
		w.block(s.Else)
	case *parser.For:
		w.expr(s.Iter)
		w.target(s.Target)
		w.inside(nil, func() { w.block(s.Body) })
		w.block(s.Else)
	case *parser.With:
		for _, item := range s.Items {
			w.expr(item.X)
			w.target(item.As)
		}
		w.block(s.Body)
	case *parser.Try:
		w.try(s)
	case *parser.Match:
		w.expr(s.Subject)
		for _, c := range s.Cases {
			w.expr(c.Guard)
			w.block(c.Body)
		}
	case *parser.Return:
		w.expr(s.X)
		w.leave(func(exited) bool { return true })
	case *parser.Break, *parser.Continue:
		w.leave(func(e exited) bool { return e.finally != nil })
	case *parser.AnnAssign:
		w.expr(s.X)
		w.target(s.Target)
		if !w.isFunc {
			w.annotation(s.Ann)
		}
	case *parser.Assert:
		t, display := s.Test.(*parser.Tuple)
		c, _ := constantOf(s.Test)
		if folded, _ := c.(Tuple); display && len(t.Elts) > 0 || len(folded) > 0 {
			w.warn(s, "assertion is always true, perhaps remove parentheses?")
		}
		w.expr(s.Test)
		w.expr(s.Msg)
	case *parser.Assign:
		w.expr(s.X)
		for _, target := range s.Targets {
			w.target(target)
		}
	case *parser.AugAssign:
		w.target(s.Target)
		w.expr(s.X)
	case *parser.Del:
		for _, target := range s.Targets {
			w.target(target)
		}
	case *parser.ExprStmt:
		w.expr(s.X)
	case *parser.Raise:
		w.expr(s.X)
		w.expr(s.From)
	}
}

// within goes over the code of a function or class of its own.
func (w *slips) within(isFunc bool, f func()) {
	exits, outer := w.exits, w.isFunc
	w.exits, w.isFunc = nil, isFunc
	f()
	w.exits, w.isFunc = exits, outer
}

// inside goes over the body of a loop, or of a try statement with the finally clause.
func (w *slips) inside(finally *parser.Block, f func()) {
	w.exits = append(w.exits, exited{finally})
	f()
	w.exits = w.exits[:len(w.exits)-1]
}

// leave goes over the finally clauses that are run on the way out, as long as more
// wants to.
func (w *slips) leave(more func(exited) bool) {
	all := w.exits
	for i := len(all) - 1; i >= 0 && more(all[i]); i-- {
		w.exits = all[:i:i]
		w.block(all[i].finally)
	}
	w.exits = all
}

func (w *slips) try(s *parser.Try) {
	rest := func() {
		w.block(s.Body)
		w.block(s.Else)
		for _, h := range s.Handlers {
			w.expr(h.Type)
			w.block(h.Body)
		}
	}
	if s.Finally == nil {
		rest()
		return
	}
	w.inside(s.Finally, rest)
	w.block(s.Finally)
	w.block(s.Finally)
}

func (w *slips) params(p parser.Params) {
	for _, param := range p.List {
		w.expr(param.Default)
	}
	for _, param := range p.List {
		w.annotation(param.Ann)
	}
}

func (w *slips) annotation(e parser.Expr) {
	if !w.textAnnotations {
		w.expr(e)
	}
}

func (w *slips) args(list []parser.Arg) {
	for _, a := range list {
		w.expr(a.X)
	}
}

func (w *slips) exprs(list []parser.Expr) {
	for _, e := range list {
		w.expr(e)
	}
}

// target goes over what is assigned to or deleted: nothing is looked up in it.
func (w *slips) target(e parser.Expr) {
	switch e := e.(type) {
	case *parser.Tuple:
		for _, x := range e.Elts {
			w.target(x)
		}
	case *parser.List:
		for _, x := range e.Elts {
			w.target(x)
		}
	case *parser.Starred:
		w.target(e.X)
	case *parser.Index:
		w.expr(e.X)
		w.expr(e.I)
	case *parser.Attr:
		w.expr(e.X)
	}
}

func (w *slips) expr(e parser.Expr) {
	switch e := e.(type) {
	case nil:
	case *parser.Compare:
		w.compare(e, false)
	case *parser.Unary:
		if x, negated := negation(e); x != nil {
			w.compare(x, negated)
		} else {
			w.expr(e.X)
		}
	case *parser.Call:
		if kind := uncallable(e.Fn); kind != "" {
			w.warn(e.Fn, "'%s' object is not callable; perhaps you missed a comma?", kind)
		}
		w.expr(e.Fn)
		w.args(e.Args)
	case *parser.Index:
		w.index(e)
		w.expr(e.X)
		w.expr(e.I)
	case *parser.Cond:
		w.expr(e.Test)
		w.expr(e.Then)
		w.expr(e.Else)
	case *parser.Lambda:
		w.params(e.Params)
		w.within(true, func() { w.expr(e.Body) })
	case *parser.Comp:
		for _, c := range e.Clauses {
			w.expr(c.Iter)
			w.target(c.Target)
			w.exprs(c.Ifs)
		}
		w.expr(e.Elt)
		w.expr(e.Value)
	case *parser.Binary:
		chain := leftChain(e) // it may be very long
		w.expr(chain[len(chain)-1].L)
		for i := len(chain) - 1; i >= 0; i-- {
			w.expr(chain[i].R)
		}
	default:
		parser.Children(e, func(n parser.Node) {
			if x, ok := n.(parser.Expr); ok {
				w.expr(x)
			}
		})
	}
}

// negation is the comparison, of two values, that e negates by `not`; negated is false
// if it does so twice. CPython makes one of both before it warns: `not a is b` is
// `a is not b`.
func negation(e *parser.Unary) (x *parser.Compare, negated bool) {
	for e.Op == parser.OpNot {
		negated = !negated
		switch inner := e.X.(type) {
		case *parser.Unary:
			e = inner
		case *parser.Compare:
			if len(inner.Ops) > 1 {
				return nil, false
			}
			return inner, negated
		default:
			return nil, false
		}
	}
	return nil, false
}

// compare warns once of `is` beside a literal, and of what is compared.
func (w *slips) compare(e *parser.Compare, negated bool) {
	w.identity(e, negated)
	w.expr(e.X)
	w.exprs(e.Ys)
}

func (w *slips) identity(e *parser.Compare, negated bool) {
	is, isNot := parser.OpIs, parser.OpIsNot
	if negated {
		is, isNot = isNot, is
	}
	left := e.X
	for i, right := range e.Ys {
		kind := literalKind(left)
		if kind == "" {
			kind = literalKind(right)
		}
		switch {
		case kind == "":
		case e.Ops[i] == is:
			w.warn(e, `"is" with '%s' literal. Did you mean "=="?`, kind)
			return
		case e.Ops[i] == isNot:
			w.warn(e, `"is not" with '%s' literal. Did you mean "!="?`, kind)
			return
		}
		left = right
	}
}

// literalKind is the type of a constant that `is` should not be asked about, or "".
func literalKind(e parser.Expr) string {
	v, ok := constantOf(e)
	if !ok || v == nil || v == true || v == false || v == any(Ellipsis{}) {
		return ""
	}
	return constantKind(v)
}

// constantOf is the value of an expression of constants.
func constantOf(e parser.Expr) (any, bool) { return (*fn)(nil).fold(e) }

// constantKind is the name of the type of a constant.
func constantKind(v any) string {
	switch v.(type) {
	case nil:
		return "NoneType"
	case bool:
		return "bool"
	case int64, Big:
		return "int"
	case float64:
		return "float"
	case string:
		return "str"
	case Bytes:
		return "bytes"
	case Tuple:
		return "tuple"
	case Ellipsis:
		return "ellipsis"
	}
	panic(fmt.Sprintf("compiler: no constant is a %T", v))
}

// kindOf is the name of the type of a display or literal, "" if another expression.
func kindOf(e parser.Expr) string {
	if v, ok := constantOf(e); ok {
		return constantKind(v)
	}
	switch e := e.(type) {
	case *parser.Tuple:
		return "tuple"
	case *parser.List:
		return "list"
	case *parser.Dict:
		return "dict"
	case *parser.Set:
		return "set"
	case *parser.Comp:
		return [...]string{parser.ListComp: "list", parser.SetComp: "set", parser.DictComp: "dict", parser.GenExp: "generator"}[e.Kind]
	case *parser.FString:
		return "str"
	case *parser.Lambda:
		return "function"
	}
	return ""
}

// uncallable is the type of what is called, if it is none that could be.
func uncallable(e parser.Expr) string {
	if _, ok := e.(*parser.Lambda); ok {
		return ""
	}
	return kindOf(e)
}

// index warns of e.X[e.I] where X has no items, or none for such an I.
func (w *slips) index(e *parser.Index) {
	kind := kindOf(e.X)
	switch kind {
	case "NoneType", "ellipsis", "int", "bool", "float", "set", "generator", "function":
		w.warn(e.X, "'%s' object is not subscriptable; perhaps you missed a comma?", kind)
		return
	case "str", "bytes", "tuple", "list":
	default:
		return
	}
	switch by := kindOf(e.I); by {
	case "", "int", "bool":
	default:
		w.warn(e.X, "%s indices must be integers or slices, not %s; perhaps you missed a comma?", kind, by)
	}
}
