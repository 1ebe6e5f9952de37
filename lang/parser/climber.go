package parser

import (
	"fmt"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/coro-lang/coro/lang/diag"
)

// This file is the expression climber's ladder: from the conditional down to the primary. The grammar
// calls it for every expression; it reads tokens by hand, since a ladder of 15 productions in tags costs
// a multiple of the rest of the parser.

// maxDepth is how deep expressions may nest where the climber itself would recurse.
const maxDepth = 2000

// climber reads one expression. Faults leave it as a panic with a *syntaxError, which climb turns into
// an error for participle.
type climber struct {
	lx    *lexer.PeekingLexer
	last  *token // the last one consumed
	depth int
}

// syntaxError is a diagnostic on its way through participle, and how far the parser had come.
type syntaxError struct {
	*diag.Diagnostic
	off int
}

func (e *syntaxError) Error() string { return e.Msg }

// catch makes a climber's panic an error.
func catch(err *error) {
	switch r := recover().(type) {
	case nil:
	case *syntaxError:
		*err = r
	default:
		panic(r)
	}
}

func at(t *token) Pos {
	return Pos{Off: int32(t.Pos.Offset), Line: int32(t.Pos.Line), Col: int32(t.Pos.Column)}
}

// wordAt is the span of a word that stands at p.
func wordAt(p Pos, word string) Span {
	n := int32(len(word))
	return Span{p, Pos{Off: p.Off + n, Line: p.Line, Col: p.Col + n}}
}

// endOfToken is just past a token.
func endOfToken(t *token) Pos {
	n := int32(len(t.Value))
	end := wordAt(at(t), t.Value).End
	if t.Type == tString {
		for i := range len(t.Value) {
			if t.Value[i] == '\n' {
				end.Line++
				end.Col = n - int32(i)
			}
		}
	}
	return end
}

// errorAt makes an error about the token t.
func (p *climber) errorAt(code string, t *token, msg string, a ...any) *syntaxError {
	d := &diag.Diagnostic{Code: code, Pos: at(t), End: endOfToken(t), Msg: fmt.Sprintf(msg, a...)}
	if t.Type == tNewline || t.Type == tEOF || t.Type == tDedent || t.Type == tIndent {
		d.End = Pos{}
		if p.last != nil { // what is missing is missing after the last word
			d.Pos = endOfToken(p.last)
		}
	}
	return &syntaxError{d, t.Pos.Offset}
}

// errorOver makes an error about a piece of the tree; the parser stands at the current token.
func (p *climber) errorOver(code string, sp Span, msg string, a ...any) *syntaxError {
	return &syntaxError{&diag.Diagnostic{Code: code, Pos: sp.Pos, End: sp.End, Msg: fmt.Sprintf(msg, a...)}, p.lx.Peek().Pos.Offset}
}

func (e *syntaxError) hint(s string, a ...any) *syntaxError {
	e.Hint = fmt.Sprintf(s, a...)
	return e
}

func (p *climber) peek() *token        { return p.lx.Peek() }
func (p *climber) kind() tokenType     { return p.lx.Peek().Type }
func (p *climber) next() *token        { p.last = p.lx.Next(); return p.last }
func (p *climber) spanFrom(q Pos) Span { return Span{q, endOfToken(p.last)} }

// after returns the token that follows the current one.
func (p *climber) after() *token {
	ck := p.lx.MakeCheckpoint()
	p.lx.Next()
	t := p.lx.Peek()
	p.lx.LoadCheckpoint(ck)
	return t
}

func (p *climber) accept(tt tokenType) bool {
	if p.kind() == tt {
		p.next()
		return true
	}
	return false
}

func (p *climber) enter() {
	if p.depth++; p.depth > maxDepth {
		panic(p.errorAt(diag.TooComplex, p.peek(), "this expression is nested too deeply (the limit is %d)", maxDepth).hint("split it over several statements"))
	}
}

func (p *climber) leave() { p.depth-- }

// precedence of the binary operators; 0 is none.
const (
	precOr = iota + 1
	precAnd
	precNot
	precCompare
	precBitOr
	precBitXor
	precBitAnd
	precShift
	precSum
	precProduct
)

var prec = [numTokens]int8{
	kOr: precOr, kAnd: precAnd, kNot: precCompare, kIn: precCompare, kIs: precCompare, tLess: precCompare,
	tLessEqual: precCompare, tGreater: precCompare, tGreaterEqual: precCompare, tEqual: precCompare, tNotEqual: precCompare,
	tPipe: precBitOr, tCaret: precBitXor, tAmp: precBitAnd, tLShift: precShift, tRShift: precShift, tPlus: precSum,
	tMinus: precSum, tStar: precProduct, tSlash: precProduct, tDoubleSlash: precProduct, tPercent: precProduct, tAt: precProduct,
}

var binOps = [numTokens]BinOp{tPipe: OpBitOr, tCaret: OpBitXor, tAmp: OpBitAnd, tLShift: OpLShift, tRShift: OpRShift,
	tPlus: OpAdd, tMinus: OpSub, tStar: OpMul, tSlash: OpDiv, tDoubleSlash: OpFloorDiv, tPercent: OpMod, tAt: OpMatMul}

var cmpOps = [numTokens]CmpOp{tLess: OpLt, tLessEqual: OpLtE, tGreater: OpGt, tGreaterEqual: OpGtE, tEqual: OpEq, tNotEqual: OpNotEq}

// named reads an expression where `name := value` may stand without parentheses.
func (p *climber) named() Expr {
	first := p.peek()
	x := p.expr()
	if p.kind() == tWalrus {
		return p.walrus(x, first)
	}
	return x
}

func (p *climber) walrus(x Expr, first *token) Expr {
	n, ok := x.(*Name)
	if !ok || first.Type != tName {
		panic(p.errorOver(diag.Walrus, x.Where(), "':=' gives a value to a plain name only").hint("write an assignment statement before"))
	}
	p.next()
	v := p.expr()
	return &Walrus{p.spanFrom(n.Pos), Ident{n.Span, n.ID}, v}
}

// expr reads a conditional, a lambda, or anything that binds tighter.
func (p *climber) expr() Expr {
	p.enter()
	defer p.leave()
	t := p.peek()
	if t.Type == kLambda {
		p.next()
		params := p.params(tColon)
		if !p.accept(tColon) {
			panic(p.errorAt(diag.Unexpected, p.peek(), "expected ':' after the lambda's parameters, found %s", describe(p.peek())))
		}
		if k := p.kind(); k == tFText || k == tRBrace && p.last.Type == tColon {
			panic(p.errorOver(diag.FString, p.spanFrom(at(t)), "a lambda in an f-string must stand in parentheses"))
		}
		body := p.expr()
		return &Lambda{p.spanFrom(at(t)), params, body}
	}
	x := p.binary(precOr)
	if p.kind() != kIf {
		return x
	}
	p.next()
	test := p.binary(precOr)
	if !p.accept(kElse) {
		e := p.errorAt(diag.Unexpected, p.peek(), "expected 'else' to complete this conditional expression, found %s", describe(p.peek()))
		panic(e.hint("it reads `a if condition else b`"))
	}
	alt := p.expr()
	return &Cond{p.spanFrom(at(t)), test, x, alt}
}

// binary reads operands joined by operators that bind at least as tightly as least.
func (p *climber) binary(least int8) Expr {
	t := p.peek()
	pos := at(t)
	var x Expr
	if t.Type == kNot && least <= precNot {
		p.enter()
		p.next()
		y := p.binary(precNot)
		x = &Unary{p.spanFrom(pos), OpNot, y}
		p.leave()
	} else {
		x = p.unary()
	}
	for {
		t := p.peek()
		if t.Type < 0 {
			return x
		}
		pr := prec[t.Type]
		if pr == 0 || pr < least {
			return x
		}
		switch pr {
		case precCompare:
			c := p.comparison(x, pos)
			if c == nil {
				return x
			}
			x = c
		case precOr, precAnd:
			p.next()
			b := &BoolOp{Op: OpAnd, Xs: []Expr{x, p.operand(t, pr+1)}}
			if t.Type == kOr {
				b.Op = OpOr
			}
			for p.kind() == t.Type {
				op := p.next()
				b.Xs = append(b.Xs, p.operand(op, pr+1))
			}
			b.Span = p.spanFrom(pos)
			x = b
		default:
			p.next()
			y := p.operand(t, pr+1)
			x = &Binary{p.spanFrom(pos), binOps[t.Type], at(t), x, y}
		}
	}
}

// operand reads what stands on the right of the operator op, which programmers of other languages
// sometimes write twice.
func (p *climber) operand(op *token, least int8) Expr {
	t := p.peek()
	if t.Type == op.Type && t.Pos.Offset == op.Pos.Offset+1 {
		switch t.Type {
		case tAmp:
			panic(p.doubled(op, t, "and"))
		case tPipe:
			panic(p.doubled(op, t, "or"))
		case tPlus, tMinus:
			if after := p.after(); !startsExpr(after.Type) {
				e := p.errorAt(diag.ForeignOperator, t, "there is no '%s%s' operator", op.Value, t.Value)
				e.Pos = at(op)
				panic(e.hint("write `x %s= 1` as a statement of its own", op.Value))
			}
		}
	}
	if t.Type == kNot && least > precNot {
		panic(p.errorAt(diag.Unexpected, t, "'not' cannot stand after '%s' without parentheses", op.Value).hint("write `(not …)`"))
	}
	return p.binary(least)
}

func (p *climber) doubled(op, t *token, word string) *syntaxError {
	e := p.errorAt(diag.ForeignOperator, t, "'%s%s' is written '%s' in Python", op.Value, t.Value, word)
	e.Pos = at(op)
	return e.hint("write '%s'", word)
}

// comparison reads the comparisons that follow x, which began at pos, or nothing (and returns nil) if what seemed to begin
// one does not.
func (p *climber) comparison(x Expr, pos Pos) Expr {
	c := &Compare{X: x}
	for {
		t := p.peek()
		var op CmpOp
		switch t.Type {
		case tLess, tLessEqual, tGreater, tGreaterEqual, tEqual, tNotEqual:
			p.next()
			op = cmpOps[t.Type]
			if u := p.peek(); u.Type == tAssign && u.Pos.Offset == t.Pos.Offset+len(t.Value) {
				e := p.errorAt(diag.ForeignOperator, u, "there is no '%s=' operator", t.Value)
				e.Pos = at(t)
				panic(e.hint("write '%s'", t.Value))
			}
		case kIn:
			p.next()
			op = OpIn
		case kIs:
			p.next()
			op = OpIs
			if p.accept(kNot) {
				op = OpIsNot
			}
		case kNot:
			if p.after().Type != kIn {
				goto done
			}
			p.next()
			p.next()
			op = OpNotIn
		default:
			goto done
		}
		c.Ops = append(c.Ops, op)
		c.Ys = append(c.Ys, p.operand(t, precBitOr))
	}
done:
	if len(c.Ops) == 0 {
		return nil
	}
	c.Span = p.spanFrom(pos)
	return c
}

// unary reads signs, await and the power operator, whose right side binds looser than its left.
func (p *climber) unary() Expr {
	t := p.peek()
	switch t.Type {
	case tPlus, tMinus, tTilde:
		p.enter()
		p.next()
		x := p.unary()
		p.leave()
		op := OpNeg
		switch t.Type {
		case tPlus:
			op = OpPos
		case tTilde:
			op = OpInvert
		}
		return &Unary{p.spanFrom(at(t)), op, x}
	}
	var x Expr
	if t.Type == kAwait {
		p.next()
		if p.kind() == kAwait {
			panic(p.errorAt(diag.Unexpected, p.peek(), "expected an expression after 'await', found another 'await'").hint("await once, or put the inner one in parentheses"))
		}
		y := p.primary()
		x = &Await{p.spanFrom(at(t)), y}
	} else {
		x = p.primary()
	}
	if op := p.peek(); op.Type == tDoubleStar {
		p.enter()
		p.next()
		y := p.unary()
		p.leave()
		return &Binary{p.spanFrom(at(t)), OpPow, at(op), x, y}
	}
	return x
}

// primary reads an atom and the attributes, calls and subscripts behind it.
func (p *climber) primary() Expr {
	pos := at(p.peek())
	x := p.atom()
	for {
		t := p.peek()
		switch t.Type {
		case tDot:
			p.next()
			n := p.peek()
			if n.Type != tName {
				e := p.errorAt(diag.Unexpected, n, "expected a name after '.', found %s", describe(n))
				if isKeyword(n.Type) {
					e = p.errorAt(diag.KeywordAsName, n, "%s cannot be the name of an attribute", describe(n)).hint("use getattr(…, %q)", n.Value)
				}
				panic(e)
			}
			p.next()
			x = &Attr{p.spanFrom(pos), x, Ident{Span{at(n), endOfToken(n)}, nameOf(n)}}
		case tLParen:
			p.next()
			list := p.args(t)
			x = &Call{p.spanFrom(pos), x, list}
		case tLBracket:
			p.next()
			i := p.subscript(t)
			x = &Index{p.spanFrom(pos), x, i}
		default:
			return x
		}
	}
}
