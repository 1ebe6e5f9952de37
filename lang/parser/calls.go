package parser

import "github.com/coro-lang/coro/lang/diag"

// This file reads the arguments of calls and the parameters of functions.

// args reads the arguments of a call or class; the opening parenthesis was consumed.
func (p *climber) args(open *token) []Arg {
	p.enter()
	defer p.leave()
	var few [6]Arg
	list := few[:0]
	for p.kind() != tRParen {
		t := p.peek()
		a := Arg{}
		switch t.Type {
		case tStar:
			p.next()
			a.Kind = StarArg
			a.X = p.expr()
			if k := p.kind(); k == kFor || k == kAsync {
				panic(p.spreadElement(p.spanFrom(at(t))))
			}
		case tDoubleStar:
			p.next()
			a.Kind = StarStarArg
			a.X = p.expr()
		case tName, kTrue, kFalse, kNone:
			if p.after().Type == tAssign {
				a.Kind, a.Name = KeywordArg, nameOf(t)
				a.X = p.keywordValue()
				break
			}
			fallthrough
		default:
			a.X = p.named()
			p.checkGenerator(&a, list, open)
		}
		a.Span = p.spanFrom(at(t))
		list = append(list, a)
		if p.kind() == tAssign {
			e := p.errorOver(diag.AssignForEqual, a.Span, "only a plain name can be given a value in a call")
			panic(e.hint("did you mean '=='?"))
		}
		if !p.accept(tComma) {
			break
		}
	}
	p.expectClose(tRParen, open, "this call")
	if len(list) == 0 {
		return nil
	}
	return append(make([]Arg, 0, len(list)), list...)
}

// keywordValue reads `name=value`.
func (p *climber) keywordValue() Expr {
	name := p.next()
	if name.Type != tName {
		panic(p.errorAt(diag.BadTarget, name, "%s cannot be the name of an argument", describe(name)))
	}
	p.next()
	if t := p.peek(); t.Type == tComma || t.Type == tRParen {
		panic(p.errorAt(diag.NoExpression, t, "expected the value of the argument '%s', found %s", name.Value, describe(t)))
	}
	return p.expr()
}

// checkGenerator lets an argument turn out to be a generator expression, which without parentheses
// of its own must be the only one.
func (p *climber) checkGenerator(a *Arg, before []Arg, open *token) {
	t := p.peek()
	if t.Type != kFor && t.Type != kAsync {
		return
	}
	start := a.X.Where().Pos
	g := &Comp{Kind: GenExp, Elt: a.X, Clauses: p.clauses()}
	g.Span = p.spanFrom(start)
	if len(before) > 0 || p.kind() == tComma {
		e := p.errorOver(diag.Comprehension, g.Span, "a generator expression beside other arguments must stand in parentheses")
		panic(e.hint("write `(… for … in …)`"))
	}
	if t := p.peek(); t.Type == tRParen { // the call's parentheses are the generator's
		g.Span = Span{at(open), endOfToken(t)}
	}
	a.X = g
}

// params reads a parameter list up to the token end: ')' of a def, ':' of a lambda, which has no
// annotations.
func (p *climber) params(end tokenType) Params {
	var list []*Param
	var slash, star, kwargs *token // where they stood
	bare := false                  // the star had no name
	defaulted := false
	for p.kind() != end {
		t := p.peek()
		q := &Param{}
		if kwargs != nil {
			panic(p.errorAt(diag.BadParams, t, "no parameter can follow '**%s'", list[len(list)-1].Name))
		}
		switch t.Type {
		case tSlash:
			p.next()
			p.slash(t, list, slash, star)
			slash = t
			q = nil
		case tStar:
			p.next()
			if star != nil {
				panic(p.errorAt(diag.BadParams, t, "a function has one '*' parameter at most"))
			}
			star = t
			if p.kind() == tName {
				q.Kind = VarArgs
				p.param(q, end)
				break
			}
			bare, q = true, nil
			if p.kind() == tAssign {
				panic(p.errorAt(diag.BadParams, p.peek(), "'*' cannot have a default"))
			}
		case tDoubleStar:
			p.next()
			kwargs = t
			q.Kind = KwArgs
			p.param(q, end)
		default:
			if star != nil {
				q.Kind, bare = KwOnly, false
			} else {
				q.Kind = Normal
			}
			p.param(q, end)
			if q.Kind == Normal && q.Default == nil && defaulted {
				e := p.errorOver(diag.BadParams, p.spanFrom(at(t)), "the parameter '%s' without a default follows one with a default", q.Name)
				panic(e.hint("give it a default, or move it to the front"))
			}
			defaulted = defaulted || q.Kind == Normal && q.Default != nil
		}
		if q != nil {
			q.Span = p.spanFrom(at(t))
			list = append(list, q)
			if (q.Kind == VarArgs || q.Kind == KwArgs) && q.Default != nil {
				panic(p.errorOver(diag.BadParams, q.Span, "'%s%s' cannot have a default", t.Value, q.Name))
			}
		}
		if !p.accept(tComma) {
			break
		}
		if bare && (p.kind() == end || p.kind() == tDoubleStar) {
			panic(p.bareStar(star))
		}
	}
	if bare {
		panic(p.bareStar(star))
	}
	if t := p.peek(); t.Type != end {
		panic(p.paramsEnd(t, end))
	}
	return Params{list}
}

func (p *climber) bareStar(star *token) *syntaxError {
	return p.errorAt(diag.BadParams, star, "a bare '*' must be followed by keyword-only parameters")
}

// slash makes the parameters so far positional-only.
func (p *climber) slash(t *token, list []*Param, slash, star *token) {
	switch {
	case slash != nil:
		panic(p.errorAt(diag.BadParams, t, "a function has one '/' at most"))
	case star != nil:
		panic(p.errorAt(diag.BadParams, t, "'/' must stand before '*'"))
	case len(list) == 0:
		panic(p.errorAt(diag.BadParams, t, "a parameter must stand before '/'"))
	}
	for _, q := range list {
		q.Kind = PosOnly
	}
}

// param reads a parameter's name, annotation and default.
func (p *climber) param(q *Param, end tokenType) {
	t := p.peek()
	if t.Type != tName {
		panic(p.noParam(t))
	}
	p.next()
	q.Name = nameOf(t)
	if end == tRParen && p.accept(tColon) {
		if p.kind() == tStar && q.Kind == VarArgs {
			q.Ann = p.starred(p.peek())
		} else {
			q.Ann = p.expr()
		}
	}
	if p.accept(tAssign) {
		if k := p.peek(); k.Type == tComma || k.Type == end {
			panic(p.errorAt(diag.NoExpression, k, "expected the default of '%s' after '=', found %s", q.Name, describe(k)))
		}
		q.Default = p.expr()
	}
}

func (p *climber) noParam(t *token) *syntaxError {
	switch {
	case isKeyword(t.Type):
		return p.errorAt(diag.KeywordAsName, t, "%s cannot be the name of a parameter", describe(t))
	case t.Type == tLParen:
		return p.errorAt(diag.BadParams, t, "a parameter cannot stand in parentheses").hint("take the tuple as one parameter and unpack it in the body")
	}
	return p.errorAt(diag.BadParams, t, "expected the name of a parameter, found %s", describe(t))
}

func (p *climber) paramsEnd(t *token, end tokenType) *syntaxError {
	want := "')'"
	if end == tColon {
		want = "':'"
	}
	e := p.errorAt(diag.BadParams, t, "expected ',' or %s in the parameters, found %s", want, describe(t))
	switch {
	case t.Type == tName:
		e.Code = diag.MissingComma
		e.Hint = "perhaps a comma is missing before it"
	case t.Type == tDot:
		e.Hint = "a parameter is a plain name"
	}
	return e
}
