package runtime

import (
	"strings"

	"github.com/coro-lang/coro/lang/compiler"
)

var listSpec = Spec{
	Name: "list", Layout: true, Sequence: true, Repeats: true,
	Slots: Slots{
		New: listNew, Repr: listRepr, Len: listLen, Compare: listCompare,
		Binary: listBinary, InPlace: listInPlace,
		GetItem: listGetItem, SetItem: listSetItem, DelItem: listDelItem,
		Contains: listContains, Iter: listIterOf,
	},
	Methods: []Method{
		{Name: "append", Sig: "object, /", Fn: listAppend},
		{Name: "extend", Sig: "iterable, /", Fn: listExtend},
		{Name: "insert", Sig: "index, object, /", Fn: listInsert},
		{Name: "pop", Sig: "index=-1, /", Fn: listPop},
		{Name: "remove", Sig: "value, /", Fn: listRemove},
		{Name: "clear", Fn: listClear},
		{Name: "copy", Fn: listCopy},
		{Name: "count", Sig: "value, /", Fn: listCount},
		{Name: "index", Sig: "value, start=0, stop=9223372036854775807, /", Fn: listIndex},
		{Name: "reverse", Fn: listReverse},
		{Name: "sort", Sig: "*, key=None, reverse=False", Fn: listSort},
		{Name: "__reversed__", Fn: listReversed},
		{Name: "__class_getitem__", Sig: "object, /", Kind: ClassMethod, Fn: classGetItemAlias},
	},
}

func init() {
	Define(&ListType, &listSpec)
}

var listSig = classSig("iterable=(), /")

func listNew(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	l := &List{Hdr: Hdr{cls}}
	a, err := listSig.bind(t, "list", args, kwnames)
	if err != nil || a[0].IsMissing() {
		return obj(l), err
	}
	l.items, err = t.Collect(a[0])
	return obj(l), err
}

func listRepr(t *Thread, v Value) (string, error) {
	l := (*List)(v.p)
	if len(l.items) == 0 {
		return "[]", nil
	}
	if t.beginRepr(v) {
		return "[...]", nil
	}
	defer t.endRepr()
	var b strings.Builder
	b.WriteByte('[')
	for i := 0; i < len(l.items); i++ {
		if i > 0 {
			b.WriteString(", ")
		}
		if err := t.reprTo(&b, l.items[i]); err != nil {
			return "", err
		}
	}
	b.WriteByte(']')
	return b.String(), nil
}

func listLen(_ *Thread, v Value) (int, error) { return len((*List)(v.p).items), nil }

func listCompare(t *Thread, op compiler.CompareOp, a, b Value) (Value, error) {
	x, y := AsList(a), AsList(b)
	if x == nil || y == nil {
		return NotImplemented, nil
	}
	if len(x.items) != len(y.items) {
		switch op {
		case compiler.Eq:
			return False, nil
		case compiler.Ne:
			return True, nil
		}
	}
	// The lists may change while their items are compared.
	for i := 0; i < len(x.items) && i < len(y.items); i++ {
		p, q := x.items[i], y.items[i]
		eq, err := t.Equal(p, q)
		if err != nil {
			return Value{}, err
		}
		if eq {
			continue
		}
		switch op {
		case compiler.Eq:
			return False, nil
		case compiler.Ne:
			return True, nil
		}
		return t.Compare(op, p, q)
	}
	return compared(op, len(x.items)-len(y.items)), nil
}

func listBinary(t *Thread, op compiler.BinaryOp, a, b Value) (Value, error) {
	switch op {
	case compiler.Add:
		x, y := AsList(a), AsList(b)
		if x == nil || y == nil {
			return NotImplemented, nil
		}
		n := len(x.items) + len(y.items)
		if err := t.reserve(n * valueSize); err != nil {
			return Value{}, err
		}
		items := make([]Value, n)
		copy(items[copy(items, x.items):], y.items)
		return NewList(items), nil
	case compiler.Mul:
		seq, n, ok, err := t.repeatArgs(&ListType, a, b)
		if err != nil || !ok {
			return NotImplemented, err
		}
		items, err := t.repeated((*List)(seq.p).items, n)
		return NewList(items), err
	}
	return NotImplemented, nil
}

func listInPlace(t *Thread, op compiler.BinaryOp, a, b Value) (Value, error) {
	l := (*List)(a.p)
	switch op {
	case compiler.Add:
		return a, t.extendList(l, b)
	case compiler.Mul:
		n, ok, err := t.repeatCount(b)
		if err != nil || !ok {
			return NotImplemented, err
		}
		items, err := t.repeated(l.items, n)
		if err == nil {
			l.items = items
		}
		return a, err
	}
	return NotImplemented, nil
}

func listContains(t *Thread, v, item Value) (bool, error) {
	l := (*List)(v.p)
	for i := 0; i < len(l.items); i++ {
		eq, err := t.Equal(l.items[i], item)
		if err != nil || eq {
			return eq, err
		}
	}
	return false, nil
}

func listIterOf(_ *Thread, v Value) (Value, error) {
	return obj(&listIter{Hdr{&listIterType}, (*List)(v.p), 0}), nil
}

func listAppend(_ *Thread, a []Value) (Value, error) {
	(*List)(a[0].p).Append(a[1])
	return None, nil
}

func listExtend(t *Thread, a []Value) (Value, error) {
	return None, t.extendList((*List)(a[0].p), a[1])
}

// extendList appends the items of the iterable v.
func (t *Thread) extendList(l *List, v Value) error {
	var items []Value
	switch v.Type() {
	case &ListType:
		items = (*List)(v.p).items
	case &TupleType:
		items = (*Tuple)(v.p).items
	default:
		it, err := t.Iter(v)
		if err != nil {
			return err
		}
		if err := t.askLength(v); err != nil {
			return err
		}
		return t.eachNext(it, func(x Value) error {
			l.Append(x)
			return t.reserveGrowth(l.items)
		})
	}
	if len(items) > 1<<12 {
		if err := t.reserve((len(l.items) + len(items)) * valueSize); err != nil {
			return err
		}
	}
	l.items = append(l.items, items...)
	return nil
}

// askLength asks v how many items it has as CPython does before it collects them, to
// know how much room they need. Nothing but the program's methods can notice.
func (t *Thread) askLength(v Value) error {
	if !tellsLength(v) {
		return nil
	}
	n, _, err := t.LengthHint(v)
	if err != nil {
		return err
	}
	return t.reserveTimes(valueSize, int64(n))
}

// tellsLength says whether asking v how many items it has runs a program's method.
func tellsLength(v Value) bool {
	if it := exact[seqIter](v, &seqIterType); it != nil && !it.seq.IsMissing() {
		v = it.seq
	}
	return v.Type().flags&flagHeap != 0
}

func listInsert(t *Thread, a []Value) (Value, error) {
	i64, err := t.IntArg(a[1])
	if err != nil {
		return Value{}, err
	}
	l := (*List)(a[0].p)
	i := int(i64)
	if i < 0 {
		i = max(i+len(l.items), 0)
	}
	i = min(i, len(l.items))
	l.items = append(l.items, Value{})
	copy(l.items[i+1:], l.items[i:])
	l.items[i] = a[2]
	return None, nil
}

func listPop(t *Thread, a []Value) (Value, error) {
	i := int64(-1)
	if !a[1].IsMissing() {
		var err error
		if i, err = t.IntArg(a[1]); err != nil {
			return Value{}, err
		}
	}
	l := (*List)(a[0].p)
	n := int64(len(l.items))
	if n == 0 {
		return Value{}, t.IndexErrorf("pop from empty list")
	}
	if i < 0 {
		i += n
	}
	if i < 0 || i >= n {
		return Value{}, t.IndexErrorf("pop index out of range")
	}
	v := l.items[i]
	l.removeRange(int(i), int(i)+1)
	return v, nil
}

// removeRange deletes the items from lo to hi.
func (l *List) removeRange(lo, hi int) {
	n := len(l.items)
	if lo == 0 && hi == 1 {
		// Lists serve as queues: taking from the front moves nothing.
		l.items[0] = Value{}
		l.items = l.items[1:]
		return
	}
	if lo == 0 && hi < n && hi > n/2 {
		// The rest is short: let the old array go.
		l.items = append([]Value(nil), l.items[hi:]...)
		return
	}
	copy(l.items[lo:], l.items[hi:])
	clear(l.items[n-(hi-lo):])
	l.items = l.items[:n-(hi-lo)]
}

func listRemove(t *Thread, a []Value) (Value, error) {
	l := (*List)(a[0].p)
	for i := 0; i < len(l.items); i++ {
		eq, err := t.Equal(l.items[i], a[1])
		if err != nil {
			return Value{}, err
		}
		if eq {
			if i < len(l.items) {
				l.removeRange(i, i+1)
			}
			return None, nil
		}
	}
	return Value{}, t.ValueErrorf("list.remove(x): x not in list")
}

func listClear(_ *Thread, a []Value) (Value, error) {
	(*List)(a[0].p).items = nil
	return None, nil
}

func listCopy(_ *Thread, a []Value) (Value, error) {
	return NewList(append([]Value(nil), (*List)(a[0].p).items...)), nil
}

func listCount(t *Thread, a []Value) (Value, error) {
	l := (*List)(a[0].p)
	n := int64(0)
	for i := 0; i < len(l.items); i++ {
		eq, err := t.Equal(l.items[i], a[1])
		if err != nil {
			return Value{}, err
		}
		if eq {
			n++
		}
	}
	return Int(n), nil
}

func listIndex(t *Thread, a []Value) (Value, error) {
	l := (*List)(a[0].p)
	lo, hi, err := t.indexRange(a[2], a[3], len(l.items))
	if err != nil {
		return Value{}, err
	}
	for i := lo; i < hi && i < len(l.items); i++ {
		eq, err := t.Equal(l.items[i], a[1])
		if err != nil {
			return Value{}, err
		}
		if eq {
			return Int(int64(i)), nil
		}
	}
	r, err := t.Repr(a[1])
	if err != nil {
		return Value{}, err
	}
	return Value{}, t.ValueErrorf("%s is not in list", r)
}

func listReverse(_ *Thread, a []Value) (Value, error) {
	reverseItems((*List)(a[0].p).items)
	return None, nil
}
