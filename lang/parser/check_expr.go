package parser

import (
	"fmt"
	"slices"
	"strings"

	"github.com/coro-lang/coro/lang/diag"
)

// This file checks expressions.

func (c *checker) opt(x Expr) {
	if x != nil {
		c.expr(x)
	}
}

func (c *checker) exprs(xs []Expr) {
	for _, x := range xs {
		c.expr(x)
	}
}

// elements checks expressions where stars may stand.
func (c *checker) elements(xs []Expr) {
	for _, x := range xs {
		if s, ok := x.(*Starred); ok {
			x = s.X
		}
		c.expr(x)
	}
}

func (c *checker) expr(x Expr) {
	switch x.(type) {
	case *Name, *Int, *Str, *Const, *Float, *Bytes: // most expressions, and nothing to check
		return
	}
	defer c.up()
	if !c.down(x) {
		return
	}
	switch x := x.(type) {
	case *FString:
		c.fparts(x.Parts)
	case *Tuple:
		c.elements(x.Elts)
	case *List:
		c.elements(x.Elts)
	case *Set:
		c.elements(x.Elts)
	case *Dict:
		for _, it := range x.Items {
			c.opt(it.Key)
			c.expr(it.Value)
		}
	case *Comp:
		c.comp(x)
	case *Unary:
		c.expr(x.X)
	case *Binary:
		c.expr(x.L)
		c.expr(x.R)
	case *BoolOp:
		c.exprs(x.Xs)
	case *Compare:
		c.expr(x.X)
		c.exprs(x.Ys)
	case *Cond:
		c.expr(x.Test)
		c.expr(x.Then)
		c.expr(x.Else)
	case *Walrus:
		c.expr(x.X)
		c.walrus(x)
	case *Attr:
		c.expr(x.X)
	case *Index:
		c.expr(x.X)
		c.expr(x.I)
	case *Slice:
		c.opt(x.Lo)
		c.opt(x.Hi)
		c.opt(x.Step)
	case *Call:
		c.expr(x.Fn)
		c.args(x.Args, "this call")
	case *Starred:
		c.fault(diag.Starred, x.Span, "a starred expression cannot stand here").Hint = "it spreads into a list, a tuple, a set, a call or a subscript: write `[*x]` or `*x,`"
		c.expr(x.X)
	case *Lambda:
		c.params(x.Params)
		c.push(&scope{kind: lambdaScope})
		c.expr(x.Body)
		c.pop()
	case *Await:
		c.needAsync(wordAt(x.Pos, "await"), "await")
		c.expr(x.X)
	case *Yield:
		c.yield(x.Span, "yield")
		c.opt(x.X)
	case *YieldFrom:
		c.yield(x.Span, "yield from")
		c.expr(x.X)
	default:
		panic(fmt.Sprintf("parser: check of %T", x))
	}
}

func (c *checker) fparts(parts []FPart) {
	for _, p := range parts {
		if p.X != nil {
			c.expr(p.X)
			c.fparts(p.Spec)
		}
	}
}

// needAsync checks that await, or what waits like it, may stand in the current scope.
func (c *checker) needAsync(sp Span, word string) {
	s := c.scope
	switch {
	case s.kind == compScope:
		s.awaits = true
		return
	case s.async:
		return
	}
	c.outsideAsync(sp, "'"+word+"'")
}

// outsideAsync reports that something waits where nothing can.
func (c *checker) outsideAsync(sp Span, what string) {
	s := c.scope
	d := c.fault(diag.AwaitOutside, sp, "%s outside an async function", what)
	switch s.kind {
	case funcScope:
		d.Label = "this function is a plain def"
		d.Hint = fmt.Sprintf("make it `async %s` (line %d)", c.header(s.def), s.def.Pos.Line)
	case lambdaScope:
		d.Label = "a lambda cannot wait"
		d.Hint = "write an `async def` instead"
	case classScope:
		d.Label = "the body of a class cannot wait"
	case moduleScope:
		d.Label = "this is a plain script"
		d.Hint = "put it into `async def main():` and end with `asyncio.run(main())`; in a .coro file it may stand here"
	}
}

// header is the line on which a function begins, as far as it tells the function.
func (c *checker) header(f *FuncDef) string {
	line, _, _ := strings.Cut(c.file.Src[f.Pos.Off:], "\n")
	if i := strings.LastIndexByte(line, ':'); i >= 0 && strings.HasSuffix(strings.TrimSpace(line), ":") {
		return line[:i+1]
	}
	return "def " + f.Name.Name + "(…):"
}

func (c *checker) yield(sp Span, word string) {
	s := c.scope
	switch s.kind {
	case compScope:
		c.fault(diag.YieldOutside, sp, "'%s' inside a comprehension", word).Hint = "write a loop"
		return
	case moduleScope, classScope, typeScope:
		c.fault(diag.YieldOutside, sp, "'%s' outside a function", word)
		return
	}
	s.yields = true
	if word == "yield from" && s.kind == funcScope && s.def.Async {
		c.fault(diag.YieldOutside, sp, "'yield from' inside an async function").Hint = "write `async for x in …: yield x`"
	}
}

// comp checks a comprehension. Its first iterable belongs to the scope around it.
func (c *checker) comp(x *Comp) {
	c.iterable(x.Clauses[0].Iter)
	s := c.push(&scope{kind: compScope, awaits: x.Clauses[0].Async})
	for i, cl := range x.Clauses {
		if i > 0 {
			s.awaits = s.awaits || cl.Async
			outer := s.iterating
			s.iterating = true
			c.expr(cl.Iter)
			s.iterating = outer
		}
		c.assign(cl.Target)
		c.loopNames(cl.Target)
		c.exprs(cl.Ifs)
	}
	c.expr(x.Elt)
	c.opt(x.Value)
	c.pop()
	if !s.awaits || x.Kind == GenExp {
		return
	}
	if outer := c.scope; outer.kind == compScope {
		outer.awaits = true
	} else if !outer.async {
		c.outsideAsync(x.Span, "an asynchronous comprehension")
	}
}

// iterable checks a first iterable: in it, as in all iterables of comprehensions, no walrus may stand.
func (c *checker) iterable(x Expr) {
	s := c.push(&scope{kind: c.scope.kind, def: c.scope.def, async: c.scope.async, iterating: true})
	c.expr(x)
	c.pop()
	c.scope.yields = c.scope.yields || s.yields
	c.scope.awaits = c.scope.awaits || s.awaits
}

// loopNames notes the variables of a comprehension's loop.
func (c *checker) loopNames(x Expr) {
	switch x := x.(type) {
	case *Name:
		if slices.Contains(c.scope.walruses, x.ID) {
			c.fault(diag.Comprehension, x.Span, "this loop variable has a value from ':=' in the same comprehension")
		}
		c.scope.targets = append(c.scope.targets, x.ID)
	case *Starred:
		c.loopNames(x.X)
	case *Tuple:
		for _, e := range x.Elts {
			c.loopNames(e)
		}
	case *List:
		for _, e := range x.Elts {
			c.loopNames(e)
		}
	}
}

// walrus checks where a walrus binds its name: in the function around all comprehensions.
func (c *checker) walrus(w *Walrus) {
	c.bind(w.Name)
	if c.scope.iterating {
		c.fault(diag.Walrus, w.Span, "':=' cannot stand in the iterable of a comprehension")
		return
	}
	for s := c.scope; s != nil; s = s.outer {
		if s.kind == typeScope {
			c.fault(diag.Walrus, w.Span, "':=' cannot stand in the header of a generic definition")
			return
		}
		if s.kind != compScope {
			if s.kind == classScope && s != c.scope {
				c.fault(diag.Walrus, w.Span, "':=' cannot stand in a comprehension in the body of a class")
			}
			return
		}
		if slices.Contains(s.targets, w.Name.Name) {
			c.fault(diag.Walrus, w.Span, "':=' cannot rebind '%s', a loop variable of this comprehension", w.Name.Name)
			return
		}
		s.walruses = append(s.walruses, w.Name.Name)
	}
}

// args checks the order of arguments, and that none is named twice.
func (c *checker) args(list []Arg, what string) {
	var named, doubled bool
	for i := range list {
		a := &list[i]
		switch a.Kind {
		case PosArg:
			if doubled {
				c.fault(diag.BadArguments, a.Span, "a positional argument follows '**'").Hint = "move it to the front"
			} else if named {
				c.fault(diag.BadArguments, a.Span, "a positional argument follows a named one").Hint = "move it to the front, or name it too"
			}
		case StarArg:
			if doubled {
				c.fault(diag.BadArguments, a.Span, "'*' follows '**' in %s", what).Hint = "move it to the front"
			}
		case StarStarArg:
			doubled = true
		case KeywordArg:
			named = true
			c.bind(Ident{Span{Pos: a.Pos}, a.Name})
			for j := range i {
				if list[j].Kind == KeywordArg && list[j].Name == a.Name {
					c.fault(diag.BadArguments, a.Span, "the argument '%s' is given twice", a.Name)
					break
				}
			}
		}
		c.expr(a.X)
	}
}
