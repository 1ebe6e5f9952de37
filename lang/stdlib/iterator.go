package stdlib

import rt "github.com/coro-lang/coro/lang/runtime"

// iterator describes a builtin iterator type whose instances are *T: T begins
// with a Hdr.
type iterator[T any] struct {
	module, name string
	params       string // of the constructor, as in rt.Method.Sig
	new          func(t *rt.Thread, h rt.Hdr, a []rt.Value) (*T, error)
	next         func(t *rt.Thread, it *T) (rt.Value, bool, error)
	repr         func(t *rt.Thread, it *T) (string, error)
	methods      []rt.Method

	// Where an iterator is, for copies of it: the arguments with which its class makes
	// it again, and the state that it is then to be told, Missing if none.
	args     func(t *rt.Thread, it *T) ([]rt.Value, error)
	state    func(it *T) rt.Value
	setState func(t *rt.Thread, it *T, state rt.Value) error
}

// define makes the iterator's type. Without a constructor the type cannot be
// called.
func (d iterator[T]) define(typ *rt.Type) {
	spec := &rt.Spec{Name: d.name, Module: d.module, Dotted: true, Layout: true, NoNew: d.new == nil, Final: d.new == nil, Methods: d.methods}
	spec.Slots.Iter = rt.IterSelf
	spec.Slots.Next = func(t *rt.Thread, v rt.Value) (rt.Value, bool, error) { return d.next(t, rt.As[T](v, typ)) }
	if d.args != nil {
		spec.Methods = append(spec.Methods[:len(spec.Methods):len(spec.Methods)], rt.Method{Name: "__reduce__", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			it := rt.As[T](a[0], typ)
			args, err := d.args(t, it)
			if err != nil {
				return rt.Value{}, err
			}
			if d.state != nil {
				if state := d.state(it); !state.IsMissing() {
					return rt.Reduced(a[0].Type().Value(), args, state)
				}
			}
			return rt.Reduced(a[0].Type().Value(), args)
		}})
	}
	if d.setState != nil {
		spec.Methods = append(spec.Methods, rt.Method{Name: "__setstate__", Sig: "state, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.None, d.setState(t, rt.As[T](a[0], typ), a[1])
		}})
	}
	if d.repr != nil {
		spec.Slots.Repr = func(t *rt.Thread, v rt.Value) (string, error) { return d.repr(t, rt.As[T](v, typ)) }
	}
	if d.new != nil {
		sig := rt.NewSignature(d.name, d.params)
		spec.NoKeywords = sig.NoKeywords()
		spec.Slots.New = func(t *rt.Thread, cls *rt.Type, args []rt.Value, kwnames []*rt.Str) (rt.Value, error) {
			a, err := sig.Bind(t, args, kwnames)
			if err != nil {
				return rt.Value{}, err
			}
			var h rt.Hdr
			h.Init(cls)
			it, err := d.new(t, h, a)
			if err != nil {
				return rt.Value{}, err
			}
			return rt.ObjectValue(it), nil
		}
	}
	rt.Define(typ, spec)
}

// iters is iter of each of vs.
func iters(t *rt.Thread, vs []rt.Value) ([]rt.Value, error) {
	its := make([]rt.Value, len(vs))
	for i, v := range vs {
		var err error
		if its[i], err = t.Iter(v); err != nil {
			return nil, err
		}
	}
	return its, nil
}
