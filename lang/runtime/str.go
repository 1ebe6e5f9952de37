package runtime

import (
	"math"
	"math/bits"
	"strconv"
	"strings"
	"sync/atomic"
	"unicode/utf8"
	"unsafe"

	"github.com/coro-lang/coro/lang/compiler"
)

// str: making one, its hash, and the operators.

var strSpec = Spec{
	Name:    "str",
	Layout:  true,
	Repeats: true,
	Methods: strMethods,
	Doc:     "A string of Unicode code points.",
	Slots: Slots{
		New:      newStr,
		Repr:     func(t *Thread, v Value) (string, error) { return reprStr(AsStr(v).s), nil },
		Str:      func(t *Thread, v Value) (string, error) { return AsStr(v).s, nil },
		Hash:     func(t *Thread, v Value) (uint64, error) { return AsStr(v).Hash(), nil },
		Format:   formatStrValue,
		Len:      func(t *Thread, v Value) (int, error) { return AsStr(v).n, nil },
		Compare:  compareStr,
		Binary:   binaryStr,
		GetItem:  getItemStr,
		Contains: containsStr,
		Iter: func(t *Thread, v Value) (Value, error) {
			s, typ := AsStr(v), &strIterType
			if !s.isASCII() {
				typ = &strWideIterType
			}
			return obj(&strIter{Hdr{typ}, s, 0}), nil
		},
	},
}

func init() {
	Define(&StrType, &strSpec)
	defineIter(&strIterType, "str_ascii_iterator", nextStr, strIterState)
	defineIter(&strWideIterType, "str_iterator", nextStr, strIterState)
}

// strExt is what few strings need.
type strExt struct {
	attrs *Attrs  // of an instance of a subclass
	index []int   // see (*Str).offset
	tail  *[]byte // the buffer that s is the whole content of: see concat
}

// more returns what s keeps besides its text, made on demand.
func (s *Str) more() *strExt {
	if s.ext == nil {
		s.ext = &strExt{}
	}
	return s.ext
}

// oneChar has the strings of one code point below 256: they are made often.
var oneChar = func() (table [256]Str) {
	for i := range table {
		table[i] = Str{Hdr: Hdr{&StrType}, s: string(rune(i)), n: 1}
	}
	return table
}()

var emptyStr = Str{Hdr: Hdr{&StrType}}

// NewStr makes a str of UTF-8 text.
func NewStr(s string) Value { return obj(NewStrObj(s)) }

// NewStrObj makes a str of UTF-8 text, in which lone surrogates have their
// three-byte form.
func NewStrObj(s string) *Str { return strOf(s, countCodePoints(s)) }

// strOf makes a str of text whose length in code points is known.
func strOf(s string, n int) *Str {
	if n <= 1 {
		if n == 0 {
			return &emptyStr
		}
		if len(s) == 1 {
			return &oneChar[s[0]]
		}
		if c, _ := decodeCodePoint(s); c < 256 {
			return &oneChar[c]
		}
	}
	return &Str{Hdr: Hdr{&StrType}, s: s, n: n}
}

// asciiStr makes a str of ASCII text.
func asciiStr(s string) *Str {
	if len(s) == 1 {
		return &oneChar[s[0]]
	}
	return &Str{Hdr: Hdr{&StrType}, s: s, n: len(s)}
}

// String is the text of the str.
func (s *Str) String() string { return s.s }

// Value is the str as a value.
func (s *Str) Value() Value { return obj(s) }

// isASCII says whether all code points are ASCII.
func (s *Str) isASCII() bool { return s.n == len(s.s) }

// Hash is the hash of the text, the same in every run. The text decides it, so it
// does not matter which of two runs that share a constant stores it.
func (s *Str) Hash() uint64 {
	if h := atomic.LoadUint64(&s.hash); h != 0 {
		return h
	}
	return s.makeHash()
}

func (s *Str) makeHash() uint64 {
	h := hashText(s.s)
	atomic.StoreUint64(&s.hash, h)
	return h
}

// hashText hashes text eight bytes at a time, folding the 128-bit product of each
// with a constant. It is never 0.
func hashText(s string) uint64 {
	const k0, k1 = 0xa0761d6478bd642f, 0xe7037ed1a0b428db
	h := uint64(len(s)) * k1
	for len(s) >= 8 {
		hi, lo := bits.Mul64(h^word(s), k0)
		h = hi ^ lo
		s = s[8:]
	}
	var last uint64
	for i := 0; i < len(s); i++ {
		last = last<<8 | uint64(s[i])
	}
	hi, lo := bits.Mul64(h^last, k1)
	h = hi ^ lo
	if h == 0 {
		h = 1
	}
	return h
}

// word is the first eight bytes of s.
func word(s string) uint64 {
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// countCodePoints counts the bytes that do not continue a code point.
func countCodePoints(s string) int {
	n := len(s)
	for len(s) >= 8 {
		w := word(s)
		n -= bits.OnesCount64(w & ^(w << 1) & 0x8080808080808080)
		s = s[8:]
	}
	for i := 0; i < len(s); i++ {
		if s[i]&0xC0 == 0x80 {
			n--
		}
	}
	return n
}

// decodeCodePoint is the first code point of s and its length in bytes. Unlike
// utf8.DecodeRuneInString it knows lone surrogates.
func decodeCodePoint(s string) (rune, int) {
	if s[0] < utf8.RuneSelf {
		return rune(s[0]), 1
	}
	c, n := utf8.DecodeRuneInString(s)
	if c == utf8.RuneError && n == 1 && len(s) >= 3 {
		return rune(s[0]&0x0F)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	return c, n
}

// decodeLastCodePoint is the last code point of s and its length in bytes.
func decodeLastCodePoint(s string) (rune, int) {
	i := len(s) - 1
	for s[i]&0xC0 == 0x80 {
		i--
	}
	return decodeCodePoint(s[i:])
}

// appendCodePoint appends the code point c, which may be a surrogate.
func appendCodePoint(b []byte, c rune) []byte {
	if c >= 0xD800 && c <= 0xDFFF {
		return append(b, 0xED, 0x80|byte(c>>6)&0x3F, 0x80|byte(c)&0x3F)
	}
	return utf8.AppendRune(b, c)
}

// strChar is the str of one code point.
func strChar(c rune) Value {
	if c < 256 {
		return obj(&oneChar[c])
	}
	return obj(&Str{Hdr: Hdr{&StrType}, s: string(appendCodePoint(nil, c)), n: 1})
}

func compareStr(t *Thread, op compiler.CompareOp, a, b Value) (Value, error) {
	x, y := AsStr(a), AsStr(b)
	if x == nil || y == nil {
		return NotImplemented, nil
	}
	switch op {
	case compiler.Eq:
		return Bool(x.s == y.s), nil
	case compiler.Ne:
		return Bool(x.s != y.s), nil
	}
	// The order of UTF-8 is that of code points.
	return compared(op, strings.Compare(x.s, y.s)), nil
}

// compared turns the order of two values (negative, 0, positive) into the result
// of a comparison.
func compared(op compiler.CompareOp, order int) Value {
	switch op {
	case compiler.Eq:
		return Bool(order == 0)
	case compiler.Ne:
		return Bool(order != 0)
	case compiler.Lt:
		return Bool(order < 0)
	case compiler.Le:
		return Bool(order <= 0)
	case compiler.Gt:
		return Bool(order > 0)
	}
	return Bool(order >= 0)
}

func binaryStr(t *Thread, op compiler.BinaryOp, a, b Value) (Value, error) {
	switch op {
	case compiler.Add:
		x, y := AsStr(a), AsStr(b)
		if x == nil || y == nil {
			return NotImplemented, nil
		}
		return t.concat(x, y)
	case compiler.Mul:
		s, by := AsStr(a), b
		if s == nil {
			s, by = AsStr(b), a
		}
		n, ok, err := t.repeatCount(by)
		if err != nil || !ok {
			return NotImplemented, err
		}
		return t.repeatStr(s, n)
	case compiler.Mod:
		if x := AsStr(a); x != nil {
			v, err := t.percentFormat(x.s, b, false)
			if err == nil && x.s != "" && strings.IndexByte(x.s, '%') < 0 {
				return a, nil // as it is, of whatever class
			}
			return v, err
		}
	}
	return NotImplemented, nil
}

// repeatCount is the right operand of a sequence's *; ok is false if it is no
// integer.
func (t *Thread) repeatCount(v Value) (n int64, ok bool, err error) {
	i, ok, err := t.Index(v)
	if err != nil || !ok {
		return 0, false, err
	}
	if i.p != nil {
		return 0, false, t.OverflowErrorf("cannot fit '%s' into an index-sized integer", v.Type().Name)
	}
	return max(i.n, 0), true, nil
}

func (t *Thread) repeatStr(s *Str, n int64) (Value, error) {
	if n == 1 && s.typ == &StrType {
		return obj(s), nil
	}
	if s.n > 0 && n > math.MaxInt64/int64(s.n) {
		return Value{}, t.OverflowErrorf("repeated string is too long")
	}
	if err := t.reserveTimes(len(s.s), n); err != nil {
		return Value{}, err
	}
	return obj(strOf(strings.Repeat(s.s, int(n)), s.n*int(n))), nil
}

// longText is the length from which + leaves room behind its result.
const longText = 256

// concat is x + y. So that a loop of s += "…" is not quadratic, a long result is
// made in a buffer with room behind it, and adding to the string that is the
// whole content of its buffer writes into that room; the bytes of a string never
// change.
func (t *Thread) concat(x, y *Str) (Value, error) {
	if x.s == "" && y.typ == &StrType {
		return obj(y), nil
	}
	if y.s == "" && x.typ == &StrType {
		return obj(x), nil
	}
	size := len(x.s) + len(y.s)
	if size < longText || len(x.s) < len(y.s) {
		s, text := roomForText(size)
		copy(text[copy(text, x.s):], y.s)
		s.n = x.n + y.n
		return obj(s), nil
	}
	if x.ext != nil && x.ext.tail != nil && len(*x.ext.tail) == len(x.s) {
		tail := x.ext.tail
		if cap(*tail) < size {
			if err := t.reserve(size + size/2); err != nil {
				return Value{}, err
			}
		}
		*tail = append(*tail, y.s...)
		return obj(strIn(tail, x.n+y.n)), nil
	}
	if err := t.reserve(size); err != nil {
		return Value{}, err
	}
	b := make([]byte, 0, size+size/8)
	b = append(append(b, x.s...), y.s...)
	return obj(strIn(&b, x.n+y.n)), nil
}

// strIn makes a str of the whole content of a buffer, which is only appended to
// from now on.
func strIn(b *[]byte, n int) *Str {
	return &Str{Hdr: Hdr{&StrType}, s: unsafe.String(&(*b)[0], len(*b)), n: n, ext: &strExt{tail: b}}
}

func containsStr(t *Thread, v, item Value) (bool, error) {
	sub := AsStr(item)
	if sub == nil {
		return false, t.TypeErrorf("'in <string>' requires string as left operand, not %s", item.Type().Name)
	}
	return strings.Contains(AsStr(v).s, sub.s), nil
}

// The iterators over ASCII and over other strings: CPython names them apart.
var strIterType, strWideIterType Type

// strIter iterates over the code points of a str.
type strIter struct {
	Hdr
	s  *Str
	at int // byte offset
}

func nextStr(t *Thread, v Value) (Value, bool, error) {
	it := (*strIter)(v.p)
	if it.at >= len(it.s.s) {
		return Value{}, false, nil
	}
	rest := it.s.s[it.at:]
	if rest[0] < utf8.RuneSelf {
		it.at++
		return obj(&oneChar[rest[0]]), true, nil
	}
	c, n := decodeCodePoint(rest)
	it.at += n
	return strChar(c), true, nil
}

// The signature of str(), and the one by which it counts its arguments.
var (
	strSig      = parseSig("object='', encoding='utf-8', errors='strict'")
	strPlainSig = classSig("object='', encoding='utf-8', errors='strict', /")
)

func newStr(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	if cls == &StrType && len(args) == 1 && len(kwnames) == 0 {
		return t.strValue(args[0])
	}
	sig := strSig
	if len(kwnames) == 0 && cls == &StrType {
		sig = strPlainSig
	}
	args, err := sig.bind(t, "str", args, kwnames)
	if err != nil {
		return Value{}, err
	}
	if sig == strPlainSig {
		// Of what is given by position None is called by its type.
		for i, v := range args[1:] {
			switch s := AsStr(v); {
			case v.IsMissing():
			case s == nil:
				return Value{}, t.TypeErrorf("str() argument '%s' must be str, not %s", sig.params[i+1].name, v.Type().qualifiedName())
			case strings.Contains(s.s, "\x00"):
				return Value{}, t.ValueErrorf("embedded null character")
			}
		}
	}
	var s *Str
	switch v := args[0]; {
	case !args[1].IsMissing() || !args[2].IsMissing():
		if s, err = t.decodeArg(args[0], args[1], args[2]); err != nil {
			return Value{}, err
		}
	case v.IsMissing():
		s = &emptyStr
	default:
		sv, err := t.strValue(v)
		if err != nil {
			return Value{}, err
		}
		s = (*Str)(sv.p)
	}
	if cls != &StrType {
		s = &Str{Hdr: Hdr{cls}, s: s.s, n: s.n}
	}
	return obj(s), nil
}

// strValue is str(v) as a value: as a program's own method gives it.
func (t *Thread) strValue(v Value) (Value, error) {
	switch {
	case v.p == nil:
		var buf [20]byte
		return obj(newText(strconv.AppendInt(buf[:0], v.n, 10))), nil
	case v.Type() == &StrType:
		return v, nil
	}
	d := dunderStr
	if v.Type().Str == nil {
		d = dunderRepr
	}
	if v.Type().writes(d) {
		return t.textOfOwn(d, v, "__str__", " while getting the str of an object")
	}
	return newStrOr(t.Str(v))
}

// reprValue is repr(v) as a value: as a program's own method gives it.
func (t *Thread) reprValue(v Value) (Value, error) {
	if v.Type().writes(dunderRepr) {
		return t.textOfOwn(dunderRepr, v, "__repr__", " while getting the repr of an object")
	}
	return newStrOr(t.Repr(v))
}

// textOfOwn is textSpecial for a method of the program's, which may recurse: what it is
// called for then stands in the error.
func (t *Thread) textOfOwn(d dunder, v Value, shown, during string) (Value, error) {
	if err := t.enter(during); err != nil {
		return Value{}, err
	}
	defer t.leave()
	return t.textSpecial(d, v, shown)
}

// newStrOr is the str of a text, unless making the text failed.
func newStrOr(text string, err error) (Value, error) {
	if err != nil {
		return Value{}, err
	}
	return NewStr(text), nil
}
