package runtime

import (
	"math/big"
	"math/bits"
)

// The methods of int.

var intMethods = []Method{
	{Name: "real", Kind: Getter, Fn: selfInt},
	{Name: "imag", Kind: Getter, Fn: func(t *Thread, args []Value) (Value, error) { return Int(0), nil }},
	{Name: "numerator", Kind: Getter, Fn: selfInt},
	{Name: "denominator", Kind: Getter, Fn: func(t *Thread, args []Value) (Value, error) { return Int(1), nil }},
	{Name: "conjugate", Fn: selfInt},
	{Name: "bit_length", Fn: func(t *Thread, args []Value) (Value, error) {
		n, b, _ := intParts(args[0])
		if b != nil {
			return Int(int64(b.BitLen())), nil
		}
		return Int(int64(bits.Len64(abs64(n)))), nil
	}},
	{Name: "bit_count", Fn: func(t *Thread, args []Value) (Value, error) {
		n, b, _ := intParts(args[0])
		if b == nil {
			return Int(int64(bits.OnesCount64(abs64(n)))), nil
		}
		count := 0
		for _, w := range b.Bits() {
			count += bits.OnesCount(uint(w))
		}
		return Int(int64(count)), nil
	}},
	{Name: "as_integer_ratio", Fn: func(t *Thread, args []Value) (Value, error) {
		return NewTuple([]Value{intOf(args[0]), Int(1)}), nil
	}},
	{Name: "is_integer", Fn: func(t *Thread, args []Value) (Value, error) { return True, nil }},
	{Name: "to_bytes", Sig: "length=1, byteorder='big', *, signed=False", Fn: intToBytes},
	{Name: "from_bytes", Sig: "bytes, byteorder='big', *, signed=False", Kind: ClassMethod, Fn: intFromBytes},
	{Name: "__int__", Fn: selfInt},
	{Name: "__index__", Fn: selfInt},
	{Name: "__trunc__", Fn: selfInt},
	{Name: "__floor__", Fn: selfInt},
	{Name: "__ceil__", Fn: selfInt},
	{Name: "__abs__", Fn: func(t *Thread, args []Value) (Value, error) { return absInt(intOf(args[0])), nil }},
	{Name: "__float__", Fn: func(t *Thread, args []Value) (Value, error) {
		f, _, err := t.floatOperand(args[0])
		return Float(f), err
	}},
	{Name: "__round__", Sig: "ndigits=None, /", Fn: func(t *Thread, args []Value) (Value, error) {
		return t.roundInt(args[0], args[1])
	}},
	{Name: "__divmod__", Sig: "value, /", Fn: divmodMethod},
	{Name: "__rdivmod__", Sig: "value, /", Fn: rdivmodMethod},
	{Name: "__getnewargs__", Fn: func(t *Thread, args []Value) (Value, error) {
		return NewTuple([]Value{intOf(args[0])}), nil
	}},
}

func selfInt(t *Thread, args []Value) (Value, error) { return intOf(args[0]), nil }

func divmodMethod(t *Thread, args []Value) (Value, error) {
	if isInt(args[0]) && !isInt(args[1]) {
		return NotImplemented, nil
	}
	return t.divmodNumbers(args[0], args[1])
}

func rdivmodMethod(t *Thread, args []Value) (Value, error) {
	if isInt(args[0]) && !isInt(args[1]) {
		return NotImplemented, nil
	}
	return t.divmodNumbers(args[1], args[0])
}

func abs64(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

func intToBytes(t *Thread, args []Value) (Value, error) {
	size, err := t.IntArg(args[1].Or(Int(1)))
	if err != nil {
		return Value{}, err
	}
	little, err := t.byteOrder("to_bytes", args[2])
	if err != nil {
		return Value{}, err
	}
	signed, err := t.Truth(args[3].Or(False))
	if err != nil {
		return Value{}, err
	}
	if size < 0 {
		return Value{}, t.ValueErrorf("length argument must be non-negative")
	}
	if size > mostBytes {
		return Value{}, t.OverflowErrorf("byte string is too large")
	}
	if err := t.reserve(int(size)); err != nil {
		return Value{}, err
	}
	n := BigOf(args[0])
	room := 8 * int(size)
	if n.Sign() < 0 {
		if !signed {
			return Value{}, t.OverflowErrorf("can't convert negative int to unsigned")
		}
		// In two's complement -n needs as many bits as n-1 and a sign.
		if new(big.Int).Not(n).BitLen() >= room {
			return Value{}, t.OverflowErrorf("int too big to convert")
		}
		n = new(big.Int).Add(n, new(big.Int).Lsh(big.NewInt(1), uint(room)))
	} else if need := n.BitLen(); need > room || signed && need > 0 && need >= room {
		return Value{}, t.OverflowErrorf("int too big to convert")
	}
	b := n.FillBytes(make([]byte, size))
	if little {
		reverseBytes(b)
	}
	return freshBytes(string(b)), nil
}

func (t *Thread) byteOrder(function string, v Value) (little bool, err error) {
	if v.IsMissing() {
		return false, nil
	}
	s := AsStr(v)
	switch {
	case s == nil:
		return false, t.TypeErrorf("%s() argument 'byteorder' must be str, not %s", function, shownType(v, true))
	case s.s == "little":
		return true, nil
	case s.s == "big":
		return false, nil
	}
	return false, t.ValueErrorf("byteorder must be either 'little' or 'big'")
}

func intFromBytes(t *Thread, args []Value) (Value, error) {
	little, orderErr := t.byteOrder("from_bytes", args[2])
	if Is(orderErr, &TypeErrorType) {
		return Value{}, orderErr
	}
	signed, err := t.Truth(args[3].Or(False))
	if err != nil {
		return Value{}, err
	}
	if orderErr != nil {
		return Value{}, orderErr
	}
	data, err := t.bytesOfArg(args[1])
	if err != nil {
		return Value{}, err
	}
	b := []byte(data)
	if little {
		reverseBytes(b)
	}
	n := new(big.Int).SetBytes(b)
	if signed && len(b) > 0 && b[0] >= 0x80 {
		n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(8*len(b))))
	}
	v := takeBig(n)
	if cls := As[Type](args[0], &TypeType); cls != &IntType {
		return t.Call(args[0], v)
	}
	return v, nil
}

func reverseBytes(b []byte) {
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
}
