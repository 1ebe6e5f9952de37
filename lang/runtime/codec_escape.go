package runtime

import (
	"fmt"
	"strconv"
	"strings"
)

// encEscape is the encoding that writes text in ASCII as string literals have it.
var encEscape = &encoding{"unicodeescape", 0x110000, "", false, "", putEscape, getEscape}

func init() {
	encodings["unicode-escape"], encodings["unicodeescape"] = encEscape, encEscape
}

// escapeLetters are the characters of escapes of one letter, each behind its letter.
const escapeLetters = "a\ab\bf\fn\nr\rt\tv\v\\\\''\"\""

func putEscape(b []byte, c rune) []byte {
	switch {
	case c == '\t', c == '\n', c == '\r', c == '\\':
		return append(b, '\\', escapeLetters[strings.LastIndexByte(escapeLetters, byte(c))-1])
	case c >= ' ' && c < 0x7F:
		return append(b, byte(c))
	case c < 0x100:
		return fmt.Appendf(b, `\x%02x`, c)
	case c < 0x10000:
		return fmt.Appendf(b, `\u%04x`, c)
	}
	return fmt.Appendf(b, `\U%08x`, c)
}

// getEscape reads a byte or an escape; the character is -1 where an escaped end of
// line stands for nothing.
func getEscape(s string) (c rune, n int, bad string) {
	if s[0] != '\\' {
		return rune(s[0]), 1, ""
	}
	if len(s) == 1 {
		return 0, 1, `\ at end of string`
	}
	switch letter := s[1]; letter {
	case '\n':
		return -1, 2, ""
	case 'x':
		return getHexEscape(s, 2, `truncated \xXX escape`)
	case 'u':
		return getHexEscape(s, 4, `truncated \uXXXX escape`)
	case 'U':
		return getHexEscape(s, 8, `truncated \UXXXXXXXX escape`)
	case 'N':
		const malformed = `malformed \N character escape`
		switch end := strings.IndexByte(s, '}'); {
		case !strings.HasPrefix(s[2:], "{"):
			return 0, 2, malformed
		case end < 0:
			return 0, len(s), malformed
		case end == 3:
			return 0, 3, malformed
		default:
			return 0, end + 1, "unknown Unicode character name"
		}
	case '0', '1', '2', '3', '4', '5', '6', '7':
		for n = 1; n < min(len(s), 4) && s[n] >= '0' && s[n] <= '7'; n++ {
			c = c<<3 | rune(s[n]-'0')
		}
		return c, n, ""
	default:
		for i := 0; i < len(escapeLetters); i += 2 {
			if escapeLetters[i] == letter {
				return rune(escapeLetters[i+1]), 2, ""
			}
		}
	}
	return '\\', 1, ""
}

// getHexEscape reads an escape of so many hexadecimal digits.
func getHexEscape(s string, digits int, truncated string) (rune, int, string) {
	end := 2
	for end < min(len(s), 2+digits) && strings.IndexByte("0123456789abcdefABCDEF", s[end]) >= 0 {
		end++
	}
	if end < 2+digits {
		return 0, end, truncated
	}
	c, _ := strconv.ParseUint(s[2:end], 16, 32)
	if c > 0x10FFFF {
		return 0, end, "illegal Unicode character"
	}
	return rune(c), end, ""
}
