package runtime

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Case mapping of str, special casing included.

// specialUpper has what str.upper makes of the characters that become several.
var specialUpper = map[rune]string{
	0x00DF: "SS", 0x0149: "\u02bcN", 0x01F0: "J\u030c", 0x0390: "\u0399\u0308\u0301",
	0x03B0: "\u03a5\u0308\u0301", 0x0587: "\u0535\u0552", 0x1E96: "H\u0331", 0x1E97: "T\u0308",
	0x1E98: "W\u030a", 0x1E99: "Y\u030a", 0x1E9A: "A\u02be", 0x1F50: "\u03a5\u0313",
	0x1F52: "\u03a5\u0313\u0300", 0x1F54: "\u03a5\u0313\u0301", 0x1F56: "\u03a5\u0313\u0342",
	0x1F80: "\u1f08\u0399", 0x1F81: "\u1f09\u0399", 0x1F82: "\u1f0a\u0399", 0x1F83: "\u1f0b\u0399",
	0x1F84: "\u1f0c\u0399", 0x1F85: "\u1f0d\u0399", 0x1F86: "\u1f0e\u0399", 0x1F87: "\u1f0f\u0399",
	0x1F88: "\u1f08\u0399", 0x1F89: "\u1f09\u0399", 0x1F8A: "\u1f0a\u0399", 0x1F8B: "\u1f0b\u0399",
	0x1F8C: "\u1f0c\u0399", 0x1F8D: "\u1f0d\u0399", 0x1F8E: "\u1f0e\u0399", 0x1F8F: "\u1f0f\u0399",
	0x1F90: "\u1f28\u0399", 0x1F91: "\u1f29\u0399", 0x1F92: "\u1f2a\u0399", 0x1F93: "\u1f2b\u0399",
	0x1F94: "\u1f2c\u0399", 0x1F95: "\u1f2d\u0399", 0x1F96: "\u1f2e\u0399", 0x1F97: "\u1f2f\u0399",
	0x1F98: "\u1f28\u0399", 0x1F99: "\u1f29\u0399", 0x1F9A: "\u1f2a\u0399", 0x1F9B: "\u1f2b\u0399",
	0x1F9C: "\u1f2c\u0399", 0x1F9D: "\u1f2d\u0399", 0x1F9E: "\u1f2e\u0399", 0x1F9F: "\u1f2f\u0399",
	0x1FA0: "\u1f68\u0399", 0x1FA1: "\u1f69\u0399", 0x1FA2: "\u1f6a\u0399", 0x1FA3: "\u1f6b\u0399",
	0x1FA4: "\u1f6c\u0399", 0x1FA5: "\u1f6d\u0399", 0x1FA6: "\u1f6e\u0399", 0x1FA7: "\u1f6f\u0399",
	0x1FA8: "\u1f68\u0399", 0x1FA9: "\u1f69\u0399", 0x1FAA: "\u1f6a\u0399", 0x1FAB: "\u1f6b\u0399",
	0x1FAC: "\u1f6c\u0399", 0x1FAD: "\u1f6d\u0399", 0x1FAE: "\u1f6e\u0399", 0x1FAF: "\u1f6f\u0399",
	0x1FB2: "\u1fba\u0399", 0x1FB3: "\u0391\u0399", 0x1FB4: "\u0386\u0399", 0x1FB6: "\u0391\u0342",
	0x1FB7: "\u0391\u0342\u0399", 0x1FBC: "\u0391\u0399", 0x1FC2: "\u1fca\u0399", 0x1FC3: "\u0397\u0399",
	0x1FC4: "\u0389\u0399", 0x1FC6: "\u0397\u0342", 0x1FC7: "\u0397\u0342\u0399", 0x1FCC: "\u0397\u0399",
	0x1FD2: "\u0399\u0308\u0300", 0x1FD3: "\u0399\u0308\u0301", 0x1FD6: "\u0399\u0342",
	0x1FD7: "\u0399\u0308\u0342", 0x1FE2: "\u03a5\u0308\u0300", 0x1FE3: "\u03a5\u0308\u0301",
	0x1FE4: "\u03a1\u0313", 0x1FE6: "\u03a5\u0342", 0x1FE7: "\u03a5\u0308\u0342", 0x1FF2: "\u1ffa\u0399",
	0x1FF3: "\u03a9\u0399", 0x1FF4: "\u038f\u0399", 0x1FF6: "\u03a9\u0342", 0x1FF7: "\u03a9\u0342\u0399",
	0x1FFC: "\u03a9\u0399", 0xFB00: "FF", 0xFB01: "FI", 0xFB02: "FL", 0xFB03: "FFI", 0xFB04: "FFL",
	0xFB05: "ST", 0xFB06: "ST", 0xFB13: "\u0544\u0546", 0xFB14: "\u0544\u0535", 0xFB15: "\u0544\u053b",
	0xFB16: "\u054e\u0546", 0xFB17: "\u0544\u053d",
}

// upperOf is c in upper case, one code point or more.
func upperOf(c rune) string {
	if s, ok := specialUpper[c]; ok {
		return s
	}
	return codePoint(unicode.ToUpper(c))
}

// titleOf is c in title case: where that is several code points, the first of
// the upper case followed by the lower case of the others.
func titleOf(c rune) string {
	s, ok := specialUpper[c]
	if !ok || unicode.ToTitle(c) != c || unicode.IsTitle(c) {
		return codePoint(unicode.ToTitle(c))
	}
	if c == 'ŉ' {
		return s
	}
	_, n := utf8.DecodeRuneInString(s)
	head, rest := s[:n], s[n:]
	// A Greek iota that was a subscript becomes one again.
	if c >= 0x1F80 && strings.HasSuffix(rest, "Ι") {
		return head + strings.TrimSuffix(rest, "Ι") + "\u0345"
	}
	return head + lowerText(rest)
}

// foldOf is c for caseless matching.
func foldOf(c rune) string {
	switch {
	case c == 'ı':
		return "ı"
	case c == 'ẞ':
		return "ss"
	case c >= 0x13A0 && c <= 0x13FD || c >= 0xAB70 && c <= 0xABBF: // Cherokee
		return codePoint(unicode.ToUpper(c))
	}
	return lowerText(upperOf(c))
}

// lowerText is s in lower case whatever stands around its characters.
func lowerText(s string) string {
	var b []byte
	for s != "" {
		c, n := decodeCodePoint(s)
		b = append(b, lowerOf(c)...)
		s = s[n:]
	}
	return string(b)
}

// lowerOf is c in lower case.
func lowerOf(c rune) string {
	if c == 'İ' {
		return "i̇"
	}
	return codePoint(unicode.ToLower(c))
}

func codePoint(c rune) string {
	if c < utf8.RuneSelf {
		return oneChar[c].s
	}
	return string(appendCodePoint(nil, c))
}

// lowerAt is the code point c of s in lower case, before and after being what
// surrounds it: a sigma that ends a word has a form of its own.
func lowerAt(before string, c rune, after string) string {
	if c != 'Σ' {
		return lowerOf(c)
	}
	for before != "" {
		p, n := decodeLastCodePoint(before)
		before = before[:len(before)-n]
		if isCaseIgnorable(p) {
			continue
		}
		if !isCased(p) {
			return "σ"
		}
		for after != "" {
			p, n := decodeCodePoint(after)
			after = after[n:]
			if isCaseIgnorable(p) {
				continue
			}
			if isCased(p) {
				return "σ"
			}
			return "ς"
		}
		return "ς"
	}
	return "σ"
}

// mapCase makes a str of f of every code point, which is also told what stands
// before and after it.
func (s *Str) mapCase(f func(before string, c rune, after string) string) Value {
	b := make([]byte, 0, len(s.s)+8)
	for i := 0; i < len(s.s); {
		c, n := decodeCodePoint(s.s[i:])
		b = append(b, f(s.s[:i], c, s.s[i+n:])...)
		i += n
	}
	return NewStr(string(b))
}

// asciiMap says what becomes of each ASCII character.
type asciiMap [utf8.RuneSelf]byte

var asciiUpper, asciiLower, asciiSwapped = newASCIIMap(upperByte), newASCIIMap(lowerByte), newASCIIMap(swapByte)

func newASCIIMap(f func(c byte) byte) *asciiMap {
	var m asciiMap
	for i := range m {
		m[i] = f(byte(i))
	}
	return &m
}

// mapASCII maps an ASCII str, its first character and the others.
func (s *Str) mapASCII(first, others *asciiMap) Value {
	if s.n <= 1 {
		if s.n == 0 {
			return obj(&emptyStr)
		}
		return obj(&oneChar[first[s.s[0]]])
	}
	made, text := roomForText(s.n)
	for i := range text {
		text[i] = others[s.s[i]%utf8.RuneSelf]
	}
	text[0] = first[s.s[0]]
	made.n = s.n
	return obj(made)
}

func upperByte(c byte) byte {
	if c >= 'a' && c <= 'z' {
		c -= 'a' - 'A'
	}
	return c
}

func lowerByte(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

func swapByte(c byte) byte {
	if c >= 'a' && c <= 'z' {
		return upperByte(c)
	}
	return lowerByte(c)
}

// titleBytes is ASCII text with every word capitalised.
func titleBytes(s string) string {
	b := []byte(s)
	inWord := false
	for i, c := range b {
		if inWord {
			b[i] = lowerByte(c)
		} else {
			b[i] = upperByte(c)
		}
		inWord = upperByte(c) != lowerByte(c)
	}
	return string(b)
}

func strUpper(t *Thread, args []Value) (Value, error) {
	s := AsStr(args[0])
	if s.isASCII() {
		return s.mapASCII(asciiUpper, asciiUpper), nil
	}
	return s.mapCase(func(_ string, c rune, _ string) string { return upperOf(c) }), nil
}

func strLower(t *Thread, args []Value) (Value, error) {
	s := AsStr(args[0])
	if s.isASCII() {
		return s.mapASCII(asciiLower, asciiLower), nil
	}
	return s.mapCase(lowerAt), nil
}

func strCasefold(t *Thread, args []Value) (Value, error) {
	s := AsStr(args[0])
	if s.isASCII() {
		return strLower(t, args)
	}
	return s.mapCase(func(_ string, c rune, _ string) string { return foldOf(c) }), nil
}

func strSwapcase(t *Thread, args []Value) (Value, error) {
	s := AsStr(args[0])
	if s.isASCII() {
		return s.mapASCII(asciiSwapped, asciiSwapped), nil
	}
	return s.mapCase(func(before string, c rune, after string) string {
		switch {
		case isUpper(c):
			return lowerAt(before, c, after)
		case isLower(c):
			return upperOf(c)
		}
		return codePoint(c)
	}), nil
}

func strCapitalize(t *Thread, args []Value) (Value, error) {
	s := AsStr(args[0])
	if s.isASCII() {
		return s.mapASCII(asciiUpper, asciiLower), nil
	}
	return s.mapCase(func(before string, c rune, after string) string {
		if before == "" {
			return titleOf(c)
		}
		return lowerAt(before, c, after)
	}), nil
}

func strTitle(t *Thread, args []Value) (Value, error) {
	s := AsStr(args[0])
	if s.isASCII() {
		return obj(asciiStr(titleBytes(s.s))), nil
	}
	inWord := false
	return s.mapCase(func(before string, c rune, after string) string {
		began := !inWord
		inWord = isCased(c)
		if began {
			return titleOf(c)
		}
		return lowerAt(before, c, after)
	}), nil
}
