package runtime

import (
	"strings"

	"github.com/coro-lang/coro/lang/compiler"
)

// The dict type: its operators and methods.

var dictSpec = Spec{
	Name: "dict", Layout: true, Mapping: true,
	Slots: Slots{
		New: dictNew, Repr: dictRepr, Len: dictLen, Compare: dictCompare,
		Binary: dictBinary, InPlace: dictInPlace,
		GetItem: dictGetItem, SetItem: dictSetItem, DelItem: dictDelItem,
		Contains: dictContains, Iter: dictIterOf,
	},
	Methods: []Method{
		{Name: "get", Sig: "key, default=None, /", Fn: dictGet},
		{Name: "setdefault", Sig: "key, default=None, /", Fn: dictSetDefault},
		{Name: "pop", Sig: "key, default=<unrepresentable>, /", Fn: dictPop},
		{Name: "popitem", Fn: dictPopItem},
		{Name: "keys", Fn: dictKeys},
		{Name: "values", Fn: dictValues},
		{Name: "items", Fn: dictItems},
		{Name: "update", Sig: "iterable=(), /, **kwargs", Fn: dictUpdate},
		{Name: "clear", Fn: dictClear},
		{Name: "copy", Fn: dictCopy},
		{Name: "fromkeys", Sig: "iterable, value=None, /", Kind: ClassMethod, Fn: dictFromKeys},
		{Name: "__reversed__", Fn: dictReversed},
		{Name: "__class_getitem__", Sig: "object, /", Kind: ClassMethod, Fn: classGetItemAlias},
	},
}

func init() {
	Define(&DictType, &dictSpec)
}

var dictSig = classSig("iterable=(), /, **kwargs")

func dictNew(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	d := &Dict{Hdr: Hdr{cls}}
	if len(args) == 0 {
		return obj(d), nil
	}
	a, err := dictSig.bind(t, "dict", args, kwnames)
	if err != nil {
		return Value{}, err
	}
	return obj(d), d.UpdateWith(t, a[0], AsDict(a[1]))
}

// NewDictOf makes an empty instance of cls, dict or a subclass.
func NewDictOf(cls *Type) *Dict { return &Dict{Hdr: Hdr{cls}} }

var missingName = NewStrObj("__missing__")

var iterName = NewStrObj("__iter__")

func dictRepr(t *Thread, v Value) (string, error) {
	d := (*Dict)(v.p)
	if d.used == 0 {
		return "{}", nil
	}
	if t.beginRepr(v) {
		return "{...}", nil
	}
	defer t.endRepr()
	var b strings.Builder
	b.WriteByte('{')
	for i := d.skip(0); i >= 0; i = d.skip(i + 1) {
		if b.Len() > 1 {
			b.WriteString(", ")
		}
		e := *d.at(i)
		if err := t.reprTo(&b, e.key); err != nil {
			return "", err
		}
		b.WriteString(": ")
		if err := t.reprTo(&b, e.val); err != nil {
			return "", err
		}
	}
	b.WriteByte('}')
	return b.String(), nil
}

func dictLen(_ *Thread, v Value) (int, error) { return (*Dict)(v.p).used, nil }

func dictCompare(t *Thread, op compiler.CompareOp, a, b Value) (Value, error) {
	x, y := AsDict(a), AsDict(b)
	if x == nil || y == nil || op != compiler.Eq && op != compiler.Ne {
		return NotImplemented, nil
	}
	eq, err := t.equalDicts(x, y)
	return Bool(eq == (op == compiler.Eq)), err
}

func (t *Thread) equalDicts(x, y *Dict) (bool, error) {
	if x.used != y.used {
		return false, nil
	}
	for i := x.skip(0); i >= 0; i = x.skip(i + 1) {
		e := *x.at(i)
		j, err := y.lookup(t, e.key, e.hash)
		if j < 0 {
			return false, err
		}
		if eq, err := t.Equal(e.val, y.at(j).val); err != nil || !eq {
			return false, err
		}
	}
	return true, nil
}

func dictBinary(t *Thread, op compiler.BinaryOp, a, b Value) (Value, error) {
	x, y := AsDict(a), AsDict(b)
	if op != compiler.Or || x == nil || y == nil {
		return NotImplemented, nil
	}
	d, err := t.copyDict(x)
	if err != nil {
		return Value{}, err
	}
	return d.Value(), t.updateFrom(d, b)
}

func dictInPlace(t *Thread, op compiler.BinaryOp, a, b Value) (Value, error) {
	if op != compiler.Or {
		return NotImplemented, nil
	}
	return a, t.updateFrom((*Dict)(a.p), b)
}

func dictGetItem(t *Thread, v, key Value) (Value, error) {
	d := (*Dict)(v.p)
	x, ok, err := d.Get(t, key)
	if err != nil || ok {
		return x, err
	}
	if d.typ != &DictType {
		if x, ok, err := t.CallSpecial(v, missingName, key); ok || err != nil {
			return x, err
		}
	}
	return Value{}, t.KeyError(key)
}

func dictSetItem(t *Thread, v, key, val Value) error { return (*Dict)(v.p).Set(t, key, val) }

func dictDelItem(t *Thread, v, key Value) error {
	ok, err := (*Dict)(v.p).Del(t, key)
	if err == nil && !ok {
		err = t.KeyError(key)
	}
	return err
}

func dictContains(t *Thread, v, key Value) (bool, error) {
	_, ok, err := (*Dict)(v.p).Get(t, key)
	return ok, err
}

func dictGet(t *Thread, a []Value) (Value, error) {
	v, ok, err := (*Dict)(a[0].p).Get(t, a[1])
	if err == nil && !ok {
		v = a[2].Or(None)
	}
	return v, err
}

func dictSetDefault(t *Thread, a []Value) (Value, error) {
	d := (*Dict)(a[0].p)
	h, err := t.keyHash(a[1])
	if err != nil {
		return Value{}, err
	}
	i, err := d.lookup(t, a[1], h)
	if err != nil {
		return Value{}, err
	}
	if i >= 0 {
		return d.at(i).val, nil
	}
	v := a[2].Or(None)
	return v, d.insert(t, a[1], h, v)
}

func dictPop(t *Thread, a []Value) (Value, error) {
	d := (*Dict)(a[0].p)
	if d.used > 0 {
		v, ok, err := d.Pop(t, a[1])
		if err != nil || ok {
			return v, err
		}
	}
	if a[2].IsMissing() {
		return Value{}, t.KeyError(a[1])
	}
	return a[2], nil
}

func dictPopItem(t *Thread, a []Value) (Value, error) {
	d := (*Dict)(a[0].p)
	if d.used == 0 {
		return Value{}, t.KeyError(NewStr("popitem(): dictionary is empty"))
	}
	e := d.popLast()
	return newPair(e.key, e.val), nil
}

func dictUpdate(t *Thread, a []Value) (Value, error) {
	return None, (*Dict)(a[0].p).UpdateWith(t, a[1], AsDict(a[2]))
}

func dictClear(_ *Thread, a []Value) (Value, error) {
	(*Dict)(a[0].p).Clear()
	return None, nil
}

func dictCopy(t *Thread, a []Value) (Value, error) {
	d, err := t.copyDict((*Dict)(a[0].p))
	return d.Value(), err
}

// copyDict is a plain dict with d's entries, as d's class iterates over them.
func (t *Thread) copyDict(d *Dict) (*Dict, error) {
	if d.hasPlainIter() {
		return d.Copy(), nil
	}
	c := NewDict()
	if d.used == 0 {
		return c, nil
	}
	return c, c.Merge(t, d.Value())
}

func dictFromKeys(t *Thread, a []Value) (Value, error) {
	val := a[2].Or(None)
	made, err := t.Call(a[0])
	if err != nil {
		return Value{}, err
	}
	d := exact[Dict](made, &DictType)
	return made, t.Each(a[1], func(k Value) error {
		if d != nil {
			return d.Set(t, k, val)
		}
		return t.SetItem(made, k, val)
	})
}

// newPair is the tuple (a, b).
func newPair(a, b Value) Value {
	p := new(roomy[Tuple, [2]Value])
	p.room = [2]Value{a, b}
	p.o.typ = &TupleType
	p.o.items = p.room[:]
	return obj(&p.o)
}
