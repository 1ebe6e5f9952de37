package runtime

import "strings"

// repr and ascii of a str.

// reprStr is repr of the text s.
func reprStr(s string) string {
	quote := byte('\'')
	plain := true
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\'':
			quote = '"'
		case c < ' ' || c >= 0x7F || c == '\\':
			plain = false
		}
	}
	if quote == '"' && strings.IndexByte(s, '"') >= 0 {
		quote, plain = '\'', false
	}
	if plain {
		if quote == '"' {
			return `"` + s + `"`
		}
		return "'" + s + "'"
	}
	return string(quoteText(s, quote, isPrintable))
}

// asciiOf escapes what is not ASCII in s, the repr of a value.
func asciiOf(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			var b []byte
			for s != "" {
				c, n := decodeCodePoint(s)
				if c < 0x80 {
					b = append(b, byte(c))
				} else {
					b = appendEscape(b, c)
				}
				s = s[n:]
			}
			return string(b)
		}
	}
	return s
}

func quoteText(s string, quote byte, printable func(rune) bool) []byte {
	b := make([]byte, 0, len(s)+10)
	b = append(b, quote)
	for s != "" {
		c, n := decodeCodePoint(s)
		switch {
		case c == rune(quote) || c == '\\':
			b = append(b, '\\', byte(c))
		case c == '\n':
			b = append(b, `\n`...)
		case c == '\r':
			b = append(b, `\r`...)
		case c == '\t':
			b = append(b, `\t`...)
		case printable(c):
			b = append(b, s[:n]...)
		default:
			b = appendEscape(b, c)
		}
		s = s[n:]
	}
	return append(b, quote)
}

const hexDigits = "0123456789abcdef"

// appendEscape appends \xhh, \uhhhh or \Uhhhhhhhh, the shortest that fits c.
func appendEscape(b []byte, c rune) []byte {
	kind, digits := byte('x'), 2
	switch {
	case c > 0xFFFF:
		kind, digits = 'U', 8
	case c > 0xFF:
		kind, digits = 'u', 4
	}
	b = append(b, '\\', kind)
	for shift := 4 * (digits - 1); shift >= 0; shift -= 4 {
		b = append(b, hexDigits[c>>shift&15])
	}
	return b
}
