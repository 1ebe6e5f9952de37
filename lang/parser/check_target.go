package parser

import "github.com/coro-lang/coro/lang/diag"

// This file checks what is assigned to and deleted.

// bind checks a name that gets a value.
func (c *checker) bind(n Ident) {
	if n.Name == "__debug__" {
		c.fault(diag.BadTarget, n.Span, "'__debug__' cannot be assigned to")
	}
}

// assign checks a target of an assignment, a loop or a with.
func (c *checker) assign(x Expr) {
	defer c.up()
	if !c.down(x) {
		return
	}
	if s, ok := x.(*Starred); ok {
		c.fault(diag.Starred, s.Span, "a starred target must be part of a list or a tuple").Hint = "write `*x, = …`"
		return
	}
	c.target(x)
}

func (c *checker) target(x Expr) {
	switch x := x.(type) {
	case *Name:
		c.bind(Ident{x.Span, x.ID})
	case *Attr:
		c.bind(x.Name)
		c.expr(x.X)
	case *Index:
		c.expr(x)
	case *Tuple:
		c.equals = false
		c.targets(x.Elts)
	case *List:
		c.equals = false
		c.targets(x.Elts)
	default:
		d := c.fault(diag.BadTarget, x.Where(), "%s cannot be assigned to", describeExpr(x))
		switch x.(type) {
		case *Call, *Compare, *Binary, *Int, *Str:
			if c.equals {
				d.Hint = "did you mean '=='?"
			}
		}
	}
}

func (c *checker) targets(xs []Expr) {
	starred := false
	for _, x := range xs {
		if s, ok := x.(*Starred); ok {
			if starred {
				c.fault(diag.Starred, s.Span, "an assignment has one starred target at most")
			}
			starred = true
			x = s.X
		}
		c.assign(x)
	}
}

// single checks a target that must be one place.
func (c *checker) single(x Expr, what string) {
	switch x.(type) {
	case *Name, *Attr, *Index:
		c.target(x)
	default:
		c.fault(diag.BadTarget, x.Where(), "%s cannot be the target of %s", describeExpr(x), what)
	}
}

func (c *checker) annotated(s *AnnAssign) {
	switch x := s.Target.(type) {
	case *Name, *Attr, *Index:
		c.target(x)
	case *Tuple, *List:
		c.fault(diag.BadAnnotation, s.Target.Where(), "only one name at a time can be annotated")
	default:
		c.fault(diag.BadAnnotation, s.Target.Where(), "%s cannot be annotated", describeExpr(x))
	}
	c.expr(s.Ann)
	c.opt(s.X)
}

func (c *checker) del(x Expr) {
	defer c.up()
	if !c.down(x) {
		return
	}
	switch x := x.(type) {
	case *Name:
		c.bind(Ident{x.Span, x.ID})
	case *Attr:
		c.expr(x)
	case *Index:
		c.expr(x)
	case *Tuple:
		for _, e := range x.Elts {
			c.del(e)
		}
	case *List:
		for _, e := range x.Elts {
			c.del(e)
		}
	default:
		c.fault(diag.BadTarget, x.Where(), "%s cannot be deleted", describeExpr(x))
	}
}

// describeExpr says what kind of expression x is.
func describeExpr(x Expr) string {
	switch x := x.(type) {
	case *Int, *Float, *Str, *Bytes:
		return "a literal"
	case *FString:
		return "an f-string"
	case *Const:
		return x.Kind.String()
	case *Tuple:
		return "a tuple"
	case *List:
		return "a list"
	case *Set:
		return "a set"
	case *Dict:
		return "a dictionary"
	case *Comp:
		if x.Kind == GenExp {
			return "a generator expression"
		}
		return "a comprehension"
	case *Unary, *Binary, *BoolOp:
		return "the value of an operator"
	case *Compare:
		return "a comparison"
	case *Cond:
		return "a conditional expression"
	case *Walrus:
		return "an assignment expression"
	case *Call:
		return "the value of a call"
	case *Starred:
		return "a starred expression"
	case *Lambda:
		return "a lambda"
	case *Await:
		return "the value of an await"
	case *Yield, *YieldFrom:
		return "the value of a yield"
	}
	return "this expression"
}
