package parser

import (
	"github.com/coro-lang/coro/lang/diag"
)

// This file is the climber's lower half: atoms, displays, comprehensions and subscripts.

func (p *climber) atom() Expr {
	t := p.peek()
	switch t.Type {
	case tName:
		p.next()
		return &Name{Span{at(t), endOfToken(t)}, nameOf(t)}
	case tNumber:
		p.next()
		return p.number(t)
	case tString, tFStart:
		return p.strings()
	case kTrue:
		return p.constant(True)
	case kFalse:
		return p.constant(False)
	case kNone:
		return p.constant(None)
	case tEllipsis:
		return p.constant(Ellipsis)
	case tLParen:
		return p.paren()
	case tLBracket:
		return p.bracketed()
	case tLBrace:
		return p.braced()
	}
	panic(p.noExpr(t))
}

// noExpr explains why no expression begins at t.
func (p *climber) noExpr(t *token) *syntaxError {
	switch t.Type {
	case tBang:
		return p.errorAt(diag.ForeignOperator, t, "'!' is written 'not' in Python").hint("write 'not'")
	case kYield:
		return p.errorAt(diag.Unexpected, t, "'yield' must stand in parentheses here").hint("write `(yield …)`")
	case kNot:
		return p.errorAt(diag.Unexpected, t, "'not' must stand in parentheses here").hint("write `(not …)`")
	case tStar:
		return p.errorAt(diag.Starred, t, "a starred expression cannot stand here")
	case tDoubleStar:
		return p.errorAt(diag.Starred, t, "'**' cannot stand here: it belongs into calls and dictionaries")
	case tAssign, tAugAssign, tWalrus:
		if p.last == nil {
			return p.errorAt(diag.Unexpected, t, "there is nothing on the left of '%s' to assign to", t.Value)
		}
		if t.Type == tAssign && (p.last.Type == tAmp || p.last.Type == tPipe || p.last.Type == tBang) {
			return p.errorAt(diag.Unexpected, t, "there is no '%s=' operator", p.last.Value)
		}
	case kIf:
		if p.last != nil && p.last.Type == kElse {
			return p.errorAt(diag.ForeignWord, t, "'else if' is written 'elif'").hint("write 'elif'")
		}
	}
	after := ""
	if p.last != nil && t.Type != tFEnd {
		after = " after " + describe(p.last)
	}
	e := p.errorAt(diag.NoExpression, t, "expected an expression%s, found %s", after, describe(t))
	switch {
	case p.last == nil || !isKeyword(t.Type):
	case t.Type == kReturn && p.last.Type == tColon:
		e.Hint = "a lambda holds one expression, and its value is the result"
	case p.last.Type == kFor || p.last.Type == kAs || p.last.Type == kDel:
		e.Hint = describe(t) + " cannot be used as a name"
	}
	return e
}

func (p *climber) constant(k ConstKind) Expr {
	t := p.next()
	return &Const{Span{at(t), endOfToken(t)}, k}
}

// expectClose takes the bracket that closes open. what is the construct, for the message.
func (p *climber) expectClose(tt tokenType, open *token, what string) {
	t := p.peek()
	if t.Type == tt {
		p.next()
		return
	}
	panic(p.notClosed(tt, open, t, what))
}

func (p *climber) notClosed(tt tokenType, open, t *token, what string) *syntaxError {
	want := string(closer(open.Value[0]))
	if t.Pos.Line > p.last.Pos.Line && !p.closedLater(tt) {
		e := p.errorAt(diag.Unclosed, open, "'%s' is never closed", open.Value)
		e.off = t.Pos.Offset
		return e.hint("add the missing '%s'", want)
	}
	switch {
	case t.Type == tAssign:
		return p.errorAt(diag.AssignForEqual, t, "'=' is not a comparison, and no value can be assigned here").hint("did you mean '=='?")
	case t.Type == tWalrus:
		return p.errorAt(diag.Walrus, t, "':=' cannot stand here without parentheses").hint("put `(name := value)` in parentheses")
	case t.Type == tBang:
		return p.errorAt(diag.ForeignOperator, t, "'!' is written 'not' in Python").hint("write 'not'")
	case startsExpr(t.Type) || t.Type == tDoubleStar:
		e := p.errorAt(diag.MissingComma, t, "expected ',' or '%s' after %s in %s, found %s", want, describe(p.last), what, describe(t))
		if t.Pos.Line > p.last.Pos.Line {
			e.Pos, e.End = endOfToken(p.last), Pos{}
			return e.hint("perhaps a comma is missing here")
		}
		return e.hint("perhaps a comma is missing before it")
	}
	return p.errorAt(diag.Unexpected, t, "expected ',' or '%s' in %s, found %s", want, what, describe(t))
}

// closedLater tells whether the bracket that is open is closed by some later token.
func (p *climber) closedLater(tt tokenType) bool {
	ck := p.lx.MakeCheckpoint()
	defer p.lx.LoadCheckpoint(ck)
	for depth := 0; ; {
		switch t := p.lx.Next(); t.Type {
		case tLParen, tLBracket, tLBrace:
			depth++
		case tRParen, tRBracket, tRBrace:
			if depth == 0 {
				return t.Type == tt
			}
			depth--
		case tEOF, tNewline:
			return false
		}
	}
}

// starOrNamed reads an element of a display.
func (p *climber) starOrNamed() Expr {
	if t := p.peek(); t.Type == tStar {
		return p.starred(t)
	}
	return p.named()
}

// starred reads `*x`.
func (p *climber) starred(t *token) Expr {
	p.next()
	x := p.binary(precBitOr)
	return &Starred{p.spanFrom(at(t)), x}
}

// elements reads what follows a display's first element x, up to the bracket tt. grown is the list so far.
func (p *climber) elements(x Expr, tt tokenType) []Expr {
	var few [8]Expr
	list := append(few[:0], x)
	for p.accept(tComma) && p.kind() != tt {
		list = append(list, p.starOrNamed())
	}
	return append(make([]Expr, 0, len(list)), list...)
}

// list reads an expression, or several with commas between, as a tuple without parentheses.
func (p *climber) list() Expr {
	pos := at(p.peek())
	x := p.starOrExpr()
	if p.kind() != tComma {
		return x
	}
	list := append(make([]Expr, 0, 2), x)
	for p.accept(tComma) && startsExpr(p.kind()) {
		list = append(list, p.starOrExpr())
	}
	return &Tuple{Span: p.spanFrom(pos), Elts: list}
}

func (p *climber) starOrExpr() Expr {
	if t := p.peek(); t.Type == tStar {
		return p.starred(t)
	}
	return p.expr()
}

// target reads what a loop assigns to: no comparison, for the 'in' is the loop's.
func (p *climber) target() Expr {
	one := func() Expr {
		if t := p.peek(); t.Type == tStar {
			return p.starred(t)
		}
		return p.binary(precBitOr)
	}
	pos := at(p.peek())
	x := one()
	if p.kind() != tComma {
		return x
	}
	list := []Expr{x}
	for p.accept(tComma) && startsExpr(p.kind()) {
		list = append(list, one())
	}
	return &Tuple{Span: p.spanFrom(pos), Elts: list}
}

// value reads the right side of an assignment, which may be a bare yield.
func (p *climber) value() Expr {
	if p.kind() == kYield {
		return p.yield()
	}
	return p.list()
}

func (p *climber) yield() Expr {
	t := p.next()
	if p.accept(kFrom) {
		x := p.expr()
		return &YieldFrom{p.spanFrom(at(t)), x}
	}
	y := &Yield{}
	if startsExpr(p.kind()) && p.kind() != kYield {
		y.X = p.list()
	}
	y.Span = p.spanFrom(at(t))
	return y
}

// paren reads what is in parentheses: a value, a tuple, a generator expression, a yield.
func (p *climber) paren() Expr {
	t := p.next()
	pos := at(t)
	p.enter()
	defer p.leave()
	if p.accept(tRParen) {
		return &Tuple{Span: p.spanFrom(pos), Paren: true}
	}
	if p.kind() == kYield {
		y := p.yield()
		p.expectClose(tRParen, t, "these parentheses")
		return y
	}
	x := p.starOrNamed()
	switch p.kind() {
	case kFor, kAsync:
		return p.comprehension(t, tRParen, GenExp, x, nil)
	case tComma:
		list := p.elements(x, tRParen)
		p.expectClose(tRParen, t, "this tuple")
		return &Tuple{Span: p.spanFrom(pos), Elts: list, Paren: true}
	}
	p.expectClose(tRParen, t, "these parentheses")
	if s, ok := x.(*Starred); ok {
		panic(p.errorOver(diag.Starred, s.Span, "a starred expression cannot stand alone in parentheses").hint("write `(*x,)` for a tuple"))
	}
	return x
}

func (p *climber) bracketed() Expr {
	t := p.next()
	pos := at(t)
	p.enter()
	defer p.leave()
	if p.accept(tRBracket) {
		return &List{Span: p.spanFrom(pos)}
	}
	x := p.starOrNamed()
	if k := p.kind(); k == kFor || k == kAsync {
		return p.comprehension(t, tRBracket, ListComp, x, nil)
	}
	list := p.elements(x, tRBracket)
	p.expectClose(tRBracket, t, "this list")
	return &List{p.spanFrom(pos), list}
}

// braced reads a set or a dictionary, or a comprehension of one.
func (p *climber) braced() Expr {
	t := p.next()
	pos := at(t)
	p.enter()
	defer p.leave()
	if p.accept(tRBrace) {
		return &Dict{Span: p.spanFrom(pos)}
	}
	if p.kind() == tDoubleStar {
		return p.dict(t, nil)
	}
	first := p.peek()
	x := p.starOrNamed()
	switch p.kind() {
	case tColon:
		p.noBareWalrus(x, first)
		return p.dict(t, x)
	case kFor, kAsync:
		return p.comprehension(t, tRBrace, SetComp, x, nil)
	}
	list := p.elements(x, tRBrace)
	p.expectClose(tRBrace, t, "this set")
	return &Set{p.spanFrom(pos), list}
}

// dict reads a dictionary that was opened at t; key is its first one, if that was read already.
func (p *climber) dict(t *token, key Expr) Expr {
	var items []DictItem
	for {
		if star := p.peek(); key == nil && star.Type == tDoubleStar {
			p.next()
			x := p.binary(precBitOr)
			if k := p.kind(); k == kFor || k == kAsync {
				panic(p.errorOver(diag.Comprehension, p.spanFrom(at(star)), "'**' cannot stand in a dictionary comprehension"))
			}
			items = append(items, DictItem{nil, x})
		} else {
			if key == nil {
				key = p.expr()
			}
			items = append(items, DictItem{key, p.dictValue(key)})
			if k := p.kind(); len(items) == 1 && (k == kFor || k == kAsync) {
				return p.comprehension(t, tRBrace, DictComp, items[0].Key, items[0].Value)
			}
		}
		key = nil
		if !p.accept(tComma) || p.kind() == tRBrace {
			break
		}
	}
	p.expectClose(tRBrace, t, "this dictionary")
	return &Dict{p.spanFrom(at(t)), items}
}

// dictValue reads ':' and the value behind it.
func (p *climber) dictValue(key Expr) Expr {
	if key, ok := key.(*Starred); ok {
		panic(p.errorOver(diag.Starred, key.Span, "a starred expression cannot be a dictionary's key").hint("'**' merges another dictionary"))
	}
	t := p.peek()
	if t.Type != tColon {
		e := p.errorAt(diag.BadDict, t, "expected ':' and a value after this dictionary's key, found %s", describe(t))
		if t.Type == tAssign {
			e.Hint = "a dictionary pairs keys and values with ':'"
		}
		panic(e)
	}
	p.next()
	switch v := p.peek(); v.Type {
	case tComma, tRBrace:
		panic(p.errorAt(diag.BadDict, v, "expected the value of this key after ':', found %s", describe(v)))
	case tStar:
		panic(p.errorAt(diag.Starred, v, "a starred expression cannot be a dictionary's value"))
	}
	return p.expr()
}

// comprehension reads the clauses behind an element, and the bracket tt that closes open.
func (p *climber) comprehension(open *token, tt tokenType, kind CompKind, elt, val Expr) Expr {
	if s, ok := elt.(*Starred); ok {
		panic(p.spreadElement(s.Span))
	}
	c := &Comp{Kind: kind, Elt: elt, Value: val, Clauses: p.clauses()}
	p.expectClose(tt, open, "this comprehension")
	c.Span = p.spanFrom(at(open))
	return c
}

func (p *climber) spreadElement(sp Span) *syntaxError {
	e := p.errorOver(diag.Comprehension, sp, "a starred expression cannot be the element of a comprehension")
	return e.hint("use two `for` clauses: `x for xs in xss for x in xs`")
}

func (p *climber) clauses() []CompFor {
	var out []CompFor
	for {
		t := p.peek()
		if t.Type == kAsync {
			p.next()
		} else if t.Type != kFor {
			return out
		}
		cl := CompFor{Async: t.Type == kAsync}
		if !p.accept(kFor) {
			panic(p.errorAt(diag.Unexpected, p.peek(), "expected 'for' after 'async' in this comprehension, found %s", describe(p.peek())))
		}
		if !startsExpr(p.kind()) {
			panic(p.errorAt(diag.NoExpression, p.peek(), "expected a variable after 'for', found %s", describe(p.peek())))
		}
		cl.Target = p.target()
		if !p.accept(kIn) {
			e := p.errorAt(diag.Unexpected, p.peek(), "expected 'in' after the variable of this comprehension, found %s", describe(p.peek()))
			if p.peek().Value == "of" {
				e.Hint = "write 'in'"
			}
			panic(e)
		}
		cl.Iter = p.binary(precOr) // no conditional: an 'if' is the clause's own
		for p.accept(kIf) {
			cl.Ifs = append(cl.Ifs, p.binary(precOr))
		}
		cl.Span = p.spanFrom(at(t))
		out = append(out, cl)
	}
}

// subscript reads what is between square brackets; the first was consumed.
func (p *climber) subscript(open *token) Expr {
	p.enter()
	defer p.leave()
	t := p.peek()
	if t.Type == tRBracket {
		panic(p.errorAt(diag.NoExpression, t, "expected an index between the brackets"))
	}
	x := p.sliceItem()
	_, star := x.(*Starred)
	if star || p.kind() == tComma {
		list := []Expr{x}
		for p.accept(tComma) && p.kind() != tRBracket {
			list = append(list, p.sliceItem())
		}
		x = &Tuple{Span: p.spanFrom(at(t)), Elts: list}
	}
	p.expectClose(tRBracket, open, "this subscript")
	return x
}

func (p *climber) sliceItem() Expr {
	t := p.peek()
	var lo Expr
	if t.Type != tColon {
		lo = p.starOrNamed()
		if p.kind() != tColon {
			return lo
		}
		switch lo := lo.(type) {
		case *Starred:
			panic(p.errorOver(diag.Starred, lo.Span, "a starred expression cannot bound a slice"))
		default:
			p.noBareWalrus(lo, t)
		}
	}
	p.next()
	s := &Slice{Lo: lo}
	if k := p.kind(); k != tColon && k != tRBracket && k != tComma {
		s.Hi = p.expr()
	}
	if p.accept(tColon) {
		if k := p.kind(); k != tRBracket && k != tComma {
			s.Step = p.expr()
		}
	}
	s.Span = p.spanFrom(at(t))
	return s
}

// noBareWalrus refuses a walrus without parentheses around it; first is the token that began x.
func (p *climber) noBareWalrus(x Expr, first *token) {
	if w, ok := x.(*Walrus); ok && w.Pos == at(first) {
		panic(p.errorOver(diag.Walrus, w.Span, "':=' cannot stand here without parentheses").hint("put `(name := value)` in parentheses"))
	}
}
