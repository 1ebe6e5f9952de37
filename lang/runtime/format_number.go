package runtime

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// Numbers by format specifications.

// formatIntValue is the Format slot of int and bool.
func formatIntValue(t *Thread, v Value, spec string) (string, error) {
	if spec == "" {
		return t.Str(v)
	}
	s, err := t.parseSpec(spec, v.Type(), '>', 'd')
	if err != nil {
		return "", err
	}
	n, b, _ := intParts(v)
	base := 10
	switch s.kind {
	case 'e', 'E', 'f', 'F', 'g', 'G', '%':
		f, _, err := t.toFloat(v)
		if err != nil {
			return "", err
		}
		return s.float(t, f)
	case 'd', 'n', 'c':
	case 'b':
		base = 2
	case 'o':
		base = 8
	case 'x', 'X':
		base = 16
	default:
		return "", t.unknownFormat(&s, v.Type())
	}
	if s.prec >= 0 {
		return "", t.ValueErrorf("Precision not allowed in integer format specifier")
	}
	if s.noNeg0 {
		return "", t.ValueErrorf("Negative zero coercion (z) not allowed in integer format specifier")
	}
	if s.kind == 'c' {
		return s.char(t, n, b)
	}
	digits, err := t.intDigits(n, b, base)
	if err != nil {
		return "", err
	}
	neg := digits[0] == '-'
	if neg {
		digits = digits[1:]
	}
	prefix := ""
	if s.alt && base != 10 {
		prefix = "0" + string(s.kind)
	}
	if s.kind == 'X' {
		digits = strings.ToUpper(digits)
	}
	return s.number(t, neg, prefix, digits, "")
}

// intDigits is an int, n or else b, in a base.
func (t *Thread) intDigits(n int64, b *big.Int, base int) (string, error) {
	switch {
	case b == nil:
		return strconv.FormatInt(n, base), nil
	case base == 10:
		return t.decimal(b)
	}
	return b.Text(base), nil
}

// char is format code c of an int.
func (s *formatSpec) char(t *Thread, n int64, b *big.Int) (string, error) {
	if s.sign != 0 {
		return "", t.ValueErrorf("Sign not allowed with integer format specifier 'c'")
	}
	if s.alt {
		return "", t.ValueErrorf("Alternate form (#) not allowed with integer format specifier 'c'")
	}
	if b != nil {
		return "", t.OverflowErrorf("Python int too large to convert to C long")
	}
	if n < 0 || n > 0x10FFFF {
		return "", t.OverflowErrorf("%%c arg not in range(0x110000)")
	}
	if s.align == '=' {
		s.align = '>'
	}
	return s.pad(t, string(appendCodePoint(nil, rune(n))), 1)
}

// formatFloatValue is the Format slot of float.
func formatFloatValue(t *Thread, v Value, spec string) (string, error) {
	if spec == "" {
		return t.Str(v)
	}
	s, err := t.parseSpec(spec, v.Type(), '>', 0)
	if err != nil {
		return "", err
	}
	if s.kind != 0 && !strings.ContainsRune("eEfFgGn%", s.kind) {
		return "", t.unknownFormat(&s, v.Type())
	}
	return s.float(t, floatValue(v))
}

// float formats f by one of the codes of floats.
func (s *formatSpec) float(t *Thread, f float64) (string, error) {
	code, prec := byte(s.kind), s.prec
	if prec > math.MaxInt32 {
		return "", t.ValueErrorf("precision too big")
	}
	if err := t.reserve(prec + 400); err != nil {
		return "", err
	}
	rest := ""
	switch code {
	case 0:
		if prec < 0 {
			code = 'r'
		}
	case '%':
		f *= 100
		code, rest = 'f', "%"
	case 'n':
		code = 'g'
	}
	if prec < 0 {
		prec = 6
	}
	text := formatFloat(math.Abs(f), code, prec, s.alt)
	neg := math.Signbit(f) && f == f
	if neg && s.noNeg0 && !strings.ContainsAny(text, "123456789inIN") {
		neg = false
	}
	i := 0
	for i < len(text) && text[i] >= '0' && text[i] <= '9' {
		i++
	}
	return s.number(t, neg, "", text[:i], text[i:]+rest)
}

// number lays out a number: sign, prefix, whole digits in groups, rest.
func (s *formatSpec) number(t *Thread, neg bool, prefix, digits, rest string) (string, error) {
	sign := ""
	switch {
	case neg:
		sign = "-"
	case s.sign == '+' || s.sign == ' ':
		sign = string(rune(s.sign))
	}
	head := sign + prefix
	least := 0 // how wide the digits are at least, filled with zeros
	if s.align == '=' && s.fill == "0" {
		least = s.width - len(head) - len(rest)
		if err := t.reserveTimes(2, int64(max(least, 0))); err != nil {
			return "", err
		}
	}
	if s.group != 0 {
		size := 3
		if s.kind == 'b' || s.kind == 'o' || s.kind == 'x' || s.kind == 'X' {
			size = 4
		}
		digits = groupDigits(digits, s.group, size, least)
	} else if least > len(digits) {
		digits = strings.Repeat("0", least-len(digits)) + digits
	}
	if s.align != '=' {
		text := head + digits + rest
		return s.pad(t, text, len(text))
	}
	inner := *s
	inner.align = '>'
	inner.width -= len(head)
	body, err := inner.pad(t, digits+rest, len(digits)+len(rest))
	return head + body, err
}

// groupDigits separates digits in groups of size, adding zeros in front until
// the whole is at least as wide as asked; it does not begin with a separator.
func groupDigits(digits string, sep byte, size, least int) string {
	if digits == "" {
		return digits
	}
	var b []byte // from the end
	for i := 0; i < len(digits) || len(b) < least; i++ {
		if i > 0 && i%size == 0 {
			b = append(b, sep)
		}
		if i < len(digits) {
			b = append(b, digits[len(digits)-1-i])
		} else {
			b = append(b, '0')
		}
	}
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
	return string(b)
}
