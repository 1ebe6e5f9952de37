package parser

import "fmt"

// This file walks the tree.

// Inspect calls f for n and, as long as f returns true, for everything under it, in the order of the
// source. Left-leaning operator chains make it as deep as they are long.
func Inspect(n Node, f func(Node) bool) {
	if f(n) {
		Children(n, func(c Node) { Inspect(c, f) })
	}
}

// Children calls f for each direct part of n, in the order of the source. Identifiers are not nodes of
// their own and are left out.
func Children(n Node, f func(Node)) {
	expr := func(x Expr) {
		if x != nil {
			f(x)
		}
	}
	exprs := func(xs []Expr) {
		for _, x := range xs {
			f(x)
		}
	}
	block := func(b *Block) {
		if b != nil {
			f(b)
		}
	}
	switch n := n.(type) {
	case *File:
		for _, s := range n.Body {
			f(s)
		}
	case *Block:
		for _, s := range n.Stmts {
			f(s)
		}
	case *FuncDef:
		exprs(n.Decorators)
		typeParams(n.TypeParams, f)
		for _, p := range n.Params.List {
			f(p)
		}
		expr(n.Returns)
		f(n.Body)
	case *ClassDef:
		exprs(n.Decorators)
		typeParams(n.TypeParams, f)
		if n.Args != nil {
			args(n.Args.List, f)
		}
		f(n.Body)
	case *Param:
		expr(n.Ann)
		expr(n.Default)
	case *TypeParam:
		expr(n.Bound)
		expr(n.Default)
	case *If:
		f(n.Cond)
		f(n.Body)
		for _, e := range n.Elifs {
			f(e)
		}
		block(n.Else)
	case *Elif:
		f(n.Cond)
		f(n.Body)
	case *While:
		f(n.Cond)
		f(n.Body)
		block(n.Else)
	case *For:
		f(n.Target)
		f(n.Iter)
		f(n.Body)
		block(n.Else)
	case *With:
		for _, w := range n.Items {
			f(w)
		}
		f(n.Body)
	case *WithItem:
		f(n.X)
		expr(n.As)
	case *Try:
		f(n.Body)
		for _, h := range n.Handlers {
			f(h)
		}
		block(n.Else)
		block(n.Finally)
	case *Handler:
		expr(n.Type)
		f(n.Body)
	case *Match:
		f(n.Subject)
		for _, c := range n.Cases {
			f(c)
		}
	case *Case:
		f(n.Pattern)
		expr(n.Guard)
		f(n.Body)
	case *Bad:
		for _, s := range n.Kept {
			f(s)
		}
	case *ExprStmt:
		f(n.X)
	case *Assign:
		exprs(n.Targets)
		f(n.X)
	case *AugAssign:
		f(n.Target)
		f(n.X)
	case *AnnAssign:
		f(n.Target)
		f(n.Ann)
		expr(n.X)
	case *Return:
		expr(n.X)
	case *Raise:
		expr(n.X)
		expr(n.From)
	case *Assert:
		f(n.Test)
		expr(n.Msg)
	case *Del:
		exprs(n.Targets)
	case *Import:
		for _, a := range n.Names {
			f(a)
		}
	case *ImportFrom:
		for _, a := range n.Names {
			f(a)
		}
	case *Pass, *Break, *Continue, *Global, *Nonlocal, *ModuleAlias, *Alias:
	case Pattern:
		patternChildren(n, f)
	case Expr:
		exprChildren(n, f)
	default:
		panic(fmt.Sprintf("parser: Children of %T", n))
	}
}

func typeParams(t *TypeParams, f func(Node)) {
	if t != nil {
		for _, p := range t.List {
			f(p)
		}
	}
}

func args(as []Arg, f func(Node)) {
	for i := range as {
		f(as[i].X)
	}
}

func exprChildren(n Expr, f func(Node)) {
	expr := func(x Expr) {
		if x != nil {
			f(x)
		}
	}
	exprs := func(xs []Expr) {
		for _, x := range xs {
			f(x)
		}
	}
	switch n := n.(type) {
	case *Int, *Float, *Str, *Bytes, *Const, *Name:
	case *FString:
		fparts(n.Parts, f)
	case *Tuple:
		exprs(n.Elts)
	case *List:
		exprs(n.Elts)
	case *Set:
		exprs(n.Elts)
	case *Dict:
		for _, it := range n.Items {
			expr(it.Key)
			f(it.Value)
		}
	case *Comp:
		f(n.Elt)
		expr(n.Value)
		for _, c := range n.Clauses {
			f(c.Target)
			f(c.Iter)
			exprs(c.Ifs)
		}
	case *Unary:
		f(n.X)
	case *Binary:
		f(n.L)
		f(n.R)
	case *BoolOp:
		exprs(n.Xs)
	case *Compare:
		f(n.X)
		exprs(n.Ys)
	case *Cond:
		f(n.Then)
		f(n.Test)
		f(n.Else)
	case *Walrus:
		f(n.X)
	case *Attr:
		f(n.X)
	case *Index:
		f(n.X)
		f(n.I)
	case *Slice:
		expr(n.Lo)
		expr(n.Hi)
		expr(n.Step)
	case *Call:
		f(n.Fn)
		args(n.Args, f)
	case *Starred:
		f(n.X)
	case *Lambda:
		for _, p := range n.Params.List {
			f(p)
		}
		f(n.Body)
	case *Await:
		f(n.X)
	case *Yield:
		expr(n.X)
	case *YieldFrom:
		f(n.X)
	default:
		panic(fmt.Sprintf("parser: Children of %T", n))
	}
}

func fparts(parts []FPart, f func(Node)) {
	for _, p := range parts {
		if p.X != nil {
			f(p.X)
			fparts(p.Spec, f)
		}
	}
}

func patternChildren(n Pattern, f func(Node)) {
	switch n := n.(type) {
	case *LiteralPattern:
		f(n.X)
	case *ValuePattern:
		f(n.X)
	case *CapturePattern, *WildcardPattern, *StarPattern:
	case *SequencePattern:
		for _, p := range n.Elts {
			f(p)
		}
	case *MappingPattern:
		for i, k := range n.Keys {
			f(k)
			f(n.Values[i])
		}
	case *ClassPattern:
		f(n.Class)
		for _, p := range n.Args {
			f(p)
		}
		for _, p := range n.Named {
			f(p.Pattern)
		}
	case *OrPattern:
		for _, p := range n.Alts {
			f(p)
		}
	case *AsPattern:
		f(n.X)
	default:
		panic(fmt.Sprintf("parser: Children of %T", n))
	}
}
