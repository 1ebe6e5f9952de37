package parser

import (
	"fmt"
	"unicode/utf8"

	"github.com/coro-lang/coro/lang/diag"
)

// This file finds where number literals end, and what is wrong with them.

// number reads the number at s.pos. A malformed one is reported and becomes the token "0".
func (s *scanner) number(t *token) {
	start := s.pos
	end, msg, hint := numberEnd(s.src, start)
	s.pos = end
	if msg == "" {
		if msg, hint = s.afterNumber(start); msg == "" {
			s.set(t, tNumber, start)
			return
		}
	}
	// The whole word is at fault, not only its beginning.
	for s.pos < len(s.src) && class[s.src[s.pos]]&(cIdent|cDigit) != 0 {
		s.pos++
	}
	code := diag.BadNumber
	if last := s.src[s.pos-1]; (last == 'j' || last == 'J') && s.pos == end+1 {
		code, msg, hint = diag.NotInCoro, "complex numbers are not part of Coro", ""
	}
	s.faultOn(code, start, "%s", msg).Hint = hint
	s.set(t, tNumber, start)
	t.Value = "0"
}

// digits passes digits of the base with single underscores between them. bad tells of a misplaced
// underscore.
func digits(src string, p, base int) (end int, bad bool) {
	last := byte('_')
	for ; p < len(src); p++ {
		c := src[p]
		if c == '_' {
			if last == '_' {
				return p, true
			}
		} else if d := digit(c); d < 0 || d >= base {
			break
		}
		last = c
	}
	return p, last == '_'
}

func digit(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'f':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

const underscoreHint = "write one underscore at a time, with digits on both sides"

// numberEnd finds the end of the number at start, or what is wrong with it.
func numberEnd(src string, start int) (p int, msg, hint string) {
	p = start
	if src[p] == '0' && p+1 < len(src) {
		base, name := 0, ""
		switch src[p+1] | 0x20 {
		case 'x':
			base, name = 16, "hexadecimal"
		case 'o':
			base, name = 8, "octal"
		case 'b':
			base, name = 2, "binary"
		}
		if base > 0 {
			p += 2
			if p < len(src) && src[p] == '_' {
				p++
			}
			q, bad := digits(src, p, base)
			if q < len(src) && src[q] >= '0' && src[q] <= '9' {
				return q, fmt.Sprintf("the digit '%c' has no place in a number of base %d", src[q], base), ""
			}
			if q == p {
				return q, "this " + name + " number has no digits", "write digits after " + src[start:start+2]
			}
			if bad {
				return q, "an underscore is misplaced in this number", underscoreHint
			}
			return q, "", ""
		}
	}
	if src[p] != '.' {
		q, bad := digits(src, p, 10)
		if bad {
			return q, "an underscore is misplaced in this number", underscoreHint
		}
		p = q
	}
	isFloat := false
	if p < len(src) && src[p] == '.' {
		isFloat = true
		p++
		if p < len(src) && class[src[p]]&cDigit != 0 {
			q, bad := digits(src, p, 10)
			if bad {
				return q, "an underscore is misplaced in this number", underscoreHint
			}
			p = q
		}
	}
	if p < len(src) && src[p]|0x20 == 'e' {
		q := p + 1
		if q < len(src) && (src[q] == '+' || src[q] == '-') {
			q++
		}
		if q < len(src) && class[src[q]]&cDigit != 0 {
			isFloat = true
			r, bad := digits(src, q, 10)
			if bad {
				return r, "an underscore is misplaced in this number", underscoreHint
			}
			p = r
		}
	}
	if !isFloat && src[start] == '0' {
		for i := start; i < p; i++ {
			if src[i] != '0' && src[i] != '_' && (p >= len(src) || src[p]|0x20 != 'j') {
				return p, "a number cannot begin with 0", "leave the leading zeros out, or write 0o for an octal number"
			}
		}
	}
	return p, "", ""
}

// afterNumber checks what directly follows a number: no letter may, but for the keywords that old
// code writes without a space.
func (s *scanner) afterNumber(start int) (msg, hint string) {
	if s.pos >= len(s.src) {
		return "", ""
	}
	c := s.src[s.pos]
	if c >= utf8.RuneSelf {
		if r, _ := utf8.DecodeRuneInString(s.src[s.pos:]); !identStart(r) {
			return "", ""
		}
	} else if class[c]&(cIdent|cDigit) == 0 {
		return "", ""
	}
	end := s.pos
	for end < len(s.src) && class[s.src[end]]&(cIdent|cDigit) != 0 {
		end++
	}
	switch word := s.src[s.pos:end]; word {
	case "and", "else", "for", "if", "in", "is", "or", "not":
		kind := "decimal"
		if s.pos > start+1 {
			switch s.src[start+1] | 0x20 {
			case 'x':
				kind = "hexadecimal"
			case 'o':
				kind = "octal"
			case 'b':
				kind = "binary"
			}
		}
		s.warn("invalid %s literal", kind)
		return "", ""
	case "e", "E":
		return "this number has no exponent after the '" + word + "'", "write digits after it"
	}
	return "a name cannot begin with a digit, and no letter may follow a number", "put a space or an operator between them"
}
