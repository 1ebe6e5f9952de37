package runtime

// Strings as code points, for packages that index into them.

// CodePoints are the code points of a str's text, lone surrogates included.
func CodePoints(s string) []rune {
	points := make([]rune, 0, len(s))
	for len(s) > 0 {
		c, n := decodeCodePoint(s)
		points = append(points, c)
		s = s[n:]
	}
	return points
}

// TextOf is the text of code points.
func TextOf(points []rune) string {
	b := make([]byte, 0, len(points))
	for _, c := range points {
		b = appendCodePoint(b, c)
	}
	return string(b)
}

// CodePointLen is the number of code points in the str.
func (s *Str) CodePointLen() int { return s.n }

// QuoteStr is the repr of a str with the text s.
func QuoteStr(s string) string { return reprStr(s) }

// IsIdentifier is s.isidentifier().
func IsIdentifier(s string) bool { return isIdentifier(s) }

// IsAlpha is s.isalpha() of one code point.
func IsAlpha(c rune) bool { return isAlpha(c) }
