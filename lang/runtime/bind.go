package runtime

import (
	"fmt"
	"strings"

	"github.com/coro-lang/coro/lang/compiler"
)

// Binding of arguments to the parameters of a program's function, with CPython's
// order of checks and words for what is wrong.

// bindArgs fills dst, which has room for fn's parameters in the order of
// Code.Params, from args; kwnames name the last arguments. args must not overlap
// dst.
func (t *Thread) bindArgs(fn *Func, dst, args []Value, kwnames []*Str) error {
	code := fn.proto.code
	if len(dst) < len(code.Params) {
		return t.bindMany(fn, dst, args, kwnames)
	}
	named := code.Pos + code.KwOnly
	npos := len(args) - len(kwnames)
	given := min(npos, code.Pos)
	copy(dst, args[:given])
	for i := given; i < len(code.Params); i++ {
		dst[i] = Missing
	}
	next := named
	if code.Flags&compiler.FlagVarArgs != 0 {
		dst[next] = newTupleOf(args[given:npos])
		next++
	}
	var extra *Dict
	if code.Flags&compiler.FlagVarKw != 0 {
		extra = NewDict()
		extra.Expect(len(kwnames))
		dst[next] = extra.Value()
	}
	for i, kw := range kwnames {
		j := paramIndex(code, kw.s)
		switch {
		case j < 0 && extra != nil:
			extra.setStr(kw, args[npos+i])
		case j < 0:
			return t.unexpectedKeyword(fn, kw.s, kwnames)
		case !dst[j].IsMissing():
			return t.TypeErrorf("%s() got multiple values for argument '%s'", fn.qualname.s, kw.s)
		default:
			dst[j] = args[npos+i]
		}
	}
	if npos > code.Pos && code.Flags&compiler.FlagVarArgs == 0 {
		return t.tooManyArgs(fn, npos, dst)
	}
	need := code.Pos - len(fn.defaults)
	for i := given; i < code.Pos; i++ {
		if !dst[i].IsMissing() {
			continue
		}
		if i < need {
			return t.missingArgs(fn, "positional", code.Params[:need], dst)
		}
		dst[i] = fn.defaults[i-need]
	}
	return t.bindKwOnly(fn, dst)
}

// bindMany is bindArgs for a function with more parameters than get registers: the
// last register of dst gets a list of cells with the others.
func (t *Thread) bindMany(fn *Func, dst, args []Value, kwnames []*Str) error {
	all := make([]Value, len(fn.proto.code.Params))
	if err := t.bindArgs(fn, all, args, kwnames); err != nil {
		return err
	}
	n := copy(dst[:compiler.MaxArgRegs], all)
	cells := all[n:]
	for i, v := range cells {
		cells[i] = obj(&Cell{Hdr: Hdr{&CellType}, v: v})
	}
	dst[n] = NewList(cells)
	return nil
}

// bindKwOnly fills in the defaults of the keyword-only parameters.
func (t *Thread) bindKwOnly(fn *Func, dst []Value) error {
	code := fn.proto.code
	missing := false
	for i := code.Pos; i < code.Pos+code.KwOnly; i++ {
		if !dst[i].IsMissing() {
			continue
		}
		if fn.kwdefs != nil {
			if v, ok := fn.kwdefs.getStr(NewStrObj(code.Params[i])); ok {
				dst[i] = v
				continue
			}
		}
		missing = true
	}
	if missing {
		return t.missingArgs(fn, "keyword-only", code.Params[code.Pos:code.Pos+code.KwOnly], dst[code.Pos:])
	}
	return nil
}

// paramIndex is the position of the parameter that may be given by name, or -1.
func paramIndex(code *compiler.Code, name string) int {
	for i := code.PosOnly; i < code.Pos+code.KwOnly; i++ {
		if code.Params[i] == name {
			return i
		}
	}
	return -1
}

func (t *Thread) unexpectedKeyword(fn *Func, name string, kwnames []*Str) error {
	code := fn.proto.code
	var wrong []string
	for _, p := range code.Params[:code.PosOnly] {
		for _, kw := range kwnames {
			if kw.s == p {
				wrong = append(wrong, p)
			}
		}
	}
	if len(wrong) > 0 {
		return t.TypeErrorf("%s() got some positional-only arguments passed as keyword arguments: '%s'", fn.qualname.s, strings.Join(wrong, ", "))
	}
	hint := ""
	if near := Suggest(name, code.Params[code.PosOnly:code.Pos+code.KwOnly]); near != "" {
		hint = ". Did you mean '" + near + "'?"
	}
	return t.TypeErrorf("%s() got an unexpected keyword argument '%s'%s", fn.qualname.s, name, hint)
}

// tooManyArgs words that npos positional arguments are too many. dst shows which
// keyword-only ones were given.
func (t *Thread) tooManyArgs(fn *Func, npos int, dst []Value) error {
	code := fn.proto.code
	kwOnly := 0
	for _, v := range dst[code.Pos : code.Pos+code.KwOnly] {
		if !v.IsMissing() {
			kwOnly++
		}
	}
	return t.tooManyError(fn.qualname.s, code.Pos-len(fn.defaults), code.Pos, npos, kwOnly)
}

// tooManyError words that the function called name, which takes least to most
// positional arguments, got npos of them, and kwOnly keyword-only ones.
func (t *Thread) tooManyError(name string, least, most, npos, kwOnly int) error {
	takes := fmt.Sprint(most)
	if least < most {
		takes = fmt.Sprintf("from %d to %d", least, most)
	}
	word := "arguments"
	if least == most && most == 1 {
		word = "argument"
	}
	given := fmt.Sprint(npos)
	if kwOnly > 0 {
		given = fmt.Sprintf("%s (and %s)", plural(npos, "positional argument"), plural(kwOnly, "keyword-only argument"))
	}
	verb := "were"
	if npos == 1 && kwOnly == 0 {
		verb = "was"
	}
	return t.TypeErrorf("%s() takes %s positional %s but %s %s given", name, takes, word, given, verb)
}

// missingArgs names the parameters of one kind whose dst is still Missing.
func (t *Thread) missingArgs(fn *Func, kind string, params []string, dst []Value) error {
	var list []string
	for i, p := range params {
		if dst[i].IsMissing() {
			list = append(list, p)
		}
	}
	return t.missingError(fn.qualname.s, kind, list)
}

// missingError words that the arguments in list, of one kind, are missing.
func (t *Thread) missingError(name, kind string, list []string) error {
	all := "'" + list[0] + "'"
	switch n := len(list); {
	case n == 2:
		all = "'" + list[0] + "' and '" + list[1] + "'"
	case n > 2:
		all = "'" + strings.Join(list[:n-1], "', '") + "', and '" + list[n-1] + "'"
	}
	return t.TypeErrorf("%s() missing %s: %s", name, plural(len(list), "required "+kind+" argument"), all)
}
