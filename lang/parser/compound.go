package parser

import (
	"github.com/alecthomas/participle/v2/lexer"

	"github.com/coro-lang/coro/lang/diag"
)

// This file reads the statements that one token of lookahead cannot: with, whose parentheses mean two
// things, and match, whose keywords are also names; and type parameters.

// withStatement reads `[async] with items: block`.
func withStatement(lx *lexer.PeekingLexer) (s Stmt, err error) {
	defer catch(&err)
	p := climber{lx: lx}
	w := &With{}
	pos := at(p.peek())
	w.Async = p.accept(kAsync)
	p.next()
	if open := p.peek(); open.Type == tLParen && p.listOfItems() {
		p.next()
		for p.kind() != tRParen {
			w.Items = append(w.Items, p.withItem())
			if !p.accept(tComma) {
				break
			}
		}
		p.expectClose(tRParen, open, "these items")
	} else {
		w.Items = append(w.Items, p.withItem())
		for p.accept(tComma) {
			w.Items = append(w.Items, p.withItem())
		}
	}
	w.Body = &Block{}
	if err := w.Body.Parse(lx); err != nil {
		return nil, err
	}
	w.Span = Span{pos, prevEnd(lx)}
	return w, nil
}

func (p *climber) withItem() *WithItem {
	w := &WithItem{X: p.expr()}
	if p.accept(kAs) {
		if !startsExpr(p.kind()) {
			panic(p.errorAt(diag.NoExpression, p.peek(), "expected a variable after 'as', found %s", describe(p.peek())))
		}
		if t := p.peek(); t.Type == tStar {
			w.As = p.starred(t)
		} else {
			w.As = p.binary(precBitOr)
		}
	}
	return w
}

// listOfItems tells whether the parenthesis that comes next encloses the items of a with, rather than
// beginning an expression: it is closed right before ':', and at its own level holds an 'as', or commas
// and nothing that only a tuple can hold.
func (p *climber) listOfItems() bool {
	ck := p.lx.MakeCheckpoint()
	defer p.lx.LoadCheckpoint(ck)
	as, comma, tuple := false, false, false
	depth := 0
	begins := true // an item begins with the next token
	for {
		t := p.lx.Next()
		switch t.Type {
		case tLParen, tLBracket, tLBrace:
			depth++
		case tRParen, tRBracket, tRBrace:
			if depth--; depth == 0 {
				return p.lx.Peek().Type == tColon && (as || comma && !tuple)
			}
		case tNewline, tEOF:
			return as
		}
		if depth == 1 {
			switch t.Type {
			case kAs:
				as = true
			case tComma:
				comma, begins = true, true
				continue
			case kFor, tWalrus, kYield:
				tuple = true
			case tStar:
				tuple = tuple || begins
			case tLParen:
				continue
			}
		}
		begins = false
	}
}

// isMatch tells whether a match statement begins here. `match` is also a name, so what follows it, and
// how the line ends, decide.
func isMatch(lx *lexer.PeekingLexer) bool {
	if t := lx.Peek(); t.Type != tName || t.Value != "match" {
		return false
	}
	ck := lx.MakeCheckpoint()
	defer lx.LoadCheckpoint(ck)
	lx.Next()
	switch lx.Next().Type {
	case tName, tNumber, tString, tFStart, kTrue, kFalse, kNone, kAwait, kLambda, tTilde, tLBrace, tEllipsis:
		return true
	case kNot:
		return lx.Peek().Type != kIn
	case tLParen, tLBracket, tMinus, tPlus, tStar:
	default:
		return false
	}
	colon := false
	for {
		switch t := lx.Next(); t.Type {
		case tNewline:
			return colon && lx.Peek().Type == tIndent
		case tEOF:
			return false
		default:
			colon = t.Type == tColon
		}
	}
}

func match(lx *lexer.PeekingLexer) (s Stmt, err error) {
	defer catch(&err)
	p := climber{lx: lx}
	pos := at(p.next())
	m := &Match{Subject: p.subject()}
	t := p.peek()
	if t.Type != tColon {
		if t.Type == tNewline {
			return nil, p.errorAt(diag.MissingColon, t, "expected ':' after the value to match").hint("add ':'")
		}
		return nil, p.errorAt(diag.Unexpected, t, "expected ':' after the value to match, found %s", describe(t))
	}
	p.next()
	if t := p.peek(); t.Type != tNewline {
		return nil, p.errorAt(diag.Unexpected, t, "the cases of a match begin on a line of their own")
	}
	p.next()
	if t := p.peek(); t.Type != tIndent {
		return nil, p.errorAt(diag.Indentation, t, "expected indented cases after this 'match'")
	}
	p.next()
	for p.kind() != tDedent && p.kind() != tEOF {
		m.Cases = append(m.Cases, matchCase(lx))
	}
	p.accept(tDedent)
	m.Span = Span{pos, prevEnd(lx)}
	return m, nil
}

// subject reads the value to match: several with commas are a tuple.
func (p *climber) subject() Expr {
	pos := at(p.peek())
	x := p.starOrNamed()
	s, star := x.(*Starred)
	if p.kind() != tComma {
		if star {
			panic(p.errorOver(diag.Starred, s.Span, "a starred expression cannot be the value to match"))
		}
		return x
	}
	list := []Expr{x}
	for p.accept(tComma) && startsExpr(p.kind()) {
		list = append(list, p.starOrNamed())
	}
	return &Tuple{Span: p.spanFrom(pos), Elts: list}
}

// matchCase reads a case. One that is at fault becomes a case that may match and holds the fault, so that
// the others are still read.
func matchCase(lx *lexer.PeekingLexer) *Case {
	pos := at(lx.Peek())
	c, err := readCase(lx)
	if err == nil {
		return c
	}
	bad := abandon(lx, pos, err, nil)
	maybe := &Const{bad.Span, True}
	return &Case{pos, &WildcardPattern{bad.Span}, maybe, &Block{bad.Span, []Stmt{bad}}}
}

func readCase(lx *lexer.PeekingLexer) (c *Case, err error) {
	defer catch(&err)
	p := climber{lx: lx}
	t := p.peek()
	if t.Type != tName || t.Value != "case" {
		e := p.errorAt(diag.BadPattern, t, "expected 'case' in this 'match', found %s", describe(t))
		if t.Type == kElse {
			e.Hint = "write `case _:`"
		} else if t.Type == tName && diag.Nearest(t.Value, []string{"case"}) != "" {
			e.Hint = "did you mean 'case'?"
		}
		return nil, e
	}
	p.next()
	c = &Case{Pos: at(t), Pattern: p.casePattern()}
	if p.accept(kIf) {
		c.Guard = p.named()
	}
	c.Body = &Block{}
	return c, c.Body.Parse(lx)
}

// typeParams reads the type parameters of a definition; their bracket was consumed.
func (p *climber) typeParams(open *token) []*TypeParam {
	var list []*TypeParam
	if t := p.peek(); t.Type == tRBracket {
		panic(p.errorAt(diag.BadParams, t, "expected the name of a type parameter"))
	}
	for p.kind() != tRBracket {
		t := p.peek()
		q := &TypeParam{}
		switch t.Type {
		case tStar:
			q.Stars = 1
			p.next()
		case tDoubleStar:
			q.Stars = 2
			p.next()
		}
		n := p.peek()
		if n.Type != tName {
			panic(p.errorAt(diag.BadParams, n, "expected the name of a type parameter, found %s", describe(n)))
		}
		p.next()
		q.Name = nameOf(n)
		if q.Stars == 0 && p.accept(tColon) {
			q.Bound = p.expr()
		}
		if p.accept(tAssign) {
			q.Default = p.starOrExpr()
		}
		q.Span = p.spanFrom(at(t))
		list = append(list, q)
		if !p.accept(tComma) {
			break
		}
	}
	p.expectClose(tRBracket, open, "these type parameters")
	return list
}
