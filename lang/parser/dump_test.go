package parser

import (
	"fmt"
	"strconv"
	"strings"
)

// This file writes trees as text for tests: (Kind field …), with spans if asked for. testdata/dump.py
// writes CPython's trees in the same form.

type dumper struct {
	b     strings.Builder
	src   string
	spans bool
}

// dump writes the statements of f, one a line.
func dump(f *File, spans bool) string {
	d := &dumper{src: f.Src, spans: spans}
	for _, s := range f.Body {
		d.stmt(s)
		d.b.WriteByte('\n')
	}
	return d.b.String()
}

func (d *dumper) raw(s string) { d.b.WriteString(s) }

func (d *dumper) open(kind string, sp Span) {
	d.raw("(" + kind)
	if d.spans {
		fmt.Fprintf(&d.b, "@%d:%d-%d:%d", sp.Pos.Line, sp.Pos.Col, sp.End.Line, sp.End.Col)
	}
}

func (d *dumper) close()        { d.raw(")") }
func (d *dumper) word(s string) { d.raw(" " + s) }
func (d *dumper) text(s string) { d.raw(" " + quote(s)) }
func (d *dumper) flag(b bool, s string) {
	if b {
		d.word(s)
	}
}

// quote writes a string with hexadecimal escapes for all but plain ASCII, byte by byte.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || c == '"' || c == '\\' {
			fmt.Fprintf(&b, "\\x%02x", c)
		} else {
			b.WriteByte(c)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func (d *dumper) list(xs []Expr) {
	d.raw(" [")
	for i, x := range xs {
		if i > 0 {
			d.raw(" ")
		}
		d.expr(x)
	}
	d.raw("]")
}

func (d *dumper) sub(x Expr) {
	d.raw(" ")
	if x == nil {
		d.raw("-")
		return
	}
	d.expr(x)
}

func (d *dumper) expr(x Expr) {
	sp := x.Where()
	switch x := x.(type) {
	case *Name:
		d.open("Name", sp)
		d.word(x.ID)
	case *Int:
		d.open("Int", sp)
		if x.Big != nil {
			d.word(x.Big.String())
		} else {
			d.word(strconv.FormatInt(x.Val, 10))
		}
	case *Float:
		d.open("Float", sp)
		d.word(strconv.FormatFloat(x.Val, 'x', -1, 64))
	case *Str:
		d.open("Str", sp)
		d.text(x.Val)
	case *Bytes:
		d.open("Bytes", sp)
		d.text(x.Val)
	case *Const:
		d.open("Const", sp)
		d.word(x.Kind.String())
	case *FString:
		d.open("FString", sp)
		d.fparts(x.Parts)
	case *Tuple:
		d.open("Tuple", sp)
		d.list(x.Elts)
	case *List:
		d.open("List", sp)
		d.list(x.Elts)
	case *Set:
		d.open("Set", sp)
		d.list(x.Elts)
	case *Dict:
		d.open("Dict", sp)
		for _, it := range x.Items {
			d.sub(it.Key)
			d.sub(it.Value)
		}
	case *Comp:
		d.open([...]string{"ListComp", "SetComp", "DictComp", "GenExp"}[x.Kind], sp)
		d.sub(x.Elt)
		if x.Kind == DictComp {
			d.sub(x.Value)
		}
		for _, cl := range x.Clauses {
			d.raw(" (for")
			d.flag(cl.Async, "async")
			d.sub(cl.Target)
			d.sub(cl.Iter)
			d.list(cl.Ifs)
			d.close()
		}
	case *Unary:
		d.open("Unary", sp)
		d.word(x.Op.String())
		d.sub(x.X)
	case *Binary:
		d.open("Binary", sp)
		d.word(x.Op.String())
		d.sub(x.L)
		d.sub(x.R)
	case *BoolOp:
		d.open("BoolOp", sp)
		d.word(x.Op.String())
		d.list(x.Xs)
	case *Compare:
		d.open("Compare", sp)
		d.sub(x.X)
		for i, op := range x.Ops {
			d.word(strings.ReplaceAll(op.String(), " ", ""))
			d.sub(x.Ys[i])
		}
	case *Cond:
		d.open("Cond", sp)
		d.sub(x.Test)
		d.sub(x.Then)
		d.sub(x.Else)
	case *Walrus:
		d.open("Walrus", sp)
		d.word(x.Name.Name)
		d.sub(x.X)
	case *Attr:
		d.open("Attr", sp)
		d.sub(x.X)
		d.word(x.Name.Name)
	case *Index:
		d.open("Index", sp)
		d.sub(x.X)
		d.sub(x.I)
	case *Slice:
		d.open("Slice", sp)
		d.sub(x.Lo)
		d.sub(x.Hi)
		d.sub(x.Step)
	case *Call:
		d.open("Call", sp)
		d.sub(x.Fn)
		d.args(x.Args)
	case *Starred:
		d.open("Starred", sp)
		d.sub(x.X)
	case *Lambda:
		d.open("Lambda", sp)
		d.params(x.Params)
		d.sub(x.Body)
	case *Await:
		d.open("Await", sp)
		d.sub(x.X)
	case *Yield:
		d.open("Yield", sp)
		d.sub(x.X)
	case *YieldFrom:
		d.open("YieldFrom", sp)
		d.sub(x.X)
	default:
		panic(fmt.Sprintf("dump of %T", x))
	}
	d.close()
}

func (d *dumper) fparts(parts []FPart) {
	for _, p := range parts {
		if p.X == nil {
			d.text(p.Lit)
			continue
		}
		d.raw(" {")
		d.expr(p.X)
		if p.Conv != 0 {
			d.raw(" !" + string(p.Conv))
		}
		if p.Spec != nil {
			d.raw(" :")
			d.fparts(p.Spec)
		}
		d.raw("}")
	}
}

// args writes positional arguments in order, then named ones in order, as CPython's trees have them.
func (d *dumper) args(list []Arg) {
	for _, a := range list {
		switch a.Kind {
		case PosArg:
			d.sub(a.X)
		case StarArg:
			d.raw(" *")
			d.expr(a.X)
		}
	}
	for _, a := range list {
		switch a.Kind {
		case KeywordArg:
			d.raw(" " + a.Name + "=")
			d.expr(a.X)
		case StarStarArg:
			d.raw(" **")
			d.expr(a.X)
		}
	}
}

func (d *dumper) params(ps Params) {
	d.raw(" (")
	for i, p := range ps.List {
		if i > 0 {
			d.raw(" ")
		}
		d.raw([...]string{"/", "", "*", "=", "**"}[p.Kind] + p.Name)
		if p.Ann != nil {
			d.raw(":")
			d.expr(p.Ann)
		}
		if p.Default != nil {
			d.raw("=")
			d.expr(p.Default)
		}
	}
	d.raw(")")
}

func (d *dumper) typeParams(tp *TypeParams) {
	if tp == nil {
		return
	}
	d.raw(" [")
	for i, p := range tp.List {
		if i > 0 {
			d.raw(" ")
		}
		d.raw(strings.Repeat("*", p.Stars) + p.Name)
		if p.Bound != nil {
			d.raw(":")
			d.expr(p.Bound)
		}
		if p.Default != nil {
			d.raw("=")
			d.expr(p.Default)
		}
	}
	d.raw("]")
}

func (d *dumper) block(b *Block) {
	d.raw(" {")
	if b != nil {
		d.stmts(b.Stmts)
	}
	d.raw("}")
}

func (d *dumper) stmts(list []Stmt) {
	for i, s := range list {
		if i > 0 {
			d.raw(" ")
		}
		d.stmt(s)
	}
}

func (d *dumper) names(ids []Ident) {
	for _, id := range ids {
		d.word(id.Name)
	}
}

func (d *dumper) as(id *Ident) {
	if id != nil {
		d.word("as " + id.Name)
	}
}

func (d *dumper) stmt(s Stmt) {
	sp := s.Where()
	switch s := s.(type) {
	case *ExprStmt:
		d.open("Expr", sp)
		d.sub(s.X)
	case *Assign:
		d.open("Assign", sp)
		d.list(s.Targets)
		d.sub(s.X)
	case *AugAssign:
		d.open("AugAssign", sp)
		d.word(s.Op.String())
		d.sub(s.Target)
		d.sub(s.X)
	case *AnnAssign:
		d.open("AnnAssign", sp)
		d.flag(s.Simple, "simple")
		d.sub(s.Target)
		d.sub(s.Ann)
		d.sub(s.X)
	case *Pass:
		d.open("Pass", sp)
	case *Break:
		d.open("Break", sp)
	case *Continue:
		d.open("Continue", sp)
	case *Return:
		d.open("Return", sp)
		d.sub(s.X)
	case *Raise:
		d.open("Raise", sp)
		d.sub(s.X)
		d.sub(s.From)
	case *Assert:
		d.open("Assert", sp)
		d.sub(s.Test)
		d.sub(s.Msg)
	case *Del:
		d.open("Del", sp)
		d.list(s.Targets)
	case *Global:
		d.open("Global", sp)
		d.names(s.Names)
	case *Nonlocal:
		d.open("Nonlocal", sp)
		d.names(s.Names)
	case *Import:
		d.open("Import", sp)
		for _, a := range s.Names {
			d.word(dotted(a.Path))
			d.as(a.As)
		}
	case *ImportFrom:
		d.open("ImportFrom", sp)
		d.word(strconv.Itoa(s.Dots.N))
		d.text(dotted(s.Path))
		d.flag(s.Star, "*")
		for _, a := range s.Names {
			d.word(a.Name.Name)
			d.as(a.As)
		}
	case *If:
		d.open("If", sp)
		d.sub(s.Cond)
		d.block(s.Body)
		for _, e := range s.Elifs {
			d.raw(" elif")
			d.sub(e.Cond)
			d.block(e.Body)
		}
		d.block(s.Else)
	case *While:
		d.open("While", sp)
		d.sub(s.Cond)
		d.block(s.Body)
		d.block(s.Else)
	case *For:
		d.open("For", sp)
		d.flag(s.Async, "async")
		d.sub(s.Target)
		d.sub(s.Iter)
		d.block(s.Body)
		d.block(s.Else)
	case *With:
		d.open("With", sp)
		d.flag(s.Async, "async")
		for _, w := range s.Items {
			d.sub(w.X)
			if w.As != nil {
				d.raw(" as")
				d.sub(w.As)
			}
		}
		d.block(s.Body)
	case *Try:
		d.open("Try", sp)
		d.block(s.Body)
		for _, h := range s.Handlers {
			d.raw(" (except")
			d.flag(h.Star, "*")
			d.sub(h.Type)
			d.as(h.Name)
			d.block(h.Body)
			d.close()
		}
		d.block(s.Else)
		d.block(s.Finally)
	case *Match:
		d.open("Match", sp)
		d.sub(s.Subject)
		for _, c := range s.Cases {
			d.raw(" (case ")
			d.pattern(c.Pattern)
			d.sub(c.Guard)
			d.block(c.Body)
			d.close()
		}
	case *FuncDef:
		d.open("FuncDef", sp)
		d.flag(s.Async, "async")
		d.list(s.Decorators)
		d.word(s.Name.Name)
		d.typeParams(s.TypeParams)
		d.params(s.Params)
		d.sub(s.Returns)
		d.block(s.Body)
	case *ClassDef:
		d.open("ClassDef", sp)
		d.list(s.Decorators)
		d.word(s.Name.Name)
		d.typeParams(s.TypeParams)
		if s.Args != nil {
			d.args(s.Args.List)
		}
		d.block(s.Body)
	case *Bad:
		d.open("Bad", sp)
	default:
		panic(fmt.Sprintf("dump of %T", s))
	}
	d.close()
}

func dotted(ids []Ident) string {
	s := make([]string, len(ids))
	for i, id := range ids {
		s[i] = id.Name
	}
	return strings.Join(s, ".")
}

func (d *dumper) patterns(ps []Pattern) {
	for _, p := range ps {
		d.raw(" ")
		d.pattern(p)
	}
}

func (d *dumper) pattern(p Pattern) {
	sp := p.Where()
	switch p := p.(type) {
	case *LiteralPattern:
		d.open("Literal", sp)
		d.sub(p.X)
	case *ValuePattern:
		d.open("Value", sp)
		d.sub(p.X)
	case *CapturePattern:
		d.open("Capture", sp)
		d.word(p.Name)
	case *WildcardPattern:
		d.open("Wildcard", sp)
	case *SequencePattern:
		d.open("Sequence", sp)
		d.patterns(p.Elts)
	case *StarPattern:
		d.open("Star", sp)
		d.flag(p.Name != "", p.Name)
	case *MappingPattern:
		d.open("Mapping", sp)
		for i, k := range p.Keys {
			d.sub(k)
			d.raw(" ")
			d.pattern(p.Values[i])
		}
		if p.Rest != nil {
			d.raw(" **" + p.Rest.Name)
		}
	case *ClassPattern:
		d.open("Class", sp)
		d.sub(p.Class)
		d.patterns(p.Args)
		for _, n := range p.Named {
			d.raw(" " + n.Name.Name + "=")
			d.pattern(n.Pattern)
		}
	case *OrPattern:
		d.open("Or", sp)
		d.patterns(p.Alts)
	case *AsPattern:
		d.open("As", sp)
		d.raw(" ")
		d.pattern(p.X)
		d.word(p.Name.Name)
	default:
		panic(fmt.Sprintf("dump of %T", p))
	}
	d.close()
}
