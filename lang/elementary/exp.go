package elementary

import "math"

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
	n := math.RoundToEven(x.hi / ln2a)
	r := x.sub(twoProd(n, ln2a)).sub(twoProd(n, ln2b)).addFloat(-float64(n * ln2c))

	// The series for r/256, of which the higher terms need few bits…
	const halvings = 8
	r = r.scale(1.0 / (1 << halvings))
	f := &inverseFactorials
	t := f[6].hi + float64(r.hi*(f[7].hi+float64(r.hi*(f[8].hi+float64(r.hi*f[9].hi)))))
	sum := f[5].add(r.mulFloat(t))
	for i := 4; i >= 1; i-- {
		sum = f[i].add(r.mul(sum))
	}
	p = r.mul(sum)
	// …and squared as often: (1+p)**2 - 1 = 2p + p*p.
	for range halvings {
		p = p.scale(2).add(p.mul(p))
	}
	return p, int(n)
}

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
