package stdlib

import (
	_ "embed"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// copy is written in the language, but for _layout, the builtin type that a class's
// instances are made as, if they can be made again by its constructor and their
// items, and _attributes, the attributes of an object whatever it says of them.

// rebuilt are the containers and plain objects that can; other builtin types cannot
// unless they say how.
var rebuilt = map[*rt.Type]bool{
	&rt.ObjectType: true, &rt.ListType: true, &rt.DictType: true, &rt.SetType: true, &rt.TupleType: true,
	&rt.FrozenSetType: true, &rt.IntType: true, &rt.FloatType: true, &rt.StrType: true, &rt.BytesType: true,
}

//go:embed source/copy.py
var copySource string

func init() {
	rt.RegisterModule(&rt.ModuleDef{
		Name: "copy", Source: copySource,
		Funcs: []rt.Method{{Name: "_layout", Sig: "cls, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			cls := rt.AsType(a[0])
			layout := cls.Layout()
			if !rebuilt[layout] {
				return rt.Value{}, t.TypeErrorf("cannot pickle '%s' object", cls.Name)
			}
			return layout.Value(), nil
		}}, {Name: "_attributes", Sig: "x, /", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			if d := rt.AsDict(rt.InstanceDict(a[0])); d != nil && d.Len() > 0 {
				return d.Value(), nil
			}
			return rt.None, nil
		}}},
	})
}
