package elementary

import "math"

// The gamma function by Lanczos's approximation with the coefficients of Boost,
// which Python uses, too: no library computes it to the last bit, so the formula
// decides what that is.

const lanczosG = 6.024680040776729583740234375

var (
	lanczosNum = [13]float64{
		23531376880.410759, 42919803642.649101, 35711959237.355667, 17921034426.037209, 6039542586.3520279,
		1439720407.3117216, 248874557.86205416, 31426415.585400194, 2876370.6289353725, 186056.26539522350,
		8071.6720023658163, 210.82427775157935, 2.5066282746310002,
	}
	lanczosDen = [13]float64{
		0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
	}
)

// lanczosSum is the rational function of the approximation for x > 0, in powers of
// 1/x where x is large.
func lanczosSum(x float64) float64 {
	num, den := 0.0, 0.0
	if x < 5 {
		for i := 12; i >= 0; i-- {
			num = float64(num*x) + lanczosNum[i]
			den = float64(den*x) + lanczosDen[i]
		}
	} else {
		for i := range lanczosNum {
			num = num/x + lanczosNum[i]
			den = den/x + lanczosDen[i]
		}
	}
	return num / den
}

// sinPi is sin(pi*x), exact where x is whole.
func sinPi(x float64) float64 {
	y := math.Mod(math.Abs(x), 2)
	var r float64
	switch int(math.Round(2 * y)) {
	case 0:
		r = Sin(math.Pi * y)
	case 1:
		r = Cos(math.Pi * (y - 0.5))
	case 2:
		r = Sin(math.Pi * (1 - y))
	case 3:
		r = -Cos(math.Pi * (y - 1.5))
	case 4:
		r = Sin(math.Pi * (y - 2))
	}
	return math.Copysign(1, x) * r
}

// Gamma is the gamma function of x; at 0 and the negative whole numbers, where it
// is infinite, a nan.
func Gamma(x float64) float64 {
	a := math.Abs(x)
	switch {
	case x != x || math.IsInf(x, 1):
		return x
	case x == 0 || x < 0 && x == math.Trunc(x):
		return math.NaN()
	case x == math.Trunc(x) && x <= 23:
		f := 1.0
		for n := 2.0; n < x; n++ {
			f *= n
		}
		return f
	case a < 1e-20:
		return 1 / x
	case a > 200 && x < 0:
		return 0 / sinPi(x)
	case a > 200:
		return math.Inf(1)
	}
	y := a + (lanczosG - 0.5)
	// What the rounding of y lost changes the result by as much in proportion.
	var z float64
	if a > lanczosG-0.5 {
		z = (y - a) - (lanczosG - 0.5)
	} else {
		z = (y - (lanczosG - 0.5)) - a
	}
	z = z * lanczosG / y
	var r float64
	if x < 0 {
		r = -math.Pi / sinPi(a) / a * Exp(y) / lanczosSum(a)
		r -= float64(z * r)
		if a < 140 {
			return r / Pow(y, a-0.5)
		}
		p := Pow(y, a/2-0.25)
		return r / p / p
	}
	r = lanczosSum(a) / Exp(y)
	r += float64(z * r)
	if a < 140 {
		return r * Pow(y, a-0.5)
	}
	p := Pow(y, a/2-0.25)
	return r * p * p
}

// Lgamma is the logarithm of the absolute value of Gamma(x); a nan where that is
// infinite.
func Lgamma(x float64) float64 {
	a := math.Abs(x)
	switch {
	case x != x:
		return x
	case math.IsInf(x, 0):
		return a
	case x <= 0 && x == math.Trunc(x):
		return math.NaN()
	case x == 1 || x == 2:
		return 0
	case a < 1e-20:
		return -Log(a)
	}
	r := Log(lanczosSum(a)) - lanczosG
	r += float64((a - 0.5) * (Log(a+lanczosG-0.5) - 1))
	if x < 0 {
		r = 0x1.250d048e7a1bdp+0 - Log(math.Abs(sinPi(a))) - Log(a) - r // log(pi) first
	}
	return r
}
