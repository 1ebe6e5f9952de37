package stdlib

import (
	_ "embed"
	"strings"

	"github.com/coro-lang/coro/lang/compiler"
	rt "github.com/coro-lang/coro/lang/runtime"
)

// Module re: regular expressions in Python's syntax and meaning. Patterns are
// read by re_parse.go and handed to a backtracking engine in its syntax
// (re_emit.go).

//go:embed re_flags.py
var reFlagsSource string

var patternErrorType rt.Type

// patternKey is what a compiled pattern is kept under.
type patternKey struct {
	pattern string
	class   *rt.Type // of the text: pattern.pattern is that very object
	text    bool
	flags   reFlags
}

// reState is what a run keeps of the module.
type reState struct {
	patterns map[patternKey]*pattern
	last     *subject // searched last: tokenizers search one text again and again
}

var reStateKey = new(int)

func reStateOf(t *rt.Thread) *reState {
	return rt.State(t.VM, reStateKey, func() *reState { return &reState{patterns: map[patternKey]*pattern{}} })
}

// maxPatterns is how many compiled patterns are kept.
const maxPatterns = 512

var patternErrorSpec = rt.Spec{
	Name: "PatternError", Module: "re", Base: &rt.ExceptionType,
	Slots: rt.Slots{Initialize: rt.MakePythonInit("PatternError", "msg, pattern=None, pos=None", initPatternError)},
}

func init() {
	rt.Define(&patternErrorType, &patternErrorSpec)
	// through makes a function of a method: re.search(pattern, string, flags).
	// If there is a limit to the matches, it is to be named.
	through := func(name, params string, method rt.Fn) rt.Method {
		needed, _, limited := strings.Cut(params, "=")
		positional := 0
		if limited {
			positional = 1 + strings.Count(needed, ",")
		}
		return rt.Method{Name: name, Sig: "pattern, " + params + ", flags=0", Python: true, Positional: positional, Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			p, err := patternArg(t, a[0], a[len(a)-1])
			if err != nil {
				return rt.Value{}, err
			}
			args := append([]rt.Value{rt.ObjectValue(p)}, a[1:len(a)-1]...)
			return method(t, append(args, rt.Missing, rt.Missing))
		}}
	}
	rt.RegisterModule(&rt.ModuleDef{
		Name:   "re",
		Doc:    "Regular expressions.",
		Lazy:   reFlagsSource,
		Types:  []*rt.Type{&patternErrorType, &patternType, &matchType},
		Consts: map[string]rt.Value{"error": patternErrorType.Value()},
		Funcs: []rt.Method{
			{Name: "compile", Sig: "pattern, flags=0", Python: true, Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				p, err := patternArg(t, a[0], a[1])
				return rt.ObjectValue(p), err
			}},
			through("match", "string", patternMatch),
			through("fullmatch", "string", patternFullMatch),
			through("search", "string", patternSearch),
			through("findall", "string", patternFindAll),
			through("finditer", "string", patternFindIter),
			through("split", "string, maxsplit=0", patternSplit),
			through("sub", "repl, string, count=0", patternSub),
			through("subn", "repl, string, count=0", patternSubN),
			{Name: "escape", Sig: "pattern", Python: true, Fn: reEscape},
			{Name: "purge", Python: true, Fn: func(t *rt.Thread, _ []rt.Value) (rt.Value, error) {
				clear(reStateOf(t).patterns)
				return rt.None, nil
			}},
		},
	})
}

// patternArg is a pattern argument, compiled with the flags. The patterns known
// already are looked through first, for which both must be hashable.
func patternArg(t *rt.Thread, v, flags rt.Value) (*pattern, error) {
	flags = flags.Or(rt.Int(0))
	for _, part := range []rt.Value{v, flags} {
		if _, err := t.Hash(part); err != nil {
			return nil, err
		}
	}
	if p := asPattern(v); p != nil {
		if given, err := t.Truth(flags); err != nil {
			return nil, err
		} else if given {
			return nil, t.ValueErrorf("cannot process flags argument with a compiled pattern")
		}
		return p, nil
	}
	key := patternKey{class: v.Type()}
	if s := rt.AsStr(v); s != nil {
		key.pattern, key.text = s.String(), true
	} else if b := rt.AsBytes(v); b != nil {
		key.pattern = b.String()
	} else {
		return nil, t.TypeErrorf("first argument must be string or compiled pattern")
	}
	if !flags.Type().IsSubclass(&rt.IntType) {
		return nil, t.TypeErrorf("unsupported operand type(s) for &: '%s' and 'int'", flags.Type().Name)
	}
	n, err := t.IntArg(flags)
	if err != nil {
		return nil, err
	}
	key.flags = reFlags(n)
	state := reStateOf(t)
	if p := state.patterns[key]; p != nil {
		return p, nil
	}
	p, err := compilePattern(t, v, key)
	if err != nil {
		return nil, err
	}
	if len(state.patterns) >= maxPatterns {
		clear(state.patterns)
	}
	state.patterns[key] = p
	return p, nil
}

// patternError is the exception for what is wrong with a pattern or template.
func patternError(t *rt.Thread, e *reError, pattern rt.Value) error {
	switch {
	case e.overflow:
		return t.OverflowErrorf("%s", e.msg)
	case e.value:
		return t.ValueErrorf("%s", e.msg)
	}
	args := []rt.Value{rt.NewStr(e.msg)}
	if e.pos >= 0 {
		args = append(args, pattern, rt.Int(int64(e.pos)))
	}
	v, err := t.Call(patternErrorType.Value(), args...)
	if err != nil {
		return err
	}
	return rt.AsException(v)
}

// initPatternError is PatternError(msg, pattern, pos): it words the place.
func initPatternError(t *rt.Thread, self rt.Value, a []rt.Value) error {
	msg, pattern, pos := a[0], a[1].Or(rt.None), a[2].Or(rt.None)
	line, column := rt.None, rt.None
	if !pattern.IsNone() && !pos.IsNone() {
		worded, err := t.Binary(compiler.Mod, rt.NewStr("%s at position %d"), rt.NewTuple([]rt.Value{msg, pos}), false)
		if err != nil {
			return err
		}
		msg = worded
		newline := rt.NewBytes("\n")
		if rt.AsStr(pattern) != nil {
			newline = rt.NewStr("\n")
		}
		if line, err = t.CallMethod(pattern, "count", newline, rt.Int(0), pos); err != nil {
			return err
		}
		if line, err = t.Binary(compiler.Add, line, rt.Int(1), false); err != nil {
			return err
		}
		before, err := t.CallMethod(pattern, "rfind", newline, rt.Int(0), pos)
		if err != nil {
			return err
		}
		if column, err = t.Binary(compiler.Sub, pos, before, false); err != nil {
			return err
		}
		several, err := t.Contains(pattern, newline)
		if err != nil {
			return err
		}
		if several {
			if msg, err = t.Binary(compiler.Mod, rt.NewStr("%s (line %d, column %d)"), rt.NewTuple([]rt.Value{msg, line, column}), false); err != nil {
				return err
			}
		}
	}
	rt.AsException(self).SetArgs(msg)
	for _, f := range []struct {
		name string
		v    rt.Value
	}{{"msg", a[0]}, {"pattern", pattern}, {"pos", pos}, {"lineno", line}, {"colno", column}} {
		if err := t.SetAttr(self, t.VM.Intern(f.name), f.v); err != nil {
			return err
		}
	}
	return nil
}

// reEscape puts a backslash before the characters that mean something.
func reEscape(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	const special = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"
	escape := func(s string) string {
		var b []byte
		for i := range len(s) {
			for j := range len(special) {
				if s[i] == special[j] {
					b = append(b, '\\')
					break
				}
			}
			b = append(b, s[i])
		}
		return string(b)
	}
	if s := rt.AsStr(a[0]); s != nil {
		return rt.NewStr(escape(s.String())), nil
	}
	if b := rt.AsBytes(a[0]); b != nil {
		return rt.NewBytes(escape(b.String())), nil
	}
	return rt.Value{}, t.TypeErrorf("decoding to str: need a bytes-like object, %s found", a[0].Type().Name)
}
