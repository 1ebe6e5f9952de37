package runtime

import "strings"

// The class statement: bases, metaclass and layout, what the body's namespace
// turns into, and the hooks that see the new class.

// buildClass is the class statement: body is the function that fills the
// namespace, bases a tuple and kwds a dict.
func (t *Thread) buildClass(name *Str, body, bases, kwds Value) (Value, error) {
	b, ns, err := t.beginClass(name, AsTuple(bases).items, AsDict(kwds))
	if err != nil {
		return Value{}, err
	}
	if err := t.runClassBody((*Func)(body.p), ns); err != nil {
		return Value{}, err
	}
	return t.endClass(b, ns)
}

// runClassBody runs a class body, which finds its namespace in its first
// register.
func (t *Thread) runClassBody(body *Func, ns *Dict) error {
	base := t.room(t.top())
	*base = ns.Value()
	if _, err := t.push(actGo, 0); err != nil {
		return err
	}
	t.begin(body, base)
	_, err := t.run()
	return err
}

// classBuild is a class statement between its header and the end of its body.
type classBuild struct {
	meta      *Type
	name      *Str
	bases     []*Type
	written   []Value // the bases without the implied object
	origBases Value   // as written, if __mro_entries__ replaced some; else Missing
	kwds      *Dict
}

// beginClass evaluates a class statement's header. It returns the namespace that
// the body runs in.
func (t *Thread) beginClass(name *Str, bases []Value, kwds *Dict) (*classBuild, *Dict, error) {
	b := &classBuild{name: name, meta: &TypeType, origBases: Missing, kwds: NewDict()}
	resolved, replaced, err := t.mroEntries(bases)
	if err != nil {
		return nil, nil, err
	}
	if replaced {
		b.origBases = NewTuple(append([]Value(nil), bases...))
	}
	if len(resolved) > 0 && AsType(resolved[0]) == nil {
		return nil, nil, t.notABase(name, resolved)
	}
	b.written = resolved
	if b.bases, err = t.baseTypes(resolved); err != nil {
		return nil, nil, err
	}
	if kwds != nil {
		if err := b.kwds.Update(t, kwds); err != nil {
			return nil, nil, err
		}
		if m, ok := b.kwds.getStr(strMetaclass); ok {
			b.kwds.delStr(strMetaclass)
			if b.meta = AsType(m); b.meta == nil || !b.meta.IsSubclass(&TypeType) {
				return nil, nil, t.TypeErrorf("the metaclass of '%s' must be type or ABCMeta", name.s)
			}
		}
	}
	if b.meta, err = t.metaclass(b.meta, b.bases); err != nil {
		return nil, nil, err
	}
	ns, err := t.prepareNamespace(b)
	return b, ns, err
}

var strMetaclass = NewStrObj("metaclass")

// endClass makes the class when its body has run.
func (t *Thread) endClass(b *classBuild, ns *Dict) (Value, error) {
	if !b.origBases.IsMissing() {
		ns.setStr(strOrigBases, b.origBases)
	}
	if b.meta.flags&flagHeap != 0 {
		args := []Value{obj(b.name), NewTuple(b.written), ns.Value()}
		args, kwnames := appendKeywords(args, b.kwds)
		return t.CallKw(obj(b.meta), args, kwnames)
	}
	typ, err := t.NewClass(b.meta, b.name, b.bases, ns, b.kwds)
	if err != nil {
		return Value{}, err
	}
	return obj(typ), nil
}

// prepareNamespace makes the namespace that a class body runs in: a dict, or
// what the metaclass's __prepare__ answers.
func (t *Thread) prepareNamespace(b *classBuild) (*Dict, error) {
	if b.meta.flags&flagHeap == 0 {
		return NewDict(), nil
	}
	prepare, err := t.GetAttr(obj(b.meta), strPrepare)
	if err != nil {
		return nil, err
	}
	args, kwnames := appendKeywords([]Value{obj(b.name), NewTuple(b.written)}, b.kwds)
	v, err := t.CallKw(prepare, args, kwnames)
	if err != nil {
		return nil, err
	}
	ns := AsDict(v)
	if ns == nil {
		return nil, t.TypeErrorf("%s.__prepare__() must return a mapping, not %s", b.meta.Name, v.Type().Name)
	}
	return ns, nil
}

var strPrepare = NewStrObj("__prepare__")

// appendKeywords adds the entries of a dict of keyword arguments to args.
func appendKeywords(args []Value, kwds *Dict) ([]Value, []*Str) {
	var kwnames []*Str
	kwds.Each(func(k, v Value, _ uint64) bool {
		args, kwnames = append(args, v), append(kwnames, AsStr(k))
		return true
	})
	return args, kwnames
}

var strOrigBases = NewStrObj("__orig_bases__")

// mroEntries replaces the bases that are no classes by what their
// __mro_entries__ answers; replaced says that there was one.
func (t *Thread) mroEntries(bases []Value) (out []Value, replaced bool, err error) {
	for _, b := range bases {
		if AsType(b) != nil {
			out = append(out, b)
			continue
		}
		f, ok, err := t.LookupAttr(b, names.mroEntries)
		if err != nil {
			return nil, false, err
		}
		if !ok {
			out = append(out, b)
			continue
		}
		r, err := t.Call(f, NewTuple(append([]Value(nil), bases...)))
		if err != nil {
			return nil, false, err
		}
		entries := AsTuple(r)
		if entries == nil {
			return nil, false, t.TypeErrorf("__mro_entries__ must return a tuple")
		}
		out = append(out, entries.items...)
		replaced = true
	}
	return out, replaced, nil
}

// baseTypes checks the bases of a new class.
func (t *Thread) baseTypes(bases []Value) ([]*Type, error) {
	if len(bases) == 0 {
		return []*Type{&ObjectType}, nil
	}
	types := make([]*Type, len(bases))
	for i, v := range bases {
		b := AsType(v)
		switch {
		case b == nil:
			return nil, t.TypeErrorf("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
		case b.layout == &TypeType && (t.module == nil || t.module.def == nil):
			return nil, t.TypeErrorf("metaclasses other than type and ABCMeta cannot be made")
		}
		types[i] = b
	}
	return types, nil
}

// notABase is the error for a class whose first base is no class. CPython takes
// the base's type for the metaclass and calls it, which hardly ever goes well.
func (t *Thread) notABase(name *Str, bases []Value) error {
	typ := bases[0].Type()
	switch typ {
	case &FunctionType:
		return t.TypeErrorf("function() argument 'code' must be code, not str")
	case &ModuleType:
		return t.TypeErrorf("module() takes at most 2 arguments (3 given)")
	}
	if typ.flags&flagHeap == 0 {
		_, err := t.Instantiate(typ, []Value{obj(name), NewTuple(bases), NewDict().Value()}, nil)
		if err != nil {
			return err
		}
	}
	return t.TypeErrorf("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
}

// metaclass is the most derived of meta and the bases' metaclasses.
func (t *Thread) metaclass(meta *Type, bases []*Type) (*Type, error) {
	for _, b := range bases {
		m := b.Hdr.typ
		switch {
		case meta.IsSubclass(m):
		case m.IsSubclass(meta):
			meta = m
		default:
			return nil, t.TypeErrorf("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
		}
	}
	return meta, nil
}

// newClass is type(name, bases, namespace).
func (t *Thread) newClass(meta *Type, name *Str, bases []Value, ns, kwds *Dict) (Value, error) {
	types, err := t.baseTypes(bases)
	if err != nil {
		return Value{}, err
	}
	if meta, err = t.metaclass(meta, types); err != nil {
		return Value{}, err
	}
	if _, ok := ns.getStr(names.module); !ok {
		ns.setStr(names.module, NewStr(t.currentModule()))
	}
	typ, err := t.NewClass(meta, name, types, ns, kwds)
	if err != nil {
		return Value{}, err
	}
	return obj(typ), nil
}

// NewClass makes a class of the namespace ns, which becomes the class's own. It
// is type.__new__.
func (t *Thread) NewClass(meta *Type, name *Str, bases []*Type, ns, kwds *Dict) (*Type, error) {
	for _, b := range bases {
		if b.flags&flagFinal != 0 {
			return nil, t.TypeErrorf("type '%s' is not an acceptable base type", b.fullName())
		}
	}
	typ := &Type{Hdr: Hdr{meta}, Name: name.s, Qualname: name.s, bases: bases, dict: ns, vm: t.VM, flags: flagHeap}
	ns.Hdr.typ = &DictType
	if err := t.linkBases(typ); err != nil {
		return nil, err
	}
	if err := t.readNamespace(typ, ns); err != nil {
		return nil, err
	}
	if err := t.orderBases(typ); err != nil {
		return nil, err
	}
	for _, b := range bases {
		if b.flags&flagHeap != 0 {
			b.subs = append(b.subs, typ)
		} else {
			subs := t.programSubs()
			subs[b] = append(subs[b], typ)
		}
	}
	if len(bases) == 1 {
		typ.inheritSlots(bases[0])
	} else {
		typ.fixSlots()
	}
	if err := t.setNames(typ, ns); err != nil {
		return nil, err
	}
	if err := t.initSubclass(typ, kwds); err != nil {
		return nil, err
	}
	if meta.IsSubclass(&ABCMetaType) {
		typ.flags |= flagABC
		typ.takeCollection()
		return typ, t.MarkAbstract(typ)
	}
	return typ, nil
}

// orderBases works out the class's method resolution order.
func (t *Thread) orderBases(typ *Type) error {
	for i, b := range typ.bases {
		if contains(typ.bases[i+1:], b) {
			return t.TypeErrorf("duplicate base class %s", b.ShortName())
		}
	}
	if typ.mro = linearize(typ, typ.bases); typ.mro == nil {
		var list []string
		for _, b := range conflictingBases(typ.bases) {
			list = append(list, b.ShortName())
		}
		return t.TypeErrorf("Cannot create a consistent method resolution order (MRO) for bases %s", strings.Join(list, ", "))
	}
	return nil
}

// linkBases works out what the class's instances are made of.
func (t *Thread) linkBases(typ *Type) error {
	for _, b := range typ.bases {
		typ.flags |= b.flags & (flagHasAttrs | flagExc | flagABC)
		switch s := b.solidBase(); {
		case typ.solid == nil || s.IsSubclass(typ.solid):
			typ.solid = s
		case !typ.solid.IsSubclass(s):
			return t.TypeErrorf("multiple bases have instance lay-out conflict")
		}
	}
	typ.layout = typ.solid.layout
	return nil
}

// solidBase is the class that last added to what instances are made of.
func (typ *Type) solidBase() *Type {
	for _, c := range typ.mro {
		if c.solid != nil {
			return c.solid
		}
	}
	return typ.layout
}

// readNamespace takes what the class statement itself needs from the body's
// namespace, and puts in what every class has.
func (t *Thread) readNamespace(typ *Type, ns *Dict) error {
	if v, ok := ns.getStr(names.module); ok {
		if s := AsStr(v); s != nil {
			typ.Module = s.s
		}
	}
	if v, ok := ns.getStr(names.qualname); ok {
		s := AsStr(v)
		if s == nil {
			return t.TypeErrorf("type __qualname__ must be a str, not %s", v.Type().Name)
		}
		typ.Qualname = s.s
		ns.delStr(names.qualname)
	}
	if v, ok := ns.getStr(names.classCell); ok {
		if c := exact[Cell](v, &CellType); c != nil {
			c.v = obj(typ)
		}
		ns.delStr(names.classCell)
	}
	if v, ok := ns.getStr(names.new); ok && exact[Func](v, &FunctionType) != nil {
		ns.setStr(names.new, obj(&ClassMethodObj{Hdr: Hdr{&StaticMethodType}, fn: v}))
	}
	for _, name := range []*Str{names.initSubclass, names.classGetItem} {
		if v, ok := ns.getStr(name); ok && exact[Func](v, &FunctionType) != nil {
			ns.setStr(name, obj(&ClassMethodObj{Hdr: Hdr{&ClassMethodType}, fn: v}))
		}
	}
	if err := t.readSlots(typ, ns); err != nil {
		return err
	}
	if _, ok := ns.getStr(names.doc); !ok {
		ns.setStr(names.doc, None)
	}
	if _, ok := ns.getStr(names.hash); !ok {
		if _, ok := ns.getStr(names.eq); ok {
			ns.setStr(names.hash, None)
		}
	}
	return nil
}

// setNames calls __set_name__ of the attributes that have one.
func (t *Thread) setNames(typ *Type, ns *Dict) error {
	for _, key := range ns.Keys() {
		name := AsStr(key)
		if name == nil {
			continue
		}
		v, ok := ns.getStr(name)
		if !ok || v.Type() == &FunctionType {
			continue
		}
		_, _, err := t.CallSpecial(v, names.setName, obj(typ), key)
		if e, ok := err.(*Exception); ok {
			note := NewStr("Error calling __set_name__ on '" + v.Type().Name + "' instance '" + name.s + "' in '" + typ.Name + "'")
			if _, err := exceptionAddNote(t, []Value{obj(e), note}); err != nil {
				return err
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// initSubclass tells the nearest base that has __init_subclass__ of the class.
func (t *Thread) initSubclass(typ *Type, kwds *Dict) error {
	for _, c := range typ.mro[1:] {
		m, ok := c.own(names.initSubclass)
		if !ok {
			continue
		}
		if c == &ObjectType {
			if kwds.Len() > 0 {
				return t.TypeErrorf("%s.__init_subclass__() takes no keyword arguments", typ.Qualname)
			}
			return nil
		}
		f := m
		if get := m.Type().DescrGet; get != nil {
			var err error
			if f, err = get(t, m, Missing, typ); err != nil {
				return err
			}
		}
		args, kwnames := appendKeywords(nil, kwds)
		_, err := t.CallKw(f, args, kwnames)
		return err
	}
	return nil
}

// currentModule is the name of the module that runs.
func (t *Thread) currentModule() string {
	if t.module == nil {
		return "builtins"
	}
	return t.module.Name
}
