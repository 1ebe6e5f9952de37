package parser

import (
	"fmt"

	"github.com/coro-lang/coro/lang/diag"
)

// This file checks global and nonlocal declarations. It runs only over statements of the module that have
// any inside, and only if the file has no other faults.

// use is what a scope has done with a name so far.
type use uint8

const (
	isParam use = 1 << iota
	isBound
	isUsed
	isAnnotated
	isGlobal
	isNonlocal
)

// names is a scope's names, in the tree of scopes.
type names struct {
	outer    *names
	function bool // its names can be reached by nonlocal
	class    bool
	uses     map[string]use
	wanted   []Ident // nonlocal names, whose owner must be around
}

type scopeChecker struct {
	cur  *names
	all  []*names
	errs diag.List
}

func checkScopes(body []Stmt) diag.List {
	c := &scopeChecker{}
	c.enter(false)
	for _, s := range body {
		Inspect(s, c.visit)
	}
	c.leave()
	for _, n := range c.all {
		for _, id := range n.wanted {
			if !n.owned(id.Name) {
				c.fault(id.Span, "there is no function around this one that has '%s'", id.Name).Hint = "'nonlocal' reaches the names of functions; 'global' those of the module"
			}
		}
	}
	return c.errs
}

// owned tells whether a function around n has the name.
func (n *names) owned(name string) bool {
	for o := n.outer; o != nil; o = o.outer {
		if o.class && name == "__class__" {
			return true // what super() uses
		}
		if u := o.uses[name]; o.function && u&isGlobal != 0 {
			return false
		} else if o.function && u&(isParam|isBound) != 0 && u&isNonlocal == 0 {
			return true
		}
	}
	return false
}

func (c *scopeChecker) fault(sp Span, msg string, a ...any) *diag.Diagnostic {
	d := &diag.Diagnostic{Code: diag.BadScope, Pos: sp.Pos, End: sp.End, Msg: fmt.Sprintf(msg, a...)}
	c.errs = append(c.errs, d)
	return d
}

func (c *scopeChecker) enter(function bool) {
	c.cur = &names{outer: c.cur, function: function, uses: map[string]use{}}
	c.all = append(c.all, c.cur)
}

func (c *scopeChecker) leave() { c.cur = c.cur.outer }

func (c *scopeChecker) mark(name string, u use) { c.cur.uses[name] |= u }

// visit notes what a node does with names. It goes into scopes of their own by hand.
func (c *scopeChecker) visit(n Node) bool {
	switch n := n.(type) {
	case *Name:
		c.mark(n.ID, isUsed)
	case *FuncDef:
		c.mark(n.Name.Name, isBound)
		c.function(n.Decorators, n.Params, n.Returns, n.Body)
		return false
	case *Lambda:
		c.function(nil, n.Params, nil, n.Body)
		return false
	case *ClassDef:
		for _, d := range n.Decorators {
			Inspect(d, c.visit)
		}
		if n.Args != nil {
			args(n.Args.List, func(x Node) { Inspect(x, c.visit) })
		}
		c.mark(n.Name.Name, isBound)
		c.enter(false)
		c.cur.class = true
		Inspect(n.Body, c.visit)
		c.leave()
		return false
	case *Comp:
		Inspect(n.Clauses[0].Iter, c.visit)
		c.enter(true)
		for i, cl := range n.Clauses {
			c.bindTarget(cl.Target)
			if i > 0 {
				Inspect(cl.Iter, c.visit)
			}
			for _, x := range cl.Ifs {
				Inspect(x, c.visit)
			}
		}
		Inspect(n.Elt, c.visit)
		if n.Value != nil {
			Inspect(n.Value, c.visit)
		}
		c.leave()
		return false
	case *Walrus:
		c.mark(n.Name.Name, isBound)
	case *Assign:
		Inspect(n.X, c.visit)
		for _, t := range n.Targets {
			c.bindTarget(t)
		}
		return false
	case *AugAssign:
		c.bindTarget(n.Target)
		Inspect(n.X, c.visit)
		return false
	case *AnnAssign:
		c.annotate(n)
		return false
	case *For:
		c.bindTarget(n.Target)
		Inspect(n.Iter, c.visit)
		Inspect(n.Body, c.visit)
		if n.Else != nil {
			Inspect(n.Else, c.visit)
		}
		return false
	case *WithItem:
		Inspect(n.X, c.visit)
		if n.As != nil {
			c.bindTarget(n.As)
		}
		return false
	case *Del:
		for _, t := range n.Targets {
			c.bindTarget(t)
		}
		return false
	case *Handler:
		if n.Name != nil {
			c.mark(n.Name.Name, isBound)
		}
	case *ModuleAlias:
		if n.As != nil {
			c.mark(n.As.Name, isBound)
		} else {
			c.mark(n.Path[0].Name, isBound)
		}
	case *Alias:
		if n.As != nil {
			c.mark(n.As.Name, isBound)
		} else {
			c.mark(n.Name.Name, isBound)
		}
	case *CapturePattern:
		c.mark(n.Name, isBound)
	case *StarPattern:
		c.mark(n.Name, isBound)
	case *AsPattern:
		c.mark(n.Name.Name, isBound)
	case *MappingPattern:
		if n.Rest != nil {
			c.mark(n.Rest.Name, isBound)
		}
	case *Global:
		for _, id := range n.Names {
			c.declare(id, "global", isGlobal)
		}
	case *Nonlocal:
		for _, id := range n.Names {
			c.declare(id, "nonlocal", isNonlocal)
			c.cur.wanted = append(c.cur.wanted, id)
		}
	}
	return true
}

func (c *scopeChecker) function(decorators []Expr, ps Params, returns Expr, body Node) {
	for _, d := range decorators {
		Inspect(d, c.visit)
	}
	for _, p := range ps.List {
		Inspect(p, c.visit)
	}
	if returns != nil {
		Inspect(returns, c.visit)
	}
	c.enter(true)
	for _, p := range ps.List {
		c.mark(p.Name, isParam)
	}
	Inspect(body, c.visit)
	c.leave()
}

func (c *scopeChecker) annotate(n *AnnAssign) {
	name, ok := n.Target.(*Name)
	if !ok {
		c.bindTarget(n.Target)
	} else if n.Simple {
		switch u := c.cur.uses[name.ID]; {
		case u&isGlobal != 0 && c.cur.outer != nil:
			c.fault(name.Span, "the annotated name '%s' cannot be global", name.ID)
		case u&isNonlocal != 0:
			c.fault(name.Span, "the annotated name '%s' cannot be nonlocal", name.ID)
		}
		c.mark(name.ID, isAnnotated|isBound)
	} else if n.X != nil {
		c.mark(name.ID, isBound)
	}
	Inspect(n.Ann, c.visit)
	if n.X != nil {
		Inspect(n.X, c.visit)
	}
}

func (c *scopeChecker) bindTarget(x Expr) {
	switch x := x.(type) {
	case *Name:
		c.mark(x.ID, isBound)
	case *Starred:
		c.bindTarget(x.X)
	case *Tuple:
		for _, e := range x.Elts {
			c.bindTarget(e)
		}
	case *List:
		for _, e := range x.Elts {
			c.bindTarget(e)
		}
	default:
		Inspect(x, c.visit)
	}
}

// declare checks a global or nonlocal name against what came before in its scope.
func (c *scopeChecker) declare(id Ident, word string, as use) {
	u := c.cur.uses[id.Name]
	hint := fmt.Sprintf("write `%s %s` at the beginning of the function", word, id.Name)
	switch {
	case u&isParam != 0:
		c.fault(id.Span, "'%s' is a parameter, so it cannot be %s", id.Name, word)
	case u&isAnnotated != 0:
		c.fault(id.Span, "the annotated name '%s' cannot be %s", id.Name, word)
	case u&isBound != 0:
		c.fault(id.Span, "'%s' is assigned to before it is declared %s", id.Name, word).Hint = hint
	case u&isUsed != 0:
		c.fault(id.Span, "'%s' is used before it is declared %s", id.Name, word).Hint = hint
	case u&(isGlobal|isNonlocal) != 0 && u&as == 0:
		c.fault(id.Span, "'%s' cannot be both global and nonlocal", id.Name)
	}
	c.cur.uses[id.Name] |= as
}
