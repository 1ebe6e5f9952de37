package elementary

import "math"

// Hyperbolic functions and logarithms that C libraries take less care of: the
// formulas are the usual ones, so that the last bit is the usual one, too.

// Sinh is the hyperbolic sine of x.
func Sinh(x float64) float64 {
	a := math.Abs(x)
	var y float64
	switch {
	case tiny(x) || !finite(x):
		return x
	case a < 22:
		t := math.Expm1(a)
		if a < 1 {
			y = 0.5 * (2*t - float64(t*t)/(t+1))
		} else {
			y = 0.5 * (t + t/(t+1))
		}
	default:
		y = halfExp(a)
	}
	return math.Copysign(y, x)
}

// Cosh is the hyperbolic cosine of x.
func Cosh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case !finite(x):
		return a
	case a < math.Ln2/2:
		t := math.Expm1(a)
		w := 1 + t
		return 1 + float64(t*t)/(w+w)
	case a < 22:
		t := Exp(a)
		return float64(0.5*t) + 0.5/t
	}
	return halfExp(a)
}

// halfExp is half of e**a, which may be beyond the range when its half is not.
func halfExp(a float64) float64 {
	if a < 709 {
		return 0.5 * Exp(a)
	}
	w := Exp(0.5 * a)
	return float64(0.5*w) * w
}

// Tanh is the hyperbolic tangent of x.
func Tanh(x float64) float64 {
	a := math.Abs(x)
	var y float64
	switch {
	case tiny(x) || x != x:
		return x
	case a < 1:
		t := math.Expm1(-2 * a)
		y = -t / (t + 2)
	case a < 22:
		y = 1 - 2/(math.Expm1(2*a)+2)
	default:
		y = 1
	}
	return math.Copysign(y, x)
}

// Asinh is the inverse hyperbolic sine of x.
func Asinh(x float64) float64 {
	a := math.Abs(x)
	var y float64
	switch {
	case tiny(x) || !finite(x):
		return x
	case a > 1<<28:
		y = Log(a) + math.Ln2
	case a > 2:
		y = Log(float64(2*a) + 1/(math.Sqrt(float64(a*a)+1)+a))
	default:
		t := float64(a * a)
		y = math.Log1p(a + t/(1+math.Sqrt(1+t)))
	}
	return math.Copysign(y, x)
}

// Acosh is the inverse hyperbolic cosine of x.
func Acosh(x float64) float64 {
	switch {
	case !(x > 1) || math.IsInf(x, 0):
		return math.Acosh(x)
	case x > 1<<28:
		return Log(x) + math.Ln2
	case x > 2:
		return Log(float64(2*x) - 1/(x+math.Sqrt(float64(x*x)-1)))
	}
	t := x - 1
	return math.Log1p(t + math.Sqrt(float64(2*t)+float64(t*t)))
}

// Log10 is the logarithm of x to base 10: the power of two and the rest are
// taken apart, so that powers of ten come out whole.
func Log10(x float64) float64 {
	if special(x) {
		return math.Log10(x)
	}
	const (
		log2High = 0x1.34413509f6p-2 // log10(2) in two parts
		log2Low  = 0x1.9fef311f12b36p-42
	)
	m, e := math.Frexp(x)
	e--
	m *= 2
	if e < 0 {
		e++
		m /= 2
	}
	n := float64(e)
	return float64(n*log2Low) + float64(Log(m)*0x1.bcb7b1526e50ep-2) + float64(n*log2High)
}
