package stdlib

import (
	"github.com/coro-lang/coro/lang/compiler"
	rt "github.com/coro-lang/coro/lang/runtime"
)

// itertools: the iterators that take one item at a time.

var (
	countType, cycleType, repeatType, chainType, compressType         rt.Type
	dropWhileType, takeWhileType, filterFalseType, starMapType        rt.Type
	accumulateType, pairwiseType, batchedType, zipLongestType         rt.Type
	isliceType, groupByType, grouperType, teeType                     rt.Type
	productType, permutationsType, combinationsType, combinations2Typ rt.Type
)

var itertoolsModule = rt.ModuleDef{
	Name: "itertools",
	Types: []*rt.Type{
		&countType, &cycleType, &repeatType, &chainType, &compressType, &dropWhileType, &takeWhileType,
		&filterFalseType, &starMapType, &accumulateType, &pairwiseType, &batchedType, &zipLongestType,
		&isliceType, &groupByType, &productType, &permutationsType, &combinationsType, &combinations2Typ,
	},
	Funcs: []rt.Method{{Name: "tee", Sig: "iterable, n=2, /", Fn: tee}},
}

func init() {
	rt.RegisterModule(&itertoolsModule)
	defineCounting()
	defineChains()
	defineFilters()
}

// countIter is count: next, next+step…
type countIter struct {
	rt.Hdr
	next, step rt.Value
}

type cycleIter struct {
	rt.Hdr
	it    rt.Value // None once exhausted
	saved []rt.Value
	i     int
	again bool // it gives what is saved already, as a copy's may
}

type repeatIter struct {
	rt.Hdr
	v    rt.Value
	left int64 // negative: for ever
}

func defineCounting() {
	number := func(t *rt.Thread, v rt.Value) error {
		if v.IsSmallInt() || v.IsFloat() {
			return nil
		}
		if _, err := t.FloatArg(v); err != nil {
			return t.TypeErrorf("a number is required")
		}
		return nil
	}
	iterator[countIter]{
		module: "itertools", name: "count", params: "start=0, step=1",
		new: func(t *rt.Thread, h rt.Hdr, a []rt.Value) (*countIter, error) {
			c := &countIter{h, a[0].Or(rt.Int(0)), a[1].Or(rt.Int(1))}
			if c.next.IsBool() && (c.step == rt.Int(1) || c.step.Is(rt.True)) {
				c.next = rt.Int(c.next.SmallInt())
			}
			if err := number(t, c.next); err != nil {
				return nil, err
			}
			return c, number(t, c.step)
		},
		next: func(t *rt.Thread, c *countIter) (rt.Value, bool, error) {
			v := c.next
			var err error
			if v.IsSmallInt() && c.step == rt.Int(1) {
				c.next, err = t.Increment(v)
			} else {
				c.next, err = t.Binary(compiler.Add, v, c.step, false)
			}
			return v, err == nil, err
		},
		repr: func(t *rt.Thread, c *countIter) (string, error) {
			s, err := t.Repr(c.next)
			if err != nil || c.step == rt.Int(1) || c.step.Is(rt.True) {
				return "count(" + s + ")", err
			}
			step, err := t.Repr(c.step)
			return "count(" + s + ", " + step + ")", err
		},
		args: func(_ *rt.Thread, c *countIter) ([]rt.Value, error) {
			if c.next.IsSmallInt() && c.step == rt.Int(1) {
				return []rt.Value{c.next}, nil
			}
			return []rt.Value{c.next, c.step}, nil
		},
	}.define(&countType)

	iterator[cycleIter]{
		module: "itertools", name: "cycle", params: "iterable, /",
		new: func(t *rt.Thread, h rt.Hdr, a []rt.Value) (*cycleIter, error) {
			it, err := t.Iter(a[0])
			return &cycleIter{Hdr: h, it: it}, err
		},
		next: func(t *rt.Thread, c *cycleIter) (rt.Value, bool, error) {
			if !c.it.IsNone() {
				v, ok, err := t.Next(c.it)
				if err != nil {
					return rt.Value{}, false, err
				}
				if ok {
					if !c.again {
						c.saved = append(c.saved, v)
					}
					return v, true, nil
				}
				c.it = rt.None
			}
			if len(c.saved) == 0 {
				return rt.Value{}, false, nil
			}
			v := c.saved[c.i]
			c.i = (c.i + 1) % len(c.saved)
			return v, true, nil
		},
		args: func(t *rt.Thread, c *cycleIter) ([]rt.Value, error) {
			if !c.it.IsNone() {
				return []rt.Value{c.it}, nil
			}
			it, err := t.Iter(rt.NewList(c.saved[c.i:]))
			return []rt.Value{it}, err
		},
		state: func(c *cycleIter) rt.Value {
			return rt.NewPair(rt.NewList(append([]rt.Value(nil), c.saved...)), rt.Bool(c.it.IsNone()))
		},
		setState: func(t *rt.Thread, c *cycleIter, state rt.Value) error {
			pair, err := stateTuple(t, state, 2)
			if err != nil {
				return err
			}
			saved := rt.AsList(pair[0])
			if saved == nil {
				return t.TypeErrorf("argument 1 must be list, not %s", pair[0].Type().Name)
			}
			c.again, err = t.Truth(pair[1])
			c.saved, c.i = append([]rt.Value(nil), saved.Items()...), 0
			return err
		},
	}.define(&cycleType)

	iterator[repeatIter]{
		module: "itertools", name: "repeat", params: "object, times=None",
		new: func(t *rt.Thread, h rt.Hdr, a []rt.Value) (*repeatIter, error) {
			r := &repeatIter{h, a[0], -1}
			if a[1].IsMissing() {
				return r, nil
			}
			n, err := t.IntArg(a[1])
			r.left = max(n, 0)
			return r, err
		},
		next: func(t *rt.Thread, r *repeatIter) (rt.Value, bool, error) {
			if r.left == 0 {
				return rt.Value{}, false, nil
			}
			if r.left > 0 {
				r.left--
			}
			return r.v, true, nil
		},
		repr: func(t *rt.Thread, r *repeatIter) (string, error) {
			s, err := t.Repr(r.v)
			if err != nil || r.left < 0 {
				return "repeat(" + s + ")", err
			}
			n, err := t.Repr(rt.Int(r.left))
			return "repeat(" + s + ", " + n + ")", err
		},
		args: func(_ *rt.Thread, r *repeatIter) ([]rt.Value, error) {
			if r.left < 0 {
				return []rt.Value{r.v}, nil
			}
			return []rt.Value{r.v, rt.Int(r.left)}, nil
		},
		methods: []rt.Method{{Name: "__length_hint__", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
			r := rt.As[repeatIter](a[0], &repeatType)
			if r.left < 0 {
				return rt.Value{}, t.TypeErrorf("len() of unsized object")
			}
			return rt.Int(r.left), nil
		}}},
	}.define(&repeatType)
}

// stateTuple is the state that an iterator is told, a tuple of n; -1 is any number.
func stateTuple(t *rt.Thread, state rt.Value, n int) ([]rt.Value, error) {
	tuple := rt.AsTuple(state)
	if tuple == nil {
		return nil, t.TypeErrorf("state is not a tuple")
	}
	items := tuple.Items()
	if n >= 0 && len(items) != n {
		return nil, t.ValueErrorf("invalid arguments")
	}
	return items, nil
}

// chainIter is chain: the items of the iterables that src gives.
type chainIter struct {
	rt.Hdr
	src, it rt.Value // None: exhausted, not begun
}

type accumulateIter struct {
	rt.Hdr
	it, f, total rt.Value
	initial      bool // total is still to be given itself
}

type pairwiseIter struct {
	rt.Hdr
	it, old rt.Value
}

type batchedIter struct {
	rt.Hdr
	it     rt.Value // None once exhausted
	n      int
	strict bool
}

type zipLongestIter struct {
	rt.Hdr
	its  []rt.Value // None once exhausted
	left int        // how many are not
	fill rt.Value
}

func defineChains() {
	iterator[chainIter]{
		module: "itertools", name: "chain", params: "*iterables",
		new: func(t *rt.Thread, h rt.Hdr, a []rt.Value) (*chainIter, error) {
			src, err := t.Iter(a[0])
			return &chainIter{h, src, rt.None}, err
		},
		next: func(t *rt.Thread, c *chainIter) (rt.Value, bool, error) {
			for !c.src.IsNone() {
				if c.it.IsNone() {
					v, ok, err := t.Next(c.src)
					if err == nil && ok {
						c.it, err = t.Iter(v)
					}
					if err != nil || !ok {
						c.src = rt.None
						return rt.Value{}, false, err
					}
				}
				if v, ok, err := t.Next(c.it); err != nil || ok {
					return v, ok, err
				}
				c.it = rt.None
				if err := t.Poll(); err != nil {
					return rt.Value{}, false, err
				}
			}
			return rt.Value{}, false, nil
		},
		methods: []rt.Method{{Name: "from_iterable", Sig: "iterable, /", Kind: rt.ClassMethod,
			Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				src, err := t.Iter(a[1])
				if err != nil {
					return rt.Value{}, err
				}
				c := &chainIter{src: src, it: rt.None}
				c.Init(rt.AsType(a[0]))
				return rt.ObjectValue(c), nil
			}}},
		args: func(*rt.Thread, *chainIter) ([]rt.Value, error) { return nil, nil },
		state: func(c *chainIter) rt.Value {
			switch {
			case c.src.IsNone():
				return rt.Missing
			case c.it.IsNone():
				return rt.NewTuple([]rt.Value{c.src})
			}
			return rt.NewPair(c.src, c.it)
		},
		setState: func(t *rt.Thread, c *chainIter, state rt.Value) error {
			its, err := stateTuple(t, state, -1)
			if err != nil {
				return err
			}
			for _, it := range its {
				if it.Type().Next == nil {
					return t.TypeErrorf("Arguments must be iterators.")
				}
			}
			switch len(its) {
			case 1:
				c.src, c.it = its[0], rt.None
			case 2:
				c.src, c.it = its[0], its[1]
			default:
				return t.TypeErrorf("function takes at least 1 argument (%d given)", len(its))
			}
			return nil
		},
	}.define(&chainType)

	iterator[accumulateIter]{
		module: "itertools", name: "accumulate", params: "iterable, func=None, *, initial=None",
		new: func(t *rt.Thread, h rt.Hdr, a []rt.Value) (*accumulateIter, error) {
			it, err := t.Iter(a[0])
			total := a[2]
			if total.IsNone() {
				total = rt.Missing
			}
			return &accumulateIter{h, it, a[1].Or(rt.None), total, !total.IsMissing()}, err
		},
		next: func(t *rt.Thread, c *accumulateIter) (rt.Value, bool, error) {
			if c.initial {
				c.initial = false
				return c.total, true, nil
			}
			v, ok, err := t.Next(c.it)
			switch {
			case err != nil || !ok:
				return rt.Value{}, false, err
			case c.total.IsMissing():
			case c.f.IsNone():
				v, err = t.Binary(compiler.Add, c.total, v, false)
			default:
				v, err = t.Call(c.f, c.total, v)
			}
			if err == nil {
				c.total = v
			}
			return v, err == nil, err
		},
		args: func(t *rt.Thread, c *accumulateIter) ([]rt.Value, error) {
			it := c.it
			if c.initial {
				first, err := t.Iter(rt.NewPair(rt.NewTuple([]rt.Value{c.total}), it))
				if err != nil {
					return nil, err
				}
				both := &chainIter{src: first, it: rt.None}
				both.Init(&chainType)
				it = rt.ObjectValue(both)
			}
			return []rt.Value{it, c.f}, nil
		},
		state: func(c *accumulateIter) rt.Value {
			if c.initial {
				return rt.None
			}
			return c.total.Or(rt.None)
		},
		setState: func(_ *rt.Thread, c *accumulateIter, state rt.Value) error {
			c.total, c.initial = state, false
			return nil
		},
	}.define(&accumulateType)

	iterator[pairwiseIter]{
		module: "itertools", name: "pairwise", params: "iterable, /",
		new: func(t *rt.Thread, h rt.Hdr, a []rt.Value) (*pairwiseIter, error) {
			it, err := t.Iter(a[0])
			return &pairwiseIter{h, it, rt.Missing}, err
		},
		next: func(t *rt.Thread, c *pairwiseIter) (rt.Value, bool, error) {
			for {
				old := c.old
				v, ok, err := t.Next(c.it)
				if err != nil || !ok {
					c.old = rt.Missing
					return rt.Value{}, false, err
				}
				c.old = v
				if !old.IsMissing() {
					return rt.NewPair(old, v), true, nil
				}
			}
		},
	}.define(&pairwiseType)

	iterator[batchedIter]{
		module: "itertools", name: "batched", params: "iterable, n, *, strict=False",
		new: func(t *rt.Thread, h rt.Hdr, a []rt.Value) (*batchedIter, error) {
			n, err := t.IntArg(a[1])
			if err != nil {
				return nil, err
			}
			strict, err := t.Truth(a[2].Or(rt.False))
			if err != nil {
				return nil, err
			}
			if n < 1 {
				return nil, t.ValueErrorf("n must be at least one")
			}
			it, err := t.Iter(a[0])
			return &batchedIter{h, it, int(n), strict}, err
		},
		next: func(t *rt.Thread, c *batchedIter) (rt.Value, bool, error) {
			if c.it.IsNone() {
				return rt.Value{}, false, nil
			}
			var batch []rt.Value
			for len(batch) < c.n {
				v, ok, err := t.Next(c.it)
				if err != nil {
					return rt.Value{}, false, err
				}
				if !ok {
					c.it = rt.None
					if c.strict && len(batch) > 0 {
						return rt.Value{}, false, t.ValueErrorf("batched(): incomplete batch")
					}
					break
				}
				batch = append(batch, v)
			}
			return rt.NewTuple(batch), len(batch) > 0, nil
		},
	}.define(&batchedType)

	iterator[zipLongestIter]{
		module: "itertools", name: "zip_longest", params: "*iterables, **kwargs",
		new: func(t *rt.Thread, h rt.Hdr, a []rt.Value) (*zipLongestIter, error) {
			kw := rt.AsDict(a[1])
			fill, ok := kw.GetStr("fillvalue")
			if !ok {
				fill = rt.None
			}
			if n := kw.Len(); n > 1 || n == 1 && !ok {
				return nil, t.TypeErrorf("zip_longest() got an unexpected keyword argument")
			}
			its, err := iters(t, rt.AsTuple(a[0]).Items())
			return &zipLongestIter{h, its, len(its), fill}, err
		},
		next: func(t *rt.Thread, c *zipLongestIter) (rt.Value, bool, error) {
			if c.left == 0 {
				return rt.Value{}, false, nil
			}
			items := make([]rt.Value, len(c.its))
			for i, it := range c.its {
				items[i] = c.fill
				if it.IsNone() {
					continue
				}
				v, ok, err := t.Next(it)
				if err != nil {
					c.left = 0
					return rt.Value{}, false, err
				}
				if ok {
					items[i] = v
					continue
				}
				if c.left--; c.left == 0 {
					return rt.Value{}, false, nil
				}
				c.its[i] = rt.None
			}
			return rt.NewTuple(items), true, nil
		},
		args: func(_ *rt.Thread, c *zipLongestIter) ([]rt.Value, error) {
			args := append([]rt.Value(nil), c.its...)
			for i, it := range args {
				if it.IsNone() {
					args[i] = rt.NewTuple(nil)
				}
			}
			return args, nil
		},
		state: func(c *zipLongestIter) rt.Value { return c.fill },
		setState: func(_ *rt.Thread, c *zipLongestIter, state rt.Value) error {
			c.fill = state
			return nil
		},
	}.define(&zipLongestType)
}

// filterIter is what compress, dropwhile, takewhile and filterfalse keep; starmap
// too.
type filterIter struct {
	rt.Hdr
	f, it rt.Value
	done  bool // dropwhile: it stopped dropping; takewhile: it stopped taking
}

// defineFilters defines the iterators that call a function for each item.
func defineFilters() {
	define := func(typ *rt.Type, name, params string, next func(*rt.Thread, *filterIter) (rt.Value, bool, error)) {
		d := iterator[filterIter]{
			module: "itertools", name: name, params: params, next: next,
			new: func(t *rt.Thread, h rt.Hdr, a []rt.Value) (*filterIter, error) {
				it, err := t.Iter(a[1])
				return &filterIter{Hdr: h, f: a[0], it: it}, err
			},
			args: func(_ *rt.Thread, c *filterIter) ([]rt.Value, error) { return []rt.Value{c.f, c.it}, nil },
		}
		if typ == &dropWhileType || typ == &takeWhileType {
			d.state = func(c *filterIter) rt.Value {
				if c.done {
					return rt.Int(1)
				}
				return rt.Int(0)
			}
			d.setState = func(t *rt.Thread, c *filterIter, state rt.Value) (err error) {
				c.done, err = t.Truth(state)
				return err
			}
		}
		d.define(typ)
	}
	// holds asks the predicate; None asks for the item's truth.
	holds := func(t *rt.Thread, f, v rt.Value) (bool, error) {
		if !f.IsNone() {
			var err error
			if v, err = t.Call(f, v); err != nil {
				return false, err
			}
		}
		return t.Truth(v)
	}
	define(&filterFalseType, "filterfalse", "function, iterable, /", func(t *rt.Thread, c *filterIter) (rt.Value, bool, error) {
		for {
			v, ok, err := t.Next(c.it)
			if err != nil || !ok {
				return rt.Value{}, false, err
			}
			yes, err := holds(t, c.f, v)
			if err == nil && yes {
				err = t.Poll()
			}
			if err != nil || !yes {
				return v, err == nil, err
			}
		}
	})
	define(&dropWhileType, "dropwhile", "predicate, iterable, /", func(t *rt.Thread, c *filterIter) (rt.Value, bool, error) {
		for {
			v, ok, err := t.Next(c.it)
			if err != nil || !ok || c.done {
				return v, ok, err
			}
			if v1, err := t.Call(c.f, v); err != nil {
				return rt.Value{}, false, err
			} else if yes, err := t.Truth(v1); err != nil {
				return rt.Value{}, false, err
			} else if !yes {
				c.done = true
				return v, true, nil
			}
			if err := t.Poll(); err != nil {
				return rt.Value{}, false, err
			}
		}
	})
	define(&takeWhileType, "takewhile", "predicate, iterable, /", func(t *rt.Thread, c *filterIter) (rt.Value, bool, error) {
		if c.done {
			return rt.Value{}, false, nil
		}
		v, ok, err := t.Next(c.it)
		if err != nil || !ok {
			return rt.Value{}, false, err
		}
		r, ok, err := t.CallForNext(c.f, v)
		if err != nil || !ok {
			return rt.Value{}, false, err
		}
		yes, err := t.Truth(r)
		c.done = err == nil && !yes
		return v, yes, err
	})
	define(&starMapType, "starmap", "function, iterable, /", func(t *rt.Thread, c *filterIter) (rt.Value, bool, error) {
		v, ok, err := t.Next(c.it)
		if err != nil || !ok {
			return rt.Value{}, false, err
		}
		args, err := t.Collect(v)
		if err != nil {
			return rt.Value{}, false, err
		}
		return t.CallForNext(c.f, args...)
	})
	iterator[filterIter]{
		module: "itertools", name: "compress", params: "data, selectors",
		new: func(t *rt.Thread, h rt.Hdr, a []rt.Value) (*filterIter, error) {
			its, err := iters(t, a)
			if err != nil {
				return nil, err
			}
			return &filterIter{Hdr: h, it: its[0], f: its[1]}, nil
		},
		next: func(t *rt.Thread, c *filterIter) (rt.Value, bool, error) {
			for {
				v, ok, err := t.Next(c.it)
				if err != nil || !ok {
					return rt.Value{}, false, err
				}
				s, ok, err := t.Next(c.f)
				if err != nil || !ok {
					return rt.Value{}, false, err
				}
				if yes, err := t.Truth(s); err != nil || yes {
					return v, yes, err
				}
				if err := t.Poll(); err != nil {
					return rt.Value{}, false, err
				}
			}
		},
		args: func(_ *rt.Thread, c *filterIter) ([]rt.Value, error) { return []rt.Value{c.it, c.f}, nil },
	}.define(&compressType)
}
