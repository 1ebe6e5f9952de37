package stdlib

import (
	"fmt"
	"strconv"
	"strings"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// Reading a regular expression in Python's syntax, with Python's complaints.

// reError is what is wrong with a pattern; pos is -1 if the error has no place.
type reError struct {
	msg      string
	pos      int
	overflow bool // an OverflowError
	value    bool // a ValueError
}

func (e *reError) Error() string { return e.msg }

// reParser reads a pattern a token at a time: a character, or a backslash and the
// character behind it.
type reParser struct {
	pattern []rune
	text    bool // a str, not bytes
	at      int  // behind next
	next    []rune
	flags   reFlags
	groups  []reWidth // of the groups closed so far; the first is the whole pattern
	open    []bool    // the group is not closed yet
	names   map[string]int
	order   []string // of the names
	closed  []int    // groups in the order in which they close, those in looks first
	looks   int      // looks under way
	behind  int      // groups opened before the look-behind under way; -1 outside one
	refs    []reRef  // groups that conditions name by number
	doubts  []string // what sets may come to mean
	depth   int
}

type reRef struct{ number, pos int }

// reParsed is a pattern that was read.
type reParsed struct {
	tree   reNode
	flags  reFlags
	groups int // without the whole
	names  map[string]int
	order  []string
	closed []int
	doubts []string
}

// maxReDepth bounds how deep groups may nest.
const maxReDepth = 500

// parseRe reads a pattern. If that fails nothing of what was read but the doubts is
// there.
func parseRe(pattern []rune, text bool, flags reFlags) (parsed *reParsed, err *reError) {
	p := &reParser{pattern: pattern, text: text, flags: flags, groups: []reWidth{{}}, open: []bool{true}, names: map[string]int{}, behind: -1}
	defer func() {
		if r := recover(); r != nil {
			e, ok := r.(*reError)
			if !ok {
				panic(r)
			}
			parsed, err = &reParsed{doubts: p.doubts}, e
		}
	}()
	p.advance()
	tree := p.branches(flags&reVerbose != 0, true)
	p.checkFlags()
	if p.next != nil {
		p.fail(0, "unbalanced parenthesis")
	}
	for _, r := range p.refs {
		if r.number >= len(p.groups) {
			p.failAt(r.pos, "invalid group reference %d", r.number)
		}
	}
	p.checkLookBehind(tree)
	return &reParsed{tree, p.flags, len(p.groups) - 1, p.names, p.order, p.closed, p.doubts}, nil
}

// fail reports an error some characters before the present place. The parser
// gives up by a panic that parseRe recovers.
func (p *reParser) fail(before int, format string, args ...any) {
	p.failAt(p.tell()-before, format, args...)
}

func (p *reParser) failAt(pos int, format string, args ...any) {
	panic(&reError{msg: fmt.Sprintf(format, args...), pos: pos})
}

// tell is the present place.
func (p *reParser) tell() int { return p.at - len(p.next) }

func (p *reParser) seek(pos int) {
	p.at = pos
	p.advance()
}

// advance reads the next token.
func (p *reParser) advance() {
	if p.at >= len(p.pattern) {
		p.next = nil
		return
	}
	n := 1
	if p.pattern[p.at] == '\\' {
		n = 2
		if p.at+1 >= len(p.pattern) {
			p.failAt(len(p.pattern)-1, "bad escape (end of pattern)")
		}
	}
	p.next = p.pattern[p.at : p.at+n]
	p.at += n
}

// is says whether the next token is the character c.
func (p *reParser) is(c rune) bool { return len(p.next) == 1 && p.next[0] == c }

func (p *reParser) match(c rune) bool {
	if p.is(c) {
		p.advance()
		return true
	}
	return false
}

// get takes the next token, nil at the end.
func (p *reParser) get() []rune {
	token := p.next
	p.advance()
	return token
}

// getWhile takes up to n characters out of a set.
func (p *reParser) getWhile(n int, set string) string {
	var b strings.Builder
	for range n {
		if len(p.next) != 1 || !strings.ContainsRune(set, p.next[0]) {
			break
		}
		b.WriteRune(p.next[0])
		p.advance()
	}
	return b.String()
}

// getUntil takes what is before a terminator; what names it in errors.
func (p *reParser) getUntil(end rune, what string) string {
	var text []rune
	for {
		token := p.get()
		switch {
		case token == nil && len(text) == 0:
			p.fail(0, "missing %s", what)
		case token == nil:
			p.fail(len(text), "missing %c, unterminated name", end)
		case len(token) == 1 && token[0] == end:
			if len(text) == 0 {
				p.fail(1, "missing %s", what)
			}
			return rt.TextOf(text)
		}
		text = append(text, token...)
	}
}

func runeLen(s string) int { return len(rt.CodePoints(s)) }

func (p *reParser) checkName(name string, before int) {
	if !rt.IsIdentifier(name) {
		p.fail(runeLen(name)+before, "bad character in group name %s", rt.QuoteStr(name))
	}
	if !p.text && strings.IndexFunc(name, func(c rune) bool { return c > 0x7f }) >= 0 {
		p.fail(runeLen(name)+before, "bad character in group name %s", "b"+rt.QuoteStr(name))
	}
}

// branches reads alternatives, up to a closing parenthesis or the end.
func (p *reParser) branches(verbose, outermost bool) reNode {
	if p.depth++; p.depth > maxReDepth {
		p.fail(0, "groups nest too deep")
	}
	defer func() { p.depth-- }()
	var list []reNode
	for {
		list = append(list, p.sequence(verbose, outermost && len(list) == 0))
		if !p.match('|') {
			break
		}
		if outermost {
			verbose = p.flags&reVerbose != 0
		}
	}
	if len(list) == 1 {
		return list[0]
	}
	return &reBranches{list}
}

// sequence reads one alternative; first says that it begins the pattern.
func (p *reParser) sequence(verbose, first bool) *reSequence {
	seq := &reSequence{}
	for p.next != nil && !p.is('|') && !p.is(')') {
		token := p.get()
		c := token[0]
		if verbose && len(token) == 1 {
			if c < 0x80 && strings.ContainsRune(" \t\n\r\v\f", c) {
				continue
			}
			if c == '#' {
				for {
					if t := p.get(); t == nil || len(t) == 1 && t[0] == '\n' {
						break
					}
				}
				continue
			}
		}
		switch {
		case c == '\\':
			seq.items = append(seq.items, p.escape(token))
		case c == '[':
			seq.items = append(seq.items, p.set())
		case c == '.':
			seq.items = append(seq.items, &reAny{p.flags})
		case c == '^' || c == '$':
			seq.items = append(seq.items, &reAt{byte(c), p.flags})
		case c == '*' || c == '+' || c == '?' || c == '{':
			p.repeat(seq, c)
		case c == '(':
			start := p.tell() - 1
			n, global := p.group(verbose)
			switch {
			case global && (!first || len(seq.items) > 0):
				p.failAt(start, "global flags not at the start of the expression")
			case global:
				verbose = p.flags&reVerbose != 0
			case n != nil:
				seq.items = append(seq.items, n)
			}
		default:
			seq.items = append(seq.items, &reLiteral{c, p.flags})
		}
	}
	return seq
}

// repeat reads the repetition c of the last item of seq.
func (p *reParser) repeat(seq *reSequence, c rune) {
	const digits = "0123456789"
	here := p.tell()
	r := &reRepeat{max: reUnlimited, kind: '*'}
	switch c {
	case '?':
		r.max = 1
	case '+':
		r.min = 1
	case '{':
		if p.is('}') {
			seq.items = append(seq.items, &reLiteral{c, p.flags})
			return
		}
		lo := p.getWhile(len(p.pattern), digits)
		hi := lo
		if p.match(',') {
			hi = p.getWhile(len(p.pattern), digits)
		}
		if !p.match('}') {
			seq.items = append(seq.items, &reLiteral{c, p.flags})
			p.seek(here)
			return
		}
		if lo != "" {
			r.min = repetitions(lo)
		}
		if hi != "" {
			if r.max = repetitions(hi); r.max < r.min {
				p.fail(p.tell()-here, "min repeat greater than max repeat")
			}
		}
	}
	if len(seq.items) == 0 {
		p.failAt(here-1, "nothing to repeat")
	}
	last := len(seq.items) - 1
	switch item := seq.items[last].(type) {
	case *reAt:
		p.failAt(here-1, "nothing to repeat")
	case *reRepeat:
		p.failAt(here-1, "multiple repeat")
	default:
		r.body = item
	}
	if p.match('?') {
		r.kind = '?'
	} else if p.match('+') {
		r.kind = '+'
	}
	seq.items[last] = r
}

func repetitions(digits string) uint64 {
	n, err := strconv.ParseUint(digits, 10, 64)
	if err != nil || n >= reUnlimited {
		panic(&reError{msg: "the repetition number is too large", overflow: true})
	}
	return n
}

// set reads a set behind its opening bracket.
func (p *reParser) set() reNode {
	here := p.tell() - 1
	s := &reSet{flags: p.flags}
	if p.is('[') {
		p.doubt("nested set", p.tell())
	}
	s.negated = p.match('^')
	item := func(token []rune) reSetItem {
		if token == nil {
			p.failAt(here, "unterminated character set")
		}
		if token[0] == '\\' {
			return p.classEscape(token)
		}
		return reSetItem{lo: token[0], hi: token[0]}
	}
	for first := true; ; first = false {
		start := p.tell()
		token := p.get()
		if len(token) == 1 && token[0] == ']' && !first {
			return s
		}
		if !first && len(token) == 1 && p.is(token[0]) {
			if operation := setOperation(token[0]); operation != "" {
				p.doubt(operation, p.tell()-1)
			}
		}
		a := item(token)
		if !p.match('-') {
			s.items = append(s.items, a)
			continue
		}
		token = p.get()
		if len(token) == 1 && token[0] == ']' {
			s.items = append(s.items, a, reSetItem{lo: '-', hi: '-'})
			return s
		}
		if len(token) == 1 && token[0] == '-' {
			p.doubt("set difference", p.tell()-2)
		}
		b := item(token)
		if a.letter != 0 || b.letter != 0 || b.lo < a.lo {
			p.failAt(start, "bad character range %s", rt.TextOf(p.pattern[start:p.tell()]))
		}
		s.items = append(s.items, reSetItem{lo: a.lo, hi: b.lo})
	}
}

// setOperation is what a doubled character in a set may mean one day.
func setOperation(c rune) string {
	switch c {
	case '-':
		return "set difference"
	case '&':
		return "set intersection"
	case '~':
		return "set symmetric difference"
	case '|':
		return "set union"
	}
	return ""
}

// doubt notes what CPython warns of: that later versions may read a set another way.
func (p *reParser) doubt(what string, pos int) {
	p.doubts = append(p.doubts, fmt.Sprintf("Possible %s at position %d", what, pos))
}

// checkFlags settles which characters the pattern is about.
func (p *reParser) checkFlags() {
	refuse := func(msg string) { panic(&reError{msg: msg, value: true}) }
	switch f := p.flags; {
	case p.text && f&reLocale != 0:
		refuse("cannot use LOCALE flag with a str pattern")
	case p.text && f&reASCII != 0 && f&reUnicode != 0:
		refuse("ASCII and UNICODE flags are incompatible")
	case !p.text && f&reUnicode != 0:
		refuse("cannot use UNICODE flag with a bytes pattern")
	case !p.text && f&reLocale != 0 && f&reASCII != 0:
		refuse("ASCII and LOCALE flags are incompatible")
	}
	if p.text && p.flags&reASCII == 0 {
		p.flags |= reUnicode
	}
}

// checkLookBehind refuses looks behind at what has no fixed length.
func (p *reParser) checkLookBehind(n reNode) {
	switch n := n.(type) {
	case *reSequence:
		for _, item := range n.items {
			p.checkLookBehind(item)
		}
	case *reBranches:
		for _, b := range n.branches {
			p.checkLookBehind(b)
		}
	case *reGroup:
		p.checkLookBehind(n.body)
	case *reAtomic:
		p.checkLookBehind(n.body)
	case *reRepeat:
		p.checkLookBehind(n.body)
	case *reCondition:
		p.checkLookBehind(n.yes)
		if n.no != nil {
			p.checkLookBehind(n.no)
		}
	case *reLook:
		if w := n.body.width(p.groups); n.behind && w.lo != w.hi {
			panic(&reError{msg: "look-behind requires fixed-width pattern", pos: -1})
		}
		p.checkLookBehind(n.body)
	}
}
