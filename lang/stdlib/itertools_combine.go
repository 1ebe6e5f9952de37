package stdlib

import rt "github.com/coro-lang/coro/lang/runtime"

// itertools: the combinatoric iterators. Each keeps the positions of its last
// result.

// productIter is product.
type productIter struct {
	rt.Hdr
	pools [][]rt.Value
	at    []int // nil before the first result
	done  bool
}

// selectIter is permutations and the two kinds of combinations.
type selectIter struct {
	rt.Hdr
	pool   []rt.Value
	r      int
	at     []int // nil before the first result
	cycles []int // permutations only
	done   bool
}

// picked is the items of the pool at the positions.
func (s *selectIter) picked() rt.Value {
	items := make([]rt.Value, s.r)
	for i := range items {
		items[i] = s.pool[s.at[i]]
	}
	return rt.NewTuple(items)
}

func init() {
	iterator[productIter]{
		module: "itertools", name: "product", params: "*iterables, repeat=1", new: newProduct, next: productNext,
		args: func(_ *rt.Thread, p *productIter) ([]rt.Value, error) {
			if p.done && p.at != nil {
				return []rt.Value{rt.NewTuple(nil)}, nil
			}
			args := make([]rt.Value, len(p.pools))
			for i, pool := range p.pools {
				args[i] = rt.NewTuple(pool)
			}
			return args, nil
		},
		state: func(p *productIter) rt.Value {
			if p.at == nil || p.done {
				return rt.Missing
			}
			return positions(p.at)
		},
		setState: func(t *rt.Thread, p *productIter, state rt.Value) error {
			at, err := indices(t, state, len(p.pools), func(i int) int { return len(p.pools[i]) - 1 })
			p.at = at
			return err
		},
	}.define(&productType)
	iterator[selectIter]{
		module: "itertools", name: "permutations", params: "iterable, r=None",
		new: func(t *rt.Thread, h rt.Hdr, a []rt.Value) (*selectIter, error) {
			pool, err := t.Collect(a[0])
			if err != nil {
				return nil, err
			}
			r := a[1].Or(rt.None)
			if _, ok, _ := t.Index(r); !ok && !r.IsNone() {
				return nil, t.TypeErrorf("Expected int as r")
			}
			return newSelect(t, h, rt.NewList(pool), r)
		},
		next: permutationsNext, args: selectArgs,
		state: func(s *selectIter) rt.Value {
			if s.at == nil || s.done {
				return rt.Missing
			}
			return rt.NewPair(positions(s.at), positions(s.cycles))
		},
		setState: func(t *rt.Thread, s *selectIter, state rt.Value) error {
			pair, err := stateTuple(t, state, 2)
			if err != nil {
				return err
			}
			n := len(s.pool)
			at, err := indices(t, pair[0], n, func(int) int { return n - 1 })
			if err != nil {
				return err
			}
			cycles, err := indices(t, pair[1], s.r, func(i int) int { return n - i })
			if err == nil {
				s.at, s.cycles = at, cycles
			}
			return err
		},
	}.define(&permutationsType)
	iterator[selectIter]{
		module: "itertools", name: "combinations", params: "iterable, r",
		new: newCombinations, next: combinationsNext, args: selectArgs, state: selectState,
		setState: func(t *rt.Thread, s *selectIter, state rt.Value) (err error) {
			s.at, err = indices(t, state, s.r, func(i int) int { return i + len(s.pool) - s.r })
			return err
		},
	}.define(&combinationsType)
	iterator[selectIter]{
		module: "itertools", name: "combinations_with_replacement", params: "iterable, r",
		new: newCombinations, next: combinations2Next, args: selectArgs, state: selectState,
		setState: func(t *rt.Thread, s *selectIter, state rt.Value) (err error) {
			s.at, err = indices(t, state, s.r, func(int) int { return len(s.pool) - 1 })
			return err
		},
	}.define(&combinations2Typ)
}

// positions is a state: the numbers as a tuple.
func positions(at []int) rt.Value {
	items := make([]rt.Value, len(at))
	for i, n := range at {
		items[i] = rt.Int(int64(n))
	}
	return rt.NewTuple(items)
}

// indices are the n numbers of a state; number i is at most last(i).
func indices(t *rt.Thread, state rt.Value, n int, last func(i int) int) ([]int, error) {
	tuple := rt.AsTuple(state)
	if tuple == nil || len(tuple.Items()) != n {
		return nil, t.ValueErrorf("invalid arguments")
	}
	at := make([]int, n)
	for i, item := range tuple.Items() {
		k, err := t.IntArg(item)
		if err != nil {
			return nil, err
		}
		at[i] = int(min(max(k, 0), max(int64(last(i)), 0)))
	}
	return at, nil
}

// selectArgs are the arguments that make permutations or combinations again.
func selectArgs(_ *rt.Thread, s *selectIter) ([]rt.Value, error) {
	pool := s.pool
	if s.done {
		pool = nil
	}
	return []rt.Value{rt.NewTuple(pool), rt.Int(int64(s.r))}, nil
}

// selectState is the state of combinations.
func selectState(s *selectIter) rt.Value {
	if s.at == nil || s.done {
		return rt.Missing
	}
	return positions(s.at)
}

func newProduct(t *rt.Thread, h rt.Hdr, a []rt.Value) (*productIter, error) {
	repeat := int64(1)
	if !a[1].IsMissing() {
		var err error
		if repeat, err = t.IntArg(a[1]); err != nil {
			return nil, err
		}
	}
	if repeat < 0 {
		return nil, t.ValueErrorf("repeat argument cannot be negative")
	}
	iterables := rt.AsTuple(a[0]).Items()
	if repeat == 0 {
		iterables = nil // which nobody then asks for their items
	}
	if n := int64(len(iterables)); n > 0 && repeat > 1<<40/n {
		return nil, t.OverflowErrorf("repeat argument too large")
	}
	if err := t.Reserve(len(iterables) * int(repeat) * 24); err != nil {
		return nil, err
	}
	p := &productIter{Hdr: h}
	for _, v := range iterables {
		pool, err := t.Collect(v)
		if err != nil {
			return nil, err
		}
		p.pools = append(p.pools, pool)
		p.done = p.done || len(pool) == 0
	}
	once := p.pools
	if len(once) > 0 {
		for ; repeat > 1; repeat-- {
			p.pools = append(p.pools, once...)
		}
	}
	return p, nil
}

func productNext(t *rt.Thread, p *productIter) (rt.Value, bool, error) {
	if p.done {
		p.at = []int{} // it was asked
		return rt.Value{}, false, nil
	}
	if p.at == nil {
		p.at = make([]int, len(p.pools))
	} else {
		i := len(p.at) - 1
		for ; i >= 0; i-- {
			if p.at[i]++; p.at[i] < len(p.pools[i]) {
				break
			}
			p.at[i] = 0
		}
		if i < 0 {
			p.done = true
			return rt.Value{}, false, nil
		}
	}
	items := make([]rt.Value, len(p.at))
	for i, j := range p.at {
		items[i] = p.pools[i][j]
	}
	return rt.NewTuple(items), true, nil
}

func newCombinations(t *rt.Thread, h rt.Hdr, a []rt.Value) (*selectIter, error) {
	r, err := t.AnyInt(a[1])
	if err != nil {
		return nil, err
	}
	return newSelect(t, h, a[0], r)
}

// newSelect makes a selection of r items; r None means all.
func newSelect(t *rt.Thread, h rt.Hdr, iterable, r rt.Value) (*selectIter, error) {
	n := int64(0)
	if !r.IsNone() {
		var err error
		if n, err = t.IntArg(r); err != nil {
			return nil, err
		}
	}
	pool, err := t.Collect(iterable)
	if err != nil {
		return nil, err
	}
	if n < 0 {
		return nil, t.ValueErrorf("r must be non-negative")
	}
	if r.IsNone() {
		n = int64(len(pool))
	}
	return &selectIter{Hdr: h, pool: pool, r: int(n)}, nil
}

// begin makes the first positions.
func (s *selectIter) begin(t *rt.Thread, first func(i int) int, n int) error {
	if err := t.Reserve(min(n, 1<<50) * 8); err != nil {
		return err
	}
	s.at = make([]int, n)
	for i := range s.at {
		s.at[i] = first(i)
	}
	return nil
}

func upTo(i int) int { return i }

func permutationsNext(t *rt.Thread, s *selectIter) (rt.Value, bool, error) {
	n := len(s.pool)
	switch {
	case s.done || s.r > n:
		return rt.Value{}, false, nil
	case s.at == nil:
		if err := s.begin(t, upTo, n); err != nil {
			return rt.Value{}, false, err
		}
		s.cycles = make([]int, s.r)
		for i := range s.cycles {
			s.cycles[i] = n - i
		}
		return s.picked(), true, nil
	}
	for i := s.r - 1; i >= 0; i-- {
		if s.cycles[i]--; s.cycles[i] > 0 {
			j := n - s.cycles[i]
			s.at[i], s.at[j] = s.at[j], s.at[i]
			return s.picked(), true, nil
		}
		first := s.at[i]
		copy(s.at[i:], s.at[i+1:])
		s.at[n-1] = first
		s.cycles[i] = n - i
	}
	s.done = true
	return rt.Value{}, false, nil
}

func combinationsNext(t *rt.Thread, s *selectIter) (rt.Value, bool, error) {
	n := len(s.pool)
	switch {
	case s.done || s.r > n:
		return rt.Value{}, false, nil
	case s.at == nil:
		if err := s.begin(t, upTo, s.r); err != nil {
			return rt.Value{}, false, err
		}
		return s.picked(), true, nil
	}
	i := s.r - 1
	for i >= 0 && s.at[i] == i+n-s.r {
		i--
	}
	if i < 0 {
		s.done = true
		return rt.Value{}, false, nil
	}
	s.at[i]++
	for i++; i < s.r; i++ {
		s.at[i] = s.at[i-1] + 1
	}
	return s.picked(), true, nil
}

func combinations2Next(t *rt.Thread, s *selectIter) (rt.Value, bool, error) {
	n := len(s.pool)
	switch {
	case s.done || n == 0 && s.r > 0:
		return rt.Value{}, false, nil
	case s.at == nil:
		if err := s.begin(t, func(int) int { return 0 }, s.r); err != nil {
			return rt.Value{}, false, err
		}
		return s.picked(), true, nil
	}
	i := s.r - 1
	for i >= 0 && s.at[i] == n-1 {
		i--
	}
	if i < 0 {
		s.done = true
		return rt.Value{}, false, nil
	}
	for j := s.at[i] + 1; i < s.r; i++ {
		s.at[i] = j
	}
	return s.picked(), true, nil
}
