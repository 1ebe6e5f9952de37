package runtime

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
)

// Callbacks and results as reprs of futures, tasks and handles show them.

// callableName is how a callback or coroutine is shown: its qualified name, and
// where it is defined if that is a function of the program.
func (t *Thread) callableName(fn Value) (string, error) { return t.callbackText(fn, nil, false) }

// callbackText is a callback with its arguments, which are shown in debug mode
// only, and where it is defined.
func (t *Thread) callbackText(fn Value, args []Value, debug bool) (string, error) {
	s, err := t.callText(fn, args, nil, debug, "")
	if err != nil {
		return "", err
	}
	at, err := t.definedAt(fn)
	if at != "" {
		s += " at " + at
	}
	return s, err
}

// callText is name(arguments), a partial's own before those it is called with.
func (t *Thread) callText(fn Value, args []Value, kwargs *Dict, debug bool, suffix string) (string, error) {
	given, err := t.argumentsText(args, kwargs, debug)
	if err != nil {
		return "", err
	}
	if inner, ok := t.partialOf(fn); ok {
		own, err := t.attr(fn, "args")
		if err != nil {
			return "", err
		}
		keywords, err := t.attr(fn, "keywords")
		if err != nil {
			return "", err
		}
		list, err := t.Collect(own)
		if err != nil {
			return "", err
		}
		return t.callText(inner, list, AsDict(keywords), debug, given+suffix)
	}
	s, err := t.nameOf(fn)
	if s == "" && err == nil {
		s, err = t.Repr(fn)
	}
	return s + given + suffix, err
}

// nameOf is the qualified name that v gives itself, or its name, or "".
func (t *Thread) nameOf(v Value) (string, error) {
	for _, name := range [...]string{"__qualname__", "__name__"} {
		own, ok, err := t.LookupAttr(v, t.VM.Intern(name))
		if err != nil {
			return "", err
		}
		if s := AsStr(own); ok && s != nil && s.s != "" {
			return s.s, nil
		}
	}
	return "", nil
}

func (t *Thread) attr(v Value, name string) (Value, error) { return t.GetAttr(v, t.VM.Intern(name)) }

// partialOf is the function of a functools.partial.
func (t *Thread) partialOf(fn Value) (Value, bool) {
	for _, c := range fn.Type().MRO() {
		if c.Qualname == "partial" && c.Module == "functools" {
			inner, err := t.attr(fn, "func")
			return inner, err == nil
		}
	}
	return Value{}, false
}

// argumentsText is (a, b, k=v), or () outside of debug mode.
func (t *Thread) argumentsText(args []Value, kwargs *Dict, debug bool) (string, error) {
	if !debug {
		return "()", nil
	}
	var items []string
	for _, v := range args {
		s, err := t.shortRepr(v)
		if err != nil {
			return "", err
		}
		items = append(items, s)
	}
	if kwargs != nil {
		keys, err := t.Collect(kwargs.Value())
		if err != nil {
			return "", err
		}
		for _, k := range keys {
			v, err := t.GetItem(kwargs.Value(), k)
			if err != nil {
				return "", err
			}
			s, err := t.shortRepr(v)
			if err != nil {
				return "", err
			}
			items = append(items, strOrEmpty(k)+"="+s)
		}
	}
	return "(" + strings.Join(items, ", ") + ")", nil
}

// maxWrapped bounds how many wrappers definedAt looks through.
const maxWrapped = 100

// definedAt is the file and line of a function of the program, also within
// partials and decorators that keep what they wrap; "" for anything else.
func (t *Thread) definedAt(fn Value) (string, error) {
	for range maxWrapped {
		if wrapped, ok, err := t.LookupAttr(fn, t.VM.Intern("__wrapped__")); err != nil {
			return "", err
		} else if ok {
			fn = wrapped
		} else if inner, ok := t.partialOf(fn); ok {
			fn = inner
		} else {
			break
		}
	}
	f := exact[Func](fn, &FunctionType)
	if f == nil || f.proto.hidden {
		return "", nil
	}
	return f.proto.prog.File + ":" + strconv.Itoa(int(f.proto.code.Line)), nil
}

// Bounds of a short repr.
const (
	shortLevels = 6 // of nesting
	shortItems  = 6
	shortPairs  = 4
	shortInt    = 40 // characters
	shortOther  = 30
)

// shortRepr is a repr that is cut: few elements, few levels, few characters.
func (t *Thread) shortRepr(v Value) (string, error) { return t.shortReprAt(v, shortLevels) }

func (t *Thread) shortReprAt(v Value, level int) (string, error) {
	switch v.Type() {
	case &ListType:
		return t.shortSequence(AsList(v).items, "[", "]", level)
	case &TupleType:
		items := AsTuple(v).items
		if len(items) == 1 && level > 0 {
			s, err := t.shortReprAt(items[0], level-1)
			return "(" + s + ",)", err
		}
		return t.shortSequence(items, "(", ")", level)
	case &SetType, &FrozenSetType:
		items, err := t.Collect(v)
		if err != nil {
			return "", err
		}
		if len(items) == 0 {
			return v.Type().Name + "()", nil
		}
		items = t.sortedIfPossible(items)
		if v.Type() == &FrozenSetType {
			return t.shortSequence(items, "frozenset({", "})", level)
		}
		return t.shortSequence(items, "{", "}", level)
	case &DictType:
		return t.shortDict(v, level)
	case &StrType:
		return t.shortStr(AsStr(v).s)
	}
	if typ := v.Type(); typ.ShortName() == "deque" && typ.Module == "collections" {
		items, err := t.Collect(v)
		if err != nil {
			return "", err
		}
		return t.shortSequence(items, "deque([", "])", level)
	}
	s, err := t.Repr(v)
	limit := shortOther
	switch {
	case v.IsSmallInt(), isInt(v):
		limit = shortInt
	case err != nil && Is(err, &ExceptionType):
		return fmt.Sprintf("<%s instance at %#x>", v.Type().Name, t.ID(v)), nil
	}
	return cutMiddle(s, limit), err
}

func (t *Thread) shortSequence(items []Value, left, right string, level int) (string, error) {
	if level <= 0 && len(items) > 0 {
		return left + "..." + right, nil
	}
	var parts []string
	for i, v := range items {
		if i == shortItems {
			parts = append(parts, "...")
			break
		}
		s, err := t.shortReprAt(v, level-1)
		if err != nil {
			return "", err
		}
		parts = append(parts, s)
	}
	return left + strings.Join(parts, ", ") + right, nil
}

func (t *Thread) shortDict(v Value, level int) (string, error) {
	keys, err := t.Collect(v)
	switch {
	case err != nil:
		return "", err
	case len(keys) == 0:
		return "{}", nil
	case level <= 0:
		return "{...}", nil
	}
	var parts []string
	for i, k := range t.sortedIfPossible(keys) {
		if i == shortPairs {
			parts = append(parts, "...")
			break
		}
		val, err := t.GetItem(v, k)
		if err != nil {
			return "", err
		}
		ks, err := t.shortReprAt(k, level-1)
		if err != nil {
			return "", err
		}
		vs, err := t.shortReprAt(val, level-1)
		if err != nil {
			return "", err
		}
		parts = append(parts, ks+": "+vs)
	}
	return "{" + strings.Join(parts, ", ") + "}", nil
}

// sortedIfPossible sorts values unless some cannot be compared.
func (t *Thread) sortedIfPossible(items []Value) []Value {
	sorted := append([]Value(nil), items...)
	failed := false
	sort.SliceStable(sorted, func(i, j int) bool {
		less, err := t.less(sorted[i], sorted[j])
		failed = failed || err != nil
		return less
	})
	if failed {
		return items
	}
	return sorted
}

// shortStr is the repr of a text, cut before it is quoted.
func (t *Thread) shortStr(text string) (string, error) {
	runes := []rune(text)
	s, err := t.Repr(NewStr(string(runes[:min(len(runes), shortOther)])))
	if err != nil || len([]rune(s)) <= shortOther && len(runes) <= shortOther {
		return s, err
	}
	i := (shortOther - 3) / 2
	j := shortOther - 3 - i
	s, err = t.Repr(NewStr(string(runes[:i]) + string(runes[len(runes)-j:])))
	r := []rune(s)
	return string(r[:i]) + "..." + string(r[len(r)-j:]), err
}

// cutMiddle shortens a text to limit characters.
func cutMiddle(s string, limit int) string {
	r := []rune(s)
	if len(r) <= limit {
		return s
	}
	i := (limit - 3) / 2
	j := limit - 3 - i
	return string(r[:i]) + "..." + string(r[len(r)-j:])
}
