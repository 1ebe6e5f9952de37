package runtime

import (
	"math"
	"strconv"
	"strings"
)

// formatFloat formats f >= 0 (or a nan) by a code: e E f F g G as in C, r as repr
// does, and 0, which is g except that a number without an exponent always has a
// point and a digit behind it. With alt there always is a point, and g keeps its
// zeros.
func formatFloat(f float64, code byte, prec int, alt bool) string {
	if f != f || f > math.MaxFloat64 {
		text := "inf"
		if f != f {
			text = "nan"
		}
		if code == 'E' || code == 'F' || code == 'G' {
			text = strings.ToUpper(text)
		}
		return text
	}
	switch code {
	case 'r':
		return pointed(reprFloat(f), alt)
	case 'f', 'F':
		return pointed(strconv.FormatFloat(f, 'f', prec, 64), alt)
	case 'e', 'E':
		return pointed(strconv.FormatFloat(f, code, prec, 64), alt)
	}
	prec = max(prec, 1)
	expCode := byte('e')
	if code == 'G' {
		expCode = 'E'
	}
	text := strconv.FormatFloat(f, expCode, prec-1, 64)
	e := strings.LastIndexByte(text, expCode)
	exp, _ := strconv.Atoi(text[e+1:])
	limit := prec
	if code == 0 {
		limit--
	}
	if exp < -4 || exp >= limit {
		mantissa := text[:e]
		if !alt {
			mantissa = trimZeros(mantissa)
		}
		return pointed(mantissa+text[e:], alt)
	}
	text = strconv.FormatFloat(f, 'f', max(prec-1-exp, 0), 64)
	if !alt {
		text = trimZeros(text)
	}
	if code == 0 && strings.IndexByte(text, '.') < 0 {
		return text + ".0"
	}
	return pointed(text, alt)
}

// trimZeros drops zeros behind the point, and a point that ends the number.
func trimZeros(s string) string {
	if strings.IndexByte(s, '.') < 0 {
		return s
	}
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// pointed gives the number s a point if it must have one.
func pointed(s string, must bool) string {
	if !must || strings.IndexByte(s, '.') >= 0 {
		return s
	}
	if e := strings.IndexAny(s, "eE"); e >= 0 {
		return s[:e] + "." + s[e:]
	}
	return s + "."
}
