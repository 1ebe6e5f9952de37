package stdlib

import (
	"strings"

	"github.com/coro-lang/coro/lang/compiler"
	rt "github.com/coro-lang/coro/lang/runtime"
)

// operator: the operators as functions.

var operatorModule = rt.ModuleDef{
	Name: "operator", CModule: "_operator",
	Types:     []*rt.Type{&itemGetterType, &attrGetterType, &methodCallerType},
	MakeFuncs: operatorFuncs,
}

func init() { rt.RegisterModule(&operatorModule) }

// operatorFuncs are the functions of the module.
func operatorFuncs() []rt.Method {
	var funcs []rt.Method
	// add defines a function, under its special method's name too if dunder.
	add := func(name, sig string, dunder bool, fn rt.Fn) {
		funcs = append(funcs, rt.Method{Name: name, Sig: sig, Fn: fn})
		if dunder {
			funcs = append(funcs, rt.Method{Name: "__" + strings.TrimSuffix(name, "_") + "__", Sig: sig, Fn: fn})
		}
	}
	for op, name := range []string{"add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "lshift", "rshift", "and_", "or_", "xor"} {
		for _, inplace := range []bool{false, true} {
			fname := name
			if inplace {
				fname = "i" + strings.TrimSuffix(name, "_")
			}
			add(fname, "a, b, /", true, func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				return t.Binary(compiler.BinaryOp(op), a[0], a[1], inplace)
			})
		}
	}
	for op, name := range []string{"eq", "ne", "lt", "le", "gt", "ge"} {
		add(name, "a, b, /", true, func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			return t.Compare(compiler.CompareOp(op), a[0], a[1])
		})
	}
	for op, names := range [][]string{{"neg"}, {"pos"}, {"invert", "inv"}} {
		for _, name := range names {
			add(name, "a, /", true, func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				return t.Unary(rt.UnaryOp(op), a[0])
			})
		}
	}
	for _, name := range []string{"concat", "iconcat"} {
		add(name, "a, b, /", true, func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			return t.Concat(a[0], a[1], name == "iconcat")
		})
	}
	add("abs", "a, /", true, func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return t.Abs(a[0]) })
	add("is_", "a, b, /", false, func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.Bool(a[0].Is(a[1])), nil })
	add("is_not", "a, b, /", false, func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.Bool(!a[0].Is(a[1])), nil })
	add("truth", "a, /", false, func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		yes, err := t.Truth(a[0])
		return rt.Bool(yes), err
	})
	add("not_", "a, /", true, func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		yes, err := t.Truth(a[0])
		return rt.Bool(!yes), err
	})
	add("contains", "a, b, /", true, func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		in, err := t.Contains(a[0], a[1])
		return rt.Bool(in), err
	})
	add("getitem", "a, b, /", true, func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return t.GetItem(a[0], a[1]) })
	add("setitem", "a, b, c, /", true, func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		return rt.None, t.SetItem(a[0], a[1], a[2])
	})
	add("delitem", "a, b, /", true, func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		return rt.None, t.DelItem(a[0], a[1])
	})
	add("index", "a, /", true, func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return t.AnyInt(a[0]) })
	add("countOf", "a, b, /", false, countOf)
	add("indexOf", "a, b, /", false, indexOf)
	add("length_hint", "obj, default=0, /", false, lengthHint)
	return append(funcs, rt.Method{Name: "call", Sig: "obj, /, *args, **kwargs", Fn: callOp})
}

// checkIterable is the error of a search in what is no iterable.
func checkIterable(t *rt.Thread, v rt.Value) error {
	if typ := v.Type(); typ.Iter == nil && typ.GetItem == nil {
		return t.TypeErrorf("argument of type '%s' is not iterable", typ.Name)
	}
	return nil
}

func countOf(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n := int64(0)
	if err := checkIterable(t, a[0]); err != nil {
		return rt.Value{}, err
	}
	err := t.Each(a[0], func(x rt.Value) error {
		eq, err := t.Equal(x, a[1])
		if eq {
			n++
		}
		return err
	})
	return rt.Int(n), err
}

func indexOf(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	i := int64(-1)
	if err := checkIterable(t, a[0]); err != nil {
		return rt.Value{}, err
	}
	found, err := t.Until(a[0], func(x rt.Value) error {
		i++
		eq, err := t.Equal(x, a[1])
		if err == nil && eq {
			err = rt.ErrStop
		}
		return err
	})
	if err == nil && !found {
		err = t.ValueErrorf("sequence.index(x): x not in sequence")
	}
	return rt.Int(i), err
}

func lengthHint(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	def, err := t.AnyInt(a[1].Or(rt.Int(0)))
	if err == nil {
		_, err = t.IntArg(def)
	}
	if err != nil {
		return rt.Value{}, err
	}
	n, ok, err := t.LengthHint(a[0])
	if err != nil || !ok {
		return def, err
	}
	return rt.Int(int64(n)), nil
}

func callOp(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	args := append([]rt.Value(nil), rt.AsTuple(a[1]).Items()...)
	args, names := withKeywords(args, rt.AsDict(a[2]))
	return t.CallKw(a[0], args, names)
}

// withKeywords appends the values of kw to args and returns their names.
func withKeywords(args []rt.Value, kw *rt.Dict) ([]rt.Value, []*rt.Str) {
	var names []*rt.Str
	kw.Each(func(k, v rt.Value, _ uint64) bool {
		names = append(names, rt.AsStr(k))
		args = append(args, v)
		return true
	})
	return args, names
}
