package runtime

import (
	"strings"
)

// The methods of bytes that cut, join, pad and translate.

// bytesSplit makes split and rsplit.
func bytesSplit(on func(out []string, s, sep string, limit int) []string, space func(out []string, s string, limit int, kind func(rune) bool) []string) Fn {
	return func(t *Thread, args []Value) (Value, error) {
		s := bytesOf(args[0])
		limit, err := t.limitArg(args[2])
		if err != nil {
			return Value{}, err
		}
		if args[1].IsMissing() || args[1].IsNone() {
			return byteList(args[0], wide(s, func(text string) []string { return space(nil, text, limit, isSpaceByte) })), nil
		}
		sep, err := t.bytesLike(args[1])
		if err != nil {
			return Value{}, err
		}
		if sep == "" {
			return Value{}, t.ValueErrorf("empty separator")
		}
		return byteList(args[0], on(nil, s, sep, limit)), nil
	}
}

func isSpaceByte(c rune) bool { return c == ' ' || c >= '\t' && c <= '\r' }

// wide cuts bytes by a function that cuts text: bytes from 0x80 on are made
// characters for it and bytes again.
func wide(s string, cut func(text string) []string) []string {
	if everyByteIs(s, func(c byte) bool { return c < 0x80 }) {
		return cut(s)
	}
	var b []byte
	for i := 0; i < len(s); i++ {
		b = appendCodePoint(b, rune(s[i]))
	}
	parts := cut(string(b))
	for i, p := range parts {
		narrow := make([]byte, 0, len(p))
		for _, c := range p {
			narrow = append(narrow, byte(c))
		}
		parts[i] = string(narrow)
	}
	return parts
}

// byteList is a list of parts of v.
func byteList(v Value, parts []string) Value {
	items := make([]Value, len(parts))
	for i, p := range parts {
		items[i] = partOf(v, p)
	}
	return NewList(items)
}

func bytesSplitLines(t *Thread, args []Value) (Value, error) {
	keep, err := t.Truth(args[1].Or(False))
	if err != nil {
		return Value{}, err
	}
	return byteList(args[0], wide(bytesOf(args[0]), func(text string) []string {
		return splitLines(nil, text, keep, func(c rune) bool { return c == '\n' || c == '\r' })
	})), nil
}

// bytesStrip makes strip, lstrip and rstrip.
func bytesStrip(trim func(s string, kind func(rune) bool) string) Fn {
	return func(t *Thread, args []Value) (Value, error) {
		kind := isSpaceByte
		if !args[1].IsMissing() && !args[1].IsNone() {
			chars, err := t.bytesLike(args[1])
			if err != nil {
				return Value{}, err
			}
			kind = func(c rune) bool { return strings.IndexByte(chars, byte(c)) >= 0 }
		}
		return partOf(args[0], wide(bytesOf(args[0]), func(text string) []string { return []string{trim(text, kind)} })[0]), nil
	}
}

func bytesJoin(t *Thread, args []Value) (Value, error) {
	it, err := t.iterOf(args[1], "can only join an iterable")
	if err != nil {
		return Value{}, err
	}
	items, err := t.Collect(it)
	if err != nil {
		return Value{}, err
	}
	parts := make([]string, len(items))
	size := 0
	for i, v := range items {
		b := AsBytes(v)
		if b == nil {
			return Value{}, t.TypeErrorf("sequence item %d: expected a bytes-like object, %s found", i, v.Type().Name)
		}
		parts[i] = b.b
		size += len(b.b) + len(bytesOf(args[0]))
		if err := t.reserve(size); err != nil {
			return Value{}, err
		}
	}
	if len(items) == 1 {
		return partOf(items[0], parts[0]), nil
	}
	return NewBytes(strings.Join(parts, bytesOf(args[0]))), nil
}

// bytesPad makes center, ljust and rjust.
func bytesPad(name string, align byte) Fn {
	return func(t *Thread, args []Value) (Value, error) {
		s := bytesOf(args[0])
		width, err := t.IntArg(args[1])
		if err != nil {
			return Value{}, err
		}
		fill := " "
		if !args[2].IsMissing() {
			b := AsBytes(args[2])
			if b == nil || len(b.b) != 1 {
				return Value{}, t.TypeErrorf("%s() argument 2 must be a byte string of length 1, not %s", name, shownType(args[2], true))
			}
			fill = b.b
		}
		missing, err := t.padding(len(s), width)
		if err != nil {
			return Value{}, err
		}
		if missing == 0 {
			return partOf(args[0], s), nil
		}
		left := padLeft(align, missing, int(width))
		return NewBytes(strings.Repeat(fill, left) + s + strings.Repeat(fill, missing-left)), nil
	}
}

func bytesReplace(t *Thread, args []Value) (Value, error) {
	s := bytesOf(args[0])
	old, err := t.bytesLike(args[1])
	if err != nil {
		return Value{}, err
	}
	with, err := t.bytesLike(args[2])
	if err != nil {
		return Value{}, err
	}
	limit, err := t.limitArg(args[3])
	if err != nil {
		return Value{}, err
	}
	count := len(s) + 1
	if old != "" {
		count = strings.Count(s, old)
	}
	count = min(count, limit)
	if err := t.reserveTimes(max(len(with)-len(old), 0)+1, int64(count)); err != nil {
		return Value{}, err
	}
	if count == 0 {
		return partOf(args[0], s), nil
	}
	if old != "" {
		return NewBytes(strings.Replace(s, old, with, count)), nil
	}
	var b strings.Builder
	for i := 0; i < count; i++ {
		b.WriteString(with)
		if i < len(s) {
			b.WriteByte(s[i])
		}
	}
	b.WriteString(s[min(count, len(s)):])
	return NewBytes(b.String()), nil
}

func bytesMakeTrans(t *Thread, args []Value) (Value, error) {
	from, err := t.bytesLike(args[0])
	if err != nil {
		return Value{}, err
	}
	to, err := t.bytesLike(args[1])
	if err != nil {
		return Value{}, err
	}
	if len(from) != len(to) {
		return Value{}, t.ValueErrorf("maketrans arguments must have same length")
	}
	table := make([]byte, 256)
	for i := range table {
		table[i] = byte(i)
	}
	for i := range len(from) {
		table[from[i]] = to[i]
	}
	return NewBytes(string(table)), nil
}

func bytesTranslate(t *Thread, args []Value) (Value, error) {
	table := ""
	if !args[1].IsNone() {
		var err error
		if table, err = t.bytesLike(args[1]); err != nil {
			return Value{}, err
		}
		if len(table) != 256 {
			return Value{}, t.ValueErrorf("translation table must be 256 characters long")
		}
	}
	gone := ""
	if !args[2].IsMissing() {
		var err error
		if gone, err = t.bytesLike(args[2]); err != nil {
			return Value{}, err
		}
	}
	s := bytesOf(args[0])
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case strings.IndexByte(gone, c) >= 0:
		case table != "":
			b = append(b, table[c])
		default:
			b = append(b, c)
		}
	}
	if table == "" {
		return partOf(args[0], string(b)), nil
	}
	return NewBytes(string(b)), nil
}

func bytesFromHex(t *Thread, args []Value) (Value, error) {
	s, err := t.strArg(args[1], "fromhex() argument must be str")
	if err != nil {
		return Value{}, err
	}
	bad := func(at int) (Value, error) {
		return Value{}, t.ValueErrorf("non-hexadecimal number found in fromhex() arg at position %d", s.position(at))
	}
	if i := strings.IndexFunc(s.s, func(c rune) bool { return c > 127 }); i >= 0 {
		return bad(i)
	}
	var b []byte
	for i := 0; i < len(s.s); i++ {
		if isSpaceByte(rune(s.s[i])) {
			continue
		}
		high := strings.IndexByte(hexDigits, lowerByte(s.s[i]))
		if high < 0 {
			return bad(i)
		}
		i++
		if i == len(s.s) {
			return bad(i)
		}
		low := strings.IndexByte(hexDigits, lowerByte(s.s[i]))
		if low < 0 {
			return bad(i)
		}
		b = append(b, byte(high<<4|low))
	}
	v := NewBytes(string(b))
	if As[Type](args[0], &TypeType) != &BytesType {
		return t.Call(args[0], v)
	}
	return v, nil
}

func bytesHex(t *Thread, args []Value) (Value, error) {
	s := bytesOf(args[0])
	group, err := t.cIntArg(args[2].Or(Int(1)))
	if err != nil {
		return Value{}, err
	}
	sep := ""
	if args[1].IsMissing() {
		group = 0
	} else if sep, err = t.hexSeparator(args[1]); err != nil {
		return Value{}, err
	}
	if err := t.reserveTimes(3, int64(len(s))); err != nil {
		return Value{}, err
	}
	b := make([]byte, 0, 2*len(s))
	for i := 0; i < len(s); i++ {
		// Groups are counted from the right, or from the left if negative.
		if i > 0 && (group > 0 && (len(s)-i)%group == 0 || group < 0 && i%group == 0) {
			b = append(b, sep...)
		}
		b = append(b, hexDigits[s[i]>>4], hexDigits[s[i]&15])
	}
	return obj(asciiStr(string(b))), nil
}

func (t *Thread) hexSeparator(v Value) (string, error) {
	sep, ok := textOf(v)
	if !ok {
		n, err := t.Len(v)
		if err == nil && n == 1 {
			err = t.TypeErrorf("sep must be str or bytes.")
		}
		if err != nil {
			return "", err
		}
	}
	if countCodePoints(sep) != 1 {
		return "", t.ValueErrorf("sep must be length 1.")
	}
	if sep[0] >= 0x80 {
		return "", t.ValueErrorf("sep must be ASCII.")
	}
	return sep, nil
}
