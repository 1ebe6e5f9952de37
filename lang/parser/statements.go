package parser

import (
	"github.com/alecthomas/participle/v2/lexer"

	"github.com/coro-lang/coro/lang/diag"
)

// This file reads lines and blocks: it sends each statement to its production by the first token, and
// makes sure that a fault in one line does not touch the next.

// statements reads lines up to the end of the block, or of the chunk.
func statements(lx *lexer.PeekingLexer, list []Stmt) []Stmt {
	for {
		switch t := lx.Peek(); t.Type {
		case tDedent, tEOF:
			return list
		case tNewline: // the rest of a line that was given up
			lx.Next()
		case tIndent:
			list = append(list, unexpectedIndent(lx))
		default:
			list = line(lx, list)
		}
	}
}

// line reads a compound statement, or the simple statements of one line.
func line(lx *lexer.PeekingLexer, list []Stmt) []Stmt {
	start := lx.RawCursor()
	pos := at(lx.Peek())
	if s, ok, err := compound(lx); err != nil {
		return append(list, abandon(lx, pos, nameless(lx, start, err), s))
	} else if ok {
		return append(list, s)
	}
	for {
		s, err := simple(lx)
		if err != nil {
			return append(list, abandon(lx, pos, nameless(lx, start, err), nil))
		}
		list = append(list, s)
		switch end := lx.Peek(); end.Type {
		case tNewline:
			lx.Next()
			if lx.Peek().Type == tIndent {
				list = append(list, unexpectedIndent(lx))
			}
			return list
		case tEOF:
			return list
		}
		lx.Next() // ';'
		if lx.Peek().Type == tNewline {
			lx.Next()
			return list
		}
		if opensBlock(lx) {
			return append(list, abandon(lx, pos, ownLine(lx.Peek()), nil))
		}
	}
}

// nameless replaces an error in a line that gives a keyword a value.
func nameless(lx *lexer.PeekingLexer, start lexer.RawCursor, err error) error {
	if first := lx.Range(start, start+1)[0]; first.Type == tEOF || !isKeyword(first.Type) {
		return err
	}
	first, second := &lx.Range(start, start+1)[0], &lx.Range(start+1, start+2)[0]
	if second.Type != tAssign {
		return err
	}
	e := (&climber{}).errorAt(diag.KeywordAsName, first, "%s cannot be used as a name", describe(first))
	return e.hint("add an underscore: `%s_`", first.Value)
}

// opensBlock tells whether the next token begins a compound statement.
func opensBlock(lx *lexer.PeekingLexer) bool {
	switch lx.Peek().Type {
	case tAt, kDef, kClass, kIf, kWhile, kFor, kWith, kTry, kAsync:
		return true
	}
	return isMatch(lx)
}

func ownLine(t *token) error {
	return (&climber{}).errorAt(diag.Unexpected, t, "%s must begin on a line of its own", describe(t))
}

// compound reads a statement that has blocks. ok is false if none begins here; on an error, s is what
// was understood, or nil.
func compound(lx *lexer.PeekingLexer) (s Stmt, ok bool, err error) {
	switch lx.Peek().Type {
	case kIf:
		s, err = production(ifStmt, lx)
	case kFor:
		s, err = production(forStmt, lx)
	case kWhile:
		s, err = production(whileStmt, lx)
	case kDef:
		s, err = production(funcDef, lx)
	case kClass:
		s, err = production(classDef, lx)
	case kTry:
		s, err = production(tryStmt, lx)
	case kWith:
		s, err = withStatement(lx)
	case tAt:
		s, err = decorated(lx)
	case kAsync:
		s, err = async(lx)
	case kElif, kElse, kExcept, kFinally:
		err = orphan(lx)
	case tName:
		if !isMatch(lx) {
			return nil, false, nil
		}
		s, err = match(lx)
	default:
		return nil, false, nil
	}
	return s, true, err
}

// async sends `async` to what follows it.
func async(lx *lexer.PeekingLexer) (Stmt, error) {
	p := climber{lx: lx}
	pos := at(p.peek())
	switch t := p.after(); t.Type {
	case kDef:
		lx.Next()
		s, err := production(funcDef, lx)
		f := s.(*FuncDef)
		f.Async, f.Pos = true, pos
		return f, err
	case kFor:
		lx.Next()
		s, err := production(forStmt, lx)
		f := s.(*For)
		f.Async, f.Pos = true, pos
		return f, err
	case kWith:
		return withStatement(lx)
	default:
		p.next()
		e := p.errorAt(diag.BadAsync, t, "expected 'def', 'for' or 'with' after 'async', found %s", describe(t))
		if t.Type == tName {
			e.Hint = "write `async def " + t.Value + "`"
			if t.Value == "lambda" {
				e.Hint = "write an `async def`"
			}
		}
		return nil, e
	}
}

func orphan(lx *lexer.PeekingLexer) error {
	t := lx.Peek()
	needs := map[tokenType]string{kElif: "'if'", kElse: "'if', 'for', 'while' or 'try'", kExcept: "'try'", kFinally: "'try'"}
	e := (&climber{}).errorAt(diag.Orphan, t, "this '%s' goes with no %s above it", t.Value, needs[t.Type])
	return e.hint("it must begin in the same column as its statement, with nothing but that statement's blocks between")
}

// decorated reads decorators and the definition under them.
func decorated(lx *lexer.PeekingLexer) (s Stmt, err error) {
	defer catch(&err)
	p := climber{lx: lx}
	var list []Expr
	for p.accept(tAt) {
		list = append(list, p.named())
		if t := p.peek(); t.Type != tNewline {
			return nil, p.errorAt(diag.BadDecorator, t, "expected the end of the line after this decorator, found %s", describe(t))
		}
		p.next()
	}
	switch t := p.peek(); {
	case t.Type == kClass:
		s, err = production(classDef, lx)
		s.(*ClassDef).Decorators = list
	case t.Type == kDef:
		s, err = production(funcDef, lx)
		s.(*FuncDef).Decorators = list
	case t.Type == kAsync && p.after().Type == kDef:
		s, err = async(lx)
		s.(*FuncDef).Decorators = list
	default:
		e := p.errorAt(diag.BadDecorator, t, "expected 'def', 'async def' or 'class' after the decorator, found %s", describe(t))
		e.off = int(p.last.Pos.Offset) // let the line itself be read
		return nil, e
	}
	return s, err
}

// Parse reads ':' and a block: the rest of the line, or indented lines. It never fails: what is wrong
// stands in the block as Bad.
func (b *Block) Parse(lx *lexer.PeekingLexer) error {
	t := lx.Peek()
	b.Pos = at(t)
	if t.Type == tColon {
		lx.Next()
	} else {
		bad := missingColon(lx)
		b.Stmts = append(b.Stmts, bad)
		if bad.Fault.Code == diag.ForeignWord {
			defer func() { // what follows an `else if` was meant to go on with it
				for skipClause(lx) {
					if lx.Peek().Type == tIndent {
						lx.Next()
						bad.Kept = statements(lx, bad.Kept)
						lx.Next()
					}
				}
			}()
		}
	}
	if next := lx.Peek(); next.Type != tNewline && next.Type != tEOF {
		if opensBlock(lx) {
			b.Stmts = append(b.Stmts, abandon(lx, at(next), ownLine(next), nil))
		} else {
			b.Stmts = line(lx, b.Stmts)
		}
		b.End = prevEnd(lx)
		return nil
	}
	lx.Next()
	if lx.Peek().Type == tIndent {
		lx.Next()
		b.Pos = at(lx.Peek())
		b.Stmts = statements(lx, b.Stmts)
		if lx.Peek().Type == tDedent {
			lx.Next()
		}
	} else if len(b.Stmts) == 0 {
		b.Stmts = append(b.Stmts, missingBlock(lx, t))
	}
	b.End = prevEnd(lx)
	return nil
}

// simple reads a statement without blocks, up to the ';' or the end of the line behind it.
func simple(lx *lexer.PeekingLexer) (s Stmt, err error) {
	defer catch(&err)
	p := climber{lx: lx}
	t := p.peek()
	pos := at(t)
	switch t.Type {
	case kReturn:
		s, err = production(returnStmt, lx)
	case kRaise:
		s, err = production(raiseStmt, lx)
	case kAssert:
		s, err = production(assertStmt, lx)
	case kImport:
		s, err = production(importStmt, lx)
	case kFrom:
		s, err = production(fromStmt, lx)
	case kGlobal:
		s, err = production(globalStmt, lx)
	case kNonlocal:
		s, err = production(outerStmt, lx)
	case kPass:
		p.next()
		s = &Pass{p.spanFrom(pos)}
	case kBreak:
		p.next()
		s = &Break{p.spanFrom(pos)}
	case kContinue:
		p.next()
		s = &Continue{p.spanFrom(pos)}
	case kDel:
		s = p.del()
	default:
		s = p.expressionStatement()
	}
	if err != nil {
		return nil, err
	}
	switch p.kind() {
	case tNewline, tSemi, tEOF:
		return s, nil
	}
	p.last = prevToken(lx)
	return nil, p.statementEnd(s, t)
}

func (p *climber) del() Stmt {
	pos := at(p.next())
	x := p.target()
	d := &Del{Span: p.spanFrom(pos), Targets: []Expr{x}}
	if t, ok := x.(*Tuple); ok && !t.Paren {
		d.Targets = t.Elts
	}
	return d
}

// expressionStatement reads an expression, or an assignment of any kind.
func (p *climber) expressionStatement() Stmt {
	first := p.peek()
	pos := at(first)
	x := p.value()
	switch t := p.peek(); t.Type {
	case tAssign:
		targets := make([]Expr, 0, 1)
		for p.accept(tAssign) {
			targets = append(targets, x)
			x = p.value()
		}
		return &Assign{p.spanFrom(pos), targets, x}
	case tAugAssign:
		p.next()
		v := p.value()
		return &AugAssign{p.spanFrom(pos), x, augOps[t.Value], v}
	case tColon:
		if e := p.notAnnotation(x, first); e != nil {
			panic(e)
		}
		p.next()
		a := &AnnAssign{Target: x, Ann: p.expr()}
		_, name := x.(*Name)
		a.Simple = name && first.Type == tName
		if p.accept(tAssign) {
			a.X = p.value()
		}
		a.Span = p.spanFrom(pos)
		return a
	}
	return &ExprStmt{Span{pos, endOfToken(p.last)}, x}
}

var augOps = map[string]BinOp{"+=": OpAdd, "-=": OpSub, "*=": OpMul, "/=": OpDiv, "//=": OpFloorDiv, "%=": OpMod,
	"**=": OpPow, "@=": OpMatMul, "<<=": OpLShift, ">>=": OpRShift, "&=": OpBitAnd, "|=": OpBitOr, "^=": OpBitXor}
