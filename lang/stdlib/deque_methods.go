package stdlib

import rt "github.com/coro-lang/coro/lang/runtime"

// deque's type and methods.

var dequeSpec = rt.Spec{
	Name: "deque", Sequence: true, Positions: true, Module: "collections", Dotted: true, Layout: true, Refill: dequeRefill, Operators: "add mul",
	AttrsOf: func(v rt.Value) **rt.Attrs { return &asDeque(v).attrs },
	Repeats: true,
	Slots: rt.Slots{
		New: dequeNew, Repr: dequeRepr, Compare: dequeCompare, Binary: dequeBinary, InPlace: dequeInPlace,
		Len:     func(_ *rt.Thread, v rt.Value) (int, error) { return asDeque(v).n, nil },
		GetItem: dequeGetItem, SetItem: dequeSetItem, DelItem: dequeDelItem, Contains: dequeContains,
		Iter: func(_ *rt.Thread, v rt.Value) (rt.Value, error) { return newDequeIter(asDeque(v), &dequeIterType), nil },
	},
	Methods: []rt.Method{
		dequeRow("append", "item, /", func(_ *rt.Thread, d *deque, a []rt.Value) (rt.Value, error) {
			d.append(a[1])
			return rt.None, nil
		}),
		dequeRow("appendleft", "item, /", func(_ *rt.Thread, d *deque, a []rt.Value) (rt.Value, error) {
			d.appendLeft(a[1])
			return rt.None, nil
		}),
		dequeRow("pop", "", func(t *rt.Thread, d *deque, _ []rt.Value) (rt.Value, error) {
			if d.n == 0 {
				return rt.Value{}, t.IndexErrorf("pop from an empty deque")
			}
			return d.pop(), nil
		}),
		dequeRow("popleft", "", func(t *rt.Thread, d *deque, _ []rt.Value) (rt.Value, error) {
			if d.n == 0 {
				return rt.Value{}, t.IndexErrorf("pop from an empty deque")
			}
			return d.popLeft(), nil
		}),
		dequeRow("extend", "iterable, /", func(t *rt.Thread, d *deque, a []rt.Value) (rt.Value, error) {
			return rt.None, d.extend(t, a[1], false)
		}),
		dequeRow("extendleft", "iterable, /", func(t *rt.Thread, d *deque, a []rt.Value) (rt.Value, error) {
			return rt.None, d.extend(t, a[1], true)
		}),
		dequeRow("rotate", "n=1, /", dequeRotate),
		dequeRow("clear", "", func(_ *rt.Thread, d *deque, _ []rt.Value) (rt.Value, error) {
			d.clear()
			return rt.None, nil
		}),
		dequeRow("copy", "", dequeCopy),
		dequeRow("__copy__", "", dequeCopy),
		dequeRow("__reduce__", "", func(t *rt.Thread, d *deque, a []rt.Value) (rt.Value, error) {
			args := []rt.Value{rt.NewTuple(nil)}
			if d.maxLen >= 0 {
				args = append(args, rt.Int(int64(d.maxLen)))
			}
			return rt.NewTuple([]rt.Value{
				d.Type().Value(), rt.NewTuple(args), rt.InstanceDict(a[0]), newDequeIter(d, &dequeIterType),
			}), nil
		}),
		dequeRow("count", "value, /", dequeCount),
		dequeRow("index", "value, start=0, stop=9223372036854775807, /", dequeIndex),
		dequeRow("insert", "index, value, /", dequeInsert),
		dequeRow("remove", "value, /", dequeRemove),
		dequeRow("reverse", "", func(_ *rt.Thread, d *deque, _ []rt.Value) (rt.Value, error) {
			for i, j := 0, d.n-1; i < j; i, j = i+1, j-1 {
				p, q := d.at(i), d.at(j)
				*p, *q = *q, *p
			}
			return rt.None, nil
		}),
		dequeRow("__reversed__", "", func(_ *rt.Thread, d *deque, _ []rt.Value) (rt.Value, error) {
			return newDequeIter(d, &dequeReverseIterType), nil
		}),
		{Name: "maxlen", Kind: rt.Getter, Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			if d := asDeque(a[0]); d.maxLen >= 0 {
				return rt.Int(int64(d.maxLen)), nil
			}
			return rt.None, nil
		}},
		rt.ClassGetItem,
	},
}

func init() {
	rt.Define(&dequeType, &dequeSpec)
	defineDequeIter(&dequeIterType, "_deque_iterator")
	defineDequeIter(&dequeReverseIterType, "_deque_reverse_iterator")
}

// dequeRow is the row of a method.
func dequeRow(name, sig string, fn func(t *rt.Thread, d *deque, a []rt.Value) (rt.Value, error)) rt.Method {
	return rt.Method{Name: name, Sig: sig, Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		return fn(t, asDeque(a[0]), a)
	}}
}

func dequeCopy(_ *rt.Thread, d *deque, _ []rt.Value) (rt.Value, error) {
	return rt.ObjectValue(d.copy()), nil
}

func dequeRotate(t *rt.Thread, d *deque, a []rt.Value) (rt.Value, error) {
	k := int64(1)
	if !a[1].IsMissing() {
		var err error
		if k, err = t.IntArg(a[1]); err != nil {
			return rt.Value{}, err
		}
	}
	d.rotate(int(k))
	return rt.None, nil
}

func dequeCount(t *rt.Thread, d *deque, a []rt.Value) (rt.Value, error) {
	n := int64(0)
	err := d.each(t, 0, d.n, func(_ int, x rt.Value) (bool, error) {
		eq, err := t.Equal(x, a[1])
		if eq {
			n++
		}
		return false, err
	})
	return rt.Int(n), err
}

// find is the position of the first item from lo to hi that equals v, or -1.
func (d *deque) find(t *rt.Thread, v rt.Value, lo, hi int) (int, error) {
	at := -1
	err := d.each(t, lo, hi, func(i int, x rt.Value) (bool, error) {
		eq, err := t.Equal(x, v)
		if eq {
			at = i
		}
		return eq, err
	})
	return at, err
}

func (d *deque) notIn(t *rt.Thread, v rt.Value) error {
	s, err := t.Repr(v)
	if err != nil {
		return err
	}
	return t.ValueErrorf("%s is not in deque", s)
}

func dequeIndex(t *rt.Thread, d *deque, a []rt.Value) (rt.Value, error) {
	lo, hi, err := t.IndexRange(a[2], a[3], d.n)
	if err != nil {
		return rt.Value{}, err
	}
	i, err := d.find(t, a[1], lo, hi)
	if err == nil && i < 0 {
		err = d.notIn(t, a[1])
	}
	return rt.Int(int64(i)), err
}

func dequeRemove(t *rt.Thread, d *deque, a []rt.Value) (rt.Value, error) {
	state, at := d.state, -1
	err := d.each(t, 0, d.n, func(i int, x rt.Value) (bool, error) {
		eq, err := t.Equal(x, a[1])
		if err == nil && d.state != state {
			err = t.IndexErrorf("deque mutated during iteration")
		}
		if eq {
			at = i
		}
		return eq, err
	})
	if err == nil && at < 0 {
		err = d.notIn(t, a[1])
	}
	if err != nil {
		return rt.Value{}, err
	}
	d.remove(at)
	return rt.None, nil
}

func dequeInsert(t *rt.Thread, d *deque, a []rt.Value) (rt.Value, error) {
	k, err := t.IntArg(a[1])
	if err != nil {
		return rt.Value{}, err
	}
	if d.n == d.maxLen {
		return rt.Value{}, t.IndexErrorf("deque already at its maximum size")
	}
	i := int(k)
	if i < 0 {
		i = max(i+d.n, 0)
	}
	i = min(i, d.n)
	d.rotate(-i)
	d.appendLeft(a[2])
	d.rotate(i)
	return rt.None, nil
}
