package stdlib

import (
	"math"
	"math/big"

	"github.com/coro-lang/coro/lang/elementary"
	rt "github.com/coro-lang/coro/lang/runtime"
)

// Module math: the functions of floats.

var mathModule = rt.ModuleDef{
	Name: "math",
	Consts: map[string]rt.Value{
		"pi": rt.Float(math.Pi), "e": rt.Float(math.E), "tau": rt.Float(2 * math.Pi),
		"inf": rt.Float(math.Inf(1)), "nan": rt.Float(math.NaN()),
	},
	Funcs: append([]rt.Method{
		{Name: "acos", Sig: "x, /", Fn: mathFn(elementary.Acos)},
		{Name: "acosh", Sig: "x, /", Fn: mathFn(elementary.Acosh)},
		{Name: "asin", Sig: "x, /", Fn: mathFn(elementary.Asin)},
		{Name: "asinh", Sig: "x, /", Fn: mathFn(elementary.Asinh)},
		{Name: "atan", Sig: "x, /", Fn: mathFn(elementary.Atan)},
		{Name: "atan2", Sig: "y, x, /", Fn: mathFn2(elementary.Atan2)},
		{Name: "atanh", Sig: "x, /", Fn: mathFn(atanh)},
		{Name: "cbrt", Sig: "x, /", Fn: mathFn(elementary.Cbrt)},
		{Name: "copysign", Sig: "x, y, /", Fn: mathFn2(math.Copysign)},
		{Name: "cos", Sig: "x, /", Fn: mathFn(elementary.Cos)},
		{Name: "cosh", Sig: "x, /", Fn: mathFn(elementary.Cosh)},
		{Name: "degrees", Sig: "x, /", Fn: mathDegrees},
		{Name: "erf", Sig: "x, /", Fn: mathFn(math.Erf)},
		{Name: "erfc", Sig: "x, /", Fn: mathFn(math.Erfc)},
		{Name: "exp", Sig: "x, /", Fn: mathFn(elementary.Exp)},
		{Name: "exp2", Sig: "x, /", Fn: mathFn(elementary.Exp2)},
		{Name: "expm1", Sig: "x, /", Fn: mathFn(math.Expm1)},
		{Name: "fabs", Sig: "x, /", Fn: mathFn(math.Abs)},
		{Name: "fma", Sig: "x, y, z, /", Fn: mathFma},
		{Name: "fmod", Sig: "x, y, /", Fn: mathFn2(math.Mod)},
		{Name: "frexp", Sig: "x, /", Fn: mathFrexp},
		{Name: "gamma", Sig: "x, /", Fn: mathFn(elementary.Gamma)},
		{Name: "isclose", Sig: "a, b, *, rel_tol=1e-09, abs_tol=0.0", Fn: mathIsClose},
		{Name: "isfinite", Sig: "x, /", Fn: mathTest(func(x float64) bool { return x-x == 0 })},
		{Name: "isinf", Sig: "x, /", Fn: mathTest(func(x float64) bool { return math.IsInf(x, 0) })},
		{Name: "isnan", Sig: "x, /", Fn: mathTest(math.IsNaN)},
		{Name: "ldexp", Sig: "x, i, /", Fn: mathLdexp},
		{Name: "lgamma", Sig: "x, /", Fn: mathFn(elementary.Lgamma)},
		{Name: "log", Sig: "x, base=<unrepresentable>, /", Fn: mathLog},
		{Name: "log10", Sig: "x, /", Fn: mathLogOf(elementary.Log10)},
		{Name: "log1p", Sig: "x, /", Fn: mathFn(log1p)},
		{Name: "log2", Sig: "x, /", Fn: mathLogOf(elementary.Log2)},
		{Name: "modf", Sig: "x, /", Fn: mathModf},
		{Name: "nextafter", Sig: "x, y, /, *, steps=None", Fn: mathNextAfter},
		{Name: "pow", Sig: "x, y, /", Fn: mathFn2(mathPow)},
		{Name: "radians", Sig: "x, /", Fn: mathFn(func(x float64) float64 { return x * (math.Pi / 180) })},
		{Name: "remainder", Sig: "x, y, /", Fn: mathFn2(math.Remainder)},
		{Name: "sin", Sig: "x, /", Fn: mathFn(elementary.Sin)},
		{Name: "sinh", Sig: "x, /", Fn: mathFn(elementary.Sinh)},
		{Name: "sqrt", Sig: "x, /", Fn: mathFn(math.Sqrt)},
		{Name: "tan", Sig: "x, /", Fn: mathFn(elementary.Tan)},
		{Name: "tanh", Sig: "x, /", Fn: mathFn(elementary.Tanh)},
		{Name: "ulp", Sig: "x, /", Fn: mathFn(ulp)},
	}, append(mathIntFuncs, mathSumFuncs...)...),
}

func init() {
	rt.RegisterModule(&mathModule)
}

func domainError(t *rt.Thread) error { return t.ValueErrorf("math domain error") }

func rangeError(t *rt.Thread) error { return t.OverflowErrorf("math range error") }

// checked is the result of a function of finite or infinite arguments: a nan that
// came of no nan is out of the domain; so is an infinity where the function has a
// pole, and elsewhere it is too large.
func checked(t *rt.Thread, y float64, finite, nan, pole bool) (rt.Value, error) {
	if y != y && !nan || math.IsInf(y, 0) && finite && pole {
		return rt.Value{}, domainError(t)
	}
	if math.IsInf(y, 0) && finite {
		return rt.Value{}, rangeError(t)
	}
	return t.Float(y), nil
}

// mathDegrees is degrees, which for large angles is infinite.
func mathDegrees(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	x, err := t.FloatArg(a[0])
	return t.Float(x * (180 / math.Pi)), err
}

// pole marks, as a result, a place where a function is infinite.
var pole = math.Float64frombits(0x7FF8_0000_0000_0bad)

// mathFn makes the function of one float.
func mathFn(f func(float64) float64) rt.Fn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		x, err := t.FloatArg(a[0])
		if err != nil {
			return rt.Value{}, err
		}
		y := f(x)
		return checked(t, y, !math.IsInf(x, 0), x != x, false)
	}
}

// mathFn2 makes the function of two floats.
func mathFn2(f func(x, y float64) float64) rt.Fn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		x, err := t.FloatArg(a[0])
		if err != nil {
			return rt.Value{}, err
		}
		y, err := t.FloatArg(a[1])
		if err != nil {
			return rt.Value{}, err
		}
		return checked(t, f(x, y), !math.IsInf(x, 0) && !math.IsInf(y, 0), x != x || y != y, false)
	}
}

// mathTest makes the predicate of one float.
func mathTest(f func(float64) bool) rt.Fn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		x, err := t.FloatArg(a[0])
		return rt.Bool(f(x)), err
	}
}

func atanh(x float64) float64 {
	if math.Abs(x) == 1 {
		return pole
	}
	return math.Atanh(x)
}

func log1p(x float64) float64 {
	if x == -1 {
		return pole
	}
	return math.Log1p(x)
}

func mathPow(x, y float64) float64 {
	if x == 0 && y < 0 && !math.IsInf(y, 0) {
		return pole
	}
	return elementary.Pow(x, y)
}

func ulp(x float64) float64 {
	x = math.Abs(x)
	if math.IsInf(x, 0) {
		return x
	}
	if x == math.MaxFloat64 {
		return x - math.Nextafter(x, 0)
	}
	return math.Nextafter(x, math.Inf(1)) - x
}

func mathFma(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	var f [3]float64
	finite, nan := true, false
	for i := range f {
		x, err := t.FloatArg(a[i])
		if err != nil {
			return rt.Value{}, err
		}
		f[i] = x
		finite = finite && !math.IsInf(x, 0)
		nan = nan || x != x
	}
	y := math.FMA(f[0], f[1], f[2])
	if y != y && !nan {
		return rt.Value{}, t.ValueErrorf("invalid operation in fma")
	}
	if math.IsInf(y, 0) && finite {
		return rt.Value{}, t.OverflowErrorf("overflow in fma")
	}
	return t.Float(y), nil
}

func mathFrexp(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	x, err := t.FloatArg(a[0])
	if err != nil {
		return rt.Value{}, err
	}
	m, e := math.Frexp(x)
	return rt.NewTuple([]rt.Value{rt.Float(m), rt.Int(int64(e))}), nil
}

func mathModf(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	x, err := t.FloatArg(a[0])
	if err != nil {
		return rt.Value{}, err
	}
	whole, frac := math.Trunc(x), math.Copysign(0, x)
	if !math.IsInf(x, 0) {
		frac = math.Copysign(x-whole, x)
	}
	return rt.NewTuple([]rt.Value{t.Float(frac), t.Float(whole)}), nil
}

func mathLdexp(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	x, err := t.FloatArg(a[0])
	if err != nil {
		return rt.Value{}, err
	}
	n, ok := rt.IntOf(a[1])
	if !ok {
		return rt.Value{}, t.TypeErrorf("Expected an int as second argument to ldexp.")
	}
	e := 1 << 20
	if b := rt.BigOf(n); b.IsInt64() {
		e = int(min(max(b.Int64(), int64(-e)), int64(e)))
	} else if b.Sign() < 0 {
		e = -e
	}
	return checked(t, math.Ldexp(x, e), !math.IsInf(x, 0), x != x, false)
}

func mathIsClose(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	var f [4]float64
	for i, def := range []float64{0, 0, 1e-9, 0} {
		x, err := t.FloatArg(a[i].Or(rt.Float(def)))
		if err != nil {
			return rt.Value{}, err
		}
		f[i] = x
	}
	x, y, rel, abs := f[0], f[1], f[2], f[3]
	if rel < 0 || abs < 0 {
		return rt.Value{}, t.ValueErrorf("tolerances must be non-negative")
	}
	if x == y {
		return rt.True, nil
	}
	if math.IsInf(x, 0) || math.IsInf(y, 0) {
		return rt.False, nil
	}
	d := math.Abs(y - x)
	return rt.Bool(d <= math.Abs(rel*y) || d <= math.Abs(rel*x) || d <= abs), nil
}

func mathNextAfter(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	x, err := t.FloatArg(a[0])
	if err != nil {
		return rt.Value{}, err
	}
	y, err := t.FloatArg(a[1])
	if err != nil {
		return rt.Value{}, err
	}
	if steps := a[2].Or(rt.None); !steps.IsNone() {
		n, err := t.BigArg(steps)
		if err != nil {
			return rt.Value{}, err
		}
		if n.Sign() < 0 {
			return rt.Value{}, t.ValueErrorf("steps must be a non-negative integer")
		}
		if x != x || y != y {
			return t.Float(x + y), nil
		}
		// In the order of the floats' bits, one step is one.
		from, to := floatOrder(x), floatOrder(y)
		d := new(big.Int).Sub(big.NewInt(to), big.NewInt(from))
		if n.CmpAbs(d) >= 0 {
			return t.Float(y), nil
		}
		if to < from {
			return rt.Float(orderedFloat(from - n.Int64())), nil
		}
		return rt.Float(orderedFloat(from + n.Int64())), nil
	}
	if x == y {
		return rt.Float(y), nil
	}
	return rt.Float(math.Nextafter(x, y)), nil
}

// floatOrder numbers the floats in their order, 0 being zero.
func floatOrder(x float64) int64 {
	b := int64(math.Float64bits(x))
	if b < 0 {
		return math.MinInt64 - b
	}
	return b
}

func orderedFloat(n int64) float64 {
	if n < 0 {
		return -math.Float64frombits(uint64(-n))
	}
	return math.Float64frombits(uint64(n))
}

// logOf is the logarithm of v by f; of an int beyond the floats' range the powers
// of two are taken apart.
func logOf(t *rt.Thread, v rt.Value, f func(float64) float64) (float64, error) {
	if n, ok := rt.IntOf(v); ok {
		v = n // whatever __float__ a class derived from int has
		b := rt.BigOf(n)
		if b.Sign() <= 0 {
			return 0, domainError(t)
		}
		if b.BitLen() > 1023 {
			m := new(big.Float).SetInt(b)
			e := m.MantExp(m)
			x, _ := m.Float64()
			return f(x) + float64(f(2)*float64(e)), nil
		}
	}
	x, err := t.FloatArg(v)
	if err != nil {
		return 0, err
	}
	if x <= 0 {
		return 0, domainError(t)
	}
	return f(x), nil
}

func mathLogOf(f func(float64) float64) rt.Fn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		y, err := logOf(t, a[0], f)
		return t.Float(y), err
	}
}

func mathLog(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	x, err := logOf(t, a[0], elementary.Log)
	if err != nil || a[1].IsMissing() {
		return t.Float(x), err
	}
	base, err := logOf(t, a[1], elementary.Log)
	if err != nil {
		return rt.Value{}, err
	}
	if base == 0 {
		return rt.Value{}, t.ZeroDivisionErrorf("float division by zero")
	}
	return t.Float(x / base), nil
}
