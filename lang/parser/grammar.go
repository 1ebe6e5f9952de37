package parser

import (
	"sync"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"
)

// This file joins the tags of the tree to the climber: one participle parser for each statement that has
// a grammar in tags, and the functions that read what tags only name.
//
// Every production is reached by its first token and needs no lookahead; a larger one would make
// participle swallow errors inside optional parts.

// The parsers are built when their statement first occurs: building all of them takes longer than
// parsing most scenarios.
var (
	funcDef    = sync.OnceValue(build[FuncDef])
	classDef   = sync.OnceValue(build[ClassDef])
	ifStmt     = sync.OnceValue(build[If])
	whileStmt  = sync.OnceValue(build[While])
	forStmt    = sync.OnceValue(build[For])
	tryStmt    = sync.OnceValue(build[Try])
	returnStmt = sync.OnceValue(build[Return])
	raiseStmt  = sync.OnceValue(build[Raise])
	assertStmt = sync.OnceValue(build[Assert])
	importStmt = sync.OnceValue(build[Import])
	fromStmt   = sync.OnceValue(build[ImportFrom])
	globalStmt = sync.OnceValue(build[Global])
	outerStmt  = sync.OnceValue(build[Nonlocal])
)

func build[T any]() *participle.Parser[T] {
	return participle.MustBuild[T](
		participle.Lexer(definition{}),
		participle.UseLookahead(0),
		participle.ParseTypeWith(parseExpr),
		participle.ParseTypeWith(parseNamed),
		participle.ParseTypeWith(parseList),
		participle.ParseTypeWith(parseMaybe),
		participle.ParseTypeWith(parseMaybeList),
		participle.ParseTypeWith(parseTarget),
	)
}

var trailing = participle.AllowTrailing(true)

func parseExpr(lx *lexer.PeekingLexer) (x Expr, err error) {
	defer catch(&err)
	p := climber{lx: lx, last: prevToken(lx)}
	return p.expr(), nil
}

func parseNamed(lx *lexer.PeekingLexer) (x Named, err error) {
	defer catch(&err)
	p := climber{lx: lx, last: prevToken(lx)}
	return p.named(), nil
}

func parseList(lx *lexer.PeekingLexer) (x ExprList, err error) {
	defer catch(&err)
	p := climber{lx: lx, last: prevToken(lx)}
	return p.list(), nil
}

func parseMaybe(lx *lexer.PeekingLexer) (Maybe, error) {
	if !startsExpr(lx.Peek().Type) {
		return nil, participle.NextMatch
	}
	return parseExpr(lx)
}

func parseMaybeList(lx *lexer.PeekingLexer) (MaybeList, error) {
	if !startsExpr(lx.Peek().Type) {
		return nil, participle.NextMatch
	}
	return parseList(lx)
}

func parseTarget(lx *lexer.PeekingLexer) (x Target, err error) {
	defer catch(&err)
	p := climber{lx: lx, last: prevToken(lx)}
	return p.target(), nil
}

// Parse reads the parameters of a def.
func (ps *Params) Parse(lx *lexer.PeekingLexer) (err error) {
	defer catch(&err)
	p := climber{lx: lx, last: prevToken(lx)}
	*ps = p.params(tRParen)
	return nil
}

// Parse reads a name.
func (id *Ident) Parse(lx *lexer.PeekingLexer) error {
	t := lx.Peek()
	if t.Type != tName {
		return participle.NextMatch
	}
	lx.Next()
	*id = Ident{Span{at(t), endOfToken(t)}, nameOf(t)}
	return nil
}

// Parse notes where the clause's keyword stands, which was consumed.
func (m *Mark) Parse(lx *lexer.PeekingLexer) error {
	m.Pos = at(prevToken(lx))
	return nil
}

// Parse reads the bases of a class.
func (a *Args) Parse(lx *lexer.PeekingLexer) (err error) {
	if lx.Peek().Type != tLParen {
		return participle.NextMatch
	}
	defer catch(&err)
	p := climber{lx: lx}
	a.List = p.args(p.next())
	return nil
}

// Parse reads the type parameters of a generic function or class.
func (tp *TypeParams) Parse(lx *lexer.PeekingLexer) (err error) {
	if lx.Peek().Type != tLBracket {
		return participle.NextMatch
	}
	defer catch(&err)
	p := climber{lx: lx}
	tp.List = p.typeParams(p.next())
	return nil
}

// Parse counts the dots in front of a relative import's module.
func (d *Dots) Parse(lx *lexer.PeekingLexer) error {
	for {
		switch lx.Peek().Type {
		case tDot:
			d.N++
		case tEllipsis:
			d.N += 3
		default:
			if d.N == 0 {
				return participle.NextMatch
			}
			return nil
		}
		lx.Next()
	}
}

// production reads a statement by the grammar in its tags.
func production[T any, S interface {
	*T
	Stmt
	setSpan(Span)
}](grammar func() *participle.Parser[T], lx *lexer.PeekingLexer) (Stmt, error) {
	pos := at(lx.Peek())
	v, err := grammar().ParseFromLexer(lx, trailing)
	S(v).setSpan(Span{pos, prevEnd(lx)})
	return S(v), err
}
