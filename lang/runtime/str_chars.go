package runtime

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kinds of characters, and the methods of str that ask for them.

// asciiSpace is the white space of bytes.
const asciiSpace = " \t\n\r\v\f"

// isSpace says whether str.split and str.strip take c for white space.
func isSpace(c rune) bool {
	if c < utf8.RuneSelf {
		return c == ' ' || c >= '\t' && c <= '\r' || c >= 0x1C && c <= 0x1F
	}
	return unicode.IsSpace(c)
}

// newerThanGo says whether c is one of the characters that Unicode 15.1, which
// Python 3.13 has, added to Unicode 15.0, which Go's tables have.
func newerThanGo(c rune) bool {
	return c >= 0x2EBF0 && c <= 0x2EE5D || c >= 0x2FFC && c <= 0x2FFF || c == 0x31EF
}

// isPrintable says whether repr shows c as it is: no separator but the space, no
// control, format, surrogate, private or unassigned code point.
func isPrintable(c rune) bool {
	if c < 0x7F {
		return c >= ' '
	}
	return unicode.IsPrint(c) || newerThanGo(c)
}

func isAlpha(c rune) bool { return unicode.IsLetter(c) || c >= 0x2EBF0 && c <= 0x2EE5D }

func isLower(c rune) bool { return unicode.IsLower(c) || unicode.Is(unicode.Other_Lowercase, c) }

func isUpper(c rune) bool { return unicode.IsUpper(c) || unicode.Is(unicode.Other_Uppercase, c) }

func isCased(c rune) bool { return isLower(c) || isUpper(c) || unicode.IsTitle(c) }

// isCaseIgnorable says whether c is overlooked when asking where a word ends.
func isCaseIgnorable(c rune) bool {
	return unicode.In(c, unicode.Mn, unicode.Me, unicode.Cf, unicode.Lm, unicode.Sk) ||
		strings.ContainsRune("'.:\u00b7\u0387\u055f\u05f4\u2018\u2019\u2024\u2027\ufe13\ufe52\ufe55\uff07\uff0e\uff1a", c)
}

func isDecimal(c rune) bool { return unicode.Is(unicode.Nd, c) }

// otherDigits are the digits that are no decimal digits: superscripts, digits in
// circles and the like.
var otherDigits = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x00B2, 0x00B3, 1}, {0x00B9, 0x00B9, 1}, {0x1369, 0x1371, 1}, {0x19DA, 0x19DA, 1},
		{0x2070, 0x2070, 1}, {0x2074, 0x2079, 1}, {0x2080, 0x2089, 1}, {0x2460, 0x2468, 1},
		{0x2474, 0x247C, 1}, {0x2488, 0x2490, 1}, {0x24EA, 0x24EA, 1}, {0x24F5, 0x24FD, 1},
		{0x24FF, 0x24FF, 1}, {0x2776, 0x277E, 1}, {0x2780, 0x2788, 1}, {0x278A, 0x2792, 1},
	},
	R32: []unicode.Range32{
		{0x10A40, 0x10A43, 1}, {0x10E60, 0x10E68, 1}, {0x11052, 0x1105A, 1}, {0x1F100, 0x1F10A, 1},
	},
	LatinOffset: 2,
}

func isDigitChar(c rune) bool { return isDecimal(c) || unicode.Is(otherDigits, c) }

// numericIdeographs are the ideographs that stand for numbers.
const numericIdeographs = "㐅㒃㠪㭍一七万三两九二五亖京亿什仟仨伍佰俩倆億兆兩八六十千卄卅卌叁参參叄四壱壹幺廾廿弌弍弎弐拐拾捌柒洞漆玖百皕秭肆萬貮貳贰鈎钩阡陆陌陸零\uf96b\uf973\uf978" +
	"\uf9b2\uf9d1\uf9d3\uf9fd\U00020001\U00020064\U000200e2\U00020121\U0002092a\U00020983\U0002098c\U0002099c\U00020aea\U00020afd\U00020b19\U00022390\U00022998\U00023b1b\U0002626d\U0002f890"

func isNumeric(c rune) bool {
	return unicode.In(c, unicode.Nd, unicode.Nl, unicode.No) ||
		c >= 0x3400 && unicode.Is(unicode.Lo, c) && strings.ContainsRune(numericIdeographs, c)
}

func isAlnum(c rune) bool { return isAlpha(c) || isNumeric(c) }

// unstableLetters are letters that no name may have: normalisation would make
// something else of them.
var unstableLetters = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x037A, 0x037A, 1}, {0x2E2F, 0x2E2F, 1}, {0x309B, 0x309C, 1}, {0xFC5E, 0xFC63, 1}, {0xFDFA, 0xFDFB, 1}, {0xFE70, 0xFE7E, 2},
	},
}

// isIdentifier says whether s has the form of a name.
func isIdentifier(s string) bool {
	for i := 0; i < len(s); {
		c, n := decodeCodePoint(s[i:])
		start := c == '_' || isAlpha(c) || unicode.Is(unicode.Nl, c) || unicode.Is(unicode.Other_ID_Start, c)
		more := unicode.In(c, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Continue) || strings.ContainsRune("\u200c\u200d\u30fb\uff65", c)
		switch {
		case !start && (i == 0 || !more), unicode.Is(unstableLetters, c):
			return false
		case i == 0 && strings.ContainsRune("\u0e33\u0eb3\uff9e\uff9f", c):
			return false
		}
		i += n
	}
	return s != ""
}

// allChars makes a method that says whether there are characters and all are of a
// kind.
func allChars(kind func(rune) bool) Fn {
	return func(t *Thread, args []Value) (Value, error) {
		s := AsStr(args[0]).s
		return Bool(s != "" && every(s, kind)), nil
	}
}

func every(s string, kind func(rune) bool) bool {
	for s != "" {
		c, n := decodeCodePoint(s)
		if !kind(c) {
			return false
		}
		s = s[n:]
	}
	return true
}

// strCaseIs makes islower and isupper: there is a character of the wanted case
// and none of the other or of title case.
func strCaseIs(wanted, other func(rune) bool) Fn {
	return func(t *Thread, args []Value) (Value, error) {
		found := false
		ok := every(AsStr(args[0]).s, func(c rune) bool {
			found = found || wanted(c)
			return !other(c) && !unicode.IsTitle(c)
		})
		return Bool(ok && found), nil
	}
}

func strIsTitle(t *Thread, args []Value) (Value, error) {
	found, inWord := false, false
	ok := every(AsStr(args[0]).s, func(c rune) bool {
		fits := true
		switch {
		case isUpper(c) || unicode.IsTitle(c):
			fits = !inWord
		case isLower(c):
			fits = inWord
		}
		inWord = isCased(c)
		found = found || inWord
		return fits
	})
	return Bool(ok && found), nil
}
