package elementary

import (
	"math"
	"math/big"
	"sync"
)

// Trigonometric functions.

// sincos is the sine and cosine of r, |r| at most a little above pi/4, by their
// series, of which the higher terms need few bits.
func sincos(r double) (sin, cos double) {
	f := &inverseFactorials
	sq := r.mul(r)
	s, c := 0.0, 0.0
	for n := 27; n >= 17; n -= 2 {
		s = f[n].hi - float64(sq.hi*s)
		c = f[n+1].hi - float64(sq.hi*c)
	}
	sum := f[15].sub(sq.mulFloat(s))
	for n := 13; n >= 1; n -= 2 {
		sum = f[n].sub(sq.mul(sum))
	}
	sin = r.mul(sum)
	sum = f[16].sub(sq.mulFloat(c))
	for n := 14; n >= 0; n -= 2 {
		sum = f[n].sub(sq.mul(sum))
	}
	return sin, sum
}

// reduce is x less a multiple of pi/2, at most about pi/4, and which multiple.
func reduce(x float64) (r double, quadrant int) {
	n := math.RoundToEven(x / (math.Pi / 2))
	if math.Abs(n) > 1<<20 {
		return reduceBig(x)
	}
	r = twoProd(n, -0x1.921fb54442d18p+0).addFloat(x)
	r = r.add(twoProd(n, -0x1.1a62633145c07p-54)).add(twoProd(n, 0x1.f1976b7ed8fbcp-110))
	return r, int(n) & 3
}

// halfPi is pi/2 with enough bits for the largest float.
var halfPi = sync.OnceValue(func() *big.Float {
	const bits = 1300
	// Machin: pi/4 = 4 arctan(1/5) - arctan(1/239)
	arctan := func(n int64) *big.Int {
		t := new(big.Int).Lsh(big.NewInt(1), bits)
		t.Div(t, big.NewInt(n))
		sum := new(big.Int).Set(t)
		for k := int64(1); t.Sign() != 0; k++ {
			t.Div(t, big.NewInt(n*n))
			term := new(big.Int).Div(t, big.NewInt(2*k+1))
			if k%2 == 1 {
				term.Neg(term)
			}
			sum.Add(sum, term)
		}
		return sum
	}
	q := arctan(5)
	q.Lsh(q, 2).Sub(q, arctan(239)).Lsh(q, 1)
	f := new(big.Float).SetPrec(bits).SetInt(q)
	return f.SetMantExp(f, -bits)
})

// reduceBig is reduce for large x.
func reduceBig(x float64) (r double, quadrant int) {
	f := new(big.Float).SetPrec(1300).SetFloat64(x)
	q := new(big.Float).SetPrec(1300).Quo(f, halfPi())
	half := big.NewFloat(math.Copysign(0.5, x))
	n, _ := q.Add(q, half).Int(nil)
	rest := f.Sub(f, new(big.Float).SetPrec(1300).Mul(new(big.Float).SetPrec(1300).SetInt(n), halfPi()))
	r.hi, _ = rest.Float64()
	r.lo, _ = rest.Sub(rest, big.NewFloat(r.hi)).Float64()
	return r, int(new(big.Int).And(n, big.NewInt(3)).Int64())
}

// trig is the sine and cosine of x, which is finite.
func trig(x float64) (sin, cos double) {
	if math.Abs(x) < math.Pi/4 {
		return sincos(double{x, 0})
	}
	r, quadrant := reduce(x)
	sin, cos = sincos(r)
	switch quadrant {
	case 1:
		return cos, sin.neg()
	case 2:
		return sin.neg(), cos.neg()
	case 3:
		return cos.neg(), sin
	}
	return sin, cos
}

// tiny says whether x is so small that it is the float nearest to its sine,
// tangent and the like.
func tiny(x float64) bool { return math.Abs(x) < 0x1p-30 }

// finite says whether x is a number that has a sine.
func finite(x float64) bool { return x-x == 0 }

// Sin is the sine of x.
func Sin(x float64) float64 {
	if tiny(x) {
		return x
	}
	if !finite(x) {
		return math.NaN()
	}
	if s, ok := trigQuick(x, 0); ok {
		return s
	}
	s, _ := trig(x)
	return s.float()
}

// Cos is the cosine of x.
func Cos(x float64) float64 {
	if !finite(x) {
		return math.NaN()
	}
	if c, ok := trigQuick(x, 1); ok {
		return c
	}
	_, c := trig(x)
	return c.float()
}

// Tan is the tangent of x.
func Tan(x float64) float64 {
	if tiny(x) {
		return x
	}
	if !finite(x) {
		return math.NaN()
	}
	s, c := trig(x)
	return s.div(c).float()
}

// angle is the angle of the point (c, s), which y approximates: the tangent of
// what is missing comes from the addition theorem.
func angle(y float64, s, c double) float64 {
	ys, yc := trig(y)
	d := s.mul(yc).sub(c.mul(ys)).div(c.mul(yc).add(s.mul(ys)))
	return d.addFloat(y).float()
}

// Atan is the angle whose tangent is x.
func Atan(x float64) float64 {
	if tiny(x) {
		return x
	}
	if !(math.Abs(x) < 0x1p60) {
		return math.Atan(x)
	}
	return angle(math.Atan(x), double{x, 0}, double{1, 0})
}

// Asin is the angle whose sine is x.
func Asin(x float64) float64 {
	if tiny(x) {
		return x
	}
	if !(math.Abs(x) < 1) {
		return math.Asin(x)
	}
	return angle(math.Asin(x), double{x, 0}, twoSum(1, -x).mul(twoSum(1, x)).sqrt())
}

// Acos is the angle whose cosine is x.
func Acos(x float64) float64 {
	if !(math.Abs(x) < 1) {
		return math.Acos(x)
	}
	return angle(math.Acos(x), twoSum(1, -x).mul(twoSum(1, x)).sqrt(), double{x, 0})
}

// Atan2 is the angle of the point (x, y).
func Atan2(y, x float64) float64 {
	a := math.Atan2(y, x)
	ax, ay := math.Abs(x), math.Abs(y)
	if a != a || ax == 0 || ay == 0 || math.IsInf(ax, 0) || math.IsInf(ay, 0) {
		return a
	}
	if r := ay / ax; r < 0x1p-100 && x < 0 {
		return math.Copysign(math.Pi, y)
	} else if r < 0x1p-100 || r > 0x1p100 {
		return a
	}
	// Both in the middle of the range, so that no product leaves it.
	_, e := math.Frexp(math.Max(ax, ay))
	return angle(a, double{math.Ldexp(y, -e), 0}, double{math.Ldexp(x, -e), 0})
}
