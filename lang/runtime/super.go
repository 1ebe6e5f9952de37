package runtime

import "fmt"

// super: attribute access that starts behind a class in the method resolution
// order.

// Super is a super object.
type Super struct {
	Hdr
	class *Type // the search starts behind it
	self  Value // an instance of class or a subclass, or a subclass; Missing if unbound
	typ   *Type // whose method resolution order is searched
}

var superSpec = Spec{
	Name: "super", Layout: true,
	Slots: Slots{New: newSuper, Repr: superRepr, GetAttr: superGetAttr, DescrGet: bindSuper},
	Methods: []Method{
		{Name: "__thisclass__", Kind: ReadOnly, Fn: func(t *Thread, a []Value) (Value, error) { return obj((*Super)(a[0].p).class), nil }},
		{Name: "__self__", Kind: ReadOnly, Fn: func(t *Thread, a []Value) (Value, error) { return (*Super)(a[0].p).self.Or(None), nil }},
		{Name: "__self_class__", Kind: ReadOnly, Fn: func(t *Thread, a []Value) (Value, error) {
			if s := (*Super)(a[0].p); s.typ != nil {
				return obj(s.typ), nil
			}
			return None, nil
		}},
	},
}

func init() {
	Define(&SuperType, &superSpec)
}

var superSig = classSig("type=None, object_or_type=None, /")

func newSuper(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	s := &Super{Hdr: Hdr{cls}, self: Missing}
	if len(args) == 0 {
		if err := t.implicitSuper(s); err != nil {
			return Value{}, err
		}
		return obj(s), s.check(t)
	}
	name := "super"
	if len(kwnames) == 0 {
		name = "super()" // as its errors about the number of arguments say it
	}
	a, err := superSig.bind(t, name, args, kwnames)
	if err != nil {
		return Value{}, err
	}
	if s.class = AsType(a[0]); s.class == nil {
		return Value{}, t.TypeErrorf("super() argument 1 must be a type, not %s", a[0].Type().Name)
	}
	if a[1] = a[1].Or(None); a[1].IsNone() {
		return obj(s), nil
	}
	s.self = a[1]
	return obj(s), s.check(t)
}

// implicitSuper finds the class and first argument of the method that calls
// super() without arguments.
func (t *Thread) implicitSuper(s *Super) error {
	if t.fn == nil {
		return t.RuntimeErrorf("super(): no current frame")
	}
	code := t.fn.proto.code
	if code.Pos == 0 {
		return t.RuntimeErrorf("super(): no arguments")
	}
	s.self = t.regs[0]
	if c := exact[Cell](s.self, &CellType); c != nil {
		s.self = c.v
	}
	if s.self.IsMissing() {
		return t.RuntimeErrorf("super(): arg[0] deleted")
	}
	for i, f := range code.Free {
		if f.Name != "__class__" {
			continue
		}
		v := t.fn.free[i].v
		if v.IsMissing() {
			return t.RuntimeErrorf("super(): empty __class__ cell")
		}
		if s.class = AsType(v); s.class == nil {
			return t.RuntimeErrorf("super(): __class__ is not a type (%s)", v.Type().Name)
		}
		return nil
	}
	return t.RuntimeErrorf("super(): __class__ cell not found")
}

// check finds whose method resolution order is searched.
func (s *Super) check(t *Thread) error {
	if c := AsType(s.self); c != nil && c.IsSubclass(s.class) {
		s.typ = c
		return nil
	}
	if typ := s.self.Type(); typ.IsSubclass(s.class) {
		s.typ = typ
		return nil
	}
	what := "instance of"
	name := s.self.Type().Name
	if c := AsType(s.self); c != nil {
		what, name = "type", c.Name
	}
	return t.TypeErrorf("super(type, obj): obj (%s %s) is not an instance or subtype of type (%s).", what, name, s.class.Name)
}

// bindSuper binds an unbound super object, kept as an attribute of a class, to an instance.
func bindSuper(t *Thread, v, inst Value, owner *Type) (Value, error) {
	s := (*Super)(v.p)
	if !s.self.IsMissing() || inst.Or(None).IsNone() {
		return v, nil
	}
	bound := &Super{Hdr: s.Hdr, class: s.class, self: inst}
	return obj(bound), bound.check(t)
}

func superRepr(t *Thread, v Value) (string, error) {
	s := (*Super)(v.p)
	if s.typ == nil {
		return fmt.Sprintf("<super: <class '%s'>, NULL>", s.class.Name), nil
	}
	return fmt.Sprintf("<super: <class '%s'>, <%s object>>", s.class.Name, s.typ.Name), nil
}

func superGetAttr(t *Thread, v Value, name *Str) (Value, error) {
	s := (*Super)(v.p)
	if s.typ == nil || name.s == "__class__" {
		return t.GenericGetAttr(v, name)
	}
	behind := false
	for _, c := range s.typ.mro {
		if !behind {
			behind = c == s.class
			continue
		}
		m, ok := c.own(name)
		if !ok {
			continue
		}
		if get := m.Type().DescrGet; get != nil {
			inst := s.self
			if AsType(inst) == s.typ {
				inst = Missing
			}
			return get(t, m, inst, s.typ)
		}
		return m, nil
	}
	return t.GenericGetAttr(v, name)
}
