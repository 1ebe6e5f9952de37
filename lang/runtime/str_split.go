package runtime

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Splitting and joining.

// The functions that split append the parts to out, which is empty.

// splitOn cuts s at sep at most limit times.
func splitOn(out []string, s, sep string, limit int) []string {
	if len(s) > 256 {
		out = slices.Grow(out, min(strings.Count(s, sep), limit)+1)
	}
	for ; limit > 0; limit-- {
		i := strings.Index(s, sep)
		if i < 0 {
			break
		}
		out = append(out, s[:i])
		s = s[i+len(sep):]
	}
	return append(out, s)
}

// splitLastOn is splitOn from the end.
func splitLastOn(out []string, s, sep string, limit int) []string {
	for ; limit > 0; limit-- {
		i := strings.LastIndex(s, sep)
		if i < 0 {
			break
		}
		out = append(out, s[i+len(sep):])
		s = s[:i]
	}
	return reversed(append(out, s))
}

func reversed(s []string) []string {
	for i, j := 0, len(s)-1; i < j; i, j = i+1, j-1 {
		s[i], s[j] = s[j], s[i]
	}
	return s
}

// splitSpace cuts s at white space at most limit times; none remains around the
// parts, but within the last one if the limit was reached.
func splitSpace(out []string, s string, limit int, space func(rune) bool) []string {
	for {
		s = trimLeft(s, space)
		if s == "" {
			return out
		}
		if limit == 0 {
			return append(out, s)
		}
		limit--
		end := indexChar(s, space)
		out = append(out, s[:end])
		s = s[end:]
	}
}

// splitLastSpace is splitSpace from the end.
func splitLastSpace(out []string, s string, limit int, space func(rune) bool) []string {
	for {
		s = trimRight(s, space)
		if s == "" {
			return reversed(out)
		}
		if limit == 0 {
			return reversed(append(out, s))
		}
		limit--
		start := len(s)
		for start > 0 {
			c, n := decodeLastCodePoint(s[:start])
			if space(c) {
				break
			}
			start -= n
		}
		out = append(out, s[start:])
		s = s[:start]
	}
}

// indexChar is the offset of the first code point of a kind; len(s) if there is
// none.
func indexChar(s string, kind func(rune) bool) int {
	for i := 0; i < len(s); {
		c, n := rune(s[i]), 1
		if c >= utf8.RuneSelf {
			c, n = decodeCodePoint(s[i:])
		}
		if kind(c) {
			return i
		}
		i += n
	}
	return len(s)
}

func trimLeft(s string, kind func(rune) bool) string {
	for s != "" {
		c, n := rune(s[0]), 1
		if c >= utf8.RuneSelf {
			c, n = decodeCodePoint(s)
		}
		if !kind(c) {
			break
		}
		s = s[n:]
	}
	return s
}

func trimRight(s string, kind func(rune) bool) string {
	for s != "" {
		c, n := rune(s[len(s)-1]), 1
		if c >= utf8.RuneSelf {
			c, n = decodeLastCodePoint(s)
		}
		if !kind(c) {
			break
		}
		s = s[:len(s)-n]
	}
	return s
}

// strSplit makes split and rsplit, which cuts from the end.
func strSplit(last bool) Fn {
	return func(t *Thread, args []Value) (Value, error) {
		s := AsStr(args[0])
		limit, err := t.limitArg(args[2])
		if err != nil {
			return Value{}, err
		}
		var few [16]string
		if args[1].IsMissing() || args[1].IsNone() {
			if last {
				return s.list(splitLastSpace(few[:0], s.s, limit, isSpace)), nil
			}
			return s.list(splitSpace(few[:0], s.s, limit, isSpace)), nil
		}
		sep, err := t.strArg(args[1], "must be str or None")
		if err != nil {
			return Value{}, err
		}
		if sep.s == "" {
			return Value{}, t.ValueErrorf("empty separator")
		}
		if last {
			return s.list(splitLastOn(few[:0], s.s, sep.s, limit)), nil
		}
		return s.list(splitOn(few[:0], s.s, sep.s, limit)), nil
	}
}

// list is a list of parts of s, of itself if it is not cut. A few are made together, in
// one allocation: each keeps the others in memory, but that is no more than s itself,
// which they share.
func (s *Str) list(parts []string) Value {
	l, items := withRoom[List](len(parts))
	l.typ, l.items = &ListType, items
	var together []Str
	if len(parts) <= 4 && s.isASCII() {
		together = make([]Str, len(parts))
	}
	for i, p := range parts {
		if len(p) == len(s.s) {
			items[i] = s.plain()
			continue
		}
		if i < len(together) && len(p) > 1 {
			x := &together[i]
			x.typ, x.s, x.n = &StrType, p, len(p)
			items[i] = obj(x)
			continue
		}
		items[i] = s.part(p)
	}
	return obj(l)
}

// isLineBreak says whether str.splitlines cuts at c.
func isLineBreak(c rune) bool {
	switch c {
	case '\n', '\r', '\v', '\f', 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

// splitLines cuts s behind its line breaks, which are dropped unless keep is set.
func splitLines(out []string, s string, keep bool, lineBreak func(rune) bool) []string {
	for s != "" {
		end := indexChar(s, lineBreak)
		next := end
		if end < len(s) {
			_, n := decodeCodePoint(s[end:])
			next += n
			if s[end] == '\r' && next < len(s) && s[next] == '\n' {
				next++
			}
		}
		if keep {
			end = next
		}
		out = append(out, s[:end])
		s = s[next:]
	}
	return out
}

func strSplitLines(t *Thread, args []Value) (Value, error) {
	keep, err := t.Truth(args[1].Or(False))
	if err != nil {
		return Value{}, err
	}
	s := AsStr(args[0])
	var few [16]string
	return s.list(splitLines(few[:0], s.s, keep, isLineBreak)), nil
}

// strStrip makes strip, lstrip and rstrip.
func strStrip(name string, left, right bool) Fn {
	return func(t *Thread, args []Value) (Value, error) {
		s := AsStr(args[0])
		kind := isSpace
		if !args[1].IsMissing() && !args[1].IsNone() {
			chars := AsStr(args[1])
			if chars == nil {
				return Value{}, t.TypeErrorf("%s arg must be None or str", name)
			}
			kind = func(c rune) bool { return hasChar(chars.s, c) }
		}
		text := s.s
		if left {
			text = trimLeft(text, kind)
		}
		if right {
			text = trimRight(text, kind)
		}
		if len(text) == len(s.s) {
			return s.plain(), nil
		}
		return s.part(text), nil
	}
}

// hasChar says whether c is in chars.
func hasChar(chars string, c rune) bool {
	if c < utf8.RuneSelf {
		return strings.IndexByte(chars, byte(c)) >= 0
	}
	return strings.Contains(chars, codePoint(c))
}

func strJoin(t *Thread, args []Value) (Value, error) {
	sep := AsStr(args[0])
	var items []Value
	switch args[1].Type() {
	case &ListType:
		items = AsList(args[1]).items
	case &TupleType:
		items = AsTuple(args[1]).items
	default:
		it, err := t.iterOf(args[1], "can only join an iterable")
		if err != nil {
			return Value{}, err
		}
		if items, err = t.Collect(it); err != nil {
			return Value{}, err
		}
	}
	return t.join(sep, items)
}

// join makes a str of items, which must be strs, with sep between them.
func (t *Thread) join(sep *Str, items []Value) (Value, error) {
	if len(items) == 0 {
		return obj(&emptyStr), nil
	}
	size, n := len(sep.s)*(len(items)-1), sep.n*(len(items)-1)
	for i, v := range items {
		s := AsStr(v)
		if s == nil {
			return Value{}, t.TypeErrorf("sequence item %d: expected str instance, %s found", i, v.Type().Name)
		}
		if size += len(s.s); size < 0 {
			return Value{}, t.MemoryError()
		}
		n += s.n
	}
	if len(items) == 1 && items[0].Type() == &StrType {
		return items[0], nil
	}
	if err := t.reserve(size); err != nil {
		return Value{}, err
	}
	if n <= 1 {
		text := ""
		for i, v := range items {
			if i > 0 {
				text += sep.s
			}
			text += (*Str)(v.p).s
		}
		return obj(strOf(text, n)), nil
	}
	made, text := roomForText(size)
	made.n = n
	for i, v := range items {
		if i > 0 {
			text = text[copy(text, sep.s):]
		}
		text = text[copy(text, (*Str)(v.p).s):]
	}
	return obj(made), nil
}
