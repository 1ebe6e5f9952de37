package stdlib

import (
	"math"
	"math/big"
	"sort"

	"github.com/coro-lang/coro/lang/compiler"
	"github.com/coro-lang/coro/lang/elementary"
	rt "github.com/coro-lang/coro/lang/runtime"
)

// Module random: whole numbers and choices.

var randomChoiceMethods = []rt.Method{
	{Name: "randrange", Sig: "start, stop=None, step=1", Python: true, Fn: randomRandRange},
	{Name: "randint", Sig: "a, b", Python: true, Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		stop, err := t.Binary(compiler.Add, a[2], rt.Int(1), false)
		if err != nil {
			// CPython complains of the lower bound first if it is no integer, either.
			if _, lower := t.BigArg(a[1]); lower != nil {
				err = lower
			} else if _, upper := t.BigArg(a[2]); upper != nil {
				err = upper
			}
			return rt.Value{}, err
		}
		return randomRandRange(t, []rt.Value{a[0], a[1], stop, rt.Missing})
	}},
	{Name: "choice", Sig: "seq", Python: true, Fn: randomChoice},
	{Name: "choices", Sig: "population, weights=None, *, cum_weights=None, k=1", Python: true, Fn: randomChoices},
	{Name: "shuffle", Sig: "x", Python: true, Fn: randomShuffle},
	{Name: "sample", Sig: "population, k, *, counts=None", Python: true, Fn: randomSample},
}

// source draws for one call of a method: from the generator itself, or by the
// methods that a subclass has in place of Random's.
type source struct {
	t    *rt.Thread
	self rt.Value
	r    *randomObj
	own  bool // a subclass: ask its methods
}

func sourceOf(t *rt.Thread, self rt.Value) source {
	return source{t, self, randomOf(self), self.Type().IsHeap()}
}

// unit is self.random().
func (s source) unit() (float64, error) {
	if !s.own {
		return s.r.unit(s.t), nil
	}
	v, err := s.t.CallMethod(s.self, "random")
	if err != nil {
		return 0, err
	}
	return s.t.FloatArg(v)
}

// below is a number in [0, n): bits are drawn until they are below n.
func (s source) below(n int) (int, error) {
	if s.own || s.r.system {
		b, err := s.belowBig(big.NewInt(int64(n)))
		if err != nil {
			return 0, err
		}
		return int(b.Int64()), nil
	}
	k := 0
	for n>>k != 0 {
		k++
	}
	for {
		if x := s.r.bits(k); x < uint64(n) {
			if s.t.VM.Policy != nil && n < 1<<53 {
				x = uint64(s.r.asked(s.t, uint64(n), float64(x)))
			}
			return int(x), nil
		}
	}
}

func (s source) belowBig(n *big.Int) (*big.Int, error) {
	for {
		if err := s.t.Poll(); err != nil {
			return nil, err
		}
		var x *big.Int
		if s.own {
			v, err := s.t.CallMethod(s.self, "getrandbits", rt.Int(int64(n.BitLen())))
			if err != nil {
				return nil, err
			}
			if x, err = s.t.BigArg(v); err != nil {
				return nil, err
			}
		} else {
			x = s.r.randBits(s.t, n.BitLen())
		}
		if x.Cmp(n) < 0 {
			return x, nil
		}
	}
}

func randomRandRange(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := sourceOf(t, a[0])
	start, err := t.BigArg(a[1])
	if err != nil {
		return rt.Value{}, err
	}
	if a[2].Or(rt.None).IsNone() {
		if !a[3].IsMissing() && a[3] != rt.Int(1) {
			return rt.Value{}, t.TypeErrorf("Missing a non-None stop argument")
		}
		if start.Sign() <= 0 {
			return rt.Value{}, t.ValueErrorf("empty range for randrange()")
		}
		return s.from(new(big.Int), start, big.NewInt(1))
	}
	stop, err := t.BigArg(a[2])
	if err != nil {
		return rt.Value{}, err
	}
	step, err := t.BigArg(a[3].Or(rt.Int(1)))
	if err != nil {
		return rt.Value{}, err
	}
	width := new(big.Int).Sub(stop, start)
	switch step.Sign() {
	case 0:
		return rt.Value{}, t.ValueErrorf("zero step for randrange()")
	case 1:
		width.Add(width, step).Sub(width, big.NewInt(1))
	default:
		width.Add(width, step).Add(width, big.NewInt(1))
	}
	n := width.Quo(width, step)
	if n.Sign() <= 0 {
		if step.IsInt64() && step.Int64() == 1 {
			return rt.Value{}, t.ValueErrorf("empty range in randrange(%s, %s)", start, stop)
		}
		return rt.Value{}, t.ValueErrorf("empty range in randrange(%s, %s, %s)", start, stop, step)
	}
	return s.from(start, n, step)
}

// from is start plus one of n steps.
func (s source) from(start, n, step *big.Int) (rt.Value, error) {
	if n.IsInt64() && start.IsInt64() && n.Int64() < 1<<62 && step.IsInt64() && step.Int64() == 1 {
		x, err := s.below(int(n.Int64()))
		if sum := start.Int64() + int64(x); sum >= start.Int64() {
			return rt.Int(sum), err
		}
		return rt.NewInt(new(big.Int).Add(start, big.NewInt(int64(x)))), err
	}
	x, err := s.belowBig(n)
	if err != nil {
		return rt.Value{}, err
	}
	return rt.NewInt(new(big.Int).Add(start, new(big.Int).Mul(x, step))), nil
}

func randomChoice(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n, err := t.Len(a[1])
	if err != nil {
		return rt.Value{}, err
	}
	if n == 0 {
		return rt.Value{}, t.IndexErrorf("Cannot choose from an empty sequence")
	}
	i, err := sourceOf(t, a[0]).below(n)
	if err != nil {
		return rt.Value{}, err
	}
	return t.GetItem(a[1], rt.Int(int64(i)))
}

func randomShuffle(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := sourceOf(t, a[0])
	n, err := t.Len(a[1])
	if err != nil {
		return rt.Value{}, err
	}
	for i := n - 1; i > 0; i-- {
		j, err := s.below(i + 1)
		if err != nil {
			return rt.Value{}, err
		}
		x, err := t.GetItem(a[1], rt.Int(int64(i)))
		if err != nil {
			return rt.Value{}, err
		}
		y, err := t.GetItem(a[1], rt.Int(int64(j)))
		if err != nil {
			return rt.Value{}, err
		}
		if err := t.SetItem(a[1], rt.Int(int64(i)), y); err != nil {
			return rt.Value{}, err
		}
		if err := t.SetItem(a[1], rt.Int(int64(j)), x); err != nil {
			return rt.Value{}, err
		}
	}
	return rt.None, nil
}

func randomSample(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := sourceOf(t, a[0])
	if !t.IsSequence(a[1]) {
		return rt.Value{}, t.TypeErrorf("Population must be a sequence.  For dicts or sets, use sorted(d).")
	}
	n, err := t.Len(a[1])
	if err != nil {
		return rt.Value{}, err
	}
	var ends []int64 // with counts: where the copies of each item end
	if counts := a[3].Or(rt.None); !counts.IsNone() {
		if ends, err = countEnds(t, counts, n); err != nil {
			return rt.Value{}, err
		}
		n = int(ends[len(ends)-1])
	}
	if ok, err := t.CompareBool(compiler.Le, rt.Int(0), a[2]); err != nil || !ok {
		return rt.Value{}, sampleError(t, err)
	}
	if ok, err := t.CompareBool(compiler.Le, a[2], rt.Int(int64(n))); err != nil || !ok {
		return rt.Value{}, sampleError(t, err)
	}
	if f := a[2]; f.IsFloat() {
		return rt.Value{}, t.TypeErrorf("can't multiply sequence by non-int of type 'float'")
	}
	k, err := t.IntArg(a[2])
	if err != nil {
		return rt.Value{}, err
	}
	picks, err := s.picks(n, int(k))
	if err != nil {
		return rt.Value{}, err
	}
	items := make([]rt.Value, k)
	for i, p := range picks {
		if ends != nil {
			p = sort.Search(len(ends), func(j int) bool { return ends[j] > int64(p) })
		}
		if items[i], err = t.GetItem(a[1], rt.Int(int64(p))); err != nil {
			return rt.Value{}, err
		}
	}
	return rt.NewList(items), nil
}

func sampleError(t *rt.Thread, err error) error {
	if err != nil {
		return err
	}
	return t.ValueErrorf("Sample larger than population or is negative")
}

// countEnds adds the counts of n items up.
func countEnds(t *rt.Thread, counts rt.Value, n int) ([]int64, error) {
	var ends []int64
	sum := int64(0)
	err := t.Each(counts, func(v rt.Value) error {
		if _, ok := rt.IntOf(v); !ok {
			return t.TypeErrorf("Counts must be integers")
		}
		c, err := t.IntArg(v)
		sum += c
		ends = append(ends, sum)
		return err
	})
	if err == nil && len(ends) != n {
		err = t.ValueErrorf("The number of counts does not match the population")
	}
	if err == nil && (len(ends) == 0 || sum <= 0) {
		err = t.ValueErrorf("Total of counts must be greater than zero")
	}
	return ends, err
}

// picks is k different numbers below n, in the order in which they are drawn.
func (s source) picks(n, k int) ([]int, error) {
	if err := s.t.Reserve(16 * k); err != nil {
		return nil, err
	}
	picks := make([]int, k)
	// As many items as a set of k would take up are copied, else the set is kept.
	size := 21
	if k > 5 {
		size += int(math.Pow(4, math.Ceil(elementary.Log(float64(k*3))/elementary.Log(4))))
	}
	if n <= size {
		pool := make([]int, n)
		for i := range pool {
			pool[i] = i
		}
		for i := range picks {
			j, err := s.below(n - i)
			if err != nil {
				return nil, err
			}
			picks[i] = pool[j]
			pool[j] = pool[n-i-1]
		}
		return picks, nil
	}
	taken := make(map[int]bool, k)
	for i := range picks {
		for {
			j, err := s.below(n)
			if err != nil {
				return nil, err
			}
			if !taken[j] {
				taken[j] = true
				picks[i] = j
				break
			}
		}
	}
	return picks, nil
}

func randomChoices(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := sourceOf(t, a[0])
	n, err := t.Len(a[1])
	if err != nil {
		return rt.Value{}, err
	}
	weights, cum := a[2].Or(rt.None), a[3].Or(rt.None)
	var ends []float64
	switch {
	case !cum.IsNone() && !weights.IsNone():
		return rt.Value{}, t.TypeErrorf("Cannot specify both weights and cumulative weights")
	case !weights.IsNone():
		if k, ok := rt.IntOf(weights); ok {
			shown, err := t.Repr(k)
			if err == nil {
				err = t.TypeErrorf("The number of choices must be a keyword argument: k=%s", shown)
			}
			return rt.Value{}, err
		}
		ends, err = addUp(t, weights)
	case !cum.IsNone():
		ends, err = floatItems(t, cum)
	}
	if err != nil {
		return rt.Value{}, err
	}
	if weights != rt.None || cum != rt.None {
		if len(ends) != n {
			return rt.Value{}, t.ValueErrorf("The number of weights does not match the population")
		}
		if n == 0 {
			return rt.Value{}, t.IndexErrorf("list index out of range")
		}
		if total := ends[n-1]; total <= 0 {
			return rt.Value{}, t.ValueErrorf("Total of weights must be greater than zero")
		} else if total-total != 0 {
			return rt.Value{}, t.ValueErrorf("Total of weights must be finite")
		}
	}
	k, err := t.IntArg(a[4].Or(rt.Int(1)))
	if err != nil {
		return rt.Value{}, err
	}
	if err := t.Reserve(16 * int(max(k, 0))); err != nil {
		return rt.Value{}, err
	}
	items := make([]rt.Value, max(k, 0))
	for i := range items {
		u, err := s.unit()
		if err != nil {
			return rt.Value{}, err
		}
		at := int(math.Floor(u * float64(n)))
		if ends != nil {
			u *= ends[n-1]
			at = sort.Search(n-1, func(j int) bool { return ends[j] > u })
		}
		if items[i], err = t.GetItem(a[1], rt.Int(int64(at))); err != nil {
			return rt.Value{}, err
		}
	}
	return rt.NewList(items), nil
}

// addUp is the running totals of numbers, added as Python adds them.
func addUp(t *rt.Thread, v rt.Value) ([]float64, error) {
	var ends []float64
	var sum rt.Value
	err := t.Each(v, func(w rt.Value) (err error) {
		if sum = w; len(ends) > 0 {
			if sum, err = t.Binary(compiler.Add, rt.Float(ends[len(ends)-1]), w, false); err != nil {
				return err
			}
		}
		if rt.AsStr(sum) != nil {
			return t.TypeErrorf(`can only concatenate str (not "float") to str`)
		}
		x, err := t.FloatArg(sum)
		ends = append(ends, x)
		return err
	})
	return ends, err
}
