package runtime

import (
	"math/bits"
	"strings"

	"github.com/coro-lang/coro/lang/compiler"
)

var tupleSpec = Spec{
	Name: "tuple", Layout: true, Sequence: true, NoKeywords: true, Repeats: true,
	Slots: Slots{
		New: tupleNew, Repr: tupleRepr, Len: tupleLen, Hash: tupleHash, Compare: tupleCompare,
		Binary: tupleBinary, GetItem: tupleGetItem, Contains: tupleContains, Iter: tupleIterOf,
	},
	Methods: []Method{
		{Name: "count", Sig: "value, /", Fn: tupleCount},
		{Name: "index", Sig: "value, start=0, stop=9223372036854775807, /", Fn: tupleIndex},
		{Name: "__getnewargs__", Fn: func(_ *Thread, a []Value) (Value, error) {
			return NewTuple([]Value{NewTuple((*Tuple)(a[0].p).items)}), nil
		}},
		{Name: "__class_getitem__", Sig: "object, /", Kind: ClassMethod, Fn: classGetItemAlias},
	},
}

func init() {
	Define(&TupleType, &tupleSpec)
}

var (
	tupleSig = classSig("iterable=(), /")
	noItems  = Tuple{Hdr: Hdr{&TupleType}}
)

// emptyTuple is (), of which there is one.
var emptyTuple = obj(&noItems)

func tupleNew(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	a, err := tupleSig.bind(t, "tuple", args, kwnames)
	if err != nil {
		return Value{}, err
	}
	if cls == &TupleType && !a[0].IsMissing() && a[0].Type() == &TupleType {
		return a[0], nil
	}
	var items []Value
	if !a[0].IsMissing() {
		if items, err = t.Collect(a[0]); err != nil {
			return Value{}, err
		}
	}
	if cls == &TupleType && len(items) == 0 {
		return emptyTuple, nil
	}
	return obj(&Tuple{Hdr: Hdr{cls}, items: items}), nil
}

func tupleRepr(t *Thread, v Value) (string, error) {
	items := (*Tuple)(v.p).items
	if len(items) == 0 {
		return "()", nil
	}
	if t.beginRepr(v) {
		return "(...)", nil
	}
	defer t.endRepr()
	var b strings.Builder
	end := ")"
	if len(items) == 1 {
		end = ",)"
	}
	err := t.reprItems(&b, "(", end, items)
	return b.String(), err
}

func tupleLen(_ *Thread, v Value) (int, error) { return len((*Tuple)(v.p).items), nil }

// The primes of xxHash, with which CPython mixes the hashes of a tuple's items.
const (
	xxPrime1 = 11400714785074694791
	xxPrime2 = 14029467366897019727
	xxPrime5 = 2870177450012600261
)

// hashLanes mixes the hashes of items.
func (t *Thread) hashLanes(items []Value) (uint64, error) {
	acc := uint64(xxPrime5)
	for _, x := range items {
		h, err := t.keyHash(x)
		if err != nil {
			return 0, err
		}
		acc = bits.RotateLeft64(acc+h*xxPrime2, 31) * xxPrime1
	}
	return neverMinusOne(acc, 1546275796), nil
}

// neverMinusOne is h, or instead if h is -1, which no hash is.
func neverMinusOne(h, instead uint64) uint64 {
	if h == 1<<64-1 {
		return instead
	}
	return h
}

func tupleHash(t *Thread, v Value) (uint64, error) {
	if err := t.enter(" in comparison"); err != nil {
		return 0, err
	}
	defer t.leave()
	items := (*Tuple)(v.p).items
	acc := uint64(xxPrime5)
	for _, x := range items {
		h, err := t.keyHash(x)
		if err != nil {
			return 0, err
		}
		acc = bits.RotateLeft64(acc+h*xxPrime2, 31) * xxPrime1
	}
	acc += uint64(len(items)) ^ (xxPrime5 ^ 3527539)
	return neverMinusOne(acc, 1546275796), nil
}

func tupleCompare(t *Thread, op compiler.CompareOp, a, b Value) (Value, error) {
	x, y := AsTuple(a), AsTuple(b)
	if x == nil || y == nil {
		return NotImplemented, nil
	}
	return t.compareItems(op, x.items, y.items)
}

func tupleBinary(t *Thread, op compiler.BinaryOp, a, b Value) (Value, error) {
	switch op {
	case compiler.Add:
		x, y := AsTuple(a), AsTuple(b)
		if x == nil || y == nil {
			return NotImplemented, nil
		}
		switch {
		case len(y.items) == 0 && x.typ == &TupleType:
			return a, nil
		case len(x.items) == 0 && y.typ == &TupleType:
			return b, nil
		}
		n := len(x.items) + len(y.items)
		if err := t.reserve(n * valueSize); err != nil {
			return Value{}, err
		}
		items := make([]Value, n)
		copy(items[copy(items, x.items):], y.items)
		return NewTuple(items), nil
	case compiler.Mul:
		seq, n, ok, err := t.repeatArgs(&TupleType, a, b)
		if err != nil || !ok {
			return NotImplemented, err
		}
		if n == 1 && (*Tuple)(seq.p).typ == &TupleType {
			return seq, nil
		}
		items, err := t.repeated((*Tuple)(seq.p).items, n)
		return NewTuple(items), err
	}
	return NotImplemented, nil
}

func tupleGetItem(t *Thread, v, key Value) (Value, error) {
	items := (*Tuple)(v.p).items
	if s := AsSlice(key); s != nil {
		start, step, count, err := s.resolve(t, len(items))
		if err != nil {
			return Value{}, err
		}
		if count == len(items) && step == 1 && v.Type() == &TupleType {
			return v, nil
		}
		items, err := t.sliced(items, start, step, count)
		return NewTuple(items), err
	}
	i, ok, err := t.seqIndex(key, len(items), "tuple indices must be integers or slices, not %s")
	if err != nil {
		return Value{}, err
	}
	if !ok {
		return Value{}, t.IndexErrorf("tuple index out of range")
	}
	return items[i], nil
}

func tupleContains(t *Thread, v, item Value) (bool, error) {
	for _, x := range (*Tuple)(v.p).items {
		eq, err := t.Equal(x, item)
		if err != nil || eq {
			return eq, err
		}
	}
	return false, nil
}

func tupleIterOf(_ *Thread, v Value) (Value, error) {
	return obj(&tupleIter{Hdr{&tupleIterType}, (*Tuple)(v.p).items}), nil
}

func tupleCount(t *Thread, a []Value) (Value, error) {
	n := int64(0)
	for _, x := range (*Tuple)(a[0].p).items {
		eq, err := t.Equal(x, a[1])
		if err != nil {
			return Value{}, err
		}
		if eq {
			n++
		}
	}
	return Int(n), nil
}

func tupleIndex(t *Thread, a []Value) (Value, error) {
	items := (*Tuple)(a[0].p).items
	lo, hi, err := t.indexRange(a[2], a[3], len(items))
	if err != nil {
		return Value{}, err
	}
	for i := lo; i < hi && i < len(items); i++ {
		eq, err := t.Equal(items[i], a[1])
		if err != nil {
			return Value{}, err
		}
		if eq {
			return Int(int64(i)), nil
		}
	}
	return Value{}, t.ValueErrorf("tuple.index(x): x not in tuple")
}
