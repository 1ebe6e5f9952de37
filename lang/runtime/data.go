package runtime

import (
	"math/big"
	"slices"
)

// The structs of the builtin data types. Each type's behaviour is in the file
// named after it.

// BigInt is an int beyond 64 bits. Small values are never kept in one.
type BigInt struct {
	Hdr
	b big.Int
}

// IntObj is an instance of a subclass of int.
type IntObj struct {
	Hdr
	attrs Attrs
	val   Value // an int
}

// FloatObj is an instance of a subclass of float.
type FloatObj struct {
	Hdr
	attrs Attrs
	val   float64
}

// Str is a str: UTF-8, lone surrogates in their three-byte form. It never
// changes.
type Str struct {
	Hdr
	s    string
	n    int     // length in code points; len(s) if all are ASCII
	hash uint64  // see Hash; 0 is "not yet"
	ext  *strExt // what few strings need, or nil
}

// BytesObj is a bytes object.
type BytesObj struct {
	Hdr
	b     string
	attrs *Attrs // of an instance of a subclass
}

// List is a list.
type List struct {
	Hdr
	items []Value
	attrs *Attrs
}

// Tuple is a tuple.
type Tuple struct {
	Hdr
	items []Value
	attrs *Attrs
}

// Range is a range; bounds are ints of any size.
type Range struct {
	Hdr
	start, stop, step Value
	n                 Value // its length
}

// Slice is a slice object.
type Slice struct {
	Hdr
	lo, hi, step Value
}

// Cell holds a variable that functions share.
type Cell struct {
	Hdr
	v Value
}

// NewList makes a list that takes items over.
func NewList(items []Value) Value { return obj(&List{Hdr: Hdr{&ListType}, items: items}) }

// NewTuple makes a tuple that takes items over; they must not change.
func NewTuple(items []Value) Value { return obj(&Tuple{Hdr: Hdr{&TupleType}, items: items}) }

// Items is the list's items; a caller that runs program code meanwhile must
// look again.
func (l *List) Items() []Value { return l.items }

// Append adds v at the end.
func (l *List) Append(v Value) {
	if len(l.items) == cap(l.items) {
		l.grow()
	}
	l.items = append(l.items, v)
}

// grow makes room behind the items: for four at first, and for long lists more
// than append would.
func (l *List) grow() {
	switch n := len(l.items); {
	case n < 4:
		l.items = slices.Grow(l.items, 4)
	case 2*n >= largeArray:
		l.items = append(makeValues(0, 2*n), l.items...)
	case n >= 256:
		l.items = slices.Grow(l.items, n)
	}
}

// Items is the tuple's items.
func (t *Tuple) Items() []Value { return t.items }

// NewBytes makes a bytes object of the bytes of s. There is one that is empty and one
// of each single byte, as in CPython.
func NewBytes(s string) Value {
	if len(s) <= 1 {
		return shortBytes(s)
	}
	return obj(&BytesObj{Hdr: Hdr{&BytesType}, b: s})
}

// NewInt makes an int of any size; b is not kept.
func NewInt(b *big.Int) Value {
	if b.IsInt64() {
		return Int(b.Int64())
	}
	o := &BigInt{Hdr: Hdr{&IntType}}
	o.b.Set(b)
	return obj(o)
}

// AsStr returns v as a *Str if it is a str or an instance of a subclass.
func AsStr(v Value) *Str { return As[Str](v, &StrType) }

// AsList returns v as a *List if it is a list or an instance of a subclass.
func AsList(v Value) *List { return As[List](v, &ListType) }

// AsTuple returns v as a *Tuple if it is a tuple or an instance of a subclass.
func AsTuple(v Value) *Tuple { return As[Tuple](v, &TupleType) }

// AsDict returns v as a *Dict if it is a dict or an instance of a subclass.
func AsDict(v Value) *Dict { return As[Dict](v, &DictType) }

// AsSet returns v as a *Set if it is a set, a frozenset or of a subclass.
func AsSet(v Value) *Set {
	if s := As[Set](v, &SetType); s != nil {
		return s
	}
	return As[Set](v, &FrozenSetType)
}

// AsBytes returns v as a *BytesObj if it is a bytes object.
func AsBytes(v Value) *BytesObj { return As[BytesObj](v, &BytesType) }

// String is the bytes as a Go string.
func (b *BytesObj) String() string { return b.b }

// IntOf is the exact int of an int or of an instance of a subclass; ok is false
// for other values.
func IntOf(v Value) (n Value, ok bool) {
	if !isInt(v) {
		return Value{}, false
	}
	return intOf(v), true
}

// FloatOf is the value of a float or of an instance of a subclass; ok is false
// for other values.
func FloatOf(v Value) (f float64, ok bool) {
	if v.IsFloat() {
		return v.Float64(), true
	}
	if o := As[FloatObj](v, &FloatType); o != nil {
		return o.val, true
	}
	return 0, false
}

// Len is the number of items.
func (l *List) Len() int { return len(l.items) }

// Pop removes the last item and returns it; the list must not be empty.
func (l *List) Pop() Value {
	n := len(l.items) - 1
	v := l.items[n]
	l.items[n] = Value{}
	l.items = l.items[:n]
	return v
}
