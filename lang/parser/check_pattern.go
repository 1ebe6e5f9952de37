package parser

import (
	"fmt"
	"slices"
	"strings"

	"github.com/coro-lang/coro/lang/diag"
)

// This file checks match statements.

func (c *checker) match(s *Match) {
	if t, ok := s.Subject.(*Tuple); ok {
		c.elements(t.Elts)
	} else {
		c.expr(s.Subject)
	}
	for i, cs := range s.Cases {
		var names []string
		before := len(c.errs)
		c.pattern(cs.Pattern, &names)
		if len(c.errs) == before && cs.Guard == nil && i < len(s.Cases)-1 && irrefutable(cs.Pattern) {
			d := c.fault(diag.BadPattern, cs.Pattern.Where(), "this pattern matches anything, so the cases after it are never reached")
			d.Hint = "move it to the end"
			if n, ok := cs.Pattern.(*CapturePattern); ok {
				d.Hint += fmt.Sprintf("; to compare with a constant '%s', write a dotted name or a guard", n.Name)
			}
		}
		c.opt(cs.Guard)
		c.block(cs.Body)
	}
}

func irrefutable(p Pattern) bool {
	switch p := p.(type) {
	case *CapturePattern, *WildcardPattern:
		return true
	case *AsPattern:
		return irrefutable(p.X)
	case *OrPattern:
		return irrefutable(p.Alts[len(p.Alts)-1])
	}
	return false
}

// pattern checks p and adds the names it binds to names.
func (c *checker) pattern(p Pattern, names *[]string) {
	defer c.up()
	if !c.down(p) {
		return
	}
	bind := func(sp Span, n string) {
		if slices.Contains(*names, n) {
			c.fault(diag.BadPattern, sp, "the name '%s' is bound twice in this pattern", n)
			return
		}
		c.bind(Ident{sp, n})
		*names = append(*names, n)
	}
	switch p := p.(type) {
	case *LiteralPattern, *ValuePattern, *WildcardPattern:
	case *CapturePattern:
		bind(p.Span, p.Name)
	case *StarPattern:
		if p.Name != "" {
			bind(p.Span, p.Name)
		}
	case *SequencePattern:
		stars := 0
		for _, e := range p.Elts {
			if isStar(e) {
				if stars++; stars == 2 {
					c.fault(diag.BadPattern, e.Where(), "a sequence pattern has one '*' at most")
				}
			}
			c.pattern(e, names)
		}
	case *MappingPattern:
		seen := map[string]bool{}
		for i, k := range p.Keys {
			if key := constantKey(k); key != "" {
				if seen[key] {
					c.fault(diag.BadPattern, k.Where(), "this mapping pattern has the same key twice")
				}
				seen[key] = true
			}
			c.pattern(p.Values[i], names)
		}
		if p.Rest != nil {
			bind(p.Rest.Span, p.Rest.Name)
		}
	case *ClassPattern:
		for _, e := range p.Args {
			c.pattern(e, names)
		}
		for i, e := range p.Named {
			c.bind(e.Name)
			for _, before := range p.Named[:i] {
				if before.Name.Name == e.Name.Name {
					c.fault(diag.BadPattern, e.Name.Span, "the attribute '%s' stands twice in this pattern", e.Name.Name)
					break
				}
			}
			c.pattern(e.Pattern, names)
		}
	case *OrPattern:
		c.alternatives(p, names)
	case *AsPattern:
		c.pattern(p.X, names)
		bind(p.Name.Span, p.Name.Name)
	default:
		panic(fmt.Sprintf("parser: check of %T", p))
	}
}

// alternatives checks that every way to match binds the same names.
func (c *checker) alternatives(p *OrPattern, names *[]string) {
	var first []string
	for i, alt := range p.Alts {
		if i > 0 && irrefutable(p.Alts[i-1]) {
			c.fault(diag.BadPattern, p.Alts[i-1].Where(), "this alternative matches anything, so those after it are never tried").Hint = "move it to the end"
			break
		}
		own := slices.Clone(*names)
		before := len(own)
		c.pattern(alt, &own)
		bound := own[before:]
		slices.Sort(bound)
		if i == 0 {
			first = bound
		} else if !slices.Equal(first, bound) {
			c.fault(diag.BadPattern, p.Span, "the alternatives of this pattern bind different names (%s; %s)", list(first), list(bound))
			break
		}
	}
	*names = append(*names, first...)
}

func list(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, ", ")
}

// constantKey tells literal keys apart, as Python compares them: 1, 1.0 and True are the same key.
func constantKey(x Expr) string {
	switch x := x.(type) {
	case *Str:
		return "s" + x.Val
	case *Bytes:
		return "b" + x.Val
	case *Int:
		if x.Big != nil {
			return "n" + x.Big.String()
		}
		return fmt.Sprintf("n%d", x.Val)
	case *Float:
		if x.Val == float64(int64(x.Val)) {
			return fmt.Sprintf("n%d", int64(x.Val))
		}
		return fmt.Sprintf("n%g", x.Val)
	case *Const:
		switch x.Kind {
		case True:
			return "n1"
		case False:
			return "n0"
		}
		return x.Kind.String()
	case *Unary:
		if key := constantKey(x.X); key != "n0" {
			return "-" + key
		}
		return "n0"
	}
	return ""
}
