package runtime

import (
	"math"
	"math/big"
	"strconv"

	"github.com/coro-lang/coro/lang/compiler"
	"github.com/coro-lang/coro/lang/elementary"
)

// float: the operators and repr.

var floatSpec = Spec{
	Name:       "float",
	Layout:     true,
	NoKeywords: true,
	Methods:    floatMethods,
	Doc:        "A double precision number.",
	Slots: Slots{
		New:     newFloat,
		Repr:    func(t *Thread, v Value) (string, error) { return reprFloat(floatValue(v)), nil },
		Hash:    func(t *Thread, v Value) (uint64, error) { return hashFloat(floatValue(v)), nil },
		Bool:    func(t *Thread, v Value) (bool, error) { return floatValue(v) != 0, nil },
		Format:  formatFloatValue,
		Compare: compareFloat,
		Binary:  binaryFloat,
		Unary:   unaryFloat,
	},
}

func init() {
	Define(&FloatType, &floatSpec)
}

// floatValue is the number of a float or of an instance of a subclass.
func floatValue(v Value) float64 {
	if v.IsFloat() {
		return v.Float64()
	}
	return (*FloatObj)(v.p).val
}

// asFloat is the number of v if it is a float or of a subclass.
func asFloat(v Value) (f float64, ok bool) {
	if v.p == nil {
		return 0, false
	}
	if (*Hdr)(v.p).typ.layout != &FloatType {
		return 0, false
	}
	return floatValue(v), true
}

// floatOperand is an operand of a float's operator: a float or an int. ok is
// false for other values.
func (t *Thread) floatOperand(v Value) (f float64, ok bool, err error) {
	if f, ok := asFloat(v); ok {
		return f, true, nil
	}
	n, b, ok := intParts(v)
	if !ok {
		return 0, false, nil
	}
	if b != nil {
		f, err := t.BigToFloat(b)
		return f, err == nil, err
	}
	return float64(n), true, nil
}

// reprFloat is repr(f): the shortest digits that give f back, with an exponent
// if it is below -4 or above 15.
func reprFloat(f float64) string {
	return string(appendFloat(nil, f))
}

func appendFloat(b []byte, f float64) []byte {
	abs := math.Abs(f)
	switch {
	case f != f:
		return append(b, "nan"...)
	case abs > math.MaxFloat64:
		if f < 0 {
			b = append(b, '-')
		}
		return append(b, "inf"...)
	case abs >= 1e16 || abs < 1e-4 && abs != 0:
		return strconv.AppendFloat(b, f, 'e', -1, 64)
	}
	b = strconv.AppendFloat(b, f, 'f', -1, 64)
	if f == math.Trunc(f) {
		b = append(b, ".0"...)
	}
	return b
}

// hashFloat is the hash of f, that of the int for a whole number.
func hashFloat(f float64) uint64 {
	if math.IsInf(f, 0) {
		return signedHash(314159, f < 0)
	}
	if f != f {
		return 0
	}
	if n := int64(f); float64(n) == f && math.Abs(f) < 1<<62 {
		return hashInt(n)
	}
	// f = m * 2**e; multiplying by 2**e is a rotation modulo 2**61-1.
	frac, e := math.Frexp(math.Abs(f))
	m := uint64(math.Ldexp(frac, 53)) % hashModulus
	if e = (e - 53) % hashBits; e < 0 {
		e += hashBits
	}
	return signedHash((m<<e&hashModulus|m>>(hashBits-e))%hashModulus, f < 0)
}

func compareFloat(t *Thread, op compiler.CompareOp, a, b Value) (Value, error) {
	x, ok := asFloat(a)
	if !ok {
		return NotImplemented, nil
	}
	y, ok := asFloat(b)
	if !ok {
		n, big, isInt := intParts(b)
		if !isInt {
			return NotImplemented, nil
		}
		if big != nil || n > 1<<53 || n < -1<<53 {
			if x != x {
				return Bool(op == compiler.Ne), nil
			}
			return compared(op, cmpFloatBig(x, BigOf(b))), nil
		}
		y = float64(n)
	}
	switch op {
	case compiler.Eq:
		return Bool(x == y), nil
	case compiler.Ne:
		return Bool(x != y), nil
	case compiler.Lt:
		return Bool(x < y), nil
	case compiler.Le:
		return Bool(x <= y), nil
	case compiler.Gt:
		return Bool(x > y), nil
	}
	return Bool(x >= y), nil
}

// cmpFloatBig orders x, no NaN, and y exactly.
func cmpFloatBig(x float64, y *big.Int) int {
	if math.IsInf(x, 0) {
		return int(math.Copysign(1, x))
	}
	return new(big.Float).SetFloat64(x).Cmp(new(big.Float).SetInt(y))
}

func unaryFloat(t *Thread, op UnaryOp, v Value) (Value, error) {
	switch op {
	case Neg:
		return t.Float(-floatValue(v)), nil
	case Pos:
		return Float(floatValue(v)), nil
	}
	return NotImplemented, nil
}

func binaryFloat(t *Thread, op compiler.BinaryOp, a, b Value) (Value, error) {
	x, ok, err := t.floatOperand(a)
	if !ok {
		return NotImplemented, err
	}
	y, ok, err := t.floatOperand(b)
	if !ok {
		return NotImplemented, err
	}
	var z float64
	switch op {
	case compiler.Add:
		z = x + y
	case compiler.Sub:
		z = x - y
	case compiler.Mul:
		z = x * y
	case compiler.Div:
		if y == 0 {
			return Value{}, t.ZeroDivisionErrorf("float division by zero")
		}
		z = x / y
	case compiler.FloorDiv:
		if y == 0 {
			return Value{}, t.ZeroDivisionErrorf("float floor division by zero")
		}
		z, _ = elementary.DivMod(x, y)
	case compiler.Mod:
		if y == 0 {
			return Value{}, t.ZeroDivisionErrorf("float modulo by zero")
		}
		z = elementary.Mod(x, y)
	case compiler.Pow:
		return t.powFloat(x, y)
	default:
		return NotImplemented, nil
	}
	return t.computed(z, x, y), nil
}

// computed is the result z of an operation on x and y. A NaN has the sign of the first
// operand that is one, and is negative if none is, as on the processors that most use.
func (t *Thread) computed(z, x, y float64) Value {
	switch {
	case z == z:
		return Float(z)
	case x != x:
		z = x
	case y != y:
		z = y
	default:
		z = math.Copysign(z, -1)
	}
	return t.Float(z)
}

// powFloat is x ** y.
func (t *Thread) powFloat(x, y float64) (Value, error) {
	if x == 0 && y < 0 && !math.IsInf(y, 0) {
		return Value{}, t.ZeroDivisionErrorf("0.0 cannot be raised to a negative power")
	}
	if x < 0 && y != math.Trunc(y) && !math.IsInf(x, 0) && y == y {
		return Value{}, t.ValueErrorf("a negative number to a fractional power is complex, which this language does not have")
	}
	z := elementary.Pow(x, y)
	if math.IsInf(z, 0) && !math.IsInf(x, 0) && !math.IsInf(y, 0) {
		return Value{}, &Exception{Hdr: Hdr{&OverflowErrorType}, args: []Value{Int(34), NewStr("Numerical result out of range")}}
	}
	return t.computed(z, x, y), nil
}
