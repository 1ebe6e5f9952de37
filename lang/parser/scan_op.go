package parser

import (
	"strings"

	"github.com/coro-lang/coro/lang/diag"
)

// This file reads operators and brackets.

// op reads the operator or bracket that begins with c.
func (s *scanner) op(t *token, c byte) bool {
	src, start := s.src, s.pos
	var c1, c2 byte
	if start+1 < len(src) {
		c1 = src[start+1]
	}
	if start+2 < len(src) {
		c2 = src[start+2]
	}
	tt, n := tokenType(0), 1
	aug := false // may be followed by '='
	switch c {
	case '(', '[', '{':
		s.pos++
		s.open(t, c, start)
		return true
	case ')', ']', '}':
		s.pos++
		return s.close(t, c, start)
	case ',':
		tt = tComma
	case ':':
		if f := s.field(); f != nil && f.depth == len(s.brackets) {
			f.spec = true
			tt = tColon
		} else if c1 == '=' {
			tt, n = tWalrus, 2
		} else {
			tt = tColon
		}
	case ';':
		tt = tSemi
	case '.':
		tt = tDot
		if c1 == '.' && c2 == '.' {
			tt, n = tEllipsis, 3
		}
	case '~':
		tt = tTilde
	case '=':
		tt = tAssign
		if c1 == '=' {
			tt, n = tEqual, 2
		} else if f := s.field(); f != nil && f.depth == len(s.brackets) && s.selfDocumenting(t, f) {
			return true
		}
	case '!':
		tt = tBang
		if c1 == '=' {
			tt, n = tNotEqual, 2
		}
	case '+':
		tt, aug = tPlus, true
	case '-':
		tt, aug = tMinus, true
		if c1 == '>' {
			tt, n, aug = tArrow, 2, false
		}
	case '*':
		tt, aug = tStar, true
		if c1 == '*' {
			tt, n = tDoubleStar, 2
		}
	case '/':
		tt, aug = tSlash, true
		if c1 == '/' {
			tt, n = tDoubleSlash, 2
		}
	case '%':
		tt, aug = tPercent, true
	case '@':
		tt, aug = tAt, true
	case '&':
		tt, aug = tAmp, true
	case '|':
		tt, aug = tPipe, true
	case '^':
		tt, aug = tCaret, true
	case '<':
		tt = tLess
		if c1 == '<' {
			tt, n, aug = tLShift, 2, true
		} else if c1 == '=' {
			tt, n = tLessEqual, 2
		} else if c1 == '>' {
			s.pos += 2
			s.faultOn(diag.ForeignOperator, start, "'<>' is no operator").Hint = "write '!='"
			s.set(t, tNotEqual, start)
			return true
		}
	case '>':
		tt = tGreater
		if c1 == '>' {
			tt, n, aug = tRShift, 2, true
		} else if c1 == '=' {
			tt, n = tGreaterEqual, 2
		}
	default:
		s.pos++
		d := s.faultOn(diag.BadCharacter, start, "the character %s belongs in no program outside of strings and comments", quoteRune(rune(c)))
		switch c {
		case '?':
			d.Hint = "a choice is written `a if condition else b`"
		case '$', '`':
			d.Hint = "remove it"
		}
		return false
	}
	if aug && start+n < len(src) && src[start+n] == '=' {
		tt, n = tAugAssign, n+1
	}
	s.pos += n
	s.set(t, tt, start)
	return true
}

// selfDocumenting reads the '=' at s.pos if it ends the expression of the replacement field f. The
// token's value is the field's text so far, which is what the '=' asks to be shown.
func (s *scanner) selfDocumenting(t *token, f *field) bool {
	p := s.pos + 1
	for p < len(s.src) {
		if c := s.src[p]; c == '#' {
			i := strings.IndexByte(s.src[p:], '\n')
			if i < 0 {
				return false
			}
			p += i
		} else if class[c]&cSpace == 0 && c != '\n' {
			break
		} else {
			p++
		}
	}
	if p >= len(s.src) || s.src[p] != '}' && s.src[p] != ':' && s.src[p] != '!' {
		return false
	}
	start := s.at(s.pos)
	s.pos++
	for s.pos < p {
		switch s.src[s.pos] {
		case '\n':
			s.pos++
			s.newline()
		case '#':
			s.comment()
		default:
			s.pos++
		}
	}
	s.setAt(t, tFEqual, start)
	t.Value = s.withoutComments(f.start, p)
	return true
}

// withoutComments returns the text between two offsets but for its comments.
func (s *scanner) withoutComments(from, to int) string {
	first := len(s.comments)
	for first > 0 && int(s.comments[first-1].Pos.Off) >= from {
		first--
	}
	text := ""
	for _, c := range s.comments[first:] {
		text += s.src[from:c.Pos.Off]
		from = int(c.End.Off)
	}
	return text + s.src[from:to]
}

// field returns the replacement field that is being read, if one is.
func (s *scanner) field() *field {
	if n := len(s.fstrings); n > 0 {
		if f := &s.fstrings[n-1]; f.n > 0 && !f.fields[f.n-1].spec {
			return &f.fields[f.n-1]
		}
	}
	return nil
}

func closer(open byte) byte {
	switch open {
	case '(':
		return ')'
	case '[':
		return ']'
	}
	return '}'
}

// open makes the token of an opening bracket at start; s.pos is past it.
func (s *scanner) open(t *token, c byte, start int) {
	s.set(t, bracketToken(c), start)
	t.Value = s.src[start : start+1]
	if len(s.brackets) >= maxBrackets {
		s.faultOn(diag.TooComplex, start, "too many brackets within brackets (the limit is %d)", maxBrackets)
		s.giveUp()
		return
	}
	s.brackets = append(s.brackets, bracket{c, s.at(start)})
}

// giveUp goes to the end of the file: what follows could only add noise.
func (s *scanner) giveUp() {
	s.pos = len(s.src)
	s.brackets, s.fstrings = s.brackets[:0], s.fstrings[:0]
}

func bracketToken(c byte) tokenType {
	switch c {
	case '(':
		return tLParen
	case '[':
		return tLBracket
	case '{':
		return tLBrace
	case ')':
		return tRParen
	case ']':
		return tRBracket
	}
	return tRBrace
}

// close makes the token of a closing bracket at start, if it closes anything.
func (s *scanner) close(t *token, c byte, start int) bool {
	n := len(s.brackets)
	if n == 0 && c == '}' && s.braces > 0 {
		s.braces--
		return false
	}
	if n == 0 || s.closesString(n) {
		s.faultOn(diag.Unmatched, start, "this '%c' closes nothing", c).Hint = "remove it, or add the bracket that it should close"
		return false
	}
	if b := s.brackets[n-1]; closer(b.char) != c {
		d := s.faultOn(diag.Unmatched, start, "'%c' cannot close the '%c' that is open here", c, b.char)
		d.Notes = append(d.Notes, diag.Note{Pos: b.pos, Msg: "opened here"})
		d.Hint = "write '" + string(closer(b.char)) + "'"
		if n < 2 || closer(s.brackets[n-2].char) != c {
			c = closer(b.char)
		} else {
			d.Hint += " before it"
			s.brackets = s.brackets[:n-1] // the inner one was forgotten
			n--
		}
	}
	if f := s.field(); f != nil && f.depth >= n {
		s.fstrings[len(s.fstrings)-1].n--
	}
	s.brackets = s.brackets[:n-1]
	s.set(t, bracketToken(c), start)
	t.Value = string(c)
	return true
}

// closesString tells whether the innermost of n open brackets lies outside of the f-string being read.
func (s *scanner) closesString(n int) bool {
	k := len(s.fstrings)
	return k > 0 && n <= s.fstrings[k-1].depth
}
