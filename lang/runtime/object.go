package runtime

import "unsafe"

// Attribute access: the rules of object.__getattribute__ and its kin.

// Shape is the set of attribute names of instances that got the same names in
// the same order; they share one.
type Shape struct {
	names []*Str
	slots map[string]int32
	next  map[string]*Shape
	root  *Shape // of instances without attributes
	most  int    // in a root: the attributes that instances got so far at the most
}

func newShape() *Shape {
	s := &Shape{}
	s.root = s
	return s
}

// find is the position of name, or -1.
func (s *Shape) find(name *Str) int {
	if len(s.names) <= 8 {
		for i, n := range s.names {
			if n == name || n.s == name.s {
				return i
			}
		}
		return -1
	}
	if i, ok := s.slots[name.s]; ok {
		return int(i)
	}
	return -1
}

// with is the shape that has name besides.
func (s *Shape) with(name *Str) *Shape {
	if n := s.next[name.s]; n != nil {
		return n
	}
	n := &Shape{names: append(s.names[:len(s.names):len(s.names)], name), root: s.root}
	s.root.most = max(s.root.most, len(n.names))
	if len(n.names) > 8 {
		n.slots = make(map[string]int32, len(n.names))
		for i, x := range n.names {
			n.slots[x.s] = int32(i)
		}
	}
	if s.next == nil {
		s.next = map[string]*Shape{}
	}
	s.next[name.s] = n
	return n
}

// maxShape is how many attributes a shape may have; instances with more keep a
// dict.
const maxShape = 64

// maxNext is how many shapes may follow one: instances of a class that gets ever
// new names keep dicts as well.
const maxNext = 256

// Attrs are the attributes of an instance: values in the order of their shape,
// or a dict once the program asked for __dict__ or deleted one.
type Attrs struct {
	shape *Shape
	vals  []Value
	dict  *Dict
}

func (a *Attrs) get(name *Str) (Value, bool) {
	if a.dict != nil {
		return a.dict.getStr(name)
	}
	if a.shape == nil {
		return Value{}, false
	}
	if i := a.shape.find(name); i >= 0 {
		return a.vals[i], true
	}
	return Value{}, false
}

// set sets an attribute; root is the shape of the class's fresh instances.
func (a *Attrs) set(root *Shape, name *Str, v Value) {
	if a.dict != nil {
		a.dict.setStr(name, v)
		return
	}
	if a.shape == nil {
		a.shape = root
	}
	if i := a.shape.find(name); i >= 0 {
		a.vals[i] = v
		return
	}
	if len(a.vals) == maxShape || len(a.shape.next) >= maxNext && a.shape.next[name.s] == nil {
		a.toDict().setStr(name, v)
		return
	}
	a.shape = a.shape.with(name)
	a.vals = append(a.vals, v)
}

func (a *Attrs) del(name *Str) bool {
	if _, ok := a.get(name); !ok {
		return false
	}
	return a.toDict().delStr(name)
}

// each calls f with every attribute.
func (a *Attrs) each(f func(name *Str, v Value)) {
	if a.dict == nil {
		for i, v := range a.vals {
			if name := a.shape.names[i]; !isSlotKey(name) {
				f(name, v)
			}
		}
		return
	}
	a.dict.Each(func(k, v Value, _ uint64) bool {
		if s := AsStr(k); s != nil {
			f(s, v)
		}
		return true
	})
}

// toDict makes the attributes a dict, which they stay.
func (a *Attrs) toDict() *Dict {
	if a.dict == nil {
		d := NewDict()
		a.each(d.setStr)
		a.useDict(d)
	}
	return a.dict
}

// Instance is an object of a class made by a class statement (or of a type of a
// module) that has no builtin type other than object among its bases.
type Instance struct {
	Hdr
	attrs Attrs
}

// attrsOf is where v keeps its attributes; nil if it cannot have any. With make
// set, those of a type that allocates them on demand are made.
func attrsOf(v Value, make bool) *Attrs {
	if v.Type().flags&flagHasAttrs == 0 {
		return nil
	}
	return attrsAt(v, make)
}

// attrsAt is where the struct of v keeps attributes, those of __slots__ included.
func attrsAt(v Value, make bool) *Attrs {
	typ := v.Type()
	switch typ.layout {
	case &ObjectType:
		return &(*Instance)(v.p).attrs
	case &BaseExceptionType:
		return &(*Exception)(v.p).attrs
	case &IntType:
		return &(*IntObj)(v.p).attrs
	case &FloatType:
		return &(*FloatObj)(v.p).attrs
	case &FunctionType:
		return lazyAttrs(&(*Func)(v.p).attrs, make)
	case &BytesType:
		return lazyAttrs(&(*BytesObj)(v.p).attrs, make)
	case &StrType:
		return lazyAttrs(&(*Str)(v.p).more().attrs, make)
	case &ListType:
		return lazyAttrs(&(*List)(v.p).attrs, make)
	case &TupleType:
		return lazyAttrs(&(*Tuple)(v.p).attrs, make)
	case &DictType:
		return lazyAttrs(&(*Dict)(v.p).attrs, make)
	case &SetType, &FrozenSetType:
		return lazyAttrs(&(*Set)(v.p).attrs, make)
	}
	if isFuture(v) {
		return futureAttrs(v, make)
	}
	if f := typ.layout.attrsOf; f != nil {
		return lazyAttrs(f(v), make)
	}
	return nil
}

var noAttrs = &Attrs{}

// attrsIndex is where in v's struct, in bytes, a pointer stands that is nil as long
// as v has no attributes of its own; -1 if there is none to be found.
func attrsIndex(v Value) int32 {
	if isFuture(v) {
		return int32(unsafe.Offsetof(Future{}.ext))
	}
	if f := v.Type().layout.attrsOf; f != nil {
		return int32(uintptr(unsafe.Pointer(f(v))) - uintptr(v.p))
	}
	return -1
}

func lazyAttrs(p **Attrs, make bool) *Attrs {
	if *p == nil {
		if !make {
			return noAttrs
		}
		*p = &Attrs{}
	}
	return *p
}

// GetAttr is v.name.
func (t *Thread) GetAttr(v Value, name *Str) (Value, error) {
	typ := v.Type()
	if typ.GetAttr != nil {
		return typ.GetAttr(t, v, name)
	}
	return t.GenericGetAttr(v, name)
}

// GenericGetAttr is object.__getattribute__.
func (t *Thread) GenericGetAttr(v Value, name *Str) (Value, error) {
	x, ok, err := t.findAttr(v, name)
	if err == nil && !ok {
		err = t.noAttribute(v, name)
	}
	return x, err
}

// findAttr is GenericGetAttr without the AttributeError for a missing one.
func (t *Thread) findAttr(v Value, name *Str) (Value, bool, error) {
	typ := v.Type()
	m, found := typ.Lookup(name)
	if found {
		if mt := m.Type(); mt.DescrSet != nil && mt.DescrGet != nil {
			x, err := mt.DescrGet(t, m, v, typ)
			return x, err == nil, err
		}
	}
	if a := attrsOf(v, false); a != nil {
		if x, ok := a.get(name); ok {
			return x, true, nil
		}
	}
	if found {
		if get := m.Type().DescrGet; get != nil {
			x, err := get(t, m, v, typ)
			return x, err == nil, err
		}
		return m, true, nil
	}
	return Value{}, false, nil
}

// LookupAttr is v.name; ok is false if there is no such attribute, for which no
// AttributeError is made when it can be helped.
func (t *Thread) LookupAttr(v Value, name *Str) (x Value, ok bool, err error) {
	typ := v.Type()
	if typ.GetAttr == nil {
		x, ok, err = t.findAttr(v, name)
	} else {
		x, err = typ.GetAttr(t, v, name)
		ok = err == nil
	}
	if err != nil && Is(err, &AttributeErrorType) {
		return Value{}, false, nil
	}
	return x, ok, err
}

// SetAttr is v.name = val; a Missing val deletes.
func (t *Thread) SetAttr(v Value, name *Str, val Value) error {
	typ := v.Type()
	if typ.SetAttr != nil {
		return typ.SetAttr(t, v, name, val)
	}
	return t.GenericSetAttr(v, name, val)
}

// GenericSetAttr is object.__setattr__ and object.__delattr__.
func (t *Thread) GenericSetAttr(v Value, name *Str, val Value) error {
	typ := v.Type()
	m, found := typ.Lookup(name)
	if found {
		if set := m.Type().DescrSet; set != nil {
			return set(t, m, v, val)
		}
	}
	a := attrsOf(v, true)
	if a == nil {
		if found {
			return t.attributeErrorf(v, name, "'%s' object attribute '%s' is read-only", typ.Name, name.s)
		}
		if typ.SetAttr != nil {
			return t.attributeErrorf(v, name, "'%s' object has no attribute '%s'", typ.Name, name.s)
		}
		return t.attributeErrorf(v, name, "'%s' object has no attribute '%s' and no __dict__ for setting new attributes", typ.Name, name.s)
	}
	if val.IsMissing() {
		if !a.del(name) {
			return t.noAttribute(v, name)
		}
		return nil
	}
	a.set(typ.rootShape(), name, val)
	return nil
}

// rootShape is the shape of instances without attributes.
func (typ *Type) rootShape() *Shape {
	if typ.shape == nil {
		// Builtin types are shared by runs and get no shapes of their own.
		if typ.flags&flagHeap == 0 {
			return newShape()
		}
		typ.shape = newShape()
	}
	return typ.shape
}

// Lookup finds name in the class and its bases, in method resolution order.
func (typ *Type) Lookup(name *Str) (Value, bool) {
	for _, c := range typ.MRO() {
		if v, ok := c.own(name); ok {
			return v, true
		}
	}
	return Value{}, false
}

// own finds name among what the class itself defines.
func (typ *Type) own(name *Str) (Value, bool) {
	if typ.dict != nil {
		return typ.dict.getStr(name)
	}
	return typ.builtinMember(name.s)
}

// MRO is the method resolution order, the class itself first.
func (typ *Type) MRO() []*Type { return typ.mro }

// IsSubclass says whether typ is base or derived from it.
func (typ *Type) IsSubclass(base *Type) bool {
	if typ == base {
		return true
	}
	for _, c := range typ.mro {
		if c == base {
			return true
		}
	}
	return false
}

// noAttribute is the AttributeError for v.name.
func (t *Thread) noAttribute(v Value, name *Str) error {
	if c := As[Type](v, &TypeType); c != nil {
		return t.attributeErrorf(v, name, "type object '%s' has no attribute '%s'", c.Name, name.s)
	}
	if m := As[Module](v, &ModuleType); m != nil {
		return t.noModuleAttribute(m, name)
	}
	return t.attributeErrorf(v, name, "'%s' object has no attribute '%s'", v.class().Name, name.s)
}

// EachAttr calls f with every attribute in v's __dict__.
func EachAttr(v Value, f func(name string, v Value)) {
	if a := attrsOf(v, false); a != nil {
		a.each(func(name *Str, x Value) { f(name.s, x) })
	}
}
