package parser

import (
	"strings"

	"github.com/coro-lang/coro/lang/diag"
)

// This file joins adjacent string literals and builds f-strings.

// strings reads adjacent string literals as one.
func (p *climber) strings() Expr {
	first := p.peek()
	t := p.peek()
	if t.Type == tString {
		p.next()
		s, isBytes := p.text(t)
		if k := p.kind(); k != tString && k != tFStart {
			if isBytes {
				return &Bytes{p.spanFrom(at(first)), s}
			}
			return &Str{p.spanFrom(at(first)), s}
		}
		j := &joined{isBytes: isBytes}
		j.lit.WriteString(s)
		return p.join(j, first)
	}
	return p.join(&joined{}, first)
}

// joined gathers adjacent literals.
type joined struct {
	lit     strings.Builder // text not yet in parts
	parts   []FPart
	isBytes bool
	isF     bool
}

// join reads the literals that follow those in j.
func (p *climber) join(j *joined, first *token) Expr {
	for {
		t := p.peek()
		switch t.Type {
		case tString:
			p.next()
			s, isBytes := p.text(t)
			if isBytes != j.isBytes {
				panic(p.mixed(t))
			}
			j.lit.WriteString(s)
			continue
		case tFStart:
			if j.isBytes {
				panic(p.mixed(t))
			}
			j.isF = true
			p.next()
			p.fields(j, t, false)
			if e := p.peek(); e.Type != tFEnd {
				panic(p.errorAt(diag.FString, e, "expected the end of this f-string, found %s", describe(e)))
			}
			p.next()
			continue
		}
		sp := p.spanFrom(at(first))
		switch {
		case j.isF:
			j.flush()
			return &FString{sp, j.parts}
		case j.isBytes:
			return &Bytes{sp, j.lit.String()}
		}
		return &Str{sp, j.lit.String()}
	}
}

func (p *climber) mixed(t *token) *syntaxError {
	return p.errorAt(diag.BadString, t, "bytes and text cannot be joined").hint("give both strings a 'b', or neither")
}

// flush makes the text so far a part.
func (j *joined) flush() {
	if j.lit.Len() > 0 {
		j.parts = append(j.parts, FPart{Lit: j.lit.String()})
		j.lit.Reset()
	}
}

// fields reads the text and the replacement fields of the f-string that start opened, or of a format
// spec in it.
func (p *climber) fields(j *joined, start *token, spec bool) {
	raw := isRaw(start)
	for {
		switch t := p.peek(); t.Type {
		case tFText:
			p.next()
			j.lit.WriteString(p.fstringText(t, raw, spec))
		case tLBrace:
			p.replacement(j, start)
		default:
			return
		}
	}
}

// isRaw says whether the f-string that start opened is raw.
func isRaw(start *token) bool { return strings.ContainsAny(start.Value[:2], "rR") }

// replacement reads one `{expression[=][!conversion][:spec]}`.
func (p *climber) replacement(j *joined, start *token) {
	open := p.next()
	switch t := p.peek(); t.Type {
	case tRBrace, tBang, tColon, tFEqual, tAssign:
		e := p.errorAt(diag.FString, t, "expected an expression after '{' in this f-string, found %s", describe(t))
		e.Pos = at(open)
		panic(e.hint("write '{{' for a brace that is text"))
	}
	part := FPart{X: p.value()}
	if x, ok := part.X.(*Starred); ok {
		panic(p.errorOver(diag.Starred, x.Span, "a starred expression cannot stand here"))
	}
	if t := p.peek(); t.Type == tFEqual {
		p.next()
		// Escapes in it, of the strings in the expression, are decoded as those of the f-string are.
		j.lit.WriteString(p.fstringText(t, isRaw(start), true))
		part.Conv = 'r'
		if p.kind() == tColon {
			part.Conv = 0
		}
	}
	if bang := p.peek(); bang.Type == tBang {
		p.next()
		t := p.peek()
		if t.Type != tName || t.Pos.Offset != bang.Pos.Offset+1 || t.Value != "r" && t.Value != "s" && t.Value != "a" {
			e := p.errorAt(diag.FString, t, "expected 'r', 's' or 'a' after the '!' of this f-string, found %s", describe(t))
			panic(e.hint("!r shows repr(), !s str(), !a ascii()"))
		}
		p.next()
		part.Conv = t.Value[0]
	}
	j.flush()
	if p.accept(tColon) {
		p.enter()
		spec := &joined{}
		p.fields(spec, start, true)
		spec.flush()
		part.Spec = spec.parts
		p.leave()
	}
	if t := p.peek(); t.Type != tRBrace {
		panic(p.fieldEnd(open, t))
	}
	p.next()
	j.parts = append(j.parts, part)
}

// fieldEnd explains why t does not close the replacement field that open began.
func (p *climber) fieldEnd(open, t *token) *syntaxError {
	if t.Type == tBang {
		return p.errorAt(diag.FString, t, "a replacement field has one '!' conversion at most")
	}
	if startsExpr(t.Type) {
		return p.errorAt(diag.FString, t, "expected '}' after the expression in this f-string, found %s", describe(t)).hint("perhaps an operator is missing before it")
	}
	return p.errorAt(diag.FString, t, "expected '}', '!' or ':' in this f-string's replacement field, found %s", describe(t))
}
