package compiler

import (
	"math"
	"math/big"
	"slices"
	"strings"

	"github.com/coro-lang/coro/lang/elementary"
	"github.com/coro-lang/coro/lang/parser"
)

// This file holds the operators that are applied to constants ahead of the run. Which
// those are shows: CPython warns of what is done to the result, as of (1 / 2)().

func foldUnary(op parser.UnaryOp, x any) (any, bool) {
	if op == parser.OpNot {
		t, ok := truth(x)
		return !t, ok
	}
	switch v := number(x).(type) {
	case int64, Big:
		n, z := toBig(v), new(big.Int)
		switch op {
		case parser.OpNeg:
			z.Neg(n)
		case parser.OpInvert:
			z.Not(n)
		case parser.OpPos:
			z.Set(n)
		}
		return fromBig(z), true
	case float64:
		switch op {
		case parser.OpNeg:
			return -v, true
		case parser.OpPos:
			return v, true
		}
	}
	return nil, false
}

// truth is the truth value of a constant.
func truth(v any) (isTrue, ok bool) {
	switch v := v.(type) {
	case nil:
		return false, true
	case bool:
		return v, true
	case int64:
		return v != 0, true
	case float64:
		return v != 0, true
	case string:
		return v != "", true
	case Bytes:
		return v != "", true
	case Tuple:
		return len(v) > 0, true
	case Big, Ellipsis:
		return true, true
	}
	return false, false
}

// number is v, or the int that a bool is.
func number(v any) any {
	if b, ok := v.(bool); ok {
		if b {
			return int64(1)
		}
		return int64(0)
	}
	return v
}

func toBig(v any) *big.Int {
	switch v := v.(type) {
	case int64:
		return big.NewInt(v)
	case Big:
		return v
	}
	return nil
}

func fromBig(z *big.Int) any {
	if z.IsInt64() {
		return z.Int64()
	}
	return z
}

// maxFoldBits and maxFoldBytes bound the constants that folding may make.
const (
	maxFoldBits  = 128
	maxFoldBytes = 4096
	maxFoldItems = 256
)

func foldOp(op parser.BinOp, x, y any) (any, bool) {
	if a, ok := x.(bool); ok {
		if b, ok := y.(bool); ok {
			switch op {
			case parser.OpBitAnd:
				return a && b, true
			case parser.OpBitOr:
				return a || b, true
			case parser.OpBitXor:
				return a != b, true
			}
		}
	}
	x, y = number(x), number(y)
	if a, b := toBig(x), toBig(y); a != nil && b != nil {
		return foldInts(op, a, b)
	}
	if _, ok := x.(int64); ok && op == parser.OpMul {
		switch y.(type) {
		case string, Bytes, Tuple:
			x, y = y, x
		}
	}
	switch s := x.(type) {
	case Bytes:
		switch y := y.(type) {
		case Bytes:
			if op == parser.OpAdd && len(s)+len(y) <= maxFoldBytes {
				return s + y, true
			}
		case int64:
			if op == parser.OpMul && times(y, len(s), maxFoldBytes) {
				return Bytes(strings.Repeat(string(s), int(max(y, 0)))), true
			}
		}
		return nil, false
	case Tuple:
		switch y := y.(type) {
		case Tuple:
			if op == parser.OpAdd && len(s)+len(y) <= maxFoldItems {
				return slices.Concat(s, y), true
			}
		case int64:
			if op == parser.OpMul && times(y, len(s), maxFoldItems) {
				return slices.Repeat(s, int(max(y, 0))), true
			}
		}
		return nil, false
	}
	if s, ok := x.(string); ok {
		switch y := y.(type) {
		case string:
			if op == parser.OpAdd && len(s)+len(y) <= maxFoldBytes {
				return s + y, true
			}
		case int64:
			if op == parser.OpMul && times(y, len(pointStarts(s)), maxFoldBytes) {
				return strings.Repeat(s, int(max(y, 0))), true
			}
		}
		return nil, false
	}
	a, ok1 := toFloat(x)
	b, ok2 := toFloat(y)
	if !ok1 || !ok2 {
		return nil, false
	}
	switch op {
	case parser.OpAdd:
		return a + b, true
	case parser.OpSub:
		return a - b, true
	case parser.OpMul:
		return a * b, true
	case parser.OpDiv:
		if b != 0 {
			return a / b, true
		}
	case parser.OpMod:
		if b != 0 {
			return elementary.Mod(a, b), true
		}
	case parser.OpFloorDiv:
		if b != 0 {
			q, _ := elementary.DivMod(a, b)
			return q, true
		}
	case parser.OpPow:
		return foldPow(a, b)
	}
	return nil, false
}

// foldPow is a ** b, if that is a float and in range.
func foldPow(a, b float64) (any, bool) {
	finite := !math.IsInf(a, 0) && !math.IsInf(b, 0)
	if a == 0 && b < 0 || a < 0 && finite && b != math.Trunc(b) {
		return nil, false
	}
	z := elementary.Pow(a, b)
	return z, !math.IsInf(z, 0) || !finite
}

// times says whether n of what has size items make a constant of up to limit. CPython
// leaves a negative n to the running program, and any n of something empty to no one.
func times(n int64, size, limit int) bool {
	return size == 0 || n >= 0 && n <= int64(limit/size)
}

// toFloat converts a number to the nearest float, if it is not beyond all of them.
func toFloat(v any) (float64, bool) {
	switch v := v.(type) {
	case float64:
		return v, true
	case int64:
		return float64(v), true
	case Big:
		f, _ := new(big.Float).SetInt(v).Float64()
		return f, !math.IsInf(f, 0)
	}
	return 0, false
}

func foldInts(op parser.BinOp, a, b *big.Int) (any, bool) {
	z := new(big.Int)
	switch op {
	case parser.OpAdd:
		z.Add(a, b)
	case parser.OpSub:
		z.Sub(a, b)
	case parser.OpMul:
		if a.Sign() != 0 && b.Sign() != 0 && a.BitLen()+b.BitLen() > maxFoldBits {
			return nil, false
		}
		z.Mul(a, b)
	case parser.OpDiv:
		if b.Sign() == 0 {
			return nil, false
		}
		q := elementary.DivInts(a, b)
		return q, !math.IsInf(q, 0)
	case parser.OpFloorDiv, parser.OpMod:
		if b.Sign() == 0 {
			return nil, false
		}
		m := new(big.Int)
		z.QuoRem(a, b, m)
		if m.Sign() != 0 && m.Sign() != b.Sign() {
			z.Sub(z, big.NewInt(1))
			m.Add(m, b)
		}
		if op == parser.OpMod {
			z = m
		}
	case parser.OpPow:
		switch {
		case b.Sign() < 0:
			x, ok1 := toFloat(fromBig(a))
			y, ok2 := toFloat(fromBig(b))
			if !ok1 || !ok2 {
				return nil, false
			}
			return foldPow(x, y)
		case a.Sign() == 0 && b.Sign() > 0: // 0
		case !b.IsInt64() || b.Int64() > maxFoldBits || int64(a.BitLen())*b.Int64() > maxFoldBits:
			return nil, false
		default:
			z.Exp(a, b, nil)
		}
	case parser.OpLShift:
		switch {
		case b.Sign() < 0:
			return nil, false
		case a.Sign() == 0: // 0
		case !b.IsInt64() || b.Int64() > maxFoldBits || int64(a.BitLen())+b.Int64() > maxFoldBits:
			return nil, false
		default:
			z.Lsh(a, uint(b.Int64()))
		}
	case parser.OpRShift:
		if b.Sign() < 0 {
			return nil, false
		}
		by := uint(a.BitLen()) // what is shifted farther is 0 or -1 as well
		if b.IsInt64() && b.Int64() < int64(by) {
			by = uint(b.Int64())
		}
		z.Rsh(a, by)
	case parser.OpBitAnd:
		z.And(a, b)
	case parser.OpBitOr:
		z.Or(a, b)
	case parser.OpBitXor:
		z.Xor(a, b)
	default:
		return nil, false
	}
	return fromBig(z), true
}
