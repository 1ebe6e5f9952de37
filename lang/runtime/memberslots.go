package runtime

import (
	"strings"
	"unicode"
)

// __slots__: attributes of instances that a class declares, and the __dict__
// descriptor of classes whose instances have other attributes.

// Member is the descriptor of one slot.
type Member struct {
	Hdr
	name  *Str
	key   *Str // under which instances keep the value
	owner *Type
}

var memberSpec = Spec{
	Name: "member_descriptor", Final: true, NoNew: true, Layout: true,
	Slots: Slots{
		Repr: func(t *Thread, v Value) (string, error) {
			m := (*Member)(v.p)
			return "<member '" + m.name.s + "' of '" + m.owner.Name + "' objects>", nil
		},
		DescrGet: getMember,
		DescrSet: setMember,
	},
	Methods: []Method{
		{Name: "__name__", Kind: Getter, Fn: func(t *Thread, a []Value) (Value, error) { return obj((*Member)(a[0].p).name), nil }},
		{Name: "__qualname__", Kind: Getter, Fn: func(t *Thread, a []Value) (Value, error) {
			m := (*Member)(a[0].p)
			return NewStr(m.owner.Qualname + "." + m.name.s), nil
		}},
		{Name: "__objclass__", Kind: Getter, Fn: func(t *Thread, a []Value) (Value, error) { return obj((*Member)(a[0].p).owner), nil }},
	},
}

func init() {
	Define(&MemberType, &memberSpec)
}

// slotMark begins the keys under which instances keep the values of slots beside
// their attributes. It is a byte that the text of no str has, so that no attribute of a
// program is called so.
const slotMark = "\xff"

func isSlotKey(name *Str) bool { return name.s != "" && name.s[0] == slotMark[0] }

// getSlot is the value of a slot. Slots stay where they are when the attributes
// become a dict.
func (a *Attrs) getSlot(key *Str) (Value, bool) {
	if a.shape != nil {
		if i := a.shape.find(key); i >= 0 && !a.vals[i].IsMissing() {
			return a.vals[i], true
		}
	}
	return Value{}, false
}

// setSlot sets a slot, or empties it with Missing. root is the shape of the
// class's fresh instances.
func (a *Attrs) setSlot(root *Shape, key *Str, v Value) {
	if a.shape == nil {
		a.shape = root
		if a.dict != nil {
			a.shape = newShape() // no cache may take it for that of an instance without a dict
		}
	}
	if i := a.shape.find(key); i >= 0 {
		a.vals[i] = v
		return
	}
	a.shape = a.shape.with(key)
	a.vals = append(a.vals, v)
}

// useDict makes d the instance's attributes, beside its slots.
func (a *Attrs) useDict(d *Dict) {
	shape, vals := a.shape, a.vals
	a.dict, a.shape, a.vals = d, nil, nil
	for i, v := range vals {
		if key := shape.names[i]; isSlotKey(key) {
			a.setSlot(nil, key, v)
		}
	}
}

// readSlots turns __slots__ into descriptors; a class without it gives its
// instances a __dict__.
func (t *Thread) readSlots(typ *Type, ns *Dict) error {
	v, ok := ns.getStr(names.slots)
	if typ.layout == &TypeType {
		return nil // a metaclass: classes keep their attributes their own way
	}
	if !ok {
		weakref := typ.addsWeakref()
		if typ.flags&flagHasAttrs == 0 {
			typ.flags |= flagHasAttrs
			typ.describe(ns, names.dict, dictRow)
		}
		if weakref {
			typ.describe(ns, names.weakref, weakrefRow)
		}
		return nil
	}
	list := []Value{v}
	if AsStr(v) == nil {
		var err error
		if list, err = t.Collect(v); err != nil {
			return err
		}
	}
	if len(list) > 0 {
		switch typ.layout {
		case &IntType, &TupleType, &BytesType:
			return t.TypeErrorf("nonempty __slots__ not supported for subtype of '%s'", typ.bestBase().Name)
		}
	}
	for _, v := range list {
		name := AsStr(v)
		switch {
		case name == nil:
			return t.TypeErrorf("__slots__ items must be strings, not '%s'", v.Type().Name)
		case !isName(name.s):
			return t.TypeErrorf("__slots__ must be identifiers")
		case name.s == "__dict__":
			if typ.flags&flagHasAttrs != 0 {
				return t.TypeErrorf("__dict__ slot disallowed: we already got one")
			}
			typ.flags |= flagHasAttrs
			typ.describe(ns, names.dict, dictRow)
			continue
		case name.s == "__weakref__":
			for _, base := range typ.bases {
				if _, ok := base.Lookup(names.weakref); ok {
					return t.TypeErrorf("__weakref__ slot disallowed: we already got one")
				}
			}
			typ.describe(ns, names.weakref, weakrefRow)
			continue
		}
		name = NewStrObj(mangle(typ.Name, name.s))
		if _, ok := ns.getStr(name); ok {
			return t.ValueErrorf("'%s' in __slots__ conflicts with class variable", name.s)
		}
		ns.setStr(name, obj(&Member{Hdr{&MemberType}, name, slotKey(typ, name), typ}))
		typ.solid = typ
	}
	return nil
}

// slotKey is the key of a slot that typ declares: another one than that of a slot of
// the same name that it inherits.
func slotKey(typ *Type, name *Str) *Str {
	key := slotMark + name.s
	for _, base := range typ.bases {
		v, _ := base.Lookup(name)
		if m := exact[Member](v, &MemberType); m != nil {
			key = slotMark + m.key.s
		}
	}
	return NewStrObj(key)
}

// isName says whether s can name an attribute in source text.
func isName(s string) bool {
	for i, r := range s {
		if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r) && !unicode.IsMark(r)) {
			return false
		}
	}
	return s != ""
}

// mangle makes a private name the class's own.
func mangle(class, name string) string {
	class = strings.TrimLeft(class, "_")
	if !strings.HasPrefix(name, "__") || strings.HasSuffix(name, "__") || class == "" {
		return name
	}
	return "_" + class + name
}

// slotValues is where v keeps the values of its slots.
func (t *Thread) slotValues(m *Member, v Value) (*Attrs, error) {
	if !v.Type().IsSubclass(m.owner) {
		return nil, t.TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", m.name.s, m.owner.Name, v.Type().Name)
	}
	return attrsAt(v, true), nil
}

func getMember(t *Thread, d, inst Value, owner *Type) (Value, error) {
	if inst.IsMissing() {
		return d, nil
	}
	m := (*Member)(d.p)
	a, err := t.slotValues(m, inst)
	if err != nil {
		return Value{}, err
	}
	if v, ok := a.getSlot(m.key); ok {
		return v, nil
	}
	return Value{}, t.attributeErrorf(inst, m.name, "'%s' object has no attribute '%s'", inst.Type().Name, m.name.s)
}

func setMember(t *Thread, d, inst, val Value) error {
	m := (*Member)(d.p)
	a, err := t.slotValues(m, inst)
	if err != nil {
		return err
	}
	if val.IsMissing() {
		if _, ok := a.getSlot(m.key); !ok {
			return t.attributeErrorf(inst, m.name, "%s", m.name.s)
		}
	}
	a.setSlot(inst.Type().rootShape(), m.key, val)
	return nil
}

// addsWeakref says whether a new class without __slots__ adds __weakref__: no base has
// it, in sight or not, and the layout has a place for it.
func (typ *Type) addsWeakref() bool {
	exception := false
	for _, base := range typ.bases {
		if _, ok := base.Lookup(names.weakref); ok || base.IsSubclass(&ExceptionGroupType) {
			return false
		}
		exception = exception || base.IsSubclass(&BaseExceptionType)
	}
	switch typ.layout {
	case &IntType, &TupleType, &BytesType, &SetType, &FrozenSetType:
		return false
	}
	return typ.flags&flagHasAttrs == 0 || exception
}

// describe puts an attribute of the instances of typ into its namespace under its name,
// unless the class has one of that name.
func (typ *Type) describe(ns *Dict, name *Str, row *Method) {
	if _, ok := ns.getStr(name); !ok {
		ns.setStr(name, obj(&Builtin{Hdr: Hdr{&GetSetType}, owner: typ, row: row}))
	}
}

// builtinDictRow is the __dict__ attribute of instances of builtin types.
var builtinDictRow = &Method{
	Name: "__dict__", Kind: Getter, Fn: dictRow.Fn,
	Set: func(t *Thread, self, val Value) error {
		if val.IsMissing() {
			return t.TypeErrorf("cannot delete __dict__")
		}
		return dictRow.Set(t, self, val)
	},
}

// dictRow and weakrefRow are the __dict__ and __weakref__ attributes of instances.
var (
	dictRow = &Method{
		Name: "__dict__", Kind: Getter,
		Fn: func(t *Thread, args []Value) (Value, error) {
			a := attrsOf(args[0], true)
			if a == nil {
				return Value{}, t.noAttribute(args[0], names.dict)
			}
			return a.toDict().Value(), nil
		},
		Set: func(t *Thread, self, val Value) error {
			if val.IsMissing() {
				val = NewDict().Value()
			}
			d := AsDict(val)
			if d == nil {
				return t.TypeErrorf("__dict__ must be set to a dictionary, not a '%s'", val.Type().Name)
			}
			attrsOf(self, true).useDict(d)
			return nil
		},
	}
	weakrefRow = &Method{
		Name: "__weakref__", Kind: Getter,
		Fn: func(t *Thread, args []Value) (Value, error) { return None, nil },
	}
)
