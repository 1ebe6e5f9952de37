package stdlib

import (
	"strings"

	"github.com/coro-lang/coro/lang/compiler"
	rt "github.com/coro-lang/coro/lang/runtime"
)

// collections.deque: a ring of values that grows at either end.

var dequeType, dequeIterType, dequeReverseIterType rt.Type

// deque is a deque: n items from head on in the ring buf, whose length is a power
// of two.
type deque struct {
	rt.Hdr
	buf    []rt.Value
	head   int
	n      int
	maxLen int // negative: none
	state  int // counts changes, for iterators
	attrs  *rt.Attrs
}

// dequeIter iterates over a deque, step 1 or -1.
type dequeIter struct {
	rt.Hdr
	d     *deque
	i     int
	step  int
	state int
}

func asDeque(v rt.Value) *deque { return rt.As[deque](v, &dequeType) }

func newDeque(cls *rt.Type, maxLen int) *deque {
	d := &deque{maxLen: maxLen}
	d.Init(cls)
	return d
}

// at is the place of item i.
func (d *deque) at(i int) *rt.Value { return &d.buf[(d.head+i)&(len(d.buf)-1)] }

// grow makes room for one more item.
func (d *deque) grow() {
	if d.n < len(d.buf) {
		return
	}
	buf := make([]rt.Value, max(8, 2*len(d.buf)))
	k := copy(buf, d.buf[d.head:])
	copy(buf[k:], d.buf[:d.head])
	d.buf, d.head = buf, 0
}

func (d *deque) append(v rt.Value) {
	d.state++
	if d.maxLen >= 0 && d.n >= d.maxLen {
		if d.maxLen == 0 {
			return
		}
		d.popLeft()
	}
	d.grow()
	d.n++
	*d.at(d.n - 1) = v
}

func (d *deque) appendLeft(v rt.Value) {
	d.state++
	if d.maxLen >= 0 && d.n >= d.maxLen {
		if d.maxLen == 0 {
			return
		}
		d.pop()
	}
	d.grow()
	d.head = (d.head - 1) & (len(d.buf) - 1)
	d.n++
	*d.at(0) = v
}

// pop and popLeft take an item off an end; there must be one.

func (d *deque) pop() rt.Value {
	d.state++
	p := d.at(d.n - 1)
	v := *p
	*p = rt.Value{}
	d.n--
	return v
}

func (d *deque) popLeft() rt.Value {
	d.state++
	p := d.at(0)
	v := *p
	*p = rt.Value{}
	d.head = (d.head + 1) & (len(d.buf) - 1)
	d.n--
	return v
}

// rotate moves k items from the right end to the left one.
func (d *deque) rotate(k int) {
	if d.n < 2 {
		return
	}
	if k %= d.n; k < 0 {
		k += d.n
	}
	if k <= d.n/2 {
		for ; k > 0; k-- {
			v := d.pop()
			d.grow()
			d.head = (d.head - 1) & (len(d.buf) - 1)
			d.n++
			*d.at(0) = v
		}
		return
	}
	for k = d.n - k; k > 0; k-- {
		v := d.popLeft()
		d.grow()
		d.n++
		*d.at(d.n - 1) = v
	}
}

// remove deletes item i.
func (d *deque) remove(i int) {
	d.rotate(-i)
	d.popLeft()
	d.rotate(i)
}

func (d *deque) clear() {
	d.state++
	d.buf, d.head, d.n = nil, 0, 0
}

// items is the items in a new slice.
func (d *deque) items() []rt.Value {
	items := make([]rt.Value, d.n)
	for i := range items {
		items[i] = *d.at(i)
	}
	return items
}

func (d *deque) copy() *deque {
	c := newDeque(d.Type(), d.maxLen)
	c.buf, c.head, c.n = append([]rt.Value(nil), d.buf...), d.head, d.n
	return c
}

// extend appends the items of v, at the left end one by one if left.
func (d *deque) extend(t *rt.Thread, v rt.Value, left bool) error {
	if asDeque(v) == d {
		v = rt.NewList(d.items())
	}
	return t.Each(v, func(x rt.Value) error {
		if left {
			d.appendLeft(x)
		} else {
			d.append(x)
		}
		if d.n&(1<<16-1) == 0 {
			return t.Reserve(d.n * 32)
		}
		return nil
	})
}

// each calls f with every item; f may run program code, so a change of the deque
// in it is an error.
func (d *deque) each(t *rt.Thread, lo, hi int, f func(i int, v rt.Value) (stop bool, err error)) error {
	state := d.state
	for i := lo; i < hi && i < d.n; i++ {
		stop, err := f(i, *d.at(i))
		if err != nil || stop {
			return err
		}
		if d.state != state {
			return t.RuntimeErrorf("deque mutated during iteration")
		}
	}
	return nil
}

var dequeSig = rt.NewSignature("deque", "iterable=(), maxlen=None")

func dequeNew(t *rt.Thread, cls *rt.Type, args []rt.Value, kwnames []*rt.Str) (rt.Value, error) {
	a, err := dequeSig.Bind(t, args, kwnames)
	if err != nil {
		return rt.Value{}, err
	}
	d := newDeque(cls, -1)
	if m := a[1].Or(rt.None); !m.IsNone() {
		if !m.Type().IsSubclass(&rt.IntType) {
			return rt.Value{}, t.TypeErrorf("an integer is required")
		}
		n, err := t.IntArg(m)
		if err != nil {
			return rt.Value{}, err
		}
		if n < 0 {
			return rt.Value{}, t.ValueErrorf("maxlen must be non-negative")
		}
		d.maxLen = int(n)
	}
	if !a[0].IsMissing() {
		err = d.extend(t, a[0], false)
	}
	return rt.ObjectValue(d), err
}

func dequeRefill(_ *rt.Thread, self, fresh rt.Value) error {
	d, f := asDeque(self), asDeque(fresh)
	d.buf, d.head, d.n, d.maxLen = f.buf, f.head, f.n, f.maxLen
	d.state++
	return nil
}

func dequeRepr(t *rt.Thread, v rt.Value) (string, error) {
	d := asDeque(v)
	if t.BeginRepr(v) {
		return "[...]", nil
	}
	defer t.EndRepr()
	var b strings.Builder
	b.WriteString(d.Type().ShortName())
	if err := t.ReprItems(&b, "([", "]", d.items()); err != nil {
		return "", err
	}
	if d.maxLen >= 0 {
		n, err := t.Repr(rt.Int(int64(d.maxLen)))
		if err != nil {
			return "", err
		}
		b.WriteString(", maxlen=" + n)
	}
	b.WriteByte(')')
	return b.String(), nil
}

func dequeCompare(t *rt.Thread, op compiler.CompareOp, a, b rt.Value) (rt.Value, error) {
	x, y := asDeque(a), asDeque(b)
	if x == nil || y == nil {
		return rt.NotImplemented, nil
	}
	if x.n != y.n && op <= compiler.Ne {
		return rt.Bool(op == compiler.Ne), nil
	}
	return t.Compare(op, rt.NewList(x.items()), rt.NewList(y.items()))
}

func dequeBinary(t *rt.Thread, op compiler.BinaryOp, a, b rt.Value) (rt.Value, error) {
	d := asDeque(a)
	switch {
	case op == compiler.Add && d != nil:
		other := asDeque(b)
		if other == nil {
			return rt.Value{}, t.TypeErrorf(`can only concatenate deque (not "%s") to deque`, b.Type().Name)
		}
		c := d.copy()
		return rt.ObjectValue(c), c.extend(t, b, false)
	case op == compiler.Mul:
		if d == nil {
			d, b = asDeque(b), a
		}
		if _, ok, err := t.Index(b); err != nil || !ok {
			return rt.NotImplemented, err
		}
		c := newDeque(d.Type(), d.maxLen)
		return rt.ObjectValue(c), c.repeat(t, d, b)
	}
	return rt.NotImplemented, nil
}

// repeat makes c hold the items of d n times.
func (d *deque) repeat(t *rt.Thread, src *deque, n rt.Value) error {
	v, err := t.Binary(compiler.Mul, rt.NewList(src.items()), n, false)
	if err != nil {
		return err
	}
	d.clear()
	return d.extend(t, v, false)
}

func dequeInPlace(t *rt.Thread, op compiler.BinaryOp, a, b rt.Value) (rt.Value, error) {
	d := asDeque(a)
	switch op {
	case compiler.Add:
		return a, d.extend(t, b, false)
	case compiler.Mul:
		if _, ok, err := t.Index(b); err != nil || !ok {
			return rt.NotImplemented, err
		}
		return a, d.repeat(t, d, b)
	}
	return rt.NotImplemented, nil
}

// index is the position that key means.
func (d *deque) index(t *rt.Thread, key rt.Value) (int, error) {
	n, ok, err := t.Index(key)
	if err != nil {
		return 0, err
	}
	if !ok {
		return 0, t.TypeErrorf("sequence index must be integer, not '%s'", key.Type().Name)
	}
	if !n.IsSmallInt() {
		return 0, t.IndexErrorf("cannot fit '%s' into an index-sized integer", key.Type().Name)
	}
	i := int(n.SmallInt())
	if i < 0 {
		i += d.n
	}
	if i < 0 || i >= d.n {
		return 0, t.IndexErrorf("deque index out of range")
	}
	return i, nil
}

func dequeGetItem(t *rt.Thread, v, key rt.Value) (rt.Value, error) {
	d := asDeque(v)
	i, err := d.index(t, key)
	if err != nil {
		return rt.Value{}, err
	}
	return *d.at(i), nil
}

func dequeSetItem(t *rt.Thread, v, key, val rt.Value) error {
	d := asDeque(v)
	i, err := d.index(t, key)
	if err != nil {
		return err
	}
	*d.at(i) = val
	return nil
}

func dequeDelItem(t *rt.Thread, v, key rt.Value) error {
	d := asDeque(v)
	i, err := d.index(t, key)
	if err == nil {
		d.remove(i)
	}
	return err
}

func dequeContains(t *rt.Thread, v, item rt.Value) (found bool, err error) {
	d := asDeque(v)
	err = d.each(t, 0, d.n, func(_ int, x rt.Value) (bool, error) {
		var err error
		found, err = t.Equal(x, item)
		return found, err
	})
	return found, err
}

func newDequeIter(d *deque, typ *rt.Type) rt.Value {
	it := &dequeIter{d: d, step: 1, state: d.state}
	if typ == &dequeReverseIterType {
		it.step, it.i = -1, d.n-1
	}
	it.Init(typ)
	return rt.ObjectValue(it)
}

// left is how many items are to come.
func (it *dequeIter) left() int {
	if it.step < 0 {
		return it.i + 1
	}
	return it.d.n - it.i
}

func defineDequeIter(typ *rt.Type, name string) {
	iterator[dequeIter]{
		module: "collections", name: name, params: "iterable, index=0, /", next: dequeNext,
		new: func(t *rt.Thread, h rt.Hdr, a []rt.Value) (*dequeIter, error) {
			d := asDeque(a[0])
			if d == nil {
				return nil, t.TypeErrorf("argument 1 must be collections.deque, not %s", a[0].Type().Name)
			}
			given, err := t.IntArg(a[1].Or(rt.Int(0)))
			it := rt.As[dequeIter](newDequeIter(d, typ), typ)
			it.i += int(min(max(given, 0), int64(d.n))) * it.step
			return it, err
		},
		args: func(_ *rt.Thread, it *dequeIter) ([]rt.Value, error) {
			return []rt.Value{rt.ObjectValue(it.d), rt.Int(int64(it.d.n - it.left()))}, nil
		},
		methods: []rt.Method{{Name: "__length_hint__", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.Int(int64(max(rt.As[dequeIter](a[0], typ).left(), 0))), nil
		}}},
	}.define(typ)
}

func dequeNext(t *rt.Thread, it *dequeIter) (rt.Value, bool, error) {
	if it.i < 0 || it.i >= it.d.n && it.state == it.d.state {
		return rt.Value{}, false, nil
	}
	if it.state != it.d.state {
		it.i = -1
		return rt.Value{}, false, t.RuntimeErrorf("deque mutated during iteration")
	}
	v := *it.d.at(it.i)
	it.i += it.step
	return v, true, nil
}
