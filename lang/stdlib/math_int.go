package stdlib

import (
	"math"
	"math/big"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// Module math: the functions of ints, and rounding to ints.

var mathIntFuncs = []rt.Method{
	{Name: "ceil", Sig: "x, /", Fn: mathRound("__ceil__", math.Ceil)},
	{Name: "comb", Sig: "n, k, /", Fn: mathComb},
	{Name: "factorial", Sig: "n, /", Fn: mathFactorial},
	{Name: "floor", Sig: "x, /", Fn: mathRound("__floor__", math.Floor)},
	{Name: "gcd", Sig: "*integers", Fn: mathGcd},
	{Name: "isqrt", Sig: "n, /", Fn: mathIsqrt},
	{Name: "lcm", Sig: "*integers", Fn: mathLcm},
	{Name: "perm", Sig: "n, k=None, /", Fn: mathPerm},
	{Name: "trunc", Sig: "x, /", Fn: mathTrunc},
}

// mathRound makes floor and ceil: the special method, or f of a float.
func mathRound(method string, f func(float64) float64) rt.Fn {
	name := rt.NewStrObj(method)
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		if a[0].IsSmallInt() {
			return a[0], nil
		}
		if !a[0].IsFloat() {
			if r, ok, err := t.CallSpecial(a[0], name); ok || err != nil {
				return r, err
			}
		}
		x, err := t.FloatArg(a[0])
		if err != nil {
			return rt.Value{}, err
		}
		return t.FloatToInt(f(x))
	}
}

var nameTrunc = rt.NewStrObj("__trunc__")

func mathTrunc(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	if a[0].IsFloat() {
		return t.FloatToInt(a[0].Float64())
	}
	r, ok, err := t.CallSpecial(a[0], nameTrunc)
	if !ok && err == nil {
		err = t.TypeErrorf("type %s doesn't define __trunc__ method", a[0].Type().Name)
	}
	return r, err
}

func mathGcd(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	g := new(big.Int)
	for _, v := range rt.AsTuple(a[0]).Items() {
		n, err := t.BigArg(v)
		if err != nil {
			return rt.Value{}, err
		}
		if err := t.BeforeLong(g.BitLen() + n.BitLen()); err != nil {
			return rt.Value{}, err
		}
		g.GCD(nil, nil, g, new(big.Int).Abs(n))
	}
	return rt.NewInt(g), nil
}

func mathLcm(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	l := big.NewInt(1)
	for _, v := range rt.AsTuple(a[0]).Items() {
		n, err := t.BigArg(v)
		if err != nil {
			return rt.Value{}, err
		}
		if l.Sign() == 0 || n.Sign() == 0 {
			l = new(big.Int)
			continue
		}
		if err := t.BeforeLong(l.BitLen() + n.BitLen()); err != nil {
			return rt.Value{}, err
		}
		n = new(big.Int).Abs(n)
		l.Mul(l, n.Div(n, new(big.Int).GCD(nil, nil, l, n)))
	}
	return rt.NewInt(l), nil
}

func mathIsqrt(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n, err := t.BigArg(a[0])
	if err != nil {
		return rt.Value{}, err
	}
	if n.Sign() < 0 {
		return rt.Value{}, t.ValueErrorf("isqrt() argument must be nonnegative")
	}
	if err := t.BeforeLong(n.BitLen()); err != nil {
		return rt.Value{}, err
	}
	return rt.NewInt(new(big.Int).Sqrt(n)), nil
}

// maxFactors bounds how many factors a product of these functions may have, and
// so how long one call takes.
const maxFactors = 1 << 20

// product is lo * (lo+1) * … * hi, by halves, so that the factors stay alike.
func product(t *rt.Thread, lo, hi *big.Int) (*big.Int, error) {
	n := new(big.Int).Sub(hi, lo)
	if n.Sign() < 0 {
		return big.NewInt(1), nil
	}
	if !n.IsInt64() || n.Int64() > maxFactors {
		return nil, t.MemoryError()
	}
	if err := t.Reserve(int(n.Int64()+1) * (hi.BitLen()/8 + 1)); err != nil {
		return nil, err
	}
	if n.Int64() < 32 {
		p, f := new(big.Int).Set(lo), new(big.Int).Set(lo)
		for range n.Int64() {
			p.Mul(p, f.Add(f, big.NewInt(1)))
		}
		return p, t.Poll()
	}
	mid := new(big.Int).Add(lo, n.Rsh(n, 1))
	left, err := product(t, lo, mid)
	if err != nil {
		return nil, err
	}
	right, err := product(t, mid.Add(mid, big.NewInt(1)), hi)
	if err != nil {
		return nil, err
	}
	if err := t.BeforeLong(left.BitLen() + right.BitLen()); err != nil {
		return nil, err
	}
	return left.Mul(left, right), nil
}

func mathFactorial(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n, err := t.BigArg(a[0])
	if err != nil {
		return rt.Value{}, err
	}
	if n.Sign() < 0 {
		return rt.Value{}, t.ValueErrorf("factorial() not defined for negative values")
	}
	if !n.IsInt64() {
		return rt.Value{}, t.OverflowErrorf("factorial() argument should not exceed %d", int64(math.MaxInt64))
	}
	p, err := product(t, big.NewInt(1), n)
	if err != nil {
		return rt.Value{}, err
	}
	return rt.NewInt(p), nil
}

// chooseArgs are the arguments of comb and perm.
func chooseArgs(t *rt.Thread, a []rt.Value) (n, k *big.Int, err error) {
	if n, err = t.BigArg(a[0]); err != nil {
		return nil, nil, err
	}
	if k, err = t.BigArg(a[1]); err != nil {
		return nil, nil, err
	}
	if n.Sign() < 0 {
		return nil, nil, t.ValueErrorf("n must be a non-negative integer")
	}
	if k.Sign() < 0 {
		return nil, nil, t.ValueErrorf("k must be a non-negative integer")
	}
	return n, k, nil
}

func mathComb(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n, k, err := chooseArgs(t, a)
	if err != nil {
		return rt.Value{}, err
	}
	if n.Cmp(k) < 0 {
		return rt.Int(0), nil
	}
	if rest := new(big.Int).Sub(n, k); rest.Cmp(k) < 0 {
		k = rest
	}
	one := big.NewInt(1)
	top, err := product(t, new(big.Int).Add(new(big.Int).Sub(n, k), one), n)
	if err != nil {
		return rt.Value{}, err
	}
	bottom, err := product(t, one, k)
	if err != nil {
		return rt.Value{}, err
	}
	return rt.NewInt(top.Div(top, bottom)), nil
}

func mathPerm(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	if a[1].Or(rt.None).IsNone() {
		return mathFactorial(t, a)
	}
	n, k, err := chooseArgs(t, a)
	if err != nil {
		return rt.Value{}, err
	}
	if n.Cmp(k) < 0 {
		return rt.Int(0), nil
	}
	p, err := product(t, new(big.Int).Add(new(big.Int).Sub(n, k), big.NewInt(1)), n)
	if err != nil {
		return rt.Value{}, err
	}
	return rt.NewInt(p), nil
}
