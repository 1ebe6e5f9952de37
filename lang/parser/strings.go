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
		j := &joiner{climber: p}
		j.isBytes = isBytes
		j.lit.WriteString(s)
		return j.join(first)
	}
	return (&joiner{climber: p}).join(first)
}

// joiner gathers adjacent literals.
type joiner struct {
	*climber
	lit     strings.Builder // text not yet in parts
	parts   []FPart
	isBytes bool
	isF     bool
}

func (j *joiner) join(first *token) Expr {
	for {
		t := j.peek()
		switch t.Type {
		case tString:
			j.next()
			s, isBytes := j.text(t)
			if isBytes != j.isBytes {
				panic(j.mixed(t))
			}
			j.lit.WriteString(s)
			continue
		case tFStart:
			if j.isBytes {
				panic(j.mixed(t))
			}
			j.isF = true
			j.next()
			j.fields(t, false)
			if e := j.peek(); e.Type != tFEnd {
				panic(j.errorAt(diag.FString, e, "expected the end of this f-string, found %s", describe(e)))
			}
			j.next()
			continue
		}
		sp := j.spanFrom(at(first))
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

func (j *joiner) mixed(t *token) *syntaxError {
	return j.errorAt(diag.BadString, t, "bytes and text cannot be joined").hint("give both strings a 'b', or neither")
}

// flush makes the text so far a part.
func (j *joiner) flush() {
	if j.lit.Len() > 0 {
		j.parts = append(j.parts, FPart{Lit: j.lit.String()})
		j.lit.Reset()
	}
}

// fields reads the text and the replacement fields of the f-string that start opened, or of a format
// spec in it.
func (j *joiner) fields(start *token, spec bool) {
	raw := strings.ContainsAny(start.Value[:2], "rR")
	for {
		switch t := j.peek(); t.Type {
		case tFText:
			j.next()
			j.lit.WriteString(j.fstringText(t, raw, spec))
		case tLBrace:
			j.replacement(start)
		default:
			return
		}
	}
}

// replacement reads one `{expression[=][!conversion][:spec]}`.
func (j *joiner) replacement(start *token) {
	open := j.next()
	switch t := j.peek(); t.Type {
	case tRBrace, tBang, tColon, tFEqual, tAssign:
		e := j.errorAt(diag.FString, t, "expected an expression after '{' in this f-string, found %s", describe(t))
		e.Pos = at(open)
		panic(e.hint("write '{{' for a brace that is text"))
	}
	part := FPart{X: j.value()}
	if x, ok := part.X.(*Starred); ok {
		panic(j.errorOver(diag.Starred, x.Span, "a starred expression cannot stand here"))
	}
	if t := j.peek(); t.Type == tFEqual {
		j.next()
		j.lit.WriteString(t.Value)
		part.Conv = 'r'
		if j.kind() == tColon {
			part.Conv = 0
		}
	}
	if bang := j.peek(); bang.Type == tBang {
		j.next()
		t := j.peek()
		if t.Type != tName || t.Pos.Offset != bang.Pos.Offset+1 || t.Value != "r" && t.Value != "s" && t.Value != "a" {
			e := j.errorAt(diag.FString, t, "expected 'r', 's' or 'a' after the '!' of this f-string, found %s", describe(t))
			panic(e.hint("!r shows repr(), !s str(), !a ascii()"))
		}
		j.next()
		part.Conv = t.Value[0]
	}
	j.flush()
	if j.accept(tColon) {
		j.enter()
		spec := &joiner{climber: j.climber}
		spec.fields(start, true)
		spec.flush()
		part.Spec = spec.parts
		j.leave()
	}
	if t := j.peek(); t.Type != tRBrace {
		panic(j.fieldEnd(open, t))
	}
	j.next()
	j.parts = append(j.parts, part)
}

// fieldEnd explains why t does not close the replacement field that open began.
func (j *joiner) fieldEnd(open, t *token) *syntaxError {
	if t.Type == tBang {
		return j.errorAt(diag.FString, t, "a replacement field has one '!' conversion at most")
	}
	if startsExpr(t.Type) {
		return j.errorAt(diag.FString, t, "expected '}' after the expression in this f-string, found %s", describe(t)).hint("perhaps an operator is missing before it")
	}
	return j.errorAt(diag.FString, t, "expected '}', '!' or ':' in this f-string's replacement field, found %s", describe(t))
}
