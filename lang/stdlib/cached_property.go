package stdlib

import rt "github.com/coro-lang/coro/lang/runtime"

var cachedPropertyType rt.Type

// cachedProperty is functools.cached_property: what its function returns stays
// in the instance's __dict__, where it is found first.
type cachedProperty struct {
	rt.Hdr
	fn    rt.Value
	name  *rt.Str // nil until the class is made
	doc   rt.Value
	attrs *rt.Attrs
}

func init() {
	sig := rt.NewPythonSignature("cached_property.__init__", "func")
	as := func(v rt.Value) *cachedProperty { return rt.As[cachedProperty](v, &cachedPropertyType) }
	rt.Define(&cachedPropertyType, &rt.Spec{
		Name: "cached_property", Module: "functools", Layout: true, Attrs: true,
		AttrsOf: func(v rt.Value) **rt.Attrs { return &as(v).attrs },
		Slots: rt.Slots{
			New: func(t *rt.Thread, cls *rt.Type, args []rt.Value, kwnames []*rt.Str) (rt.Value, error) {
				a, err := sig.Bind(t, args, kwnames)
				if err != nil {
					return rt.Value{}, err
				}
				if _, err := t.GetAttr(a[0], t.VM.Intern("__module__")); err != nil {
					return rt.Value{}, err
				}
				p := &cachedProperty{fn: a[0], doc: rt.None}
				p.Init(cls)
				if doc, err := t.GetAttr(a[0], t.VM.Intern("__doc__")); err == nil {
					p.doc = doc
				}
				return rt.ObjectValue(p), nil
			},
			DescrGet: func(t *rt.Thread, d, inst rt.Value, _ *rt.Type) (rt.Value, error) {
				if inst.IsMissing() {
					return d, nil
				}
				return as(d).get(t, inst)
			},
		},
		Methods: []rt.Method{
			{Name: "func", Kind: rt.Getter, Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) { return as(a[0]).fn, nil }},
			{Name: "__doc__", Kind: rt.Getter, Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) { return as(a[0]).doc, nil }},
			{Name: "attrname", Kind: rt.Getter, Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
				if p := as(a[0]); p.name != nil {
					return p.name.Value(), nil
				}
				return rt.None, nil
			}},
			{Name: "__set_name__", Sig: "owner, name", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				p, name := as(a[0]), rt.AsStr(a[2])
				if p.name == nil {
					p.name = name
				} else if p.name.String() != name.String() {
					return rt.Value{}, t.TypeErrorf("Cannot assign the same cached_property to two different names ('%s' and '%s').", p.name, name)
				}
				return rt.None, nil
			}},
			rt.ClassGetItem,
		},
	})
}

func (p *cachedProperty) get(t *rt.Thread, inst rt.Value) (rt.Value, error) {
	if p.name == nil {
		return rt.Value{}, t.TypeErrorf("Cannot use cached_property instance without calling __set_name__ on it.")
	}
	attrs := rt.InstanceAttrs(inst)
	if attrs == nil || !findsOwnDict(t, inst.Type()) {
		return p.getIn(t, inst)
	}
	if v, ok := attrs.Get(p.name); ok {
		return v, nil
	}
	v, err := t.Call(p.fn, inst)
	if err == nil {
		attrs.Set(inst.Type(), p.name, v)
	}
	return v, err
}

// findsOwnDict says whether the __dict__ that instances of typ are seen to have is
// their own: no class has one in its place, or looks attributes up itself.
func findsOwnDict(t *rt.Thread, typ *rt.Type) bool {
	own, ok := typ.Lookup(t.VM.Intern("__dict__"))
	if ok && own.Type() != &rt.GetSetType {
		return false
	}
	lookup, _ := typ.Lookup(t.VM.Intern("__getattribute__"))
	return lookup.Type() == &rt.WrapperDescriptorType
}

// getIn is get by way of what the program sees as the instance's __dict__.
func (p *cachedProperty) getIn(t *rt.Thread, inst rt.Value) (rt.Value, error) {
	cache, err := t.GetAttr(inst, t.VM.Intern("__dict__"))
	if err != nil {
		return rt.Value{}, p.instead(t, err, &rt.AttributeErrorType, "No '__dict__' attribute on '%s' instance to cache '%s' property.", inst)
	}
	none := rt.ObjectValue(p) // is not what a property comes to
	v, err := t.CallMethod(cache, "get", p.name.Value(), none)
	if err != nil || v != none {
		return v, err
	}
	if v, err = t.Call(p.fn, inst); err != nil {
		return rt.Value{}, err
	}
	if err := t.SetItem(cache, p.name.Value(), v); err != nil {
		return rt.Value{}, p.instead(t, err, &rt.TypeErrorType, "The '__dict__' attribute on '%s' instance does not support item assignment for caching '%s' property.", inst)
	}
	return v, nil
}

// instead is a TypeError of these words, raised from None where err was caught, if err
// is of that type; otherwise it is err.
func (p *cachedProperty) instead(t *rt.Thread, err error, typ *rt.Type, words string, inst rt.Value) error {
	if !rt.Is(err, typ) {
		return err
	}
	e := t.TypeErrorf(words, inst.Type().ShortName(), p.name).(*rt.Exception)
	return t.RaiseFrom(e, nil, err.(*rt.Exception))
}
