package runtime

import (
	"math/big"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// int(): ints of text.

// The signature of int(), and the one by which it counts its arguments.
var (
	intSig      = classSig("x=0, /, base=10")
	intPlainSig = classSig("x=0, base=10, /")
)

func newInt(t *Thread, cls *Type, args []Value, kwnames []*Str) (Value, error) {
	if cls == &IntType && len(args) == 1 && len(kwnames) == 0 {
		return t.makeInt(args[0], Missing)
	}
	sig := intSig
	if len(kwnames) == 0 && cls == &IntType {
		sig = intPlainSig
	}
	args, err := sig.bind(t, "int", args, kwnames)
	if err != nil {
		return Value{}, err
	}
	v, err := t.makeInt(args[0], args[1])
	if err != nil || cls == &IntType {
		return v, err
	}
	return obj(&IntObj{Hdr: Hdr{cls}, val: v}), nil
}

func (t *Thread) makeInt(x, base Value) (Value, error) {
	if base.IsMissing() {
		if x.p == nil || x.IsMissing() {
			return x.Or(Int(0)), nil
		}
		if text, ok := textOf(x); ok && !saysNumber(x.Type(), nameInt, strIndex, nameTrunc) {
			return t.intOfText(x, text, 10)
		}
		return t.toInt(x)
	}
	if x.IsMissing() {
		return Value{}, t.TypeErrorf("int() missing string argument")
	}
	b, err := t.BigArg(base)
	if err != nil {
		return Value{}, err
	}
	if !b.IsInt64() || b.Int64() != 0 && (b.Int64() < 2 || b.Int64() > 36) {
		return Value{}, t.ValueErrorf("int() base must be >= 2 and <= 36, or 0")
	}
	text, ok := textOf(x)
	if !ok {
		return Value{}, t.TypeErrorf("int() can't convert non-string with explicit base")
	}
	return t.intOfText(x, text, int(b.Int64()))
}

// saysNumber says whether typ is a program's class with one of the methods that
// make a number of its instances.
func saysNumber(typ *Type, methods ...*Str) bool {
	return typ.flags&flagHeap != 0 && slices.ContainsFunc(methods, func(name *Str) bool {
		_, ok := typ.Lookup(name)
		return ok
	})
}

// textOf is the text that numbers are parsed from: that of a str or bytes.
func textOf(v Value) (text string, ok bool) {
	if s := AsStr(v); s != nil {
		return s.s, true
	}
	if b := As[BytesObj](v, &BytesType); b != nil {
		return b.b, true
	}
	return "", false
}

// intOfText is the int that text, that of v, denotes in base, where 0 stands for
// the base of the prefix.
func (t *Thread) intOfText(v Value, text string, base int) (Value, error) {
	// A text of many zeros may exceed the limit of digits, which is 640 at the least.
	if n, err := strconv.ParseInt(text, base, 64); err == nil && base == 10 && len(text) < 640 {
		return Int(n), nil
	}
	s := numberText(v, text)
	neg := false
	if s != "" && (s[0] == '+' || s[0] == '-') {
		neg = s[0] == '-'
		s = s[1:]
	}
	wanted := base
	if len(s) > 1 && s[0] == '0' {
		if b := prefixBase(s[1]); b != 0 && (base == 0 || base == b) {
			base = b
			s = strings.TrimPrefix(s[2:], "_")
		}
	}
	plainZero := base != 0
	if base == 0 {
		base = 10
	}
	digits, ok := joinDigits(s, base)
	if limit := t.VM.maxIntDigits; ok && base&(base-1) != 0 && limit > 0 && len(digits) > limit {
		return Value{}, t.ValueErrorf("Exceeds the limit (%d digits) for integer string conversion: value has %d digits; use sys.set_int_max_str_digits() to increase the limit", limit, len(digits))
	}
	if ok && !plainZero && digits[0] == '0' && strings.Trim(digits, "0") != "" {
		ok = false // 0123 looks like C's octal
	}
	if !ok {
		shown, err := t.Repr(v)
		if r := NewStrObj(shown); r.n > 200 {
			shown = r.sub(0, 200).s
		}
		if err != nil {
			return Value{}, err
		}
		return Value{}, t.ValueErrorf("invalid literal for int() with base %d: %s", wanted, shown)
	}
	if err := t.beforeLong(4 * len(digits)); err != nil {
		return Value{}, err
	}
	b, _ := new(big.Int).SetString(digits, base)
	if neg {
		b.Neg(b)
	}
	return takeBig(b), nil
}

func prefixBase(c byte) int {
	switch c {
	case 'x', 'X':
		return 16
	case 'o', 'O':
		return 8
	case 'b', 'B':
		return 2
	}
	return 0
}

// joinDigits drops the underscores between digits; ok is false if s is no number
// in base.
func joinDigits(s string, base int) (digits string, ok bool) {
	for i := 0; i < len(s); i++ {
		d := 99
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			d = int(c - '0')
		case c >= 'a' && c <= 'z':
			d = int(c-'a') + 10
		case c >= 'A' && c <= 'Z':
			d = int(c-'A') + 10
		case c == '_' && i > 0 && i < len(s)-1 && s[i-1] != '_':
			continue
		}
		if d >= base {
			return "", false
		}
	}
	return strings.ReplaceAll(s, "_", ""), s != ""
}

// numberText prepares text for the parsing of a number: without the white space
// around it and, in a str, with ASCII digits for those of other scripts.
func numberText(v Value, text string) string {
	if AsStr(v) == nil {
		return strings.Trim(text, asciiSpace)
	}
	text = strings.TrimFunc(text, isSpace)
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			return strings.Map(func(c rune) rune {
				if d := decimalValue(c); d >= 0 {
					return '0' + rune(d)
				}
				return c
			}, text)
		}
	}
	return text
}

// decimalValue is the value of a decimal digit of any script, or -1.
func decimalValue(c rune) int {
	if c < utf8.RuneSelf {
		if c >= '0' && c <= '9' {
			return int(c - '0')
		}
		return -1
	}
	// The decimal digits come in runs of ten that begin with zero.
	for _, r := range unicode.Nd.R16 {
		if uint32(c) >= uint32(r.Lo) && uint32(c) <= uint32(r.Hi) {
			return int(uint32(c)-uint32(r.Lo)) % 10
		}
	}
	for _, r := range unicode.Nd.R32 {
		if uint32(c) >= r.Lo && uint32(c) <= r.Hi {
			return int(uint32(c)-r.Lo) % 10
		}
	}
	return -1
}
