package parser

// This file holds the patterns of match statements.

// Pattern is what a case matches its subject against.
type Pattern interface {
	Node
	pattern()
}

// The patterns.
type (
	// LiteralPattern matches what equals X: a number (perhaps negated), Str, Bytes; a Const matches by
	// identity.
	LiteralPattern struct {
		Span
		X Expr
	}
	// ValuePattern matches what equals X, a dotted name.
	ValuePattern struct {
		Span
		X *Attr
	}
	// CapturePattern matches anything and binds it.
	CapturePattern struct {
		Span
		Name string
	}
	// WildcardPattern is `_`: it matches anything and binds nothing.
	WildcardPattern struct{ Span }
	// SequencePattern is `[a, b, *rest]` or `(a, b)` or `a, b`. At most one element is a StarPattern.
	SequencePattern struct {
		Span
		Elts []Pattern
	}
	// StarPattern is `*name` in a sequence pattern; Name is "" for `*_`.
	StarPattern struct {
		Span
		Name string
	}
	// MappingPattern is `{key: pattern, …, **rest}`; a key is a literal or a dotted name.
	MappingPattern struct {
		Span
		Keys   []Expr
		Values []Pattern
		Rest   *Ident // or nil
	}
	// ClassPattern is `Class(args…, name=pattern…)`; Class is a Name or an Attr.
	ClassPattern struct {
		Span
		Class Expr
		Args  []Pattern
		Named []NamedPattern
	}
	// NamedPattern is `Name=Pattern` in a class pattern.
	NamedPattern struct {
		Name    Ident
		Pattern Pattern
	}
	// OrPattern is `a | b | …`, two alternatives or more, which all bind the same names.
	OrPattern struct {
		Span
		Alts []Pattern
	}
	// AsPattern is `X as Name`.
	AsPattern struct {
		Span
		X    Pattern
		Name Ident
	}
)

func (*LiteralPattern) pattern()  {}
func (*ValuePattern) pattern()    {}
func (*CapturePattern) pattern()  {}
func (*WildcardPattern) pattern() {}
func (*SequencePattern) pattern() {}
func (*StarPattern) pattern()     {}
func (*MappingPattern) pattern()  {}
func (*ClassPattern) pattern()    {}
func (*OrPattern) pattern()       {}
func (*AsPattern) pattern()       {}
