package stdlib

import (
	"math"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/coro-lang/coro/lang/compiler"
	rt "github.com/coro-lang/coro/lang/runtime"
)

// jsonEncoder writes values as json.dumps does.
type jsonEncoder struct {
	t *rt.Thread
	b []byte

	skipKeys, ascii, circular, allowNaN, sortKeys bool
	indent                                        string // of one level
	lines                                         bool   // indent was given: an item a line
	itemSep, keySep                               string
	hook                                          rt.Value // default=

	open  []rt.Value // the containers being written
	depth int        // brackets open
}

// value appends v.
func (e *jsonEncoder) value(v rt.Value) error {
	switch {
	case v.IsNone():
		e.b = append(e.b, "null"...)
		return nil
	case v.IsBool():
		if v == rt.True {
			e.b = append(e.b, "true"...)
		} else {
			e.b = append(e.b, "false"...)
		}
		return nil
	}
	if s := rt.AsStr(v); s != nil {
		e.str(s.String())
		return nil
	}
	if text, ok, err := e.number(v); ok || err != nil {
		e.b = append(e.b, text...)
		return err
	}
	if l := rt.AsList(v); l != nil && v.Type() == &rt.ListType {
		return e.nested(v, func() error { return e.array(l.Items) })
	}
	if rt.AsList(v) != nil || rt.AsTuple(v) != nil {
		it, err := e.t.Iter(v) // without asking v for its length
		if rt.Is(err, &rt.TypeErrorType) {
			err = e.t.TypeErrorf("_iterencode_list needs a sequence")
		}
		if err != nil {
			return err
		}
		items, err := e.t.Collect(it)
		if err != nil {
			return err
		}
		return e.nested(v, func() error { return e.array(func() []rt.Value { return items }) })
	}
	if d := rt.AsDict(v); d != nil {
		return e.nested(v, func() error { return e.object(d) })
	}
	if e.hook.IsNone() {
		return e.t.TypeErrorf("Object of type %s is not JSON serializable", v.Type().ShortName())
	}
	return e.nested(v, func() error {
		r, err := e.t.Call(e.hook, v)
		if err != nil {
			return err
		}
		return e.value(r)
	})
}

// number is the text of an int or float; ok is false for other values.
func (e *jsonEncoder) number(v rt.Value) (text string, ok bool, err error) {
	if f, isFloat := rt.FloatOf(v); isFloat {
		switch {
		case math.IsNaN(f):
			text = "NaN"
		case math.IsInf(f, 1):
			text = "Infinity"
		case math.IsInf(f, -1):
			text = "-Infinity"
		default:
			text, err = e.t.Repr(rt.Float(f))
			return text, true, err
		}
		if !e.allowNaN {
			return "", true, e.t.ValueErrorf("Out of range float values are not JSON compliant: %s", strings.TrimPrefix(strings.ToLower(strings.Replace(text, "Infinity", "inf", 1)), "+"))
		}
		return text, true, nil
	}
	if n, isInt := rt.IntOf(v); isInt {
		text, err = e.t.Repr(n)
		return text, true, err
	}
	return "", false, nil
}

// nested writes a container, guarding against cycles, depth and exponential size.
func (e *jsonEncoder) nested(v rt.Value, f func() error) error {
	if e.circular {
		for _, o := range e.open {
			if o == v {
				return e.t.ValueErrorf("Circular reference detected")
			}
		}
	}
	if len(e.open) >= maxJSONDepth {
		return e.t.Errorf(&rt.RecursionErrorType, "maximum recursion depth exceeded while encoding a JSON object")
	}
	if err := e.t.Poll(); err != nil {
		return err
	}
	if len(e.b) > 1<<20 {
		if err := e.t.Reserve(len(e.b)); err != nil {
			return err
		}
	}
	e.open = append(e.open, v)
	err := f()
	e.open = e.open[:len(e.open)-1]
	return err
}

// newline begins a line of the current depth, if lines are wanted.
func (e *jsonEncoder) newline() {
	if e.lines {
		e.b = append(e.b, '\n')
		for range e.depth {
			e.b = append(e.b, e.indent...)
		}
	}
}

// closeLine begins the line of a closing bracket.
func (e *jsonEncoder) closeLine() {
	e.depth--
	e.newline()
}

func (e *jsonEncoder) array(items func() []rt.Value) error {
	if len(items()) == 0 {
		e.b = append(e.b, "[]"...)
		return nil
	}
	e.b = append(e.b, '[')
	e.depth++
	for i := 0; i < len(items()); i++ {
		if i > 0 {
			e.b = append(e.b, e.itemSep...)
		}
		e.newline()
		if err := e.value(items()[i]); err != nil {
			return err
		}
	}
	e.closeLine()
	e.b = append(e.b, ']')
	return nil
}

// member is an item of an object.
type member struct{ key, val rt.Value }

// members are the items of a dict: those that its class says it has.
func (e *jsonEncoder) members(d *rt.Dict) ([]member, error) {
	members := make([]member, 0, d.Len())
	if d.Type() == &rt.DictType {
		d.Each(func(k, v rt.Value, _ uint64) bool {
			members = append(members, member{k, v})
			return true
		})
		return members, nil
	}
	given, err := e.t.CallMethod(d.Value(), "items")
	if err != nil {
		return nil, err
	}
	items, err := e.t.Collect(given)
	if rt.Is(err, &rt.TypeErrorType) {
		err = e.t.TypeErrorf("%s.items() returned a non-iterable (type %s)", d.Type().Name, given.Type().Name)
	}
	if err != nil {
		return nil, err
	}
	for _, item := range items {
		pair := rt.AsTuple(item)
		if pair == nil || len(pair.Items()) != 2 {
			return nil, e.t.ValueErrorf("items must return 2-tuples")
		}
		members = append(members, member{pair.Items()[0], pair.Items()[1]})
	}
	return members, nil
}

func (e *jsonEncoder) object(d *rt.Dict) error {
	if d.Len() == 0 {
		e.b = append(e.b, "{}"...)
		return nil
	}
	members, err := e.members(d)
	if err != nil {
		return err
	}
	if e.sortKeys {
		var failed error
		sort.SliceStable(members, func(i, j int) bool {
			less, err := e.t.CompareBool(compiler.Lt, members[i].key, members[j].key)
			if err != nil && failed == nil {
				failed = err
			}
			return less
		})
		if failed != nil {
			return failed
		}
	}
	e.b = append(e.b, '{')
	e.depth++
	first := true
	for _, m := range members {
		name, ok, err := e.keyText(m.key)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		if !first {
			e.b = append(e.b, e.itemSep...)
		}
		first = false
		e.newline()
		e.str(name)
		e.b = append(e.b, e.keySep...)
		if err := e.value(m.val); err != nil {
			return err
		}
	}
	if first {
		e.newline() // all were skipped
	}
	e.closeLine()
	e.b = append(e.b, '}')
	return nil
}

// keyText is a dict key as the name of a member; ok is false if it is skipped.
func (e *jsonEncoder) keyText(k rt.Value) (text string, ok bool, err error) {
	switch {
	case k.IsNone():
		return "null", true, nil
	case k == rt.True:
		return "true", true, nil
	case k == rt.False:
		return "false", true, nil
	}
	if s := rt.AsStr(k); s != nil {
		return s.String(), true, nil
	}
	if text, ok, err = e.number(k); ok || err != nil {
		return text, ok, err
	}
	if e.skipKeys {
		return "", false, nil
	}
	return "", false, e.t.TypeErrorf("keys must be str, int, float, bool or None, not %s", k.Type().Name)
}

const hexDigits = "0123456789abcdef"

// str appends a quoted string.
func (e *jsonEncoder) str(s string) {
	b := append(e.b, '"')
	for i := 0; i < len(s); {
		c := s[i]
		if c >= 0x20 && c != '"' && c != '\\' && (c < 0x7f || c == 0x7f && !e.ascii) {
			b = append(b, c)
			i++
			continue
		}
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, `\n`...)
		case '\r':
			b = append(b, `\r`...)
		case '\t':
			b = append(b, `\t`...)
		case '\b':
			b = append(b, `\b`...)
		case '\f':
			b = append(b, `\f`...)
		default:
			if c < 0x20 || c == 0x7f {
				b = appendU(b, rune(c))
				break
			}
			r, n := decodeRune(s[i:])
			switch {
			case !e.ascii:
				b = append(b, s[i:i+n]...)
			case r >= 0x10000:
				r -= 0x10000
				b = appendU(appendU(b, 0xd800+r>>10), 0xdc00+r&0x3ff)
			default:
				b = appendU(b, r)
			}
			i += n
			continue
		}
		i++
	}
	e.b = append(b, '"')
}

func appendU(b []byte, r rune) []byte {
	return append(b, '\\', 'u', hexDigits[r>>12&15], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
}

// decodeRune is the first code point of s and its length; a surrogate in its
// three-byte form is one.
func decodeRune(s string) (rune, int) {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 && len(s) >= 3 && s[0] == 0xed {
		return rune(s[0]&0xf)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f), 3
	}
	return r, n
}
