package parser

import (
	"io"

	"github.com/alecthomas/participle/v2/lexer"
)

// This file names the tokens, and tells participle about them.

type token = lexer.Token
type tokenType = lexer.TokenType

const (
	tEOF  = lexer.EOF
	tName = iota
	tNumber
	tString  // a whole string literal, prefix and quotes included
	tFStart  // an f-string's prefix and opening quotes
	tFText   // literal text in an f-string or in a format spec, still encoded
	tFEqual  // the '=' that ends a replacement field's expression; its value is the field's text
	tFEnd    // an f-string's closing quotes
	tNewline // the end of a logical line
	tIndent
	tDedent
	tLParen
	tRParen
	tLBracket
	tRBracket
	tLBrace
	tRBrace
	tComma
	tColon
	tSemi
	tDot
	tEllipsis
	tArrow
	tBang
	tAssign
	tWalrus
	tAugAssign // any operator that ends in '='
	tPipe
	tCaret
	tAmp
	tLShift
	tRShift
	tPlus
	tMinus
	tStar
	tSlash
	tDoubleSlash
	tPercent
	tAt
	tDoubleStar
	tTilde
	tEqual
	tNotEqual
	tLess
	tLessEqual
	tGreater
	tGreaterEqual
	// The keywords stand last, so that one comparison tells a keyword.
	kFalse
	kNone
	kTrue
	kAnd
	kAs
	kAssert
	kAsync
	kAwait
	kBreak
	kClass
	kContinue
	kDef
	kDel
	kElif
	kElse
	kExcept
	kFinally
	kFor
	kFrom
	kGlobal
	kIf
	kImport
	kIn
	kIs
	kLambda
	kNonlocal
	kNot
	kOr
	kPass
	kRaise
	kReturn
	kTry
	kWhile
	kWith
	kYield
	numTokens
)

// keywords holds every reserved word, in the order of the constants.
var keywords = [...]string{"False", "None", "True", "and", "as", "assert", "async", "await", "break", "class",
	"continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in",
	"is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield"}

// keywordOf finds a reserved word by its length and first letter: a switch that compares strings, or a
// map, is what a profile of the lexer shows first.
func keywordOf(s string) tokenType {
	if len(s) < 2 || len(s) > 8 {
		return tName
	}
	for _, k := range keywordsAt[s[0]&0x7f] {
		if keywords[k-kFalse] == s {
			return k
		}
	}
	return tName
}

var keywordsAt [128][]tokenType

// starts tells which tokens an expression may begin with.
var starts [numTokens]bool

// statementOnly tells which keywords no bracket can hold.
var statementOnly [numTokens]bool

func init() {
	for i, k := range keywords {
		keywordsAt[k[0]] = append(keywordsAt[k[0]], tokenType(kFalse+i))
	}
	for _, t := range []tokenType{tName, tNumber, tString, tFStart, tLParen, tLBracket, tLBrace, tEllipsis, tPlus, tMinus,
		tTilde, tStar, kFalse, kNone, kTrue, kAwait, kLambda, kNot, kYield} {
		starts[t] = true
	}
	for _, t := range []tokenType{kAssert, kBreak, kClass, kContinue, kDef, kDel, kElif, kExcept, kFinally, kGlobal,
		kImport, kNonlocal, kPass, kRaise, kReturn, kTry, kWhile, kWith} {
		statementOnly[t] = true
	}
}

func startsExpr(t tokenType) bool { return t >= 0 && starts[t] }
func isKeyword(t tokenType) bool  { return t >= kFalse }

// describe says what a token is, in a sentence about the source.
func describe(t *token) string {
	switch t.Type {
	case tNewline:
		return "the end of the line"
	case tIndent:
		return "an indented line"
	case tDedent:
		return "the end of the block"
	case tEOF:
		return "the end of the file"
	case tString, tFStart:
		return "a string"
	case tFText:
		return "text"
	case tFEqual:
		return "'='"
	case tFEnd:
		return "the end of the string"
	}
	if isKeyword(t.Type) {
		return "the keyword '" + t.Value + "'"
	}
	return "'" + clip(t.Value) + "'"
}

// clip shortens text from the source for a message.
func clip(s string) string {
	const most = 40
	if len(s) <= most {
		return s
	}
	cut := most
	for cut > 0 && s[cut]&0xc0 == 0x80 {
		cut--
	}
	return s[:cut] + "…"
}

// definition gives participle the names that grammar tags use for tokens. Parsing itself hands
// participle tokens, never text.
type definition struct{}

func (definition) Symbols() map[string]tokenType {
	return map[string]tokenType{"EOF": tEOF, "Name": tName, "Newline": tNewline}
}

func (definition) Lex(_ string, r io.Reader) (lexer.Lexer, error) {
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	return tokenLexer{newScanner(string(b))}, nil
}

// tokenLexer makes a scanner a lexer as participle knows them.
type tokenLexer struct{ s *scanner }

func (l tokenLexer) Next() (t token, err error) {
	l.s.next(&t)
	return t, nil
}
