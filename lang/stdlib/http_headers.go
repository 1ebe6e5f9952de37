package stdlib

import (
	"strings"

	"github.com/coro-lang/coro/lang/compiler"
	rt "github.com/coro-lang/coro/lang/runtime"
)

// Headers: a mapping blind to the case of its keys, which keeps each as it was
// first written.

var headersType rt.Type

// headers is a handful of entries, so it is searched from one end to the other.
type headers struct {
	rt.Hdr
	entries []header
}

type header struct {
	name  string
	value rt.Value
}

func newHeaders() *headers {
	h := &headers{}
	h.Init(&headersType)
	return h
}

// headersOf makes headers of what a program gave: a mapping, pairs, or nothing.
func headersOf(t *rt.Thread, v rt.Value) (*headers, error) {
	h := newHeaders()
	if v.IsMissing() || v.IsNone() {
		return h, nil
	}
	return h, h.update(t, v)
}

func asHeaders(v rt.Value) *headers { return rt.As[headers](v, &headersType) }

func (h *headers) find(name string) int {
	for i := range h.entries {
		if strings.EqualFold(h.entries[i].name, name) {
			return i
		}
	}
	return -1
}

func (h *headers) get(name string) (rt.Value, bool) {
	if i := h.find(name); i >= 0 {
		return h.entries[i].value, true
	}
	return rt.Value{}, false
}

// text is a header's text, "" if it is not there.
func (h *headers) text(name string) string {
	if v, ok := h.get(name); ok {
		if s := rt.AsStr(v); s != nil {
			return s.String()
		}
	}
	return ""
}

func (h *headers) set(name string, v rt.Value) {
	if i := h.find(name); i >= 0 {
		h.entries[i].value = v
		return
	}
	h.entries = append(h.entries, header{name, v})
}

func (h *headers) setDefault(name string, v rt.Value) {
	if h.find(name) < 0 {
		h.entries = append(h.entries, header{name, v})
	}
}

// copy is a copy with room for more.
func (h *headers) copy() *headers {
	c := newHeaders()
	c.entries = append(make([]header, 0, len(h.entries)+2), h.entries...)
	return c
}

// update sets what a mapping or an iterable of pairs holds.
func (h *headers) update(t *rt.Thread, v rt.Value) error {
	if other := asHeaders(v); other != nil {
		for _, e := range other.entries {
			h.set(e.name, e.value)
		}
		return nil
	}
	return eachItem(t, v, func(k, v rt.Value) error {
		name, err := t.StrArg("headers", k)
		if err == nil {
			h.set(name, v)
		}
		return err
	})
}

// eachItem calls f with the keys and values of a mapping or an iterable of pairs.
func eachItem(t *rt.Thread, v rt.Value, f func(k, v rt.Value) error) error {
	pairs := v
	if items, ok, err := t.LookupAttr(v, t.VM.Intern("items")); err != nil {
		return err
	} else if ok {
		if pairs, err = t.Call(items); err != nil {
			return err
		}
	}
	return t.Each(pairs, func(pair rt.Value) error {
		kv, err := t.Collect(pair)
		if err != nil {
			return err
		}
		if len(kv) != 2 {
			return t.ValueErrorf("not enough values to unpack (expected 2, got %d)", len(kv))
		}
		return f(kv[0], kv[1])
	})
}

func (h *headers) dict() *rt.Dict {
	d := rt.NewDict()
	for _, e := range h.entries {
		if _, ok := d.GetStr(e.name); !ok {
			d.SetStr(e.name, e.value)
		}
	}
	return d
}

func (h *headers) list(of func(e header) rt.Value) rt.Value {
	items := make([]rt.Value, len(h.entries))
	for i, e := range h.entries {
		items[i] = of(e)
	}
	return rt.NewList(items)
}

func headerName(e header) rt.Value { return rt.NewStr(e.name) }

func init() {
	name := func(t *rt.Thread, v rt.Value) (string, error) { return t.StrArg("a header's name", v) }
	rt.Define(&headersType, &rt.Spec{
		Name: "Headers", Module: "coro", Layout: true, Final: true,
		Slots: rt.Slots{
			New: func(t *rt.Thread, _ *rt.Type, args []rt.Value, kwnames []*rt.Str) (rt.Value, error) {
				return t.CallKw(newHeadersFunc, args, kwnames)
			},
			Repr: func(t *rt.Thread, v rt.Value) (string, error) { return t.Repr(asHeaders(v).dict().Value()) },
			Len:  func(_ *rt.Thread, v rt.Value) (int, error) { return len(asHeaders(v).entries), nil },
			Iter: func(t *rt.Thread, v rt.Value) (rt.Value, error) { return t.Iter(asHeaders(v).list(headerName)) },
			Contains: func(_ *rt.Thread, v, key rt.Value) (bool, error) {
				s := rt.AsStr(key)
				return s != nil && asHeaders(v).find(s.String()) >= 0, nil
			},
			Compare: func(t *rt.Thread, op compiler.CompareOp, a, b rt.Value) (rt.Value, error) {
				if other := asHeaders(b); other != nil {
					b = other.dict().Value()
				} else if rt.AsDict(b) == nil {
					return rt.NotImplemented, nil
				}
				return t.Compare(op, asHeaders(a).dict().Value(), b)
			},
			GetItem: func(t *rt.Thread, v, key rt.Value) (rt.Value, error) {
				s, err := name(t, key)
				if err != nil {
					return rt.Value{}, err
				}
				if x, ok := asHeaders(v).get(s); ok {
					return x, nil
				}
				return rt.Value{}, t.KeyError(key)
			},
			SetItem: func(t *rt.Thread, v, key, val rt.Value) error {
				s, err := name(t, key)
				if err == nil {
					asHeaders(v).set(s, val)
				}
				return err
			},
			DelItem: func(t *rt.Thread, v, key rt.Value) error {
				s, err := name(t, key)
				if err != nil {
					return err
				}
				h := asHeaders(v)
				i := h.find(s)
				if i < 0 {
					return t.KeyError(key)
				}
				h.entries = append(h.entries[:i], h.entries[i+1:]...)
				return nil
			},
		},
		Methods: []rt.Method{
			{Name: "get", Sig: "key, default=None, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				if s := rt.AsStr(a[1]); s != nil {
					if v, ok := asHeaders(a[0]).get(s.String()); ok {
						return v, nil
					}
				}
				return a[2].Or(rt.None), nil
			}},
			{Name: "getall", Sig: "key, default=None, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				s, err := name(t, a[1])
				if err != nil {
					return rt.Value{}, err
				}
				var all []rt.Value
				for _, e := range asHeaders(a[0]).entries {
					if strings.EqualFold(e.name, s) {
						all = append(all, e.value)
					}
				}
				if all == nil {
					if a[2].IsMissing() {
						return rt.Value{}, t.KeyError(a[1])
					}
					return a[2], nil
				}
				return rt.NewList(all), nil
			}},
			{Name: "setdefault", Sig: "key, default=None, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				s, err := name(t, a[1])
				if err != nil {
					return rt.Value{}, err
				}
				h := asHeaders(a[0])
				h.setDefault(s, a[2].Or(rt.None))
				v, _ := h.get(s)
				return v, nil
			}},
			{Name: "keys", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return asHeaders(a[0]).list(headerName), nil }},
			{Name: "values", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				return asHeaders(a[0]).list(func(e header) rt.Value { return e.value }), nil
			}},
			{Name: "items", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				return asHeaders(a[0]).list(func(e header) rt.Value { return rt.NewTuple([]rt.Value{headerName(e), e.value}) }), nil
			}},
			{Name: "update", Sig: "other, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				return rt.None, asHeaders(a[0]).update(t, a[1])
			}},
			{Name: "copy", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) { return rt.ObjectValue(asHeaders(a[0]).copy()), nil }},
		},
	})
}

var newHeadersFunc = rt.NewBuiltin("coro", &rt.Method{Name: "Headers", Sig: "items=None, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	h, err := headersOf(t, a[0])
	return rt.ObjectValue(h), err
}})
