package runtime

// isinstance and issubclass.

// IsInstance is isinstance(v, cls).
func (t *Thread) IsInstance(v, cls Value) (bool, error) {
	if c := AsType(cls); c != nil {
		if m := c.Hdr.typ.userMethod(names.instanceCheck); !m.IsMissing() && v.Type() != c {
			return t.check(m, cls, v)
		}
		if v.class().IsSubclass(c) {
			return true, nil
		}
		if c.flags&flagABC != 0 {
			return t.abcInstance(c, v)
		}
		return t.classSays(v, c)
	}
	if err := t.enter(" in __instancecheck__"); err != nil {
		return false, err
	}
	defer t.leave()
	if parts, ok := classParts(cls); ok {
		for _, c := range parts {
			if is, err := t.IsInstance(v, c); err != nil || is {
				return is, err
			}
		}
		return false, nil
	}
	if r, ok, err := t.CallSpecial(cls, names.instanceCheck, v); err != nil {
		return false, err
	} else if ok {
		return t.Truth(r)
	}
	if exact[GenericAlias](cls, &GenericAliasType) != nil {
		return false, t.TypeErrorf("isinstance() argument 2 cannot be a parameterized generic")
	}
	return false, t.TypeErrorf("isinstance() arg 2 must be a type, a tuple of types, or a union")
}

// userMethod is the method of a metaclass that is written in the language;
// Missing if it has none.
func (typ *Type) userMethod(name *Str) Value {
	if typ.flags&flagHeap != 0 {
		for _, c := range typ.mro {
			if c.flags&flagHeap == 0 {
				break
			}
			if m, ok := c.dict.getStr(name); ok {
				return m
			}
		}
	}
	return Missing
}

// Overrides says whether a program's class, typ or a base of it, defines name.
func (typ *Type) Overrides(name string) bool { return !typ.userMethod(NewStrObj(name)).IsMissing() }

// check asks a __instancecheck__ or __subclasscheck__.
func (t *Thread) check(m, cls, v Value) (bool, error) {
	r, err := t.callMethod(m, cls, v)
	if err != nil {
		return false, err
	}
	return t.Truth(r)
}

// classSays asks the instance's __class__, which a program may have replaced.
func (t *Thread) classSays(v Value, c *Type) (bool, error) {
	other, err := t.saidClass(v)
	return other != nil && other.IsSubclass(c), err
}

// saidClass is the class that an instance's __class__ says it is of, if a program has
// replaced that, else nil.
func (t *Thread) saidClass(v Value) (*Type, error) {
	typ := v.Type()
	if typ.flags&flagHeap == 0 {
		return nil, nil
	}
	for _, b := range typ.mro {
		if b.flags&flagHeap == 0 {
			break
		}
		if _, ok := b.dict.getStr(names.class); ok {
			k, err := t.GetAttr(v, names.class)
			return AsType(k), err
		}
	}
	return nil, nil
}

// abcInstance is isinstance(v, c) of an abstract base class.
func (t *Thread) abcInstance(c *Type, v Value) (bool, error) {
	other, err := t.saidClass(v)
	if err != nil {
		return false, err
	}
	if other != nil && other != v.Type() {
		if is, err := t.abcSubclass(c, other); is || err != nil {
			return is, err
		}
	}
	return t.abcSubclass(c, v.Type())
}

// classParts are the members of a tuple of classes or a union.
func classParts(v Value) ([]Value, bool) {
	if tuple := AsTuple(v); tuple != nil {
		return tuple.items, true
	}
	if u := exact[Union](v, &UnionType); u != nil {
		return u.args, true
	}
	return nil, false
}

// IsSubclass is issubclass(sub, cls).
func (t *Thread) IsSubclass(sub *Type, cls Value) (bool, error) {
	if c := AsType(cls); c != nil {
		if m := c.Hdr.typ.userMethod(names.subclassCheck); !m.IsMissing() {
			return t.check(m, cls, obj(sub))
		}
		if sub.IsSubclass(c) {
			return true, nil
		}
		if c.flags&flagABC != 0 {
			return t.abcSubclass(c, sub)
		}
		return false, nil
	}
	if err := t.enter(" in __subclasscheck__"); err != nil {
		return false, err
	}
	defer t.leave()
	if parts, ok := classParts(cls); ok {
		for _, c := range parts {
			if is, err := t.IsSubclass(sub, c); err != nil || is {
				return is, err
			}
		}
		return false, nil
	}
	if r, ok, err := t.CallSpecial(cls, names.subclassCheck, obj(sub)); err != nil {
		return false, err
	} else if ok {
		return t.Truth(r)
	}
	if exact[GenericAlias](cls, &GenericAliasType) != nil {
		return false, t.TypeErrorf("issubclass() argument 2 cannot be a parameterized generic")
	}
	return false, t.TypeErrorf("issubclass() arg 2 must be a class, a tuple of classes, or a union")
}

// IsSubclassOf is issubclass(c, class).
func (t *Thread) IsSubclassOf(c, class Value) (bool, error) {
	if sub := AsType(c); sub != nil {
		return t.IsSubclass(sub, class)
	}
	// That c is no class shows when it is asked about one.
	if err := t.enter(" in __subclasscheck__"); err != nil {
		return false, err
	}
	defer t.leave()
	if parts, ok := classParts(class); ok {
		for _, part := range parts {
			if is, err := t.IsSubclassOf(c, part); err != nil || is {
				return is, err
			}
		}
		return false, nil
	}
	if r, ok, err := t.CallSpecial(class, names.subclassCheck, c); err != nil {
		return false, err
	} else if ok {
		return t.Truth(r)
	}
	if exact[GenericAlias](class, &GenericAliasType) != nil {
		return false, t.TypeErrorf("issubclass() argument 2 cannot be a parameterized generic")
	}
	return false, t.TypeErrorf("issubclass() arg 1 must be a class")
}

func typeInstanceCheck(t *Thread, a []Value) (Value, error) {
	return Bool(a[1].Type().IsSubclass(AsType(a[0]))), nil
}

func typeSubclassCheck(t *Thread, a []Value) (Value, error) {
	sub := AsType(a[1])
	if sub == nil {
		return Value{}, t.TypeErrorf("issubclass() arg 1 must be a class")
	}
	return Bool(sub.IsSubclass(AsType(a[0]))), nil
}

// abc is the abstract base class of collections.abc called name; nil if the module was
// not imported, when nothing can count as one.
func (t *Thread) abc(name string) *Type {
	m := t.VM.own["collections.abc"]
	if m == nil {
		return nil
	}
	v, _ := m.Get(name)
	return As[Type](v, &TypeType)
}

// registered says whether the class counts as the abstract base class called name.
func (typ *Type) registered(t *Thread, name string) bool {
	base := t.abc(name)
	if base == nil {
		return false
	}
	is, err := t.IsSubclass(typ, obj(base))
	return err == nil && is
}
