package compiler

import (
	"fmt"
	"math"
	"strings"

	"github.com/coro-lang/coro/lang/parser"
)

// This file holds constants: their table, and which expressions are computed ahead of
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
		starts := pointStarts(x)
		if k := within(len(starts)); k >= 0 {
			end := len(x)
			if k+1 < len(starts) {
				end = starts[k+1]
			}
			return x[starts[k]:end], true
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

// pointStarts are where the code points of s begin, lone surrogates too.
func pointStarts(s string) []int {
	var starts []int
	for i := range len(s) {
		if s[i]&0xc0 != 0x80 {
			starts = append(starts, i)
		}
	}
	return starts
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
