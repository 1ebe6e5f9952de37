package runtime

import (
	"github.com/coro-lang/coro/lang/compiler"
)

// Sorting: a stable merge sort that uses the runs it finds, asks only <, and
// leaves a permutation of the items whatever the comparisons answer.

// SortValues sorts items by the keys that the function key gives, or by
// themselves if it is None. On an error the items are still all there.
func (t *Thread) SortValues(items []Value, key Value, descending bool) error {
	var err error
	if key.IsNone() {
		if descending {
			reverse(items)
			defer reverse(items)
		}
		sortBy(t, items, func(v Value) Value { return v }, &err)
		return err
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
		reverse(items)
		defer reverse(items)
		for i, j := 0, len(keyed)-1; i < j; i, j = i+1, j-1 {
			keyed[i], keyed[j] = keyed[j], keyed[i]
		}
	}
	sortBy(t, keyed, func(k keyedValue) Value { return k.key }, &err)
	for i := range keyed {
		items[i] = keyed[i].val
	}
	return err
}

type keyedValue struct {
	key, val Value
}

// sortBy sorts items by key. Keys of one simple type are compared without a
// detour.
func sortBy[T any](t *Thread, items []T, key func(T) Value, err *error) {
	if len(items) < 2 {
		return
	}
	ints, floats, strs := true, true, true
	for _, x := range items {
		k := key(x)
		ints = ints && k.p == nil
		floats = floats && k.IsFloat()
		strs = strs && exact[Str](k, &StrType) != nil
	}
	var less func(a, b T) bool
	switch {
	case ints:
		less = func(a, b T) bool { return key(a).n < key(b).n }
	case floats:
		less = func(a, b T) bool { return key(a).Float64() < key(b).Float64() }
	case strs:
		less = func(a, b T) bool { return (*Str)(key(a).p).s < (*Str)(key(b).p).s }
	default:
		less = func(a, b T) bool {
			if *err != nil {
				return false
			}
			var lt bool
			lt, *err = t.less(key(a), key(b))
			return lt
		}
	}
	m := merger[T]{items: items, less: less, stop: func() bool {
		if *err == nil {
			*err = t.poll()
		}
		return *err != nil
	}}
	m.sort()
}

// less is a < b.
func (t *Thread) less(a, b Value) (bool, error) {
	if a.p == nil && b.p == nil {
		return a.n < b.n, nil
	}
	if x, y := exact[Str](a, &StrType), exact[Str](b, &StrType); x != nil && y != nil {
		return x.s < y.s, nil
	}
	return t.CompareBool(compiler.Lt, a, b)
}

// merger sorts items: runs that are in order already, short ones made longer by
// insertion, are merged when their neighbour is not much longer.
type merger[T any] struct {
	items []T
	buf   []T
	less  func(a, b T) bool
	stop  func() bool
	runs  []sortRun
}

type sortRun struct {
	start, n int
}

// minRun is the length below which insertion beats merging.
const minRun = 32

func (m *merger[T]) sort() {
	n := len(m.items)
	for lo := 0; lo < n; {
		k := m.run(lo)
		if k < minRun {
			hi := min(lo+minRun, n)
			m.insertion(lo, lo+k, hi)
			k = hi - lo
		}
		m.runs = append(m.runs, sortRun{lo, k})
		lo += k
		m.collapse(false)
		if m.stop() {
			return
		}
	}
	m.collapse(true)
}

// run is the length of the run that begins at lo. A strictly descending one is
// turned round.
func (m *merger[T]) run(lo int) int {
	hi := lo + 1
	if hi == len(m.items) {
		return 1
	}
	if m.less(m.items[hi], m.items[lo]) {
		for hi++; hi < len(m.items) && m.less(m.items[hi], m.items[hi-1]); hi++ {
		}
		for i, j := lo, hi-1; i < j; i, j = i+1, j-1 {
			m.items[i], m.items[j] = m.items[j], m.items[i]
		}
	} else {
		for hi++; hi < len(m.items) && !m.less(m.items[hi], m.items[hi-1]); hi++ {
		}
	}
	return hi - lo
}

// insertion sorts items lo to hi, of which those before at are in order.
func (m *merger[T]) insertion(lo, at, hi int) {
	for ; at < hi; at++ {
		x := m.items[at]
		l, r := lo, at
		for l < r {
			mid := int(uint(l+r) / 2)
			if m.less(x, m.items[mid]) {
				r = mid
			} else {
				l = mid + 1
			}
		}
		copy(m.items[l+1:at+1], m.items[l:at])
		m.items[l] = x
	}
}

// collapse merges the last runs until each is longer than the two after it
// together, or all of them.
func (m *merger[T]) collapse(all bool) {
	for len(m.runs) > 1 {
		k := len(m.runs) - 2
		r := m.runs
		switch {
		case k > 0 && (all || r[k-1].n <= r[k].n+r[k+1].n) && r[k-1].n < r[k+1].n:
			m.merge(k - 1)
		case all || r[k].n <= r[k+1].n ||
			k > 0 && r[k-1].n <= r[k].n+r[k+1].n || k > 1 && r[k-2].n <= r[k-1].n+r[k].n:
			m.merge(k)
		default:
			return
		}
	}
}

// merge merges runs k and k+1. The shorter one is moved out of the way.
func (m *merger[T]) merge(k int) {
	lo, mid := m.runs[k].start, m.runs[k+1].start
	hi := mid + m.runs[k+1].n
	m.runs[k].n += m.runs[k+1].n
	m.runs = append(m.runs[:k+1], m.runs[k+2:]...)
	if m.stop() {
		return
	}
	// What is in its place already need not move.
	x := m.items[mid]
	l, r := lo, mid
	for l < r {
		c := int(uint(l+r) / 2)
		if m.less(x, m.items[c]) {
			r = c
		} else {
			l = c + 1
		}
	}
	if lo = l; lo == mid {
		return
	}
	x = m.items[mid-1]
	l, r = mid, hi
	for l < r {
		c := int(uint(l+r) / 2)
		if m.less(m.items[c], x) {
			l = c + 1
		} else {
			r = c
		}
	}
	hi = l
	if mid-lo <= hi-mid {
		a := append(m.buf[:0], m.items[lo:mid]...)
		m.buf = a
		b, to := m.items[mid:hi], m.items[lo:hi]
		for len(a) > 0 && len(b) > 0 {
			if m.less(b[0], a[0]) {
				to[0], b = b[0], b[1:]
			} else {
				to[0], a = a[0], a[1:]
			}
			to = to[1:]
		}
		copy(to, a)
		return
	}
	b := append(m.buf[:0], m.items[mid:hi]...)
	m.buf = b
	a, to := m.items[lo:mid], m.items[lo:hi]
	for len(a) > 0 && len(b) > 0 {
		last := len(to) - 1
		if m.less(b[len(b)-1], a[len(a)-1]) {
			to[last], a = a[len(a)-1], a[:len(a)-1]
		} else {
			to[last], b = b[len(b)-1], b[:len(b)-1]
		}
		to = to[:last]
	}
	copy(to, b)
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
