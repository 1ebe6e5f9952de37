package runtime

import (
	"math"
	"strings"
	"sync"

	"github.com/coro-lang/coro/lang/compiler"
)

// bytes: making one and the operators.

// mostBytes is how wide CPython tries to make a string of bytes; more overflows.
const mostBytes = math.MaxInt64 - 33

var bytesSpec = Spec{
	Name:    "bytes",
	Layout:  true,
	Repeats: true,
	Doc:     "A string of bytes.",
	Methods: bytesMethods,
	Slots: Slots{
		New:      newBytes,
		Repr:     func(t *Thread, v Value) (string, error) { return reprBytes(bytesOf(v)), nil },
		Hash:     func(t *Thread, v Value) (uint64, error) { return hashText(bytesOf(v)), nil },
		Len:      func(t *Thread, v Value) (int, error) { return len(bytesOf(v)), nil },
		Compare:  compareBytes,
		Binary:   binaryBytes,
		GetItem:  getItemBytes,
		Contains: containsBytes,
		Iter: func(t *Thread, v Value) (Value, error) {
			return obj(&bytesIter{Hdr{&bytesIterType}, bytesOf(v)}), nil
		},
	},
}

func init() {
	Define(&BytesType, &bytesSpec)
	defineIter(&bytesIterType, "bytes_iterator", func(t *Thread, v Value) (Value, bool, error) {
		it := (*bytesIter)(v.p)
		if it.rest == "" {
			return Value{}, false, nil
		}
		c := it.rest[0]
		it.rest = it.rest[1:]
		return Int(int64(c)), true, nil
	}, bytesIterState)
}

var bytesIterType Type

// bytesIter iterates over a bytes object.
type bytesIter struct {
	Hdr
	rest string
}

// bytesOf is the content of a bytes object.
func bytesOf(v Value) string { return (*BytesObj)(v.p).b }

// bytesLike is the content of an argument that must be bytes.
func (t *Thread) bytesLike(v Value) (string, error) {
	if b := AsBytes(v); b != nil {
		return b.b, nil
	}
	return "", t.TypeErrorf("a bytes-like object is required, not '%s'", v.Type().Name)
}

var bytesSig = classSig("source=b'', encoding='utf-8', errors='strict'")

func newBytes(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	args, err := bytesSig.bind(t, "bytes", args, kwnames)
	if err != nil {
		return Value{}, err
	}
	b, err := t.makeBytes(args[0], args[1], args[2])
	if err != nil {
		return Value{}, err
	}
	switch {
	case cls != &BytesType:
		return obj(&BytesObj{Hdr: Hdr{cls}, b: b}), nil
	case isInt(args[0]):
		return freshBytes(b), nil
	}
	return partOf(args[0], b), nil
}

// freshBytes is NewBytes where CPython makes the object before it fills it in, and so
// one of its own of a single byte.
func freshBytes(s string) Value {
	if s == "" {
		return shortBytes(s)
	}
	return obj(&BytesObj{Hdr: Hdr{&BytesType}, b: s})
}

// shortBytes is the bytes object of up to one byte.
func shortBytes(s string) Value {
	table := allShort()
	if s == "" {
		return obj(&table[0])
	}
	return obj(&table[1+int(s[0])])
}

// allShort are the empty bytes object and those of each single byte.
var allShort = sync.OnceValue(func() *[257]BytesObj {
	table := new([257]BytesObj)
	for i := range table {
		table[i].typ = &BytesType
		if i > 0 {
			table[i].b = string([]byte{byte(i - 1)})
		}
	}
	return table
})

// partOf makes a bytes object of a part of v, which is v itself if that is bytes and the
// part all of it.
func partOf(v Value, part string) Value {
	if b := exact[BytesObj](v, &BytesType); b != nil && len(b.b) == len(part) {
		return v
	}
	return NewBytes(part)
}

func (t *Thread) makeBytes(v, encoding, errors Value) (string, error) {
	enc, handler, err := t.codecArgs("bytes", encoding, errors)
	if err != nil {
		return "", err
	}
	if encoding.IsMissing() && errors.IsMissing() && !v.IsMissing() && v.Type().flags&flagHeap != 0 {
		if b, ok, err := t.bytesMethod(v); ok || err != nil {
			return b, err
		}
	}
	if s := AsStr(v); s != nil {
		if encoding.IsMissing() {
			return "", t.TypeErrorf("string argument without an encoding")
		}
		return t.Encode(s, enc, handler)
	}
	if !encoding.IsMissing() {
		return "", t.TypeErrorf("encoding without a string argument")
	}
	if !errors.IsMissing() {
		return "", t.TypeErrorf("errors without a string argument")
	}
	if v.IsMissing() {
		return "", nil
	}
	n, ok, err := t.Index(v)
	switch {
	case err != nil && !Is(err, &TypeErrorType):
		return "", err
	case err == nil && ok:
		if n.p != nil {
			return "", t.OverflowErrorf("cannot fit '%s' into an index-sized integer", v.Type().Name)
		}
		if n.n < 0 {
			return "", t.ValueErrorf("negative count")
		}
		if n.n > mostBytes {
			return "", t.OverflowErrorf("byte string is too large")
		}
		if err := t.reserveTimes(1, n.n); err != nil {
			return "", err
		}
		return strings.Repeat("\x00", int(n.n)), nil
	}
	return t.bytesOfArg(v)
}

var nameBytes = NewStrObj("__bytes__")

// bytesMethod is the result of v.__bytes__(); ok is false if it has none.
func (t *Thread) bytesMethod(v Value) (b string, ok bool, err error) {
	r, ok, err := t.CallSpecial(v, nameBytes)
	if err != nil || !ok {
		return "", false, err
	}
	if o := AsBytes(r); o != nil {
		return o.b, true, nil
	}
	return "", false, t.TypeErrorf("__bytes__ returned non-bytes (type %s)", r.Type().Name)
}

// bytesOfArg is the bytes that v stands for: bytes, an object with __bytes__, or
// an iterable of ints.
func (t *Thread) bytesOfArg(v Value) (string, error) {
	if b := AsBytes(v); b != nil {
		return b.b, nil
	}
	if b, ok, err := t.bytesMethod(v); ok || err != nil {
		return b, err
	}
	words := "cannot convert '" + v.Type().Name + "' object to bytes"
	if AsStr(v) != nil {
		return "", t.TypeErrorf("%s", words)
	}
	it, err := t.iterOf(v, words)
	if err != nil {
		return "", err
	}
	if err := t.askLength(v); err != nil {
		return "", err
	}
	var b []byte
	err = t.eachNext(it, func(x Value) error {
		n, err := t.BigArg(x)
		if err != nil {
			return err
		}
		if !n.IsInt64() || n.Int64() < 0 || n.Int64() > 255 {
			return t.ValueErrorf("bytes must be in range(0, 256)")
		}
		b = append(b, byte(n.Int64()))
		return nil
	})
	return string(b), err
}

// reprBytes is repr of bytes.
func reprBytes(s string) string {
	quote := byte('\'')
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		quote = '"'
	}
	b := make([]byte, 0, len(s)+3)
	b = append(b, 'b', quote)
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == quote || c == '\\':
			b = append(b, '\\', c)
		case c == '\n':
			b = append(b, `\n`...)
		case c == '\r':
			b = append(b, `\r`...)
		case c == '\t':
			b = append(b, `\t`...)
		case c < ' ' || c >= 0x7F:
			b = append(b, '\\', 'x', hexDigits[c>>4], hexDigits[c&15])
		default:
			b = append(b, c)
		}
	}
	return string(append(b, quote))
}

func compareBytes(t *Thread, op compiler.CompareOp, a, b Value) (Value, error) {
	x, y := AsBytes(a), AsBytes(b)
	if x == nil || y == nil {
		return NotImplemented, nil
	}
	return compared(op, strings.Compare(x.b, y.b)), nil
}

func binaryBytes(t *Thread, op compiler.BinaryOp, a, b Value) (Value, error) {
	switch op {
	case compiler.Add:
		x, y := AsBytes(a), AsBytes(b)
		if x == nil || y == nil {
			return NotImplemented, nil
		}
		if err := t.reserve(len(x.b) + len(y.b)); err != nil {
			return Value{}, err
		}
		switch {
		case x.b == "":
			return partOf(b, y.b), nil
		case y.b == "":
			return partOf(a, x.b), nil
		}
		return NewBytes(x.b + y.b), nil
	case compiler.Mul:
		if AsBytes(a) == nil {
			a, b = b, a
		}
		s, by := AsBytes(a), b
		n, ok, err := t.repeatCount(by)
		if err != nil || !ok {
			return NotImplemented, err
		}
		if len(s.b) > 0 && n > math.MaxInt64/int64(len(s.b)) {
			return Value{}, t.OverflowErrorf("repeated bytes are too long")
		}
		if err := t.reserveTimes(len(s.b), n); err != nil {
			return Value{}, err
		}
		if n == 1 {
			return partOf(a, s.b), nil
		}
		return NewBytes(strings.Repeat(s.b, int(n))), nil
	case compiler.Mod:
		if x := AsBytes(a); x != nil {
			return t.percentFormat(x.b, b, true)
		}
	}
	return NotImplemented, nil
}

func getItemBytes(t *Thread, v, key Value) (Value, error) {
	b := bytesOf(v)
	if sl := exact[Slice](key, &SliceType); sl != nil {
		start, step, count, err := sl.resolve(t, len(b))
		if err != nil {
			return Value{}, err
		}
		if step == 1 {
			return partOf(v, b[start:start+count]), nil
		}
		return NewBytes(everyByte(b, start, step, count)), nil
	}
	i, ok, err := t.seqIndex(key, len(b), "byte indices must be integers or slices, not %s")
	if err != nil {
		return Value{}, err
	}
	if !ok {
		return Value{}, t.IndexErrorf("index out of range")
	}
	return Int(int64(b[i])), nil
}

func containsBytes(t *Thread, v, item Value) (bool, error) {
	sub, err := t.byteOrBytes(item, "a bytes-like object is required")
	if item.Type().flags&flagHeap != 0 && err != nil && !isInt(item) {
		// An __index__ that fails is as good as none.
		err = t.TypeErrorf("a bytes-like object is required, not '%s'", item.Type().Name)
	}
	return err == nil && strings.Contains(bytesOf(v), sub), err
}

// byteOrBytes is an argument that is bytes or one byte as an int; otherwise a
// TypeError of the words given.
func (t *Thread) byteOrBytes(v Value, words string) (string, error) {
	if b := AsBytes(v); b != nil {
		return b.b, nil
	}
	n, ok, err := t.Index(v)
	if err != nil {
		return "", err
	}
	if !ok {
		return "", t.TypeErrorf("%s, not '%s'", words, v.Type().Name)
	}
	if n.p != nil || n.n < 0 || n.n > 255 {
		return "", t.ValueErrorf("byte must be in range(0, 256)")
	}
	return string([]byte{byte(n.n)}), nil
}

// padding is how many bytes a string of n lacks to be as wide as asked.
func (t *Thread) padding(n int, width int64) (int, error) {
	if width > mostBytes {
		return 0, t.OverflowErrorf("byte string is too large")
	}
	missing := max(int(max(width, 0))-n, 0)
	return missing, t.reserve(missing)
}
