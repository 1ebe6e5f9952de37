package stdlib

import (
	"fmt"
	"slices"
	"strings"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// collections.namedtuple: classes of tuples whose items have names.

var tupleGetterType, tupleMakerType rt.Type

// tupleGetter is a field of a named tuple's class: item index of the tuple.
type tupleGetter struct {
	rt.Hdr
	index int
	doc   rt.Value
}

// tupleMaker is __new__ of a named tuple's class.
type tupleMaker struct {
	rt.Hdr
	class    string
	fields   []*rt.Str
	defaults []rt.Value // of the last fields
}

var tupleGetterSpec = rt.Spec{
	Name: "_tuplegetter", Module: "collections", Dotted: true, Layout: true, Final: true, NoNew: true,
	Slots: rt.Slots{
		DescrGet: func(t *rt.Thread, d, inst rt.Value, _ *rt.Type) (rt.Value, error) {
			g := rt.As[tupleGetter](d, &tupleGetterType)
			if inst.IsMissing() {
				return d, nil
			}
			if p := rt.AsTuple(inst); p != nil && g.index < len(p.Items()) {
				return p.Items()[g.index], nil
			}
			return rt.Value{}, t.TypeErrorf("descriptor for index '%d' for tuple subclasses doesn't apply to '%s' object", g.index, inst.Type().Name)
		},
		DescrSet: func(t *rt.Thread, _, _, val rt.Value) error {
			if val.IsMissing() {
				return t.Errorf(&rt.AttributeErrorType, "can't delete attribute")
			}
			return t.Errorf(&rt.AttributeErrorType, "can't set attribute")
		},
		Repr: func(t *rt.Thread, v rt.Value) (string, error) {
			g := rt.As[tupleGetter](v, &tupleGetterType)
			doc, err := t.Repr(g.doc)
			return fmt.Sprintf("_tuplegetter(%d, %s)", g.index, doc), err
		},
	},
	Methods: []rt.Method{{
		Name: "__doc__", Kind: rt.Getter,
		Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.As[tupleGetter](a[0], &tupleGetterType).doc, nil
		},
		Set: func(_ *rt.Thread, self, val rt.Value) error {
			rt.As[tupleGetter](self, &tupleGetterType).doc = val.Or(rt.None)
			return nil
		},
	}},
}

var tupleMakerSpec = rt.Spec{
	Name: "function", Layout: true, Final: true, NoNew: true,
	Slots: rt.Slots{
		Call: func(t *rt.Thread, v rt.Value, args []rt.Value, kwnames []*rt.Str) (rt.Value, error) {
			return rt.As[tupleMaker](v, &tupleMakerType).call(t, args, kwnames)
		},
		Repr: func(t *rt.Thread, v rt.Value) (string, error) {
			return fmt.Sprintf("<function %s.__new__ at 0x%x>", rt.As[tupleMaker](v, &tupleMakerType).class, t.ID(v)), nil
		},
	},
	Methods: []rt.Method{
		{Name: "__name__", Kind: rt.Getter, Fn: func(*rt.Thread, []rt.Value) (rt.Value, error) { return rt.NewStr("__new__"), nil }},
		{Name: "__defaults__", Kind: rt.Getter, Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			if d := rt.As[tupleMaker](a[0], &tupleMakerType).defaults; len(d) > 0 {
				return rt.NewTuple(d), nil
			}
			return rt.None, nil
		}},
	},
}

func init() {
	rt.Define(&tupleGetterType, &tupleGetterSpec)
	rt.Define(&tupleMakerType, &tupleMakerSpec)
}

// call makes an instance; args[0] is the class.
func (m *tupleMaker) call(t *rt.Thread, args []rt.Value, kwnames []*rt.Str) (rt.Value, error) {
	name := m.class + ".__new__()"
	npos := len(args) - len(kwnames)
	if npos > len(m.fields)+1 {
		takes := "takes"
		if len(m.defaults) > 0 {
			takes = fmt.Sprintf("takes from %d to", len(m.fields)-len(m.defaults)+1)
		}
		s, was := "s", "were"
		if len(m.fields) == 0 {
			s = ""
		}
		return rt.Value{}, t.TypeErrorf("%s %s %d positional argument%s but %d %s given", name, takes, len(m.fields)+1, s, npos, was)
	}
	if npos == 0 {
		return rt.Value{}, t.TypeErrorf("%s missing 1 required positional argument: '_cls'", name)
	}
	cls := rt.AsType(args[0])
	if cls == nil || !cls.IsSubclass(&rt.TupleType) {
		return rt.Value{}, t.TypeErrorf("tuple.__new__(X): X is not a type object")
	}
	items := make([]rt.Value, len(m.fields))
	n := copy(items, args[1:npos])
	for i := n; i < len(items); i++ {
		items[i] = rt.Missing
	}
	for i, kw := range kwnames {
		j := slices.IndexFunc(m.fields, func(f *rt.Str) bool { return f.String() == kw.String() })
		switch {
		case j < 0:
			return rt.Value{}, t.TypeErrorf("%s got an unexpected keyword argument '%s'", name, kw)
		case !items[j].IsMissing():
			return rt.Value{}, t.TypeErrorf("%s got multiple values for argument '%s'", name, kw)
		}
		items[j] = args[npos+i]
	}
	var missing []string
	for i := n; i < len(items); i++ {
		if !items[i].IsMissing() {
			continue
		}
		if k := i - (len(items) - len(m.defaults)); k >= 0 {
			items[i] = m.defaults[k]
		} else {
			missing = append(missing, "'"+m.fields[i].String()+"'")
		}
	}
	if len(missing) > 0 {
		return rt.Value{}, t.TypeErrorf("%s missing %s", name, missingArguments(missing))
	}
	return rt.NewTupleOf(cls, items), nil
}

// missingArguments words the lack of arguments as calls of functions do.
func missingArguments(names []string) string {
	switch n := len(names); n {
	case 1:
		return "1 required positional argument: " + names[0]
	case 2:
		return "2 required positional arguments: " + names[0] + " and " + names[1]
	default:
		return fmt.Sprintf("%d required positional arguments: %s, and %s", n, strings.Join(names[:n-1], ", "), names[n-1])
	}
}

// namedTupleRows are the methods of the classes; they find the fields in the
// class.
var namedTupleRows = []rt.Method{
	{Name: "_make", Sig: "iterable", Python: true, Kind: rt.ClassMethod, Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		items, err := t.Collect(a[1])
		if err != nil {
			return rt.Value{}, err
		}
		fields, err := tupleFields(t, a[0])
		if err != nil {
			return rt.Value{}, err
		}
		if len(items) != len(fields) {
			return rt.Value{}, t.TypeErrorf("Expected %d arguments, got %d", len(fields), len(items))
		}
		return rt.NewTupleOf(rt.AsType(a[0]), items), nil
	}},
	{Name: "_replace", Sig: "**kwds", Python: true, Fn: replaceFields},
	{Name: "__replace__", Sig: "**kwds", Python: true, Fn: replaceFields},
	{Name: "_asdict", Python: true, Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		fields, err := tupleFields(t, a[0])
		if err != nil {
			return rt.Value{}, err
		}
		d := rt.NewDict()
		for i, x := range rt.AsTuple(a[0]).Items() {
			if err := d.Set(t, fields[i], x); err != nil {
				return rt.Value{}, err
			}
		}
		return d.Value(), nil
	}},
	{Name: "__repr__", Python: true, Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		fields, err := tupleFields(t, a[0])
		if err != nil {
			return rt.Value{}, err
		}
		names := make([]*rt.Str, len(fields))
		for i, f := range fields {
			names[i] = rt.AsStr(f)
		}
		s, err := reprCall(t, a[0], a[0].Type().ShortName(), rt.AsTuple(a[0]).Items(), names)
		return rt.NewStr(s), err
	}},
	{Name: "__getnewargs__", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
		return rt.NewTuple(rt.AsTuple(a[0]).Items()), nil
	}},
}

var fieldsName = rt.NewStrObj("_fields")

// tupleFields is the names of a named tuple's or its class's fields.
func tupleFields(t *rt.Thread, v rt.Value) ([]rt.Value, error) {
	f, err := t.GetAttr(v, fieldsName)
	if err != nil {
		return nil, err
	}
	fields, err := t.Collect(f)
	if p := rt.AsTuple(v); err == nil && p != nil && len(fields) != len(p.Items()) {
		err = t.TypeErrorf("Expected %d arguments, got %d", len(fields), len(p.Items()))
	}
	return fields, err
}

func replaceFields(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	fields, err := tupleFields(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	kw := rt.AsDict(a[1])
	items := append([]rt.Value(nil), rt.AsTuple(a[0]).Items()...)
	for i, f := range fields {
		x, ok, err := kw.Pop(t, f)
		if err != nil {
			return rt.Value{}, err
		}
		if ok {
			items[i] = x
		}
	}
	if kw.Len() > 0 {
		names, err := t.Repr(rt.NewList(kw.Keys()))
		if err != nil {
			return rt.Value{}, err
		}
		return rt.Value{}, t.TypeErrorf("Got unexpected field names: %s", names)
	}
	return rt.NewTupleOf(a[0].Type(), items), nil
}

// namedTuple is namedtuple: it makes the class.
func namedTuple(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	typename, err := t.Str(a[0])
	if err != nil {
		return rt.Value{}, err
	}
	names, err := fieldNames(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	rename, err := t.Truth(a[2].Or(rt.False))
	if err != nil {
		return rt.Value{}, err
	}
	if names, err = checkFieldNames(t, typename, names, rename); err != nil {
		return rt.Value{}, err
	}
	m := &tupleMaker{class: typename}
	m.Init(&tupleMakerType)
	if d := a[3].Or(rt.None); !d.IsNone() {
		if m.defaults, err = t.Collect(d); err != nil {
			return rt.Value{}, err
		}
		if len(m.defaults) > len(names) {
			return rt.Value{}, t.TypeErrorf("Got more default values than field names")
		}
	}
	ns, fields, defaults := rt.NewDict(), make([]rt.Value, len(names)), rt.NewDict()
	ns.SetStr("__doc__", rt.NewStr(typename+"("+strings.Join(names, ", ")+")"))
	ns.SetStr("__slots__", rt.NewTuple(nil))
	for i, name := range names {
		s := t.VM.Intern(name)
		m.fields, fields[i] = append(m.fields, s), s.Value()
		if k := i - (len(names) - len(m.defaults)); k >= 0 {
			defaults.SetStr(name, m.defaults[k])
		}
		g := &tupleGetter{index: i, doc: rt.NewStr(fmt.Sprintf("Alias for field number %d", i))}
		g.Init(&tupleGetterType)
		ns.SetStr(name, rt.ObjectValue(g))
	}
	ns.SetStr("_fields", rt.NewTuple(fields))
	ns.SetStr("_field_defaults", defaults.Value())
	ns.SetStr("__match_args__", rt.NewTuple(fields))
	ns.SetStr("__new__", rt.NewStaticMethod(rt.ObjectValue(m)))
	for _, row := range namedTupleRows {
		row.Class = typename
		ns.SetStr(row.Name, rt.NewMethod(&rt.TupleType, &row))
	}
	if mod := a[4].Or(rt.None); !mod.IsNone() {
		ns.SetStr("__module__", mod)
	} else {
		ns.SetStr("__module__", rt.NewStr(t.ModuleName()))
	}
	return t.Call(rt.TypeType.Value(), rt.NewStr(typename), rt.NewTuple([]rt.Value{rt.TupleType.Value()}), ns.Value())
}

// fieldNames is the names in a str, separated by commas or spaces, or in an
// iterable.
func fieldNames(t *rt.Thread, v rt.Value) ([]string, error) {
	if s := rt.AsStr(v); s != nil {
		return strings.Fields(strings.ReplaceAll(s.String(), ",", " ")), nil
	}
	var names []string
	return names, t.Each(v, func(x rt.Value) error {
		s, err := t.Str(x)
		names = append(names, s)
		return err
	})
}

// checkFieldNames is the error for names that cannot be used; with rename, such
// fields get names by their position instead.
func checkFieldNames(t *rt.Thread, typename string, names []string, rename bool) ([]string, error) {
	names = append([]string(nil), names...)
	seen := map[string]bool{}
	if rename {
		for i, name := range names {
			if !rt.IsIdentifier(name) || keywords[name] || strings.HasPrefix(name, "_") || seen[name] {
				names[i] = fmt.Sprintf("_%d", i)
			}
			seen[name] = true
		}
	}
	for _, name := range append([]string{typename}, names...) {
		if !rt.IsIdentifier(name) {
			shown, err := t.Repr(rt.NewStr(name))
			if err != nil {
				return nil, err
			}
			return nil, t.ValueErrorf("Type names and field names must be valid identifiers: %s", shown)
		}
		if keywords[name] {
			return nil, t.ValueErrorf("Type names and field names cannot be a keyword: '%s'", name)
		}
	}
	clear(seen)
	for _, name := range names {
		if strings.HasPrefix(name, "_") && !rename {
			return nil, t.ValueErrorf("Field names cannot start with an underscore: '%s'", name)
		}
		if seen[name] {
			return nil, t.ValueErrorf("Encountered duplicate field name: '%s'", name)
		}
		seen[name] = true
	}
	return names, nil
}

// keywords are the language's.
var keywords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`False None True and as assert async await break class continue def del elif else
		except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield`) {
		m[w] = true
	}
	return m
}()

// isKeywordRow is _is_keyword of the modules written in Python that ask for it.
var isKeywordRow = rt.Method{Name: "_is_keyword", Sig: "name, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	name, err := t.StrArg("_is_keyword", a[0])
	return rt.Bool(keywords[name]), err
}}
