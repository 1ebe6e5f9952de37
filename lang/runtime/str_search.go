package runtime

import (
	"strings"
	"unsafe"
)

// The methods of str that look for text in it.

// strArg is the text of an argument that must be a str; otherwise a TypeError of
// the words given, followed by the type.
func (t *Thread) strArg(v Value, words string) (*Str, error) {
	if s := AsStr(v); s != nil {
		return s, nil
	}
	return nil, t.TypeErrorf("%s, not %s", words, shownType(v, strings.Contains(words, "() argument")))
}

// shownType is how an error about a wrong argument names the type of v: where
// CPython's argument parsers word it, None stands for its type.
func shownType(v Value, parser bool) string {
	if parser && v.IsNone() {
		return "None"
	}
	return v.Type().Name
}

// window is the part of s that the optional bounds start and end leave: its byte
// offset in s and its text. ok is false if start is beyond the end, where not even
// the empty string is found.
func (s *Str) window(t *Thread, start, end Value) (at int, text string, ok bool, err error) {
	if start.IsMissing() && end.IsMissing() {
		return 0, s.s, true, nil
	}
	from, to, err := t.searchRange(start, end, s.n)
	if err != nil || from > to {
		return 0, "", false, err
	}
	at = s.offset(from)
	return at, s.s[at:s.offset(to)], true, nil
}

// strFind makes find and rfind, index and rindex.
func strFind(name string, look func(s, sub string) int, must bool) Fn {
	words := name + "() argument 1 must be str"
	return func(t *Thread, args []Value) (Value, error) {
		s := AsStr(args[0])
		sub, err := t.strArg(args[1], words)
		if err != nil {
			return Value{}, err
		}
		at, text, ok, err := s.window(t, args[2], args[3])
		if err != nil {
			return Value{}, err
		}
		if ok {
			if i := look(text, sub.s); i >= 0 {
				return Int(int64(s.position(at + i))), nil
			}
		}
		if must {
			return Value{}, t.ValueErrorf("substring not found")
		}
		return Int(-1), nil
	}
}

func strCount(t *Thread, args []Value) (Value, error) {
	sub, err := t.strArg(args[1], "count() argument 1 must be str")
	if err != nil {
		return Value{}, err
	}
	_, text, ok, err := AsStr(args[0]).window(t, args[2], args[3])
	if err != nil || !ok {
		return Int(0), err
	}
	if sub.s == "" {
		return Int(int64(countCodePoints(text) + 1)), nil
	}
	return Int(int64(strings.Count(text, sub.s))), nil
}

// strHas makes startswith and endswith.
func strHas(name string, has func(s, part string) bool) Fn {
	words := name + " first arg must be str or a tuple of str"
	return func(t *Thread, args []Value) (Value, error) {
		_, text, ok, err := AsStr(args[0]).window(t, args[2], args[3])
		if err != nil {
			return Value{}, err
		}
		if tup := AsTuple(args[1]); tup != nil {
			for _, v := range tup.items {
				part, err := t.strArg(v, "tuple for "+name+" must only contain str")
				if err != nil {
					return Value{}, err
				}
				if ok && has(text, part.s) {
					return True, nil
				}
			}
			return False, nil
		}
		part, err := t.strArg(args[1], words)
		if err != nil {
			return Value{}, err
		}
		return Bool(ok && has(text, part.s)), nil
	}
}

// part makes a str of a part of s.
func (s *Str) part(text string) Value {
	if s.isASCII() {
		return obj(strOf(text, len(text)))
	}
	return NewStr(text)
}

// strPartition makes partition and rpartition; where none is found the whole goes
// to the first or the last place.
func strPartition(look func(s, sep string) int, wholeFirst bool) Fn {
	return func(t *Thread, args []Value) (Value, error) {
		s := AsStr(args[0])
		sep, err := t.strArg(args[1], "must be str")
		if err != nil {
			return Value{}, err
		}
		if sep.s == "" {
			return Value{}, t.ValueErrorf("empty separator")
		}
		empty, whole := obj(&emptyStr), args[0]
		i := look(s.s, sep.s)
		switch {
		case i >= 0:
			return NewTuple([]Value{s.part(s.s[:i]), args[1], s.part(s.s[i+len(sep.s):])}), nil
		case wholeFirst:
			return NewTuple([]Value{whole, empty, empty}), nil
		}
		return NewTuple([]Value{empty, empty, whole}), nil
	}
}

// plain is s as an exact str.
func (s *Str) plain() Value {
	if s.typ == &StrType {
		return obj(s)
	}
	return obj(strOf(s.s, s.n))
}

// strAs is a str of text: v itself if it is a str of just that text, as what a
// conversion or a format leaves as it is stays the same object.
func strAs(v Value, text string) Value {
	if s := exact[Str](v, &StrType); s != nil && len(s.s) == len(text) && unsafe.StringData(s.s) == unsafe.StringData(text) {
		return v
	}
	return NewStr(text)
}

func strRemovePrefix(t *Thread, args []Value) (Value, error) {
	s := AsStr(args[0])
	p, err := t.strArg(args[1], "removeprefix() argument must be str")
	if err != nil {
		return Value{}, err
	}
	if p.s == "" || !strings.HasPrefix(s.s, p.s) {
		return s.plain(), nil
	}
	return obj(strOf(s.s[len(p.s):], s.n-p.n)), nil
}

func strRemoveSuffix(t *Thread, args []Value) (Value, error) {
	s := AsStr(args[0])
	p, err := t.strArg(args[1], "removesuffix() argument must be str")
	if err != nil {
		return Value{}, err
	}
	if p.s == "" || !strings.HasSuffix(s.s, p.s) {
		return s.plain(), nil
	}
	return obj(strOf(s.s[:len(s.s)-len(p.s)], s.n-p.n)), nil
}

func strReplace(t *Thread, args []Value) (Value, error) {
	s := AsStr(args[0])
	old, err := t.strArg(args[1], "replace() argument 1 must be str")
	if err != nil {
		return Value{}, err
	}
	with, err := t.strArg(args[2], "replace() argument 2 must be str")
	if err != nil {
		return Value{}, err
	}
	limit, err := t.limitArg(args[3])
	if err != nil {
		return Value{}, err
	}
	if old.s == "" {
		return s.interleave(t, with, limit)
	}
	count := min(strings.Count(s.s, old.s), limit)
	if count == 0 {
		return s.plain(), nil
	}
	if err := t.reserveTimes(max(len(with.s)-len(old.s), 0)+1, int64(count)); err != nil {
		return Value{}, err
	}
	n := s.n + count*(with.n-old.n)
	if n <= 1 {
		return obj(strOf(strings.Replace(s.s, old.s, with.s, count), n)), nil
	}
	made, text := roomForText(len(s.s) + count*(len(with.s)-len(old.s)))
	made.n = n
	rest := s.s
	for ; count > 0; count-- {
		i := strings.Index(rest, old.s)
		text = text[copy(text, rest[:i]):]
		text = text[copy(text, with.s):]
		rest = rest[i+len(old.s):]
	}
	copy(text, rest)
	return obj(made), nil
}

// interleave puts with before the first limit code points of s, and at its end if
// the limit is not reached.
func (s *Str) interleave(t *Thread, with *Str, limit int) (Value, error) {
	count := min(s.n+1, limit)
	if err := t.reserveTimes(len(with.s), int64(count)); err != nil {
		return Value{}, err
	}
	var b strings.Builder
	rest := s.s
	for i := 0; i < count; i++ {
		b.WriteString(with.s)
		if rest != "" {
			_, n := decodeCodePoint(rest)
			b.WriteString(rest[:n])
			rest = rest[n:]
		}
	}
	b.WriteString(rest)
	return NewStr(b.String()), nil
}

// limitArg is an optional count, negative for no limit.
func (t *Thread) limitArg(v Value) (int, error) {
	const noLimit = int(^uint(0) >> 1)
	if v.IsMissing() {
		return noLimit, nil
	}
	n, err := t.IntArg(v)
	if err != nil {
		return 0, err
	}
	if n < 0 {
		return noLimit, nil
	}
	return int(n), nil
}
