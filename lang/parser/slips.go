package parser

import (
	"slices"

	"github.com/coro-lang/coro/lang/diag"
)

// This file knows the common slips at statement level, and what was probably meant.

// foreignWords are words that begin a statement in other languages, and what Python has for them.
var foreignWords = map[string]string{
	"elseif": "elif", "elsif": "elif", "elsIf": "elif", "elseIf": "elif", "elif": "elif",
	"function": "def", "func": "def", "fn": "def", "fun": "def", "sub": "def",
	"catch": "except", "throw": "raise", "foreach": "for", "switch": "match", "until": "while not", "unless": "if not",
	"include": "import", "require": "import", "using": "import", "null": "None", "nil": "None",
}

// typeWords begin declarations in other languages.
var typeWords = []string{"var", "let", "const", "int", "float", "string", "bool", "auto", "str"}

// statementEnd explains why t cannot follow the statement s, which began with first.
func (p *climber) statementEnd(s Stmt, first *token) *syntaxError {
	t := p.peek()
	if x, ok := s.(*ExprStmt); ok {
		if n, ok := x.X.(*Name); ok {
			if e := p.afterName(n, t); e != nil {
				return e
			}
		}
		if t.Type == tWalrus {
			return p.errorAt(diag.Walrus, t, "':=' cannot be a statement of its own").hint("write '='")
		}
	}
	switch {
	case t.Type == tAssign:
		return p.errorAt(diag.AssignForEqual, t, "'=' cannot stand in this statement").hint("did you mean '=='?")
	case t.Type == tAugAssign:
		return p.errorAt(diag.Unexpected, t, "'%s' cannot stand here: a statement assigns once", t.Value)
	case t.Type == tWalrus:
		return p.errorAt(diag.Walrus, t, "':=' cannot stand here without parentheses").hint("put `(name := value)` in parentheses")
	case t.Type == tBang:
		return p.errorAt(diag.ForeignOperator, t, "'!' is written 'not' in Python").hint("write 'not'")
	case t.Type == tComma && first.Type == kRaise:
		return p.errorAt(diag.Unexpected, t, "expected the end of this 'raise', found ','").hint("write `raise Error(message)`")
	case t.Type == kFrom && first.Type == kImport:
		return p.errorAt(diag.BadImport, t, "'import … from …' is written the other way round").hint("write `from module import name`")
	case t.Type == tComma && first.Type == kFrom:
		return p.errorAt(diag.BadImport, t, "'*' imports everything and has no list of names beside it")
	case t.Type == tLBrace:
		return p.errorAt(diag.Unexpected, t, "expected the end of the statement, found '{'").hint("a block is ':' and indented lines, not braces")
	case t.Type == kElse || t.Type == kElif || t.Type == kExcept || t.Type == kFinally:
		return p.errorAt(diag.Unexpected, t, "'%s' must begin on a line of its own", t.Value)
	}
	e := p.errorAt(diag.Unexpected, t, "expected the end of the statement after %s, found %s", describe(p.last), describe(t))
	if t.Type == tName || t.Type == tNumber || t.Type == tString || t.Type == tFStart {
		switch {
		case p.last.Type == tName && t.Type != tName:
			e.Hint = "a call's arguments stand in parentheses: `" + clip(p.last.Value) + "(…)`"
		case p.last.Type == tString && t.Type == tName:
			e.Hint = "a quote inside a string is written \\\", or use the other kind of quotes around it"
		default:
			e.Hint = "perhaps an operator is missing between them, or the end of a line"
		}
	}
	return e
}

// afterName explains a statement that begins with a plain name and something that cannot follow it:
// most often a word that is misspelt or that another language has.
func (p *climber) afterName(n *Name, t *token) *syntaxError {
	value := t.Type == tName || t.Type == tNumber || t.Type == tString || t.Type == tFStart || isKeyword(t.Type) && t.Type != kElse
	if !value && t.Type != tLBrace && t.Type != tNewline && t.Type != tColon {
		return nil
	}
	whole := func(code, msg string, a ...any) *syntaxError {
		e := p.errorAt(code, t, msg, a...)
		e.Pos, e.End = n.Pos, n.End
		return e
	}
	switch {
	case n.ID == "print" && value:
		return whole(diag.PrintStatement, "print is a function, and its arguments stand in parentheses").hint("write `print(…)`")
	case n.ID == "type" && t.Type == tName:
		return whole(diag.NotInCoro, "'type' statements are not part of Coro").hint("write `%s = …`", t.Value)
	case n.ID == "await" || n.ID == "async":
		return nil
	case value && slices.Contains(typeWords, n.ID) && t.Type == tName:
		return whole(diag.ForeignWord, "a variable needs no '%s' before it", n.ID).hint("write `%s = …`", t.Value)
	}
	if word := foreignWords[n.ID]; word != "" {
		return whole(diag.ForeignWord, "'%s' is no statement in Python", n.ID).hint("did you mean '%s'?", word)
	}
	if word := diag.Nearest(n.ID, statementWords); word != "" {
		return whole(diag.ForeignWord, "'%s' begins no statement", n.ID).hint("did you mean '%s'?", word)
	}
	if value && (t.Type == tString || t.Type == tNumber || t.Type == tFStart) {
		return p.errorAt(diag.Unexpected, t, "expected the end of the statement after '%s', found %s", clip(n.ID), describe(t)).hint("to call it, put the arguments in parentheses: `%s(…)`", clip(n.ID))
	}
	return nil
}

// statementWords are the words that may begin a statement, or go on with one.
var statementWords = []string{"assert", "async", "await", "break", "case", "class", "continue", "def", "del", "elif", "else",
	"except", "finally", "for", "from", "global", "if", "import", "lambda", "match", "nonlocal", "pass", "raise", "return",
	"try", "while", "with", "yield"}

// notAnnotation explains a ':' behind x that begins no annotation, or returns nil if it may.
func (p *climber) notAnnotation(x Expr, first *token) *syntaxError {
	colon := p.peek()
	t := p.after()
	end := t.Type == tNewline || t.Type == tEOF
	switch x := x.(type) {
	case *Name:
		if !end || first.Type != tName {
			return nil
		}
		if e := p.afterName(x, colon); e != nil {
			return e
		}
		p.next()
		return p.errorAt(diag.BadAnnotation, t, "expected a type after '%s:'", clip(x.ID)).hint("a statement that opens a block begins with a keyword")
	case *Call:
		n, ok := x.Fn.(*Name)
		if end && ok {
			if word := foreignWords[n.ID]; word != "" {
				return p.errorOver(diag.ForeignWord, n.Span, "'%s' is no statement in Python", n.ID).hint("did you mean '%s'?", word)
			}
			if word := diag.Nearest(n.ID, []string{"if", "while", "elif", "with", "except"}); word != "" && word != "if" {
				return p.errorOver(diag.ForeignWord, n.Span, "'%s' begins no statement", n.ID).hint("did you mean '%s'?", word)
			}
			return p.errorAt(diag.Unexpected, colon, "a call cannot open a block").hint("to define a function, write `def %s(…):`", clip(n.ID))
		}
	}
	if end {
		return p.errorAt(diag.Unexpected, colon, "':' cannot stand here: no block begins on this line")
	}
	return nil
}
