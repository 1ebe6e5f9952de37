package runtime

import "github.com/coro-lang/coro/lang/compiler"

// The iterators of the sequences, and iter's own two kinds.

// The iterator types of this file.
var (
	listIterType, tupleIterType, rangeIterType, bigRangeIterType Type
	seqIterType, callIterType                                    Type
)

// listIter iterates over a list, which may change meanwhile; list is nil once it
// was exhausted.
type listIter struct {
	Hdr
	list *List
	i    int
}

// tupleIter iterates over a tuple's items.
type tupleIter struct {
	Hdr
	items []Value
}

// rangeIter iterates over a range within 64 bits: left numbers from next on.
type rangeIter struct {
	Hdr
	next, step, left int64
}

// bigRangeIter iterates over any other range.
type bigRangeIter struct {
	Hdr
	next, step, left Value
}

// seqIter iterates over an object that has only __getitem__; it is Missing once
// exhausted.
type seqIter struct {
	Hdr
	seq Value
	i   int64
}

// callIter is iter(f, sentinel); f is Missing once exhausted.
type callIter struct {
	Hdr
	f, sentinel Value
}

// NewCallIterator is iter(f, sentinel).
func NewCallIterator(f, sentinel Value) Value {
	return obj(&callIter{Hdr{&callIterType}, f, sentinel})
}

func newSeqIter(v Value) Value { return obj(&seqIter{Hdr{&seqIterType}, v, 0}) }

// iterSelf is the Iter slot of iterators.
func iterSelf(_ *Thread, v Value) (Value, error) { return v, nil }

// defineIter defines the type of an iterator.
func defineIter(typ *Type, name string, next func(t *Thread, v Value) (Value, bool, error), state []Method) {
	Define(typ, &Spec{Name: name, Layout: true, NoNew: true, Final: true, Slots: Slots{Iter: iterSelf, Next: next}, Methods: state})
}

func init() {
	defineIter(&listIterType, "list_iterator", listIterNext, listIterState)
	defineIter(&tupleIterType, "tuple_iterator", tupleIterNext, tupleIterState)
	defineIter(&rangeIterType, "range_iterator", rangeIterNext, rangeIterState)
	defineIter(&bigRangeIterType, "longrange_iterator", bigRangeIterNext, bigRangeIterState)
	defineIter(&seqIterType, "iterator", seqIterNext, seqIterState)
	defineIter(&callIterType, "callable_iterator", callIterNext, callIterState)
}

func listIterNext(_ *Thread, v Value) (Value, bool, error) {
	it := (*listIter)(v.p)
	if it.list == nil {
		return Value{}, false, nil
	}
	if it.i >= len(it.list.items) {
		it.list = nil
		return Value{}, false, nil
	}
	it.i++
	return it.list.items[it.i-1], true, nil
}

func tupleIterNext(_ *Thread, v Value) (Value, bool, error) {
	it := (*tupleIter)(v.p)
	if len(it.items) == 0 {
		return Value{}, false, nil
	}
	x := it.items[0]
	it.items = it.items[1:]
	return x, true, nil
}

func rangeIterNext(_ *Thread, v Value) (Value, bool, error) {
	it := (*rangeIter)(v.p)
	if it.left <= 0 {
		return Value{}, false, nil
	}
	x := it.next
	it.left--
	it.next += it.step
	return Int(x), true, nil
}

func bigRangeIterNext(t *Thread, v Value) (Value, bool, error) {
	it := (*bigRangeIter)(v.p)
	if it.left == Int(0) {
		return Value{}, false, nil
	}
	x := it.next
	var err error
	if it.next, err = t.Binary(compiler.Add, x, it.step, false); err != nil {
		return Value{}, false, err
	}
	if it.left, err = t.Binary(compiler.Sub, it.left, Int(1), false); err != nil {
		return Value{}, false, err
	}
	return x, true, nil
}

func seqIterNext(t *Thread, v Value) (Value, bool, error) {
	it := (*seqIter)(v.p)
	if it.seq.IsMissing() {
		return Value{}, false, nil
	}
	x, err := t.GetItem(it.seq, Int(it.i))
	if err != nil {
		if Is(err, &IndexErrorType) || Is(err, &StopIterationType) {
			it.seq, err = Missing, nil
		}
		return Value{}, false, err
	}
	it.i++
	return x, true, nil
}

func callIterNext(t *Thread, v Value) (Value, bool, error) {
	it := (*callIter)(v.p)
	if it.f.IsMissing() {
		return Value{}, false, nil
	}
	x, err := t.Call(it.f)
	if err != nil {
		if Is(err, &StopIterationType) {
			it.f, err = Missing, nil
		}
		return Value{}, false, err
	}
	if eq, err := t.Equal(it.sentinel, x); err != nil || eq {
		if eq {
			it.f = Missing
		}
		return Value{}, false, err
	}
	return x, true, nil
}
