package runtime

import "fmt"

// Updating a dict: whether what it takes its entries from is a mapping or an iterable of
// pairs, and what that is asked in which order.

// UpdateWith is d.update(src, **kwargs) of a dict: src is Missing, a mapping or an
// iterable of pairs; kwargs may be nil.
func (d *Dict) UpdateWith(t *Thread, src Value, kwargs *Dict) error {
	if !src.IsMissing() {
		if err := t.updateFrom(d, src); err != nil {
			return err
		}
	}
	if kwargs == nil {
		return nil
	}
	return d.Update(t, kwargs)
}

// updateFrom is d.update(src) of a dict. What has keys is a mapping.
func (t *Thread) updateFrom(d *Dict, src Value) error {
	if s := builtinDict(src); s != nil {
		return d.Update(t, s)
	}
	switch _, found, err := t.LookupAttr(src, keysName); {
	case err != nil:
		return err
	case found:
		return d.Merge(t, src)
	}
	return t.updatePairs(d, src)
}

// Merge puts the entries of the mapping src into d.
func (d *Dict) Merge(t *Thread, src Value) error {
	if s := AsDict(src); s != nil && s.hasPlainIter() {
		return d.Update(t, s)
	}
	return t.eachEntry(src, func(key, val Value) error { return d.Set(t, key, val) }, nil)
}

// updatePairs puts the pairs of an iterable into d.
func (t *Thread) updatePairs(d *Dict, src Value) error {
	i := 0
	return t.Each(src, func(x Value) error {
		if typ := x.Type(); typ.Iter == nil && typ.GetItem == nil || typ.flags&flagHeap != 0 {
			it, err := t.iterOf(x, fmt.Sprintf("cannot convert dictionary update sequence element #%d to a sequence", i))
			if err != nil {
				return err
			}
			x = it
		}
		pair, err := t.Collect(x)
		if err != nil {
			return err
		}
		if len(pair) != 2 {
			return t.ValueErrorf("dictionary update sequence element #%d has length %d; 2 is required", i, len(pair))
		}
		i++
		return d.Set(t, pair[0], pair[1])
	})
}

// eachEntry calls f with the entries of a mapping. If check is set it is asked about
// a key before the mapping is for its value.
func (t *Thread) eachEntry(v Value, f func(key, val Value) error, check func(key Value) error) error {
	if d := AsDict(v); d != nil && d.hasPlainIter() {
		for i := d.skip(0); i >= 0; i = d.skip(i + 1) {
			e := *d.at(i)
			if check != nil {
				if err := check(e.key); err != nil {
					return err
				}
			}
			if err := f(e.key, e.val); err != nil {
				return err
			}
		}
		return nil
	}
	keys, err := t.GetAttr(v, keysName)
	if err != nil {
		return err
	}
	if keys, err = t.Call(keys); err != nil {
		return err
	}
	it, err := t.iterOf(keys, fmt.Sprintf("%s.keys() returned a non-iterable (type %s)", v.Type().Name, keys.Type().Name))
	if err != nil {
		return err
	}
	list, err := t.Collect(it) // all of them before the first value
	if err != nil {
		return err
	}
	for _, k := range list {
		if check != nil {
			if err := check(k); err != nil {
				return err
			}
		}
		x, err := t.GetItem(v, k)
		if err != nil {
			return err
		}
		if err := f(k, x); err != nil {
			return err
		}
	}
	return nil
}

// updateOrdered is d.update(src, **kwargs) of an OrderedDict, which puts the entries as
// programs do, by a __setitem__ of their own, and takes them from items() too.
func (t *Thread) updateOrdered(d *Dict, src Value, kwargs *Dict) error {
	if !src.IsMissing() {
		if err := t.updateOrderedFrom(d.Value(), src); err != nil {
			return err
		}
	}
	if kwargs == nil {
		return nil
	}
	return t.updateOrderedFrom(d.Value(), kwargs.Value())
}

// updateOrderedFrom is to.update(src) of an OrderedDict, or of what a class of the
// program's makes in its stead.
func (t *Thread) updateOrderedFrom(to, src Value) error {
	if s := builtinDict(src); s != nil {
		if d := AsDict(to); d != nil && d.putter() == nil {
			return d.Update(t, s)
		}
		return t.putPairs(to, DictItems(s))
	}
	keys, found, err := t.callIfThere(src, keysName)
	switch {
	case err != nil:
		return err
	case found:
		return t.Each(keys, func(k Value) error {
			v, err := t.GetItem(src, k)
			if err != nil {
				return err
			}
			return t.SetItem(to, k, v)
		})
	}
	items, found, err := t.callIfThere(src, itemsName)
	switch {
	case err != nil:
		return err
	case found:
		src = items
	}
	return t.putPairs(to, src)
}

// callIfThere is v.name(); found is false if v has no such attribute.
func (t *Thread) callIfThere(v Value, name *Str) (r Value, found bool, err error) {
	m, found, err := t.LookupAttr(v, name)
	if err != nil || !found {
		return Value{}, false, err
	}
	r, err = t.Call(m)
	return r, true, err
}

// putPairs sets the items of to that an iterable of pairs gives.
func (t *Thread) putPairs(to, pairs Value) error {
	return t.Each(pairs, func(x Value) error {
		pair, err := t.Collect(x)
		if err != nil {
			return err
		}
		switch n := len(pair); {
		case n < 2:
			return t.ValueErrorf("need more than %s to unpack", plural(n, "value"))
		case n > 2:
			return t.ValueErrorf("too many values to unpack (expected 2)")
		}
		return t.SetItem(to, pair[0], pair[1])
	})
}

// putter is how entries come into an OrderedDict: nil if as into any dict, else the
// __setitem__ of the program's class.
func (d *Dict) putter() func(t *Thread, v, key, val Value) error {
	if d.typ.flags&flagHeap == 0 || isSlotMethod(d.typ.special[dunderSetItem]) {
		return nil
	}
	return d.typ.SetItem
}

var keysName, itemsName = NewStrObj("keys"), NewStrObj("items")

// builtinDict is v if it is a dict or OrderedDict but of no class of a program's, so
// that asking for its keys shows nothing.
func builtinDict(v Value) *Dict {
	if d := AsDict(v); d != nil && (d.typ == &DictType || d.typ == &OrderedDictType) {
		return d
	}
	return nil
}

// hasPlainIter says whether d's class iterates as dict does, so that its entries
// may be taken as they are.
func (d *Dict) hasPlainIter() bool {
	if builtinDict(d.Value()) != nil {
		return true
	}
	m, _ := d.typ.Lookup(iterName)
	own, _ := DictType.Lookup(iterName)
	return m == own
}
