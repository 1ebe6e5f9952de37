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
	plain   bool // all may be given by position, and no more than those
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
			if !kwOnly {
				sig.pos++
				if !hasDef {
					sig.need++
				}
			}
		}
	}
	sig.plain = sig.pos == len(sig.params) && len(sig.params) <= maxPlain
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
	if npos > sig.pos && sig.varArgs < 0 || len(kwnames) == 0 && npos < sig.need {
		return nil, sig.countError(t, name, npos, len(kwnames))
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
	for i, kw := range kwnames {
		v := args[npos+i]
		j := sig.index(kw.s)
		switch {
		case j >= 0 && out[j].IsMissing():
			out[j] = v
		case j >= 0:
			return nil, t.TypeErrorf("argument for %s() given by name ('%s') and position (%d)", sig.shown(name), kw.s, j+1)
		case extra != nil:
			extra.setStr(kw, v)
		case len(sig.params) == sig.posOnly || sig.keywords() == 0:
			return nil, t.TypeErrorf("%s() takes no keyword arguments", name)
		default:
			return nil, t.TypeErrorf("%s() got an unexpected keyword argument '%s'", sig.shown(name), kw.s)
		}
	}
	for i := range sig.params {
		p := &sig.params[i]
		if p.required && out[i].IsMissing() {
			if i < sig.posOnly {
				return nil, sig.countError(t, name, npos, len(kwnames))
			}
			if i >= sig.pos {
				return nil, t.TypeErrorf("%s() missing required keyword-only argument: '%s'", sig.shown(name), p.name)
			}
			return nil, t.TypeErrorf("%s() missing required argument '%s' (pos %d)", sig.shown(name), p.name, i+1)
		}
	}
	return out, nil
}

// keywords is how many parameters may be given by name.
func (sig *signature) keywords() int {
	n := len(sig.params) - sig.posOnly
	if sig.varArgs >= 0 {
		n--
	}
	return n
}

func (sig *signature) index(name string) int {
	for i := sig.posOnly; i < len(sig.params); i++ {
		if sig.params[i].name == name && i != sig.varArgs && i != sig.varKw {
			return i
		}
	}
	return -1
}

// shown is how errors name the function called name: without its class if it
// takes keywords.
func (sig *signature) shown(name string) string {
	if i := strings.LastIndexByte(name, '.'); i >= 0 && sig.keywords() > 0 && sig.varArgs < 0 {
		return name[i+1:]
	}
	return name
}

// countError words a wrong number of positional arguments as CPython's argument
// parsers do: each kind of signature has its own sentence.
func (sig *signature) countError(t *Thread, name string, npos, nkw int) error {
	short := name
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		short = name[i+1:]
	}
	switch {
	case len(sig.params) == 0:
		return t.TypeErrorf("%s() takes no arguments (%d given)", name, npos)
	case sig.posOnly == 1 && len(sig.params) == 1 && sig.need == 1:
		return t.TypeErrorf("%s() takes exactly one argument (%d given)", name, npos)
	case sig.keywords() == 0 || sig.varArgs >= 0:
		n, least := sig.pos, "at most"
		if npos < sig.need {
			n, least = sig.need, "at least"
		}
		if sig.need == sig.pos && sig.varArgs < 0 {
			least = ""
		}
		if least != "" {
			least += " "
		}
		return t.TypeErrorf("%s expected %s%s, got %d", short, least, plural(n, "argument"), npos)
	case npos < min(sig.need, sig.posOnly):
		least := "exactly"
		if min(sig.need, sig.posOnly) < sig.pos {
			least = "at least"
		}
		return t.TypeErrorf("%s() takes %s %s (%d given)", short, least, plural(min(sig.need, sig.posOnly), "positional argument"), npos)
	case npos < sig.need:
		return t.TypeErrorf("%s() missing required argument '%s' (pos %d)", sig.shown(name), sig.params[npos].name, npos+1)
	}
	n, most := sig.pos, "at most"
	if sig.need == sig.pos {
		most = "exactly"
	}
	what := "argument"
	if sig.pos < sig.keywords()+sig.posOnly {
		what = "positional argument"
	}
	return t.TypeErrorf("%s() takes %s %s (%d given)", sig.shown(name), most, plural(n, what), npos+nkw)
}

func plural(n int, what string) string {
	if n == 1 {
		return fmt.Sprintf("%d %s", n, what)
	}
	return fmt.Sprintf("%d %ss", n, what)
}
