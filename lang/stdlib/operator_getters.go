package stdlib

import (
	"strings"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// operator's callables that remember what to get: itemgetter, attrgetter,
// methodcaller.

var itemGetterType, attrGetterType, methodCallerType rt.Type

type itemGetter struct {
	rt.Hdr
	keys []rt.Value
}

type attrGetter struct {
	rt.Hdr
	names []string
	paths [][]*rt.Str // the names, split at dots
}

type methodCaller struct {
	rt.Hdr
	name    *rt.Str
	args    []rt.Value // positional ones, then those that kwnames name
	kwnames []*rt.Str
}

var itemGetterSpec = rt.Spec{Name: "itemgetter", Module: "operator", Dotted: true, Layout: true, Final: true, Slots: rt.Slots{
	New: newItemGetter, Call: itemGetterCall,
	Repr: func(t *rt.Thread, v rt.Value) (string, error) {
		var b strings.Builder
		err := t.ReprItems(&b, "operator.itemgetter(", ")", rt.As[itemGetter](v, &itemGetterType).keys)
		return b.String(), err
	},
}, Methods: []rt.Method{{Name: "__reduce__", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
	return rt.Reduced(itemGetterType.Value(), rt.As[itemGetter](a[0], &itemGetterType).keys)
}}}}

var attrGetterSpec = rt.Spec{Name: "attrgetter", Module: "operator", Dotted: true, Layout: true, Final: true, Slots: rt.Slots{
	New: newAttrGetter, Call: attrGetterCall,
	Repr: func(t *rt.Thread, v rt.Value) (string, error) {
		var b strings.Builder
		err := t.ReprItems(&b, "operator.attrgetter(", ")", rt.As[attrGetter](v, &attrGetterType).nameValues())
		return b.String(), err
	},
}, Methods: []rt.Method{{Name: "__reduce__", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
	return rt.Reduced(attrGetterType.Value(), rt.As[attrGetter](a[0], &attrGetterType).nameValues())
}}}}

// nameValues is what the attrgetter was made of.
func (g *attrGetter) nameValues() []rt.Value {
	var names []rt.Value
	for _, n := range g.names {
		names = append(names, rt.NewStr(n))
	}
	return names
}

var methodCallerSpec = rt.Spec{Name: "methodcaller", Module: "operator", Dotted: true, Layout: true, Final: true, Slots: rt.Slots{
	New: newMethodCaller, Call: methodCallerCall, Repr: methodCallerRepr,
}, Methods: []rt.Method{{Name: "__reduce__", Fn: methodCallerReduce}}}

func init() {
	rt.Define(&itemGetterType, &itemGetterSpec)
	rt.Define(&attrGetterType, &attrGetterSpec)
	rt.Define(&methodCallerType, &methodCallerSpec)
}

// oneArg is the only argument of a call.
func oneArg(t *rt.Thread, name string, args []rt.Value, kwnames []*rt.Str) (rt.Value, error) {
	if len(kwnames) > 0 {
		return rt.Value{}, t.TypeErrorf("%s() takes no keyword arguments", name)
	}
	if len(args) != 1 {
		return rt.Value{}, t.TypeErrorf("%s expected 1 argument, got %d", name, len(args))
	}
	return args[0], nil
}

func newItemGetter(t *rt.Thread, cls *rt.Type, args []rt.Value, kwnames []*rt.Str) (rt.Value, error) {
	if len(kwnames) > 0 {
		return rt.Value{}, t.TypeErrorf("itemgetter() takes no keyword arguments")
	}
	if len(args) == 0 {
		return rt.Value{}, t.TypeErrorf("itemgetter expected 1 argument, got 0")
	}
	g := &itemGetter{keys: append([]rt.Value(nil), args...)}
	g.Init(cls)
	return rt.ObjectValue(g), nil
}

func itemGetterCall(t *rt.Thread, v rt.Value, args []rt.Value, kwnames []*rt.Str) (rt.Value, error) {
	g := rt.As[itemGetter](v, &itemGetterType)
	x, err := oneArg(t, "itemgetter", args, kwnames)
	if err != nil {
		return rt.Value{}, err
	}
	if len(g.keys) == 1 {
		return t.GetItem(x, g.keys[0])
	}
	items := make([]rt.Value, len(g.keys))
	for i, k := range g.keys {
		if items[i], err = t.GetItem(x, k); err != nil {
			return rt.Value{}, err
		}
	}
	return rt.NewTuple(items), nil
}

func newAttrGetter(t *rt.Thread, cls *rt.Type, args []rt.Value, kwnames []*rt.Str) (rt.Value, error) {
	if len(kwnames) > 0 {
		return rt.Value{}, t.TypeErrorf("attrgetter() takes no keyword arguments")
	}
	if len(args) == 0 {
		return rt.Value{}, t.TypeErrorf("attrgetter expected 1 argument, got 0")
	}
	g := &attrGetter{}
	g.Init(cls)
	for _, a := range args {
		s := rt.AsStr(a)
		if s == nil {
			return rt.Value{}, t.TypeErrorf("attribute name must be a string")
		}
		var path []*rt.Str
		for part := range strings.SplitSeq(s.String(), ".") {
			path = append(path, rt.NewStrObj(part))
		}
		g.names, g.paths = append(g.names, s.String()), append(g.paths, path)
	}
	return rt.ObjectValue(g), nil
}

func attrGetterCall(t *rt.Thread, v rt.Value, args []rt.Value, kwnames []*rt.Str) (rt.Value, error) {
	g := rt.As[attrGetter](v, &attrGetterType)
	x, err := oneArg(t, "attrgetter", args, kwnames)
	if err != nil {
		return rt.Value{}, err
	}
	items := make([]rt.Value, len(g.paths))
	for i, path := range g.paths {
		y := x
		for _, name := range path {
			if y, err = t.GetAttr(y, name); err != nil {
				return rt.Value{}, err
			}
		}
		items[i] = y
	}
	if len(items) == 1 {
		return items[0], nil
	}
	return rt.NewTuple(items), nil
}

func newMethodCaller(t *rt.Thread, cls *rt.Type, args []rt.Value, kwnames []*rt.Str) (rt.Value, error) {
	if len(args) == len(kwnames) {
		return rt.Value{}, t.TypeErrorf("methodcaller needs at least one argument, the method name")
	}
	name := rt.AsStr(args[0])
	if name == nil {
		return rt.Value{}, t.TypeErrorf("method name must be a string")
	}
	m := &methodCaller{name: name, args: append([]rt.Value(nil), args[1:]...), kwnames: append([]*rt.Str(nil), kwnames...)}
	m.Init(cls)
	return rt.ObjectValue(m), nil
}

func methodCallerCall(t *rt.Thread, v rt.Value, args []rt.Value, kwnames []*rt.Str) (rt.Value, error) {
	m := rt.As[methodCaller](v, &methodCallerType)
	x, err := oneArg(t, "methodcaller", args, kwnames)
	if err != nil {
		return rt.Value{}, err
	}
	f, err := t.GetAttr(x, m.name)
	if err != nil {
		return rt.Value{}, err
	}
	return t.CallKw(f, m.args, m.kwnames)
}

func methodCallerRepr(t *rt.Thread, v rt.Value) (string, error) {
	m := rt.As[methodCaller](v, &methodCallerType)
	return reprCall(t, v, "operator.methodcaller", append([]rt.Value{m.name.Value()}, m.args...), m.kwnames)
}

// methodCallerReduce: keywords go into a partial, as what is called gets positional
// arguments only.
func methodCallerReduce(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	m := rt.As[methodCaller](a[0], &methodCallerType)
	npos := len(m.args) - len(m.kwnames)
	if len(m.kwnames) == 0 {
		return rt.Reduced(methodCallerType.Value(), append([]rt.Value{m.name.Value()}, m.args...))
	}
	named := append([]rt.Value{methodCallerType.Value(), m.name.Value()}, m.args[npos:]...)
	p, err := newPartial(t, &partialType, named, m.kwnames)
	if err != nil {
		return rt.Value{}, err
	}
	return rt.Reduced(p, m.args[:npos])
}

// reprCall is the repr of v as the call name(args…) that makes it; kwnames name
// the last arguments.
func reprCall(t *rt.Thread, v rt.Value, name string, args []rt.Value, kwnames []*rt.Str) (string, error) {
	if t.BeginRepr(v) {
		return name + "(...)", nil
	}
	defer t.EndRepr()
	parts := make([]string, len(args))
	for i, a := range args {
		s, err := t.Repr(a)
		if err != nil {
			return "", err
		}
		if k := i - (len(args) - len(kwnames)); k >= 0 {
			s = kwnames[k].String() + "=" + s
		}
		parts[i] = s
	}
	return name + "(" + strings.Join(parts, ", ") + ")", nil
}
