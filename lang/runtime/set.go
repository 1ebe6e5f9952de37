package runtime

// Set is a set or a frozenset: the keys of a table. It iterates in insertion
// order, so that every run repeats.
type Set struct {
	Hdr
	d     Dict
	hash  uint64 // of a frozenset, once asked for
	attrs *Attrs // of an instance of a subclass that has some
}

// NewSet makes an empty set.
func NewSet() *Set { return &Set{Hdr: Hdr{&SetType}} }

// NewFrozenSet makes a frozenset; whoever makes it adds its items before a program
// sees it.
func NewFrozenSet() *Set { return &Set{Hdr: Hdr{&FrozenSetType}} }

// Value is the set as a value.
func (s *Set) Value() Value { return obj(s) }

// Len is the number of items.
func (s *Set) Len() int { return s.d.used }

// Add adds v.
func (s *Set) Add(t *Thread, v Value) error {
	h, err := t.keyHash(v)
	if err != nil {
		return err
	}
	i, err := s.d.lookup(t, v, h)
	if err != nil || i >= 0 {
		return err
	}
	return s.d.insert(t, v, h, None)
}

// Has says whether v is in the set.
func (s *Set) Has(t *Thread, v Value) (bool, error) {
	_, ok, err := s.d.Get(t, v)
	return ok, err
}

// Discard removes v and says whether it was there.
func (s *Set) Discard(t *Thread, v Value) (bool, error) { return s.d.Del(t, v) }

// Items is the items in order, in a new slice.
func (s *Set) Items() []Value { return s.d.Keys() }

// Next is the first item at or after position pos, and the position after it; ok
// is false at the end. The set may be changed between calls.
func (s *Set) Next(pos int) (v Value, next int, ok bool) {
	v, _, next, ok = s.d.Next(pos)
	return v, next, ok
}

// Update adds the items of the iterable v.
func (s *Set) Update(t *Thread, v Value) error {
	if src := AsSet(v); src != nil {
		return s.d.Update(t, &src.d)
	}
	if src := exact[Dict](v, &DictType); src != nil {
		return s.addKeys(t, src)
	}
	return t.Each(v, func(x Value) error { return s.Add(t, x) })
}

// addKeys adds the keys of a table.
func (s *Set) addKeys(t *Thread, src *Dict) error {
	for pos := src.skip(0); pos >= 0; pos = src.skip(pos + 1) {
		e := *src.at(pos)
		i, err := s.d.lookup(t, e.key, e.hash)
		if err != nil {
			return err
		}
		if i < 0 {
			if err := s.d.insert(t, e.key, e.hash, None); err != nil {
				return err
			}
		}
	}
	return nil
}
