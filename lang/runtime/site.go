package runtime

import "unsafe"

// Attribute accesses of the program with their inline caches: what the hot loop
// checks first is filled in here.

// getAttrAt is v.name at a place in the code.
func (t *Thread) getAttrAt(s *site, v Value) (Value, error) {
	typ := v.Type()
	if typ == &ModuleType {
		m := (*Module)(v.p)
		if i, ok := m.index[s.name.s]; ok && m.bound[i] {
			*s = site{name: s.name, kind: siteModule, typ: typ, version: typ.version, mod: m, index: i}
			return m.vals[i], nil
		}
	} else if typ.plain() {
		o := (*Instance)(v.p)
		if s.typ == typ && s.version == typ.version && o.attrs.dict == nil && o.attrs.shape == s.shape {
			switch s.kind {
			case siteMethod:
				return obj(&BoundMethod{Hdr{&MethodType}, s.val, v}), nil
			case siteClassValue:
				return s.val, nil
			}
		}
		t.fillSite(s, typ, &o.attrs)
	} else if typ == &TypeType {
		c := (*Type)(v.p)
		if s.kind == siteOfClass && s.typ == c && s.version == c.version {
			return s.val, nil
		}
		if x, ok := c.plainAttr(s.name); ok {
			*s = site{name: s.name, kind: siteOfClass, typ: c, version: c.version, val: x}
			return x, nil
		}
	} else if typ.GetAttr == nil {
		if s.typ != typ || s.version != typ.version {
			*s = site{name: s.name, typ: typ, version: typ.version}
			if m, ok := typ.Lookup(s.name); ok && m.Type() == &GetSetType {
				s.kind, s.val = siteGetSet, m
			}
		}
		if s.kind == siteGetSet {
			return (*Builtin)(s.val.p).row.Fn(t, []Value{v})
		}
	}
	return t.GetAttr(v, s.name)
}

// plainAttr is the attribute of a program's class that is a function or a plain
// value, so that it is the same whenever it is asked for until a class changes.
func (typ *Type) plainAttr(name *Str) (Value, bool) {
	if typ.flags&flagHeap == 0 {
		return Value{}, false
	}
	if _, ok := TypeType.Lookup(name); ok {
		return Value{}, false
	}
	x, ok := typ.Lookup(name)
	return x, ok && (x.Type() == &FunctionType || x.Type().DescrGet == nil)
}

// plain says whether instances are found by the usual rules: an Instance of a
// class statement's type that does not replace attribute access.
func (typ *Type) plain() bool {
	return typ.flags&flagHeap != 0 && typ.layout == &ObjectType && typ.flags&flagHasAttrs != 0 &&
		typ.GetAttr == nil && typ.SetAttr == nil
}

// fillSite notes where the name is found for instances of typ whose attributes
// are like a, if the rules allow to find it there again without asking them.
func (t *Thread) fillSite(s *site, typ *Type, a *Attrs) {
	s.kind = siteNone
	if a.dict != nil {
		return
	}
	m, inClass := typ.Lookup(s.name)
	if inClass && m.Type().DescrSet != nil {
		if p := exact[Property](m, &PropertyType); p != nil && exact[Func](p.get, &FunctionType) != nil {
			*s = site{name: s.name, kind: siteProperty, typ: typ, version: typ.version, val: p.get}
		}
		return
	}
	i := -1
	if a.shape != nil {
		i = a.shape.find(s.name)
	}
	*s = site{name: s.name, typ: typ, version: typ.version, shape: a.shape}
	switch {
	case i >= 0:
		s.kind, s.index = siteField, int32(i)
	case !inClass:
	case m.Type() == &FunctionType:
		s.kind, s.val = siteMethod, m
	case m.Type().DescrGet == nil:
		s.kind, s.val = siteClassValue, m
	}
}

// setAttrAt is v.name = val at a place in the code.
func (t *Thread) setAttrAt(s *site, v, val Value) error {
	typ := v.Type()
	if typ == &ModuleType {
		return moduleSetAttr(t, v, s.name, val)
	}
	if !typ.plain() {
		return t.SetAttr(v, s.name, val)
	}
	a := &(*Instance)(v.p).attrs
	if s.kind == siteAdd && s.typ == typ && s.version == typ.version && a.dict == nil && a.shape == s.shape {
		a.shape = s.next
		a.vals = append(a.vals, val)
		return nil
	}
	before := a.shape
	if err := t.SetAttr(v, s.name, val); err != nil {
		return err
	}
	t.fillSite(s, typ, a)
	if s.kind == siteField && a.shape != before {
		s.kind, s.next, s.shape = siteAdd, a.shape, before
	}
	return nil
}

// loadMethod does LOADMETHOD: R[A], R[A+1] get a function and v to call it with,
// or Missing and the attribute, whatever it is.
func (t *Thread) loadMethod(A uint8, v Value, s *site) bool {
	typ := v.Type()
	switch {
	case typ == &ModuleType || v.p == nil && typ.GetAttr != nil:
	case typ.plain():
		o := (*Instance)(v.p)
		t.fillSite(s, typ, &o.attrs)
		if s.kind == siteMethod {
			t.regs[A], t.regs[A+1] = s.val, v
			return false
		}
	case typ.GetAttr == nil && typ.flags&flagHasAttrs == 0:
		if m, ok := typ.Lookup(s.name); ok && (m.Type() == &MethodDescriptorType || m.Type() == &FunctionType) {
			*s = site{name: s.name, typ: typ, version: typ.version, kind: siteTypeMethod, val: m}
			t.regs[A], t.regs[A+1] = m, v
			return false
		}
	case typ.GetAttr == nil:
		// Instances with attributes beside a builtin struct.
		if m, ok := typ.Lookup(s.name); ok && (m.Type() == &MethodDescriptorType || m.Type() == &FunctionType) {
			if i := attrsIndex(v); i >= 0 {
				*s = site{name: s.name, typ: typ, version: typ.version, kind: siteMixedMethod, val: m, index: i}
			}
			if a := attrsOf(v, false); a == nil {
				break
			} else if _, own := a.get(s.name); !own {
				t.regs[A], t.regs[A+1] = m, v
				return false
			}
		}
	}
	m, err := t.getAttrAt(s, v)
	if err != nil {
		return t.raise(err)
	}
	if b := exact[BoundMethod](m, &MethodType); b != nil {
		t.regs[A], t.regs[A+1] = b.fn, b.self
		return false
	}
	t.regs[A], t.regs[A+1] = Missing, m
	return false
}

// entered does ENTER of the object b if the two sites remember its class.
func entered(a, b *Value, sites unsafe.Pointer) bool {
	s := (*[2]site)(sites)
	if typ := (*Hdr)(b.p).typ; s[0].kind != siteSpecial || s[0].typ != typ || s[0].version != typ.version {
		return false
	}
	to, v := (*values4)(unsafe.Pointer(a)), *b
	to.a, to.b, to.c, to.d = s[1].val, v, s[0].val, v
	return true
}
