package runtime

import (
	"strings"
	"unsafe"
)

// Calling a class: __new__, then __init__.

// Instantiate is the call of a class: type.__call__.
func (t *Thread) Instantiate(cls *Type, args []Value, kwnames []*Str) (Value, error) {
	if cls.flags&flagHeap != 0 {
		return t.instantiateHeap(cls, args, kwnames)
	}
	if cls.flags&flagNoNew != 0 || cls.New == nil {
		return Value{}, t.cannotCreate(cls)
	}
	v, err := cls.New(t, cls, args, kwnames)
	if err == nil && cls.Initialize != nil && v.Type() == cls {
		err = cls.Initialize(t, v, args, kwnames)
	}
	return v, err
}

// cannotCreate is the error of calling a class whose instances are not made so.
func (t *Thread) cannotCreate(cls *Type) error {
	return t.TypeErrorf("cannot create '%s' instances", cls.fullName())
}

// instantiateHeap makes an instance of a program's class.
func (t *Thread) instantiateHeap(cls *Type, args []Value, kwnames []*Str) (Value, error) {
	v, err := t.callNew(cls, args, kwnames)
	if err != nil {
		return Value{}, err
	}
	typ := v.Type()
	if !typ.IsSubclass(cls) {
		return v, nil
	}
	return v, t.callInit(typ, v, args, kwnames)
}

func (t *Thread) callNew(cls *Type, args []Value, kwnames []*Str) (Value, error) {
	new := cls.special[dunderNew]
	base := slotOwner(new)
	switch {
	case base == nil:
		if !new.IsMissing() {
			m := As[ClassMethodObj](new, &StaticMethodType)
			if m == nil {
				f, err := t.bindSpecial(new, cls.Value())
				if err != nil {
					return Value{}, err
				}
				return t.CallKw(f, args, kwnames)
			}
			return t.CallKw(m.fn, append([]Value{obj(cls)}, args...), kwnames)
		}
		return Value{}, t.TypeErrorf("cannot create '%s' instances", cls.Name)
	case base == &ObjectType:
		return newObject(t, cls, args, kwnames)
	case base.refill != nil && isSlotMethod(cls.special[dunderInit]):
		return base.New(t, cls, args, kwnames) // which fills the container too
	}
	return t.newBuiltin(base, cls, args, kwnames)
}

// newBuiltin is the __new__ of a builtin type, base, for cls.
func (t *Thread) newBuiltin(base, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	switch {
	case base.refill != nil:
		// Its __init__ fills the container: list.__new__ takes no notice of arguments.
		args, kwnames = nil, nil
	case len(kwnames) > 0 && base.flags&flagNoKeywords != 0 && cls.flags&flagHeap != 0 && !isSlotMethod(cls.special[dunderInit]):
		args, kwnames = args[:len(args)-len(kwnames)], nil
	}
	return base.New(t, cls, args, kwnames)
}

// callInit runs typ's __init__ on the new instance v.
func (t *Thread) callInit(typ *Type, v Value, args []Value, kwnames []*Str) error {
	if typ.flags&flagHeap == 0 {
		if typ.Initialize != nil {
			return typ.Initialize(t, v, args, kwnames)
		}
		return nil
	}
	init := typ.special[dunderInit]
	if isSlotMethod(init) {
		if typ.Initialize != nil {
			return typ.Initialize(t, v, args, kwnames)
		}
		// A builtin __new__ has filled the container already.
		if owner := slotOwner(init); owner.refill != nil && !isSlotMethod(typ.special[dunderNew]) {
			return t.initBuiltin(owner, v, args, kwnames)
		}
		return nil
	}
	r, err := t.callBound(init, v, args, kwnames)
	if err != nil {
		return err
	}
	if !r.IsNone() {
		return t.TypeErrorf("__init__() should return None, not '%s'", r.Type().Name)
	}
	return nil
}

// initBuiltin is __init__ of builtin type typ called by name.
func (t *Thread) initBuiltin(typ *Type, self Value, args []Value, kwnames []*Str) error {
	switch {
	case typ.Initialize != nil:
		return typ.Initialize(t, self, args, kwnames)
	case typ.refill != nil:
		cls := typ
		switch own := self.Type(); {
		case typ == &SetType:
			cls = own // which its errors name
		case typ == &ListType && own.flags&flagHeap != 0 && !isSlotMethod(own.special[dunderNew]):
			args, kwnames = args[:len(args)-len(kwnames)], nil // the keywords were for its __new__
		}
		v, err := typ.New(t, cls, args, kwnames)
		if err != nil {
			return err
		}
		return typ.refill(t, self, v)
	case typ.layout == &ObjectType:
		return initObject(t, self, args, kwnames)
	}
	return nil
}

func refillList(t *Thread, self, fresh Value) error {
	AsList(self).items = AsList(fresh).items
	return nil
}

func refillDict(t *Thread, self, fresh Value) error {
	return AsDict(self).Update(t, AsDict(fresh))
}

func refillSet(t *Thread, self, fresh Value) error {
	AsSet(self).d.Clear()
	AsSet(self).d.copyTable(&AsSet(fresh).d)
	return nil
}

func init() {
	ListType.refill, DictType.refill, SetType.refill = refillList, refillDict, refillSet
}

// newObject is object.__new__.
func newObject(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	if len(args) > 0 {
		if cls != &ObjectType && slotOwner(cls.special[dunderNew]) != &ObjectType {
			return Value{}, t.TypeErrorf("object.__new__() takes exactly one argument (the type to instantiate)")
		}
		if cls == &ObjectType || isSlotMethod(cls.special[dunderInit]) {
			return Value{}, t.TypeErrorf("%s() takes no arguments", cls.Name)
		}
	}
	if cls.flags&flagAbstract != 0 {
		return Value{}, t.abstractError(cls)
	}
	return NewInstance(cls), nil
}

// NewInstance makes an instance of cls, which has object's layout, without
// attributes but with room for as many as earlier instances got.
func NewInstance(cls *Type) Value {
	most := 0
	if cls.shape != nil {
		most = cls.shape.most
	}
	o, room := withRoom[Instance](most)
	o.typ = cls
	o.attrs.vals = room[:0]
	return obj(o)
}

// plainInit returns the __init__ of a program's class whose instances need
// nothing but NewInstance and that function; nil if the class is another kind.
func (typ *Type) plainInit() *Func {
	const special = flagHeap | flagAbstract
	if typ.flags&special != flagHeap || slotOwner(typ.special[dunderNew]) != &ObjectType {
		return nil
	}
	return exact[Func](typ.special[dunderInit], &FunctionType)
}

// initObject is object.__init__.
func initObject(t *Thread, self Value, args []Value, kwnames []*Str) error {
	if len(args) == 0 {
		return nil
	}
	typ := self.Type()
	if typ.flags&flagHeap == 0 {
		if init, _ := typ.Lookup(dunderNames[dunderInit]); slotOwner(init) != &ObjectType {
			return t.TypeErrorf("object.__init__() takes exactly one argument (the instance to initialize)")
		}
		if typ.flags&flagNoNew != 0 {
			return nil
		}
		for _, c := range typ.mro {
			if c != &ObjectType && c.defined != nil && c.defined.New != nil {
				return nil // its __new__ took the arguments
			}
		}
		return t.TypeErrorf("%s.__init__() takes exactly one argument (the instance to initialize)", typ.Name)
	}
	if !isSlotMethod(typ.special[dunderInit]) {
		return t.TypeErrorf("object.__init__() takes exactly one argument (the instance to initialize)")
	}
	if slotOwner(typ.special[dunderNew]) == &ObjectType {
		return t.TypeErrorf("%s.__init__() takes exactly one argument (the instance to initialize)", typ.Name)
	}
	return nil
}

// abstractError says why an abstract class has no instances.
func (t *Thread) abstractError(cls *Type) error {
	missing := cls.abstractMethods()
	method := "method"
	if len(missing) > 1 {
		method = "methods"
	}
	return t.TypeErrorf("Can't instantiate abstract class %s without an implementation for abstract %s '%s'",
		cls.Name, method, strings.Join(missing, "', '"))
}

// callClass begins a call of a program's class in place: its __init__ runs as an
// activation like any other. done is false if the general way must be taken.
func (t *Thread) callClass(c *Type, first, n int, kwnames []*Str, dst uint8) (done, stop bool) {
	init := c.plainInit()
	if init == nil {
		return false, false
	}
	self := NewInstance(c)
	for i := first + n; i > first; i-- {
		*t.reg(i) = *t.reg(i - 1)
	}
	*t.reg(first), t.regs[dst] = self, self
	if base := t.reg(first); init.proto.fast == n+1 && len(kwnames) == 0 && t.fp < t.fpLimit && uintptr(unsafe.Pointer(base)) < t.stackLimit {
		fr := (*frame)(unsafe.Add(t.framep, uintptr(t.fp)*frameSize))
		t.fp++
		fr.ip, fr.regs, fr.consts, fr.fn = t.ip, t.regs, t.consts, t.fn
		fr.kind, fr.dst = actInit, dst
		t.begin(init, base)
		return true, false
	}
	return true, t.callFunc(init, first, n+1, kwnames, actInit, dst)
}
