package runtime

// property, classmethod and staticmethod.

// ClassMethodObj is a classmethod or a staticmethod.
type ClassMethodObj struct {
	Hdr
	fn    Value
	attrs *Attrs
}

// Property is a property.
type Property struct {
	Hdr
	get, set, del Value // None if there is none
	doc           Value // Missing: the getter's
	name          Value // of the attribute, or Missing
	attrs         *Attrs
}

var propertySpec = Spec{
	Name: "property", Layout: true,
	AttrsOf: func(v Value) **Attrs { return &(*Property)(v.p).attrs },
	Slots:   Slots{New: newProperty, Initialize: makeInit("property", propertySig, initProperty), DescrGet: getProperty, DescrSet: setProperty},
	Methods: []Method{
		{Name: "getter", Sig: "fget, /", Fn: func(t *Thread, a []Value) (Value, error) {
			return a[0].property().with(func(p *Property) { p.get = a[1] }), nil
		}},
		{Name: "setter", Sig: "fset, /", Fn: func(t *Thread, a []Value) (Value, error) {
			return a[0].property().with(func(p *Property) { p.set = a[1] }), nil
		}},
		{Name: "deleter", Sig: "fdel, /", Fn: func(t *Thread, a []Value) (Value, error) {
			return a[0].property().with(func(p *Property) { p.del = a[1] }), nil
		}},
		{Name: "fget", Kind: ReadOnly, Fn: func(t *Thread, a []Value) (Value, error) { return a[0].property().get, nil }},
		{Name: "fset", Kind: ReadOnly, Fn: func(t *Thread, a []Value) (Value, error) { return a[0].property().set, nil }},
		{Name: "fdel", Kind: ReadOnly, Fn: func(t *Thread, a []Value) (Value, error) { return a[0].property().del, nil }},
		{Name: "__doc__", Kind: Getter, Fn: propertyDoc, Set: func(t *Thread, self, v Value) error {
			self.property().doc = v.Or(None)
			return nil
		}},
		{Name: "__name__", Kind: Getter, Fn: propertyName, Set: func(t *Thread, self, v Value) error {
			self.property().name = v
			return nil
		}},
		{Name: "__set_name__", Sig: "owner, name, /", Fn: func(t *Thread, a []Value) (Value, error) {
			a[0].property().name = a[2]
			return None, nil
		}},
		{Name: "__isabstractmethod__", Kind: Getter, Fn: propertyAbstract},
	},
}

func init() {
	wrapper := []Method{
		{Name: "__func__", Kind: ReadOnly, Fn: func(t *Thread, a []Value) (Value, error) { return (*ClassMethodObj)(a[0].p).fn, nil }},
		{Name: "__wrapped__", Kind: ReadOnly, Fn: func(t *Thread, a []Value) (Value, error) { return (*ClassMethodObj)(a[0].p).fn, nil }},
		{Name: "__isabstractmethod__", Kind: Getter, Fn: func(t *Thread, a []Value) (Value, error) {
			b, err := t.isAbstract((*ClassMethodObj)(a[0].p).fn)
			return Bool(b), err
		}},
	}
	for _, name := range []string{"__name__", "__qualname__", "__doc__", "__module__", "__annotations__"} {
		wrapper = append(wrapper, Method{Name: name, Kind: Getter, Fn: func(t *Thread, a []Value) (Value, error) {
			return t.GetAttr((*ClassMethodObj)(a[0].p).fn, NewStrObj(name))
		}})
	}
	attrsOf := func(v Value) **Attrs { return &(*ClassMethodObj)(v.p).attrs }
	Define(&ClassMethodType, &Spec{
		Name: "classmethod", Layout: true, Attrs: true, AttrsOf: attrsOf, Methods: wrapper,
		Slots: Slots{
			New: newWrapper, Initialize: makeInit("classmethod", wrapperSig, initWrapper),
			Repr: wrapperRepr,
			DescrGet: func(t *Thread, d, inst Value, owner *Type) (Value, error) {
				return newBoundMethod((*ClassMethodObj)(d.p).fn, obj(owner)), nil
			},
		},
	})
	Define(&StaticMethodType, &Spec{
		Name: "staticmethod", Layout: true, Attrs: true, AttrsOf: attrsOf, Methods: wrapper,
		Slots: Slots{
			New: newWrapper, Initialize: makeInit("staticmethod", wrapperSig, initWrapper),
			Repr: wrapperRepr,
			DescrGet: func(t *Thread, d, inst Value, owner *Type) (Value, error) {
				return (*ClassMethodObj)(d.p).fn, nil
			},
			Call: func(t *Thread, v Value, args []Value, kwnames []*Str) (Value, error) {
				return t.CallKw((*ClassMethodObj)(v.p).fn, args, kwnames)
			},
		},
	})
	Define(&PropertyType, &propertySpec)
}

var (
	wrapperSig  = classSig("function, /")
	propertySig = classSig("fget=None, fset=None, fdel=None, doc=None")
)

func newWrapper(_ *Thread, cls *Type, _ []Value, _ []*Str) (Value, error) {
	return obj(&ClassMethodObj{Hdr: Hdr{cls}, fn: None}), nil
}

func initWrapper(_ *Thread, self Value, args []Value) error {
	(*ClassMethodObj)(self.p).fn = args[0]
	return nil
}

func wrapperRepr(t *Thread, v Value) (string, error) {
	s, err := t.Repr((*ClassMethodObj)(v.p).fn)
	return "<" + v.Type().Name + "(" + s + ")>", err
}

func (v Value) property() *Property { return (*Property)(v.p) }

func newProperty(_ *Thread, cls *Type, _ []Value, _ []*Str) (Value, error) {
	return obj(&Property{Hdr: Hdr{cls}, get: None, set: None, del: None, doc: Missing, name: Missing}), nil
}

// initProperty is property.__init__. Of a subclass, whose own __doc__ would hide
// the property's, an instance has the documentation as an attribute.
func initProperty(t *Thread, self Value, a []Value) error {
	p := self.property()
	p.get, p.set, p.del, p.doc = a[0].Or(None), a[1].Or(None), a[2].Or(None), a[3]
	if p.doc.IsNone() {
		p.doc = Missing
	}
	if p.typ == &PropertyType {
		return nil
	}
	doc, err := propertyDoc(t, []Value{self})
	if err == nil {
		err = t.GenericSetAttr(self, names.doc, doc)
	}
	return err
}

// with is a copy of the property that f changes.
func (p *Property) with(f func(p *Property)) Value {
	c := *p
	c.attrs = nil
	f(&c)
	return obj(&c)
}

func getProperty(t *Thread, d, inst Value, owner *Type) (Value, error) {
	if inst.IsMissing() {
		return d, nil
	}
	p := d.property()
	if p.get.IsNone() {
		return Value{}, t.propertyError(p, inst, "getter")
	}
	return t.Call(p.get, inst)
}

func setProperty(t *Thread, d, inst, val Value) error {
	p := d.property()
	if val.IsMissing() {
		if p.del.IsNone() {
			return t.propertyError(p, inst, "deleter")
		}
		_, err := t.Call(p.del, inst)
		return err
	}
	if p.set.IsNone() {
		return t.propertyError(p, inst, "setter")
	}
	_, err := t.Call(p.set, inst, val)
	return err
}

// propertyError says that the property lacks what is needed.
func (t *Thread) propertyError(p *Property, inst Value, what string) error {
	name := p.nameOr(t)
	if name.IsMissing() {
		return t.Errorf(&AttributeErrorType, "property of '%s' object has no %s", inst.Type().Qualname, what)
	}
	s, err := t.Repr(name)
	if err != nil {
		return err
	}
	return t.Errorf(&AttributeErrorType, "property %s of '%s' object has no %s", s, inst.Type().Qualname, what)
}

// nameOr is the property's name, or its getter's; Missing if it has neither.
func (p *Property) nameOr(t *Thread) Value {
	if p.name.IsMissing() && !p.get.IsNone() {
		if v, ok, err := t.LookupAttr(p.get, names.name); ok && err == nil {
			return v
		}
	}
	return p.name
}

func propertyName(t *Thread, a []Value) (Value, error) {
	if name := a[0].property().nameOr(t); !name.IsMissing() {
		return name, nil
	}
	return Value{}, t.attributeErrorf(a[0], names.name, "'property' object has no attribute '__name__'")
}

func propertyDoc(t *Thread, a []Value) (Value, error) {
	p := a[0].property()
	if !p.doc.IsMissing() || p.get.IsNone() {
		return p.doc.Or(None), nil
	}
	v, _, err := t.LookupAttr(p.get, names.doc)
	return v, err
}

func propertyAbstract(t *Thread, a []Value) (Value, error) {
	p := a[0].property()
	for _, f := range []Value{p.get, p.set, p.del} {
		if abstract, err := t.isAbstract(f); err != nil || abstract {
			return Bool(abstract), err
		}
	}
	return False, nil
}
