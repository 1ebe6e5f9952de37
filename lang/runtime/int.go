package runtime

import (
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"unsafe"

	"github.com/coro-lang/coro/lang/compiler"
)

// int: a machine word where it fits, else a big.Int; the operators.

var intSpec = Spec{
	Name:    "int",
	Layout:  true,
	Methods: intMethods,
	Doc:     "A whole number of any size.",
	Slots: Slots{
		New:     newInt,
		Repr:    reprInt,
		Format:  formatIntValue,
		Hash:    hashSlotInt,
		Bool:    func(t *Thread, v Value) (bool, error) { return intOf(v) != Int(0), nil },
		Compare: compareInt,
		Binary:  binaryInt,
		Unary:   unaryInt,
	},
}

func init() {
	Define(&IntType, &intSpec)
}

// intParts takes an int, a bool or an instance of a subclass apart: the number is
// n, or b if that is not nil. ok is false for other values.
func intParts(v Value) (n int64, b *big.Int, ok bool) {
	if v.p == nil || v.p == unsafe.Pointer(&boolTag) {
		return v.n, nil, true
	}
	switch typ := v.Type(); {
	case typ == &IntType:
		return 0, &(*BigInt)(v.p).b, true
	case typ.layout == &IntType:
		return intParts((*IntObj)(v.p).val)
	}
	return 0, nil, false
}

// isInt says whether v is an int, a bool or an instance of a subclass.
func isInt(v Value) bool {
	_, _, ok := intParts(v)
	return ok
}

// intOf is the exact int of a value that isInt.
func intOf(v Value) Value {
	n, b, _ := intParts(v)
	if b != nil {
		if v.Type() == &IntType {
			return v
		}
		return (*IntObj)(v.p).val
	}
	return Int(n)
}

// BigOf is the number of a value that isInt as a big.Int, which must not be
// changed.
func BigOf(v Value) *big.Int {
	n, b, _ := intParts(v)
	if b == nil {
		b = big.NewInt(n)
	}
	return b
}

// takeBig makes an int of b, which it may keep.
func takeBig(b *big.Int) Value {
	if b.IsInt64() {
		return Int(b.Int64())
	}
	return obj(&BigInt{Hdr{&IntType}, *b})
}

// defaultIntDigits is how many decimal digits int and str convert by default.
const defaultIntDigits = 4300

func reprInt(t *Thread, v Value) (string, error) {
	n, b, _ := intParts(v)
	if b == nil {
		return strconv.FormatInt(n, 10), nil
	}
	return t.decimal(b)
}

// decimal is b in decimal digits, within the limit on their number.
func (t *Thread) decimal(b *big.Int) (string, error) {
	const tooLong = "Exceeds the limit (%d digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit"
	limit := t.VM.maxIntDigits
	// Ask before the conversion, whose time grows faster than the digits.
	if limit > 0 && float64(b.BitLen()-1)*math.Log10(2) > float64(limit)+1 {
		return "", t.ValueErrorf(tooLong, limit)
	}
	if err := t.beforeLong(b.BitLen()); err != nil {
		return "", err
	}
	s := b.String()
	if n := len(s) - (1-b.Sign())/2; limit > 0 && n > limit {
		return "", t.ValueErrorf(tooLong, limit)
	}
	return s, nil
}

// Numeric hashes are the number modulo this prime, so that equal numbers of all
// types have equal hashes.
const (
	hashBits    = 61
	hashModulus = 1<<hashBits - 1
)

func hashSlotInt(t *Thread, v Value) (uint64, error) {
	n, b, _ := intParts(v)
	if b == nil {
		return hashInt(n), nil
	}
	m := new(big.Int).Mod(new(big.Int).Abs(b), big.NewInt(hashModulus))
	return signedHash(m.Uint64(), b.Sign() < 0), nil
}

func signedHash(h uint64, neg bool) uint64 {
	if neg {
		h = -h
	}
	if h == math.MaxUint64 {
		h-- // CPython keeps -1 for errors
	}
	return h
}

func compareInt(t *Thread, op compiler.CompareOp, a, b Value) (Value, error) {
	x, xb, ok := intParts(a)
	y, yb, ok2 := intParts(b)
	if !ok || !ok2 {
		return NotImplemented, nil
	}
	if xb == nil && yb == nil {
		switch {
		case x < y:
			return compared(op, -1), nil
		case x > y:
			return compared(op, 1), nil
		}
		return compared(op, 0), nil
	}
	return compared(op, BigOf(a).Cmp(BigOf(b))), nil
}

func unaryInt(t *Thread, op UnaryOp, v Value) (Value, error) {
	n, b, _ := intParts(v)
	if b == nil && n != math.MinInt64 {
		switch op {
		case Neg:
			return Int(-n), nil
		case Invert:
			return Int(^n), nil
		}
		return Int(n), nil
	}
	switch op {
	case Neg:
		return takeBig(new(big.Int).Neg(BigOf(v))), nil
	case Invert:
		return takeBig(new(big.Int).Not(BigOf(v))), nil
	}
	return intOf(v), nil
}

func binaryInt(t *Thread, op compiler.BinaryOp, a, b Value) (Value, error) {
	x, xb, ok := intParts(a)
	y, yb, ok2 := intParts(b)
	if !ok || !ok2 {
		return NotImplemented, nil
	}
	if xb != nil || yb != nil {
		return t.binaryBig(op, BigOf(a), BigOf(b))
	}
	switch op {
	case compiler.Add:
		if s := x + y; (x^s)&(y^s) >= 0 {
			return Int(s), nil
		}
	case compiler.Sub:
		if d := x - y; (x^y)&(x^d) >= 0 {
			return Int(d), nil
		}
	case compiler.Mul:
		if p, ok := mulInt64(x, y); ok {
			return Int(p), nil
		}
	case compiler.Div:
		const exactly = 1 << 53
		if y != 0 && x <= exactly && -x <= exactly && y <= exactly && -y <= exactly {
			return Float(float64(x) / float64(y)), nil
		}
	case compiler.FloorDiv:
		if y != 0 && (y != -1 || x != math.MinInt64) {
			return Int(floorDiv(x, y)), nil
		}
	case compiler.Mod:
		if y == -1 {
			return Int(0), nil
		}
		if y != 0 {
			return Int(floorMod(x, y)), nil
		}
	case compiler.And:
		return Int(x & y), nil
	case compiler.Or:
		return Int(x | y), nil
	case compiler.Xor:
		return Int(x ^ y), nil
	case compiler.LShift:
		if y >= 0 && y < 63 && x<<y>>y == x {
			return Int(x << y), nil
		}
	case compiler.RShift:
		if y >= 0 {
			return Int(x >> min(uint64(y), 63)), nil
		}
	case compiler.Pow:
		if y >= 0 {
			if p, ok := powInt64(x, y); ok {
				return Int(p), nil
			}
		}
	}
	return t.binaryBig(op, big.NewInt(x), big.NewInt(y))
}

// mulInt64 is x*y; ok is false if it does not fit.
func mulInt64(x, y int64) (p int64, ok bool) {
	ux, uy := uint64(x), uint64(y)
	if x < 0 {
		ux = -ux
	}
	if y < 0 {
		uy = -uy
	}
	hi, lo := bits.Mul64(ux, uy)
	if hi != 0 || lo > math.MaxInt64 {
		return 0, false
	}
	return x * y, true
}

// floorDiv is x // y, rounded towards minus infinity.
func floorDiv(x, y int64) int64 {
	q := x / y
	if (x^y) < 0 && q*y != x {
		q--
	}
	return q
}

// floorMod is x % y, with the sign of y.
func floorMod(x, y int64) int64 {
	r := x % y
	if r != 0 && (r^y) < 0 {
		r += y
	}
	return r
}

// powInt64 is x**y for y >= 0; ok is false if it does not fit.
func powInt64(x, y int64) (p int64, ok bool) {
	p = 1
	for {
		if y&1 != 0 {
			if p, ok = mulInt64(p, x); !ok {
				return 0, false
			}
		}
		if y >>= 1; y == 0 {
			return p, true
		}
		if x, ok = mulInt64(x, x); !ok {
			return 0, false
		}
	}
}
