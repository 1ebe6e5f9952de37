package parser

import "github.com/coro-lang/coro/lang/diag"

// This file reads the patterns of match statements.

// casePattern reads what stands after `case`: a pattern, or a sequence without brackets.
func (p *climber) casePattern() Pattern {
	t := p.peek()
	x := p.starOrPattern()
	_, star := x.(*StarPattern)
	if p.kind() != tComma {
		if star {
			panic(p.errorOver(diag.BadPattern, x.Where(), "a starred pattern must be part of a sequence").hint("write `case [*rest]:`"))
		}
		return x
	}
	list := []Pattern{x}
	for p.accept(tComma) && p.kind() != tColon && p.kind() != kIf {
		list = append(list, p.starOrPattern())
	}
	return &SequencePattern{p.spanFrom(at(t)), list}
}

func (p *climber) starOrPattern() Pattern {
	t := p.peek()
	if t.Type != tStar {
		return p.pattern()
	}
	p.next()
	n := p.patternName("after '*'")
	s := &StarPattern{p.spanFrom(at(t)), n.Name}
	if n.Name == "_" {
		s.Name = ""
	}
	return s
}

// patternName takes a name that a pattern binds.
func (p *climber) patternName(where string) Ident {
	t := p.peek()
	if t.Type != tName {
		panic(p.errorAt(diag.BadPattern, t, "expected a name %s in this pattern, found %s", where, describe(t)))
	}
	p.next()
	return Ident{Span{at(t), endOfToken(t)}, nameOf(t)}
}

// pattern reads alternatives, and perhaps the name that takes what they match.
func (p *climber) pattern() Pattern {
	p.enter()
	defer p.leave()
	pos := at(p.peek())
	x := p.closedPattern()
	if p.kind() == tPipe {
		alts := []Pattern{x}
		for p.accept(tPipe) {
			alts = append(alts, p.closedPattern())
		}
		x = &OrPattern{p.spanFrom(pos), alts}
	}
	if !p.accept(kAs) {
		return x
	}
	n := p.patternName("after 'as'")
	if n.Name == "_" {
		panic(p.errorOver(diag.BadPattern, n.Span, "'_' matches anything and cannot be a name in 'as'"))
	}
	if k := p.kind(); k == tDot || k == tLParen {
		panic(p.errorOver(diag.BadPattern, n.Span, "only a plain name can follow 'as' in a pattern"))
	}
	return &AsPattern{p.spanFrom(pos), x, n}
}

func (p *climber) closedPattern() Pattern {
	t := p.peek()
	switch t.Type {
	case tNumber, tMinus, tString, tFStart, kTrue, kFalse, kNone:
		x := p.literal()
		return &LiteralPattern{x.Where(), x}
	case tName:
		return p.namePattern()
	case tLParen, tLBracket:
		return p.sequencePattern()
	case tLBrace:
		return p.mappingPattern()
	}
	panic(p.errorAt(diag.BadPattern, t, "expected a pattern, found %s", describe(t)))
}

// literal reads a literal of a pattern: a number may have a minus.
func (p *climber) literal() Expr {
	t := p.peek()
	var x Expr
	if t.Type == tMinus {
		p.next()
		n := p.peek()
		if n.Type != tNumber {
			panic(p.errorAt(diag.BadPattern, n, "expected a number after '-' in this pattern, found %s", describe(n)))
		}
		p.next()
		x = p.number(n)
		x = &Unary{p.spanFrom(at(t)), OpNeg, x}
	} else {
		x = p.atom()
	}
	if f, ok := x.(*FString); ok {
		panic(p.errorOver(diag.BadPattern, f.Span, "an f-string cannot be a pattern").hint("compare it in a guard: `case x if x == f\"…\":`"))
	}
	if k := p.kind(); k == tPlus || k == tMinus {
		panic(p.errorAt(diag.BadPattern, p.peek(), "a pattern is a literal or a name, not a calculation").hint("compare in a guard: `case x if x == …:`"))
	}
	return x
}

// namePattern reads a capture, a wildcard, a dotted value or a class pattern.
func (p *climber) namePattern() Pattern {
	t := p.next()
	pos := at(t)
	var x Expr = &Name{p.spanFrom(pos), nameOf(t)}
	if k := p.peek(); t.Value == "_" && (k.Type == tDot || k.Type == tLParen) {
		panic(p.errorAt(diag.BadPattern, k, "'_' is a pattern of its own and cannot be followed by '%s'", k.Value))
	}
	for p.accept(tDot) {
		n := p.patternName("after '.'")
		x = &Attr{p.spanFrom(pos), x, n}
	}
	if open := p.peek(); open.Type == tLParen {
		return p.classPattern(x)
	}
	switch x := x.(type) {
	case *Attr:
		return &ValuePattern{x.Span, x}
	case *Name:
		if x.ID == "_" {
			return &WildcardPattern{x.Span}
		}
		return &CapturePattern{x.Span, x.ID}
	}
	panic("parser: unexpected expression in a pattern")
}

func (p *climber) classPattern(class Expr) Pattern {
	open := p.next()
	c := &ClassPattern{Class: class}
	for p.kind() != tRParen {
		t := p.peek()
		if t.Type == tName && p.after().Type == tAssign {
			n := p.patternName("")
			p.next()
			c.Named = append(c.Named, NamedPattern{n, p.pattern()})
		} else {
			x := p.pattern()
			if len(c.Named) > 0 {
				panic(p.errorOver(diag.BadPattern, x.Where(), "a positional pattern cannot follow a named one"))
			}
			c.Args = append(c.Args, x)
		}
		if !p.accept(tComma) {
			break
		}
	}
	p.expectClose(tRParen, open, "this class pattern")
	c.Span = p.spanFrom(class.Where().Pos)
	return c
}

// sequencePattern reads `[…]`, `(…, …)`, or one pattern in parentheses.
func (p *climber) sequencePattern() Pattern {
	open := p.next()
	end := tokenType(tRBracket)
	if open.Type == tLParen {
		end = tRParen
	}
	s := &SequencePattern{}
	comma := false
	for p.kind() != end {
		s.Elts = append(s.Elts, p.starOrPattern())
		if comma = p.accept(tComma); !comma {
			break
		}
	}
	p.expectClose(end, open, "this pattern")
	s.Span = p.spanFrom(at(open))
	if open.Type == tLParen && len(s.Elts) == 1 && !comma {
		if x := s.Elts[0]; !isStar(x) {
			return x
		}
		panic(p.errorOver(diag.BadPattern, s.Elts[0].Where(), "a starred pattern must be part of a sequence").hint("write `[*rest]`"))
	}
	return s
}

func isStar(x Pattern) bool { _, ok := x.(*StarPattern); return ok }

func (p *climber) mappingPattern() Pattern {
	open := p.next()
	m := &MappingPattern{}
	for p.kind() != tRBrace {
		t := p.peek()
		if m.Rest != nil {
			panic(p.errorAt(diag.BadPattern, t, "no pattern can follow '**%s'", m.Rest.Name))
		}
		if t.Type == tDoubleStar {
			p.next()
			n := p.patternName("after '**'")
			if n.Name == "_" {
				panic(p.errorOver(diag.BadPattern, n.Span, "'**_' is not needed: a mapping pattern ignores other keys"))
			}
			m.Rest = &n
		} else {
			m.Keys = append(m.Keys, p.patternKey())
			if !p.accept(tColon) {
				panic(p.errorAt(diag.BadPattern, p.peek(), "expected ':' after the key of this pattern, found %s", describe(p.peek())))
			}
			m.Values = append(m.Values, p.pattern())
		}
		if !p.accept(tComma) {
			break
		}
	}
	p.expectClose(tRBrace, open, "this mapping pattern")
	m.Span = p.spanFrom(at(open))
	return m
}

// patternKey reads a mapping pattern's key: a literal or a dotted name.
func (p *climber) patternKey() Expr {
	t := p.peek()
	switch t.Type {
	case tNumber, tMinus, tString, tFStart, kTrue, kFalse, kNone:
		return p.literal()
	case tName:
		if v, ok := p.namePattern().(*ValuePattern); ok {
			return v.X
		}
		panic(p.errorAt(diag.BadPattern, t, "the key of a mapping pattern is a literal or a dotted name, not the name '%s'", t.Value))
	}
	panic(p.errorAt(diag.BadPattern, t, "expected a key in this mapping pattern, found %s", describe(t)))
}
