package runtime

// What match statements ask of their subjects.

// collection says which kind of pattern may match the instances of typ, flagSequence,
// flagMapping or 0: what the first class says that says something.
func (typ *Type) collection() typeFlag {
	for _, c := range typ.mro {
		if f := c.flags & (flagSequence | flagMapping); f != 0 {
			return f
		}
	}
	return 0
}

// takeCollection reads __abc_tpflags__, by which collections.abc marks its own Sequence
// and Mapping, out of the namespace of a new class. CPython has it in _abc._abc_init.
func (typ *Type) takeCollection() {
	if v, ok := typ.dict.getStr(names.abcFlags); ok && v.p == nil {
		switch v.n {
		case 1 << 5:
			typ.flags |= flagSequence
		case 1 << 6:
			typ.flags |= flagMapping
		}
		typ.dict.delStr(names.abcFlags)
	}
}

// IsSequence says whether v is a collections.abc.Sequence.
func (t *Thread) IsSequence(v Value) bool {
	typ := v.Type()
	switch typ.layout {
	case &ListType, &TupleType, &RangeType, &StrType, &BytesType:
		return true
	}
	return typ.collection() == flagSequence || typ.registered(t, "Sequence")
}

// matchKeys is the tuple of the mapping's values at keys, or None if one is
// missing.
func (t *Thread) matchKeys(v Value, keys []Value) (Value, error) {
	vals := make([]Value, 0, len(keys))
	seen := NewSet()
	d := exact[Dict](v, &DictType)
	for _, k := range keys {
		if has, err := seen.Has(t, k); err != nil {
			return Value{}, err
		} else if has {
			s, err := t.Repr(k)
			if err != nil {
				return Value{}, err
			}
			return Value{}, t.ValueErrorf("mapping pattern checks duplicate key (%s)", s)
		}
		if err := seen.Add(t, k); err != nil {
			return Value{}, err
		}
		var x Value
		if d != nil {
			var ok bool
			var err error
			if x, ok, err = d.Get(t, k); err != nil || !ok {
				return None, err
			}
		} else {
			get, err := t.GetAttr(v, t.VM.Intern("get"))
			if err != nil {
				return Value{}, err
			}
			none := obj(&Instance{Hdr: Hdr{&ObjectType}})
			if x, err = t.Call(get, k, none); err != nil || x == none {
				return None, err
			}
		}
		vals = append(vals, x)
	}
	return NewTuple(vals), nil
}

// matchRest is a dict of the mapping without keys.
func (t *Thread) matchRest(v Value, keys []Value) (Value, error) {
	rest := NewDict()
	if err := t.dictUpdate(rest, v); err != nil {
		return Value{}, err
	}
	for _, k := range keys {
		if _, err := rest.Del(t, k); err != nil {
			return Value{}, err
		}
	}
	return rest.Value(), nil
}

// selfMatch are the builtin types whose one positional pattern is the subject
// itself.
var selfMatch = []*Type{&BoolType, &BytesType, &DictType, &FloatType, &FrozenSetType, &IntType, &ListType, &SetType, &StrType, &TupleType}

// matchClass is the tuple of the subject's attributes that a class pattern with
// npos positional and the named patterns looks at, or None if it does not match.
func (t *Thread) matchClass(subject, class Value, npos int, names []*Str) (Value, error) {
	c := As[Type](class, &TypeType)
	if c == nil {
		return Value{}, t.TypeErrorf("called match pattern must be a class")
	}
	if is, err := t.IsInstance(subject, class); err != nil || !is {
		return None, err
	}
	vals := make([]Value, 0, npos+len(names))
	var seen []string
	attr := func(name *Str) (bool, error) {
		for _, s := range seen {
			if s == name.s {
				return false, t.TypeErrorf("%s() got multiple sub-patterns for attribute '%s'", c.Name, name.s)
			}
		}
		seen = append(seen, name.s)
		x, err := t.GetAttr(subject, name)
		if err != nil {
			if Is(err, &AttributeErrorType) {
				err = nil
			}
			return false, err
		}
		vals = append(vals, x)
		return true, nil
	}
	if npos > 0 {
		args, found := c.Lookup(t.VM.Intern("__match_args__"))
		var tup *Tuple
		allowed := 0
		switch {
		case found:
			if tup = exact[Tuple](args, &TupleType); tup == nil {
				return Value{}, t.TypeErrorf("%s.__match_args__ must be a tuple (got %s)", c.Name, args.Type().Name)
			}
			allowed = len(tup.items)
		default:
			for _, s := range selfMatch {
				if c.IsSubclass(s) {
					allowed = 1
				}
			}
		}
		if npos > allowed {
			return Value{}, t.TypeErrorf("%s() accepts %s (%d given)", c.Name, plural(allowed, "positional sub-pattern"), npos)
		}
		if tup == nil {
			vals = append(vals, subject)
		} else {
			for _, n := range tup.items[:npos] {
				s := AsStr(n)
				if s == nil {
					return Value{}, t.TypeErrorf("__match_args__ elements must be strings (got %s)", n.Type().Name)
				}
				if ok, err := attr(s); err != nil || !ok {
					return None, err
				}
			}
		}
	}
	for _, n := range names {
		if ok, err := attr(n); err != nil || !ok {
			return None, err
		}
	}
	return NewTuple(vals), nil
}
