package runtime

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// float(), the methods of float, and rounding.

var floatSig = classSig("x=0, /")

func newFloat(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	args, err := floatSig.bind(t, "float", args, kwnames)
	if err != nil {
		return Value{}, err
	}
	f, err := t.makeFloat(args[0])
	if err != nil || cls == &FloatType {
		if f != f && AsStr(args[0]) != nil {
			return t.freshNaN(math.Signbit(f)), nil
		}
		return Float(f), err
	}
	return obj(&FloatObj{Hdr: Hdr{cls}, val: f}), nil
}

// freshNaN is a NaN of its own: containers look for identity first, so two NaNs
// made apart must differ, and a float's identity here is its bits.
func (t *Thread) freshNaN(negative bool) Value {
	t.VM.nans++
	bits := 0x7ff8<<48 | (t.VM.nans+1)&(1<<51-1)
	if negative {
		bits |= 1 << 63
	}
	return Float(math.Float64frombits(bits))
}

// Float is a float that was computed: a NaN is one of its own.
func (t *Thread) Float(f float64) Value {
	if f != f {
		return t.freshNaN(math.Signbit(f))
	}
	return Float(f)
}

func (t *Thread) makeFloat(v Value) (float64, error) {
	if v.IsMissing() {
		return 0, nil
	}
	if text, ok := textOf(v); ok && !saysNumber(v.Type(), nameFloat, strIndex) {
		f, ok := parseFloat(numberText(v, text))
		if !ok {
			shown, err := t.Repr(v)
			if err == nil {
				err = t.ValueErrorf("could not convert string to float: %s", shown)
			}
			return 0, err
		}
		return f, nil
	}
	f, ok, err := t.toFloat(v)
	if err == nil && !ok {
		err = t.TypeErrorf("float() argument must be a string or a real number, not '%s'", v.Type().Name)
	}
	return f, err
}

// parseFloat is the float that s denotes as float() reads it.
func parseFloat(s string) (f float64, ok bool) {
	// Go reads more than Python: hexadecimal, and other underscores.
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '_':
			if i == 0 || i == len(s)-1 || !isDigit(s[i-1]) || !isDigit(s[i+1]) {
				return 0, false
			}
		case c == 'x' || c == 'X' || c == 'p' || c == 'P':
			return 0, false
		}
	}
	if len(s) == 4 && (s[0] == '+' || s[0] == '-') && strings.EqualFold(s[1:], "nan") {
		return signedNaN(s[0]), true
	}
	f, err := strconv.ParseFloat(strings.ReplaceAll(s, "_", ""), 64)
	if err != nil && err.(*strconv.NumError).Err != strconv.ErrRange {
		return 0, false
	}
	return f, true
}

// signedNaN is a NaN with the sign that a text gives it.
func signedNaN(sign byte) float64 {
	if sign == '-' {
		return math.Copysign(math.NaN(), -1)
	}
	return math.NaN()
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

var floatMethods = []Method{
	{Name: "real", Kind: Getter, Fn: selfFloat},
	{Name: "imag", Kind: Getter, Fn: func(t *Thread, args []Value) (Value, error) { return Float(0), nil }},
	{Name: "conjugate", Fn: selfFloat},
	{Name: "is_integer", Fn: func(t *Thread, args []Value) (Value, error) {
		f := floatValue(args[0])
		return Bool(f == math.Trunc(f) && !math.IsInf(f, 0)), nil
	}},
	{Name: "as_integer_ratio", Fn: floatRatio},
	{Name: "hex", Fn: func(t *Thread, args []Value) (Value, error) { return NewStr(floatHex(floatValue(args[0]))), nil }},
	{Name: "fromhex", Sig: "string, /", Kind: ClassMethod, Fn: floatFromHex},
	{Name: "__float__", Fn: selfFloat},
	{Name: "__abs__", Fn: func(t *Thread, args []Value) (Value, error) { return t.Float(math.Abs(floatValue(args[0]))), nil }},
	{Name: "__int__", Fn: truncFloat},
	{Name: "__trunc__", Fn: truncFloat},
	{Name: "__floor__", Fn: func(t *Thread, args []Value) (Value, error) {
		return t.FloatToInt(math.Floor(floatValue(args[0])))
	}},
	{Name: "__ceil__", Fn: func(t *Thread, args []Value) (Value, error) {
		return t.FloatToInt(math.Ceil(floatValue(args[0])))
	}},
	{Name: "__round__", Sig: "ndigits=None, /", Fn: func(t *Thread, args []Value) (Value, error) {
		return t.roundFloat(floatValue(args[0]), args[1])
	}},
	{Name: "__divmod__", Sig: "value, /", Fn: divmodMethod},
	{Name: "__rdivmod__", Sig: "value, /", Fn: rdivmodMethod},
	{Name: "__getnewargs__", Fn: func(t *Thread, args []Value) (Value, error) {
		return NewTuple([]Value{Float(floatValue(args[0]))}), nil
	}},
}

func selfFloat(t *Thread, args []Value) (Value, error) { return Float(floatValue(args[0])), nil }

func truncFloat(t *Thread, args []Value) (Value, error) { return t.FloatToInt(floatValue(args[0])) }

// roundFloat is round(f, digits), a half to even: an int without digits.
func (t *Thread) roundFloat(f float64, digits Value) (Value, error) {
	if digits.IsMissing() || digits.IsNone() {
		return t.FloatToInt(math.RoundToEven(f))
	}
	d, err := t.BigArg(digits)
	if err != nil {
		return Value{}, err
	}
	n := int64(math.MaxInt32)
	if d.IsInt64() {
		n = d.Int64()
	} else if d.Sign() < 0 {
		n = -n
	}
	switch {
	case f != f || math.IsInf(f, 0) || n > 323:
		return t.Float(f), nil
	case n < -308:
		return Float(math.Copysign(0, f)), nil
	case n >= 0:
		r, err := strconv.ParseFloat(strconv.FormatFloat(f, 'f', int(n), 64), 64)
		if err != nil {
			return Value{}, t.OverflowErrorf("rounded value too large to represent")
		}
		return Float(r), nil
	}
	whole, _ := big.NewFloat(f).Int(nil)
	r, _ := new(big.Float).SetInt(roundToTens(whole, int(-n), f != math.Trunc(f))).Float64()
	if math.IsInf(r, 0) {
		return Value{}, t.OverflowErrorf("rounded value too large to represent")
	}
	return Float(math.Copysign(r, f)), nil
}

func floatRatio(t *Thread, args []Value) (Value, error) {
	f := floatValue(args[0])
	if f != f {
		return Value{}, t.ValueErrorf("cannot convert NaN to integer ratio")
	}
	if math.IsInf(f, 0) {
		return Value{}, t.OverflowErrorf("cannot convert Infinity to integer ratio")
	}
	r := new(big.Rat).SetFloat64(f)
	return NewTuple([]Value{NewInt(r.Num()), NewInt(r.Denom())}), nil
}

// floatHex is f.hex().
func floatHex(f float64) string {
	if f != f || math.IsInf(f, 0) {
		return reprFloat(f)
	}
	sign := ""
	if math.Signbit(f) {
		sign = "-"
	}
	if f == 0 {
		return sign + "0x0.0p+0"
	}
	bits := math.Float64bits(f)
	exp, lead := int(bits>>52&0x7FF)-1023, "1"
	if exp == -1023 {
		exp, lead = -1022, "0"
	}
	digits := strconv.FormatUint(bits&(1<<52-1), 16)
	plus := ""
	if exp >= 0 {
		plus = "+"
	}
	return sign + "0x" + lead + "." + strings.Repeat("0", 13-len(digits)) + digits + "p" + plus + strconv.Itoa(exp)
}

func floatFromHex(t *Thread, args []Value) (Value, error) {
	x := AsStr(args[1])
	if x == nil {
		return Value{}, t.TypeErrorf("bad argument type for built-in operation")
	}
	s := strings.Trim(x.s, asciiSpace)
	f, ok, fits := parseHexFloat(s)
	if !ok {
		return Value{}, t.ValueErrorf("invalid hexadecimal floating-point string")
	}
	if !fits {
		return Value{}, t.OverflowErrorf("hexadecimal value too large to represent as a float")
	}
	if As[Type](args[0], &TypeType) != &FloatType {
		return t.Call(args[0], Float(f))
	}
	return Float(f), nil
}

// parseHexFloat reads what float.hex writes, and the same without 0x, point or
// exponent.
func parseHexFloat(s string) (f float64, ok, fits bool) {
	sign, body := "", s
	if body != "" && (body[0] == '+' || body[0] == '-') {
		sign, body = body[:1], body[1:]
	}
	switch strings.ToLower(body) {
	case "inf", "infinity", "nan":
		f, _ = strconv.ParseFloat(sign+body, 64)
		if strings.EqualFold(body, "nan") {
			f = signedNaN(s[0])
		}
		return f, true, true
	}
	body = strings.TrimPrefix(strings.TrimPrefix(body, "0x"), "0X")
	if !strings.ContainsAny(body, "pP") {
		body += "p0"
	}
	if strings.Contains(body, "_") {
		return 0, false, false
	}
	f, err := strconv.ParseFloat(sign+"0x"+body, 64)
	if err == nil {
		return f, true, true
	}
	return 0, err.(*strconv.NumError).Err == strconv.ErrRange, false
}
