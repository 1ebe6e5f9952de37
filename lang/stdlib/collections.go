package stdlib

import (
	_ "embed"

	"github.com/coro-lang/coro/lang/compiler"
	rt "github.com/coro-lang/coro/lang/runtime"
)

// collections: the module, with defaultdict. deque and namedtuple have files of
// their own; the other classes are written in the language.

//go:embed source/collections.py
var collectionsSource string

var defaultDictType rt.Type

var defaultDictSpec = rt.Spec{
	Name: "defaultdict", Module: "collections", Dotted: true, Base: &rt.DictType, Adds: true, Operators: "or",
	Refill: func(t *rt.Thread, self, fresh rt.Value) error {
		d, f := rt.AsDict(self), rt.AsDict(fresh)
		d.SetExtra(f.Extra())
		return d.Update(t, f)
	},
	Slots: rt.Slots{New: defaultDictNew, Repr: defaultDictRepr, Binary: defaultDictBinary},
	Methods: []rt.Method{
		{Name: "__missing__", Sig: "key, /", Fn: defaultDictMissing},
		{Name: "copy", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return likeDefaultDict(t, a[0], a[0]) }},
		{Name: "__copy__", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return likeDefaultDict(t, a[0], a[0]) }},
		{Name: "__reduce__", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			d := rt.AsDict(a[0])
			args := []rt.Value{}
			if f := d.Extra(); !f.IsMissing() && !f.IsNone() {
				args = append(args, f)
			}
			pairs, err := t.Iter(rt.DictItems(d))
			return rt.NewTuple([]rt.Value{d.Type().Value(), rt.NewTuple(args), rt.InstanceDict(a[0]), rt.None, pairs}), err
		}},
		{
			Name: "default_factory", Kind: rt.Getter,
			Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.AsDict(a[0]).Extra().Or(rt.None), nil },
			Set: func(_ *rt.Thread, self, val rt.Value) error {
				rt.AsDict(self).SetExtra(val.Or(rt.None))
				return nil
			},
		},
	},
}

var collectionsModule = rt.ModuleDef{
	Name:  "collections",
	Types: []*rt.Type{&dequeType, &defaultDictType, &rt.OrderedDictType},
	Funcs: []rt.Method{
		{Name: "namedtuple", Sig: "typename, field_names, *, rename=False, defaults=None, module=None", Fn: namedTuple, Python: true},
		{Name: "_count_elements", Sig: "mapping, iterable, /", Fn: countElements},
	},
	Lazy: collectionsSource,
}

func init() {
	rt.Define(&defaultDictType, &defaultDictSpec)
	rt.RegisterModule(&collectionsModule)
}

func defaultDictNew(t *rt.Thread, cls *rt.Type, args []rt.Value, kwnames []*rt.Str) (rt.Value, error) {
	d := rt.NewDictOf(cls)
	factory := rt.None
	if len(args) > len(kwnames) {
		factory, args = args[0], args[1:]
		if !factory.IsNone() && !rt.Callable(factory) {
			return rt.Value{}, t.TypeErrorf("first argument must be callable or None")
		}
	}
	d.SetExtra(factory)
	a, err := dictArgs.Bind(t, args, kwnames)
	if err != nil {
		return rt.Value{}, err
	}
	return d.Value(), d.UpdateWith(t, a[0], rt.AsDict(a[1]))
}

var dictArgs = rt.NewSignature("dict", "iterable=(), /, **kwargs")

func defaultDictRepr(t *rt.Thread, v rt.Value) (string, error) {
	factory, err := t.Repr(rt.AsDict(v).Extra().Or(rt.None))
	if err != nil {
		return "", err
	}
	items, err := rt.DictType.Repr(t, v)
	return v.Type().ShortName() + "(" + factory + ", " + items + ")", err
}

func defaultDictMissing(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	d := rt.AsDict(a[0])
	factory := d.Extra().Or(rt.None)
	if factory.IsNone() {
		return rt.Value{}, t.KeyError(a[1])
	}
	v, err := t.Call(factory)
	if err != nil {
		return rt.Value{}, err
	}
	return v, t.SetItem(a[0], a[1], v)
}

// likeDefaultDict calls the class of v for one with the entries of another dict.
func likeDefaultDict(t *rt.Thread, v, entries rt.Value) (rt.Value, error) {
	d := rt.AsDict(v)
	return t.Call(d.Type().Value(), d.Extra().Or(rt.None), entries)
}

func defaultDictBinary(t *rt.Thread, op compiler.BinaryOp, a, b rt.Value) (rt.Value, error) {
	x, y := rt.AsDict(a), rt.AsDict(b)
	if op != compiler.Or || x == nil || y == nil {
		return rt.NotImplemented, nil
	}
	like := a
	if !x.Type().IsSubclass(&defaultDictType) {
		like = b
	}
	made, err := likeDefaultDict(t, like, a)
	if err != nil {
		return rt.Value{}, err
	}
	d := rt.AsDict(made)
	if d == nil {
		return rt.Value{}, t.NewException(&rt.SystemErrorType, rt.NewStr("bad argument to internal function"))
	}
	return made, d.Merge(t, b)
}

// countElements adds one to the count of each item of an iterable.
func countElements(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	d := rt.AsDict(a[0])
	return rt.None, t.Each(a[1], func(x rt.Value) error {
		h, err := t.KeyHash(x)
		if err != nil {
			return err
		}
		n, ok, err := d.GetHashed(t, x, h)
		if err != nil {
			return err
		}
		switch {
		case !ok:
			n = rt.Int(1)
		case n.IsSmallInt():
			n, err = t.Increment(n)
		default:
			n, err = t.Binary(compiler.Add, n, rt.Int(1), false)
		}
		if err != nil {
			return err
		}
		return d.SetHashed(t, x, h, n)
	})
}
