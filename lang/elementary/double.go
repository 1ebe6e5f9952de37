package elementary

import "math"

// double is an unevaluated sum hi+lo with |lo| at most half a unit in the last
// place of hi: a number of about 106 bits. Products that stand next to a sum are
// converted explicitly so that no compiler fuses them: results are the same
// everywhere.
type double struct {
	hi, lo float64
}

// twoSum is a+b exactly.
func twoSum(a, b float64) double {
	s := a + b
	v := s - a
	return double{s, (a - (s - v)) + (b - v)}
}

// quickSum is a+b exactly for |a| >= |b|.
func quickSum(a, b float64) double {
	s := a + b
	return double{s, b - (s - a)}
}

// twoProd is a*b exactly.
func twoProd(a, b float64) double {
	p := a * b
	return double{p, math.FMA(a, b, -p)}
}

func (a double) add(b double) double {
	s, t := twoSum(a.hi, b.hi), twoSum(a.lo, b.lo)
	s = quickSum(s.hi, s.lo+t.hi)
	return quickSum(s.hi, s.lo+t.lo)
}

func (a double) addFloat(b float64) double {
	s := twoSum(a.hi, b)
	return quickSum(s.hi, s.lo+a.lo)
}

func (a double) neg() double { return double{-a.hi, -a.lo} }

func (a double) sub(b double) double { return a.add(b.neg()) }

func (a double) mul(b double) double {
	p := twoProd(a.hi, b.hi)
	return quickSum(p.hi, p.lo+(float64(a.hi*b.lo)+float64(a.lo*b.hi)))
}

func (a double) mulFloat(b float64) double {
	p := twoProd(a.hi, b)
	return quickSum(p.hi, p.lo+float64(a.lo*b))
}

// scale is a*b for b a power of two.
func (a double) scale(b float64) double { return double{a.hi * b, a.lo * b} }

func (a double) div(b double) double {
	q1 := a.hi / b.hi
	r := a.sub(b.mulFloat(q1))
	q2 := r.hi / b.hi
	r = r.sub(b.mulFloat(q2))
	return quickSum(q1, q2).addFloat(r.hi / b.hi)
}

func (a double) sqrt() double {
	s := math.Sqrt(a.hi)
	if s == 0 {
		return double{}
	}
	return quickSum(s, a.sub(twoProd(s, s)).hi/(2*s))
}

// float is the float nearest to a.
func (a double) float() float64 { return a.hi + a.lo }

// inverseFactorials has 1/n!.
var inverseFactorials = func() (table [30]double) {
	table[0] = double{1, 0}
	for n := 1; n < len(table); n++ {
		table[n] = table[n-1].div(double{float64(n), 0})
	}
	return table
}()
