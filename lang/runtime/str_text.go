package runtime

import "unsafe"

// Strs that are made together with their text: one allocation instead of two, as
// long as the text is short.

// texted is a str and room for its text.
type texted[Room any] struct {
	Str
	room Room
}

// roomForText makes a str of size bytes, at least two, which the caller has yet
// to write, just as their number of code points.
func roomForText(size int) (*Str, []byte) {
	var s *Str
	var text *byte
	switch {
	case size <= 16:
		x := new(texted[[16]byte])
		s, text = &x.Str, &x.room[0]
	case size <= 32:
		x := new(texted[[32]byte])
		s, text = &x.Str, &x.room[0]
	case size <= 64:
		x := new(texted[[64]byte])
		s, text = &x.Str, &x.room[0]
	default:
		s, text = new(Str), unsafe.SliceData(make([]byte, size))
	}
	s.typ = &StrType
	s.s = unsafe.String(text, size)
	return s, unsafe.Slice(text, size)
}

// takeRoom lends an empty buffer in which text is put together before its length is
// known. Whoever takes it meanwhile gets another.
func (t *Thread) takeRoom() []byte {
	b := t.textRoom
	t.textRoom = nil
	if b == nil {
		b = make([]byte, 0, 256)
	}
	return b
}

// giveRoom returns what became of the buffer, to be written over.
func (t *Thread) giveRoom(b []byte) {
	if cap(b) <= mostRoom {
		t.textRoom = b[:0]
	}
}

// mostRoom is how large a buffer may grow before it is not kept.
const mostRoom = 1 << 12

// newText makes a str of ASCII text, which it copies.
func newText(b []byte) *Str { return newTextOf(b, len(b)) }

// newTextOf makes a str of text of n code points, which it copies.
func newTextOf(b []byte, n int) *Str {
	if n <= 1 {
		return strOf(string(b), n)
	}
	s, text := roomForText(len(b))
	copy(text, b)
	s.n = n
	return s
}
