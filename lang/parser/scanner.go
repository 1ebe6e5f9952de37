package parser

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/alecthomas/participle/v2/lexer"
	"golang.org/x/text/unicode/norm"

	"github.com/coro-lang/coro/lang/diag"
)

// Caps that keep a hostile file from deep recursion.
const (
	maxBrackets = 200 // open at one place
	maxIndents  = 100 // blocks within blocks
)

// scanner cuts the text into tokens, keeps track of indentation and brackets, and collects comments.
// It never gives up: a fault becomes a diagnostic, and some token that lets the parser go on.
type scanner struct {
	src    string
	pos    int // where to go on
	line   int // of pos, from 1
	bol    int // where that line begins
	first  int // where the current logical line's physical first line begins
	fresh  bool
	atLine bool // at the start of a logical line: indentation counts

	indents  []indent
	lost     indent // an inner block's indentation, after a line between it and the outer one's
	braces   int    // '{' that opened blocks, as in other languages
	dedents  int    // still to be handed out
	brackets []bracket
	fstrings []fstring

	comments   []Comment
	errs       diag.List
	said       map[rune]bool // look-alike characters already reported
	unclosed   int           // brackets reported as never closed
	incomplete bool          // the text ends inside something that more lines could complete
	warnings   []Warning
	rewound    int // offset from which tokens handed out before are void, or -1
}

// indent is a block's indentation, measured with tabs to multiples of 8 and with tabs as 1: lines
// whose order depends on the width of a tab are refused.
type indent struct{ col, alt int }

// bracket is an open bracket.
type bracket struct {
	char byte
	pos  Pos
}

// fstring is an f-string being read.
type fstring struct {
	start  Pos
	open   string // prefix and quotes
	quote  byte
	triple bool
	raw    bool
	late   []string // warnings of its text, which come when it ends
	fields [4]field // replacement fields, each inside the format spec of the one before
	n      int
	depth  int // brackets open around the f-string
}

// field is an open replacement field.
type field struct {
	depth int  // brackets open, its own brace included
	start int  // offset of its expression
	spec  bool // past the ':'
}

func newScanner(src string) *scanner {
	s := &scanner{src: src, line: 1, atLine: true, rewound: -1, indents: append(make([]indent, 0, 8), indent{})}
	if strings.HasPrefix(src, bom) {
		s.pos, s.bol = len(bom), len(bom)
	}
	return s
}

const bom = "\uFEFF"

func (s *scanner) at(off int) Pos {
	return Pos{Off: int32(off), Line: int32(s.line), Col: int32(off-s.bol) + 1}
}

func (s *scanner) set(t *token, tt tokenType, start int) {
	t.Type = tt
	t.Value = s.src[start:s.pos]
	t.Pos = lexer.Position{Offset: start, Line: s.line, Column: start - s.bol + 1}
}

func (s *scanner) setAt(t *token, tt tokenType, p Pos) {
	t.Type = tt
	t.Value = s.src[p.Off:s.pos]
	t.Pos = lexer.Position{Offset: int(p.Off), Line: int(p.Line), Column: int(p.Col)}
}

func (s *scanner) newline() { s.line++; s.bol = s.pos }

func (s *scanner) fault(code string, pos, end Pos, msg string, a ...any) *diag.Diagnostic {
	d := &diag.Diagnostic{Code: code, Pos: pos, End: end, Msg: fmt.Sprintf(msg, a...)}
	if len(s.errs) < 2*maxErrors {
		s.errs = append(s.errs, d)
	}
	return d
}

// faultOn reports the text from start to s.pos, on the current line.
func (s *scanner) faultOn(code string, start int, msg string, a ...any) *diag.Diagnostic {
	return s.fault(code, s.at(start), s.at(s.pos), msg, a...)
}

const (
	cIdent = 1 << iota
	cDigit
	cSpace
)

var class [256]byte

func init() {
	for c := 'a'; c <= 'z'; c++ {
		class[c] |= cIdent
		class[c-32] |= cIdent
	}
	class['_'] |= cIdent
	for c := '0'; c <= '9'; c++ {
		class[c] |= cDigit
	}
	class[' '], class['\t'], class['\f'] = cSpace, cSpace, cSpace
}

// next writes the next token to t.
func (s *scanner) next(t *token) {
	if n := len(s.fstrings); n > 0 {
		if f := &s.fstrings[n-1]; f.n == 0 || f.fields[f.n-1].spec {
			if s.fstringText(t, f) {
				return
			}
		}
	}
	if s.dedents > 0 {
		s.dedents--
		s.set(t, tDedent, s.pos)
		return
	}
	if s.atLine && s.indentation(t) {
		return
	}
	for {
		for s.pos < len(s.src) && class[s.src[s.pos]]&cSpace != 0 {
			s.pos++
		}
		if s.pos >= len(s.src) {
			if s.end(t) {
				return
			}
			continue
		}
		if s.token(t) {
			return
		}
	}
}

// indentation reads the white space in front of a logical line, and blank lines and comments before
// it. It returns true if it made a token.
func (s *scanner) indentation(t *token) bool {
	src := s.src
	var in, joined indent // joined: of the first of several lines that backslashes join
	for {
		for ; s.pos < len(src); s.pos++ {
			switch src[s.pos] {
			case ' ':
				in.col++
				in.alt++
				continue
			case '\t':
				in.col = (in.col/8 + 1) * 8
				in.alt++
				continue
			case '\f':
				in = indent{}
				continue
			}
			break
		}
		if s.pos >= len(src) {
			return false
		}
		switch src[s.pos] {
		case '\n':
			s.pos++
			s.newline()
			in, joined = indent{}, indent{}
			continue
		case '#':
			s.comment()
			continue
		case '\\':
			if strings.HasPrefix(src[s.pos+1:], "\n") {
				if joined.col == 0 {
					joined = in
				}
				in = indent{}
				s.backslash()
				continue
			}
		}
		if r, n := utf8.DecodeRuneInString(src[s.pos:]); n > 1 && unicode.IsSpace(r) {
			s.lookalike(r, n)
			continue
		}
		if joined.col > 0 {
			in = joined
		}
		s.atLine = false
		s.first = s.bol
		return s.indent(t, in)
	}
}

// indent compares a line's indentation with the open blocks.
func (s *scanner) indent(t *token, in indent) bool {
	top := s.indents[len(s.indents)-1]
	switch {
	case in.col == top.col:
		if in.alt != top.alt {
			s.mixedTabs()
		}
		return false
	case in == s.lost && in.col > top.col:
		s.indents[len(s.indents)-1] = in // back in the block that the line at fault had left
		return false
	case in.col > top.col:
		if in.alt <= top.alt {
			s.mixedTabs()
		}
		if len(s.indents) >= maxIndents {
			if len(s.indents) == maxIndents {
				s.faultOn(diag.TooComplex, s.bol, "too many blocks within blocks (the limit is %d)", maxIndents)
			}
			return false
		}
		s.indents = append(s.indents, in)
		s.set(t, tIndent, s.pos)
		return true
	}
	n := 0
	inner := top
	s.lost = indent{}
	for top.col > in.col {
		s.indents = s.indents[:len(s.indents)-1]
		top = s.indents[len(s.indents)-1]
		n++
	}
	if top.col != in.col {
		d := s.faultOn(diag.Indentation, s.bol, "this line's indentation matches no block around it")
		d.Hint = fmt.Sprintf("indent it by %d to stay in the block above, or by %d to leave it", inner.col, top.col)
		s.lost = inner
		s.indents = append(s.indents, in) // go on as if it were the inner block's indentation
		n--
	} else if in.alt != top.alt {
		s.mixedTabs()
	}
	if n == 0 {
		return false
	}
	s.dedents = n - 1
	s.set(t, tDedent, s.pos)
	return true
}

func (s *scanner) mixedTabs() {
	d := s.faultOn(diag.Indentation, s.bol, "tabs and spaces are mixed, so this indentation depends on the width of a tab")
	d.Hint = "use spaces only"
}

// end makes the tokens that close a file. It returns false if it found a place to go on from.
func (s *scanner) end(t *token) bool {
	if n := len(s.brackets); n > 0 {
		s.incomplete = true
		if s.neverClosed(s.nextStatement()) {
			s.pos = s.rewound
			s.set(t, tNewline, s.pos)
			t.Value = ""
			return true
		}
		s.brackets, s.fstrings = s.brackets[:0], s.fstrings[:0]
	}
	switch {
	case !s.atLine:
		s.atLine = true
		s.set(t, tNewline, s.pos)
	case len(s.indents) > 1:
		s.dedents = len(s.indents) - 2
		s.indents = s.indents[:1]
		s.set(t, tDedent, s.pos)
	default:
		s.set(t, tEOF, s.pos)
	}
	return true
}

// neverClosed reports the innermost open bracket. If the text from the line at off on is a statement
// of its own, the scanner goes back to there.
func (s *scanner) neverClosed(off, line int) bool {
	b := s.brackets[len(s.brackets)-1]
	if f := s.field(); f != nil && f.depth == len(s.brackets) {
		s.unclosedField(f.depth)
	} else if b.char == '{' && off >= 0 && s.opensBlock(b.pos) {
		s.fault(diag.MissingColon, b.pos, wordAt(b.pos, "{").End, "a block is ':' and indented lines, not braces").Hint = "write ':' for '{', and leave '}' out"
		s.braces++
	} else {
		end := b.pos
		end.Off++
		end.Col++
		d := s.fault(diag.Unclosed, b.pos, end, "'%c' is never closed", b.char)
		d.Hint = fmt.Sprintf("add the missing '%c'", closer(b.char))
	}
	s.unclosed++
	if off < 0 || s.unclosed > maxErrors/4 {
		return false
	}
	s.brackets, s.fstrings = s.brackets[:0], s.fstrings[:0]
	for len(s.comments) > 0 && int(s.comments[len(s.comments)-1].Pos.Off) >= off {
		s.comments = s.comments[:len(s.comments)-1]
	}
	kept := s.errs[:0]
	for _, d := range s.errs {
		if int(d.Pos.Off) < off {
			kept = append(kept, d)
		}
	}
	s.errs = kept
	s.pos, s.bol, s.line = off, off, line
	s.rewound = off
	s.atLine, s.incomplete = true, false
	return true
}

// opensBlock tells whether the brace at p was probably meant to open a block: nothing follows it on its
// line, and a statement's head stands before it.
func (s *scanner) opensBlock(p Pos) bool {
	after, _, _ := strings.Cut(s.src[p.Off+1:], "\n")
	if after = strings.TrimSpace(after); after != "" && after[0] != '#' {
		return false
	}
	head := strings.TrimSpace(s.src[int(p.Off)-int(p.Col)+1 : p.Off])
	switch head {
	case "else", "try", "finally", "} else", "} finally":
		return true
	}
	return strings.HasSuffix(head, ")") || strings.HasPrefix(head, "class ") || strings.HasPrefix(head, "if ") ||
		strings.HasPrefix(head, "while ") || strings.HasPrefix(head, "for ") || strings.HasPrefix(head, "except")
}

// nextStatement guesses where the statement ended whose bracket is still open at the end of the file:
// before the first line after the bracket that is indented no deeper than the statement and begins
// as a statement does.
func (s *scanner) nextStatement() (off, line int) {
	b := s.brackets[len(s.brackets)-1].pos
	deepest := len(s.src[s.first:]) - len(strings.TrimLeft(s.src[s.first:], " \t\f"))
	line = int(b.Line)
	for off = int(b.Off); ; line++ {
		i := strings.IndexByte(s.src[off:], '\n')
		if i < 0 {
			return -1, 0
		}
		off += i + 1
		text := strings.TrimLeft(s.src[off:], " \t\f")
		if len(s.src[off:])-len(text) <= deepest && text != "" && (class[text[0]]&cIdent != 0 || text[0] == '@') {
			return off, line + 1
		}
	}
}

func (s *scanner) comment() {
	start := s.pos
	if i := strings.IndexByte(s.src[s.pos:], '\n'); i >= 0 {
		s.pos += i
	} else {
		s.pos = len(s.src)
	}
	s.comments = append(s.comments, Comment{Span{s.at(start), s.at(s.pos)}, s.src[start:s.pos]})
}

// token reads what stands at s.pos. It returns false for what is no token.
func (s *scanner) token(t *token) bool {
	src, start := s.src, s.pos
	c := src[start]
	k := class[c]
	if k&cIdent != 0 {
		return s.word(t, start)
	}
	if k&cDigit != 0 || c == '.' && start+1 < len(src) && class[src[start+1]]&cDigit != 0 {
		s.number(t)
		s.fresh = false
		return true
	}
	switch c {
	case '\n':
		if len(s.brackets) > 0 {
			s.pos++
			s.newline()
			s.fresh = true
			return false
		}
		s.pos++
		s.set(t, tNewline, start)
		s.newline()
		s.atLine = true
		if len(s.errs) >= 2*maxErrors {
			s.pos = len(src) // nobody reads on
		}
		return true
	case '#':
		s.comment()
		return false
	case '\\':
		return s.backslash()
	case '"', '\'':
		s.fresh = false
		return s.str(t, "")
	}
	if c >= utf8.RuneSelf {
		s.fresh = false
		return s.unicodeToken(t, start)
	}
	s.fresh = false
	return s.op(t, c)
}

// backslash joins a line to the next.
func (s *scanner) backslash() bool {
	rest := s.src[s.pos+1:]
	if strings.HasPrefix(rest, "\n") {
		s.pos += 2
		s.newline()
		if s.pos >= len(s.src) {
			s.incomplete = true
			s.fault(diag.Unfinished, s.at(s.pos), Pos{}, "the file ends where a '\\\\' says that the line goes on").Hint = "remove the backslash"
		}
		return false
	}
	start := s.pos
	s.pos++
	d := s.faultOn(diag.BadCharacter, start, "nothing may follow the '\\' that continues a line")
	if trimmed := strings.TrimLeft(rest, " \t"); trimmed == "" || trimmed[0] == '\n' {
		d.Hint = "remove the spaces after it"
	} else {
		d.Hint = "remove it, or put the rest on the next line"
	}
	return false
}

// word reads an ASCII identifier or keyword, which may turn out to be a string's prefix or to go on
// with other letters.
func (s *scanner) word(t *token, start int) bool {
	src, p := s.src, start+1
	for p < len(src) && class[src[p]]&(cIdent|cDigit) != 0 {
		p++
	}
	if p < len(src) {
		if c := src[p]; c >= utf8.RuneSelf {
			s.fresh = false
			return s.unicodeToken(t, start)
		} else if (c == '"' || c == '\'') && p-start <= 2 && isPrefix(src[start:p]) {
			s.fresh = false
			return s.str(t, src[start:p])
		}
	}
	s.pos = p
	tt := keywordOf(src[start:p])
	if s.fresh {
		s.fresh = false
		if len(s.brackets) > 0 && statementOnly[tt] && s.neverClosed(s.bol, s.line) {
			s.set(t, tNewline, s.pos)
			return true
		}
	}
	s.set(t, tt, start)
	return true
}

func isPrefix(p string) bool {
	switch strings.ToLower(p) {
	case "r", "b", "u", "f", "rb", "br", "fr", "rf":
		return true
	}
	return false
}

// unicodeToken reads an identifier that is not plain ASCII, or a character that belongs nowhere.
func (s *scanner) unicodeToken(t *token, start int) bool {
	src, p := s.src, start
	for p < len(src) {
		r, n := utf8.DecodeRuneInString(src[p:])
		if !identStart(r) && (p == start || !identPart(r)) {
			break
		}
		p += n
	}
	if p == start {
		r, n := utf8.DecodeRuneInString(src[start:])
		return s.oddCharacter(t, r, n)
	}
	s.pos = p
	s.set(t, tName, start)
	return true
}

func identStart(r rune) bool {
	return r == '_' || unicode.IsLetter(r) || unicode.Is(unicode.Nl, r) || unicode.Is(unicode.Other_ID_Start, r)
}

func identPart(r rune) bool {
	return unicode.In(r, unicode.Nd, unicode.Mn, unicode.Mc, unicode.Pc, unicode.Other_ID_Continue)
}

// nameOf is the name that a token spells: Python replaces compatibility characters and composes accents
// (NFKC), so that names that look alike are the same.
func nameOf(t *token) string {
	for i := range len(t.Value) {
		if t.Value[i] >= utf8.RuneSelf {
			return norm.NFKC.String(t.Value)
		}
	}
	return t.Value
}
