package stdlib

import (
	_ "embed"

	"github.com/coro-lang/coro/lang/compiler"
	rt "github.com/coro-lang/coro/lang/runtime"
)

// functools: the module, with reduce, wraps and cmp_to_key. partial, the caches
// and cached_property have files of their own; the rest is written in the
// language.

//go:embed source/functools.py
var functoolsSource string

var keyType, compareKeyType rt.Type

// wrapperAttrs are the attributes that wraps copies.
var wrapperAttrs = []string{"__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__"}

func init() {
	names := make([]rt.Value, len(wrapperAttrs))
	for i, n := range wrapperAttrs {
		names[i] = rt.NewStr(n)
	}
	rt.RegisterModule(&rt.ModuleDef{
		Name: "functools", CModule: "_functools",
		Types: []*rt.Type{&partialType, &cachedPropertyType},
		Funcs: []rt.Method{
			{Name: "reduce", Sig: "function, iterable, initial=<unrepresentable>, /", Fn: reduce},
			{Name: "cmp_to_key", Sig: "mycmp", Fn: cmpToKey},
			{Name: "lru_cache", Sig: "maxsize=128, typed=False", Fn: lruCache, Python: true},
			{Name: "cache", Sig: "user_function, /", Fn: unboundedCache, Python: true},
			{Name: "update_wrapper", Sig: "wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES", Fn: updateWrapper, Python: true},
			{Name: "wraps", Sig: "wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES", Fn: wraps, Python: true},
		},
		Consts: map[string]rt.Value{
			"WRAPPER_ASSIGNMENTS": rt.NewTuple(names),
			"WRAPPER_UPDATES":     rt.NewTuple([]rt.Value{rt.NewStr("__dict__")}),
		},
		Lazy: functoolsSource,
	})
	defineKeys()
}

func reduce(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	if typ := a[1].Type(); typ.Iter == nil && typ.GetItem == nil {
		return rt.Value{}, t.TypeErrorf("reduce() arg 2 must support iteration")
	}
	total := a[2]
	err := t.Each(a[1], func(x rt.Value) error {
		if total.IsMissing() {
			total = x
			return nil
		}
		var err error
		total, err = t.Call(a[0], total, x)
		return err
	})
	if err == nil && total.IsMissing() {
		err = t.TypeErrorf("reduce() of empty iterable with no initial value")
	}
	return total, err
}

// keyMaker is what cmp_to_key returns; it makes keys that f compares.
type keyMaker struct {
	rt.Hdr
	f rt.Value
}

type compareKey struct {
	rt.Hdr
	f, obj rt.Value
}

func defineKeys() {
	sig := rt.NewSignature("K", "obj")
	rt.Define(&keyType, &rt.Spec{
		Name: "KeyWrapper", Module: "functools", Dotted: true, Layout: true, Final: true, NoNew: true,
		Slots: rt.Slots{Call: func(t *rt.Thread, v rt.Value, args []rt.Value, kwnames []*rt.Str) (rt.Value, error) {
			a, err := sig.Bind(t, args, kwnames)
			if err != nil {
				return rt.Value{}, err
			}
			k := &compareKey{f: rt.As[keyMaker](v, &keyType).f, obj: a[0]}
			k.Init(&compareKeyType)
			return rt.ObjectValue(k), nil
		}},
	})
	rt.Define(&compareKeyType, &rt.Spec{
		Name: "KeyWrapper", Module: "functools", Dotted: true, Layout: true, Final: true, NoNew: true,
		Slots: rt.Slots{Compare: func(t *rt.Thread, op compiler.CompareOp, a, b rt.Value) (rt.Value, error) {
			x, y := rt.As[compareKey](a, &compareKeyType), rt.As[compareKey](b, &compareKeyType)
			if x == nil || y == nil {
				return rt.Value{}, t.TypeErrorf("other argument must be K instance")
			}
			r, err := t.Call(x.f, x.obj, y.obj)
			if err != nil {
				return rt.Value{}, err
			}
			return t.Compare(op, r, rt.Int(0))
		}},
		Methods: []rt.Method{{Name: "obj", Kind: rt.Getter, Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.As[compareKey](a[0], &compareKeyType).obj, nil
		}}},
	})
}

func cmpToKey(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
	k := &keyMaker{f: a[0]}
	k.Init(&keyType)
	return rt.ObjectValue(k), nil
}

var (
	wrappedName = rt.NewStrObj("__wrapped__")
	updateName  = rt.NewStrObj("update")
)

func updateWrapper(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	wrapper, wrapped := a[0], a[1]
	copyAttr := func(name *rt.Str) error {
		v, err := t.GetAttr(wrapped, name)
		if err == nil {
			err = t.SetAttr(wrapper, name, v)
		} else if rt.Is(err, &rt.AttributeErrorType) {
			err = nil
		}
		return err
	}
	if a[2].IsMissing() {
		for _, name := range wrapperAttrs {
			if err := copyAttr(t.VM.Intern(name)); err != nil {
				return rt.Value{}, err
			}
		}
	} else {
		err := t.Each(a[2], func(n rt.Value) error {
			s := rt.AsStr(n)
			if s == nil {
				return t.TypeErrorf("attribute name must be string, not '%s'", n.Type().Name)
			}
			return copyAttr(s)
		})
		if err != nil {
			return rt.Value{}, err
		}
	}
	update := func(name *rt.Str) error {
		from, err := t.GetAttr(wrapped, name)
		if rt.Is(err, &rt.AttributeErrorType) {
			return nil
		}
		if err != nil {
			return err
		}
		to, err := t.GetAttr(wrapper, name)
		if err != nil {
			return err
		}
		if rt.AsDict(from) != nil && rt.AsDict(from).Len() == 0 {
			return nil
		}
		f, err := t.GetAttr(to, updateName)
		if err == nil {
			_, err = t.Call(f, from)
		}
		return err
	}
	var err error
	if a[3].IsMissing() {
		err = update(t.VM.Intern("__dict__"))
	} else {
		err = t.Each(a[3], func(n rt.Value) error { return update(rt.AsStr(n)) })
	}
	if err != nil {
		return rt.Value{}, err
	}
	return wrapper, t.SetAttr(wrapper, wrappedName, wrapped)
}

// wraps is a decorator that updates what it is given: the function is bound to
// its arguments as partial binds them.
func wraps(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	update, err := t.ModuleAttr("functools", "update_wrapper")
	if err != nil {
		return rt.Value{}, err
	}
	p := &partial{fn: update}
	p.Init(&partialType)
	for i, name := range []string{"wrapped", "assigned", "updated"} {
		if !a[i].IsMissing() {
			p.kwnames = append(p.kwnames, t.VM.Intern(name))
			p.kwvals = append(p.kwvals, a[i])
		}
	}
	return rt.ObjectValue(p), nil
}
