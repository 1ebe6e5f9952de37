package runtime

import "strings"

// Positions in a str: by code point for programs, by byte inside.

// indexStep is how many code points lie between two entries of a str's index.
const indexStep = 64

// offset is the byte offset of code point i, 0 <= i <= s.n.
func (s *Str) offset(i int) int {
	if s.isASCII() {
		return i
	}
	if i == s.n {
		return len(s.s)
	}
	at := 0
	if s.n > 2*indexStep {
		x := s.more()
		if x.index == nil {
			x.index = makeIndex(s.s)
		}
		at = int(x.index[i/indexStep])
		i %= indexStep
	}
	for ; i > 0; i-- {
		at++
		for s.s[at]&0xC0 == 0x80 {
			at++
		}
	}
	return at
}

// makeIndex has the offset of every code point whose number is a multiple of
// indexStep.
func makeIndex(s string) []int {
	var index []int
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i]&0xC0 != 0x80 {
			if n%indexStep == 0 {
				index = append(index, i)
			}
			n++
		}
	}
	return index
}

// position is the number of the code point at byte offset at.
func (s *Str) position(at int) int {
	if s.isASCII() {
		return at
	}
	return countCodePoints(s.s[:at])
}

// sub is the part of s between two code points.
func (s *Str) sub(from, to int) *Str {
	if from >= to {
		return &emptyStr
	}
	if from == 0 && to == s.n && s.typ == &StrType {
		return s
	}
	lo, hi := s.offset(from), s.offset(to)
	return strOf(s.s[lo:hi], to-from)
}

func getItemStr(t *Thread, v, key Value) (Value, error) {
	s := AsStr(v)
	if sl := exact[Slice](key, &SliceType); sl != nil {
		return s.slice(t, sl)
	}
	i, ok, err := t.seqIndex(key, s.n, "string indices must be integers, not '%s'")
	if err != nil {
		return Value{}, err
	}
	if !ok {
		return Value{}, t.IndexErrorf("string index out of range")
	}
	if s.isASCII() {
		return obj(&oneChar[s.s[i]]), nil
	}
	c, _ := decodeCodePoint(s.s[s.offset(i):])
	return strChar(c), nil
}

func (s *Str) slice(t *Thread, sl *Slice) (Value, error) {
	start, step, count, err := sl.resolve(t, s.n)
	if err != nil {
		return Value{}, err
	}
	if step == 1 {
		return obj(s.sub(start, start+count)), nil
	}
	if s.isASCII() {
		return obj(strOf(everyByte(s.s, start, step, count), count)), nil
	}
	chars := s.codePoints()
	var b strings.Builder
	for ; count > 0; count-- {
		b.WriteString(chars[start])
		start += step
	}
	return NewStr(b.String()), nil
}

// everyByte is count bytes of s from start on, step apart.
func everyByte(s string, start, step, count int) string {
	b := make([]byte, count)
	for i := range b {
		b[i] = s[start+i*step]
	}
	return string(b)
}

// codePoints is s cut into its code points.
func (s *Str) codePoints() []string {
	out := make([]string, 0, s.n)
	for rest := s.s; rest != ""; {
		_, n := decodeCodePoint(rest)
		out = append(out, rest[:n])
		rest = rest[n:]
	}
	return out
}
