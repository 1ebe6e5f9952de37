package stdlib

import (
	"cmp"
	"fmt"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// Matches.

var matchType rt.Type

type match struct {
	rt.Hdr
	pattern     *pattern
	subject     *subject
	spans       [][2]int // of the whole and of the groups; -1 where one took no part
	pos, endpos int
}

func asMatch(v rt.Value) *match { return rt.As[match](v, &matchType) }

// group is what a group matched, def if it took no part.
func (m *match) group(i int, def rt.Value) rt.Value {
	if m.spans[i][0] < 0 {
		return def
	}
	return m.subject.slice(m.spans[i][0], m.spans[i][1])
}

// number is the group that an argument means.
func (m *match) number(t *rt.Thread, v rt.Value) (int, error) {
	if s := rt.AsStr(v); s != nil {
		if i, ok := m.pattern.parsed.names[s.String()]; ok {
			return i, nil
		}
	} else if n, ok, err := t.Index(v); err != nil {
		return 0, err
	} else if !ok {
		_, err := t.Hash(v) // it is looked for among the names
		return 0, cmp.Or(err, t.IndexErrorf("no such group"))
	} else if n.IsSmallInt() && n.SmallInt() >= 0 && n.SmallInt() < int64(len(m.spans)) {
		return int(n.SmallInt()), nil
	}
	return 0, t.IndexErrorf("no such group")
}

// lastIndex is the group that closed last, 0 if none took part: the one that ends
// last, of several the one whose parenthesis closes last.
func (m *match) lastIndex() int {
	last := 0
	for _, i := range m.pattern.parsed.closed {
		if m.spans[i][0] >= 0 && (last == 0 || m.spans[i][1] >= m.spans[last][1]) {
			last = i
		}
	}
	return last
}

func (m *match) span(i int) rt.Value {
	return rt.NewTuple([]rt.Value{rt.Int(int64(m.spans[i][0])), rt.Int(int64(m.spans[i][1]))})
}

func init() {
	attr := func(name string, get func(m *match) rt.Value) rt.Method {
		return getter(name, func(_ *rt.Thread, v rt.Value) rt.Value { return get(asMatch(v)) })
	}
	place := func(name string, of func(m *match, i int) rt.Value) rt.Method {
		return rt.Method{Name: name, Sig: "group=0, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			m := asMatch(a[0])
			i, err := m.number(t, a[1].Or(rt.Int(0)))
			if err != nil {
				return rt.Value{}, err
			}
			return of(m, i), nil
		}}
	}
	rt.Define(&matchType, &rt.Spec{
		Name: "Match", Module: "re", Dotted: true, Layout: true, Final: true, NoNew: true,
		Slots: rt.Slots{
			Repr: func(t *rt.Thread, v rt.Value) (string, error) {
				m := asMatch(v)
				s, err := shortRepr(t, m.group(0, rt.None), 50)
				return fmt.Sprintf("<re.Match object; span=(%d, %d), match=%s>", m.spans[0][0], m.spans[0][1], s), err
			},
			GetItem: func(t *rt.Thread, v, key rt.Value) (rt.Value, error) {
				m := asMatch(v)
				i, err := m.number(t, key)
				if err != nil {
					return rt.Value{}, err
				}
				return m.group(i, rt.None), nil
			},
		},
		Methods: []rt.Method{
			{Name: "group", Sig: "*args", Fn: matchGroup},
			{Name: "groups", Sig: "default=None", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
				m := asMatch(a[0])
				items := make([]rt.Value, m.pattern.parsed.groups)
				for i := range items {
					items[i] = m.group(i+1, a[1].Or(rt.None))
				}
				return rt.NewTuple(items), nil
			}},
			{Name: "groupdict", Sig: "default=None", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
				m := asMatch(a[0])
				d := rt.NewDict()
				for _, name := range m.pattern.parsed.order {
					d.SetStr(name, m.group(m.pattern.parsed.names[name], a[1].Or(rt.None)))
				}
				return d.Value(), nil
			}},
			place("start", func(m *match, i int) rt.Value { return rt.Int(int64(m.spans[i][0])) }),
			place("end", func(m *match, i int) rt.Value { return rt.Int(int64(m.spans[i][1])) }),
			place("span", (*match).span),
			{Name: "expand", Sig: "template", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				m := asMatch(a[0])
				tmpl, err := parseTemplate(t, m.pattern, a[1])
				if err != nil {
					return rt.Value{}, err
				}
				if tmpl.text != m.subject.text && tmpl.groups() {
					return rt.Value{}, tmpl.wrongSubject(t, m.subject)
				}
				return tmpl.join(tmpl.expand(m)), nil
			}},
			{Name: "__copy__", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) { return a[0], nil }},
			{Name: "__deepcopy__", Sig: "memo, /", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) { return a[0], nil }},
			{Name: "__class_getitem__", Sig: "item, /", Kind: rt.ClassMethod, Fn: rt.GenericAliasOf},
			attr("string", func(m *match) rt.Value { return m.subject.value }),
			attr("re", func(m *match) rt.Value { return rt.ObjectValue(m.pattern) }),
			attr("pos", func(m *match) rt.Value { return rt.Int(int64(m.pos)) }),
			attr("endpos", func(m *match) rt.Value { return rt.Int(int64(m.endpos)) }),
			attr("lastindex", func(m *match) rt.Value {
				if i := m.lastIndex(); i > 0 {
					return rt.Int(int64(i))
				}
				return rt.None
			}),
			attr("lastgroup", func(m *match) rt.Value {
				i := m.lastIndex()
				for _, name := range m.pattern.parsed.order {
					if m.pattern.parsed.names[name] == i {
						return rt.NewStr(name)
					}
				}
				return rt.None
			}),
			attr("regs", func(m *match) rt.Value {
				items := make([]rt.Value, len(m.spans))
				for i := range items {
					items[i] = m.span(i)
				}
				return rt.NewTuple(items)
			}),
		},
	})
}

func matchGroup(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	m := asMatch(a[0])
	args := rt.AsTuple(a[1]).Items()
	if len(args) == 0 {
		return m.group(0, rt.None), nil
	}
	items := make([]rt.Value, len(args))
	for j, v := range args {
		i, err := m.number(t, v)
		if err != nil {
			return rt.Value{}, err
		}
		items[j] = m.group(i, rt.None)
	}
	if len(items) == 1 {
		return items[0], nil
	}
	return rt.NewTuple(items), nil
}
