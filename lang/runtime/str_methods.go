package runtime

import (
	"strings"
	"unsafe"
)

// The table of str's methods, and those that pad and translate.

var strMethods = []Method{
	{Name: "capitalize", Fn: strCapitalize},
	{Name: "casefold", Fn: strCasefold},
	{Name: "center", Sig: "width, fillchar=' ', /", Fn: strPad('^')},
	{Name: "count", Sig: "sub, start=None, end=None, /", Fn: strCount},
	{Name: "encode", Sig: "encoding='utf-8', errors='strict'", Fn: strEncode},
	{Name: "endswith", Sig: "suffix, start=None, end=None, /", Fn: strHas("endswith", strings.HasSuffix)},
	{Name: "expandtabs", Sig: "tabsize=8", Fn: strExpandTabs},
	{Name: "find", Sig: "sub, start=None, end=None, /", Fn: strFind("find", strings.Index, false)},
	{Name: "format", Sig: "*args, **kwargs", Fn: formatMethod},
	{Name: "format_map", Sig: "mapping, /", Fn: formatMapMethod},
	{Name: "index", Sig: "sub, start=None, end=None, /", Fn: strFind("index", strings.Index, true)},
	{Name: "isalnum", Fn: allChars(isAlnum)},
	{Name: "isalpha", Fn: allChars(isAlpha)},
	{Name: "isascii", Fn: func(t *Thread, args []Value) (Value, error) { return Bool(AsStr(args[0]).isASCII()), nil }},
	{Name: "isdecimal", Fn: allChars(isDecimal)},
	{Name: "isdigit", Fn: allChars(isDigitChar)},
	{Name: "isidentifier", Fn: func(t *Thread, args []Value) (Value, error) {
		return Bool(isIdentifier(AsStr(args[0]).s)), nil
	}},
	{Name: "islower", Fn: strCaseIs(isLower, isUpper)},
	{Name: "isnumeric", Fn: allChars(isNumeric)},
	{Name: "isprintable", Fn: func(t *Thread, args []Value) (Value, error) {
		return Bool(every(AsStr(args[0]).s, isPrintable)), nil
	}},
	{Name: "isspace", Fn: allChars(isSpace)},
	{Name: "istitle", Fn: strIsTitle},
	{Name: "isupper", Fn: strCaseIs(isUpper, isLower)},
	{Name: "join", Sig: "iterable, /", Fn: strJoin},
	{Name: "ljust", Sig: "width, fillchar=' ', /", Fn: strPad('<')},
	{Name: "lower", Fn: strLower},
	{Name: "lstrip", Sig: "chars=None, /", Fn: strStrip("lstrip", true, false)},
	{Name: "maketrans", Sig: "x, y=None, z=None, /", Kind: StaticMethod, Fn: strMakeTrans},
	{Name: "partition", Sig: "sep, /", Fn: strPartition(strings.Index, true)},
	{Name: "removeprefix", Sig: "prefix, /", Fn: strRemovePrefix},
	{Name: "removesuffix", Sig: "suffix, /", Fn: strRemoveSuffix},
	{Name: "replace", Sig: "old, new, /, count=-1", Fn: strReplace},
	{Name: "rfind", Sig: "sub, start=None, end=None, /", Fn: strFind("rfind", strings.LastIndex, false)},
	{Name: "rindex", Sig: "sub, start=None, end=None, /", Fn: strFind("rindex", strings.LastIndex, true)},
	{Name: "rjust", Sig: "width, fillchar=' ', /", Fn: strPad('>')},
	{Name: "rpartition", Sig: "sep, /", Fn: strPartition(strings.LastIndex, false)},
	{Name: "rsplit", Sig: "sep=None, maxsplit=-1", Fn: strSplit(true)},
	{Name: "rstrip", Sig: "chars=None, /", Fn: strStrip("rstrip", false, true)},
	{Name: "split", Sig: "sep=None, maxsplit=-1", Fn: strSplit(false)},
	{Name: "splitlines", Sig: "keepends=False", Fn: strSplitLines},
	{Name: "startswith", Sig: "prefix, start=None, end=None, /", Fn: strHas("startswith", strings.HasPrefix)},
	{Name: "strip", Sig: "chars=None, /", Fn: strStrip("strip", true, true)},
	{Name: "swapcase", Fn: strSwapcase},
	{Name: "title", Fn: strTitle},
	{Name: "translate", Sig: "table, /", Fn: strTranslate},
	{Name: "upper", Fn: strUpper},
	{Name: "zfill", Sig: "width, /", Fn: strZfill},
	{Name: "__getnewargs__", Fn: func(t *Thread, args []Value) (Value, error) {
		return NewTuple([]Value{AsStr(args[0]).plain()}), nil
	}},
}

// bytesToString is the text in b, which must not change afterwards.
func bytesToString(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// strPad makes center, ljust and rjust.
func strPad(align byte) Fn {
	return func(t *Thread, args []Value) (Value, error) {
		s := AsStr(args[0])
		width, err := t.IntArg(args[1])
		if err != nil {
			return Value{}, err
		}
		fill := " "
		if !args[2].IsMissing() {
			f, err := t.strArg(args[2], "The fill character must be a unicode character")
			if err != nil {
				return Value{}, err
			}
			if f.n != 1 {
				return Value{}, t.TypeErrorf("The fill character must be exactly one character long")
			}
			fill = f.s
		}
		missing := max(int(width), 0) - s.n
		if missing <= 0 {
			return s.plain(), nil
		}
		if err := t.reserveTimes(len(fill), int64(missing)); err != nil {
			return Value{}, err
		}
		left := padLeft(align, missing, int(width))
		text := strings.Repeat(fill, left) + s.s + strings.Repeat(fill, missing-left)
		return obj(strOf(text, int(width))), nil
	}
}

// padLeft is how much of the padding stands to the left. In the middle the odd
// one goes left if the width is odd too.
func padLeft(align byte, missing, width int) int {
	switch align {
	case '<':
		return 0
	case '>':
		return missing
	}
	return missing/2 + missing&width&1
}

func strZfill(t *Thread, args []Value) (Value, error) {
	s := AsStr(args[0])
	width, err := t.IntArg(args[1])
	if err != nil {
		return Value{}, err
	}
	missing := max(int(width), 0) - s.n
	if missing <= 0 {
		return s.plain(), nil
	}
	if err := t.reserve(missing); err != nil {
		return Value{}, err
	}
	return obj(strOf(zeroFill(s.s, missing), int(width))), nil
}

// zeroFill puts zeros before the number s, behind its sign.
func zeroFill(s string, zeros int) string {
	sign := ""
	if s != "" && (s[0] == '+' || s[0] == '-') {
		sign, s = s[:1], s[1:]
	}
	return sign + strings.Repeat("0", zeros) + s
}

func strExpandTabs(t *Thread, args []Value) (Value, error) {
	s := AsStr(args[0])
	size, err := t.cIntArg(args[1].Or(Int(8)))
	if err != nil {
		return Value{}, err
	}
	if !strings.Contains(s.s, "\t") {
		return s.plain(), nil
	}
	text, err := t.expandTabs(s.s, size, true)
	if err != nil {
		return Value{}, err
	}
	return NewStr(text), nil
}

// expandTabs replaces tabs by spaces up to the next multiple of size; a column is
// a code point or, for bytes, a byte.
func (t *Thread) expandTabs(s string, size int, codePoints bool) (string, error) {
	if err := t.reserveTimes(max(size, 0), int64(strings.Count(s, "\t"))); err != nil {
		return "", err
	}
	b := make([]byte, 0, len(s))
	column := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\t':
			if size > 0 {
				for n := size - column%size; n > 0; n-- {
					b = append(b, ' ')
					column++
				}
			}
			continue
		case c == '\n' || c == '\r':
			column = -1
		case codePoints && c&0xC0 == 0x80:
			column--
		}
		b = append(b, s[i])
		column++
	}
	return string(b), nil
}

func strMakeTrans(t *Thread, args []Value) (Value, error) {
	table := NewDict()
	if args[1].IsMissing() {
		src := exact[Dict](args[0], &DictType)
		if src == nil {
			return Value{}, t.TypeErrorf("if you give only one argument to maketrans it must be a dict")
		}
		err := t.Each(args[0], func(key Value) error {
			val, err := t.GetItem(args[0], key)
			if err != nil {
				return err
			}
			if s := AsStr(key); s != nil {
				if s.n != 1 {
					return t.ValueErrorf("string keys in translate table must be of length 1")
				}
				c, _ := decodeCodePoint(s.s)
				key = Int(int64(c))
			} else if !isInt(key) {
				return t.TypeErrorf("keys in translate table must be strings or integers")
			}
			return table.Set(t, key, val)
		})
		return table.Value(), err
	}
	y, err := t.strArg(args[1], "maketrans() argument 2 must be str")
	if err != nil {
		return Value{}, err
	}
	gone := &emptyStr
	if !args[2].IsMissing() {
		if gone, err = t.strArg(args[2], "maketrans() argument 3 must be str"); err != nil {
			return Value{}, err
		}
	}
	x := AsStr(args[0])
	if x == nil {
		return Value{}, t.TypeErrorf("first maketrans argument must be a string if there is a second argument")
	}
	if x.n != y.n {
		return Value{}, t.ValueErrorf("the first two maketrans arguments must have equal length")
	}
	to := y.codePoints()
	for i, c := range x.codePoints() {
		from, _ := decodeCodePoint(c)
		with, _ := decodeCodePoint(to[i])
		if err := table.Set(t, Int(int64(from)), Int(int64(with))); err != nil {
			return Value{}, err
		}
	}
	for _, c := range gone.codePoints() {
		from, _ := decodeCodePoint(c)
		if err := table.Set(t, Int(int64(from)), None); err != nil {
			return Value{}, err
		}
	}
	return table.Value(), nil
}

func strTranslate(t *Thread, args []Value) (Value, error) {
	s := AsStr(args[0])
	b := make([]byte, 0, len(s.s))
	// What a dict says of a character it says of all its likes.
	known := map[rune]string{}
	fixed := args[1].Type() == &DictType
	for rest := s.s; rest != ""; {
		c, n := decodeCodePoint(rest)
		with, ok := known[c]
		if !ok {
			var err error
			if with, err = t.translateChar(args[1], c, rest[:n]); err != nil {
				return Value{}, err
			}
			if fixed {
				known[c] = with
			}
		}
		if err := t.reserve(len(b) + len(with)); err != nil {
			return Value{}, err
		}
		if err := t.poll(); err != nil {
			return Value{}, err
		}
		b = append(b, with...)
		rest = rest[n:]
	}
	return NewStr(string(b)), nil
}

// translateChar is what table makes of the code point c, whose text is same.
func (t *Thread) translateChar(table Value, c rune, same string) (string, error) {
	v, err := t.GetItem(table, Int(int64(c)))
	if err != nil {
		if Is(err, &LookupErrorType) {
			return same, nil
		}
		return "", err
	}
	if s := AsStr(v); s != nil {
		return s.s, nil
	}
	if v.IsNone() {
		return "", nil
	}
	n, big, ok := intParts(v)
	if !ok {
		return "", t.TypeErrorf("character mapping must return integer, None or str")
	}
	if big != nil || n < 0 || n > 0x10FFFF {
		return "", t.ValueErrorf("character mapping must be in range(0x110000)")
	}
	return codePoint(rune(n)), nil
}
