package elementary

import (
	"math"
	"sync"
)

// The exponential function and its kin.

// ln2 in three parts, the sum of which has about 160 bits.
const (
	ln2a = 0x1.62e42fefa39efp-1
	ln2b = 0x1.abc9e3b39803fp-56
	ln2c = 0x1.7b57a079a1934p-111
)

// expParts is e**x as (1+p) * 2**k for |x| < 800. Where k is 0, p is as exact in
// proportion as e**x is.
func expParts(x double) (p double, k int) {
	p, n := expSteps(x)
	if j := n & (expTableSize - 1); j != 0 {
		// T*(1+p) - 1 with T = 2**(j/size)
		t := expTable()[j]
		p = t.mul(p).add(t.addFloat(-1))
	}
	return p, n >> expTableBits
}

const (
	expTableBits = 5
	expTableSize = 1 << expTableBits
)

// expSteps is e**x as (1+p) * 2**(n/expTableSize), |p| being small: its series
// needs few terms, of which the higher need few bits.
func expSteps(x double) (p double, n int) {
	const step = 1.0 / expTableSize
	s := math.RoundToEven(x.hi * (expTableSize / ln2a))
	r := x.sub(twoProd(s, ln2a*step)).sub(twoProd(s, ln2b*step)).addFloat(-float64(s * (ln2c * step)))
	f := &inverseFactorials
	t := f[9].hi
	for i := 8; i >= 5; i-- {
		t = f[i].hi + float64(r.hi*t)
	}
	sum := f[4].add(r.mulFloat(t))
	for i := 3; i >= 1; i-- {
		sum = f[i].add(r.mul(sum))
	}
	return r.mul(sum), int(s)
}

// expTable has 2**(j/expTableSize).
var expTable = sync.OnceValue(func() *[expTableSize]double {
	table := &[expTableSize]double{{1, 0}}
	// From the square root of 2 on, each half as far apart.
	root := double{2, 0}
	for gap := expTableSize; gap > 1; gap /= 2 {
		root = root.sqrt()
		for j := gap / 2; j < expTableSize; j += gap {
			table[j] = table[j-gap/2].mul(root)
		}
	}
	return table
})

// exp is e**x; beyond the range it is infinite or 0.
func (x double) exp() float64 {
	switch {
	case x.hi > 710:
		return math.Inf(1)
	case x.hi < -746:
		return 0
	}
	p, k := expParts(x)
	return ldexp(p.addFloat(1), k)
}

// ldexp is a * 2**k, rounded once also where the result is subnormal.
func ldexp(a double, k int) float64 {
	f := a.float()
	if _, e := math.Frexp(f); e+k > -1021 || f == 0 {
		return math.Ldexp(f, k)
	}
	// Adding a number whose last place is that of the subnormals rounds a there.
	big := math.Ldexp(1.5, -1022-k)
	s := twoSum(big, a.hi)
	return math.Ldexp((s.hi-big)+rounded(s, a.lo, k), k)
}

// rounded is the correction, 0 or one unit, that the lost part of a sum asks for.
func rounded(s double, lo float64, k int) float64 {
	unit := math.Ldexp(1, -1074-k)
	rest := s.lo + lo
	switch {
	case rest > unit/2 || rest == unit/2 && lo > 0:
		return unit
	case rest < -unit/2 || rest == -unit/2 && lo < 0:
		return -unit
	}
	return 0
}

// Exp is e**x.
func Exp(x float64) float64 {
	if x != x || math.IsInf(x, 0) || x == 0 {
		return math.Exp(x)
	}
	return double{x, 0}.exp()
}

// Exp2 is 2**x.
func Exp2(x float64) float64 {
	if x != x || math.Abs(x) > 1100 {
		return math.Exp2(x)
	}
	n := math.RoundToEven(x)
	p, k := expParts(double{ln2a, ln2b}.mulFloat(x - n))
	return ldexp(p.addFloat(1), k+int(n))
}

// expm1 is e**x - 1 for |x| < 700.
func (x double) expm1() double {
	p, k := expParts(x)
	if k == 0 {
		return p
	}
	return p.addFloat(1).scale(math.Ldexp(1, k)).addFloat(-1)
}
