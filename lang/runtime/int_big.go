package runtime

import (
	"math"
	"math/big"

	"github.com/coro-lang/coro/lang/compiler"
	"github.com/coro-lang/coro/lang/elementary"
)

// The operators of ints beyond 64 bits.

// binaryBig is x op y for ints of any size; it does not change them.
func (t *Thread) binaryBig(op compiler.BinaryOp, x, y *big.Int) (Value, error) {
	switch op {
	case compiler.Add:
		return takeBig(new(big.Int).Add(x, y)), nil
	case compiler.Sub:
		return takeBig(new(big.Int).Sub(x, y)), nil
	case compiler.Mul:
		bits := x.BitLen() + y.BitLen()
		if err := t.reserve(bits / 8); err != nil {
			return Value{}, err
		}
		if err := t.beforeLong(bits); err != nil {
			return Value{}, err
		}
		return takeBig(new(big.Int).Mul(x, y)), nil
	case compiler.Div:
		f, err := t.divideInts(x, y)
		return Float(f), err
	case compiler.FloorDiv, compiler.Mod:
		if y.Sign() == 0 {
			if op == compiler.Mod {
				return Value{}, t.ZeroDivisionErrorf("integer modulo by zero")
			}
			return Value{}, t.ZeroDivisionErrorf("integer division or modulo by zero")
		}
		if err := t.beforeLong(x.BitLen()); err != nil {
			return Value{}, err
		}
		q, r := floorDivBig(x, y)
		if op == compiler.Mod {
			return takeBig(r), nil
		}
		return takeBig(q), nil
	case compiler.Pow:
		return t.powBig(x, y)
	case compiler.LShift, compiler.RShift:
		return t.shift(op, x, y)
	case compiler.And:
		return takeBig(new(big.Int).And(x, y)), nil
	case compiler.Or:
		return takeBig(new(big.Int).Or(x, y)), nil
	case compiler.Xor:
		return takeBig(new(big.Int).Xor(x, y)), nil
	}
	return NotImplemented, nil
}

// floorDivBig is divmod(x, y) for y != 0: the remainder has the sign of y.
func floorDivBig(x, y *big.Int) (q, r *big.Int) {
	q, r = new(big.Int).QuoRem(x, y, new(big.Int))
	if r.Sign() != 0 && r.Sign() != y.Sign() {
		q.Sub(q, big.NewInt(1))
		r.Add(r, y)
	}
	return q, r
}

// divideInts is x / y, correctly rounded.
func (t *Thread) divideInts(x, y *big.Int) (float64, error) {
	if y.Sign() == 0 {
		return 0, t.ZeroDivisionErrorf("division by zero")
	}
	q := elementary.DivInts(x, y)
	if math.IsInf(q, 0) {
		return 0, t.OverflowErrorf("integer division result too large for a float")
	}
	return q, nil
}

// BigToFloat is float(b), correctly rounded; OverflowError beyond the range.
func (t *Thread) BigToFloat(b *big.Int) (float64, error) {
	f, _ := new(big.Float).SetInt(b).Float64()
	if math.IsInf(f, 0) {
		return 0, t.OverflowErrorf("int too large to convert to float")
	}
	return f, nil
}

// powBig is x ** y.
func (t *Thread) powBig(x, y *big.Int) (Value, error) {
	if y.Sign() < 0 {
		fx, err := t.BigToFloat(x)
		if err != nil {
			return Value{}, err
		}
		fy, err := t.BigToFloat(y)
		if err != nil {
			return Value{}, err
		}
		return t.powFloat(fx, fy)
	}
	if x.BitLen() <= 1 && (x.Sign() >= 0 || y.Bit(0) == 0) {
		if y.Sign() == 0 {
			return Int(1), nil
		}
		return Int(int64(x.BitLen())), nil // 0 or 1
	}
	if x.BitLen() == 1 {
		return Int(-1), nil
	}
	if !y.IsInt64() {
		return Value{}, t.MemoryError()
	}
	n := y.Int64()
	if err := t.reserveTimes(x.BitLen()/8+1, n); err != nil {
		return Value{}, err
	}
	z := big.NewInt(1)
	for i := y.BitLen() - 1; i >= 0; i-- {
		if err := t.beforeLong(2 * z.BitLen()); err != nil {
			return Value{}, err
		}
		z.Mul(z, z)
		if y.Bit(i) != 0 {
			z.Mul(z, x)
		}
	}
	return takeBig(z), nil
}

// powMod is pow(x, y, m).
func (t *Thread) powMod(x, y, m *big.Int) (Value, error) {
	if m.Sign() == 0 {
		return Value{}, t.ValueErrorf("pow() 3rd argument cannot be 0")
	}
	abs := new(big.Int).Abs(m)
	if err := t.beforeLong(abs.BitLen() * min(y.BitLen(), longBits)); err != nil {
		return Value{}, err
	}
	if y.Sign() < 0 {
		x = new(big.Int).Mod(x, abs)
		if abs.BitLen() == 1 {
			return Int(0), nil
		}
		if x = x.ModInverse(x, abs); x == nil {
			return Value{}, t.ValueErrorf("base is not invertible for the given modulus")
		}
		y = new(big.Int).Neg(y)
	}
	z := new(big.Int).Exp(x, y, abs)
	if m.Sign() < 0 && z.Sign() > 0 {
		z.Add(z, m)
	}
	return takeBig(z), nil
}

// shift is x << y or x >> y.
func (t *Thread) shift(op compiler.BinaryOp, x, y *big.Int) (Value, error) {
	if y.Sign() < 0 {
		return Value{}, t.ValueErrorf("negative shift count")
	}
	if x.Sign() == 0 {
		return Int(0), nil
	}
	if op == compiler.RShift {
		if !y.IsInt64() || y.Int64() > int64(x.BitLen()) {
			return Int(int64(min(x.Sign(), 0))), nil // 0 or -1
		}
		return takeBig(new(big.Int).Rsh(x, uint(y.Int64()))), nil
	}
	if !y.IsInt64() {
		// CPython's digits are of 30 bits, in 4 bytes: more than 2**61 are not asked for.
		if digits := new(big.Int).Quo(y, big.NewInt(30)); digits.BitLen() <= 61 {
			return Value{}, t.NewException(&MemoryErrorType)
		}
		return Value{}, t.OverflowErrorf("too many digits in integer")
	}
	n := y.Int64()
	if err := t.reserve(x.BitLen()/8 + int(n/8)); err != nil {
		return Value{}, err
	}
	return takeBig(new(big.Int).Lsh(x, uint(n))), nil
}
