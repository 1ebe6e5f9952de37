package stdlib

import (
	"math"

	"github.com/coro-lang/coro/lang/compiler"
	"github.com/coro-lang/coro/lang/elementary"
	rt "github.com/coro-lang/coro/lang/runtime"
)

// Module random: the distributions, by the methods that Python uses, draw for
// draw. Products that stand beside a sum are converted explicitly so that no
// compiler fuses them.

var randomVariateMethods = []rt.Method{
	{Name: "uniform", Sig: "a, b", Python: true, Fn: randomUniform},
	{Name: "gauss", Sig: "mu=0.0, sigma=1.0", Python: true, Fn: randomGauss},
	{Name: "normalvariate", Sig: "mu=0.0, sigma=1.0", Python: true, Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		z, err := sourceOf(t, a[0]).normal()
		if err != nil {
			return rt.Value{}, err
		}
		return scaled(t, a[1].Or(rt.Float(0)), z, a[2].Or(rt.Float(1)))
	}},
	{Name: "expovariate", Sig: "lambd=1.0", Python: true, Fn: variate(1, func(s source, p []float64) (float64, error) {
		u, err := s.unit()
		if err != nil {
			return 0, err
		}
		if p[0] == 0 {
			return 0, s.t.ZeroDivisionErrorf("float division by zero")
		}
		return -elementary.Log(1-u) / p[0], nil
	})},
	{Name: "triangular", Sig: "low=0.0, high=1.0, mode=None", Python: true, Fn: randomTriangular},
	{Name: "betavariate", Sig: "alpha, beta", Python: true, Fn: variate(0, func(s source, p []float64) (float64, error) {
		y, err := s.gamma(p[0], 1)
		if err != nil || y == 0 {
			return 0, err
		}
		z, err := s.gamma(p[1], 1)
		return y / (y + z), err
	})},
	{Name: "gammavariate", Sig: "alpha, beta", Python: true, Fn: variate(0, func(s source, p []float64) (float64, error) {
		return s.gamma(p[0], p[1])
	})},
	{Name: "lognormvariate", Sig: "mu, sigma", Python: true, Fn: variate(0, func(s source, p []float64) (float64, error) {
		z, err := s.normal()
		y := elementary.Exp(p[0] + float64(z*p[1]))
		if err == nil && math.IsInf(y, 0) {
			err = rangeError(s.t)
		}
		return y, err
	})},
	{Name: "vonmisesvariate", Sig: "mu, kappa", Python: true, Fn: variate(0, source.vonMises)},
	{Name: "paretovariate", Sig: "alpha", Python: true, Fn: variate(0, func(s source, p []float64) (float64, error) {
		u, err := s.unit()
		if err == nil && p[0] == 0 {
			err = s.t.ZeroDivisionErrorf("float division by zero")
		}
		return elementary.Pow(1-u, -1/p[0]), err
	})},
	{Name: "weibullvariate", Sig: "alpha, beta", Python: true, Fn: variate(0, func(s source, p []float64) (float64, error) {
		u, err := s.unit()
		if err == nil && p[1] == 0 {
			err = s.t.ZeroDivisionErrorf("float division by zero")
		}
		return p[0] * elementary.Pow(-elementary.Log(1-u), 1/p[1]), err
	})},
	{Name: "binomialvariate", Sig: "n=1, p=0.5", Python: true, Fn: randomBinomial},
}

// variate makes a method whose parameters are floats; def is the default of those
// that have one.
func variate(def float64, f func(s source, p []float64) (float64, error)) rt.Fn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		p := make([]float64, len(a)-1)
		for i := range p {
			x, err := t.FloatArg(a[i+1].Or(rt.Float(def)))
			if err != nil {
				return rt.Value{}, err
			}
			p[i] = x
		}
		y, err := f(sourceOf(t, a[0]), p)
		return rt.Float(y), err
	}
}

// scaled is mu + z*sigma.
func scaled(t *rt.Thread, mu rt.Value, z float64, sigma rt.Value) (rt.Value, error) {
	p, err := t.Binary(compiler.Mul, rt.Float(z), sigma, false)
	if err != nil {
		return rt.Value{}, err
	}
	return t.Binary(compiler.Add, mu, p, false)
}

func randomUniform(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	width, err := t.Binary(compiler.Sub, a[2], a[1], false)
	if err != nil {
		return rt.Value{}, err
	}
	u, err := sourceOf(t, a[0]).unit()
	if err != nil {
		return rt.Value{}, err
	}
	p, err := t.Binary(compiler.Mul, width, rt.Float(u), false)
	if err != nil {
		return rt.Value{}, err
	}
	return t.Binary(compiler.Add, a[1], p, false)
}

// randomGauss draws normal numbers in pairs and keeps the second for the next
// call.
func randomGauss(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	s := sourceOf(t, a[0])
	z := s.r.gauss
	if !s.r.hasGauss {
		u, err := s.unit()
		if err != nil {
			return rt.Value{}, err
		}
		v, err := s.unit()
		if err != nil {
			return rt.Value{}, err
		}
		angle := u * (2 * math.Pi)
		radius := math.Sqrt(-2 * elementary.Log(1-v))
		z = elementary.Cos(angle) * radius
		s.r.gauss = elementary.Sin(angle) * radius
	}
	s.r.hasGauss = !s.r.hasGauss
	return scaled(t, a[1].Or(rt.Float(0)), z, a[2].Or(rt.Float(1)))
}

// two draws two numbers in [0, 1).
func (s source) two() (u, v float64, err error) {
	if u, err = s.unit(); err == nil {
		v, err = s.unit()
	}
	if err == nil {
		err = s.t.Poll()
	}
	return u, v, err
}

// normal is a number of the standard normal distribution, by the ratio of uniform
// numbers (Kinderman and Monahan, 1977).
func (s source) normal() (float64, error) {
	ratio := 4 * elementary.Exp(-0.5) / math.Sqrt2
	for {
		u, v, err := s.two()
		if err != nil {
			return 0, err
		}
		v = 1 - v
		z := ratio * (u - 0.5) / v
		if z*z/4 <= -elementary.Log(v) {
			return z, nil
		}
	}
}

func randomTriangular(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p := [3]float64{0, 1, 0}
	for i, v := range a[1:] {
		if v.IsMissing() || i == 2 && v.IsNone() {
			continue
		}
		x, err := t.FloatArg(v)
		if err != nil {
			return rt.Value{}, err
		}
		p[i] = x
	}
	u, err := sourceOf(t, a[0]).unit()
	if err != nil {
		return rt.Value{}, err
	}
	low, high, c := p[0], p[1], 0.5
	if !a[3].Or(rt.None).IsNone() {
		if high == low {
			return a[1].Or(rt.Float(0)), nil
		}
		c = (p[2] - low) / (high - low)
	}
	if u > c {
		u, c = 1-u, 1-c
		low, high = high, low
	}
	return rt.Float(low + float64((high-low)*math.Sqrt(u*c))), nil
}

// gamma is a number of the gamma distribution: by Cheng's method (1977) for alpha
// above 1, by that of Ahrens and Dieter (1974) below.
func (s source) gamma(alpha, beta float64) (float64, error) {
	if !(alpha > 0 && beta > 0) {
		return 0, s.t.ValueErrorf("gammavariate: alpha and beta must be > 0.0")
	}
	switch {
	case alpha > 1:
		a := math.Sqrt(2*alpha - 1)
		b := alpha - elementary.Log(4)
		c := alpha + a
		for {
			u, err := s.unit()
			if err != nil {
				return 0, err
			}
			if !(1e-7 < u && u < 0.9999999) {
				continue
			}
			u2, err := s.unit()
			if err != nil {
				return 0, err
			}
			v := elementary.Log(u/(1-u)) / a
			x := alpha * elementary.Exp(v)
			z := u * u * (1 - u2)
			r := b + float64(c*v) - x
			if r+(1+elementary.Log(4.5))-float64(4.5*z) >= 0 || r >= elementary.Log(z) {
				return x * beta, s.t.Poll()
			}
		}
	case alpha == 1:
		u, err := s.unit()
		return -elementary.Log(1-u) * beta, err
	}
	b := (math.E + alpha) / math.E
	for {
		u, v, err := s.two()
		if err != nil {
			return 0, err
		}
		p := b * u
		var x float64
		if p <= 1 {
			x = elementary.Pow(p, 1/alpha)
			if v <= elementary.Exp(-x) {
				return x * beta, nil
			}
		} else {
			x = -elementary.Log((b - p) / alpha)
			if v <= elementary.Pow(x, alpha-1) {
				return x * beta, nil
			}
		}
	}
}

// vonMises is an angle of the von Mises distribution, by the method of Best and
// Fisher (1979).
func (s source) vonMises(p []float64) (float64, error) {
	mu, kappa := p[0], p[1]
	if kappa <= 1e-6 {
		u, err := s.unit()
		return 2 * math.Pi * u, err
	}
	h := 0.5 / kappa
	r := h + math.Sqrt(1+float64(h*h))
	var z float64
	for {
		u, v, err := s.two()
		if err != nil {
			return 0, err
		}
		z = elementary.Cos(math.Pi * u)
		d := z / (r + z)
		if v < 1-float64(d*d) || v <= (1-d)*elementary.Exp(d) {
			break
		}
	}
	q := 1 / r
	angle := elementary.Acos((q + z) / (1 + float64(q*z)))
	u, err := s.unit()
	if u <= 0.5 {
		angle = -angle
	}
	m := math.Mod(mu+angle, 2*math.Pi)
	if m < 0 {
		m += 2 * math.Pi
	}
	return m, err
}

func randomBinomial(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	n := a[1].Or(rt.Int(1))
	if neg, err := t.CompareBool(compiler.Lt, n, rt.Int(0)); err != nil {
		return rt.Value{}, err
	} else if neg {
		return rt.Value{}, t.ValueErrorf("n must be non-negative")
	}
	p, err := t.FloatArg(a[2].Or(rt.Float(0.5)))
	if err != nil {
		return rt.Value{}, err
	}
	switch {
	case p == 0:
		return rt.Int(0), nil
	case p == 1:
		return n, nil
	case !(p > 0 && p < 1):
		return rt.Value{}, t.ValueErrorf("p must be in the range 0.0 <= p <= 1.0")
	}
	count, err := t.IntArg(n)
	if err != nil {
		return rt.Value{}, err
	}
	k, err := sourceOf(t, a[0]).binomial(count, p)
	return rt.Int(k), err
}

// binomial is how many of n trials succeed: geometric gaps where few do, else
// Hörmann's rejection method BTRS (1993).
func (s source) binomial(n int64, p float64) (int64, error) {
	if n == 1 {
		u, err := s.unit()
		if u < p {
			return 1, err
		}
		return 0, err
	}
	if p > 0.5 {
		k, err := s.binomial(n, 1-p)
		return n - k, err
	}
	nf := float64(n)
	if nf*p < 10 {
		c := elementary.Log2(1 - p)
		if c == 0 {
			return 0, nil
		}
		x, y := int64(0), 0.0
		for {
			u, err := s.unit()
			if err != nil {
				return 0, err
			}
			y += math.Floor(elementary.Log2(u)/c) + 1
			if y > nf {
				return x, s.t.Poll()
			}
			x++
		}
	}
	spq := math.Sqrt(nf * p * (1 - p))
	b := 1.15 + float64(2.53*spq)
	a := -0.0873 + float64(0.0248*b) + float64(0.01*p)
	c := float64(nf*p) + 0.5
	vr := 0.92 - 4.2/b
	for {
		u, err := s.unit()
		if err != nil {
			return 0, err
		}
		u -= 0.5
		us := 0.5 - math.Abs(u)
		k := math.Floor(float64((2*a/us+b)*u) + c)
		if k < 0 || k > nf {
			continue
		}
		v, err := s.unit()
		if err != nil {
			return 0, err
		}
		if us >= 0.07 && v <= vr {
			return int64(k), s.t.Poll()
		}
		alpha := (2.83 + 5.1/b) * spq
		lpq := elementary.Log(p / (1 - p))
		m := math.Floor((nf + 1) * p)
		h := elementary.Lgamma(m+1) + elementary.Lgamma(nf-m+1)
		v *= alpha / (a/float64(us*us) + b)
		if elementary.Log(v) <= h-elementary.Lgamma(k+1)-elementary.Lgamma(nf-k+1)+float64((k-m)*lpq) {
			return int64(k), s.t.Poll()
		}
	}
}
