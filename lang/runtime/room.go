package runtime

import "unsafe"

// Objects that are made together with room for the values they hold: one
// allocation instead of two, as long as they are few.

// roomy is an object and its room.
type roomy[T, Room any] struct {
	o    T
	room Room
}

// withRoom makes a zero T and a slice of n values, beside it if there are up to
// eight of them.
func withRoom[T any](n int) (*T, []Value) {
	switch n {
	case 0:
		return new(T), nil
	case 1:
		x := new(roomy[T, [1]Value])
		return &x.o, x.room[:]
	case 2:
		x := new(roomy[T, [2]Value])
		return &x.o, x.room[:]
	case 3:
		x := new(roomy[T, [3]Value])
		return &x.o, x.room[:]
	case 4:
		x := new(roomy[T, [4]Value])
		return &x.o, x.room[:]
	case 5, 6:
		x := new(roomy[T, [6]Value])
		return &x.o, x.room[:n:n]
	case 7, 8:
		x := new(roomy[T, [8]Value])
		return &x.o, x.room[:n:n]
	}
	return new(T), make([]Value, n)
}

// NewListOf makes a list of the items, which it copies.
func NewListOf(items []Value) Value {
	l, room := withRoom[List](len(items))
	l.typ = &ListType
	l.items = fill(room, items)
	return obj(l)
}

// newTupleOf makes a tuple of the items, which it copies.
func newTupleOf(items []Value) Value {
	tuple, room := withRoom[Tuple](len(items))
	tuple.typ = &TupleType
	tuple.items = fill(room, items)
	return obj(tuple)
}

// maxAhead is for how many items room is made before there are any.
const maxAhead = 1 << 23

// listFor makes an empty list with room for the items that an iterator of ours has
// left, if it is known how many.
func (t *Thread) listFor(it Value) Value {
	n := 0
	switch it.Type() {
	case &rangeIterType:
		n = int((*rangeIter)(it.p).left)
	case &listIterType:
		if x := (*listIter)(it.p); x.list != nil {
			n = len(x.list.items) - x.i
		}
	case &tupleIterType:
		n = len((*tupleIter)(it.p).items)
	}
	if n <= 0 || n > maxAhead || t.reserve(n*valueSize) != nil {
		return NewList(nil)
	}
	l, room := withRoom[List](n)
	l.typ, l.items = &ListType, room[:0]
	return obj(l)
}

// fill copies src to dst, which is as long, and returns dst.
func fill(dst, src []Value) []Value {
	if len(src) > 8 {
		copy(dst, src)
	} else {
		copyFew(unsafe.Pointer(unsafe.SliceData(dst)), unsafe.Pointer(unsafe.SliceData(src)), len(src))
	}
	return dst
}
