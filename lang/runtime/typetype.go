package runtime

import (
	"slices"
	"strings"

	"github.com/coro-lang/coro/lang/compiler"
)

// type: the attributes of classes, and what calling, comparing and joining
// classes means.

var typeSpec = Spec{
	Name:   "type",
	Doc:    "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
	Layout: true,
	Slots: Slots{
		Repr:    typeRepr,
		GetAttr: typeGetAttr,
		SetAttr: typeSetAttr,
		Call:    typeCall,
		Binary:  typeBinary,
		New:     newType,
	},
	Methods: []Method{
		{Name: "mro", Fn: typeMRO},
		{Name: "__subclasses__", Fn: typeSubclasses},
		{Name: "__dir__", Fn: typeDir},
		{Name: "__prepare__", Sig: "*args, **kwargs", Kind: ClassMethod, Fn: func(*Thread, []Value) (Value, error) {
			return NewDict().Value(), nil
		}},
		{Name: "__instancecheck__", Sig: "instance, /", Fn: typeInstanceCheck},
		{Name: "__subclasscheck__", Sig: "subclass, /", Fn: typeSubclassCheck},
		{Name: "__name__", Kind: Getter, Fn: typeName, Set: setTypeName},
		{Name: "__qualname__", Kind: Getter, Fn: typeQualname, Set: setTypeQualname},
		{Name: "__module__", Kind: Getter, Fn: typeModule, Set: setTypeModule},
		{Name: "__doc__", Kind: Getter, Fn: typeDoc, Set: setTypeDoc},
		{Name: "__bases__", Kind: Getter, Fn: typeBases},
		{Name: "__base__", Kind: Getter, Fn: typeBase},
		{Name: "__mro__", Kind: Getter, Fn: typeMROTuple},
		{Name: "__dict__", Kind: Getter, Fn: typeDict},
		{Name: "__annotations__", Kind: Getter, Fn: typeAnnotations, Set: setTypeAnnotations},
		{Name: "__type_params__", Kind: Getter, Fn: typeTypeParams, Set: setTypeTypeParams},
		{Name: "__abstractmethods__", Kind: Getter, Fn: typeAbstractMethods, Set: setTypeAbstractMethods},
	},
}

func init() {
	Define(&TypeType, &typeSpec)
}

// Value is the class as a value.
func (typ *Type) Value() Value { return obj(typ) }

// AsType returns v as a class, or nil.
func AsType(v Value) *Type { return As[Type](v, &TypeType) }

func typeRepr(t *Thread, v Value) (string, error) {
	return "<class '" + AsType(v).fullName() + "'>", nil
}

func typeGetAttr(t *Thread, v Value, name *Str) (Value, error) {
	x, ok, err := t.findTypeAttr(AsType(v), name)
	if err == nil && !ok {
		err = t.noAttribute(v, name)
	}
	return x, err
}

// findTypeAttr finds an attribute of a class: its own and inherited ones, then
// those of its metaclass; the metaclass's data descriptors go first.
func (t *Thread) findTypeAttr(cls *Type, name *Str) (Value, bool, error) {
	meta := cls.Hdr.typ
	m, found := meta.Lookup(name)
	if found {
		if mt := m.Type(); mt.DescrSet != nil && mt.DescrGet != nil {
			x, err := mt.DescrGet(t, m, obj(cls), meta)
			return x, err == nil, err
		}
	}
	if x, ok := cls.Lookup(name); ok {
		if get := x.Type().DescrGet; get != nil {
			x, err := get(t, x, Missing, cls)
			return x, err == nil, err
		}
		return x, true, nil
	}
	if !found {
		return Value{}, false, nil
	}
	if get := m.Type().DescrGet; get != nil {
		x, err := get(t, m, obj(cls), meta)
		return x, err == nil, err
	}
	return m, true, nil
}

func typeSetAttr(t *Thread, v Value, name *Str, val Value) error {
	cls := AsType(v)
	if cls.flags&flagHeap == 0 {
		return t.TypeErrorf("cannot set '%s' attribute of immutable type '%s'", name.s, cls.fullName())
	}
	if m, found := cls.Hdr.typ.Lookup(name); found {
		if set := m.Type().DescrSet; set != nil {
			return set(t, m, v, val)
		}
	}
	if val.IsMissing() {
		if !cls.dict.delStr(name) {
			return t.noAttribute(v, name)
		}
	} else {
		cls.dict.setStr(name, val)
	}
	_, special := dunderByStr[name.s]
	cls.changed(special)
	return nil
}

// changed tells the class and those derived from it that an attribute changed;
// special says that it was one behind a slot.
func (typ *Type) changed(special bool) {
	typ.version++
	if special {
		typ.fixSlots()
	}
	for _, sub := range typ.subs {
		sub.changed(special)
	}
}

func typeCall(t *Thread, v Value, args []Value, kwnames []*Str) (Value, error) {
	return t.Instantiate(AsType(v), args, kwnames)
}

// typeBinary makes unions: int | None.
func typeBinary(t *Thread, op compiler.BinaryOp, a, b Value) (Value, error) {
	if op != compiler.Or {
		return NotImplemented, nil
	}
	return t.newUnion(a, b)
}

func newType(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	if len(args) == 1 && len(kwnames) == 0 && cls == &TypeType {
		return obj(args[0].class()), nil
	}
	if len(args)-len(kwnames) != 3 {
		if cls == &TypeType && len(args)-len(kwnames) == 1 {
			return Value{}, t.TypeErrorf("type() takes no keyword arguments")
		}
		if cls == &TypeType {
			return Value{}, t.TypeErrorf("type() takes 1 or 3 arguments")
		}
		return Value{}, t.TypeErrorf("type.__new__() takes exactly 3 arguments (%d given)", len(args)-len(kwnames))
	}
	name, bases, ns := AsStr(args[0]), AsTuple(args[1]), AsDict(args[2])
	switch {
	case name == nil:
		return Value{}, t.TypeErrorf("type.__new__() argument 1 must be str, not %s", shownType(args[0], true))
	case bases == nil:
		return Value{}, t.TypeErrorf("type.__new__() argument 2 must be tuple, not %s", shownType(args[1], true))
	case ns == nil:
		return Value{}, t.TypeErrorf("type.__new__() argument 3 must be dict, not %s", shownType(args[2], true))
	}
	if err := t.checkTypeName(name); err != nil {
		return Value{}, err
	}
	kwds := NewDict()
	for i, kw := range kwnames {
		kwds.setStr(kw, args[3+i])
	}
	own := NewDict()
	if err := own.Update(t, ns); err != nil {
		return Value{}, err
	}
	return t.newClass(cls, name, bases.items, own, kwds)
}

func typeMRO(t *Thread, args []Value) (Value, error) {
	return NewList(typeValues(AsType(args[0]).mro)), nil
}

func typeMROTuple(t *Thread, args []Value) (Value, error) {
	return NewTuple(typeValues(AsType(args[0]).mro)), nil
}

func typeBases(t *Thread, args []Value) (Value, error) {
	return NewTuple(typeValues(AsType(args[0]).bases)), nil
}

func typeBase(t *Thread, args []Value) (Value, error) {
	typ := AsType(args[0])
	if len(typ.bases) == 0 {
		return None, nil
	}
	return obj(typ.bestBase()), nil
}

// bestBase is the base that decides what the instances are made of.
func (typ *Type) bestBase() *Type {
	for _, b := range typ.bases {
		if b.layout == typ.layout && b != &ObjectType {
			return b
		}
	}
	return typ.bases[0]
}

func typeValues(types []*Type) []Value {
	vals := make([]Value, len(types))
	for i, c := range types {
		vals[i] = obj(c)
	}
	return vals
}

func typeSubclasses(t *Thread, args []Value) (Value, error) {
	typ := AsType(args[0])
	if typ.flags&flagHeap != 0 {
		return NewList(typeValues(typ.subs)), nil
	}
	subs := append([]*Type(nil), builtinSubs[typ]...)
	slices.SortFunc(subs, func(a, b *Type) int { return strings.Compare(a.Name, b.Name) })
	return NewList(typeValues(append(subs, t.programSubs()[typ]...))), nil
}

// builtinSubs are the builtin classes derived from each; it is filled by Define.
var builtinSubs = map[*Type][]*Type{}

type programSubsKey struct{}

// programSubs are the program's classes that are derived from builtin ones, which
// cannot know them, as all runs share them.
func (t *Thread) programSubs() map[*Type][]*Type {
	return *State(t.VM, programSubsKey{}, func() *map[*Type][]*Type { return &map[*Type][]*Type{} })
}

func typeDir(t *Thread, args []Value) (Value, error) {
	found := map[string]bool{}
	AsType(args[0]).eachName(found)
	return sortedNames(found), nil
}

func typeName(t *Thread, args []Value) (Value, error) {
	return NewStr(afterDot(AsType(args[0]).Name)), nil
}

// mutable returns the class in self if its attribute may be set to val.
func (t *Thread) mutableType(self, val Value, attr string) (*Type, error) {
	typ := AsType(self)
	if typ.flags&flagHeap == 0 {
		return nil, t.TypeErrorf("cannot set '%s' attribute of immutable type '%s'", attr, typ.fullName())
	}
	if val.IsMissing() {
		return nil, t.TypeErrorf("cannot delete '%s' attribute of immutable type '%s'", attr, typ.fullName())
	}
	typ.changed(false)
	return typ, nil
}

func setTypeName(t *Thread, self, val Value) error {
	typ, err := t.mutableType(self, val, "__name__")
	if err != nil {
		return err
	}
	s := AsStr(val)
	if s == nil {
		return t.TypeErrorf("can only assign string to %s.__name__, not '%s'", typ.Name, val.Type().Name)
	}
	if err := t.checkTypeName(s); err != nil {
		return err
	}
	typ.Name = s.s
	return nil
}

func (t *Thread) checkTypeName(name *Str) error {
	if strings.IndexByte(name.s, 0) >= 0 {
		return t.ValueErrorf("type name must not contain null characters")
	}
	return nil
}

func typeQualname(t *Thread, args []Value) (Value, error) {
	return NewStr(AsType(args[0]).Qualname), nil
}

func setTypeQualname(t *Thread, self, val Value) error {
	typ, err := t.mutableType(self, val, "__qualname__")
	if err != nil {
		return err
	}
	s := AsStr(val)
	if s == nil {
		return t.TypeErrorf("can only assign string to %s.__qualname__, not '%s'", typ.Name, val.Type().Name)
	}
	typ.Qualname = s.s
	return nil
}

func typeModule(t *Thread, args []Value) (Value, error) {
	typ := AsType(args[0])
	if typ.dict != nil {
		if v, ok := typ.dict.getStr(names.module); ok {
			return v, nil
		}
	}
	return NewStr(typ.Module), nil
}

func setTypeModule(t *Thread, self, val Value) error {
	typ, err := t.mutableType(self, val, "__module__")
	if err != nil {
		return err
	}
	if s := AsStr(val); s != nil {
		typ.Module = s.s
	}
	typ.dict.setStr(names.module, val)
	return nil
}

func typeDoc(t *Thread, args []Value) (Value, error) {
	v, ok := AsType(args[0]).own(names.doc)
	if !ok {
		return None, nil
	}
	if get := v.Type().DescrGet; get != nil {
		return get(t, v, Missing, AsType(args[0]))
	}
	return v, nil
}

func setTypeDoc(t *Thread, self, val Value) error {
	typ, err := t.mutableType(self, val, "__doc__")
	if err == nil {
		typ.dict.setStr(names.doc, val)
	}
	return err
}

func typeDict(t *Thread, args []Value) (Value, error) {
	typ := AsType(args[0])
	if typ.dict != nil {
		return NewMappingProxy(typ.dict.Value()), nil
	}
	typ.builtinMember("")
	found := map[string]bool{}
	for name := range typ.members {
		found[name] = true
	}
	d := NewDict()
	for _, name := range AsList(sortedNames(found)).items {
		d.setStr(AsStr(name), typ.members[AsStr(name).s])
	}
	return NewMappingProxy(d.Value()), nil
}

func typeAnnotations(t *Thread, args []Value) (Value, error) {
	typ := AsType(args[0])
	if typ.dict == nil {
		return Value{}, t.attributeErrorf(args[0], names.annotations, "type object '%s' has no attribute '__annotations__'", typ.Name)
	}
	v, ok := typ.dict.getStr(names.annotations)
	if !ok {
		v = NewDict().Value()
		typ.dict.setStr(names.annotations, v)
	}
	return v, nil
}

func setTypeAnnotations(t *Thread, self, val Value) error {
	typ := AsType(self)
	if typ.dict == nil {
		return t.TypeErrorf("cannot set '__annotations__' attribute of immutable type '%s'", typ.Name)
	}
	if val.IsMissing() {
		if !typ.dict.delStr(names.annotations) {
			return t.attributeErrorf(self, names.annotations, "__annotations__")
		}
		return nil
	}
	typ.dict.setStr(names.annotations, val)
	return nil
}

// typeTypeParams is the class's own type parameters; those of its bases are theirs.
func typeTypeParams(_ *Thread, args []Value) (Value, error) {
	if typ := AsType(args[0]); typ.dict != nil {
		if v, ok := typ.dict.getStr(names.typeParams); ok {
			return v, nil
		}
	}
	return NewTuple(nil), nil
}

func setTypeTypeParams(t *Thread, self, val Value) error {
	typ := AsType(self)
	if typ.dict == nil {
		return t.TypeErrorf("cannot set '__type_params__' attribute of immutable type '%s'", typ.Name)
	}
	if val.IsMissing() {
		return t.TypeErrorf("cannot delete '__type_params__' attribute of immutable type '%s'", typ.Name)
	}
	typ.dict.setStr(names.typeParams, val)
	return nil
}
