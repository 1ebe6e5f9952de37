package compiler

import (
	"fmt"
	"math"
	"math/big"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/coro-lang/coro/lang/elementary"
	"github.com/coro-lang/coro/lang/parser"
)

// This file holds constants: their table, and the arithmetic that is done on them ahead of
// the run.

type floatKey uint64 // floats by their bits: 0.0 is not -0.0
type madeKey string  // constants that Go cannot compare, written out

func constKey(v any) any {
	switch v := v.(type) {
	case float64:
		return floatKey(math.Float64bits(v))
	case Big:
		return madeKey(v.String())
	case Tuple:
		return madeKey(spell("tuple", v))
	case FrozenSet:
		return madeKey(spell("frozenset", v))
	}
	return v
}

// spell writes constants out so that different ones differ: 1, 1.0 and True too.
func spell(kind string, list []any) string {
	var b strings.Builder
	b.WriteString(kind)
	for _, v := range list {
		fmt.Fprintf(&b, ",%T:%#v", v, constKey(v))
	}
	return b.String()
}

// constant is the index of v in the table of constants.
func (c *fn) constant(v any) int32 {
	key := constKey(v)
	if t, ok := v.(Tuple); ok && len(t) > 64 {
		key = new(int) // nobody writes a long one twice
	}
	i, ok := c.consts[key]
	if !ok {
		i = int32(len(c.code.Consts))
		c.consts[key] = i
		c.code.Consts = append(c.code.Consts, v)
	}
	return i
}

func (c *fn) loadConst(dst int, v any) {
	if i, ok := v.(int64); ok && int64(int32(i)) == i {
		c.emit(OpLoadInt, dst, 0, 0, int32(i))
		return
	}
	c.emit(OpLoadConst, dst, 0, 0, c.constant(v))
}

// fold computes an expression of constants, if that is cheap and cannot fail.
func (c *fn) fold(e parser.Expr) (any, bool) {
	switch e := e.(type) {
	case *parser.Int:
		if e.Big != nil {
			return e.Big, true
		}
		return e.Val, true
	case *parser.Float:
		return e.Val, true
	case *parser.Str:
		return e.Val, true
	case *parser.Bytes:
		return Bytes(e.Val), true
	case *parser.Const:
		switch e.Kind {
		case parser.None:
			return nil, true
		case parser.True:
			return true, true
		case parser.False:
			return false, true
		case parser.Ellipsis:
			return Ellipsis{}, true
		}
	case *parser.Name:
		if e.ID == "__debug__" {
			return true, true
		}
	case *parser.Tuple:
		return c.foldAll(e.Elts)
	case *parser.Unary:
		if x, ok := c.fold(e.X); ok {
			return foldUnary(e.Op, x)
		}
	case *parser.Binary:
		return c.foldBinary(e)
	case *parser.Index:
		if x, ok := c.fold(e.X); ok {
			if i, ok := c.fold(e.I); ok {
				return foldIndex(x, i)
			}
		}
	}
	return nil, false
}

// foldIndex is the item of a constant at a constant index, if there is one.
func foldIndex(x, i any) (any, bool) {
	at, ok := number(i).(int64)
	if !ok {
		return nil, false
	}
	// within is the index from the left, -1 if it is beyond either end.
	within := func(n int) int {
		if at < 0 {
			at += int64(n)
		}
		if at < 0 || at >= int64(n) {
			return -1
		}
		return int(at)
	}
	switch x := x.(type) {
	case string:
		if !utf8.ValidString(x) { // lone surrogates
			return nil, false
		}
		points := []rune(x)
		if k := within(len(points)); k >= 0 {
			return string(points[k]), true
		}
	case Bytes:
		if k := within(len(x)); k >= 0 {
			return int64(x[k]), true
		}
	case Tuple:
		if k := within(len(x)); k >= 0 {
			return x[k], true
		}
	}
	return nil, false
}

func (c *fn) foldAll(list []parser.Expr) (any, bool) {
	t := make(Tuple, 0, len(list))
	for _, e := range list {
		v, ok := c.fold(e)
		if !ok {
			return nil, false
		}
		t = append(t, v)
	}
	return t, true
}

// foldBinary works from the left end of a chain of operators, which may be very long.
func (c *fn) foldBinary(e *parser.Binary) (any, bool) {
	if _, ok := c.fold(e.R); !ok {
		return nil, false
	}
	chain := leftChain(e)
	v, ok := c.fold(chain[len(chain)-1].L)
	for i := len(chain) - 1; i >= 0 && ok; i-- {
		var y any
		if y, ok = c.fold(chain[i].R); ok {
			v, ok = foldOp(chain[i].Op, v, y)
		}
	}
	return v, ok
}

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
			if op == parser.OpMul && times(y, utf8.RuneCountInString(s), maxFoldBytes) {
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
		return foldPower(a, b)
	}
	return nil, false
}

// foldPower is a ** b of floats, if it is one.
func foldPower(a, b float64) (any, bool) {
	if a == 0 && b < 0 || a < 0 && b != math.Trunc(b) {
		return nil, false
	}
	z := elementary.Pow(a, b)
	return z, !math.IsInf(z, 0) || math.IsInf(a, 0) || math.IsInf(b, 0)
}

// times says whether n of what has size items make a constant of up to limit.
// CPython leaves a negative n to the running program, unless there is nothing to repeat.
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
		if a.BitLen()+b.BitLen() > maxFoldBits {
			return nil, false
		}
		z.Mul(a, b)
	case parser.OpDiv:
		if b.Sign() == 0 {
			return nil, false
		}
		if a.Sign() == 0 {
			return math.Copysign(0, float64(b.Sign())), true
		}
		f, _ := new(big.Rat).SetFrac(a, b).Float64()
		return f, !math.IsInf(f, 0)
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
			x, ok1 := toFloat(a)
			y, ok2 := toFloat(b)
			if !ok1 || !ok2 {
				return nil, false
			}
			return foldPower(x, y)
		case a.Sign() == 0:
			b = big.NewInt(int64(b.Sign())) // 0 or 1 as well
		case !b.IsInt64() || b.Int64() > maxFoldBits || int64(a.BitLen())*b.Int64() > maxFoldBits:
			return nil, false
		}
		z.Exp(a, b, nil)
	case parser.OpLShift:
		switch {
		case b.Sign() < 0:
			return nil, false
		case a.Sign() == 0:
			b = a
		case !b.IsInt64() || b.Int64() > maxFoldBits || int64(a.BitLen())+b.Int64() > maxFoldBits:
			return nil, false
		}
		z.Lsh(a, uint(b.Int64()))
	case parser.OpRShift:
		if b.Sign() < 0 {
			return nil, false
		}
		bits := uint(a.BitLen())
		if b.IsInt64() {
			bits = uint(min(b.Int64(), int64(bits)))
		}
		z.Rsh(a, bits)
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
