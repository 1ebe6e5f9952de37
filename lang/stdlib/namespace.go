package stdlib

import (
	"strings"

	"github.com/coro-lang/coro/lang/compiler"
	rt "github.com/coro-lang/coro/lang/runtime"
)

// types.SimpleNamespace.

var simpleNamespaceType rt.Type

var simpleNamespaceSpec = rt.Spec{
	Name: "SimpleNamespace", Module: "types", Dotted: true, Attrs: true,
	Doc: "A simple attribute-based namespace.",
	Slots: rt.Slots{
		New: func(t *rt.Thread, cls *rt.Type, args []rt.Value, kwnames []*rt.Str) (rt.Value, error) {
			return rt.NewInstance(cls), nil
		},
		Initialize: initNamespace,
		Repr:       namespaceRepr,
		Compare:    compareNamespaces,
	},
	Methods: []rt.Method{{Name: "__replace__", Sig: "**changes", Fn: replaceNamespace}},
}

func init() {
	rt.Define(&simpleNamespaceType, &simpleNamespaceSpec)
}

// initNamespace sets attributes from a mapping or an iterable of pairs, then
// from the keyword arguments.
func initNamespace(t *rt.Thread, self rt.Value, args []rt.Value, kwnames []*rt.Str) error {
	n := len(args) - len(kwnames)
	if n > 1 {
		return t.TypeErrorf("SimpleNamespace expected at most 1 argument, got %d", n)
	}
	if n == 1 {
		d, err := t.Call(rt.TypeValue(&rt.DictType), args[0])
		if err != nil {
			return err
		}
		dict := rt.AsDict(d)
		for _, k := range dict.Keys() {
			name := rt.AsStr(k)
			if name == nil {
				return t.TypeErrorf("keywords must be strings")
			}
			v, _, err := dict.Get(t, k)
			if err != nil {
				return err
			}
			if err := t.GenericSetAttr(self, name, v); err != nil {
				return err
			}
		}
	}
	for i, name := range kwnames {
		if err := t.GenericSetAttr(self, name, args[n+i]); err != nil {
			return err
		}
	}
	return nil
}

func namespaceRepr(t *rt.Thread, v rt.Value) (string, error) {
	name := "namespace"
	if v.Type() != &simpleNamespaceType {
		name = v.Type().Name
	}
	if t.BeginRepr(v) {
		return name + "(...)", nil
	}
	defer t.EndRepr()
	var parts []string
	var failed error
	rt.EachAttr(v, func(key string, x rt.Value) {
		if key == "" {
			return // as CPython leaves it out
		}
		s, err := t.Repr(x)
		if err != nil && failed == nil {
			failed = err
		}
		parts = append(parts, key+"="+s)
	})
	return name + "(" + strings.Join(parts, ", ") + ")", failed
}

func compareNamespaces(t *rt.Thread, op compiler.CompareOp, a, b rt.Value) (rt.Value, error) {
	if !a.Type().IsSubclass(&simpleNamespaceType) || !b.Type().IsSubclass(&simpleNamespaceType) {
		return rt.NotImplemented, nil
	}
	x, err := t.GetAttr(a, dictAttr)
	if err != nil {
		return rt.Value{}, err
	}
	y, err := t.GetAttr(b, dictAttr)
	if err != nil {
		return rt.Value{}, err
	}
	return t.Compare(op, x, y)
}

var dictAttr = rt.NewStrObj("__dict__")

func replaceNamespace(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	c := rt.NewInstance(a[0].Type())
	var failed error
	rt.EachAttr(a[0], func(key string, x rt.Value) {
		if err := t.GenericSetAttr(c, rt.NewStrObj(key), x); err != nil {
			failed = err
		}
	})
	rt.AsDict(a[1]).Each(func(k, v rt.Value, _ uint64) bool {
		if err := t.GenericSetAttr(c, rt.AsStr(k), v); err != nil {
			failed = err
		}
		return true
	})
	return c, failed
}
