package runtime

import "strings"

// The type of modules: their attributes are their globals.

var moduleSpec = Spec{
	Name: "module", Layout: true, Final: true,
	Slots: Slots{New: newModule, Repr: moduleRepr, GetAttr: moduleGetAttr, SetAttr: moduleSetAttr},
	Methods: []Method{
		{Name: "__dir__", Fn: func(t *Thread, a []Value) (Value, error) {
			m := (*Module)(a[0].p)
			if dir, ok := m.Get("__dir__"); ok {
				return t.Call(dir)
			}
			if err := t.loadLazy(m); err != nil {
				return Value{}, err
			}
			var names []Value
			for _, name := range m.Names() {
				names = append(names, NewStr(name))
			}
			return NewList(names), nil
		}},
	},
}

func init() {
	Define(&ModuleType, &moduleSpec)
}

var moduleSig = NewSignature("module", "name, doc=None")

func newModule(t *Thread, _ *Type, args []Value, kwnames []*Str) (Value, error) {
	a, err := moduleSig.Bind(t, args, kwnames)
	if err != nil {
		return Value{}, err
	}
	name := AsStr(a[0])
	if name == nil {
		return Value{}, t.TypeErrorf("module() argument 'name' must be str, not %s", shownType(a[0], true))
	}
	m := t.VM.NewModule(name.s)
	m.Set("__name__", a[0])
	m.Set("__doc__", a[1].Or(None))
	for _, name := range []string{"__package__", "__loader__", "__spec__"} {
		m.Set(name, None)
	}
	return m.Value(), nil
}

func moduleRepr(_ *Thread, v Value) (string, error) {
	m := (*Module)(v.p)
	switch {
	case m.prog != nil && m.def == nil:
		return "<module '" + m.Name + "' from '" + m.prog.File + "'>", nil
	case m.def == nil:
		return "<module '" + m.Name + "'>", nil
	}
	return "<module '" + m.Name + "' (built-in)>", nil
}

// moduleGetAttr finds a global of the module, else what its class has, else asks
// its own __getattr__.
func moduleGetAttr(t *Thread, v Value, name *Str) (Value, error) {
	m := (*Module)(v.p)
	if x, ok := m.Get(name.s); ok {
		return x, nil
	}
	if m.def != nil && m.def.Lazy != "" && !m.lazy && (!strings.HasPrefix(name.s, "__") || name.s == "__all__") {
		if err := t.loadLazy(m); err != nil {
			return Value{}, err
		}
		return moduleGetAttr(t, v, name)
	}
	if _, ok := ModuleType.Lookup(name); ok {
		return t.GenericGetAttr(v, name)
	}
	switch name.s {
	case "__dict__":
		if err := t.loadLazy(m); err != nil {
			return Value{}, err
		}
		return obj(m.namespace()), nil
	case "__name__":
		return NewStr(m.Name), nil
	case "__doc__":
		return None, nil
	}
	if get, ok := m.Get("__getattr__"); ok {
		return t.Call(get, obj(name))
	}
	return Value{}, t.noAttribute(v, name)
}

// namespace is a dict of the module's globals; it does not follow their changes.
func (m *Module) namespace() *Dict {
	d := NewDict()
	for i, name := range m.names {
		if m.bound[i] {
			d.setStr(name, m.vals[i])
		}
	}
	return d
}

func moduleSetAttr(t *Thread, v Value, name *Str, val Value) error {
	m := (*Module)(v.p)
	if !val.IsMissing() {
		m.Set(name.s, val)
	} else if !m.Del(name.s) {
		return t.noAttribute(v, name)
	}
	if m.def != nil && m.def.Name == builtinsName {
		t.VM.builtinChanged(m, name.s)
	}
	return nil
}
