package runtime

import (
	"strings"

	"github.com/coro-lang/coro/lang/compiler"
)

// The types set and frozenset: their operators and methods.

var setIterType Type

// setIter iterates over a set; s is nil once exhausted.
type setIter struct {
	Hdr
	s    *Set
	pos  int
	used int // the set's length at the start; -1 once it was found changed
}

func init() {
	slots := Slots{
		Repr: setRepr, Len: setLen, Compare: setCompare, Binary: setBinary,
		Contains: setContains, Iter: setIterOf,
	}
	rows := []Method{
		{Name: "copy", Fn: setCopy},
		{Name: "union", Sig: "*others", Fn: setMethod(compiler.Or)},
		{Name: "intersection", Sig: "*others", Fn: setMethod(compiler.And)},
		{Name: "difference", Sig: "*others", Fn: setMethod(compiler.Sub)},
		{Name: "symmetric_difference", Sig: "other, /", Fn: func(t *Thread, a []Value) (Value, error) {
			s, err := t.setAlgebra(compiler.Xor, (*Set)(a[0].p).copyBase(), a[1])
			return s.Value(), err
		}},
		{Name: "isdisjoint", Sig: "other, /", Fn: setIsDisjoint},
		{Name: "issubset", Sig: "other, /", Fn: setIsSubset},
		{Name: "issuperset", Sig: "other, /", Fn: setIsSuperset},
		{Name: "__class_getitem__", Sig: "object, /", Kind: ClassMethod, Fn: classGetItemAlias},
	}
	frozen, mutable := slots, slots
	frozen.New, frozen.Hash = frozenSetNew, frozenSetHash
	Define(&FrozenSetType, &Spec{Name: "frozenset", Layout: true, NoKeywords: true, Slots: frozen, Methods: rows})

	mutable.New, mutable.InPlace = setNew, setInPlace
	Define(&SetType, &Spec{Name: "set", Layout: true, Slots: mutable, Methods: append([]Method{
		{Name: "add", Sig: "object, /", Fn: setAdd},
		{Name: "discard", Sig: "object, /", Fn: setDiscard},
		{Name: "remove", Sig: "object, /", Fn: setRemove},
		{Name: "pop", Fn: setPop},
		{Name: "clear", Fn: setClear},
		{Name: "update", Sig: "*others", Fn: setUpdate(compiler.Or)},
		{Name: "intersection_update", Sig: "*others", Fn: setUpdate(compiler.And)},
		{Name: "difference_update", Sig: "*others", Fn: setUpdate(compiler.Sub)},
		{Name: "symmetric_difference_update", Sig: "other, /", Fn: func(t *Thread, a []Value) (Value, error) {
			_, err := t.setAlgebra(compiler.Xor, (*Set)(a[0].p), a[1])
			return None, err
		}},
	}, rows...)})
	defineIter(&setIterType, "set_iterator", setIterNext, setIterState)
}

var setSig = classSig("iterable=(), /")

func setNew(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	name := "set"
	if len(kwnames) == 0 {
		name = cls.Name
	}
	a, err := setSig.bind(t, name, args, kwnames)
	if err != nil {
		return Value{}, err
	}
	s := &Set{Hdr: Hdr{cls}}
	if !a[0].IsMissing() {
		err = s.Update(t, a[0])
	}
	return s.Value(), err
}

// emptyFrozenSet is frozenset(), of which there is one; its hash is known, so
// that nobody writes to it.
var emptyFrozenSet = &Set{Hdr: Hdr{&FrozenSetType}, hash: 133146708735736}

func frozenSetNew(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	name := "frozenset"
	if len(kwnames) == 0 {
		name = cls.Name
	}
	a, err := setSig.bind(t, name, args, kwnames)
	if err != nil {
		return Value{}, err
	}
	if cls == &FrozenSetType && !a[0].IsMissing() && a[0].Type() == cls {
		return a[0], nil
	}
	s := &Set{Hdr: Hdr{cls}}
	if !a[0].IsMissing() {
		err = s.Update(t, a[0])
	}
	if s.d.used == 0 && cls == &FrozenSetType {
		s = emptyFrozenSet
	}
	return s.Value(), err
}

func setRepr(t *Thread, v Value) (string, error) {
	s := (*Set)(v.p)
	name := s.typ.Name
	if s.d.used == 0 {
		return name + "()", nil
	}
	if t.beginRepr(v) {
		return name + "(...)", nil
	}
	defer t.endRepr()
	var b strings.Builder
	open, end := "{", "}"
	if s.typ != &SetType {
		open, end = name+"({", "})"
	}
	items, err := s.Items(), error(nil)
	if s.typ.flags&flagHeap != 0 {
		items, err = t.Collect(v) // as its own __iter__ has it
	}
	if err == nil {
		err = t.reprItems(&b, open, end, items)
	}
	return b.String(), err
}

func setLen(_ *Thread, v Value) (int, error) { return (*Set)(v.p).d.used, nil }

// frozenSetHash mixes the items' hashes in any order, as CPython does.
func frozenSetHash(t *Thread, v Value) (uint64, error) {
	s := (*Set)(v.p)
	if s.hash == 0 {
		s.hash = s.itemsHash()
	}
	return s.hash, nil
}

func (s *Set) itemsHash() uint64 {
	h := uint64(0)
	s.d.Each(func(_, _ Value, x uint64) bool {
		h ^= ((x ^ 89869747) ^ x<<16) * 3644798167
		return true
	})
	h ^= (uint64(s.d.used) + 1) * 1927868237
	h ^= h>>11 ^ h>>25
	return neverMinusOne(h*69069+907133923, 590923713)
}

// itemHash is the hash under which v may be in a set: a set is looked for as the
// frozenset of its items.
func (t *Thread) itemHash(v Value) (uint64, error) {
	if s := As[Set](v, &SetType); s != nil && s.typ.Hash == nil {
		return s.itemsHash(), nil
	}
	return t.keyHash(v)
}

// findItem is the number of v's entry or negative.
func (s *Set) findItem(t *Thread, v Value) (int, error) {
	h, err := t.itemHash(v)
	if err != nil {
		return absent, err
	}
	return s.d.lookup(t, v, h)
}

func setContains(t *Thread, v, item Value) (bool, error) {
	i, err := (*Set)(v.p).findItem(t, item)
	return i >= 0, err
}

func setIterOf(_ *Thread, v Value) (Value, error) {
	s := (*Set)(v.p)
	return obj(&setIter{Hdr{&setIterType}, s, 0, s.d.used}), nil
}

func setIterNext(t *Thread, v Value) (Value, bool, error) {
	it := (*setIter)(v.p)
	if it.s == nil {
		return Value{}, false, nil
	}
	if it.used != it.s.d.used {
		it.used = -1 // it stays an error
		return Value{}, false, t.RuntimeErrorf("Set changed size during iteration")
	}
	e, next := it.s.d.from(it.pos)
	if e == nil {
		it.s = nil
		return Value{}, false, nil
	}
	it.pos = next
	return e.key, true, nil
}

// copyBase is a set or frozenset with the same items.
func (s *Set) copyBase() *Set { return s.copyAs(s.typ.layout) }

func setCopy(_ *Thread, a []Value) (Value, error) {
	s := (*Set)(a[0].p)
	if s.typ == &FrozenSetType {
		return a[0], nil
	}
	return s.copyBase().Value(), nil
}

// setMethod makes a method that applies op with each of its arguments to a copy.
func setMethod(op compiler.BinaryOp) Fn {
	return func(t *Thread, a []Value) (Value, error) {
		s := (*Set)(a[0].p).copyBase()
		for _, other := range (*Tuple)(a[1].p).items {
			if _, err := t.setAlgebra(op, s, other); err != nil {
				return Value{}, err
			}
		}
		return s.Value(), nil
	}
}

// setUpdate makes a method that applies op with each of its arguments in place.
func setUpdate(op compiler.BinaryOp) Fn {
	return func(t *Thread, a []Value) (Value, error) {
		s := (*Set)(a[0].p)
		to := s
		if op == compiler.And {
			to = s.copyBase() // an error leaves the set as it was
		}
		for _, other := range (*Tuple)(a[1].p).items {
			if _, err := t.setAlgebra(op, to, other); err != nil {
				return Value{}, err
			}
		}
		if to != s {
			s.d.takeTable(&to.d)
		}
		return None, nil
	}
}

func setIsDisjoint(t *Thread, a []Value) (Value, error) {
	s := (*Set)(a[0].p)
	none := true
	err := t.Each(a[1], func(x Value) error {
		in, err := s.Has(t, x)
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

func setIsSubset(t *Thread, a []Value) (Value, error) {
	s := (*Set)(a[0].p)
	if other := AsSet(a[1]); other != nil {
		ok, err := t.subset(s, other)
		return Bool(ok), err
	}
	// As many in common as there are: what comes after those is not asked for.
	common := NewSet()
	if err := common.Update(t, a[0]); err != nil {
		return Value{}, err
	}
	err := t.intersect(common, a[1])
	return Bool(common.d.used == s.d.used), err
}

func setIsSuperset(t *Thread, a []Value) (Value, error) {
	s := (*Set)(a[0].p)
	if other := AsSet(a[1]); other != nil {
		ok, err := t.subset(other, s)
		return Bool(ok), err
	}
	all := true
	err := t.Each(a[1], func(x Value) error {
		in, err := s.Has(t, x)
		if err == nil && !in {
			all = false
			return errStop
		}
		return err
	})
	if err == errStop {
		err = nil
	}
	return Bool(all), err
}

func setAdd(t *Thread, a []Value) (Value, error) { return None, (*Set)(a[0].p).Add(t, a[1]) }

// discard removes v, which may be a set that stands for a frozenset.
func (s *Set) discard(t *Thread, v Value) (bool, error) {
	i, err := s.findItem(t, v)
	if i < 0 {
		return false, err
	}
	s.d.remove(i)
	return true, nil
}

func setDiscard(t *Thread, a []Value) (Value, error) {
	_, err := (*Set)(a[0].p).discard(t, a[1])
	return None, err
}

func setRemove(t *Thread, a []Value) (Value, error) {
	ok, err := (*Set)(a[0].p).discard(t, a[1])
	if err == nil && !ok {
		err = t.KeyError(a[1])
	}
	return None, err
}

func setPop(t *Thread, a []Value) (Value, error) {
	s := (*Set)(a[0].p)
	i := s.d.skip(0)
	if i < 0 {
		return Value{}, t.KeyError(NewStr("pop from an empty set"))
	}
	v := s.d.at(i).key
	s.d.remove(i)
	return v, nil
}

func setClear(_ *Thread, a []Value) (Value, error) {
	(*Set)(a[0].p).d.Clear()
	return None, nil
}
