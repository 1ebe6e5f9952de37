package runtime

import (
	"fmt"
	"strings"
)

// signature is a parsed Method.Sig: how a builtin's arguments are bound.
type signature struct {
	params  []sigParam
	posOnly int  // parameters before /
	pos     int  // parameters that may be given by position
	need    int  // of those, how many have no default
	varArgs int  // index of *args, or -1
	varKw   int  // index of **kwargs, or -1
	before  int  // how many arguments come before those of params: self
	told    bool // see Method.Told
	python  bool // errors are worded as those of a def
	plain   bool // none collects arguments, and those by keyword only are optional
	named   int  // parameters that may be given by name
	class   bool // of a class: the number of its arguments is worded otherwise
	wrapper bool // of a slot: errors about the number of arguments have no name
	repeats bool // of a sequence's multiplication, where they show that it is missing
}

type sigParam struct {
	name     string
	def      string // the default as written; for inspect.signature
	required bool
}

// maxPlain is how many parameters a plain signature may have: the room above a
// call's arguments holds them.
const maxPlain = 32

// parseSig parses the parameters of a row. The rows are ours: a mistake in one is
// a bug that the first use shows.
func parseSig(s string) *signature {
	sig := &signature{varArgs: -1, varKw: -1}
	kwOnly := false
	for _, p := range splitParams(s) {
		switch {
		case p == "/":
			sig.posOnly = len(sig.params)
			sig.named = 0
		case p == "*":
			kwOnly = true
		case strings.HasPrefix(p, "**"):
			sig.varKw = len(sig.params)
			sig.params = append(sig.params, sigParam{name: p[2:]})
		case strings.HasPrefix(p, "*"):
			sig.varArgs = len(sig.params)
			sig.params = append(sig.params, sigParam{name: p[1:]})
			kwOnly = true
		default:
			name, def, hasDef := strings.Cut(p, "=")
			sig.params = append(sig.params, sigParam{name, def, !hasDef})
			sig.named++
			if !kwOnly {
				sig.pos++
				if !hasDef {
					sig.need++
				}
			}
		}
	}
	sig.plain = sig.varArgs < 0 && sig.varKw < 0 && len(sig.params) <= maxPlain
	for i := sig.pos; i < len(sig.params); i++ {
		sig.plain = sig.plain && !sig.params[i].required
	}
	return sig
}

// collects says whether the signature is plain but for one parameter that takes the
// remaining arguments by position.
func (sig *signature) collects() bool {
	if sig.varArgs != sig.pos || sig.need != sig.pos || sig.varKw >= 0 || len(sig.params) > maxPlain {
		return false
	}
	for _, p := range sig.params[sig.pos+1:] {
		if p.required {
			return false
		}
	}
	return true
}

// classSig is parseSig for a class's constructor.
func classSig(s string) *signature {
	sig := parseSig(s)
	sig.class = true
	return sig
}

// splitParams splits at commas outside brackets and quotes.
func splitParams(s string) []string {
	var out []string
	depth, start := 0, 0
	quote := byte(0)
	for i := 0; i <= len(s); i++ {
		if i == len(s) || s[i] == ',' && depth == 0 && quote == 0 {
			if p := strings.TrimSpace(s[start:i]); p != "" {
				out = append(out, p)
			}
			start = i + 1
			continue
		}
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '\'' || c == '"':
			quote = c
		case c == '(' || c == '[' || c == '{':
			depth++
		case c == ')' || c == ']' || c == '}':
			depth--
		}
	}
	return out
}

// bind puts the arguments in the order of the parameters. name is the function's
// for errors; the last len(kwnames) of args are keyword arguments. args is
// returned as it is when it fits already.
func (sig *signature) bind(t *Thread, name string, args []Value, kwnames []*Str) ([]Value, error) {
	npos := len(args) - len(kwnames)
	if len(kwnames) == 0 && npos == len(sig.params) && sig.varArgs < 0 && sig.varKw < 0 && sig.pos == npos {
		return args, nil
	}
	if !sig.python {
		if err := sig.checkCount(t, name, npos, len(kwnames)); err != nil {
			return nil, err
		}
	}
	out := make([]Value, len(sig.params))
	for i := range out {
		out[i] = Missing
	}
	copy(out, args[:min(npos, sig.pos)])
	if sig.varArgs >= 0 {
		rest := []Value{}
		if npos > sig.pos {
			rest = append(rest, args[sig.pos:npos]...)
		}
		out[sig.varArgs] = NewTuple(rest)
	}
	var extra *Dict
	if sig.varKw >= 0 {
		extra = NewDict()
		out[sig.varKw] = extra.Value()
	}
	var unexpected, twice *Str
	kwOnly := 0
	for i, kw := range kwnames {
		v := args[npos+i]
		j := sig.index(kw.s)
		switch {
		case j >= 0 && out[j].IsMissing():
			out[j] = v
			if j >= sig.pos {
				kwOnly++
			}
		case j >= 0 && sig.python:
			return nil, t.TypeErrorf("%s() got multiple values for argument '%s'", name, kw.s)
		case j >= 0:
			twice = kw
		case extra != nil:
			extra.setStr(kw, v)
		case sig.python:
			return nil, sig.unexpectedError(t, name, kw.s)
		case unexpected == nil:
			unexpected = kw
		}
	}
	if sig.python && npos > sig.pos && sig.varArgs < 0 {
		return nil, t.tooManyError(name, sig.need+sig.before, sig.pos+sig.before, npos+sig.before, kwOnly)
	}
	for i := range sig.params {
		p := &sig.params[i]
		if p.required && out[i].IsMissing() {
			if sig.python {
				return nil, sig.missingError(t, name, out)
			}
			if i >= sig.pos {
				return nil, t.TypeErrorf("%s() missing required keyword-only argument: '%s'", afterDot(name), p.name)
			}
			return nil, t.TypeErrorf("%s() missing required argument '%s' (pos %d)", afterDot(name), p.name, i+1)
		}
	}
	if twice != nil {
		return nil, t.TypeErrorf("argument for %s() given by name ('%s') and position (%d)", afterDot(name), twice.s, sig.index(twice.s)+1)
	}
	if unexpected != nil {
		return nil, sig.unexpectedError(t, afterDot(name), unexpected.s)
	}
	return out, nil
}

// unexpectedError is the error for a keyword argument that there is no parameter for;
// it names the nearest one that can be given by name.
func (sig *signature) unexpectedError(t *Thread, name, keyword string) error {
	var names []string
	for i := sig.posOnly; i < len(sig.params); i++ {
		if i != sig.varArgs && i != sig.varKw {
			names = append(names, sig.params[i].name)
		}
	}
	hint := ""
	if near := Suggest(keyword, names); near != "" {
		hint = ". Did you mean '" + near + "'?"
	}
	return t.TypeErrorf("%s() got an unexpected keyword argument '%s'%s", name, keyword, hint)
}

// missingError names the missing arguments as for a def.
func (sig *signature) missingError(t *Thread, name string, bound []Value) error {
	var pos, kwOnly []string
	for i, p := range sig.params {
		switch {
		case !p.required || !bound[i].IsMissing():
		case i < sig.pos:
			pos = append(pos, p.name)
		default:
			kwOnly = append(kwOnly, p.name)
		}
	}
	if len(pos) > 0 {
		return t.missingError(name, "positional", pos)
	}
	return t.missingError(name, "keyword-only", kwOnly)
}

func (sig *signature) index(name string) int {
	for i := sig.posOnly; i < len(sig.params); i++ {
		if sig.params[i].name == name && i != sig.varArgs && i != sig.varKw {
			return i
		}
	}
	return -1
}

// checkCount is the error of a wrong number of arguments, worded as CPython's
// argument parsers do: each kind of signature has its own sentences.
func (sig *signature) checkCount(t *Thread, name string, npos, nkw int) error {
	short := afterDot(name)
	switch {
	case sig.wrapper && nkw > 0:
		return t.TypeErrorf("wrapper %s() takes no keyword arguments", short)
	case sig.wrapper && !sig.repeats && sig.pos < 2 && npos != sig.pos:
		return t.TypeErrorf("expected %s, got %d", plural(sig.pos, "argument"), npos)
	case sig.wrapper:
		short = ""
	}
	switch {
	case sig.class && sig.varArgs >= 0 && sig.varKw < 0 && nkw > sig.named && nkw > 1:
		return t.TypeErrorf("%s() takes at most %s (%d given)", name, plural(sig.named, "keyword argument"), nkw)
	case sig.told && len(sig.params) == 0 && npos+nkw > 0:
		return t.TypeErrorf("%s() takes no arguments", short)
	case sig.told:
		return sig.checkNamed(t, short, npos, nkw)
	case sig.named == 0 && nkw > 0 && sig.varKw < 0:
		return t.TypeErrorf("%s() takes no keyword arguments", name)
	case sig.named > 0 && sig.varArgs < 0:
		return sig.checkNamed(t, short, npos, nkw)
	case npos >= sig.need && (npos <= sig.pos || sig.varArgs >= 0):
		return nil
	case len(sig.params) == 0:
		return t.TypeErrorf("%s() takes no arguments (%d given)", name, npos)
	case sig.pos == 1 && sig.need == 1 && len(sig.params) == 1 && !sig.class && !sig.wrapper:
		return t.TypeErrorf("%s() takes exactly one argument (%d given)", name, npos)
	}
	n, least := sig.pos, "at most "
	if npos < sig.need {
		n, least = sig.need, "at least "
	}
	if sig.need == sig.pos && sig.varArgs < 0 {
		least = ""
	}
	return t.TypeErrorf("%s expected %s%s, got %d", short, least, plural(n, "argument"), npos)
}

// checkNamed is checkCount for a function that takes arguments by name.
func (sig *signature) checkNamed(t *Thread, short string, npos, nkw int) error {
	if total := len(sig.params); npos+nkw > total && sig.varKw < 0 {
		what := "argument"
		if npos == 0 {
			what = "keyword argument"
		}
		return t.TypeErrorf("%s() takes at most %s (%d given)", short, plural(total, what), npos+nkw)
	}
	n, bound, exact := sig.pos, "at most", sig.need
	switch least := min(sig.posOnly, sig.need); {
	case npos > sig.pos && sig.pos == 0:
		return t.TypeErrorf("%s() takes no positional arguments", short)
	case npos > sig.pos:
	case npos < least:
		n, bound, exact = least, "at least", least
	default:
		return nil
	}
	if exact == sig.pos {
		bound = "exactly"
	}
	return t.TypeErrorf("%s() takes %s %s (%d given)", short, bound, plural(n, "positional argument"), npos)
}

// afterDot is a method's name without its class.
func afterDot(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }

func plural(n int, what string) string {
	if n == 1 {
		return fmt.Sprintf("%d %s", n, what)
	}
	return fmt.Sprintf("%d %ss", n, what)
}
