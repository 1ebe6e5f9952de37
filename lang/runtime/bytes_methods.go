package runtime

import "strings"

// The table of bytes's methods. What is a letter or a space is ASCII's affair.

var bytesMethods = []Method{
	{Name: "capitalize", Fn: mapBytes(func(s string) string {
		if s == "" {
			return s
		}
		return eachByte(s[:1], upperByte) + eachByte(s[1:], lowerByte)
	})},
	{Name: "center", Sig: "width, fillchar=b' ', /", Fn: bytesPad("center", '^')},
	{Name: "count", Sig: "sub, start=None, end=None, /", Fn: bytesCount},
	{Name: "decode", Sig: "encoding='utf-8', errors='strict'", Fn: bytesDecode},
	{Name: "endswith", Sig: "suffix, start=None, end=None, /", Fn: bytesHas("endswith", strings.HasSuffix)},
	{Name: "expandtabs", Sig: "tabsize=8", Fn: func(t *Thread, args []Value) (Value, error) {
		size, err := t.cIntArg(args[1].Or(Int(8)))
		if err != nil {
			return Value{}, err
		}
		s, err := t.expandTabs(bytesOf(args[0]), size, false)
		return NewBytes(s), err
	}},
	{Name: "find", Sig: "sub, start=None, end=None, /", Fn: bytesFind(strings.Index, false)},
	{Name: "fromhex", Sig: "string, /", Kind: ClassMethod, Fn: bytesFromHex},
	{Name: "hex", Sig: "sep=None, bytes_per_sep=1", Fn: bytesHex},
	{Name: "index", Sig: "sub, start=None, end=None, /", Fn: bytesFind(strings.Index, true)},
	{Name: "isalnum", Fn: allBytes(func(c byte) bool { return isDigit(c) || isLetterByte(c) })},
	{Name: "isalpha", Fn: allBytes(isLetterByte)},
	{Name: "isascii", Fn: func(t *Thread, args []Value) (Value, error) {
		s := bytesOf(args[0])
		return Bool(everyByteIs(s, func(c byte) bool { return c < 0x80 })), nil
	}},
	{Name: "isdigit", Fn: allBytes(isDigit)},
	{Name: "islower", Fn: func(t *Thread, args []Value) (Value, error) {
		s := bytesOf(args[0])
		return Bool(eachByte(s, lowerByte) == s && eachByte(s, upperByte) != s), nil
	}},
	{Name: "isspace", Fn: allBytes(func(c byte) bool { return strings.IndexByte(asciiSpace, c) >= 0 })},
	{Name: "istitle", Fn: func(t *Thread, args []Value) (Value, error) {
		s := bytesOf(args[0])
		return Bool(titleBytes(s) == s && eachByte(s, swapByte) != s), nil
	}},
	{Name: "isupper", Fn: func(t *Thread, args []Value) (Value, error) {
		s := bytesOf(args[0])
		return Bool(eachByte(s, upperByte) == s && eachByte(s, lowerByte) != s), nil
	}},
	{Name: "join", Sig: "iterable_of_bytes, /", Fn: bytesJoin},
	{Name: "ljust", Sig: "width, fillchar=b' ', /", Fn: bytesPad("ljust", '<')},
	{Name: "lower", Fn: mapBytes(func(s string) string { return eachByte(s, lowerByte) })},
	{Name: "lstrip", Sig: "bytes=None, /", Fn: bytesStrip(strings.TrimLeftFunc)},
	{Name: "maketrans", Sig: "frm, to, /", Kind: StaticMethod, Fn: bytesMakeTrans},
	{Name: "partition", Sig: "sep, /", Fn: bytesPartition(strings.Index, true)},
	{Name: "removeprefix", Sig: "prefix, /", Fn: bytesRemove(strings.TrimPrefix)},
	{Name: "removesuffix", Sig: "suffix, /", Fn: bytesRemove(strings.TrimSuffix)},
	{Name: "replace", Sig: "old, new, count=-1, /", Fn: bytesReplace},
	{Name: "rfind", Sig: "sub, start=None, end=None, /", Fn: bytesFind(strings.LastIndex, false)},
	{Name: "rindex", Sig: "sub, start=None, end=None, /", Fn: bytesFind(strings.LastIndex, true)},
	{Name: "rjust", Sig: "width, fillchar=b' ', /", Fn: bytesPad("rjust", '>')},
	{Name: "rpartition", Sig: "sep, /", Fn: bytesPartition(strings.LastIndex, false)},
	{Name: "rsplit", Sig: "sep=None, maxsplit=-1", Fn: bytesSplit(splitLastOn, splitLastSpace)},
	{Name: "rstrip", Sig: "bytes=None, /", Fn: bytesStrip(strings.TrimRightFunc)},
	{Name: "split", Sig: "sep=None, maxsplit=-1", Fn: bytesSplit(splitOn, splitSpace)},
	{Name: "splitlines", Sig: "keepends=False", Fn: bytesSplitLines},
	{Name: "startswith", Sig: "prefix, start=None, end=None, /", Fn: bytesHas("startswith", strings.HasPrefix)},
	{Name: "strip", Sig: "bytes=None, /", Fn: bytesStrip(strings.TrimFunc)},
	{Name: "swapcase", Fn: mapBytes(func(s string) string { return eachByte(s, swapByte) })},
	{Name: "title", Fn: mapBytes(titleBytes)},
	{Name: "translate", Sig: "table, /, delete=b''", Fn: bytesTranslate},
	{Name: "upper", Fn: mapBytes(func(s string) string { return eachByte(s, upperByte) })},
	{Name: "zfill", Sig: "width, /", Fn: func(t *Thread, args []Value) (Value, error) {
		s := bytesOf(args[0])
		width, err := t.IntArg(args[1])
		if err != nil {
			return Value{}, err
		}
		missing, err := t.padding(len(s), width)
		if err != nil {
			return Value{}, err
		}
		return partOf(args[0], zeroFill(s, missing)), nil
	}},
	{Name: "__bytes__", Fn: func(_ *Thread, args []Value) (Value, error) { return partOf(args[0], bytesOf(args[0])), nil }},
	{Name: "__getnewargs__", Fn: func(t *Thread, args []Value) (Value, error) {
		return NewTuple([]Value{NewBytes(bytesOf(args[0]))}), nil
	}},
}

// mapBytes makes a method that makes new bytes of the old ones.
func mapBytes(f func(s string) string) Fn {
	return func(t *Thread, args []Value) (Value, error) { return freshBytes(f(bytesOf(args[0]))), nil }
}

func eachByte(s string, f func(byte) byte) string {
	b := []byte(s)
	for i, c := range b {
		b[i] = f(c)
	}
	return string(b)
}

func isLetterByte(c byte) bool { return upperByte(c) != lowerByte(c) }

func everyByteIs(s string, kind func(byte) bool) bool {
	for i := 0; i < len(s); i++ {
		if !kind(s[i]) {
			return false
		}
	}
	return true
}

// allBytes makes a method that says whether there are bytes and all are of a kind.
func allBytes(kind func(byte) bool) Fn {
	return func(t *Thread, args []Value) (Value, error) {
		s := bytesOf(args[0])
		return Bool(s != "" && everyByteIs(s, kind)), nil
	}
}

func bytesDecode(t *Thread, args []Value) (Value, error) {
	enc, handler, err := t.codecArgs("decode", args[1], args[2])
	if err != nil {
		return Value{}, err
	}
	s, err := t.Decode(bytesOf(args[0]), enc, handler)
	if err != nil {
		return Value{}, err
	}
	return obj(s), nil
}

// bytesWindow is the part of b that the optional bounds leave; see (*Str).window.
func (t *Thread) bytesWindow(b string, start, end Value) (at int, text string, ok bool, err error) {
	from, to, err := t.searchRange(start, end, len(b))
	if err != nil || from > to {
		return 0, "", false, err
	}
	return from, b[from:to], true, nil
}

const byteOrBytesWords = "argument should be integer or bytes-like object"

// bytesFind makes find, rfind, index and rindex.
func bytesFind(look func(s, sub string) int, must bool) Fn {
	return func(t *Thread, args []Value) (Value, error) {
		at, text, ok, err := t.bytesWindow(bytesOf(args[0]), args[2], args[3])
		if err != nil {
			return Value{}, err
		}
		sub, err := t.byteOrBytes(args[1], byteOrBytesWords)
		if err != nil {
			return Value{}, err
		}
		if ok {
			if i := look(text, sub); i >= 0 {
				return Int(int64(at + i)), nil
			}
		}
		if must {
			return Value{}, t.ValueErrorf("subsection not found")
		}
		return Int(-1), nil
	}
}

func bytesCount(t *Thread, args []Value) (Value, error) {
	_, text, ok, err := t.bytesWindow(bytesOf(args[0]), args[2], args[3])
	if err != nil {
		return Value{}, err
	}
	sub, err := t.byteOrBytes(args[1], byteOrBytesWords)
	if err != nil || !ok {
		return Int(0), err
	}
	if sub == "" {
		return Int(int64(len(text) + 1)), nil
	}
	return Int(int64(strings.Count(text, sub))), nil
}

// bytesHas makes startswith and endswith.
func bytesHas(name string, has func(s, part string) bool) Fn {
	return func(t *Thread, args []Value) (Value, error) {
		_, text, ok, err := t.bytesWindow(bytesOf(args[0]), args[2], args[3])
		if err != nil {
			return Value{}, err
		}
		if tup := AsTuple(args[1]); tup != nil {
			for _, v := range tup.items {
				part, err := t.bytesLike(v)
				if err != nil {
					return Value{}, err
				}
				if ok && has(text, part) {
					return True, nil
				}
			}
			return False, nil
		}
		part := AsBytes(args[1])
		if part == nil {
			return Value{}, t.TypeErrorf("%s first arg must be bytes or a tuple of bytes, not %s", name, args[1].Type().Name)
		}
		return Bool(ok && has(text, part.b)), nil
	}
}

// bytesPartition makes partition and rpartition.
func bytesPartition(look func(s, sep string) int, wholeFirst bool) Fn {
	return func(t *Thread, args []Value) (Value, error) {
		s := bytesOf(args[0])
		sep, err := t.bytesLike(args[1])
		if err != nil {
			return Value{}, err
		}
		if sep == "" {
			return Value{}, t.ValueErrorf("empty separator")
		}
		empty, whole := shortBytes(""), args[0]
		i := look(s, sep)
		switch {
		case i >= 0:
			return NewTuple([]Value{NewBytes(s[:i]), args[1], NewBytes(s[i+len(sep):])}), nil
		case wholeFirst:
			return NewTuple([]Value{whole, empty, empty}), nil
		}
		return NewTuple([]Value{empty, empty, whole}), nil
	}
}

// bytesRemove makes removeprefix and removesuffix.
func bytesRemove(trim func(s, part string) string) Fn {
	return func(t *Thread, args []Value) (Value, error) {
		part, err := t.bytesLike(args[1])
		return partOf(args[0], trim(bytesOf(args[0]), part)), err
	}
}
