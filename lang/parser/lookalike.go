package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/coro-lang/coro/lang/diag"
)

// This file deals with characters that belong in no program: quotes and punctuation that a web page or a
// word processor put in place of the plain ones, and the rest.

// plain says which ASCII text a character was meant to be.
var plain = map[rune]string{
	'‘': "'", '’': "'", '‚': "'", '‛': "'", '′': "'", '＇': "'", '´': "'",
	'“': `"`, '”': `"`, '„': `"`, '‟': `"`, '″': `"`, '«': `"`, '»': `"`, '＂': `"`,
	'，': ",", '、': ",", '：': ":", '；': ";", '\u037e': ";", '（': "(", '）': ")", '［': "[", '］': "]", '【': "[", '】': "]",
	'｛': "{", '｝': "}", '＝': "=", '＋': "+", '－': "-", '–': "-", '—': "-", '−': "-", '‐': "-", '‑': "-",
	'＊': "*", '×': "*", '∗': "*", '／': "/", '÷': "/", '＜': "<", '＞': ">", '≤': "<=", '≥': ">=", '≠': "!=",
	'．': ".", '…': "...", '！': "!", '→': "->", '＠': "@", '％': "%", '＆': "&", '｜': "|", '＾': "^", '～': "~", '＃': "#",
}

// asciiTokens gives the tokens that those stand for.
var asciiTokens = map[string]tokenType{",": tComma, ":": tColon, ";": tSemi, "=": tAssign, "+": tPlus, "-": tMinus,
	"*": tStar, "/": tSlash, "<": tLess, ">": tGreater, "<=": tLessEqual, ">=": tGreaterEqual, "!=": tNotEqual,
	".": tDot, "...": tEllipsis, "!": tBang, "->": tArrow, "@": tAt, "%": tPercent, "&": tAmp, "|": tPipe, "^": tCaret,
	"~": tTilde}

// oddCharacter reports r at s.pos, which is n bytes long, and reads on as if the plain character stood
// there.
func (s *scanner) oddCharacter(t *token, r rune, n int) bool {
	start := s.pos
	ascii, known := plain[r]
	switch {
	case unicode.IsSpace(r) || unicode.Is(unicode.Cf, r):
		s.lookalike(r, n)
		return false
	case !known:
		s.pos += n
		d := s.faultOn(diag.BadCharacter, start, "the character %s belongs in no program outside of strings and comments", quoteRune(r))
		if unicode.IsPrint(r) {
			d.Hint = "put it in quotes, or remove it"
		}
		return false
	case ascii == `"` || ascii == "'":
		return s.curlyString(t, r, n, ascii)
	case ascii == "#":
		s.lookalike(r, n)
		s.comment()
		return false
	}
	s.lookalike(r, n)
	switch ascii {
	case "(", "[", "{":
		s.open(t, ascii[0], start)
		t.Value = ascii
	case ")", "]", "}":
		return s.close(t, ascii[0], start)
	default:
		s.set(t, asciiTokens[ascii], start)
		t.Value = ascii // what grammar tags compare
	}
	return true
}

// lookalike reports a character that only looks like what was meant, once a file, and passes it and its
// repetitions, if it is a space.
func (s *scanner) lookalike(r rune, n int) {
	start := s.pos
	s.pos += n
	ascii, known := plain[r]
	if !known {
		for strings.HasPrefix(s.src[s.pos:], string(r)) {
			s.pos += n
		}
	}
	if s.said[r] {
		return
	}
	if s.said == nil {
		s.said = map[rune]bool{}
	}
	s.said[r] = true
	var d *diag.Diagnostic
	if known {
		d = s.faultOn(diag.BadCharacter, start, "%s is not the plain '%s' that belongs here", quoteRune(r), ascii)
		d.Hint = "replace it by '" + ascii + "'"
	} else {
		d = s.faultOn(diag.BadCharacter, start, "this invisible character %s is not a plain space", quoteRune(r))
		d.Hint = "replace it by a space, or remove it"
	}
	if more := strings.Count(s.src[s.pos:], string(r)); more > 0 {
		d.Hint += "; the file has more of them"
	}
}

// curlyString reports a typographic quote and takes what follows, up to the quote that ends it on the
// same line, for a string.
func (s *scanner) curlyString(t *token, r rune, n int, ascii string) bool {
	start := s.pos
	s.pos += n
	d := s.faultOn(diag.BadCharacter, start, "%s is a typographic quote; a string stands in plain ones", quoteRune(r))
	d.Hint = "replace it by " + ascii
	for s.pos < len(s.src) && s.src[s.pos] != '\n' {
		c, size := utf8.DecodeRuneInString(s.src[s.pos:])
		if plain[c] == ascii {
			s.pos += size
			s.set(t, tString, start)
			t.Value = `""` // its content does not matter any more
			return true
		}
		s.pos += size
	}
	s.dropLine()
	s.set(t, tString, start)
	t.Value = `""`
	return true
}

func quoteRune(r rune) string {
	if unicode.IsPrint(r) && !unicode.IsSpace(r) {
		return "'" + string(r) + "' " + codePoint(r)
	}
	return codePoint(r)
}

func codePoint(r rune) string {
	const hex = "0123456789ABCDEF"
	out := "(U+"
	for shift := 20; shift >= 0; shift -= 4 {
		if shift < 16 || r>>shift != 0 {
			out += string(hex[r>>shift&15])
		}
	}
	return out + ")"
}
