package runtime

// Lists' indexing and slicing, with assignment and deletion.

// listIndexOf is the position key means in l; msg is the IndexError's.
func (t *Thread) listIndexOf(l *List, key Value, msg string) (int, error) {
	i, ok, err := t.seqIndex(key, len(l.items), "list indices must be integers or slices, not %s")
	if err != nil {
		return 0, err
	}
	if !ok || i >= len(l.items) {
		return 0, t.IndexErrorf("%s", msg)
	}
	return i, nil
}

func listGetItem(t *Thread, v, key Value) (Value, error) {
	l := (*List)(v.p)
	if s := AsSlice(key); s != nil {
		start, step, count, err := s.resolve(t, len(l.items))
		if err != nil {
			return Value{}, err
		}
		items, err := t.sliced(l.items, start, step, count)
		return NewList(items), err
	}
	i, err := t.listIndexOf(l, key, "list index out of range")
	if err != nil {
		return Value{}, err
	}
	return l.items[i], nil
}

// sliced is count items from start on, step apart, in a new slice.
func (t *Thread) sliced(items []Value, start, step, count int) ([]Value, error) {
	if count == 0 {
		return nil, nil
	}
	if err := t.reserve(count * valueSize); err != nil {
		return nil, err
	}
	out := make([]Value, 0, count)
	if step == 1 {
		return append(out, items[min(start, len(items)):min(start+count, len(items))]...), nil
	}
	for i := 0; i < count; i++ {
		// The bounds' __index__ may have shortened the list.
		if j := start + i*step; j < len(items) {
			out = append(out, items[j])
		}
	}
	return out, nil
}

func listSetItem(t *Thread, v, key, val Value) error {
	l := (*List)(v.p)
	if s := AsSlice(key); s != nil {
		return t.setListSlice(l, s, val)
	}
	i, err := t.listIndexOf(l, key, "list assignment index out of range")
	if err != nil {
		return err
	}
	l.items[i] = val
	return nil
}

func (t *Thread) setListSlice(l *List, s *Slice, val Value) error {
	if s.step.p == nil && s.step.n == 0 {
		return t.ValueErrorf("slice step cannot be zero")
	}
	// Program code may run in both, and the bounds are those of the list after it.
	if typ := val.Type(); typ.flags&flagHeap != 0 || typ.Iter == nil {
		it, err := t.iterOf(val, "must assign iterable to extended slice")
		if err != nil {
			return err
		}
		val = it
	}
	items, err := t.Collect(val)
	if err != nil {
		return err
	}
	start, step, count, err := s.resolve(t, len(l.items))
	if err != nil {
		return err
	}
	if step == 1 {
		lo := min(start, len(l.items))
		l.replace(lo, min(lo+count, len(l.items)), items)
		return nil
	}
	if len(items) != count {
		return t.ValueErrorf("attempt to assign sequence of size %d to extended slice of size %d", len(items), count)
	}
	for i, x := range items {
		if j := start + i*step; j < len(l.items) {
			l.items[j] = x
		}
	}
	return nil
}

// replace puts items in the place of those from lo to hi.
func (l *List) replace(lo, hi int, items []Value) {
	n, m := len(l.items), len(items)
	switch {
	case m == hi-lo:
		copy(l.items[lo:], items)
	case m < hi-lo:
		copy(l.items[lo:], items)
		l.removeRange(lo+m, hi)
	case hi == n:
		l.items = append(l.items[:lo], items...)
	default:
		grown := append(l.items, items[:m-(hi-lo)]...)
		copy(grown[lo+m:], grown[hi:n])
		copy(grown[lo:], items)
		l.items = grown
	}
}

func listDelItem(t *Thread, v, key Value) error {
	l := (*List)(v.p)
	s := AsSlice(key)
	if s == nil {
		i, err := t.listIndexOf(l, key, "list assignment index out of range")
		if err != nil {
			return err
		}
		l.removeRange(i, i+1)
		return nil
	}
	start, step, count, err := s.resolve(t, len(l.items))
	if err != nil {
		return err
	}
	n := len(l.items)
	last := start + (count-1)*step
	if count == 0 || last >= n || start >= n {
		return nil
	}
	if step < 0 {
		start, last, step = last, start, -step
	}
	if step == 1 {
		l.removeRange(start, last+1)
		return nil
	}
	to := start
	for i := start; i < n; i++ {
		if (i-start)%step == 0 && i <= last {
			continue
		}
		l.items[to] = l.items[i]
		to++
	}
	clear(l.items[to:])
	l.items = l.items[:to]
	return nil
}
