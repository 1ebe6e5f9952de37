package runtime

import "github.com/coro-lang/coro/lang/compiler"

// OrderedDictType is collections.OrderedDict: a dict that can move its entries to
// either end and for which order counts in comparisons.
var OrderedDictType Type

var orderedDictSpec = Spec{
	Name: "OrderedDict", Module: "collections", Dotted: true, Base: &DictType, Adds: true, Attrs: true, Operators: "or", Refill: func(t *Thread, self, fresh Value) error {
		return t.updateOrderedFrom(self, fresh)
	},
	Slots: Slots{
		New: orderedNew, Repr: orderedRepr, Iter: orderedIterOf, Compare: orderedCompare, Binary: orderedBinary, InPlace: orderedInPlace,
	},
	Methods: []Method{
		{Name: "move_to_end", Sig: "key, last=True", Fn: orderedMove},
		{Name: "popitem", Sig: "last=True", Fn: orderedPopItem},
		{Name: "update", Sig: "*args, **kwargs", Fn: func(t *Thread, a []Value) (Value, error) {
			given := AsTuple(a[1]).items
			switch len(given) {
			case 0:
				given = []Value{Missing}
			case 1:
			default:
				return Value{}, t.TypeErrorf("update() takes at most 1 positional argument (%d given)", len(given))
			}
			return None, t.updateOrdered((*Dict)(a[0].p), given[0], AsDict(a[2]))
		}},
		{Name: "pop", Sig: "key, default=<unrepresentable>", Fn: orderedPop},
		{Name: "setdefault", Sig: "key, default=None", Fn: orderedSetDefault},
		{Name: "clear", Fn: dictClear},
		{Name: "copy", Fn: func(t *Thread, a []Value) (Value, error) { return t.orderedCopy(a[0]) }},
		{Name: "__reduce__", Fn: func(t *Thread, a []Value) (Value, error) {
			items, err := t.CallMethod(a[0], "items")
			if err != nil {
				return Value{}, err
			}
			pairs, err := t.Iter(items)
			return NewTuple([]Value{obj(a[0].Type()), emptyTuple, InstanceDict(a[0]), None, pairs}), err
		}},
		{Name: "fromkeys", Sig: "iterable, value=None", Kind: ClassMethod, Fn: dictFromKeys},
		{Name: "keys", Fn: func(_ *Thread, a []Value) (Value, error) { return newView(a[0], &orderedKeysType), nil }},
		{Name: "values", Fn: func(_ *Thread, a []Value) (Value, error) { return newView(a[0], &orderedValuesType), nil }},
		{Name: "items", Fn: func(_ *Thread, a []Value) (Value, error) { return newView(a[0], &orderedItemsType), nil }},
		{Name: "__reversed__", Fn: func(_ *Thread, a []Value) (Value, error) {
			return newOrderedIter(newReverseDictIter((*Dict)(a[0].p), &dictReverseKeyIterType)), nil
		}},
	},
}

func init() {
	Define(&OrderedDictType, &orderedDictSpec)
}

func orderedNew(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	d := NewDictOf(cls)
	if n := len(args) - len(kwnames); n > 1 {
		return Value{}, t.TypeErrorf("expected at most 1 arguments, got %d", n)
	}
	a, err := dictSig.bind(t, "OrderedDict", args, kwnames)
	if err != nil {
		return Value{}, err
	}
	return obj(d), t.updateOrdered(d, a[0], AsDict(a[1]))
}

func orderedRepr(t *Thread, v Value) (string, error) {
	name := v.Type().ShortName()
	if (*Dict)(v.p).used == 0 {
		return name + "()", nil
	}
	if t.beginRepr(v) {
		return "...", nil
	}
	defer t.endRepr()
	d, err := t.copyDict((*Dict)(v.p))
	if err != nil {
		return "", err
	}
	s, err := dictRepr(t, d.Value())
	return name + "(" + s + ")", err
}

func orderedCompare(t *Thread, op compiler.CompareOp, a, b Value) (Value, error) {
	x, y := AsDict(a), AsDict(b)
	if x == nil || y == nil || op != compiler.Eq && op != compiler.Ne {
		return NotImplemented, nil
	}
	eq, err := t.equalDicts(x, y)
	if err == nil && eq && y.typ.IsSubclass(&OrderedDictType) && x.typ.IsSubclass(&OrderedDictType) {
		i, j := x.skip(0), y.skip(0)
		for eq && err == nil && i >= 0 && j >= 0 {
			eq, err = t.Equal(x.at(i).key, y.at(j).key)
			i, j = x.skip(i+1), y.skip(j+1)
		}
	}
	return Bool(eq == (op == compiler.Eq)), err
}

func orderedBinary(t *Thread, op compiler.BinaryOp, a, b Value) (Value, error) {
	x, y := AsDict(a), AsDict(b)
	if op != compiler.Or || x == nil || y == nil {
		return NotImplemented, nil
	}
	cls := x.typ
	if !cls.IsSubclass(&OrderedDictType) {
		cls = y.typ
	}
	made, err := t.Call(obj(cls), a)
	if err != nil {
		return Value{}, err
	}
	return made, t.updateOrderedFrom(made, b)
}

func orderedInPlace(t *Thread, op compiler.BinaryOp, a, b Value) (Value, error) {
	if op != compiler.Or {
		return NotImplemented, nil
	}
	return a, t.updateOrderedFrom(a, b)
}

func (t *Thread) orderedCopy(v Value) (Value, error) {
	if v.Type() == &OrderedDictType {
		d := NewDictOf(&OrderedDictType)
		d.copyTable((*Dict)(v.p))
		return obj(d), nil
	}
	made, err := t.Call(obj(v.Type()))
	if err != nil {
		return Value{}, err
	}
	d := (*Dict)(v.p)
	for i := d.skip(0); i >= 0; i = d.skip(i + 1) {
		key := d.at(i).key
		x, err := t.GetItem(v, key)
		if err != nil {
			return Value{}, err
		}
		if err := t.SetItem(made, key, x); err != nil {
			return Value{}, err
		}
	}
	return made, nil
}

// The views of an OrderedDict and their one iterator, which says in its own words
// that the dict changed.
var orderedKeysType, orderedValuesType, orderedItemsType, orderedIterType Type

// orderedIter gives what an iterator over the dict gives, as long as no entry came,
// went or moved.
type orderedIter struct {
	Hdr
	dictIter Value
	state    orderedState
}

// orderedState changes with the keys of a dict or their order.
type orderedState struct{ used, end, first int }

func (d *Dict) orderedState() orderedState { return orderedState{d.used, d.end(), int(d.first)} }

func newOrderedIter(v Value) Value {
	return obj(&orderedIter{Hdr{&orderedIterType}, v, (*dictIter)(v.p).d.orderedState()})
}

func orderedIterOf(_ *Thread, v Value) (Value, error) {
	return newOrderedIter(newDictIter((*Dict)(v.p), &dictKeyIterType)), nil
}

func defineOrderedViews() {
	for _, view := range []struct {
		typ, base, iter, back *Type
	}{
		{&orderedKeysType, &dictKeysType, &dictKeyIterType, &dictReverseKeyIterType},
		{&orderedValuesType, &dictValuesType, &dictValueIterType, &dictReverseValueIterType},
		{&orderedItemsType, &dictItemsType, &dictItemIterType, &dictReverseItemsType},
	} {
		Define(view.typ, &Spec{
			Name: "o" + view.base.Name, Base: view.base, Final: true, NoNew: true,
			Slots: Slots{Iter: func(_ *Thread, v Value) (Value, error) {
				return newOrderedIter(newDictIter((*dictView)(v.p).d, view.iter)), nil
			}},
			Methods: []Method{{Name: "__reversed__", Fn: func(_ *Thread, a []Value) (Value, error) {
				return newOrderedIter(newReverseDictIter((*dictView)(a[0].p).d, view.back)), nil
			}}},
		})
	}
	defineIter(&orderedIterType, "odict_iterator", func(t *Thread, v Value) (Value, bool, error) {
		it := (*orderedIter)(v.p)
		inner := (*dictIter)(it.dictIter.p)
		if inner.d != nil && inner.d.orderedState() != it.state {
			inner.d = nil
			return Value{}, false, t.RuntimeErrorf("OrderedDict mutated during iteration")
		}
		return t.Next(it.dictIter)
	}, []Method{reduceRow(func(t *Thread, v Value) (Value, error) {
		rest := *(*dictIter)((*orderedIter)(v.p).dictIter.p)
		return toRest(t, obj(&rest))
	})})
}

func orderedMove(t *Thread, a []Value) (Value, error) {
	d := (*Dict)(a[0].p)
	last, err := t.Truth(a[2].Or(True))
	if err != nil {
		return Value{}, err
	}
	if d.used == 0 {
		return Value{}, t.orderedKeyError(a[1]) // whether or not it can be hashed
	}
	h, err := t.keyHash(a[1])
	if err != nil {
		return Value{}, err
	}
	i, err := d.lookup(t, a[1], h)
	switch {
	case err != nil:
		return Value{}, err
	case i < 0:
		return Value{}, t.orderedKeyError(a[1])
	case last:
		d.moveToEnd(i)
	default:
		d.moveToFront(i)
	}
	return None, nil
}

func orderedSetDefault(t *Thread, a []Value) (Value, error) {
	d := (*Dict)(a[0].p)
	put := d.putter()
	if put == nil {
		return dictSetDefault(t, a)
	}
	v := a[2].Or(None)
	if found, err := t.Contains(a[0], a[1]); err != nil {
		return Value{}, err
	} else if found {
		return t.GetItem(a[0], a[1])
	}
	return v, put(t, a[0], a[1], v)
}

// orderedKeyError is the KeyError of an OrderedDict: CPython makes the items of a
// tuple its arguments, and nothing of None.
func (t *Thread) orderedKeyError(key Value) error {
	if key.IsNone() {
		return t.NewException(&KeyErrorType)
	}
	if items := AsTuple(key); items != nil {
		return t.NewException(&KeyErrorType, items.items...)
	}
	return t.KeyError(key)
}

func orderedPop(t *Thread, a []Value) (Value, error) {
	if (*Dict)(a[0].p).used == 0 { // of which dict's pop says that the key is missing
		if _, err := t.keyHash(a[1]); err != nil {
			return Value{}, err
		}
	}
	v, err := dictPop(t, a)
	if e, ok := err.(*Exception); ok && e.typ == &KeyErrorType && len(e.args) == 1 && e.args[0].Is(a[1]) {
		err = t.orderedKeyError(a[1])
	}
	return v, err
}

func orderedPopItem(t *Thread, a []Value) (Value, error) {
	d := (*Dict)(a[0].p)
	last, err := t.Truth(a[1].Or(True))
	if err != nil {
		return Value{}, err
	}
	if d.used == 0 {
		return Value{}, t.KeyError(NewStr("dictionary is empty"))
	}
	if last {
		e := d.popLast()
		return newPair(e.key, e.val), nil
	}
	i := d.skip(0)
	e := *d.at(i)
	d.remove(i)
	return newPair(e.key, e.val), nil
}
