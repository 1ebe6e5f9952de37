package parser

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/coro-lang/coro/lang/diag"
)

// This file finds where strings and f-strings begin and end. What their text means is literal.go's.

// str reads the string literal at s.pos whose prefix is given.
func (s *scanner) str(t *token, prefix string) bool {
	src, start := s.src, s.at(s.pos)
	p := s.pos + len(prefix)
	q := src[p]
	n := 1
	triple := p+2 < len(src) && src[p+1] == q && src[p+2] == q
	if triple {
		n = 3
	}
	isF, raw, isBytes := false, false, false
	for i := range len(prefix) {
		switch prefix[i] | 0x20 {
		case 'f':
			isF = true
		case 'b':
			isBytes = true
		case 'r':
			raw = true
		}
	}
	p += n
	if isF {
		s.pos = p
		s.setAt(t, tFStart, start)
		if len(s.fstrings) >= maxBrackets/2 {
			s.fault(diag.TooComplex, start, s.at(p), "too many f-strings within f-strings (the limit is %d)", maxBrackets/2)
			s.giveUp()
			return true
		}
		s.fstrings = append(s.fstrings, fstring{start: start, open: t.Value, quote: q, triple: triple, raw: raw, depth: len(s.brackets)})
		return true
	}
	escapes, body := false, p
	done := func(end int) bool {
		if escapes && !raw {
			if text := uselessEscape(src[body:p], isBytes, false); text != "" {
				s.warnings = append(s.warnings, Warning{int(start.Line), text})
			}
		}
		s.pos = end
		s.setAt(t, tString, start)
		return true
	}
	for p < len(src) {
		c := src[p]
		switch c {
		case '\\':
			escapes = true
			p++
			if p < len(src) && src[p] == '\n' {
				s.line++
				s.bol = p + 1
			}
		case '\n':
			if !triple {
				s.pos = p
				s.unterminated(start, src[start.Off:start.Off+int32(len(prefix)+n)])
				s.dropLine()
				s.setAt(t, tString, start)
				t.Value = `""`
				return true
			}
			s.line++
			s.bol = p + 1
		case q:
			if !triple {
				return done(p + 1)
			}
			if p+2 < len(src) && src[p+1] == q && src[p+2] == q {
				return done(p + 3)
			}
		}
		p++
	}
	s.pos = len(src)
	s.incomplete = triple || strings.HasSuffix(src, "\\") || strings.HasSuffix(src, "\\\n")
	s.unterminated(start, src[start.Off:start.Off+int32(len(prefix)+n)])
	s.dropLine()
	s.setAt(t, tString, start)
	t.Value = `""`
	return true
}

// unterminated reports a string that begins at start with the text open and has no end.
func (s *scanner) unterminated(start Pos, open string) {
	end := start
	end.Off += int32(len(open))
	end.Col += int32(len(open))
	quotes := strings.TrimLeft(open, "rRbBuUfF")
	if f := s.field(); f != nil && quotes == string(s.fstrings[len(s.fstrings)-1].quote) && !s.fstrings[len(s.fstrings)-1].triple {
		s.unclosedField(f.depth)
	} else {
		kind := "string"
		if strings.ContainsAny(open, "fF") {
			kind = "f-string"
		}
		d := s.fault(diag.UnclosedString, start, end, "this %s is never closed", kind)
		d.Hint = "add " + quotes + " where it ends"
		// An odd number of quotes after it hints at a text of several lines, which
		// is not sought far: every line of a file may have this fault.
		rest := s.src[min(s.pos, len(s.src)):min(s.pos+4096, len(s.src))]
		if len(quotes) == 1 && strings.Count(rest, quotes)%2 == 1 {
			d.Hint += ", or use " + strings.Repeat(quotes, 3) + " for text of several lines"
		}
	}
}

// unclosedField reports the brace of a replacement field that is depth brackets deep.
func (s *scanner) unclosedField(depth int) {
	pos := s.brackets[depth-1].pos
	end := pos
	end.Off++
	end.Col++
	d := s.fault(diag.FString, pos, end, "this '{' of an f-string is never closed")
	d.Hint = "add '}', or write '{{' for a brace that is text"
}

// dropLine forgets the brackets and f-strings that were opened on the current line, whose end is lost.
func (s *scanner) dropLine() {
	for n := len(s.brackets); n > 0 && int(s.brackets[n-1].pos.Line) == s.line; n-- {
		s.brackets = s.brackets[:n-1]
	}
	for n := len(s.fstrings); n > 0 && (int(s.fstrings[n-1].start.Line) == s.line || s.fstrings[n-1].depth > len(s.brackets)); n-- {
		s.fstrings = s.fstrings[:n-1]
	}
	for i := range s.fstrings {
		f := &s.fstrings[i]
		for f.n > 0 && f.fields[f.n-1].depth > len(s.brackets) {
			f.n--
		}
	}
}

// fstringText reads literal text of the f-string f, or what ends it. It returns false if an expression
// comes next.
func (s *scanner) fstringText(t *token, f *fstring) bool {
	src, p := s.src, s.pos
	start := s.at(p)
	escapes := false
	text := func() bool {
		if escapes && !f.raw {
			switch text := uselessEscape(src[start.Off:p], false, true); {
			case text == "":
			case f.n == 0:
				f.late = append(f.late, text)
			default:
				s.warnings = append(s.warnings, Warning{int(start.Line), text})
			}
		}
		if p > int(start.Off) {
			s.pos = p
			s.setAt(t, tFText, start)
			return true
		}
		return false
	}
	for p < len(src) {
		c := src[p]
		switch {
		case c == '\\':
			p++
			if p >= len(src) {
				continue
			}
			escapes = true
			switch {
			case src[p] == '{' || src[p] == '}':
				if !f.raw {
					s.warn("invalid escape sequence '\\%c'", src[p])
				}
				continue // the backslash is text, the brace is not
			case src[p] == 'N' && !f.raw && p+1 < len(src) && src[p+1] == '{':
				if i := strings.IndexAny(src[p:], "}\n"+string(f.quote)); i >= 0 && src[p+i] == '}' {
					p += i
				}
			case src[p] == '\n':
				s.line++
				s.bol = p + 1
			}
		case c == '{':
			if f.n == 0 && p+1 < len(src) && src[p+1] == '{' {
				p++
				break
			}
			if text() {
				return true
			}
			s.pos = p + 1
			if f.n == len(f.fields)-1 {
				s.faultOn(diag.TooComplex, p, "an f-string's format specs are nested too deeply")
				s.endFString(t)
				return true
			}
			s.open(t, '{', p)
			if len(s.fstrings) > 0 { // not given up
				f.fields[f.n] = field{depth: len(s.brackets), start: s.pos}
				f.n++
			}
			return true
		case c == '}':
			if f.n == 0 {
				if p+1 < len(src) && src[p+1] == '}' {
					p++
					break
				}
				s.pos = p + 1
				s.faultOn(diag.FString, p, "this '}' of an f-string closes nothing").Hint = "write '}}' for a brace that is text"
				break
			}
			if text() {
				return true
			}
			s.pos = p + 1
			s.brackets = s.brackets[:f.fields[f.n-1].depth-1]
			f.n--
			s.set(t, tRBrace, p)
			return true
		case c == '\n':
			if !f.triple && f.n > 0 { // a format spec ends with the line, and its field goes on
				f.fields[f.n-1].spec = false
				return text()
			}
			if !f.triple {
				s.pos = p
				s.unterminated(f.start, f.open)
				s.endFString(t)
				return true
			}
			s.line++
			s.bol = p + 1
		case c == f.quote:
			if f.triple && !strings.HasPrefix(src[p:], f.open[len(f.open)-3:]) {
				break
			}
			if text() {
				return true
			}
			s.pos = p + len(strings.TrimLeft(f.open, "rRfF"))
			if f.n > 0 {
				s.unclosedField(f.fields[f.n-1].depth)
			}
			for _, text := range f.late {
				s.warn("%s", text)
			}
			s.brackets = s.brackets[:f.depth]
			s.fstrings = s.fstrings[:len(s.fstrings)-1]
			s.set(t, tFEnd, p)
			return true
		}
		p++
	}
	s.pos = min(p, len(src))
	s.incomplete = f.triple
	s.unterminated(f.start, f.open)
	s.endFString(t)
	return true
}

// endFString gives the innermost f-string up, and whatever was opened on its last line.
func (s *scanner) endFString(t *token) {
	if n := len(s.fstrings); n > 0 {
		s.brackets = s.brackets[:min(len(s.brackets), s.fstrings[n-1].depth)]
		s.fstrings = s.fstrings[:n-1]
	}
	s.dropLine()
	s.set(t, tFEnd, s.pos)
}

// warn takes down a warning of the current line.
func (s *scanner) warn(msg string, a ...any) {
	s.warnings = append(s.warnings, Warning{s.line, fmt.Sprintf(msg, a...)})
}

// uselessEscape is what is to be said of the first escape that stands for itself, or
// for an octal number beyond a byte; "" if there is none. Those of braces in an
// f-string have been found before.
func uselessEscape(text string, isBytes, isF bool) string {
	for i := 0; i+1 < len(text); i++ {
		if text[i] != '\\' {
			continue
		}
		i++
		switch c := text[i]; {
		case '0' <= c && c <= '7':
			end := i + 1
			for end < len(text) && end < i+3 && '0' <= text[end] && text[end] <= '7' {
				end++
			}
			if end == i+3 && c > '3' {
				return "invalid octal escape sequence '" + text[i-1:end] + "'"
			}
		case c >= utf8.RuneSelf && !isBytes, strings.IndexByte("\n\\'\"abfnrtvx", c) >= 0,
			!isBytes && (c == 'N' || c == 'u' || c == 'U'), isF && (c == '{' || c == '}'):
		default:
			return "invalid escape sequence '" + text[i-1:i+1] + "'"
		}
	}
	return ""
}
