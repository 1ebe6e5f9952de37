package stdlib

import (
	_ "embed"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// abc and collections.abc.

//go:embed source/abc.py
var abcSource string

//go:embed source/collections_abc.py
var collectionsABCSource string

var abcModule = rt.ModuleDef{
	Name:  "abc",
	Types: []*rt.Type{&rt.ABCMetaType, &rt.ABCType},
	Funcs: []rt.Method{
		{Name: "get_cache_token", Fn: func(t *rt.Thread, _ []rt.Value) (rt.Value, error) { return t.ABCCacheToken(), nil }},
		{Name: "abstractmethod", Sig: "funcobj", Fn: abstractMethod},
		{Name: "update_abstractmethods", Sig: "cls", Fn: updateAbstractMethods},
	},
	Lazy: abcSource,
}

var collectionsAbcModule = rt.ModuleDef{
	Name:   "collections.abc",
	Consts: map[string]rt.Value{"_deque": rt.TypeValue(&dequeType)},
	Funcs: []rt.Method{
		{Name: "_has", Sig: "cls, /, *names", Fn: classHas},
		{Name: "_alias", Sig: "origin, args, /", Fn: rt.GenericAliasOf},
		{Name: "_callable_alias", Sig: "origin, args, /", Fn: rt.CallableAlias},
	},
	Source: collectionsABCSource,
}

func init() {
	rt.RegisterModule(&abcModule)
	rt.RegisterModule(&collectionsAbcModule)
}

var isAbstractName = rt.NewStrObj("__isabstractmethod__")

func abstractMethod(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	return a[0], t.SetAttr(a[0], isAbstractName, rt.True)
}

func updateAbstractMethods(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	cls := rt.AsType(a[0])
	if cls == nil || !cls.IsABC() {
		return a[0], nil
	}
	return a[0], t.MarkAbstract(cls)
}

// classHas says whether the class defines or inherits all the names, and none is
// set to None; NotImplemented if not.
func classHas(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	cls := rt.AsType(a[0])
	if cls == nil {
		return rt.Value{}, t.TypeErrorf("issubclass() arg 1 must be a class")
	}
	for _, name := range rt.AsTuple(a[1]).Items() {
		if v, ok := cls.Lookup(rt.AsStr(name)); !ok || v.IsNone() {
			return rt.NotImplemented, nil
		}
	}
	return rt.True, nil
}
