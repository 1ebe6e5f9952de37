package runtime

import (
	"math"
	"strconv"
	"strings"

	"github.com/coro-lang/coro/lang/compiler"
)

// Format specifications: [[fill]align][sign][z][#][0][width][grouping][.precision][type].

// formatSpec is a parsed format specification.
type formatSpec struct {
	fill   string // one code point
	align  byte   // < > = ^
	sign   byte   // + - space, or 0
	noNeg0 bool   // z: -0.0 is shown as 0.0
	alt    bool   // #
	width  int
	group  byte // , or _ or 0
	prec   int  // -1: none
	kind   rune // the type character, or 0
}

const maxFormatNumber = math.MaxInt / 10

// parseSpec parses a specification for a value of type typ. align and kind are
// the type's own.
func (t *Thread) parseSpec(text string, typ *Type, align byte, kind rune) (formatSpec, error) {
	s := formatSpec{fill: " ", align: align, width: -1, prec: -1, kind: kind}
	rest := text
	aligned, filled := false, false
	if rest != "" {
		_, n := decodeCodePoint(rest)
		switch {
		case len(rest) > n && isAlign(rest[n]):
			s.fill, s.align = rest[:n], rest[n]
			rest = rest[n+1:]
			aligned, filled = true, true
		case isAlign(rest[0]):
			s.align = rest[0]
			rest = rest[1:]
			aligned = true
		}
	}
	take := func(chars string) byte {
		if rest != "" && strings.IndexByte(chars, rest[0]) >= 0 {
			c := rest[0]
			rest = rest[1:]
			return c
		}
		return 0
	}
	s.sign = take("+- ")
	s.noNeg0 = take("z") != 0
	s.alt = take("#") != 0
	if !filled && take("0") != 0 {
		s.fill = "0"
		if !aligned && align == '>' {
			s.align = '='
		}
	}
	var err error
	if s.width, rest, err = t.formatNumber(rest); err != nil {
		return s, err
	}
	s.group = take(",")
	if c := take("_"); c != 0 {
		if s.group != 0 {
			return s, t.ValueErrorf("Cannot specify both ',' and '_'.")
		}
		s.group = c
	}
	if s.group == '_' && strings.HasPrefix(rest, ",") {
		return s, t.ValueErrorf("Cannot specify both ',' and '_'.")
	}
	if take(".") != 0 {
		if s.prec, rest, err = t.formatNumber(rest); err != nil {
			return s, err
		}
		if s.prec < 0 {
			return s, t.ValueErrorf("Format specifier missing precision")
		}
	}
	if rest != "" {
		c, n := decodeCodePoint(rest)
		if n < len(rest) {
			return s, t.ValueErrorf("Invalid format specifier '%s' for object of type '%s'", text, typ.Name)
		}
		s.kind = c
	}
	if s.group != 0 && s.kind != 0 && !strings.ContainsRune("deEfFgG%", s.kind) && (s.group == ',' || !strings.ContainsRune("boxX", s.kind)) {
		return s, t.ValueErrorf("Cannot specify '%c' with '%s'.", s.group, formatCode(s.kind))
	}
	return s, nil
}

func isAlign(c byte) bool { return c == '<' || c == '>' || c == '=' || c == '^' }

// formatNumber reads digits off s; n is -1 if there are none.
func (t *Thread) formatNumber(s string) (n int, rest string, err error) {
	i := 0
	for ; i < len(s) && s[i] >= '0' && s[i] <= '9'; i++ {
		if n > maxFormatNumber {
			return 0, "", t.ValueErrorf("Too many decimal digits in format string")
		}
		n = n*10 + int(s[i]-'0')
		if n < 0 {
			return 0, "", t.ValueErrorf("Too many decimal digits in format string")
		}
	}
	if i == 0 {
		return -1, s, nil
	}
	return n, s[i:], nil
}

// formatCode is how errors show a type character.
func formatCode(c rune) string {
	if c > ' ' && c < 0x80 {
		return string(c)
	}
	return `\x` + strconv.FormatInt(int64(c), 16)
}

func (t *Thread) unknownFormat(s *formatSpec, typ *Type) error {
	return t.ValueErrorf("Unknown format code '%s' for object of type '%s'", formatCode(s.kind), typ.Name)
}

// Format is format(v, spec).
func (t *Thread) Format(v Value, spec string) (string, error) {
	typ := v.Type()
	if typ.Format != nil {
		return typ.Format(t, v, spec)
	}
	if spec == "" {
		return t.Str(v)
	}
	return "", t.TypeErrorf("unsupported format string passed to %s.__format__", typ.Name)
}

// FormatOp is one field of an f-string: v converted by conv (0, 's', 'r' or 'a')
// and formatted by spec, a str or Missing.
func (t *Thread) FormatOp(v Value, conv byte, spec Value) (Value, error) {
	plain := spec.IsMissing()
	if conv > compiler.FormatPart {
		var err error
		switch conv {
		case 's':
			v, err = t.strValue(v)
		case 'r':
			v, err = t.reprValue(v)
		default:
			var s string
			s, err = t.convert(v, conv)
			v = NewStr(s)
		}
		if err != nil {
			return Value{}, err
		}
	}
	if plain && (v.p == nil || v.Type() == &StrType) {
		return t.strValue(v)
	}
	text := ""
	if !plain {
		text = AsStr(spec).s
	}
	return t.formatValue(v, text)
}

// formatValue is Format as a value: as a program's own method gives it.
func (t *Thread) formatValue(v Value, spec string) (Value, error) {
	typ := v.Type()
	switch {
	case spec == "" && (typ.Format == nil || typ.layout == &StrType && !typ.writes(dunderFormat)):
		return t.strValue(v)
	case typ.Format != nil && typ.writes(dunderFormat):
		return t.formatSpecial(v, spec)
	}
	s, err := t.Format(v, spec)
	if err != nil {
		return Value{}, err
	}
	return strAs(v, s), nil
}

// convert is str(v), repr(v) or ascii(v) by the letter of a format field.
func (t *Thread) convert(v Value, conv byte) (string, error) {
	switch conv {
	case 's':
		return t.Str(v)
	case 'a':
		s, err := t.Repr(v)
		return asciiOf(s), err
	}
	return t.Repr(v)
}

// formatStrValue is the Format slot of str.
func formatStrValue(t *Thread, v Value, spec string) (string, error) {
	if spec == "" {
		return t.Str(v)
	}
	s, err := t.parseSpec(spec, v.Type(), '<', 's')
	if err != nil {
		return "", err
	}
	switch {
	case s.kind != 's':
		return "", t.unknownFormat(&s, v.Type())
	case s.sign == ' ':
		return "", t.ValueErrorf("Space not allowed in string format specifier")
	case s.sign != 0:
		return "", t.ValueErrorf("Sign not allowed in string format specifier")
	case s.noNeg0:
		return "", t.ValueErrorf("Negative zero coercion (z) not allowed in string format specifier")
	case s.alt:
		return "", t.ValueErrorf("Alternate form (#) not allowed in string format specifier")
	case s.align == '=':
		return "", t.ValueErrorf("'=' alignment not allowed in string format specifier")
	}
	x := AsStr(v)
	if s.prec >= 0 && s.prec < x.n {
		x = x.sub(0, s.prec)
	}
	return s.pad(t, x.s, x.n)
}

// pad fills text, n code points, up to the width.
func (s *formatSpec) pad(t *Thread, text string, n int) (string, error) {
	missing := s.width - n
	if missing <= 0 {
		return text, nil
	}
	if err := t.reserveTimes(len(s.fill), int64(missing)); err != nil {
		return "", err
	}
	left := missing
	switch s.align {
	case '<':
		left = 0
	case '^':
		left = missing / 2
	}
	var b strings.Builder
	b.Grow(len(text) + missing*len(s.fill))
	const many = 1024
	chunk := strings.Repeat(s.fill, min(missing, many))
	fill := func(n int) {
		for ; n >= many; n -= many {
			b.WriteString(chunk)
		}
		b.WriteString(chunk[:n*len(s.fill)])
	}
	fill(left)
	b.WriteString(text)
	fill(missing - left)
	return b.String(), nil
}
