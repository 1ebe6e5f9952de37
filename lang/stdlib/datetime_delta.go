package stdlib

import (
	"fmt"
	"math"
	"math/big"
	"strings"

	"github.com/coro-lang/coro/lang/compiler"
	rt "github.com/coro-lang/coro/lang/runtime"
)

// datetime.timedelta: days, seconds within a day and microseconds within a second.

type deltaObj struct {
	rt.Hdr
	attrs              *rt.Attrs
	days, secs, micros int
}

const maxDeltaDays = 999999999

func init() {
	rows := getters(asDelta, map[string]func(*deltaObj) rt.Value{
		"days":         func(d *deltaObj) rt.Value { return smallInt(d.days) },
		"seconds":      func(d *deltaObj) rt.Value { return smallInt(d.secs) },
		"microseconds": func(d *deltaObj) rt.Value { return smallInt(d.micros) },
	}, "days", "seconds", "microseconds")
	for i := range rows {
		rows[i].Kind = rt.ReadOnly
	}
	rt.Define(&deltaType, &rt.Spec{
		Name: "timedelta", Module: "datetime", Dotted: true, Layout: true,
		AttrsOf: func(v rt.Value) **rt.Attrs { return &asDelta(v).attrs },
		Consts: map[string]rt.Value{
			"min":        newDelta(-maxDeltaDays, 0, 0),
			"max":        newDelta(maxDeltaDays, 86399, 999999),
			"resolution": newDelta(0, 0, 1),
		},
		Slots: rt.Slots{
			New:  newDeltaOf,
			Repr: reprDelta,
			Str:  func(t *rt.Thread, v rt.Value) (string, error) { return deltaText(asDelta(v)), nil },
			Hash: func(t *rt.Thread, v rt.Value) (uint64, error) {
				d := asDelta(v)
				return mixHash(d.days, d.secs, d.micros), nil
			},
			Bool:    func(t *rt.Thread, v rt.Value) (bool, error) { return asDelta(v).total().Sign() != 0, nil },
			Compare: compareDelta,
			Binary:  binaryDelta,
			Unary: func(t *rt.Thread, op rt.UnaryOp, v rt.Value) (rt.Value, error) {
				switch op {
				case rt.Neg:
					n := asDelta(v).total()
					return deltaOfMicros(t, n.Neg(n))
				case rt.Pos:
					return plainDelta(v), nil
				}
				return rt.NotImplemented, nil
			},
		},
		Methods: append(rows, []rt.Method{
			{Name: "total_seconds", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				return t.Binary(compiler.Div, rt.NewInt(asDelta(a[0]).total()), rt.Int(1000000), false)
			}},
			{Name: "__abs__", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				n := asDelta(a[0]).total()
				return deltaOfMicros(t, n.Abs(n))
			}},
			{Name: "__divmod__", Sig: "value, /", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				q, err := binaryDelta(t, compiler.FloorDiv, a[0], a[1])
				if err != nil || asDelta(a[1]) == nil {
					return rt.NotImplemented, err
				}
				r, err := binaryDelta(t, compiler.Mod, a[0], a[1])
				return rt.NewPair(q, r), err
			}},
			{Name: "__reduce__", Fn: func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
				d := asDelta(a[0])
				return rt.NewPair(a[0].Type().Value(), rt.NewTuple([]rt.Value{smallInt(d.days), smallInt(d.secs), smallInt(d.micros)})), nil
			}},
		}...),
	})
}

func asDelta(v rt.Value) *deltaObj { return rt.As[deltaObj](v, &deltaType) }

// newDelta makes a timedelta of numbers in their ranges.
func newDelta(days, secs, micros int) rt.Value {
	d := &deltaObj{days: days, secs: secs, micros: micros}
	d.Init(&deltaType)
	return rt.ObjectValue(d)
}

// deltaOfOffset makes a timedelta of few microseconds.
func deltaOfOffset(us int64) rt.Value {
	days := floorQuo(int(us), dayMicros)
	rest := int(us) - days*dayMicros
	return newDelta(days, rest/1e6, rest%1e6)
}

// plainDelta is v as an exact timedelta.
func plainDelta(v rt.Value) rt.Value {
	if v.Type() == &deltaType {
		return v
	}
	d := asDelta(v)
	return newDelta(d.days, d.secs, d.micros)
}

// total is all of d in microseconds.
func (d *deltaObj) total() *big.Int { return bigMicros(d.days, d.secs, d.micros) }

// splitMicros takes microseconds apart; OverflowError beyond the range.
func splitMicros(t *rt.Thread, n *big.Int) (days, secs, micros int, err error) {
	q, r := new(big.Int).DivMod(n, big.NewInt(dayMicros), new(big.Int))
	if !q.IsInt64() || q.Int64() > 1<<31-1 || q.Int64() < -1<<31 {
		return 0, 0, 0, t.OverflowErrorf("Python int too large to convert to C int")
	}
	days = int(q.Int64())
	if days > maxDeltaDays || days < -maxDeltaDays {
		return 0, 0, 0, t.OverflowErrorf("days=%d; must have magnitude <= %d", days, maxDeltaDays)
	}
	us := int(r.Int64())
	return days, us / 1e6, us % 1e6, nil
}

func deltaOfMicros(t *rt.Thread, n *big.Int) (rt.Value, error) {
	days, secs, micros, err := splitMicros(t, n)
	if err != nil {
		return rt.Value{}, err
	}
	return newDelta(days, secs, micros), nil
}

var deltaSig = rt.NewSignature("__new__", "days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0")

// deltaUnits are the units in the order in which they are added up, and which argument
// each is.
var deltaUnits = []struct {
	name   string
	arg    int
	micros int64
}{
	{"microseconds", 2, 1}, {"milliseconds", 3, 1000}, {"seconds", 1, 1e6}, {"minutes", 4, 60e6},
	{"hours", 5, 3600e6}, {"days", 0, dayMicros}, {"weeks", 6, 7 * dayMicros},
}

func newDeltaOf(t *rt.Thread, cls *rt.Type, args []rt.Value, kwnames []*rt.Str) (rt.Value, error) {
	a, err := deltaSig.Bind(t, args, kwnames)
	if err != nil {
		return rt.Value{}, err
	}
	sum := new(big.Int)
	left := 0.0 // fractions of microseconds
	for _, unit := range deltaUnits {
		v := a[unit.arg]
		if v.IsMissing() {
			continue
		}
		if n, ok := rt.IntOf(v); ok {
			sum.Add(sum, new(big.Int).Mul(rt.BigOf(n), big.NewInt(unit.micros)))
			continue
		}
		if !v.Type().IsSubclass(&rt.FloatType) {
			return rt.Value{}, t.TypeErrorf("unsupported type for timedelta %s component: %s", unit.name, v.Type().Name)
		}
		x, err := t.FloatArg(v)
		if err != nil {
			return rt.Value{}, err
		}
		whole, frac := math.Modf(x)
		n, err := t.FloatToInt(whole)
		if err != nil {
			return rt.Value{}, err
		}
		sum.Add(sum, new(big.Int).Mul(rt.BigOf(n), big.NewInt(unit.micros)))
		us, rest := math.Modf(frac * float64(unit.micros))
		sum.Add(sum, big.NewInt(int64(us)))
		left += rest
	}
	days, secs, micros, err := splitMicros(t, addRounded(sum, left))
	if err != nil {
		return rt.Value{}, err
	}
	d := &deltaObj{days: days, secs: secs, micros: micros}
	d.Init(cls)
	return rt.ObjectValue(d), nil
}

// addRounded is n plus x, rounded to a whole number, a half to an even one.
func addRounded(n *big.Int, x float64) *big.Int {
	whole := math.Round(x)
	if math.Abs(whole-x) == 0.5 {
		odd := float64(n.Bit(0))
		whole = 2*math.Round((x+odd)*0.5) - odd
	}
	return n.Add(n, big.NewInt(int64(whole)))
}

func reprDelta(t *rt.Thread, v rt.Value) (string, error) {
	d := asDelta(v)
	var parts []string
	for _, f := range []struct {
		name string
		n    int
	}{{"days", d.days}, {"seconds", d.secs}, {"microseconds", d.micros}} {
		if f.n != 0 {
			parts = append(parts, fmt.Sprintf("%s=%d", f.name, f.n))
		}
	}
	if parts == nil {
		parts = []string{"0"}
	}
	return v.Type().Name + "(" + strings.Join(parts, ", ") + ")", nil
}

func deltaText(d *deltaObj) string {
	s := fmt.Sprintf("%d:%02d:%02d", d.secs/3600, d.secs/60%60, d.secs%60)
	if d.micros != 0 {
		s += fmt.Sprintf(".%06d", d.micros)
	}
	switch {
	case d.days == 1 || d.days == -1:
		s = fmt.Sprintf("%d day, %s", d.days, s)
	case d.days != 0:
		s = fmt.Sprintf("%d days, %s", d.days, s)
	}
	return s
}

// mixHash hashes a few numbers.
func mixHash(ns ...int) uint64 {
	h := uint64(len(ns))
	for _, n := range ns {
		h = (h ^ uint64(n)) * 0x9e3779b97f4a7c15
		h ^= h >> 29
	}
	return h
}

// order is what a comparison makes of the order of its operands: negative, 0 or
// positive.
func order(op compiler.CompareOp, c int) rt.Value {
	switch op {
	case compiler.Eq:
		return rt.Bool(c == 0)
	case compiler.Ne:
		return rt.Bool(c != 0)
	case compiler.Lt:
		return rt.Bool(c < 0)
	case compiler.Le:
		return rt.Bool(c <= 0)
	case compiler.Gt:
		return rt.Bool(c > 0)
	}
	return rt.Bool(c >= 0)
}

// compareInts orders two lists of numbers.
func compareInts(a, b []int) int {
	for i := range a {
		if a[i] != b[i] {
			if a[i] < b[i] {
				return -1
			}
			return 1
		}
	}
	return 0
}

func compareDelta(t *rt.Thread, op compiler.CompareOp, a, b rt.Value) (rt.Value, error) {
	x, y := asDelta(a), asDelta(b)
	if x == nil || y == nil {
		return rt.NotImplemented, nil
	}
	return order(op, compareInts([]int{x.days, x.secs, x.micros}, []int{y.days, y.secs, y.micros})), nil
}

func binaryDelta(t *rt.Thread, op compiler.BinaryOp, a, b rt.Value) (rt.Value, error) {
	x, y := asDelta(a), asDelta(b)
	if x != nil && y != nil {
		return binaryDeltas(t, op, x.total(), y.total())
	}
	if x == nil {
		if op != compiler.Mul {
			return rt.NotImplemented, nil
		}
		x, b = y, a
	}
	n := x.total()
	if i, ok := rt.IntOf(b); ok {
		by := rt.BigOf(i)
		switch op {
		case compiler.Mul:
			return deltaOfMicros(t, n.Mul(n, by))
		case compiler.Div, compiler.FloorDiv:
			if by.Sign() == 0 {
				return rt.Value{}, t.ZeroDivisionErrorf("integer division or modulo by zero")
			}
			if op == compiler.Div {
				return deltaOfMicros(t, divideNearest(n, by))
			}
			return floorDelta(t, n, by)
		}
		return rt.NotImplemented, nil
	}
	if !b.Type().IsSubclass(&rt.FloatType) || op != compiler.Mul && op != compiler.Div {
		return rt.NotImplemented, nil
	}
	f, err := t.FloatArg(b)
	switch {
	case err != nil:
		return rt.Value{}, err
	case f != f:
		return rt.Value{}, t.ValueErrorf("cannot convert NaN to integer ratio")
	case math.IsInf(f, 0):
		return rt.Value{}, t.OverflowErrorf("cannot convert Infinity to integer ratio")
	}
	ratio := new(big.Rat).SetFloat64(f)
	num, den := ratio.Num(), ratio.Denom()
	if op == compiler.Div {
		if num.Sign() == 0 {
			return rt.Value{}, t.ZeroDivisionErrorf("integer division or modulo by zero")
		}
		num, den = den, num
	}
	return deltaOfMicros(t, divideNearest(n.Mul(n, num), den))
}

// binaryDeltas is x op y for two timedeltas in microseconds.
func binaryDeltas(t *rt.Thread, op compiler.BinaryOp, x, y *big.Int) (rt.Value, error) {
	switch op {
	case compiler.Add:
		return deltaOfMicros(t, x.Add(x, y))
	case compiler.Sub:
		return deltaOfMicros(t, x.Sub(x, y))
	case compiler.Div, compiler.FloorDiv:
		return t.Binary(op, rt.NewInt(x), rt.NewInt(y), false)
	case compiler.Mod:
		r, err := t.Binary(op, rt.NewInt(x), rt.NewInt(y), false)
		if err != nil {
			return rt.Value{}, err
		}
		return deltaOfMicros(t, rt.BigOf(r))
	}
	return rt.NotImplemented, nil
}

func floorDelta(t *rt.Thread, n, by *big.Int) (rt.Value, error) {
	q, err := t.Binary(compiler.FloorDiv, rt.NewInt(n), rt.NewInt(by), false)
	if err != nil {
		return rt.Value{}, err
	}
	return deltaOfMicros(t, rt.BigOf(q))
}

// divideNearest is a/b rounded, a half to an even number.
func divideNearest(a, b *big.Int) *big.Int {
	q, r := new(big.Int).DivMod(a, new(big.Int).Abs(b), new(big.Int))
	twice := r.Lsh(r, 1)
	if c := twice.CmpAbs(b); c > 0 || c == 0 && q.Bit(0) != 0 {
		q.Add(q, big.NewInt(1))
	}
	if b.Sign() < 0 {
		q.Neg(q)
	}
	return q
}
