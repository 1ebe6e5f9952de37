package runtime

// reversed and the reverse iterators of lists, dicts and sequences.

var reversedType, listReverseIterType Type

// reversedIter iterates backwards over a sequence by its __getitem__; seq is
// Missing once exhausted.
type reversedIter struct {
	Hdr
	seq Value
	i   int
}

// listReverseIter iterates backwards over a list.
type listReverseIter struct {
	Hdr
	list *List
	i    int
}

var reversedSpec = Spec{
	Name: "reversed", Layout: true, NoKeywords: true,
	Slots: Slots{New: reversedNew, Iter: iterSelf, Next: reversedNext}, Methods: reversedState,
}

func init() {
	Define(&reversedType, &reversedSpec)
	defineIter(&listReverseIterType, "list_reverseiterator", listReverseNext, listReverseState)
}

var reversedName = NewStrObj("__reversed__")

var reversedSig = classSig("sequence, /")

func reversedNew(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	a, err := reversedSig.bind(t, "reversed", args, kwnames)
	if err != nil {
		return Value{}, err
	}
	v := a[0]
	m, found := v.Type().Lookup(reversedName)
	switch {
	case found && m.IsNone():
		return Value{}, t.TypeErrorf("'%s' object is not reversible", v.Type().Name)
	case found:
		return t.callBound(m, v, nil, nil)
	}
	if typ := v.Type(); typ.GetItem == nil || typ.Len == nil && typ.flags&flagHeap == 0 || AsDict(v) != nil {
		return Value{}, t.TypeErrorf("'%s' object is not reversible", typ.Name)
	}
	n, err := t.Len(v)
	if err != nil {
		return Value{}, err
	}
	return obj(&reversedIter{Hdr{cls}, v, n - 1}), nil
}

func reversedNext(t *Thread, v Value) (Value, bool, error) {
	it := As[reversedIter](v, &reversedType)
	if it.seq.IsMissing() || it.i < 0 {
		return Value{}, false, nil
	}
	x, err := t.GetItem(it.seq, Int(int64(it.i)))
	if err != nil {
		it.i = -1
		if Is(err, &IndexErrorType) || Is(err, &StopIterationType) {
			it.seq, err = Missing, nil
		}
		return Value{}, false, err
	}
	it.i--
	return x, true, nil
}

func listReversed(_ *Thread, a []Value) (Value, error) {
	l := (*List)(a[0].p)
	return obj(&listReverseIter{Hdr{&listReverseIterType}, l, len(l.items) - 1}), nil
}

func listReverseNext(_ *Thread, v Value) (Value, bool, error) {
	it := (*listReverseIter)(v.p)
	if it.list == nil || it.i < 0 || it.i >= len(it.list.items) {
		it.list = nil
		return Value{}, false, nil
	}
	it.i--
	return it.list.items[it.i+1], true, nil
}
