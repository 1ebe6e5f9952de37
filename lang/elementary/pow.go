package elementary

import "math"

// Powers and roots.

// Pow is x**y with the special cases of C's pow.
func Pow(x, y float64) float64 {
	switch {
	case y == 1:
		return x
	case y == 2:
		return x * x
	case x == 0 || x == 1 || y == 0 || x != x || y != y || math.IsInf(x, 0) || math.IsInf(y, 0):
		return math.Pow(x, y)
	}
	a := math.Abs(x)
	if x < 0 && y != math.Trunc(y) {
		return math.NaN()
	}
	var z float64
	switch l := (double{a, 0}).log().mulFloat(y); {
	case y == 0.5:
		z = math.Sqrt(a)
	case l.hi > 710:
		z = math.Inf(1)
	case l.hi < -746:
		z = 0
	default:
		z = l.exp()
	}
	if x < 0 && math.Mod(y, 2) != 0 {
		z = -z
	}
	return z
}

// Cbrt is the cube root of x.
func Cbrt(x float64) float64 {
	y := math.Cbrt(x)
	if y != y || y == 0 || math.IsInf(y, 0) {
		return y
	}
	// Newton's method, on a number in the middle of the range.
	_, e := math.Frexp(x)
	e = e / 3
	x, y = math.Ldexp(x, -3*e), math.Ldexp(y, -e)
	sq := twoProd(y, y)
	rest := sq.mulFloat(y).addFloat(-x)
	return math.Ldexp(y-rest.hi/(3*sq.hi), e)
}

// Hypot is the square root of the sum of the squares.
func Hypot(xs ...float64) float64 {
	big := 0.0
	nan := false
	for _, x := range xs {
		if math.IsInf(x, 0) {
			return math.Inf(1)
		}
		nan = nan || x != x
		big = math.Max(big, math.Abs(x))
	}
	if nan {
		return math.NaN()
	}
	if big == 0 {
		return 0
	}
	_, e := math.Frexp(big)
	var sum double
	for _, x := range xs {
		x = math.Ldexp(x, -e)
		sum = sum.add(twoProd(x, x))
	}
	return ldexp(sum.sqrt(), e)
}
