package runtime

import (
	"cmp"
	"fmt"

	"github.com/coro-lang/coro/lang/compiler"
)

// Bound methods, and builtin functions and methods as objects.

// Bound methods of builtin types are of other types than those of programs:
// MethodWrapperType is that of special methods, builtinMethodType that of the others.
var MethodWrapperType, builtinMethodType Type

// WrapperDescriptorType is what the special methods of builtin types show as their
// type: see class.
var WrapperDescriptorType Type

// class is the class of v as programs see it. Builtins of a few Go types are of
// several classes in CPython: it tells the wrappers of slots from methods, has
// functions in its library that are written in Python, and one class for builtin
// functions and methods; and what it reads from a struct is of another than what it asks
// a function for.
func (v Value) class() *Type {
	typ := v.Type()
	switch typ {
	case &BuiltinType, &MethodDescriptorType:
		if b := (*Builtin)(v.p); b.row.Python {
			return &FunctionType
		} else if typ == &MethodDescriptorType && b.sig.wrapper {
			return &WrapperDescriptorType
		}
	case &GetSetType:
		if (*Builtin)(v.p).row.Kind == ReadOnly {
			return &MemberType
		}
	case &builtinMethodType:
		if (*Builtin)((*BoundMethod)(v.p).fn.p).row.Python {
			return &MethodType
		}
		return &BuiltinType
	}
	return typ
}

func newBoundMethod(fn, self Value) Value {
	m := bind(fn, self)
	return obj(&m)
}

// bind is fn as a method of self.
func bind(fn, self Value) BoundMethod {
	typ := &MethodType
	if b := exact[Builtin](fn, &MethodDescriptorType); b != nil {
		if typ = &builtinMethodType; b.sig.wrapper {
			typ = &MethodWrapperType
		}
	} else if fn.Type() == &BuiltinType {
		typ = &builtinMethodType
	}
	return BoundMethod{Hdr{typ}, fn, self}
}

// checkCount is the error of a builtin method's call with a wrong number of
// arguments, which names the class of the instance, or the class that it is bound to:
// without an object for the bound method it names the class that has the method.
func (m *BoundMethod) checkCount(t *Thread, npos, nkw int) error {
	b := exact[Builtin](m.fn, &MethodDescriptorType)
	if b == nil || b.sig.python || m.home() == b.owner || nkw == 0 && npos >= b.sig.need && (npos <= b.sig.pos || b.sig.varArgs >= 0) {
		return nil
	}
	return b.sig.checkCount(t, m.home().Qualname+"."+b.row.Name, npos, nkw)
}

// boundMethod returns v as a bound method of any of their types, or nil.
func boundMethod(v Value) *BoundMethod { return As[BoundMethod](v, &MethodType) }

func init() {
	shared := Slots{
		Repr:    methodRepr,
		Compare: compareMethods,
		Hash: func(t *Thread, v Value) (uint64, error) {
			m := (*BoundMethod)(v.p)
			return hashWord(uint64(m.self.addr())^uint64(m.self.n)) ^ uint64(m.fn.addr()), nil
		},
		GetAttr: methodGetAttr,
		Call: func(t *Thread, v Value, args []Value, kwnames []*Str) (Value, error) {
			m := (*BoundMethod)(v.p)
			return t.CallKw(m.fn, append([]Value{m.self}, args...), kwnames)
		},
	}
	attrs := []Method{
		{Name: "__self__", Kind: Getter, Fn: func(t *Thread, a []Value) (Value, error) { return (*BoundMethod)(a[0].p).self, nil }},
		{Name: "__func__", Kind: Getter, Fn: func(t *Thread, a []Value) (Value, error) { return (*BoundMethod)(a[0].p).fn, nil }},
		{Name: "__doc__", Kind: Getter, Fn: func(t *Thread, a []Value) (Value, error) {
			return t.GetAttr((*BoundMethod)(a[0].p).fn, names.doc)
		}},
	}
	slots := shared
	slots.New = newMethod
	copied := reduceRow(func(t *Thread, v Value) (Value, error) {
		name, err := t.GetAttr((*BoundMethod)(v.p).fn, names.name)
		if err != nil {
			return Value{}, err
		}
		return Reduced(builtinNames["getattr"].value(), []Value{(*BoundMethod)(v.p).self, name})
	})
	methods := append(attrs[:len(attrs):len(attrs)], copied, Method{Name: "__get__", Sig: "instance, owner=None, /", Fn: methodGet})
	methods[0].Kind, methods[1].Kind = ReadOnly, ReadOnly
	Define(&MethodType, &Spec{Name: "method", Final: true, Layout: true, Slots: slots, Methods: methods})
	builtinAttrs := []Method{attrs[0], attrs[2], copied}
	for typ, name := range map[*Type]string{&builtinMethodType: "builtin_function_or_method", &MethodWrapperType: "method-wrapper"} {
		Define(typ, &Spec{Name: name, Final: true, NoNew: true, Slots: shared, Methods: builtinAttrs})
		typ.layout = &MethodType
	}
	builtin := Slots{
		Repr:    builtinObjectRepr,
		GetAttr: builtinObjectGetAttr,
		Call: func(t *Thread, v Value, args []Value, kwnames []*Str) (Value, error) {
			return (*Builtin)(v.p).call(t, args, kwnames)
		},
	}
	rows := []Method{
		{Name: "__name__", Kind: Getter, Fn: func(t *Thread, a []Value) (Value, error) { return NewStr((*Builtin)(a[0].p).row.Name), nil }},
		{Name: "__qualname__", Kind: Getter, Fn: func(t *Thread, a []Value) (Value, error) { return NewStr((*Builtin)(a[0].p).qualname()), nil }},
		{Name: "__doc__", Kind: Getter, Fn: builtinDoc},
		{Name: "__text_signature__", Kind: Getter, Fn: func(t *Thread, a []Value) (Value, error) {
			return NewStr("(" + (*Builtin)(a[0].p).row.Sig + ")"), nil
		}},
	}
	Define(&BuiltinType, &Spec{
		Name: "builtin_function_or_method", Final: true, NoNew: true, Layout: true, Slots: builtin,
		Methods: append(rows[:len(rows):len(rows)],
			Method{Name: "__module__", Kind: Getter, Fn: builtinModule},
			Method{Name: "__self__", Kind: Getter, Fn: func(t *Thread, a []Value) (Value, error) { return None, nil }}),
	})
	method := builtin
	method.DescrGet = func(t *Thread, d, inst Value, owner *Type) (Value, error) {
		if inst.IsMissing() {
			return d, nil
		}
		b := (*Builtin)(d.p)
		if !inst.Type().IsSubclass(b.owner) {
			return Value{}, t.TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", b.row.Name, b.owner.Name, inst.Type().Name)
		}
		return newBoundMethod(d, inst), nil
	}
	rows = append(rows, objclassRow, reduceRow(func(_ *Thread, v Value) (Value, error) {
		b := (*Builtin)(v.p)
		return Reduced(builtinNames["getattr"].value(), []Value{obj(b.owner), NewStr(b.row.Name)})
	}))
	Define(&MethodDescriptorType, &Spec{Name: "method_descriptor", Final: true, NoNew: true, Layout: true, Slots: method,
		Methods: append(rows[:len(rows):len(rows)], Method{Name: "__module__", Kind: Getter, Fn: methodModule})})
	Define(&WrapperDescriptorType, &Spec{Name: "wrapper_descriptor", Final: true, NoNew: true, Layout: true, Slots: method, Methods: rows})
	Define(&GetSetType, &Spec{
		Name: "getset_descriptor", Final: true, NoNew: true, Layout: true,
		Slots:   Slots{Repr: builtinObjectRepr, DescrGet: getGetSet, DescrSet: setGetSet},
		Methods: append(rows[:3:3], objclassRow),
	})
}

var objclassRow = Method{Name: "__objclass__", Kind: Getter, Fn: func(t *Thread, a []Value) (Value, error) {
	return obj((*Builtin)(a[0].p).owner), nil
}}

func newMethod(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	if len(kwnames) > 0 {
		return Value{}, t.TypeErrorf("method() takes no keyword arguments")
	}
	if len(args) != 2 {
		return Value{}, t.TypeErrorf("method expected 2 arguments, got %d", len(args))
	}
	if args[0].Type().Call == nil {
		return Value{}, t.TypeErrorf("first argument must be callable")
	}
	if args[1].IsNone() {
		return Value{}, t.TypeErrorf("instance must not be None")
	}
	return newBoundMethod(args[0], args[1]), nil
}

// methodGet: what is bound stays bound as it is.
func methodGet(t *Thread, a []Value) (Value, error) {
	return a[0], t.checkDescriptorCall(a[1], a[2].Or(None))
}

func methodRepr(t *Thread, v Value) (string, error) {
	m := (*BoundMethod)(v.p)
	if b := exact[Builtin](m.fn, &MethodDescriptorType); b != nil {
		if b.row.Python {
			self, err := t.Repr(m.self)
			return fmt.Sprintf("<bound method %s of %s>", b.name, self), err
		}
		if b.sig.wrapper {
			return fmt.Sprintf("<method-wrapper '%s' of %s object at 0x%x>", b.row.Name, m.self.Type().Name, t.ID(m.self)), nil
		}
		return fmt.Sprintf("<built-in method %s of %s object at 0x%x>", b.row.Name, m.self.Type().Name, t.ID(m.self)), nil
	}
	name, ok, err := t.LookupAttr(m.fn, names.qualname)
	if err == nil && !ok {
		name, ok, err = t.LookupAttr(m.fn, names.name)
	}
	if err != nil {
		return "", err
	}
	q := "?"
	if s := AsStr(name); ok && s != nil {
		q = s.s
	} else if b := exact[Builtin](m.fn, &BuiltinType); b != nil {
		return fmt.Sprintf("<built-in method %s of type object at 0x%x>", b.row.Name, t.ID(m.self)), nil
	}
	if b := exact[Builtin](m.fn, &BuiltinType); b != nil {
		return fmt.Sprintf("<built-in method %s of %s object at 0x%x>", b.row.Name, m.self.Type().Name, t.ID(m.self)), nil
	}
	self, err := t.Repr(m.self)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("<bound method %s of %s>", q, self), nil
}

func compareMethods(t *Thread, op compiler.CompareOp, a, b Value) (Value, error) {
	x, y := boundMethod(a), boundMethod(b)
	if x == nil || y == nil || op > compiler.Ne {
		return NotImplemented, nil
	}
	same := x.self.Is(y.self)
	if same {
		var err error
		if same, err = t.Equal(x.fn, y.fn); err != nil {
			return Value{}, err
		}
	}
	return Bool(same == (op == compiler.Eq)), nil
}

// methodGetAttr: a method's attributes are its own few, then the function's.
func methodGetAttr(t *Thread, v Value, name *Str) (Value, error) {
	x, ok, err := t.findAttr(v, name)
	if err != nil || ok {
		return x, err
	}
	m := (*BoundMethod)(v.p)
	if b := exact[Builtin](m.fn, &MethodDescriptorType); b != nil || m.fn.Type() == &BuiltinType {
		if v.Type() == &builtinMethodType && !(*Builtin)(m.fn.p).row.Python {
			switch name.s {
			case "__qualname__":
				return NewStr(m.home().Qualname + "." + (*Builtin)(m.fn.p).row.Name), nil
			case "__module__":
				return None, nil
			}
		}
		if x, ok, err = t.LookupAttr(m.fn, name); err != nil || ok {
			return x, err
		}
		if name.s == "__func__" && v.class() == &MethodType {
			return m.fn, nil
		}
		return Value{}, t.noAttribute(v, name)
	}
	return t.GetAttr(m.fn, name)
}

// home is the type that the method of a builtin type is called one of: what it is
// bound to, if that is a type, else the type of that.
func (m *BoundMethod) home() *Type {
	if typ := As[Type](m.self, &TypeType); typ != nil {
		return typ
	}
	return m.self.Type()
}

func builtinObjectRepr(t *Thread, v Value) (string, error) {
	b := (*Builtin)(v.p)
	if b.row.Python && b.typ != &GetSetType {
		return fmt.Sprintf("<function %s at 0x%x>", b.name, t.ID(v)), nil
	}
	switch b.typ {
	case &BuiltinType:
		return "<built-in function " + b.row.Name + ">", nil
	case &GetSetType:
		if b.row.Kind == ReadOnly {
			return "<member '" + b.row.Name + "' of '" + b.owner.Name + "' objects>", nil
		}
		return "<attribute '" + b.row.Name + "' of '" + b.owner.Name + "' objects>", nil
	}
	if b.sig.wrapper {
		return "<slot wrapper '" + b.row.Name + "' of '" + b.owner.Name + "' objects>", nil
	}
	return "<method '" + b.row.Name + "' of '" + b.owner.Name + "' objects>", nil
}

func builtinDoc(t *Thread, a []Value) (Value, error) {
	if doc := (*Builtin)(a[0].p).row.Doc; doc != "" {
		return NewStr(doc), nil
	}
	return None, nil
}

func builtinModule(t *Thread, a []Value) (Value, error) {
	b := (*Builtin)(a[0].p)
	if m := cmp.Or(b.row.Module, b.module); m != "" {
		return NewStr(m), nil
	}
	return None, nil
}

// methodModule is __module__ of a method, which only one that CPython has in Python
// has.
func methodModule(t *Thread, a []Value) (Value, error) {
	if b := (*Builtin)(a[0].p); b.row.Python {
		return NewStr(b.owner.Module), nil
	}
	return Value{}, t.noAttribute(a[0], t.VM.Intern("__module__"))
}

func getGetSet(t *Thread, d, inst Value, owner *Type) (Value, error) {
	if inst.IsMissing() {
		return d, nil
	}
	b := (*Builtin)(d.p)
	if !inst.Type().IsSubclass(b.owner) {
		return Value{}, t.TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", b.row.Name, b.owner.Name, inst.Type().Name)
	}
	return b.row.Fn(t, []Value{inst})
}

func setGetSet(t *Thread, d, inst, val Value) error {
	b := (*Builtin)(d.p)
	if b.row.Kind == ReadOnly {
		return t.attributeErrorf(inst, NewStrObj(b.row.Name), "readonly attribute")
	}
	if b.row.Set == nil {
		return t.attributeErrorf(inst, NewStrObj(b.row.Name), "attribute '%s' of '%s' objects is not writable", b.row.Name, b.owner.Name)
	}
	return b.row.Set(t, inst, val)
}
