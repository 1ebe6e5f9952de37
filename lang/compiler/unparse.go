package compiler

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/coro-lang/coro/lang/parser"
)

// This file writes expressions as text, for annotations that are kept unevaluated.

// unparse writes e as Python's `from __future__ import annotations` does.
func unparse(e parser.Expr) string {
	var w unparser
	w.expr(e, precTest)
	return w.String()
}

// prec is how tightly an operator binds.
type prec uint8

const (
	precTuple prec = iota
	precTest
	precOr
	precAnd
	precNot
	precCompare
	precBitOr
	precBitXor
	precBitAnd
	precShift
	precSum
	precTerm
	precFactor
	precPower
	precAwait
	precAtom
)

var binPrec = [...]prec{
	parser.OpAdd: precSum, parser.OpSub: precSum,
	parser.OpMul: precTerm, parser.OpDiv: precTerm, parser.OpFloorDiv: precTerm, parser.OpMod: precTerm, parser.OpMatMul: precTerm,
	parser.OpPow:    precPower,
	parser.OpLShift: precShift, parser.OpRShift: precShift,
	parser.OpBitAnd: precBitAnd, parser.OpBitOr: precBitOr, parser.OpBitXor: precBitXor,
}

type unparser struct{ strings.Builder }

// group writes in parentheses what binds less tightly than its place asks.
func (w *unparser) group(have, need prec, write func()) {
	if have < need {
		w.WriteByte('(')
		defer w.WriteByte(')')
	}
	write()
}

func (w *unparser) expr(e parser.Expr, need prec) {
	switch e := e.(type) {
	case *parser.Name:
		w.WriteString(e.ID)
	case *parser.Int:
		if e.Big != nil {
			w.WriteString(e.Big.String())
		} else {
			w.WriteString(strconv.FormatInt(e.Val, 10))
		}
	case *parser.Float:
		w.WriteString(floatText(e.Val))
	case *parser.Str:
		w.WriteString(quote(e.Val))
	case *parser.Bytes:
		w.WriteString("b" + quoteBytes(e.Val))
	case *parser.Const:
		w.WriteString(e.Kind.String())
	case *parser.Tuple:
		w.tuple(e.Elts, need)
	case *parser.List:
		w.WriteByte('[')
		w.list(e.Elts)
		w.WriteByte(']')
	case *parser.Set:
		w.WriteByte('{')
		w.list(e.Elts)
		w.WriteByte('}')
	case *parser.Dict:
		w.dict(e)
	case *parser.Attr:
		w.expr(e.X, precAtom)
		if _, ok := e.X.(*parser.Int); ok {
			w.WriteByte(' ')
		}
		w.WriteString("." + e.Name.Name)
	case *parser.Index:
		w.expr(e.X, precAtom)
		w.WriteByte('[')
		if t, ok := e.I.(*parser.Tuple); ok && len(t.Elts) > 0 {
			w.tuple(t.Elts, precTuple)
		} else {
			w.expr(e.I, precTuple)
		}
		w.WriteByte(']')
	case *parser.Slice:
		w.slice(e)
	case *parser.Call:
		w.expr(e.Fn, precAtom)
		w.args(e.Args)
	case *parser.Starred:
		w.WriteByte('*')
		w.expr(e.X, precBitOr)
	default:
		w.operator(e, need)
	}
}

// operator writes the expressions that may need parentheses.
func (w *unparser) operator(e parser.Expr, need prec) {
	switch e := e.(type) {
	case *parser.Unary:
		have := precFactor
		if e.Op == parser.OpNot {
			have = precNot
		}
		w.group(have, need, func() {
			w.WriteString(e.Op.String())
			if e.Op == parser.OpNot {
				w.WriteByte(' ')
			}
			w.expr(e.X, have)
		})
	case *parser.Binary:
		have := binPrec[e.Op]
		w.group(have, need, func() {
			left, right := have, have+1
			if e.Op == parser.OpPow {
				left, right = have+1, have
			}
			w.expr(e.L, left)
			w.WriteString(" " + e.Op.String() + " ")
			w.expr(e.R, right)
		})
	case *parser.BoolOp:
		have := precAnd
		if e.Op == parser.OpOr {
			have = precOr
		}
		w.group(have, need, func() {
			for i, x := range e.Xs {
				if i > 0 {
					w.WriteString(" " + e.Op.String() + " ")
				}
				w.expr(x, have+1)
			}
		})
	case *parser.Compare:
		w.group(precCompare, need, func() {
			w.expr(e.X, precCompare+1)
			for i, y := range e.Ys {
				w.WriteString(" " + e.Ops[i].String() + " ")
				w.expr(y, precCompare+1)
			}
		})
	case *parser.Cond:
		w.group(precTest, need, func() {
			w.expr(e.Then, precTest+1)
			w.WriteString(" if ")
			w.expr(e.Test, precTest+1)
			w.WriteString(" else ")
			w.expr(e.Else, precTest)
		})
	case *parser.Lambda:
		w.group(precTest, need, func() {
			w.WriteString("lambda")
			w.params(e.Params)
			w.WriteString(": ")
			w.expr(e.Body, precTest)
		})
	case *parser.Walrus:
		w.group(precTuple, need, func() {
			w.WriteString(e.Name.Name + " := ")
			w.expr(e.X, precTest)
		})
	case *parser.Await:
		w.group(precAwait, need, func() {
			w.WriteString("await ")
			w.expr(e.X, precAtom)
		})
	case *parser.Yield:
		w.WriteString("(yield")
		if e.X != nil {
			w.WriteByte(' ')
			w.expr(e.X, precTuple)
		}
		w.WriteByte(')')
	case *parser.YieldFrom:
		w.WriteString("(yield from ")
		w.expr(e.X, precTest)
		w.WriteByte(')')
	case *parser.Comp:
		w.comp(e)
	case *parser.FString:
		w.WriteString("f" + quote(fstringText(e.Parts)))
	default:
		panic(fmt.Sprintf("compiler: unparse %T", e))
	}
}

func (w *unparser) list(list []parser.Expr) {
	for i, x := range list {
		if i > 0 {
			w.WriteString(", ")
		}
		w.expr(x, precTest)
	}
}

func (w *unparser) tuple(list []parser.Expr, need prec) {
	if len(list) == 0 {
		w.WriteString("()")
		return
	}
	w.group(precTuple, need, func() {
		w.list(list)
		if len(list) == 1 {
			w.WriteByte(',')
		}
	})
}

func (w *unparser) dict(e *parser.Dict) {
	w.WriteByte('{')
	for i, it := range e.Items {
		if i > 0 {
			w.WriteString(", ")
		}
		if it.Key == nil {
			w.WriteString("**")
			w.expr(it.Value, precBitOr)
			continue
		}
		w.expr(it.Key, precTest)
		w.WriteString(": ")
		w.expr(it.Value, precTest)
	}
	w.WriteByte('}')
}

func (w *unparser) slice(e *parser.Slice) {
	if e.Lo != nil {
		w.expr(e.Lo, precTest)
	}
	w.WriteByte(':')
	if e.Hi != nil {
		w.expr(e.Hi, precTest)
	}
	if e.Step != nil {
		w.WriteByte(':')
		w.expr(e.Step, precTest)
	}
}

func (w *unparser) args(list []parser.Arg) {
	if len(list) == 1 {
		if g, ok := list[0].X.(*parser.Comp); ok && g.Kind == parser.GenExp && list[0].Kind == parser.PosArg {
			w.comp(g)
			return
		}
	}
	w.WriteByte('(')
	for i, x := range list {
		if i > 0 {
			w.WriteString(", ")
		}
		switch x.Kind {
		case parser.KeywordArg:
			w.WriteString(x.Name + "=")
		case parser.StarArg:
			w.WriteByte('*')
		case parser.StarStarArg:
			w.WriteString("**")
		}
		w.expr(x.X, precTest)
	}
	w.WriteByte(')')
}

func (w *unparser) comp(e *parser.Comp) {
	brackets := [...]string{parser.ListComp: "[]", parser.SetComp: "{}", parser.DictComp: "{}", parser.GenExp: "()"}[e.Kind]
	w.WriteByte(brackets[0])
	w.expr(e.Elt, precTest)
	if e.Value != nil {
		w.WriteString(": ")
		w.expr(e.Value, precTest)
	}
	for _, c := range e.Clauses {
		if c.Async {
			w.WriteString(" async")
		}
		w.WriteString(" for ")
		w.expr(c.Target, precTuple)
		w.WriteString(" in ")
		w.expr(c.Iter, precTest+1)
		for _, x := range c.Ifs {
			w.WriteString(" if ")
			w.expr(x, precTest+1)
		}
	}
	w.WriteByte(brackets[1])
}

func (w *unparser) params(ps parser.Params) {
	sep, posOnly, bare := "", false, true // CPython leaves no space before a star
	if len(ps.List) > 0 && ps.List[0].Kind <= parser.Normal {
		sep = " "
	}
	for _, p := range ps.List {
		if posOnly && p.Kind != parser.PosOnly {
			w.WriteString(", /")
			posOnly = false
		}
		w.WriteString(sep)
		sep = ", "
		switch p.Kind {
		case parser.PosOnly:
			posOnly = true
		case parser.VarArgs:
			w.WriteByte('*')
			bare = false
		case parser.KwOnly:
			if bare {
				w.WriteString("*, ")
				bare = false
			}
		case parser.KwArgs:
			w.WriteString("**")
		}
		w.WriteString(p.Name)
		if p.Default != nil {
			w.WriteByte('=')
			w.expr(p.Default, precTest)
		}
	}
	if posOnly {
		w.WriteString(", /")
	}
}

func fstringText(parts []parser.FPart) string {
	var b strings.Builder
	for _, p := range parts {
		if p.X == nil {
			b.WriteString(strings.NewReplacer("{", "{{", "}", "}}").Replace(p.Lit))
			continue
		}
		x := unparse(p.X)
		b.WriteByte('{')
		if strings.HasPrefix(x, "{") {
			b.WriteByte(' ')
		}
		b.WriteString(x)
		if p.Conv != 0 {
			b.WriteString("!" + string(rune(p.Conv)))
		}
		if p.Spec != nil {
			b.WriteString(":" + fstringText(p.Spec))
		}
		b.WriteByte('}')
	}
	return b.String()
}

func floatText(f float64) string {
	if math.IsInf(f, 1) {
		return "1e309"
	}
	s := strconv.FormatFloat(f, 'g', -1, 64)
	if abs := math.Abs(f); abs >= 1e-4 && abs < 1e16 || f == 0 {
		s = strconv.FormatFloat(f, 'f', -1, 64)
		if !strings.Contains(s, ".") {
			s += ".0"
		}
	}
	return s
}

// quote writes a string as its repr.
func quote(s string) string {
	q := byte('\'')
	if strings.Contains(s, "'") && !strings.Contains(s, `"`) {
		q = '"'
	}
	var b strings.Builder
	b.WriteByte(q)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == rune(q) || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == utf8.RuneError && n == 1 && i+3 <= len(s): // a lone surrogate, in three bytes
			fmt.Fprintf(&b, `\u%04x`, rune(s[i]&0xF)<<12|rune(s[i+1]&0x3F)<<6|rune(s[i+2]&0x3F))
			n = 3
		case !strconv.IsPrint(r):
			switch {
			case r < 0x100:
				fmt.Fprintf(&b, `\x%02x`, r)
			case r < 0x10000:
				fmt.Fprintf(&b, `\u%04x`, r)
			default:
				fmt.Fprintf(&b, `\U%08x`, r)
			}
		default:
			b.WriteRune(r)
		}
		i += n
	}
	b.WriteByte(q)
	return b.String()
}

// quoteBytes writes bytes as their repr, without the b: those beyond ASCII by number.
func quoteBytes(s string) string {
	var b strings.Builder
	for _, x := range []byte(s) {
		b.WriteRune(rune(x))
	}
	var out strings.Builder
	for _, r := range quote(b.String()) {
		if r < 0x80 {
			out.WriteRune(r)
		} else {
			fmt.Fprintf(&out, `\x%02x`, r)
		}
	}
	return out.String()
}
