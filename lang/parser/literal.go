package parser

import (
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/coro-lang/coro/lang/diag"
)

// This file decodes the text of literals into values.

// maxDigits is how many decimal digits an integer literal may have, as in CPython: the time to convert
// one grows with the square of its length.
const maxDigits = 4300

// number decodes a number token.
func (p *climber) number(t *token) Expr {
	sp := Span{at(t), endOfToken(t)}
	text := t.Value
	if len(text) == 1 {
		return &Int{Span: sp, Val: int64(text[0] - '0')}
	}
	if strings.IndexByte(text, '_') >= 0 {
		text = strings.ReplaceAll(text, "_", "")
	}
	base, digits := 10, text
	if text[0] == '0' && len(text) > 2 {
		switch text[1] | 0x20 {
		case 'x':
			base, digits = 16, text[2:]
		case 'o':
			base, digits = 8, text[2:]
		case 'b':
			base, digits = 2, text[2:]
		}
	}
	if base == 10 && strings.ContainsAny(text, ".eE") {
		v, _ := strconv.ParseFloat(text, 64) // out of range is an infinity, as in Python
		return &Float{sp, v}
	}
	if v, err := strconv.ParseInt(digits, base, 64); err == nil {
		return &Int{Span: sp, Val: v}
	}
	if base == 10 && len(digits) > maxDigits {
		d := p.errorAt(diag.BadNumber, t, "this number has %d digits; a decimal literal may have %d", len(digits), maxDigits)
		d.Hint = "write it in hexadecimal, or as a power"
		panic(d)
	}
	v, _ := new(big.Int).SetString(digits, base)
	return &Int{Span: sp, Big: v}
}

// text decodes the string literal of a token, and tells whether it is a bytes literal.
func (p *climber) text(t *token) (val string, isBytes bool) {
	lit := t.Value
	q := strings.IndexAny(lit, `'"`)
	raw := false
	for _, c := range lit[:q] {
		switch c | 0x20 {
		case 'r':
			raw = true
		case 'b':
			isBytes = true
		}
	}
	n := 1
	if len(lit) >= q+6 && lit[q+1] == lit[q] && lit[q+2] == lit[q] {
		n = 3
	}
	body := lit[q+n : len(lit)-n]
	if isBytes {
		for i := range len(body) {
			if body[i] >= utf8.RuneSelf {
				r, _ := utf8.DecodeRuneInString(body[i:])
				d := p.errorAt(diag.BadEscape, t, "a bytes literal holds only ASCII characters, and %s is none", quoteRune(r))
				d.Hint = `write its bytes as \x escapes, or use "…".encode()`
				panic(d)
			}
		}
	}
	if raw || strings.IndexByte(body, '\\') < 0 {
		return body, isBytes
	}
	return p.unescape(t, body, q+n, isBytes), isBytes
}

// fstringText decodes the literal text of an f-string. In a format spec braces are never doubled.
func (p *climber) fstringText(t *token, raw, spec bool) string {
	text := t.Value
	if !raw && strings.IndexByte(text, '\\') >= 0 {
		// Doubled braces first become single ones between escapes, then the escapes are decoded: no
		// escape but \N{…} holds a brace, and that one is never doubled.
		if !spec {
			text = undouble(text)
		}
		return p.unescape(t, text, 0, false)
	}
	if spec {
		return text
	}
	return undouble(text)
}

func undouble(s string) string {
	if strings.IndexByte(s, '{') < 0 && strings.IndexByte(s, '}') < 0 {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "{{", "{"), "}}", "}")
}

// unescape replaces the escape sequences of s, which stands at base in the token t. Unknown ones stay
// as they are, as in Python.
func (p *climber) unescape(t *token, s string, base int, isBytes bool) string {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		c := s[i]
		if c != '\\' || i+1 >= len(s) {
			j := strings.IndexByte(s[i+1:], '\\')
			if j < 0 {
				return string(append(out, s[i:]...))
			}
			out = append(out, s[i:i+1+j]...)
			i += 1 + j
			continue
		}
		esc := s[i+1]
		i += 2
		switch esc {
		case '\n':
		case '\\', '\'', '"':
			out = append(out, esc)
		case 'a':
			out = append(out, '\a')
		case 'b':
			out = append(out, '\b')
		case 'f':
			out = append(out, '\f')
		case 'n':
			out = append(out, '\n')
		case 'r':
			out = append(out, '\r')
		case 't':
			out = append(out, '\t')
		case 'v':
			out = append(out, '\v')
		case '0', '1', '2', '3', '4', '5', '6', '7':
			v := rune(esc - '0')
			for n := 1; n < 3 && i < len(s) && '0' <= s[i] && s[i] <= '7'; n++ {
				v = v*8 + rune(s[i]-'0')
				i++
			}
			out = appendChar(out, v, isBytes)
		case 'x':
			out = appendChar(out, p.hexEscape(t, s, base, &i, 2), isBytes)
		case 'u', 'U', 'N':
			if isBytes {
				out = append(out, '\\', esc)
				break
			}
			switch esc {
			case 'u':
				out = appendChar(out, p.hexEscape(t, s, base, &i, 4), false)
			case 'U':
				out = appendChar(out, p.hexEscape(t, s, base, &i, 8), false)
			default:
				out = appendChar(out, p.namedEscape(t, s, base, &i), false)
			}
		default:
			out = append(out, '\\', esc)
		}
	}
	return string(out)
}

// appendChar appends a code point, a surrogate as the three bytes that UTF-8 would give it; or, for
// bytes, its low byte.
func appendChar(out []byte, r rune, isBytes bool) []byte {
	if isBytes {
		return append(out, byte(r))
	}
	if r >= 0xD800 && r <= 0xDFFF {
		return append(out, 0xE0|byte(r>>12), 0x80|byte(r>>6)&0x3F|0x80, 0x80|byte(r)&0x3F)
	}
	return utf8.AppendRune(out, r)
}

// errorInside makes an error about a piece of the token t.
func (p *climber) errorInside(t *token, from, to int, msg string, a ...any) *syntaxError {
	e := p.errorAt(diag.BadEscape, t, msg, a...)
	before := t.Value[:min(from, len(t.Value))]
	if n := strings.Count(before, "\n"); n > 0 {
		e.Pos.Line += int32(n)
		e.Pos.Col = int32(len(before) - strings.LastIndexByte(before, '\n'))
	} else {
		e.Pos.Col += int32(len(before))
	}
	e.Pos.Off += int32(len(before))
	n := int32(to - from)
	e.End = Pos{Off: e.Pos.Off + n, Line: e.Pos.Line, Col: e.Pos.Col + n}
	return e
}

func (p *climber) hexEscape(t *token, s string, base int, i *int, n int) rune {
	v := rune(0)
	for k := range n {
		d := -1
		if *i+k < len(s) {
			d = digit(s[*i+k])
		}
		if d < 0 {
			e := p.errorInside(t, base+*i-2, base+*i+k, `the escape '\%c' needs %d hexadecimal digits`, s[*i-1], n)
			e.Hint = `write '\\' for a backslash that is text, or make it a raw string: r"…"`
			panic(e)
		}
		if v = v<<4 | rune(d); v < 0 || v > utf8.MaxRune {
			v = utf8.MaxRune + 1
		}
	}
	if v > utf8.MaxRune {
		panic(p.errorInside(t, base+*i-2, base+*i+n, `'\U%s' is beyond the last character, '\U0010ffff'`, s[*i:*i+n]))
	}
	*i += n
	return v
}

func (p *climber) namedEscape(t *token, s string, base int, i *int) rune {
	end := strings.IndexByte(s[*i:], '}')
	if *i >= len(s) || s[*i] != '{' || end < 0 {
		e := p.errorInside(t, base+*i-2, base+*i, `the escape '\N' needs a character's name in braces`)
		e.Hint = `for example '\N{BULLET}'; write '\\' for a backslash that is text`
		panic(e)
	}
	name := s[*i+1 : *i+end]
	r, ok := CharacterNamed(name)
	if !ok {
		e := p.errorInside(t, base+*i-2, base+*i+end+1, `Coro does not know a character named '%s'`, clip(name))
		e.Hint = `it knows the common ones; write the character itself, or its number: '\uXXXX'`
		panic(e)
	}
	*i += end + 1
	return r
}
