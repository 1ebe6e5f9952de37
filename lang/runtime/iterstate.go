package runtime

import "math/big"

// Where an iterator is, for those who ask: __reduce__ and __setstate__, by which
// module copy copies it, and __length_hint__.

// reduceRow is the __reduce__ of an iterator type.
func reduceRow(f func(t *Thread, v Value) (Value, error)) Method {
	return Method{Name: "__reduce__", Fn: func(t *Thread, a []Value) (Value, error) { return f(t, a[0]) }}
}

// Reduced is what __reduce__ gives: what to call with which arguments to have the
// object again, and its state, if __setstate__ is to be told one.
func Reduced(f Value, args []Value, state ...Value) (Value, error) {
	return NewTuple(append([]Value{f, NewTuple(args)}, state...)), nil
}

// ReducedToIter is Reduced to iter(v).
func ReducedToIter(v Value, state ...Value) (Value, error) {
	return Reduced(builtinNames["iter"].value(), []Value{v}, state...)
}

// toRest is reduced to iter of a list of the items left, which are taken from rest.
func toRest(t *Thread, rest Value) (Value, error) {
	items, err := t.Collect(rest)
	if err != nil {
		return Value{}, err
	}
	return ReducedToIter(NewList(items))
}

// hintRow is __length_hint__: how many items are left.
func hintRow(left func(v Value) int) Method {
	return Method{Name: "__length_hint__", Fn: func(_ *Thread, a []Value) (Value, error) {
		return Int(int64(max(left(a[0]), 0))), nil
	}}
}

// stateRow is the __setstate__ of an iterator whose state is an index.
func stateRow(set func(v Value, i int)) Method {
	return Method{Name: "__setstate__", Sig: "state, /", Fn: func(t *Thread, a []Value) (Value, error) {
		if !isInt(a[1]) {
			return Value{}, t.TypeErrorf("an integer is required")
		}
		i, err := t.IntArg(a[1])
		if err == nil {
			set(a[0], int(i))
		}
		return None, err
	}}
}

// clamp is i within 0 and n.
func clamp(i, n int) int { return min(max(i, 0), n) }

// listIterState: an exhausted iterator stays so.
var listIterState = []Method{
	reduceRow(func(_ *Thread, v Value) (Value, error) {
		it := (*listIter)(v.p)
		if it.list == nil {
			return ReducedToIter(NewList(nil))
		}
		return ReducedToIter(obj(it.list), Int(int64(it.i)))
	}),
	hintRow(func(v Value) int {
		it := (*listIter)(v.p)
		if it.list == nil {
			return 0
		}
		return len(it.list.items) - it.i
	}),
	stateRow(func(v Value, i int) {
		it := (*listIter)(v.p)
		switch {
		case i < 0:
			it.list = nil
		case it.list != nil:
			it.i = min(i, len(it.list.items))
		}
	}),
}

var listReverseState = []Method{
	reduceRow(func(_ *Thread, v Value) (Value, error) {
		it := (*listReverseIter)(v.p)
		if it.list == nil {
			return Reduced(obj(&reversedType), []Value{NewList(nil)})
		}
		return Reduced(obj(&reversedType), []Value{obj(it.list)}, Int(int64(it.i)))
	}),
	hintRow(func(v Value) int {
		it := (*listReverseIter)(v.p)
		if it.list == nil || it.i >= len(it.list.items) {
			return 0
		}
		return it.i + 1
	}),
	stateRow(func(v Value, i int) {
		if it := (*listReverseIter)(v.p); it.list != nil {
			it.i = min(max(i, -1), len(it.list.items)-1)
		}
	}),
}

// tupleIterState: the iterator keeps no items that it gave, so its index counts from
// the next one.
var tupleIterState = []Method{
	reduceRow(func(_ *Thread, v Value) (Value, error) {
		if it := (*tupleIter)(v.p); len(it.items) > 0 {
			return ReducedToIter(NewTuple(it.items), Int(0))
		}
		return ReducedToIter(emptyTuple)
	}),
	hintRow(func(v Value) int { return len((*tupleIter)(v.p).items) }),
	stateRow(func(v Value, i int) {
		it := (*tupleIter)(v.p)
		it.items = it.items[clamp(i, len(it.items)):]
	}),
}

// bytesIterState: as of tuples.
var bytesIterState = []Method{
	reduceRow(func(_ *Thread, v Value) (Value, error) {
		if it := (*bytesIter)(v.p); it.rest != "" {
			return ReducedToIter(NewBytes(it.rest), Int(0))
		}
		return ReducedToIter(emptyTuple)
	}),
	hintRow(func(v Value) int { return len((*bytesIter)(v.p).rest) }),
	stateRow(func(v Value, i int) {
		it := (*bytesIter)(v.p)
		it.rest = it.rest[clamp(i, len(it.rest)):]
	}),
}

var strIterState = []Method{
	reduceRow(func(_ *Thread, v Value) (Value, error) {
		it := (*strIter)(v.p)
		if it.at >= len(it.s.s) {
			return ReducedToIter(obj(&emptyStr))
		}
		return ReducedToIter(obj(it.s), Int(int64(countCodePoints(it.s.s[:it.at]))))
	}),
	hintRow(func(v Value) int {
		it := (*strIter)(v.p)
		return countCodePoints(it.s.s[it.at:])
	}),
	stateRow(func(v Value, i int) {
		it := (*strIter)(v.p)
		it.at = it.s.offset(clamp(i, it.s.n))
	}),
}

// endOfRange is where a range's iterator is after n more numbers.
func endOfRange(next, step, n Value) Value {
	d := new(big.Int).Mul(BigOf(step), BigOf(n))
	return takeBig(d.Add(d, BigOf(next)))
}

var rangeIterState = []Method{
	reduceRow(func(_ *Thread, v Value) (Value, error) {
		it := (*rangeIter)(v.p)
		return ReducedToIter(newRange(Int(it.next), endOfRange(Int(it.next), Int(it.step), Int(it.left)), Int(it.step)), None)
	}),
	hintRow(func(v Value) int { return int((*rangeIter)(v.p).left) }),
	stateRow(func(v Value, i int) {
		it := (*rangeIter)(v.p)
		n := min(max(int64(i), 0), it.left)
		it.next += n * it.step
		it.left -= n
	}),
}

var bigRangeIterState = []Method{
	reduceRow(func(_ *Thread, v Value) (Value, error) {
		it := (*bigRangeIter)(v.p)
		return ReducedToIter(newRange(it.next, endOfRange(it.next, it.step, it.left), it.step), None)
	}),
	{Name: "__length_hint__", Fn: func(_ *Thread, a []Value) (Value, error) { return (*bigRangeIter)(a[0].p).left, nil }},
	{Name: "__setstate__", Sig: "state, /", Fn: func(t *Thread, a []Value) (Value, error) {
		it := (*bigRangeIter)(a[0].p)
		if !isInt(a[1]) {
			return Value{}, t.TypeErrorf("state must be an int, not %s", a[1].Type().Name)
		}
		n, left := BigOf(intOf(a[1])), BigOf(it.left)
		if n.Sign() < 0 {
			return None, nil
		}
		if n.Cmp(left) > 0 {
			n = left
		}
		it.next = endOfRange(it.next, it.step, takeBig(n))
		it.left = takeBig(new(big.Int).Sub(left, n))
		return None, nil
	}},
}

var seqIterState = []Method{
	reduceRow(func(_ *Thread, v Value) (Value, error) {
		it := (*seqIter)(v.p)
		if it.seq.IsMissing() {
			return ReducedToIter(emptyTuple)
		}
		return ReducedToIter(it.seq, Int(it.i))
	}),
	{Name: "__length_hint__", Fn: func(t *Thread, a []Value) (Value, error) {
		it := (*seqIter)(a[0].p)
		if it.seq.IsMissing() {
			return Int(0), nil
		}
		if it.seq.Type().Len == nil {
			return NotImplemented, nil
		}
		n, err := t.Len(it.seq)
		return Int(max(int64(n)-it.i, 0)), err
	}},
	stateRow(func(v Value, i int) { (*seqIter)(v.p).i = int64(max(i, 0)) }),
}

var callIterState = []Method{reduceRow(func(t *Thread, v Value) (Value, error) {
	it := (*callIter)(v.p)
	if it.f.IsMissing() {
		return ReducedToIter(emptyTuple)
	}
	return Reduced(builtinNames["iter"].value(), []Value{it.f, it.sentinel})
})}

// dictIterState: a copy iterates over a list of what is left.
var dictIterState = []Method{
	reduceRow(func(t *Thread, v Value) (Value, error) {
		rest := *(*dictIter)(v.p)
		return toRest(t, obj(&rest))
	}),
	hintRow(func(v Value) int {
		it := (*dictIter)(v.p)
		if it.d == nil || it.used != it.d.used {
			return 0
		}
		return it.left
	}),
}

// setIterState: as of dicts.
var setIterState = []Method{
	reduceRow(func(t *Thread, v Value) (Value, error) {
		rest := *(*setIter)(v.p)
		return toRest(t, obj(&rest))
	}),
	hintRow(func(v Value) int {
		it := (*setIter)(v.p)
		if it.s == nil || it.used != it.s.d.used {
			return 0
		}
		left := 0
		for i := it.s.d.skip(it.pos); i >= 0; i = it.s.d.skip(i + 1) {
			left++
		}
		return left
	}),
}

var reversedState = []Method{
	reduceRow(func(_ *Thread, v Value) (Value, error) {
		it := As[reversedIter](v, &reversedType)
		if it.seq.IsMissing() || it.i < 0 {
			return Reduced(obj(v.Type()), []Value{emptyTuple})
		}
		return Reduced(obj(v.Type()), []Value{it.seq}, Int(int64(it.i)))
	}),
	{Name: "__length_hint__", Fn: func(t *Thread, a []Value) (Value, error) {
		it := As[reversedIter](a[0], &reversedType)
		if it.seq.IsMissing() || it.i < 0 {
			return Int(0), nil
		}
		n, err := t.Len(it.seq)
		if err != nil || n <= it.i {
			return Int(0), err
		}
		return Int(int64(it.i) + 1), nil
	}},
	{Name: "__setstate__", Sig: "state, /", Fn: func(t *Thread, a []Value) (Value, error) {
		i, err := t.IntArg(a[1])
		it := As[reversedIter](a[0], &reversedType)
		if err != nil || it.seq.IsMissing() {
			return None, err
		}
		n, err := t.Len(it.seq)
		it.i = min(max(int(i), -1), n-1)
		return None, err
	}},
}

var enumerateState = reduceRow(func(t *Thread, v Value) (Value, error) {
	it := As[enumerateIter](v, &enumerateType)
	return Reduced(obj(v.Type()), []Value{it.it, it.n})
})

var zipState = []Method{
	reduceRow(func(_ *Thread, v Value) (Value, error) {
		it := As[zipIter](v, &zipType)
		if it.strict {
			return Reduced(obj(v.Type()), it.its, True)
		}
		return Reduced(obj(v.Type()), it.its)
	}),
	{Name: "__setstate__", Sig: "state, /", Fn: func(t *Thread, a []Value) (Value, error) {
		strict, err := t.Truth(a[1])
		As[zipIter](a[0], &zipType).strict = strict
		return None, err
	}},
}

var mapState = reduceRow(func(t *Thread, v Value) (Value, error) {
	it := As[mapIter](v, &mapType)
	return Reduced(obj(v.Type()), append([]Value{it.f}, it.its...))
})

var filterState = reduceRow(func(t *Thread, v Value) (Value, error) {
	it := As[filterIter](v, &filterType)
	return Reduced(obj(v.Type()), []Value{it.f, it.it})
})
