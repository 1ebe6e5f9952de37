package stdlib

import (
	"math"
	"math/big"

	"github.com/coro-lang/coro/lang/compiler"
	"github.com/coro-lang/coro/lang/elementary"
	rt "github.com/coro-lang/coro/lang/runtime"
)

// Module math: the functions of sequences of numbers.

var mathSumFuncs = []rt.Method{
	{Name: "dist", Sig: "p, q, /", Fn: mathDist},
	{Name: "fsum", Sig: "seq, /", Fn: mathFsum},
	{Name: "hypot", Sig: "*coordinates", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		xs, err := floatItems(t, a[0])
		if err != nil {
			return rt.Value{}, err
		}
		return lengthOf(t, xs)
	}},
	{Name: "prod", Sig: "iterable, /, *, start=1", Fn: mathProd},
	{Name: "sumprod", Sig: "p, q, /", Fn: mathSumprod},
}

// floatItems are the items of an iterable as floats.
func floatItems(t *rt.Thread, v rt.Value) ([]float64, error) {
	var xs []float64
	err := t.Each(v, func(item rt.Value) error {
		x, err := t.FloatArg(item)
		xs = append(xs, x)
		return err
	})
	return xs, err
}

func lengthOf(t *rt.Thread, xs []float64) (rt.Value, error) {
	finite := true
	for _, x := range xs {
		finite = finite && !math.IsInf(x, 0)
	}
	return checked(t, elementary.Hypot(xs...), finite, true, false)
}

func mathDist(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p, err := t.Collect(a[0])
	if err != nil {
		return rt.Value{}, err
	}
	q, err := t.Collect(a[1])
	if err != nil {
		return rt.Value{}, err
	}
	if len(p) != len(q) {
		return rt.Value{}, t.ValueErrorf("both points must have the same number of dimensions")
	}
	d := make([]float64, len(p))
	for i := range p {
		x, err := t.FloatArg(p[i])
		if err != nil {
			return rt.Value{}, err
		}
		y, err := t.FloatArg(q[i])
		if err != nil {
			return rt.Value{}, err
		}
		d[i] = x - y
	}
	return t.Float(elementary.Hypot(d...)), nil
}

func mathFsum(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	xs, err := floatItems(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	special, infinite := 0.0, false
	for _, x := range xs {
		if x-x != 0 {
			special += x
			infinite = infinite || math.IsInf(x, 0)
		}
	}
	if special != 0 || infinite {
		if special != special && infinite && !hasNaN(xs) {
			return rt.Value{}, t.ValueErrorf("-inf + inf in fsum")
		}
		return t.Float(special), nil
	}
	y, err := exactSum(t, xs)
	return t.Float(y), err
}

func hasNaN(xs []float64) bool {
	for _, x := range xs {
		if x != x {
			return true
		}
	}
	return false
}

// exactSum is the float nearest to the sum of finite floats.
func exactSum(t *rt.Thread, xs []float64) (float64, error) {
	// Partial sums that do not overlap, by growing size, together are exact.
	var parts []float64
	for _, x := range xs {
		kept := parts[:0]
		for _, y := range parts {
			if math.Abs(x) < math.Abs(y) {
				x, y = y, x
			}
			hi := x + y
			if lo := y - (hi - x); lo != 0 {
				kept = append(kept, lo)
			}
			x = hi
		}
		if math.IsInf(x, 0) {
			return 0, t.OverflowErrorf("intermediate overflow in fsum")
		}
		parts = append(kept, x)
	}
	sum := new(big.Float).SetPrec(2200)
	for _, x := range parts {
		sum.Add(sum, big.NewFloat(x))
	}
	y, _ := sum.Float64()
	return y, nil
}

func mathProd(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p := a[1].Or(rt.Int(1))
	err := t.Each(a[0], func(item rt.Value) (err error) {
		p, err = t.Binary(compiler.Mul, p, item, false)
		return err
	})
	return p, err
}

func mathSumprod(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p, err := t.Collect(a[0])
	if err != nil {
		return rt.Value{}, err
	}
	q, err := t.Collect(a[1])
	if err != nil {
		return rt.Value{}, err
	}
	n := min(len(p), len(q))
	if len(p) == len(q) {
		if y, ok := floatSumprod(p, q); ok {
			return t.Float(y), nil
		}
	}
	sum := rt.Int(0)
	for i := range n {
		x, err := t.Binary(compiler.Mul, p[i], q[i], false)
		if err != nil {
			return rt.Value{}, err
		}
		if sum, err = t.Binary(compiler.Add, sum, x, false); err != nil {
			return rt.Value{}, err
		}
	}
	if len(p) != len(q) { // which shows when one of them ends
		return rt.Value{}, t.ValueErrorf("Inputs are not the same length")
	}
	return sum, nil
}

// floatSumprod is the rounded exact sum of the products of floats and small ints;
// ok is false for other items, and if there are ints only.
func floatSumprod(p, q []rt.Value) (y float64, ok bool) {
	sum := new(big.Float).SetPrec(4400)
	for i := range p {
		x, y, fine := floatPair(p[i], q[i])
		if !fine {
			return 0, false
		}
		ok = ok || p[i].IsFloat() || q[i].IsFloat()
		sum.Add(sum, new(big.Float).SetPrec(110).Mul(big.NewFloat(x), big.NewFloat(y)))
	}
	y, _ = sum.Float64()
	return y, ok
}

// floatPair is two finite numbers as floats, exactly.
func floatPair(a, b rt.Value) (x, y float64, ok bool) {
	var f [2]float64
	for i, v := range []rt.Value{a, b} {
		switch {
		case v.IsFloat():
			f[i] = v.Float64()
		case v.IsSmallInt():
			f[i] = float64(v.SmallInt())
			if n := v.SmallInt(); n > 1<<53 || n < -1<<53 {
				return 0, 0, false
			}
		default:
			return 0, 0, false
		}
		if f[i]-f[i] != 0 {
			return 0, 0, false
		}
	}
	return f[0], f[1], true
}
