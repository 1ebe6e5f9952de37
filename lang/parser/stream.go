package parser

import "github.com/alecthomas/participle/v2/lexer"

// This file hands the scanner's tokens to participle, a few top-level statements at a time.
//
// participle wants all tokens in one slice of 72-byte values before it begins; for a large file, filling
// such a slice costs more than parsing it. So one PeekingLexer is made once, over tokens that mean nothing,
// and its slice, which Range gives access to, is filled anew for every chunk.

// chunkTokens is how many tokens a chunk has at least, the file's last one excepted.
const chunkTokens = 512

// stream is a file's tokens in chunks.
type stream struct {
	scan  *scanner
	lx    *lexer.PeekingLexer
	start lexer.Checkpoint
	buf   []token // lx's own slice
	held  token   // the first token of the next chunk
	hold  bool
	done  bool // the chunk is the last one

	level     int  // of indentation
	lineStart bool // the next token begins a logical line
	decorator bool // the line before was a decorator, at level 0
}

func newStream(src string) *stream {
	st := &stream{scan: newScanner(src), lineStart: true}
	st.grow(min(2*chunkTokens, len(src)/2+16)) // few files have a token for every two bytes
	return st
}

// blank is a lexer of n tokens that mean nothing.
type blank struct{ n int }

func (b *blank) Next() (token, error) {
	if b.n--; b.n <= 0 {
		return token{Type: tEOF}, nil
	}
	return token{Type: tName}, nil
}

// grow makes room for n tokens, and keeps those that are there.
func (st *stream) grow(n int) {
	old := st.buf
	lx, err := lexer.Upgrade(&blank{n})
	if err != nil {
		panic(err) // blank has no errors
	}
	st.lx, st.start = lx, lx.MakeCheckpoint()
	st.buf = lx.Range(0, lexer.RawCursor(n))
	copy(st.buf, old)
}

// fill loads the next chunk: it ends before a token that begins a statement at top level.
func (st *stream) fill() {
	n := 0
	if st.hold {
		st.hold = false
		st.buf[0] = st.held
		n = 1
		st.note(&st.buf[0])
	}
	for ; ; n++ {
		if n == len(st.buf) {
			st.grow(4 * n)
		}
		t := &st.buf[n]
		st.scan.next(t)
		if off := st.scan.rewound; off >= 0 {
			st.scan.rewound = -1
			k := n
			for k > 0 && st.buf[k-1].Pos.Offset >= off {
				k--
			}
			st.buf[k] = *t
			n, t = k, &st.buf[k]
		}
		if t.Type == tEOF {
			st.done = true
			break
		}
		if n >= chunkTokens && st.lineStart && st.level == 0 && !st.decorator && beginsStatement(t.Type) {
			st.held, st.hold = *t, true
			t.Type = tEOF
			break
		}
		st.note(t)
	}
	st.lx.LoadCheckpoint(st.start)
}

// beginsStatement tells the tokens that may begin a line without going on with the statement above.
func beginsStatement(t tokenType) bool {
	switch t {
	case kElif, kElse, kExcept, kFinally, tIndent, tDedent:
		return false
	}
	return true
}

func (st *stream) note(t *token) {
	if st.lineStart && st.level == 0 {
		st.decorator = t.Type == tAt
	}
	switch t.Type {
	case tNewline:
		st.lineStart = true
	case tIndent:
		st.level++
	case tDedent:
		st.level--
		st.lineStart = true
	default:
		st.lineStart = false
	}
}

// prevToken is the last token of lx that was consumed and has text, or nil.
func prevToken(lx *lexer.PeekingLexer) *token {
	for i := lx.RawCursor(); i > 0; i-- {
		t := &lx.Range(i-1, i)[0]
		switch t.Type {
		case tNewline, tIndent, tDedent:
			continue
		}
		return t
	}
	return nil
}

func prevEnd(lx *lexer.PeekingLexer) Pos {
	if t := prevToken(lx); t != nil {
		return endOfToken(t)
	}
	return at(lx.Peek())
}
