package stdlib

import (
	"math"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// itertools: islice, groupby and tee, which share or skip what they iterate over.

// isliceIter gives the items at next, next+step… before stop.
type isliceIter struct {
	rt.Hdr
	it               rt.Value // None once exhausted
	at               int64    // items taken so far
	next, stop, step int64    // stop is negative without end
}

func init() {
	iterator[isliceIter]{
		module: "itertools", name: "islice", params: "iterable, start, stop=None, step=None, /",
		new: newIslice, next: isliceNext,
		args: func(t *rt.Thread, s *isliceIter) ([]rt.Value, error) {
			if s.it.IsNone() {
				it, err := t.Iter(rt.NewList(nil))
				return []rt.Value{it, rt.Int(0)}, err
			}
			stop := rt.None
			if s.stop >= 0 {
				stop = rt.Int(s.stop)
			}
			return []rt.Value{s.it, rt.Int(s.next), stop, rt.Int(s.step)}, nil
		},
		state: func(s *isliceIter) rt.Value {
			if s.it.IsNone() {
				return rt.Int(0)
			}
			return rt.Int(s.at)
		},
		setState: func(t *rt.Thread, s *isliceIter, state rt.Value) error {
			if _, ok, _ := t.Index(state); !ok {
				return t.TypeErrorf("an integer is required")
			}
			at, err := t.IntArg(state)
			s.at = at
			return err
		},
	}.define(&isliceType)

	iterator[groupByIter]{
		module: "itertools", name: "groupby", params: "iterable, key=None",
		new: func(t *rt.Thread, h rt.Hdr, a []rt.Value) (*groupByIter, error) {
			it, err := t.Iter(a[0])
			return &groupByIter{Hdr: h, it: it, keyFn: a[1].Or(rt.None), key: rt.Missing, target: rt.Missing, item: rt.Missing}, err
		},
		next: groupByNext,
		args: func(_ *rt.Thread, g *groupByIter) ([]rt.Value, error) { return []rt.Value{g.it, g.keyFn}, nil },
		state: func(g *groupByIter) rt.Value {
			if g.item.IsMissing() || g.target.IsMissing() {
				return rt.Missing
			}
			return rt.NewTuple([]rt.Value{g.item, g.target, g.key})
		},
		setState: func(t *rt.Thread, g *groupByIter, state rt.Value) error {
			s, err := stateTuple(t, state, 3)
			if err == nil {
				g.item, g.target, g.key = s[0], s[1], s[2]
			}
			return err
		},
	}.define(&groupByType)
	iterator[grouperIter]{
		module: "itertools", name: "_grouper", params: "parent, tgtkey, /", next: grouperNext,
		new: func(t *rt.Thread, h rt.Hdr, a []rt.Value) (*grouperIter, error) {
			parent := rt.As[groupByIter](a[0], &groupByType)
			if parent == nil {
				return nil, t.TypeErrorf("incorrect usage of internal _grouper")
			}
			parent.group = &grouperIter{Hdr: h, parent: parent, target: a[1]}
			return parent.group, nil
		},
		methods: []rt.Method{{Name: "__reduce__", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			c := rt.As[grouperIter](a[0], &grouperType)
			if c.parent.group != c { // it gives nothing any more
				return rt.ReducedToIter(rt.NewTuple(nil))
			}
			return rt.Reduced(grouperType.Value(), []rt.Value{rt.ObjectValue(c.parent), c.target})
		}}},
	}.define(&grouperType)

	iterator[teeIter]{
		module: "itertools", name: "_tee", next: teeNext,
		methods: []rt.Method{{Name: "__copy__", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) {
			it := rt.As[teeIter](a[0], &teeType)
			return newTee(it.src, it.cell), nil
		}}},
	}.define(&teeType)
}

func newIslice(t *rt.Thread, h rt.Hdr, a []rt.Value) (*isliceIter, error) {
	start, stop, step := rt.None, a[1], rt.None
	if !a[2].IsMissing() {
		start, stop, step = a[1], a[2], a[3].Or(rt.None)
	}
	// position is an argument that is None or an int; ok is false for others and where
	// its __index__ fails.
	position := func(v rt.Value, def int64) (n int64, ok bool, err error) {
		if v.IsNone() {
			return def, true, nil
		}
		n, err = t.IntArg(v)
		if err != nil && !rt.IsFatal(err) {
			return 0, false, nil
		}
		return n, true, err
	}
	s := &isliceIter{Hdr: h}
	var startOK, stopOK, stepOK bool
	var err error
	if s.next, startOK, err = position(start, 0); err != nil {
		return nil, err
	}
	if s.stop, stopOK, err = position(stop, -1); err != nil {
		return nil, err
	}
	if !stopOK || s.stop == -1 && !stop.IsNone() {
		return nil, t.ValueErrorf("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
	}
	if !startOK || s.next < 0 || s.stop < -1 {
		return nil, t.ValueErrorf("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
	}
	if s.step, stepOK, err = position(step, 1); err != nil {
		return nil, err
	}
	if !stepOK || s.step < 1 {
		return nil, t.ValueErrorf("Step for islice() must be a positive integer or None.")
	}
	s.it, err = t.Iter(a[0])
	return s, err
}

func isliceNext(t *rt.Thread, s *isliceIter) (rt.Value, bool, error) {
	if s.it.IsNone() {
		return rt.Value{}, false, nil
	}
	take := func() (rt.Value, bool, error) {
		v, ok, err := t.Next(s.it)
		if err != nil || !ok {
			s.it = rt.None
		}
		s.at++
		return v, ok, err
	}
	// Items that are left out are taken all the same, as that has side effects: those
	// before the start even if stop comes earlier, those at the end up to stop.
	for s.at < s.next {
		if _, ok, err := take(); err != nil || !ok {
			return rt.Value{}, false, err
		}
		if err := t.Poll(); err != nil {
			return rt.Value{}, false, err
		}
	}
	if s.stop >= 0 && s.at >= s.stop {
		s.it = rt.None
		return rt.Value{}, false, nil
	}
	v, ok, err := take()
	if err != nil || !ok {
		return rt.Value{}, false, err
	}
	if s.next > math.MaxInt64-s.step || s.stop >= 0 && s.next+s.step > s.stop {
		s.next = s.stop
	} else {
		s.next += s.step
	}
	return v, true, nil
}

// groupByIter is groupby. item is the last one taken, key its key; target is the
// key of the group given last.
type groupByIter struct {
	rt.Hdr
	it, keyFn         rt.Value
	item, key, target rt.Value
	group             *grouperIter
}

// grouperIter gives the items of one group, as long as it is the newest.
type grouperIter struct {
	rt.Hdr
	parent *groupByIter
	target rt.Value
}

// step takes the next item and its key.
func (g *groupByIter) step(t *rt.Thread) (ok bool, err error) {
	v, ok, err := t.Next(g.it)
	if err != nil || !ok {
		return false, err
	}
	k := v
	if !g.keyFn.IsNone() {
		if k, err = t.Call(g.keyFn, v); err != nil {
			return false, err
		}
	}
	g.item, g.key = v, k
	return true, t.Poll()
}

func groupByNext(t *rt.Thread, g *groupByIter) (rt.Value, bool, error) {
	g.group = nil
	for {
		if !g.key.IsMissing() {
			if g.target.IsMissing() {
				break
			}
			same, err := t.Equal(g.target, g.key)
			if err != nil {
				return rt.Value{}, false, err
			}
			if !same {
				break
			}
		}
		if ok, err := g.step(t); err != nil || !ok {
			return rt.Value{}, false, err
		}
	}
	g.target = g.key
	g.group = &grouperIter{parent: g, target: g.key}
	g.group.Init(&grouperType)
	return rt.NewPair(g.key, rt.ObjectValue(g.group)), true, nil
}

func grouperNext(t *rt.Thread, c *grouperIter) (rt.Value, bool, error) {
	g := c.parent
	if g.group != c {
		return rt.Value{}, false, nil
	}
	if g.item.IsMissing() {
		if ok, err := g.step(t); err != nil || !ok {
			return rt.Value{}, false, err
		}
	}
	same, err := t.Equal(c.target, g.key)
	if err != nil || !same {
		return rt.Value{}, false, err
	}
	v := g.item
	g.item = rt.Missing
	return v, true, nil
}

// teeIter is one of the iterators that tee gives. They read one chain of cells,
// which the foremost makes longer.
type teeIter struct {
	rt.Hdr
	src  *teeSource
	cell *teeCell
}

type teeSource struct {
	it      rt.Value
	running bool
}

// teeCell is an item and the cell after it; the last cell of the chain is still
// empty.
type teeCell struct {
	v    rt.Value
	next *teeCell
}

func newTee(src *teeSource, cell *teeCell) rt.Value {
	it := &teeIter{src: src, cell: cell}
	it.Init(&teeType)
	return rt.ObjectValue(it)
}

func tee(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n := int64(2)
	if !a[1].IsMissing() {
		var err error
		if n, err = t.IntArg(a[1]); err != nil {
			return rt.Value{}, err
		}
	}
	if n < 0 {
		return rt.Value{}, t.ValueErrorf("n must be >= 0")
	}
	if n == 0 {
		return rt.NewTuple(nil), nil
	}
	if err := t.Reserve(int(min(n, 1<<40)) * 64); err != nil {
		return rt.Value{}, err
	}
	it, err := t.Iter(a[0])
	if err != nil {
		return rt.Value{}, err
	}
	src, cell := &teeSource{}, &teeCell{}
	if other := rt.As[teeIter](it, &teeType); other != nil {
		src, cell = other.src, other.cell
	} else if src.it, err = t.Iter(it); err != nil { // what the copies share asks once more
		return rt.Value{}, err
	}
	its := make([]rt.Value, n)
	for i := range its {
		its[i] = newTee(src, cell)
	}
	return rt.NewTuple(its), nil
}

func teeNext(t *rt.Thread, it *teeIter) (rt.Value, bool, error) {
	c := it.cell
	if c.next == nil {
		if it.src.running {
			return rt.Value{}, false, t.RuntimeErrorf("cannot re-enter the tee iterator")
		}
		it.src.running = true
		v, ok, err := t.Next(it.src.it)
		it.src.running = false
		if err != nil || !ok {
			return rt.Value{}, false, err
		}
		c.v, c.next = v, &teeCell{}
	}
	it.cell = c.next
	return c.v, true, nil
}
