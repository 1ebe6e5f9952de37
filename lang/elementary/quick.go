package elementary

import (
	"math"
	"sync"
)

// Quick ways to results of some 60 bits, which most often suffice to know how the
// result rounds. When they do not, the long way is taken: results are the same.

// rounds is the float nearest to a; ok is false if that depends on bits that an
// error of one part in 2**60 may change.
func (a double) rounds() (f float64, ok bool) {
	e := math.Abs(a.hi) * 0x1p-60
	f = a.hi + (a.lo - e)
	return f, f == a.hi+(a.lo+e) && e > 0x1p-1000
}

// sinQuick and cosQuick are the sine and cosine of r, |r| at most a little above
// pi/4: only the first terms of the series need more bits than a float has.

func sinQuick(r double) double {
	f := &inverseFactorials
	sq := r.mul(r)
	s := 0.0
	for n := 21; n >= 7; n -= 2 {
		s = f[n].hi - float64(sq.hi*s)
	}
	sum := f[5].sub(sq.mulFloat(s))
	sum = f[3].sub(sq.mul(sum))
	return r.sub(r.mul(sq.mul(sum)))
}

func cosQuick(r double) double {
	f := &inverseFactorials
	sq := r.mul(r)
	c := 0.0
	for n := 22; n >= 8; n -= 2 {
		c = f[n].hi - float64(sq.hi*c)
	}
	sum := f[6].sub(sq.mulFloat(c))
	sum = f[4].sub(sq.mul(sum))
	sum = f[2].sub(sq.mul(sum))
	return sq.mul(sum).neg().addFloat(1)
}

// trigQuick is the sine of x + turns*pi/2 as far as the quick way tells it.
func trigQuick(x float64, turns int) (f float64, ok bool) {
	r, quadrant := double{x, 0}, 0
	if !(math.Abs(x) < math.Pi/4) {
		if math.Abs(x) > 1<<20 {
			return 0, false
		}
		r, quadrant = reduce(x)
	}
	quadrant += turns
	var y double
	if quadrant&1 == 0 {
		y = sinQuick(r)
	} else {
		y = cosQuick(r)
	}
	if quadrant&2 != 0 {
		y = y.neg()
	}
	return y.rounds()
}

// logTableSize says how finely logTable divides the numbers from 1 to 2.
const logTableSize = 128

// logEntry is for an interval: a number of few bits near the reciprocal of those in
// it, and the logarithm of what that is the reciprocal of.
type logEntry struct {
	inverse float64
	log     double
}

var logTable = sync.OnceValue(func() *[logTableSize]logEntry {
	table := &[logTableSize]logEntry{}
	for i := range table {
		inverse := math.RoundToEven(0x1p9/(1+(float64(i)+0.5)/logTableSize)) / 0x1p9
		table[i] = logEntry{inverse, double{inverse, 0}.log().neg()}
	}
	return table
})

// logQuick is the natural logarithm of x > 0, which must be normal and not near 1.
func logQuick(x float64) double {
	m, e := math.Frexp(x)
	m *= 2
	n := float64(e - 1)
	entry := &logTable()[int((m-1)*logTableSize)]
	r := twoProd(m, entry.inverse).addFloat(-1)
	t := 1.0 / 11
	for _, c := range [...]float64{1.0 / 10, 1.0 / 9, 1.0 / 8, 1.0 / 7, 1.0 / 6, 1.0 / 5, 1.0 / 4, 1.0 / 3} {
		t = c - float64(r.hi*t)
	}
	sq := r.mul(r)
	y := r.sub(sq.scale(0.5)).addFloat(sq.hi * float64(r.hi*t))
	return twoProd(n, ln2a).addFloat(n * ln2b).add(entry.log).add(y)
}

// powQuick is x**y for x > 0, as far as the quick way tells it.
func powQuick(x, y float64) (z float64, ok bool) {
	if math.Abs(x-1) < 1.0/32 || x < 0x1p-1000 {
		return 0, false
	}
	l := logQuick(x).mulFloat(y)
	if math.Abs(l.hi) > 690 {
		return 0, false
	}
	const step = 1.0 / expTableSize
	s := math.RoundToEven(l.hi * (expTableSize / ln2a))
	r := l.sub(twoProd(s, ln2a*step)).addFloat(-float64(s * (ln2b * step)))
	f := &inverseFactorials
	t := f[9].hi
	for i := 8; i >= 3; i-- {
		t = f[i].hi + float64(r.hi*t)
	}
	sq := r.mul(r)
	p := r.add(sq.scale(0.5)).addFloat(sq.hi * float64(r.hi*t))
	n := int(s)
	root := expTable()[n&(expTableSize-1)]
	z, ok = root.mul(p).add(root).rounds()
	return math.Ldexp(z, n>>expTableBits), ok
}
