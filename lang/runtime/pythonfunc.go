package runtime

import "cmp"

// Builtins that CPython has written in Python show as functions: they have some
// attributes that other builtins do not.

// builtinObjectGetAttr finds an attribute of a builtin function or method.
func builtinObjectGetAttr(t *Thread, v Value, name *Str) (Value, error) {
	x, ok, err := t.findAttr(v, name)
	if err != nil || ok {
		return x, err
	}
	if b := (*Builtin)(v.p); b.row.Python {
		switch name.s {
		case "__module__":
			if b.owner == nil {
				return NewStr(b.module), nil
			}
			return NewStr(cmp.Or(b.owner.Module, "builtins")), nil
		case "__annotations__":
			return NewDict().Value(), nil
		case "__defaults__":
			return b.keptDefaults(t, name.s, b.defaults)
		case "__kwdefaults__":
			return b.keptDefaults(t, name.s, b.kwDefaults)
		}
	}
	return Value{}, t.noAttribute(v, name)
}

// builtinDefaults is under what a run keeps the defaults of a builtin.
type builtinDefaults struct {
	of   *Builtin
	name string
}

// keptDefaults is what make makes of the defaults, the first time in a run: their texts
// are compiled, and a program that changes the dict finds what it has put there.
func (b *Builtin) keptDefaults(t *Thread, name string, make func(*Thread) (Value, error)) (Value, error) {
	key := builtinDefaults{b, name}
	if kept, ok := t.VM.state[key]; ok {
		return *kept.(*Value), nil
	}
	v, err := make(t)
	if err == nil {
		t.VM.state[key] = &v
	}
	return v, err
}

// defaults is a tuple of the defaults of the parameters that may be given by
// position, None if there are none.
func (b *Builtin) defaults(t *Thread) (Value, error) {
	var found []Value
	for _, p := range b.sig.params[:b.sig.pos] {
		if !p.required {
			v, err := b.defaultOf(t, p)
			if err != nil {
				return Value{}, err
			}
			found = append(found, v)
		}
	}
	if found == nil {
		return None, nil
	}
	return NewTuple(found), nil
}

// kwDefaults is a dict of the defaults of the parameters given by keyword only, None if
// there are none.
func (b *Builtin) kwDefaults(t *Thread) (Value, error) {
	found := NewDict()
	for _, p := range b.sig.params[b.sig.pos:] {
		if p.def != "" {
			v, err := b.defaultOf(t, p)
			if err != nil {
				return Value{}, err
			}
			found.SetStr(p.name, v)
		}
	}
	if found.Len() == 0 {
		return None, nil
	}
	return found.Value(), nil
}

// defaultOf is the value of a default, which may name something of the module.
func (b *Builtin) defaultOf(t *Thread, p sigParam) (Value, error) {
	module := b.module
	if b.owner != nil {
		module = b.owner.Module
	}
	return t.Evaluate(p.def, nil, module, nil)
}
