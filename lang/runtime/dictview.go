package runtime

import (
	"strings"

	"github.com/coro-lang/coro/lang/compiler"
)

// The views of a dict, keys(), values() and items(), and the iterators over it.

var (
	dictKeysType, dictValuesType, dictItemsType                            Type
	dictKeyIterType, dictValueIterType, dictItemIterType                   Type
	dictReverseKeyIterType, dictReverseValueIterType, dictReverseItemsType Type
)

// dictView is a view of a dict; its type says of what.
type dictView struct {
	Hdr
	d *Dict
}

// dictIter iterates over a dict; its type says over what. d is nil once
// exhausted.
type dictIter struct {
	Hdr
	d    *Dict
	pos  int // of the next entry to look at
	used int // the dict's length at the start; -1 once it was found changed
	left int // entries still to come
}

func init() {
	mapping := Method{Name: "mapping", Kind: Getter, Fn: func(_ *Thread, a []Value) (Value, error) {
		return NewMappingProxy((*dictView)(a[0].p).d.Value()), nil
	}}
	disjoint := Method{Name: "isdisjoint", Sig: "other, /", Fn: viewIsDisjoint}
	reversed := func(typ *Type) Method {
		return Method{Name: "__reversed__", Fn: func(_ *Thread, a []Value) (Value, error) {
			return newReverseDictIter((*dictView)(a[0].p).d, typ), nil
		}}
	}
	view := func(typ *Type, name string, s Slots, iter, back *Type, rows ...Method) {
		s.Repr, s.Len = viewRepr, viewLen
		s.Iter = func(_ *Thread, v Value) (Value, error) { return newDictIter((*dictView)(v.p).d, iter), nil }
		Define(typ, &Spec{Name: name, Layout: true, Final: true, NoNew: true, Operators: "sub and or xor", Slots: s, Methods: append(rows, mapping, reversed(back))})
	}
	asSet := Slots{Compare: viewCompare, Binary: viewBinary}
	keys, items := asSet, asSet
	keys.Contains = func(t *Thread, v, x Value) (bool, error) {
		_, ok, err := (*dictView)(v.p).d.Get(t, x)
		return ok, err
	}
	items.Contains = itemsContain
	view(&dictKeysType, "dict_keys", keys, &dictKeyIterType, &dictReverseKeyIterType, disjoint)
	view(&dictItemsType, "dict_items", items, &dictItemIterType, &dictReverseItemsType, disjoint)
	view(&dictValuesType, "dict_values", Slots{}, &dictValueIterType, &dictReverseValueIterType)

	defineIter(&dictKeyIterType, "dict_keyiterator", dictNext(func(e *dictEntry) Value { return e.key }), dictIterState)
	defineIter(&dictValueIterType, "dict_valueiterator", dictNext(func(e *dictEntry) Value { return e.val }), dictIterState)
	defineIter(&dictItemIterType, "dict_itemiterator", dictNext(func(e *dictEntry) Value { return newPair(e.key, e.val) }), dictIterState)
	dictItemIterType.nextPair = dictPair
	defineOrderedViews()
	defineIter(&dictReverseKeyIterType, "dict_reversekeyiterator", dictPrevious(func(e *dictEntry) Value { return e.key }), dictIterState)
	defineIter(&dictReverseValueIterType, "dict_reversevalueiterator", dictPrevious(func(e *dictEntry) Value { return e.val }), dictIterState)
	defineIter(&dictReverseItemsType, "dict_reverseitemiterator", dictPrevious(func(e *dictEntry) Value { return newPair(e.key, e.val) }), dictIterState)
}

func newView(v Value, typ *Type) Value { return obj(&dictView{Hdr{typ}, (*Dict)(v.p)}) }

func dictKeys(_ *Thread, a []Value) (Value, error)   { return newView(a[0], &dictKeysType), nil }
func dictValues(_ *Thread, a []Value) (Value, error) { return newView(a[0], &dictValuesType), nil }
func dictItems(_ *Thread, a []Value) (Value, error)  { return newView(a[0], &dictItemsType), nil }

func newDictIter(d *Dict, typ *Type) Value {
	return obj(&dictIter{Hdr{typ}, d, 0, d.used, d.used})
}

func newReverseDictIter(d *Dict, typ *Type) Value {
	return obj(&dictIter{Hdr{typ}, d, d.end() - 1, d.used, d.used})
}

func dictIterOf(_ *Thread, v Value) (Value, error) {
	return newDictIter((*Dict)(v.p), &dictKeyIterType), nil
}

func dictReversed(_ *Thread, a []Value) (Value, error) {
	return newReverseDictIter((*Dict)(a[0].p), &dictReverseKeyIterType), nil
}

// check is the error of an iterator whose dict changed.
func (it *dictIter) check(t *Thread) error {
	if it.used != it.d.used {
		it.used = -1 // it stays an error
		return t.RuntimeErrorf("dictionary changed size during iteration")
	}
	return nil
}

// next is the entry that comes next, nil at the end.
func (it *dictIter) next(t *Thread) (*dictEntry, error) {
	d := it.d
	if d == nil {
		return nil, nil
	}
	if err := it.check(t); err != nil {
		return nil, err
	}
	e, next := d.from(it.pos)
	if e == nil {
		it.d = nil
		return nil, nil
	}
	if it.left == 0 {
		it.d = nil
		return nil, t.RuntimeErrorf("dictionary keys changed during iteration")
	}
	it.pos = next
	it.left--
	return e, nil
}

// dictNext makes the Next slot of an iterator that gives get of every entry.
func dictNext(get func(*dictEntry) Value) func(*Thread, Value) (Value, bool, error) {
	return func(t *Thread, v Value) (Value, bool, error) {
		e, err := (*dictIter)(v.p).next(t)
		if e == nil {
			return Value{}, false, err
		}
		return get(e), true, nil
	}
}

// dictPair is the next entry without the tuple that items() gives.
func dictPair(t *Thread, v Value) (key, val Value, ok bool, err error) {
	e, err := (*dictIter)(v.p).next(t)
	if e == nil {
		return Value{}, Value{}, false, err
	}
	return e.key, e.val, true, nil
}

// dictPrevious is dictNext backwards.
func dictPrevious(get func(*dictEntry) Value) func(*Thread, Value) (Value, bool, error) {
	return func(t *Thread, v Value) (Value, bool, error) {
		it := (*dictIter)(v.p)
		d := it.d
		if d == nil {
			return Value{}, false, nil
		}
		if err := it.check(t); err != nil {
			return Value{}, false, err
		}
		i := min(it.pos, d.end()-1)
		for i >= int(d.first) && d.at(i).key.IsMissing() {
			i--
		}
		if i < int(d.first) {
			it.d = nil
			return Value{}, false, nil
		}
		it.pos = i - 1
		it.left--
		return get(d.at(i)), true, nil
	}
}

func viewLen(_ *Thread, v Value) (int, error) { return (*dictView)(v.p).d.used, nil }

func viewRepr(t *Thread, v Value) (string, error) {
	if t.beginRepr(v) {
		return "...", nil
	}
	defer t.endRepr()
	var b strings.Builder
	items, err := t.Collect(v)
	if err != nil {
		return "", err
	}
	b.WriteString(v.Type().Name)
	err = t.reprItems(&b, "([", "])", items)
	return b.String(), err
}

func itemsContain(t *Thread, v, item Value) (bool, error) {
	p := AsTuple(item)
	if p == nil || len(p.items) != 2 {
		return false, nil
	}
	x, ok, err := (*dictView)(v.p).d.Get(t, p.items[0])
	if err != nil || !ok {
		return false, err
	}
	return t.Equal(x, p.items[1])
}

// isSetLike says whether v compares with views as a set does.
func isSetLike(v Value) bool {
	typ := v.Type()
	return AsSet(v) != nil || typ.IsSubclass(&dictKeysType) || typ.IsSubclass(&dictItemsType)
}

func viewCompare(t *Thread, op compiler.CompareOp, a, b Value) (Value, error) {
	if !isSetLike(a) || !isSetLike(b) {
		return NotImplemented, nil
	}
	m, err := t.Len(a)
	if err != nil {
		return Value{}, err
	}
	n, err := t.Len(b)
	if err != nil {
		return Value{}, err
	}
	var ok bool
	switch op {
	case compiler.Eq, compiler.Ne:
		ok = m == n
	case compiler.Lt:
		ok = m < n
	case compiler.Le:
		ok = m <= n
	case compiler.Gt:
		ok = m > n
	case compiler.Ge:
		ok = m >= n
	}
	if ok {
		if op == compiler.Gt || op == compiler.Ge {
			a, b = b, a
		}
		ok, err = t.allIn(a, b)
	}
	return Bool(ok == (op != compiler.Ne)), err
}

// allIn says whether every item of a is in b.
func (t *Thread) allIn(a, b Value) (bool, error) {
	all := true
	err := t.Each(a, func(x Value) error {
		in, err := t.Contains(b, x)
		if err == nil && !in {
			all = false
			return errStop
		}
		return err
	})
	if err == errStop {
		err = nil
	}
	return all, err
}

// viewBinary is the algebra of views and any iterables; the results are sets in
// the left operand's order.
func viewBinary(t *Thread, op compiler.BinaryOp, a, b Value) (Value, error) {
	switch op {
	case compiler.And, compiler.Or, compiler.Xor, compiler.Sub:
	default:
		return NotImplemented, nil
	}
	left := NewSet()
	if err := left.Update(t, a); err != nil {
		return Value{}, err
	}
	s, err := t.setAlgebra(op, left, b)
	if err != nil {
		return Value{}, err
	}
	return s.Value(), nil
}

func viewIsDisjoint(t *Thread, a []Value) (Value, error) {
	none := true
	err := t.Each(a[1], func(x Value) error {
		in, err := t.Contains(a[0], x)
		if err == nil && in {
			none = false
			return errStop
		}
		return err
	})
	if err == errStop {
		err = nil
	}
	return Bool(none), err
}
