package parser

import (
	"errors"
	"fmt"
	"strings"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"

	"github.com/coro-lang/coro/lang/diag"
)

// This file goes on after a fault. The line at fault becomes a Bad statement that carries the diagnostic;
// the blocks under it are still read, so that their faults show too, and clauses that would belong to it
// are taken along, so that they do not become faults themselves.

// abandon gives the line up that begins at pos. partial is what was understood of it, or nil.
func abandon(lx *lexer.PeekingLexer, pos Pos, err error, partial Stmt) *Bad {
	b := &Bad{}
	var off int
	b.Fault, off = explain(err, lx)
	if partial != nil {
		b.Kept = blocksOf(partial)
	}
	for t := lx.Peek(); t.Type != tEOF && t.Pos.Offset < off; t = lx.Peek() {
		lx.Next()
	}
	b.Span = Span{pos, skipLine(lx)}
	for {
		if lx.Peek().Type == tIndent {
			lx.Next()
			b.Kept = statements(lx, b.Kept)
			if lx.Peek().Type == tDedent {
				lx.Next()
			}
		}
		if !skipClause(lx) {
			return b
		}
	}
}

// skipClause passes the first line of a clause that belongs to a statement that was given up.
func skipClause(lx *lexer.PeekingLexer) bool {
	switch lx.Peek().Type {
	case kElif, kElse, kExcept, kFinally:
		skipLine(lx)
		return true
	}
	return false
}

// skipLine goes to the start of the next line, and returns where this one ended.
func skipLine(lx *lexer.PeekingLexer) Pos {
	for {
		switch t := lx.Peek(); t.Type {
		case tNewline:
			end := at(t)
			lx.Next()
			return end
		case tEOF:
			return at(t)
		}
		lx.Next()
	}
}

// blocksOf returns the statements of the blocks of a statement that was understood in part.
func blocksOf(s Stmt) []Stmt {
	var list []Stmt
	add := func(bs ...*Block) {
		for _, b := range bs {
			if b != nil {
				list = append(list, b.Stmts...)
			}
		}
	}
	switch s := s.(type) {
	case *If:
		add(s.Body)
		for _, e := range s.Elifs {
			add(e.Body)
		}
		add(s.Else)
	case *For:
		add(s.Body, s.Else)
	case *While:
		add(s.Body, s.Else)
	case *Try:
		add(s.Body)
		for _, h := range s.Handlers {
			add(h.Body)
		}
		add(s.Else, s.Finally)
	}
	return list
}

// unexpectedIndent reads a block that nothing opens.
func unexpectedIndent(lx *lexer.PeekingLexer) *Bad {
	lx.Next()
	t := lx.Peek()
	e := (&climber{}).errorAt(diag.Indentation, t, "this line is indented, but no block begins before it")
	e.hint("move it to the left")
	e.Pos, e.End = Pos{Off: e.Pos.Off - e.Pos.Col + 1, Line: e.Pos.Line, Col: 1}, e.Pos
	b := &Bad{Fault: e.Diagnostic}
	b.Pos = at(t)
	b.Kept = statements(lx, nil)
	if lx.Peek().Type == tDedent {
		lx.Next()
	}
	b.End = b.Pos
	return b
}

// explain turns any error of the climber or of participle into a diagnostic, and says how far the parser
// had come.
func explain(err error, lx *lexer.PeekingLexer) (*diag.Diagnostic, int) {
	var e *syntaxError
	if errors.As(err, &e) {
		return e.Diagnostic, e.off
	}
	var ue *participle.UnexpectedTokenError
	if errors.As(err, &ue) {
		e = unexpected(ue, lx)
		return e.Diagnostic, e.off
	}
	// participle has no other errors to offer under this grammar; still, none may get lost.
	t := lx.Peek()
	return &diag.Diagnostic{Code: diag.Unexpected, Pos: at(t), End: endOfToken(t), Msg: err.Error()}, t.Pos.Offset
}

// wanted says in the words of the language what participle expected.
var wanted = map[string]string{
	"Ident": "a name", "Alias": "a name to import", "ModuleAlias": "the name of a module", `("*"`: "the names to import",
	`"("`: "'(' and the parameters", `")"`: "',' or ')'", `"in"`: "'in' and what to loop over", "Params": "parameters",
	`"import"`: "'import'", `"def"`: "'def'",
}

// unexpected explains a token that does not fit a statement's grammar.
func unexpected(ue *participle.UnexpectedTokenError, lx *lexer.PeekingLexer) *syntaxError {
	t := &ue.Unexpected
	toks := lx.Range(0, lx.RawCursor()+1)
	// participle may have gone further than lx: find the token again.
	for n := len(toks); toks[n-1].Pos.Offset < t.Pos.Offset && toks[n-1].Type != tEOF; n++ {
		toks = lx.Range(0, lexer.RawCursor(n+1))
	}
	i := len(toks) - 1
	for i > 0 && toks[i].Pos.Offset >= t.Pos.Offset && toks[i-1].Pos.Offset >= t.Pos.Offset {
		i--
	}
	p := &climber{lx: lx}
	head := t
	if i > 0 {
		p.last = &toks[i-1]
		for ; i > 0 && toks[i-1].Type != tNewline && toks[i-1].Type != tIndent && toks[i-1].Type != tDedent; i-- {
			head = &toks[i-1]
		}
	}
	want := ""
	if _, expected, ok := strings.Cut(ue.Message(), "(expected "); ok {
		want = wanted[strings.Fields(strings.TrimSuffix(expected, ")"))[0]]
	}
	return p.misfit(t, head, want)
}

// misfit explains that t stands where want should, in the statement that begins with head.
func (p *climber) misfit(t, head *token, want string) *syntaxError {
	after := ""
	if p.last != nil {
		after = " after " + describe(p.last)
	}
	switch {
	case head.Type == kImport && t.Type == kFrom:
		return p.errorAt(diag.BadImport, t, "'import … from …' is written the other way round").hint("write `from module import name`")
	case strings.HasPrefix(want, "a name") && isKeyword(t.Type):
		return p.errorAt(diag.KeywordAsName, t, "%s cannot be used as a name", describe(t))
	case head.Type == kFrom && p.last.Type == tComma && t.Type == tNewline:
		return p.errorAt(diag.BadImport, p.last, "a comma after the last imported name needs parentheses around the names")
	case head.Type == kFrom || head.Type == kImport:
		if want == "" {
			want = "the name of a module"
		}
		return p.errorAt(diag.BadImport, t, "expected %s%s, found %s", want, after, describe(t))
	case want == "'in' and what to loop over":
		e := p.errorAt(diag.Unexpected, t, "expected 'in' after the variable of this loop, found %s", describe(t))
		if t.Value == "of" || t.Type == tColon || t.Type == tAssign {
			e.Hint = "write 'in'"
		}
		return e
	case want == "'(' and the parameters":
		e := p.errorAt(diag.BadParams, t, "expected '(' and the parameters after the function's name, found %s", describe(t))
		return e.hint("a function without parameters has empty parentheses: `def name():`")
	case want != "":
		return p.errorAt(diag.Unexpected, t, "expected %s%s, found %s", want, after, describe(t))
	}
	return p.errorAt(diag.Unexpected, t, "%s cannot stand here", describe(t))
}

// missingColon explains why no ':' stands where a block should begin, and skips the rest of the line.
func missingColon(lx *lexer.PeekingLexer) *Bad {
	t := lx.Peek()
	p := &climber{lx: lx, last: prevToken(lx)}
	pos := at(t)
	var e *syntaxError
	switch {
	case t.Type == tNewline || t.Type == tEOF:
		e = p.errorAt(diag.MissingColon, t, "expected ':' at the end of this line").hint("add ':'")
	case t.Type == tAssign:
		e = p.errorAt(diag.AssignForEqual, t, "'=' gives a value and cannot compare").hint("did you mean '=='?")
	case t.Type == tWalrus:
		e = p.errorAt(diag.Walrus, t, "':=' cannot stand here").hint("put `(name := value)` in parentheses")
	case p.last.Type == kElse && t.Type == kIf:
		e = p.errorAt(diag.ForeignWord, t, "'else if' is written 'elif'").hint("write 'elif'")
		e.Pos = at(p.last)
	case p.last.Type == kElse && startsExpr(t.Type):
		e = p.errorAt(diag.MissingColon, t, "expected ':' after 'else', found %s", describe(t)).hint("'else' has no condition; 'elif' has")
	case t.Type == tName && (t.Value == "then" || t.Value == "do"):
		e = p.errorAt(diag.ForeignWord, t, "expected ':', found '%s'", t.Value).hint("write ':'")
	case t.Type == tLBrace:
		e = p.errorAt(diag.MissingColon, t, "expected ':', found '{'").hint("a block is ':' and indented lines, not braces")
	case t.Type == tComma && exceptLine(lx):
		e = p.errorAt(diag.BadTry, t, "several exception types must stand in parentheses").hint("write `except (A, B):`")
	case t.Type == tBang:
		e = p.errorAt(diag.ForeignOperator, t, "'!' is written 'not' in Python").hint("write 'not'")
	case t.Type == tArrow && p.last.Type != tRParen:
		e = p.errorAt(diag.Unexpected, t, "'->' belongs between a function's parameters and its ':'")
	default:
		e = p.errorAt(diag.MissingColon, t, "expected ':', found %s", describe(t))
		if startsExpr(t.Type) && startsExprBefore(p.last) {
			e.Hint = "add ':', or an operator between " + describe(p.last) + " and " + describe(t)
		}
	}
	b := &Bad{Fault: e.Diagnostic}
	for {
		switch lx.Peek().Type {
		case tNewline, tEOF:
			b.Span = Span{pos, at(lx.Peek())}
			return b
		}
		lx.Next()
	}
}

func startsExprBefore(t *token) bool {
	return t.Type == tName || t.Type == tNumber || t.Type == tString || t.Type == tRParen || t.Type == tRBracket
}

// exceptLine tells whether the current line begins with 'except'.
func exceptLine(lx *lexer.PeekingLexer) bool {
	for i := lx.RawCursor(); i > 0; i-- {
		switch lx.Range(i-1, i)[0].Type {
		case kExcept:
			return true
		case tNewline:
			return false
		}
	}
	return false
}

// missingBlock explains that no indented block follows the line that ends with colon.
func missingBlock(lx *lexer.PeekingLexer, colon *token) *Bad {
	t := lx.Peek()
	p := &climber{lx: lx, last: colon}
	head := colon
	for i := lx.RawCursor() - 1; i > 0; i-- { // from before the line's end
		prev := &lx.Range(i-1, i)[0]
		if prev.Type == tNewline || prev.Type == tIndent || prev.Type == tDedent {
			break
		}
		head = prev
	}
	e := p.errorAt(diag.Indentation, t, "expected an indented block after this '%s'", head.Value)
	e.Label = fmt.Sprintf("'%s' is on line %d", head.Value, head.Pos.Line)
	if t.Type == tDedent || t.Type == tEOF {
		e.Label = ""
	}
	e.hint("indent the lines that belong to it, or write 'pass'")
	return &Bad{Span{at(head), at(colon)}, e.Diagnostic, nil}
}
