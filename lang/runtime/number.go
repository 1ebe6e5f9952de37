package runtime

import (
	"fmt"
	"math"
	"math/big"
	"slices"
	"strconv"

	"github.com/coro-lang/coro/lang/compiler"
	"github.com/coro-lang/coro/lang/elementary"
)

// What the builtin functions on numbers do: int, float, abs, divmod, pow, round.

// The special methods that numbers are asked for.
var (
	nameInt    = NewStrObj("__int__")
	nameTrunc  = NewStrObj("__trunc__")
	nameFloat  = NewStrObj("__float__")
	nameAbs    = NewStrObj("__abs__")
	nameRound  = NewStrObj("__round__")
	nameDivmod = NewStrObj("__divmod__")
	nameRDiv   = NewStrObj("__rdivmod__")
	namePow    = NewStrObj("__pow__")
)

// toInt is int(v) of a number: an int, a float, or an object with __int__,
// __index__ or __trunc__.
func (t *Thread) toInt(v Value) (Value, error) {
	if isInt(v) && v.Type().flags&flagHeap == 0 {
		return intOf(v), nil
	}
	if f, ok := asFloat(v); ok && v.IsFloat() {
		return t.FloatToInt(f)
	}
	r, ok, err := t.CallSpecial(v, nameInt)
	if err != nil {
		return Value{}, err
	}
	if ok {
		if !isInt(r) {
			return Value{}, t.TypeErrorf("__int__ returned non-int (type %s)", r.Type().Name)
		}
		return intOf(r), t.warnDerived(r, &IntType, "__int__")
	}
	if i, ok, err := t.Index(v); ok || err != nil {
		return i, err
	}
	if _, ok := t.LookupSpecial(v, nameTrunc); ok {
		if err := t.Warn(&DeprecationWarningType, "The delegation of int() to __trunc__ is deprecated."); err != nil {
			return Value{}, err
		}
		r, _, err := t.CallSpecial(v, nameTrunc)
		if err != nil {
			return Value{}, err
		}
		i, ok, err := t.Index(r)
		if err != nil || ok {
			return i, err
		}
		return Value{}, t.TypeErrorf("__trunc__ returned non-Integral (type %s)", r.Type().Name)
	}
	return Value{}, t.TypeErrorf("int() argument must be a string, a bytes-like object or a real number, not '%s'", v.Type().Name)
}

// FloatToInt is f without its fraction.
func (t *Thread) FloatToInt(f float64) (Value, error) {
	if f >= -1<<63 && f < 1<<63 {
		return Int(int64(f)), nil
	}
	if f != f {
		return Value{}, t.ValueErrorf("cannot convert float NaN to integer")
	}
	if math.IsInf(f, 0) {
		return Value{}, t.OverflowErrorf("cannot convert float infinity to integer")
	}
	b, _ := big.NewFloat(f).Int(nil)
	return takeBig(b), nil
}

// FloatArg is the argument v as a float64: a float, an int, or an object with
// __float__ or __index__. The value of a class derived from float is what it is,
// whatever its __float__ says.
func (t *Thread) FloatArg(v Value) (float64, error) {
	if f, ok := asFloat(v); ok {
		return f, nil
	}
	f, ok, err := t.toFloat(v)
	if err == nil && !ok {
		err = t.TypeErrorf("must be real number, not %s", v.Type().Name)
	}
	return f, err
}

// toFloat is v as float(v) sees it; ok is false if v is no number.
func (t *Thread) toFloat(v Value) (f float64, ok bool, err error) {
	if v.IsFloat() {
		return v.Float64(), true, nil
	}
	if v.Type().flags&flagHeap != 0 {
		r, ok, err := t.CallSpecial(v, nameFloat)
		if err != nil {
			return 0, false, err
		}
		if ok {
			f, ok := asFloat(r)
			if !ok {
				return 0, false, t.TypeErrorf("%s.__float__ returned non-float (type %s)", v.Type().Name, r.Type().Name)
			}
			return f, true, t.warnDerived(r, &FloatType, v.Type().Name+".__float__")
		}
		if v, ok, err = t.Index(v); !ok || err != nil {
			return 0, false, err
		}
	}
	return t.floatOperand(v)
}

// warnDerived warns if what a special method gave for a number is not of the very
// type that is asked for, but of a class derived from it.
func (t *Thread) warnDerived(r Value, typ *Type, method string) error {
	if r.Type() == typ {
		return nil
	}
	return t.Warn(&DeprecationWarningType, fmt.Sprintf("%s returned non-%s (type %s).  The ability to return an instance of a strict subclass of %s "+
		"is deprecated, and may be removed in a future version of Python.", method, typ.Name, r.Type().Name, typ.Name))
}

// abs is abs(v).
func (t *Thread) abs(v Value) (Value, error) {
	switch {
	case v.IsFloat():
		return t.Float(math.Abs(v.Float64())), nil
	case v.p == nil && v.n >= 0:
		return v, nil
	case isInt(v) && v.Type().flags&flagHeap == 0:
		return absInt(intOf(v)), nil
	}
	r, ok, err := t.CallSpecial(v, nameAbs)
	if !ok {
		err = t.TypeErrorf("bad operand type for abs(): '%s'", v.Type().Name)
	}
	return r, err
}

// absInt is the absolute value of an exact int.
func absInt(v Value) Value {
	b := exact[BigInt](v, &IntType)
	switch {
	case b == nil && v.n >= 0:
		return v
	case b == nil && v.n != math.MinInt64:
		return Int(-v.n)
	case b != nil && b.b.Sign() >= 0:
		return v
	}
	return takeBig(new(big.Int).Abs(BigOf(v)))
}

// divmod is divmod(a, b).
func (t *Thread) divmod(a, b Value) (Value, error) {
	ta, tb := a.Type(), b.Type()
	if (ta.flags|tb.flags)&flagHeap == 0 {
		if r, err := t.divmodNumbers(a, b); err != nil || !r.IsNotImplemented() {
			return r, err
		}
	}
	type side struct {
		v, other Value
		name     *Str
	}
	sides := []side{{a, b, nameDivmod}}
	if ta != tb {
		sides = append(sides, side{b, a, nameRDiv})
		// A subclass on the right that overrides the method goes first.
		own, _ := tb.Lookup(nameRDiv)
		if inherited, ok := ta.Lookup(nameRDiv); ok && tb.IsSubclass(ta) && own != inherited {
			slices.Reverse(sides)
		}
	}
	for _, s := range sides {
		r, ok, err := t.CallSpecial(s.v, s.name, s.other)
		if err != nil || ok && !r.IsNotImplemented() {
			return r, err
		}
	}
	return Value{}, t.TypeErrorf("unsupported operand type(s) for divmod(): '%s' and '%s'", a.Type().Name, b.Type().Name)
}

// divmodNumbers is divmod of ints and floats, NotImplemented for other values.
func (t *Thread) divmodNumbers(a, b Value) (Value, error) {
	if isInt(a) && isInt(b) {
		x, xb, _ := intParts(a)
		y, yb, _ := intParts(b)
		if xb == nil && yb == nil && y != 0 && y != -1 {
			return NewTuple([]Value{Int(floorDiv(x, y)), Int(floorMod(x, y))}), nil
		}
		bx, by := BigOf(a), BigOf(b)
		if by.Sign() == 0 {
			return Value{}, t.ZeroDivisionErrorf("integer division or modulo by zero")
		}
		q, r := floorDivBig(bx, by)
		return NewTuple([]Value{takeBig(q), takeBig(r)}), nil
	}
	x, ok, err := t.floatOperand(a)
	if !ok {
		return NotImplemented, err
	}
	y, ok, err := t.floatOperand(b)
	if !ok {
		return NotImplemented, err
	}
	if y == 0 {
		return Value{}, t.ZeroDivisionErrorf("float divmod()")
	}
	q, r := elementary.DivMod(x, y)
	return NewTuple([]Value{t.computed(q, x, y), t.computed(r, x, y)}), nil
}

// power is pow(a, b, m); m may be None.
func (t *Thread) power(a, b, m Value) (Value, error) {
	if m.IsNone() {
		return t.Binary(compiler.Pow, a, b, false)
	}
	if isInt(a) && isInt(b) && isInt(m) {
		return t.powMod(BigOf(a), BigOf(b), BigOf(m))
	}
	if a.Type().flags&flagHeap != 0 {
		r, ok, err := t.CallSpecial(a, namePow, b, m)
		if err != nil || ok && !r.IsNotImplemented() {
			return r, err
		}
	}
	if a.Type().layout == &FloatType || b.Type().layout == &FloatType || m.Type().layout == &FloatType {
		return Value{}, t.TypeErrorf("pow() 3rd argument not allowed unless all arguments are integers")
	}
	return Value{}, t.TypeErrorf("unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'", a.Type().Name, b.Type().Name, m.Type().Name)
}

// round is round(v, digits); digits may be Missing or None.
func (t *Thread) round(v, digits Value) (Value, error) {
	whole := digits.IsMissing() || digits.IsNone()
	switch {
	case v.IsFloat():
		return t.roundFloat(v.Float64(), digits)
	case isInt(v) && v.Type().flags&flagHeap == 0 && whole:
		return intOf(v), nil
	case isInt(v) && v.Type().flags&flagHeap == 0:
		return t.roundInt(v, digits)
	}
	args := []Value{digits}
	if whole {
		args = nil
	}
	r, ok, err := t.CallSpecial(v, nameRound, args...)
	if !ok {
		err = t.TypeErrorf("type %s doesn't define __round__ method", v.Type().Name)
	}
	return r, err
}

// roundInt is the int v rounded to -digits zeros, a half to even.
func (t *Thread) roundInt(v, digits Value) (Value, error) {
	if digits.IsMissing() {
		return intOf(v), nil
	}
	d, err := t.BigArg(digits)
	if err != nil || !(d.Sign() < 0) {
		return intOf(v), err
	}
	n := BigOf(v)
	// Beyond twice as many digits as it can have, every int is 0.
	if !d.IsInt64() || -d.Int64() > int64(n.BitLen())+1 {
		return Int(0), nil
	}
	return takeBig(roundToTens(n, -int(d.Int64()), false)), nil
}

// roundToTens is n rounded to zeros zeros, a half to even; more says that n stands
// for a number a little further from zero.
func roundToTens(n *big.Int, zeros int, more bool) *big.Int {
	unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(zeros)), nil)
	q, r := new(big.Int).QuoRem(new(big.Int).Abs(n), unit, new(big.Int))
	half := r.Lsh(r, 1).Cmp(unit)
	if half > 0 || half == 0 && (more || q.Bit(0) != 0) {
		q.Add(q, big.NewInt(1))
	}
	q.Mul(q, unit)
	if n.Sign() < 0 {
		q.Neg(q)
	}
	return q
}

// BigArg is an argument that must be an int of any size.
func (t *Thread) BigArg(v Value) (*big.Int, error) {
	i, ok, err := t.Index(v)
	if err == nil && !ok {
		err = t.TypeErrorf("'%s' object cannot be interpreted as an integer", v.Type().Name)
	}
	if err != nil {
		return nil, err
	}
	return BigOf(i), nil
}

// inBase is bin, oct or hex of v, which has to be an integer.
func (t *Thread) inBase(v Value, base int, prefix string) (Value, error) {
	if v.p == nil {
		var buf [72]byte
		b := append(buf[:0], prefix...)
		if v.n < 0 {
			b = append(append(buf[:0], '-'), prefix...)
		}
		return obj(newText(strconv.AppendUint(b, abs64(v.n), base))), nil
	}
	i, err := t.BigArg(v)
	if err != nil {
		return Value{}, err
	}
	digits := new(big.Int).Abs(i).Text(base)
	if i.Sign() < 0 {
		prefix = "-" + prefix
	}
	return NewStr(prefix + digits), nil
}
