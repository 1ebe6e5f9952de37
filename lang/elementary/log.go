package elementary

import "math"

// Logarithms.

// log1p is the logarithm of 1+f for f > -1, exact in proportion near 0 too. One
// step of Newton's method doubles the bits that package math gives.
func (f double) log1p() double {
	y := math.Log1p(f.hi)
	m := double{-y, 0}.expm1()
	z := f.add(m).add(f.mul(m)) // (1+f) * e**-y - 1
	return double{y, 0}.add(z.sub(z.mul(z).scale(0.5)))
}

// log is the natural logarithm of x > 0.
func (x double) log() double {
	m, e := math.Frexp(x.hi)
	if m < math.Sqrt2/2 {
		e--
	}
	s := math.Ldexp(1, -e)
	if e < -1022 {
		s = math.Ldexp(1, 1022) // of a subnormal, which has no low part
		y := double{x.hi * s, 0}.log()
		return y.sub(double{ln2a, ln2b}.mulFloat(1022))
	}
	y := x.scale(s).addFloat(-1).log1p()
	if e == 0 {
		return y
	}
	n := float64(e)
	return twoProd(n, ln2a).add(twoProd(n, ln2b)).add(y)
}

// special says whether the logarithm of x needs no computing: math knows it.
func special(x float64) bool { return !(x > 0) || math.IsInf(x, 0) }

// Log is the natural logarithm of x.
func Log(x float64) float64 {
	if special(x) {
		return math.Log(x)
	}
	return double{x, 0}.log().float()
}

// Log2 is the logarithm of x to base 2.
func Log2(x float64) float64 {
	if special(x) {
		return math.Log2(x)
	}
	// Whole powers of two are exact, the fraction is not near one.
	m, e := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m *= 2
		e--
	}
	return double{m, 0}.log().mul(double{0x1.71547652b82fep+0, 0x1.777d0ffda0d24p-56}).addFloat(float64(e)).float()
}
