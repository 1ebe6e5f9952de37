package runtime

import (
	"github.com/coro-lang/coro/lang/compiler"
)

// The algebra of sets. Results keep the left operand's order.

// setAlgebra is s op other, in place: s is changed and returned. other is any
// iterable.
func (t *Thread) setAlgebra(op compiler.BinaryOp, s *Set, other Value) (*Set, error) {
	var err error
	switch op {
	case compiler.Or:
		err = s.Update(t, other)
	case compiler.And:
		err = t.intersect(s, other)
	case compiler.Sub:
		err = t.subtract(s, other)
	case compiler.Xor:
		err = t.symmetricDifference(s, other)
	}
	return s, err
}

// tableOf is the table of a set or exact dict, whose keys can be taken as they
// are; nil for other values.
func tableOf(v Value) *Dict {
	if s := AsSet(v); s != nil {
		return &s.d
	}
	return exact[Dict](v, &DictType)
}

// intersect keeps what is in other too.
func (t *Thread) intersect(s *Set, other Value) error {
	with := tableOf(other)
	if with == &s.d {
		return nil
	}
	swap := true // take the equal item of other, as CPython does
	if with != nil {
		swap = AsSet(other) == nil || with.used <= s.d.used
	} else {
		found := NewSet()
		err := t.Each(other, func(x Value) error {
			h, err := t.keyHash(x)
			if err != nil {
				return err
			}
			if i, err := s.d.lookup(t, x, h); err != nil || i < 0 {
				return err
			}
			if err = found.d.SetHashed(t, x, h, None); err == nil && found.d.used == s.d.used {
				err = errStop // the rest is not asked for
			}
			return err
		})
		if err != nil && err != errStop {
			return err
		}
		with = &found.d
	}
	kept := NewDict()
	for i := s.d.skip(0); i >= 0; i = s.d.skip(i + 1) {
		e := *s.d.at(i)
		j, err := with.lookup(t, e.key, e.hash)
		if err != nil {
			return err
		}
		if j < 0 {
			continue
		}
		if swap {
			e.key = with.at(j).key
		}
		if err := kept.SetHashed(t, e.key, e.hash, None); err != nil {
			return err
		}
	}
	s.d.takeTable(kept)
	return nil
}

// subtract removes what is in other.
func (t *Thread) subtract(s *Set, other Value) error {
	from := tableOf(other)
	if from == nil {
		return t.Each(other, func(x Value) error {
			_, err := s.Discard(t, x)
			return err
		})
	}
	if from == &s.d {
		s.d.Clear()
		return nil
	}
	if from.used < s.d.used {
		for i := from.skip(0); i >= 0; i = from.skip(i + 1) {
			e := *from.at(i)
			j, err := s.d.lookup(t, e.key, e.hash)
			if err != nil {
				return err
			}
			if j >= 0 {
				s.d.remove(j)
			}
		}
		return nil
	}
	for i := s.d.skip(0); i >= 0; i = s.d.skip(i + 1) {
		e := *s.d.at(i)
		j, err := from.lookup(t, e.key, e.hash)
		if err != nil {
			return err
		}
		if j >= 0 && i < s.d.end() && s.d.at(i).key == e.key {
			s.d.remove(i)
		}
	}
	return nil
}

// symmetricDifference removes what is in other too and adds what is only there.
func (t *Thread) symmetricDifference(s *Set, other Value) error {
	src := tableOf(other)
	if src == &s.d {
		s.d.Clear()
		return nil
	}
	if src == nil {
		items := NewSet()
		if err := items.Update(t, other); err != nil {
			return err
		}
		src = &items.d
	}
	for i := src.skip(0); i >= 0; i = src.skip(i + 1) {
		e := *src.at(i)
		j, err := s.d.lookup(t, e.key, e.hash)
		if err != nil {
			return err
		}
		if j >= 0 {
			s.d.remove(j)
		} else if err := s.d.insert(t, e.key, e.hash, None); err != nil {
			return err
		}
	}
	return nil
}

// subset says whether all of a is in b.
func (t *Thread) subset(a, b *Set) (bool, error) {
	if a.d.used > b.d.used {
		return false, nil
	}
	for i := a.d.skip(0); i >= 0; i = a.d.skip(i + 1) {
		e := *a.d.at(i)
		if j, err := b.d.lookup(t, e.key, e.hash); err != nil || j < 0 {
			return false, err
		}
	}
	return true, nil
}

func setCompare(t *Thread, op compiler.CompareOp, a, b Value) (Value, error) {
	x, y := AsSet(a), AsSet(b)
	if x == nil || y == nil {
		return NotImplemented, nil
	}
	m, n := x.d.used, y.d.used
	var ok bool
	var err error
	switch op {
	case compiler.Eq, compiler.Ne:
		if ok = m == n; ok {
			ok, err = t.subset(x, y)
		}
		ok = ok == (op == compiler.Eq)
	case compiler.Le:
		ok, err = t.subset(x, y)
	case compiler.Ge:
		ok, err = t.subset(y, x)
	case compiler.Lt:
		if m < n {
			ok, err = t.subset(x, y)
		}
	case compiler.Gt:
		if m > n {
			ok, err = t.subset(y, x)
		}
	}
	return Bool(ok), err
}

func setBinary(t *Thread, op compiler.BinaryOp, a, b Value) (Value, error) {
	x, y := AsSet(a), AsSet(b)
	if x == nil || y == nil {
		return NotImplemented, nil
	}
	switch op {
	case compiler.And, compiler.Or, compiler.Xor, compiler.Sub:
		s, err := t.setAlgebra(op, x.copyAs(x.typ.layout), b)
		return s.Value(), err
	}
	return NotImplemented, nil
}

func setInPlace(t *Thread, op compiler.BinaryOp, a, b Value) (Value, error) {
	if AsSet(b) == nil {
		return NotImplemented, nil
	}
	switch op {
	case compiler.And, compiler.Or, compiler.Xor, compiler.Sub:
		_, err := t.setAlgebra(op, (*Set)(a.p), b)
		return a, err
	}
	return NotImplemented, nil
}

// copyAs is a set or frozenset, by typ, with the same items.
func (s *Set) copyAs(typ *Type) *Set {
	c := &Set{Hdr: Hdr{typ}}
	c.d.copyTable(&s.d)
	return c
}
