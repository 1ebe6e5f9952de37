package parser

import "github.com/coro-lang/coro/lang/diag"

// This file holds the statements of the tree. A compound statement's tags are its grammar; spans are
// filled in by the dispatcher, which knows where a statement begins and ends.

// File is a parsed source file.
type File struct {
	Name     string
	Mode     Mode
	Src      string // the whole text, as it was read
	Body     []Stmt
	Comments []Comment // in the order they stand
	Warnings []Warning // of its literals
}

// Warning is what CPython warns of when it reads a file: a SyntaxWarning of a line.
type Warning struct {
	Line int
	Text string
}

// Where is the whole file.
func (f *File) Where() Span {
	if len(f.Body) == 0 {
		return Span{}
	}
	return Span{f.Body[0].Where().Pos, f.Body[len(f.Body)-1].Where().End}
}

// Comment is a comment, from its '#' to the end of its line.
type Comment struct {
	Span
	Text string
}

// Stmt is a statement.
type Stmt interface {
	Node
	stmt()
}

// Block is the body of a compound statement: never empty.
type Block struct {
	Span
	Stmts []Stmt
}

// Definitions.
type (
	// FuncDef is `[async] def Name[TypeParams](Params) -> Returns: Body` with its decorators, outermost
	// first.
	FuncDef struct {
		Span
		Decorators []Expr
		Async      bool
		Name       Ident       `parser:"'def' @@"`
		TypeParams *TypeParams `parser:"@@?"`
		Params     Params      `parser:"'(' @@ ')'"`
		Returns    Expr        `parser:"( '->' @@ )?"`
		Body       *Block      `parser:"@@"`
	}
	// ClassDef is `class Name[TypeParams](Args): Body` with its decorators.
	ClassDef struct {
		Span
		Decorators []Expr
		Name       Ident       `parser:"'class' @@"`
		TypeParams *TypeParams `parser:"@@?"`
		Args       *Args       `parser:"@@?"`
		Body       *Block      `parser:"@@"`
	}
	// Args is the parenthesised list after a class's name: its bases and keywords.
	Args struct{ List []Arg }
	// Params is a parameter list in the order written: positional-only, plain, *args, keyword-only,
	// **kwargs.
	Params struct{ List []*Param }
	// Param is one parameter. The markers '/' and '*' are not recorded: the kinds tell.
	Param struct {
		Span
		Kind    ParamKind
		Name    string
		Ann     Expr // the annotation, or nil; a Starred may stand at *args
		Default Expr // or nil
	}
	// TypeParams is the bracketed list of a generic function or class.
	TypeParams struct{ List []*TypeParam }
	// TypeParam is `Name: Bound = Default`, `*Name = Default` or `**Name = Default`.
	TypeParam struct {
		Span
		Stars   int
		Name    string
		Bound   Expr
		Default Expr
	}
)

// ParamKind tells the kinds of parameter apart.
type ParamKind uint8

// The kinds of parameter, in the order in which they may stand.
const (
	PosOnly ParamKind = iota // before a '/'
	Normal
	VarArgs // *args
	KwOnly  // after a '*' or *args
	KwArgs  // **kwargs
)

// Control flow.
type (
	// If is `if Cond: Body`, its elifs, and its else or nil.
	If struct {
		Span
		Cond  Named   `parser:"'if' @@"`
		Body  *Block  `parser:"@@"`
		Elifs []*Elif `parser:"@@*"`
		Else  *Block  `parser:"( 'else' @@ )?"`
	}
	// Elif is one `elif Cond: Body`.
	Elif struct {
		Pos  Mark   `parser:"'elif' @@"`
		Cond Named  `parser:"@@"`
		Body *Block `parser:"@@"`
	}
	// Mark is the place of a clause's first word.
	Mark struct{ Pos }
	// While is `while Cond: Body`, and its else or nil.
	While struct {
		Span
		Cond Named  `parser:"'while' @@"`
		Body *Block `parser:"@@"`
		Else *Block `parser:"( 'else' @@ )?"`
	}
	// For is `[async] for Target in Iter: Body`, and its else or nil.
	For struct {
		Span
		Async  bool
		Target Target   `parser:"'for' @@"`
		Iter   ExprList `parser:"'in' @@"`
		Body   *Block   `parser:"@@"`
		Else   *Block   `parser:"( 'else' @@ )?"`
	}
	// With is `[async] with Items: Body`.
	With struct {
		Span
		Async bool
		Items []*WithItem
		Body  *Block
	}
	// WithItem is `X [as As]`.
	WithItem struct {
		X  Expr
		As Expr // or nil
	}
	// Try is a try statement. It has handlers or a Finally or both; Else only with handlers.
	Try struct {
		Span
		Body     *Block     `parser:"'try' @@"`
		Handlers []*Handler `parser:"@@*"`
		Else     *Block     `parser:"( 'else' @@ )?"`
		Finally  *Block     `parser:"( 'finally' @@ )?"`
	}
	// Handler is `except[*] Type [as Name]: Body`. Type is nil for a bare except; a Try's handlers have
	// all a star or none.
	Handler struct {
		Pos  Mark   `parser:"'except' @@"`
		Star bool   `parser:"@'*'?"`
		Type Maybe  `parser:"( @@"`
		Name *Ident `parser:"( 'as' @@ )? )?"`
		Body *Block `parser:"@@"`
	}
	// Match is `match Subject:` and its cases, one at least.
	Match struct {
		Span
		Subject Expr
		Cases   []*Case
	}
	// Case is `case Pattern [if Guard]: Body`.
	Case struct {
		Pos     Pos
		Pattern Pattern
		Guard   Expr // or nil
		Body    *Block
	}
)

// Where the parts of compound statements stand.
func (e *Elif) Where() Span    { return Span{e.Pos.Pos, e.Body.End} }
func (h *Handler) Where() Span { return Span{h.Pos.Pos, h.Body.End} }
func (c *Case) Where() Span    { return Span{c.Pos, c.Body.End} }
func (w *WithItem) Where() Span {
	if w.As != nil {
		return Span{w.X.Where().Pos, w.As.Where().End}
	}
	return w.X.Where()
}

// Simple statements.
type (
	// ExprStmt is an expression evaluated for its effect.
	ExprStmt struct {
		Span
		X Expr
	}
	// Assign is `Targets[0] = Targets[1] = … = X`.
	Assign struct {
		Span
		Targets []Expr
		X       Expr
	}
	// AugAssign is `Target Op= X`.
	AugAssign struct {
		Span
		Target Expr
		Op     BinOp
		X      Expr
	}
	// AnnAssign is `Target: Ann [= X]`.
	AnnAssign struct {
		Span
		Target Expr
		Ann    Expr
		X      Expr // or nil
		Simple bool // the target is a name without parentheses, so the annotation is kept
	}
	// Pass is `pass`.
	Pass struct{ Span }
	// Break is `break`.
	Break struct{ Span }
	// Continue is `continue`.
	Continue struct{ Span }
	// Return is `return [X]`.
	Return struct {
		Span
		X MaybeList `parser:"'return' @@?"`
	}
	// Raise is `raise [X [from From]]`.
	Raise struct {
		Span
		X    Maybe `parser:"'raise' ( @@"`
		From Expr  `parser:"( 'from' @@ )? )?"`
	}
	// Assert is `assert Test [, Msg]`.
	Assert struct {
		Span
		Test Expr `parser:"'assert' @@"`
		Msg  Expr `parser:"( ',' @@ )?"`
	}
	// Del is `del Targets…`; a target may be a Tuple or List of targets.
	Del struct {
		Span
		Targets []Expr
	}
	// Global is `global Names…`.
	Global struct {
		Span
		Names []Ident `parser:"'global' @@ ( ',' @@ )*"`
	}
	// Nonlocal is `nonlocal Names…`.
	Nonlocal struct {
		Span
		Names []Ident `parser:"'nonlocal' @@ ( ',' @@ )*"`
	}
	// Import is `import Names…`.
	Import struct {
		Span
		Names []*ModuleAlias `parser:"'import' @@ ( ',' @@ )*"`
	}
	// ModuleAlias is `a.b.c [as As]`.
	ModuleAlias struct {
		Path []Ident `parser:"@@ ( '.' @@ )*"`
		As   *Ident  `parser:"( 'as' @@ )?"`
	}
	// ImportFrom is `from ..Path import Names…` or, with Star, `from ..Path import *`.
	ImportFrom struct {
		Span
		Dots  Dots     `parser:"'from' @@?"`
		Path  []Ident  `parser:"( @@ ( '.' @@ )* )?"`
		Star  bool     `parser:"'import' ( @'*'"`
		Names []*Alias `parser:"| '(' @@ ( (?= ',' Name) ',' @@ )* ','? ')' | @@ ( ',' @@ )* )"`
	}
	// Bad stands for a line that could not be understood; only the tree of a file with errors has any.
	Bad struct {
		Span
		Fault *diag.Diagnostic
		Kept  []Stmt // what could be understood of the blocks under it
	}
	// Dots counts the leading dots of a relative import.
	Dots struct{ N int }
	// Alias is `Name [as As]` in a from-import.
	Alias struct {
		Name Ident  `parser:"@@"`
		As   *Ident `parser:"( 'as' @@ )?"`
	}
)

func (m *ModuleAlias) Where() Span { return Span{m.Path[0].Pos, endOf(m.Path[len(m.Path)-1], m.As)} }
func (a *Alias) Where() Span       { return Span{a.Name.Pos, endOf(a.Name, a.As)} }

func endOf(name Ident, as *Ident) Pos {
	if as != nil {
		return as.End
	}
	return name.End
}

// Expressions that grammar tags ask for by their own name. They are all just expressions.
type (
	// ExprList is an expression or a tuple without parentheses, stars allowed.
	ExprList interface{ Expr }
	// Maybe is an expression, or none.
	Maybe interface{ Expr }
	// MaybeList is an ExprList, or none.
	MaybeList interface{ Expr }
	// Named is an expression or a walrus without parentheses.
	Named interface{ Expr }
	// Target is what a loop assigns to.
	Target interface{ Expr }
)

func (*Bad) stmt()        {}
func (*FuncDef) stmt()    {}
func (*ClassDef) stmt()   {}
func (*If) stmt()         {}
func (*While) stmt()      {}
func (*For) stmt()        {}
func (*With) stmt()       {}
func (*Try) stmt()        {}
func (*Match) stmt()      {}
func (*ExprStmt) stmt()   {}
func (*Assign) stmt()     {}
func (*AugAssign) stmt()  {}
func (*AnnAssign) stmt()  {}
func (*Pass) stmt()       {}
func (*Break) stmt()      {}
func (*Continue) stmt()   {}
func (*Return) stmt()     {}
func (*Raise) stmt()      {}
func (*Assert) stmt()     {}
func (*Del) stmt()        {}
func (*Global) stmt()     {}
func (*Nonlocal) stmt()   {}
func (*Import) stmt()     {}
func (*ImportFrom) stmt() {}
