package parser

import (
	"math/big"

	"github.com/coro-lang/coro/lang/diag"
)

// Pos is a place in a source file.
type Pos = diag.Pos

// Span is where a node stands: from Pos up to, not including, End.
type Span struct{ Pos, End Pos }

// Where returns the span itself, so that every node that embeds one is a Node.
func (s Span) Where() Span { return s }

func (s *Span) setSpan(sp Span) { *s = sp }

// Node is any part of the tree.
type Node interface{ Where() Span }

// Expr is an expression.
type Expr interface {
	Node
	expr()
}

// Ident is a name in a place where no expression may stand: that of a parameter, a class, an alias.
type Ident struct {
	Span
	Name string
}

// The literals. Their values are decoded: nobody reads the source text again.
type (
	// Int is an integer literal.
	Int struct {
		Span
		Val int64    // the value, if Big is nil
		Big *big.Int // the value, if it does not fit in an int64
	}
	// Float is a floating-point literal.
	Float struct {
		Span
		Val float64
	}
	// Str is a string literal, adjacent ones joined. A lone surrogate (\ud800) is the three bytes that
	// UTF-8 would give it.
	Str struct {
		Span
		Val string
	}
	// Bytes is a bytes literal, adjacent ones joined.
	Bytes struct {
		Span
		Val string
	}
	// Const is None, True, False or the ellipsis.
	Const struct {
		Span
		Kind ConstKind
	}
	// FString is a string literal with replacement fields, joined with its neighbours.
	FString struct {
		Span
		Parts []FPart
	}
	// FPart is a piece of an f-string: literal text if X is nil, else a replacement field. The text
	// that `{x=}` stands for has already become literal text in front of the field, and its Conv is 'r'
	// where the rule says so.
	FPart struct {
		Lit  string
		X    Expr
		Conv byte    // 'r', 's', 'a' or 0
		Spec []FPart // the format spec, nil if there is none
	}
)

// ConstKind tells the named constants apart.
type ConstKind uint8

// The named constants.
const (
	None ConstKind = iota
	True
	False
	Ellipsis
)

// Displays and comprehensions.
type (
	// Tuple is a tuple display, with or without parentheses. Its span includes the parentheses.
	Tuple struct {
		Span
		Elts  []Expr
		Paren bool
	}
	// List is a list display.
	List struct {
		Span
		Elts []Expr
	}
	// Set is a set display; it is never empty.
	Set struct {
		Span
		Elts []Expr
	}
	// Dict is a dictionary display.
	Dict struct {
		Span
		Items []DictItem
	}
	// DictItem is `Key: Value`, or `**Value` if Key is nil.
	DictItem struct{ Key, Value Expr }
	// Comp is a comprehension or a generator expression. It has at least one clause.
	Comp struct {
		Span
		Kind    CompKind
		Elt     Expr // the element; a DictComp's key
		Value   Expr // a DictComp's value, else nil
		Clauses []CompFor
	}
	// CompFor is one `[async] for Target in Iter [if …]…` of a comprehension.
	CompFor struct {
		Span
		Async  bool
		Target Expr
		Iter   Expr
		Ifs    []Expr
	}
)

// CompKind tells the comprehensions apart.
type CompKind uint8

// The kinds of comprehension.
const (
	ListComp CompKind = iota
	SetComp
	DictComp
	GenExp
)

// Operators.
type (
	// Unary is `Op X`.
	Unary struct {
		Span
		Op UnaryOp
		X  Expr
	}
	// Binary is `L Op R`. Chains of one precedence lean left, and may be thousands deep on that side.
	Binary struct {
		Span
		Op    BinOp
		OpPos Pos
		L, R  Expr
	}
	// BoolOp is `Xs[0] Op Xs[1] Op …`, two operands or more.
	BoolOp struct {
		Span
		Op BoolKind
		Xs []Expr
	}
	// Compare is `X Ops[0] Ys[0] Ops[1] Ys[1] …`, one comparison or a chain.
	Compare struct {
		Span
		X   Expr
		Ops []CmpOp
		Ys  []Expr
	}
	// Cond is `Then if Test else Else`.
	Cond struct {
		Span
		Test, Then, Else Expr
	}
	// Walrus is `Name := X`.
	Walrus struct {
		Span
		Name Ident
		X    Expr
	}
)

// Names, access, calls and what belongs to functions.
type (
	// Name is a variable, read or (as a target) written.
	Name struct {
		Span
		ID string
	}
	// Attr is `X.Name`.
	Attr struct {
		Span
		X    Expr
		Name Ident
	}
	// Index is `X[I]`; I is a Slice, or a Tuple that may hold slices, or any expression.
	Index struct {
		Span
		X, I Expr
	}
	// Slice is `Lo:Hi:Step` between square brackets; each may be nil.
	Slice struct {
		Span
		Lo, Hi, Step Expr
	}
	// Call is `Fn(Args…)`.
	Call struct {
		Span
		Fn   Expr
		Args []Arg
	}
	// Arg is one argument of a call or of a class statement, in the order written.
	Arg struct {
		Span
		Kind ArgKind
		Name string // a keyword's name
		X    Expr
	}
	// Starred is `*X` in a display, a target, a subscript or a return.
	Starred struct {
		Span
		X Expr
	}
	// Lambda is `lambda Params: Body`.
	Lambda struct {
		Span
		Params Params
		Body   Expr
	}
	// Await is `await X`.
	Await struct {
		Span
		X Expr
	}
	// Yield is `yield X`; X is nil if there is none.
	Yield struct {
		Span
		X Expr
	}
	// YieldFrom is `yield from X`.
	YieldFrom struct {
		Span
		X Expr
	}
)

// ArgKind tells the kinds of argument apart.
type ArgKind uint8

// The kinds of argument.
const (
	PosArg     ArgKind = iota // x
	KeywordArg                // name=x
	StarArg                   // *x
	StarStarArg
)

func (*Int) expr()       {}
func (*Float) expr()     {}
func (*Str) expr()       {}
func (*Bytes) expr()     {}
func (*Const) expr()     {}
func (*FString) expr()   {}
func (*Tuple) expr()     {}
func (*List) expr()      {}
func (*Set) expr()       {}
func (*Dict) expr()      {}
func (*Comp) expr()      {}
func (*Unary) expr()     {}
func (*Binary) expr()    {}
func (*BoolOp) expr()    {}
func (*Compare) expr()   {}
func (*Cond) expr()      {}
func (*Walrus) expr()    {}
func (*Name) expr()      {}
func (*Attr) expr()      {}
func (*Index) expr()     {}
func (*Slice) expr()     {}
func (*Call) expr()      {}
func (*Starred) expr()   {}
func (*Lambda) expr()    {}
func (*Await) expr()     {}
func (*Yield) expr()     {}
func (*YieldFrom) expr() {}
