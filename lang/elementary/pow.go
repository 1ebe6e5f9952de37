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
	whole := y == math.Trunc(y)
	switch {
	case x < 0 && !whole:
		return math.NaN()
	case y == 0.5:
		return math.Sqrt(x)
	case whole && math.Abs(y) <= maxSquarings:
		if z, ok := powInt(x, int(y)); ok {
			return z
		}
	}
	a := math.Abs(x)
	z, ok := powQuick(a, y)
	if ok {
		if x < 0 && math.Mod(y, 2) != 0 {
			z = -z
		}
		return z
	}
	// Of powers beyond these bounds all are infinite or 0, but for those of 1.
	bounded := max(-1e30, min(y, 1e30))
	switch l := (double{a, 0}).log().mulFloat(bounded); {
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

// maxSquarings is up to which exponent powers are multiplied.
const maxSquarings = 64

// powInt is x**n by squaring; ok is false if that leaves the middle of the range.
func powInt(x float64, n int) (z float64, ok bool) {
	const low, high = 0x1p-900, 0x1p900
	p, sq := double{1, 0}, double{x, 0}
	m := n
	if n < 0 {
		m = -n
	}
	for {
		if m&1 != 0 {
			p = p.mul(sq)
		}
		if m >>= 1; m == 0 {
			break
		}
		sq = sq.mul(sq)
		if a := math.Abs(sq.hi); !(a > low && a < high) {
			return 0, false
		}
	}
	if a := math.Abs(p.hi); !(a > low && a < high) {
		return 0, false
	}
	if n < 0 {
		p = double{1, 0}.div(p)
	}
	return p.float(), true
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
