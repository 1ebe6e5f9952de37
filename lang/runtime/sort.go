package runtime

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
	"strings"

	"github.com/coro-lang/coro/lang/compiler"
)

// Sorting lists: which keys are compared, and how. Keys whose comparisons no
// program can see are sorted by numbers made of them; all others by CPython's
// algorithm, in merge.go.

// SortValues sorts items by the keys that the function key gives, or by
// themselves if it is None. On an error the items are still all there.
func (t *Thread) SortValues(items []Value, key Value, descending bool) error {
	if key.IsNone() {
		if descending {
			reverseItems(items)
			defer reverseItems(items)
		}
		if order := ranks(items, func(v Value) Value { return v }); order != nil {
			permute(items, order)
			return nil
		}
		return mergeSort(t, items, func(v Value) Value { return v })
	}
	keyed := make([]keyedValue, len(items))
	for i, v := range items {
		k, err := t.Call(key, v)
		if err != nil {
			return err
		}
		keyed[i] = keyedValue{k, v}
	}
	if descending {
		reverseItems(keyed)
		defer reverseItems(items)
	}
	var err error
	if order := ranks(keyed, func(k keyedValue) Value { return k.key }); order != nil {
		permute(keyed, order)
	} else {
		err = mergeSort(t, keyed, func(k keyedValue) Value { return k.key })
	}
	for i := range keyed {
		items[i] = keyed[i].val
	}
	return err
}

type keyedValue struct {
	key, val Value
}

// rank is the place of item i: by order, a number that grows with its key, then
// by the key, then by the item's place before.
type rank struct {
	order uint64
	i     int
}

// ranks is the sorted order of items whose keys are all machine ints, all floats,
// all exact strs, or tuples of such that are all alike; nil for others.
func ranks[T any](items []T, key func(T) Value) []rank {
	if len(items) < 2 {
		return nil
	}
	first := key(items[0])
	kind := rankKind(first)
	if kind == noRank {
		return nil
	}
	compare := func(a, b rank) int {
		if c := cmp.Compare(a.order, b.order); c != 0 {
			return c
		}
		if kind > floatRank {
			if c, _ := orderOf(key(items[a.i]), key(items[b.i]), 1); c != 0 {
				return c
			}
		}
		return cmp.Compare(a.i, b.i)
	}
	out := make([]rank, len(items))
	sorted := true
	for i, x := range items {
		k := key(x)
		if rankKind(k) != kind || kind == tupleRank && !alike(first, k) {
			return nil
		}
		out[i] = rank{rankOrder(k), i}
		sorted = sorted && (i == 0 || compare(out[i-1], out[i]) < 0)
	}
	switch {
	case sorted:
	case kind <= floatRank && len(out) >= manyRanks:
		return sortDigits(out)
	default:
		slices.SortFunc(out, compare)
	}
	return out
}

// manyRanks is how many numbers are sorted faster by their digits than by comparing.
const manyRanks = 256

// sortDigits sorts by order alone, a digit of eight bits after the other from the
// least on; ranks of the same order stay as they are. It returns the sorted ranks.
func sortDigits(from []rank) []rank {
	var counts [8][256]int
	for _, r := range from {
		for d := range counts {
			counts[d][byte(r.order>>(8*d))]++
		}
	}
	to := make([]rank, len(from))
	for d := range counts {
		next := &counts[d]
		if next[byte(from[0].order>>(8*d))] == len(from) {
			continue // all have the same digit
		}
		start := 0
		for digit, n := range next {
			next[digit] = start
			start += n
		}
		for _, r := range from {
			digit := byte(r.order >> (8 * d))
			to[next[digit]] = r
			next[digit]++
		}
		from, to = to, from
	}
	return from
}

// The kinds of key that ranks knows.
const (
	noRank = iota
	intRank
	floatRank
	strRank
	tupleRank
)

func rankKind(k Value) int {
	switch {
	case k.p == nil:
		return intRank
	case k.IsFloat():
		if f := k.Float64(); f != f {
			return noRank
		}
		return floatRank
	case (*Hdr)(k.p).typ == &StrType:
		return strRank
	case (*Hdr)(k.p).typ == &TupleType && len((*Tuple)(k.p).items) > 0:
		return tupleRank
	}
	return noRank
}

// alike says whether two tuples have items of the same simple kinds.
func alike(a, b Value) bool {
	x, y := (*Tuple)(a.p).items, (*Tuple)(b.p).items
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if kind := rankKind(x[i]); kind == noRank || kind == tupleRank || kind != rankKind(y[i]) {
			return false
		}
	}
	return true
}

// rankOrder is a number for a key; of two keys of one kind, the greater one has
// no smaller number.
func rankOrder(k Value) uint64 {
	switch rankKind(k) {
	case intRank:
		return uint64(k.n) ^ 1<<63
	case floatRank:
		// Negative numbers have the sign bit and grow downwards; -0.0 equals 0.0.
		bits := math.Float64bits(k.Float64() + 0)
		return bits ^ (uint64(int64(bits)>>63) | 1<<63)
	case strRank:
		var b [8]byte
		copy(b[:], (*Str)(k.p).s)
		return binary.BigEndian.Uint64(b[:])
	case tupleRank:
		return rankOrder((*Tuple)(k.p).items[0])
	}
	return 0
}

// permute brings items into the order of the ranks.
func permute[T any](items []T, order []rank) {
	old := append([]T(nil), items...)
	for i := range order {
		items[i] = old[order[i].i]
	}
}

// mergeSort sorts items by key with comparisons that a program may see.
func mergeSort[T any](t *Thread, items []T, key func(T) Value) error {
	var err error
	m := merger[T]{
		items: items,
		less: func(a, b T) bool {
			if err != nil {
				return false
			}
			var lt bool
			lt, err = t.less(key(a), key(b))
			return lt
		},
		stop: func() bool {
			if err == nil {
				err = t.poll()
			}
			return err != nil
		},
	}
	m.sort()
	return err
}

// less is a < b.
func (t *Thread) less(a, b Value) (bool, error) {
	if c, ok := orderOf(a, b, 4); ok {
		return c < 0, nil
	}
	return t.CompareBool(compiler.Lt, a, b)
}

// orderOf compares two values of simple types, or tuples of such down to depth;
// ok is false for others, and where they are equal but not alike.
func orderOf(a, b Value, depth int) (c int, ok bool) {
	if a.p == nil || b.p == nil {
		return cmp.Compare(a.n, b.n), a.p == b.p
	}
	switch typ := (*Hdr)(a.p).typ; {
	case typ != (*Hdr)(b.p).typ:
	case typ == &StrType:
		return strings.Compare((*Str)(a.p).s, (*Str)(b.p).s), true
	case typ == &FloatType:
		if a.IsFloat() && b.IsFloat() {
			x, y := a.Float64(), b.Float64()
			return cmp.Compare(x, y), x == x && y == y
		}
	case typ == &TupleType && depth > 0:
		x, y := (*Tuple)(a.p).items, (*Tuple)(b.p).items
		for i := 0; i < len(x) && i < len(y); i++ {
			if c, ok := orderOf(x[i], y[i], depth-1); c != 0 || !ok {
				return c, ok
			}
		}
		return cmp.Compare(len(x), len(y)), true
	}
	return 0, false
}

// listSort is list.sort. Meanwhile the list is empty, so that a change by the
// program is noticed.
func listSort(t *Thread, a []Value) (Value, error) {
	descending, err := t.Truth(a[2].Or(False))
	if err != nil {
		return Value{}, err
	}
	l := (*List)(a[0].p)
	items := l.items
	l.items = nil
	err = t.SortValues(items, a[1].Or(None), descending)
	changed := l.items != nil
	l.items = items
	if err == nil && changed {
		err = t.ValueErrorf("list modified during sort")
	}
	return None, err
}
