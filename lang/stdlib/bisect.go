package stdlib

import rt "github.com/coro-lang/coro/lang/runtime"

// bisect: searching and inserting in sorted sequences.

func init() {
	const params = "a, x, lo=0, hi=None, *, key=None"
	search := func(name string, right bool) rt.Method {
		return rt.Method{Name: name, Sig: params, Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			i, err := bisect(t, a, a[1], right)
			return rt.Int(i), err
		}}
	}
	insert := func(name string, right bool) rt.Method {
		return rt.Method{Name: name, Sig: params, Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			return rt.None, insort(t, a, right)
		}}
	}
	rt.RegisterModule(&rt.ModuleDef{
		Name: "bisect", CModule: "_bisect",
		Funcs: []rt.Method{
			search("bisect_right", true), search("bisect_left", false),
			insert("insort_right", true), insert("insort_left", false),
		},
		Init: func(_ *rt.Thread, m *rt.Module) error {
			for _, name := range []string{"bisect", "insort"} {
				f, _ := m.Get(name + "_right")
				m.Set(name, f)
			}
			return nil
		},
	})
}

// bisect is where x belongs in the sequence a[0], between the bounds a[2] and
// a[3]; right says after equal items. The key function a[4] is called for items
// only.
func bisect(t *rt.Thread, a []rt.Value, x rt.Value, right bool) (int64, error) {
	seq, key := a[0], a[4].Or(rt.None)
	lo, hi := int64(0), int64(-1)
	var err error
	if !a[2].IsMissing() {
		if lo, err = t.IntArg(a[2]); err != nil {
			return 0, err
		}
	}
	if hv := a[3].Or(rt.None); !hv.IsNone() {
		if hi, err = boundArg(t, hv); err != nil {
			return 0, err
		}
	}
	if lo < 0 {
		return 0, t.ValueErrorf("lo must be non-negative")
	}
	if hi == -1 {
		n, err := t.Len(seq)
		if err != nil {
			return 0, err
		}
		hi = int64(n)
	}
	if typ := seq.Type(); typ.GetItem == nil {
		return 0, t.TypeErrorf("'%s' object does not support indexing", typ.Name)
	} else if rt.AsDict(seq) != nil && !typ.Overrides("__getitem__") {
		return 0, t.TypeErrorf("%s is not a sequence", typ.Name)
	}
	for lo < hi {
		mid := int64(uint64(lo+hi) / 2)
		v, err := t.GetItem(seq, rt.Int(mid))
		if err == nil && !key.IsNone() {
			v, err = t.Call(key, v)
		}
		if err != nil {
			return 0, err
		}
		var after bool // whether x belongs after v
		if right {
			after, err = t.Less(x, v)
			after = !after
		} else {
			after, err = t.Less(v, x)
		}
		if err != nil {
			return 0, err
		}
		if after {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, nil
}

var insertName = rt.NewStrObj("insert")

func insort(t *rt.Thread, a []rt.Value, right bool) error {
	x := a[1]
	if key := a[4].Or(rt.None); !key.IsNone() {
		var err error
		if x, err = t.Call(key, x); err != nil {
			return err
		}
	}
	i, err := bisect(t, a, x, right)
	if err != nil {
		return err
	}
	insert, err := t.GetAttr(a[0], insertName)
	if err != nil {
		return err
	}
	_, err = t.Call(insert, rt.Int(i), a[1])
	return err
}

// boundArg is an argument that may be None but is not.
func boundArg(t *rt.Thread, v rt.Value) (int64, error) {
	n, ok, err := t.Index(v)
	switch {
	case err != nil:
		return 0, err
	case !ok:
		return 0, t.TypeErrorf("argument should be integer or None, not '%s'", v.Type().Name)
	case !n.IsSmallInt():
		return 0, t.OverflowErrorf("cannot fit '%s' into an index-sized integer", v.Type().Name)
	}
	return n.SmallInt(), nil
}
