package elementary

import (
	"math"
	"math/big"
)

// Floor division and remainders of floats, which are exact before they are rounded, and
// true division of ints.

// fmod is C's fmod for y != 0: x less a multiple of y, exactly, with the sign of x.
// A NaN that it makes is a negative one, as on amd64.
func fmod(x, y float64) float64 {
	ax, ay := math.Abs(x), math.Abs(y)
	q := ax / ay
	if !(q < 1<<53) || ax-ax != 0 || ay-ay != 0 {
		if r := math.Mod(x, y); r == r {
			return r
		}
		return math.Copysign(math.NaN(), -1)
	}
	// The quotient may be one too large, where x is just below a multiple.
	r := math.FMA(-math.Floor(q), ay, ax)
	if r < 0 {
		r += ay
	}
	return math.Copysign(r, x)
}

// Mod is Python's x % y for y != 0, with the sign of y.
func Mod(x, y float64) float64 {
	r := fmod(x, y)
	if r == 0 {
		return math.Copysign(0, y)
	}
	if (r < 0) != (y < 0) {
		r += y
	}
	return r
}

// DivMod is Python's divmod(x, y) for y != 0.
func DivMod(x, y float64) (q, r float64) {
	r = fmod(x, y)
	// x-r is very near a multiple of y; rounding the quotient makes it whole.
	q = (x - r) / y
	if r != 0 {
		if (r < 0) != (y < 0) {
			r += y
			q--
		}
	} else {
		r = math.Copysign(0, y)
	}
	if q == 0 {
		return math.Copysign(0, x/y), r
	}
	floor := math.Floor(q)
	if q-floor > 0.5 {
		floor++
	}
	return floor, r
}

// DivInts is x / y for y != 0, correctly rounded; an infinity if that is beyond all floats.
func DivInts(x, y *big.Int) float64 {
	if x.Sign() == 0 {
		return math.Copysign(0, float64(y.Sign()))
	}
	// A quotient of at least 66 bits, its last one set if something is left over,
	// rounds as the exact one does.
	shift := x.BitLen() - y.BitLen() - 66
	if shift < -1200 {
		return math.Copysign(0, float64(x.Sign()*y.Sign()))
	}
	num, den := new(big.Int).Abs(x), new(big.Int).Abs(y)
	if shift < 0 {
		num.Lsh(num, uint(-shift))
	} else {
		den.Lsh(den, uint(shift))
	}
	q, r := num.QuoRem(num, den, new(big.Int))
	if r.Sign() != 0 {
		q.SetBit(q, 0, 1)
	}
	f := new(big.Float).SetInt(q)
	v, _ := f.SetMantExp(f, shift).Float64()
	if x.Sign() != y.Sign() {
		v = -v
	}
	return v
}
