package stdlib

import (
	rt "github.com/coro-lang/coro/lang/runtime"
)

// functools.partial: a function with some of its arguments.

var partialType rt.Type

type partial struct {
	rt.Hdr
	fn      rt.Value
	args    []rt.Value
	kwnames []*rt.Str
	kwvals  []rt.Value
	attrs   *rt.Attrs
}

func asPartial(v rt.Value) *partial { return rt.As[partial](v, &partialType) }

func init() {
	get := func(name string, f func(p *partial) rt.Value) rt.Method {
		return rt.Method{Name: name, Kind: rt.ReadOnly, Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			return f(asPartial(a[0])), nil
		}}
	}
	rt.Define(&partialType, &rt.Spec{
		Name: "partial", Module: "functools", Dotted: true, Layout: true, Attrs: true,
		AttrsOf: func(v rt.Value) **rt.Attrs { return &asPartial(v).attrs },
		Slots:   rt.Slots{New: newPartial, Call: callPartial, Repr: reprPartial, DescrGet: getPartial},
		Methods: []rt.Method{
			get("func", func(p *partial) rt.Value { return p.fn }),
			get("args", func(p *partial) rt.Value { return rt.NewTuple(p.args) }),
			get("keywords", func(p *partial) rt.Value {
				d := rt.NewDict()
				for i, k := range p.kwnames {
					d.SetStr(k.String(), p.kwvals[i])
				}
				return d.Value()
			}),
			rt.ClassGetItem,
		},
	})
}

func newPartial(t *rt.Thread, cls *rt.Type, args []rt.Value, kwnames []*rt.Str) (rt.Value, error) {
	npos := len(args) - len(kwnames)
	if npos < 1 {
		return rt.Value{}, t.TypeErrorf("type 'partial' takes at least one argument")
	}
	if !rt.Callable(args[0]) {
		return rt.Value{}, t.TypeErrorf("the first argument must be callable")
	}
	p := &partial{fn: args[0]}
	p.Init(cls)
	given, kwvals := args[1:npos], args[npos:]
	// A partial of a partial is one partial.
	if inner := asPartial(p.fn); inner != nil && inner.attrs == nil {
		p.fn = inner.fn
		p.args = append(p.args, inner.args...)
		p.kwnames = append(p.kwnames, inner.kwnames...)
		p.kwvals = append(p.kwvals, inner.kwvals...)
	}
	p.args = append(p.args, given...)
	p.kwnames, p.kwvals = mergeKeywords(p.kwnames, p.kwvals, kwnames, kwvals)
	return rt.ObjectValue(p), nil
}

// mergeKeywords adds the keyword arguments more to the first ones, which they
// replace.
func mergeKeywords(names []*rt.Str, vals []rt.Value, more []*rt.Str, moreVals []rt.Value) ([]*rt.Str, []rt.Value) {
next:
	for i, k := range more {
		for j, have := range names {
			if have.String() == k.String() {
				vals[j] = moreVals[i]
				continue next
			}
		}
		names, vals = append(names, k), append(vals, moreVals[i])
	}
	return names, vals
}

// getPartial is what a partial in a class is to its instances: itself, for now.
func getPartial(t *rt.Thread, d, inst rt.Value, _ *rt.Type) (rt.Value, error) {
	if inst.IsMissing() {
		return d, nil
	}
	return d, t.Warn(&rt.FutureWarningType, "functools.partial will be a method descriptor in future Python versions; wrap it in staticmethod() if you want to preserve the old behavior")
}

func callPartial(t *rt.Thread, v rt.Value, args []rt.Value, kwnames []*rt.Str) (rt.Value, error) {
	p := asPartial(v)
	npos := len(args) - len(kwnames)
	all := make([]rt.Value, 0, len(p.args)+len(args)+len(p.kwvals))
	all = append(append(all, p.args...), args[:npos]...)
	if len(p.kwnames) == 0 {
		return t.CallKw(p.fn, append(all, args[npos:]...), kwnames)
	}
	names, vals := append([]*rt.Str(nil), p.kwnames...), append([]rt.Value(nil), p.kwvals...)
	names, vals = mergeKeywords(names, vals, kwnames, args[npos:])
	return t.CallKw(p.fn, append(all, vals...), names)
}

func reprPartial(t *rt.Thread, v rt.Value) (string, error) {
	p := asPartial(v)
	args := append(append([]rt.Value{p.fn}, p.args...), p.kwvals...)
	if p.Type() != &partialType {
		return reprCall(t, v, p.Type().Module+"."+p.Type().Qualname, args, p.kwnames)
	}
	return reprCall(t, v, "functools.partial", args, p.kwnames)
}
