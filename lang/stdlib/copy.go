package stdlib

import (
	_ "embed"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// copy is written in the language, but for _layout, the builtin type that a class's
// instances are made as, if they can be made again by its constructor and their
// items, and _attributes, the attributes of an object whatever it says of them.

//go:embed source/copy.py
var copySource string

var copyModule = rt.ModuleDef{
	Name: "copy", Source: copySource,
	Funcs: []rt.Method{{Name: "_layout", Sig: "cls, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		cls := rt.AsType(a[0])
		switch layout := cls.Layout(); layout {
		case &rt.ObjectType, &rt.ListType, &rt.DictType, &rt.SetType, &rt.TupleType,
			&rt.FrozenSetType, &rt.IntType, &rt.FloatType, &rt.StrType, &rt.BytesType:
			return layout.Value(), nil
		}
		// Other builtin types cannot, unless they say how.
		return rt.Value{}, t.TypeErrorf("cannot pickle '%s' object", cls.Name)
	}}, {Name: "_attributes", Sig: "x, /", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
		if d := rt.AsDict(rt.InstanceDict(a[0])); d != nil && d.Len() > 0 {
			return d.Value(), nil
		}
		return rt.None, nil
	}}},
}

func init() {
	rt.RegisterModule(&copyModule)
}
