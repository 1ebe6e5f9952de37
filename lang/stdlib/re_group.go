package stdlib

import (
	"strconv"
	"strings"

	"github.com/coro-lang/coro/lang/parser"
	rt "github.com/coro-lang/coro/lang/runtime"
)

// Reading the parts of a regular expression that begin with a parenthesis or a
// backslash.

// group reads what begins with a parenthesis. The node is nil for a comment, and
// for flags, which are global if they are the whole pattern's.
func (p *reParser) group(verbose bool) (n reNode, global bool) {
	start := p.tell() - 1
	g := &reGroup{}
	capture, atomic := true, false
	name := ""
	inner := verbose
	outer := p.flags
	if p.match('?') {
		token := p.get()
		if token == nil {
			p.fail(0, "unexpected end of pattern")
		}
		c := token[0]
		switch {
		case len(token) == 2:
			p.fail(3, "unknown extension ?%s", rt.TextOf(token))
		case c == 'P':
			if p.match('=') {
				return p.namedBackref(), false
			}
			if !p.match('<') {
				token := p.get()
				if token == nil {
					p.fail(0, "unexpected end of pattern")
				}
				p.fail(len(token)+2, "unknown extension ?P%s", rt.TextOf(token))
			}
			name = p.getUntil('>', "group name")
			p.checkName(name, 1)
		case c == ':':
			capture = false
		case c == '#':
			for {
				if p.next == nil {
					p.failAt(start, "missing ), unterminated comment")
				}
				if t := p.get(); len(t) == 1 && t[0] == ')' {
					return nil, false
				}
			}
		case c == '=' || c == '!' || c == '<':
			return p.look(c, start, inner), false
		case c == '(':
			return p.condition(start, inner), false
		case c == '>':
			capture, atomic = false, true
		case c == '-' || flagOf(c) != 0:
			add, del, all := p.inlineFlags(c)
			if all {
				return nil, true
			}
			capture = false
			inner = (inner || add&reVerbose != 0) && del&reVerbose == 0
			if add&reTypeFlags != 0 {
				p.flags &^= reTypeFlags
			}
			p.flags = p.flags&^del | add
		default:
			p.fail(2, "unknown extension ?%c", c)
		}
	}
	if capture {
		g.number = p.openGroup(name)
	}
	g.body = p.branches(inner, false)
	p.flags = outer
	if !p.match(')') {
		p.failAt(start, "missing ), unterminated subpattern")
	}
	if capture {
		p.groups[g.number] = g.body.width(p.groups)
		p.open[g.number] = false
		if p.looks > 0 {
			p.closed = append([]int{g.number}, p.closed...)
		} else {
			p.closed = append(p.closed, g.number)
		}
	}
	if atomic {
		return &reAtomic{g.body}, false
	}
	return g, false
}

func (p *reParser) openGroup(name string) int {
	number := len(p.groups)
	if name != "" {
		if old, ok := p.names[name]; ok {
			p.fail(runeLen(name)+1, "redefinition of group name %s as group %d; was group %d", rt.QuoteStr(name), number, old)
		}
		p.names[name] = number
		p.order = append(p.order, name)
	}
	p.groups = append(p.groups, reWidth{})
	p.open = append(p.open, true)
	return number
}

func (p *reParser) namedBackref() reNode {
	name := p.getUntil(')', "group name")
	p.checkName(name, 1)
	number, ok := p.names[name]
	if !ok {
		p.fail(runeLen(name)+1, "unknown group name %s", rt.QuoteStr(name))
	}
	if p.open[number] {
		p.fail(runeLen(name)+1, "cannot refer to an open group")
	}
	p.checkBehind(number)
	return &reBackref{number, p.flags}
}

// checkBehind refuses references to a group that the look-behind under way
// began.
func (p *reParser) checkBehind(number int) {
	if p.behind < 0 {
		return
	}
	if number >= len(p.groups) || p.open[number] {
		p.fail(0, "cannot refer to an open group")
	}
	if number >= p.behind {
		p.fail(0, "cannot refer to group defined in the same lookbehind subpattern")
	}
}

func (p *reParser) look(c rune, start int, verbose bool) reNode {
	look := &reLook{}
	outer := p.behind
	if c == '<' {
		token := p.get()
		if token == nil {
			p.fail(0, "unexpected end of pattern")
		}
		if c = token[0]; len(token) != 1 || c != '=' && c != '!' {
			p.fail(len(token)+2, "unknown extension ?<%s", rt.TextOf(token))
		}
		look.behind = true
		if p.behind < 0 {
			p.behind = len(p.groups)
		}
	}
	look.negated = c == '!'
	p.looks++
	look.body = p.branches(verbose, false)
	p.looks--
	p.behind = outer
	if !p.match(')') {
		p.failAt(start, "missing ), unterminated subpattern")
	}
	return look
}

func (p *reParser) condition(start int, verbose bool) reNode {
	name := p.getUntil(')', "group name")
	n := &reCondition{}
	length := runeLen(name)
	if rt.IsIdentifier(name) {
		p.checkName(name, 1)
		number, ok := p.names[name]
		if !ok {
			p.fail(length+1, "unknown group name %s", rt.QuoteStr(name))
		}
		n.number = number
	} else {
		for _, c := range name {
			if c < '0' || c > '9' {
				p.fail(length+1, "bad character in group name %s", rt.QuoteStr(name))
			}
		}
		number, err := strconv.Atoi(name)
		switch {
		case err != nil || number > 1<<30:
			p.fail(length+1, "invalid group reference %s", name)
		case number == 0:
			p.fail(length+1, "bad group number")
		}
		n.number = number
		p.refs = append(p.refs, reRef{number, p.tell() - length - 1})
	}
	p.checkBehind(n.number)
	n.yes = p.sequence(verbose, false)
	if p.match('|') {
		n.no = p.sequence(verbose, false)
		if p.is('|') {
			p.fail(0, "conditional backref with more than two branches")
		}
	}
	if !p.match(')') {
		p.failAt(start, "missing ), unterminated subpattern")
	}
	return n
}

func flagOf(c rune) reFlags {
	switch c {
	case 'i':
		return reIgnoreCase
	case 'L':
		return reLocale
	case 'm':
		return reMultiline
	case 's':
		return reDotAll
	case 'x':
		return reVerbose
	case 'a':
		return reASCII
	case 'u':
		return reUnicode
	}
	return 0
}

// inlineFlags reads flags in a parenthesis, of which c is the first. all says that
// they are the whole pattern's.
func (p *reParser) inlineFlags(c rune) (add, del reFlags, all bool) {
	// letter takes the next letter; otherwise words the error if it is none.
	letter := func(end string, otherwise string) rune {
		token := p.get()
		if token == nil {
			p.fail(0, "%s", otherwise)
		}
		if len(token) == 1 && (flagOf(token[0]) != 0 || strings.ContainsRune(end, token[0])) {
			return token[0]
		}
		if len(token) == 1 && rt.IsAlpha(token[0]) {
			otherwise = "unknown flag"
		}
		p.fail(len(token), "%s", otherwise)
		return 0
	}
	for c != '-' && c != ')' && c != ':' {
		f := flagOf(c)
		if p.text && f == reLocale {
			p.fail(0, "bad inline flags: cannot use 'L' flag with a str pattern")
		}
		if !p.text && f == reUnicode {
			p.fail(0, "bad inline flags: cannot use 'u' flag with a bytes pattern")
		}
		add |= f
		if f&reTypeFlags != 0 && add&reTypeFlags != f {
			p.fail(0, "bad inline flags: flags 'a', 'u' and 'L' are incompatible")
		}
		c = letter(")-:", "missing -, : or )")
	}
	if c == ')' {
		p.flags |= add
		return 0, 0, true
	}
	if c == '-' {
		for c = letter("", "missing flag"); c != ':'; c = letter(":", "missing :") {
			f := flagOf(c)
			if f&reTypeFlags != 0 {
				p.fail(0, "bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
			}
			del |= f
		}
	}
	if add&del != 0 {
		p.fail(1, "bad inline flags: flag turned on and off")
	}
	return add, del, false
}

// simpleEscapes are the escapes that stand for one character everywhere.
var simpleEscapes = map[rune]rune{'a': 7, 'b': 8, 'f': 12, 'n': 10, 'r': 13, 't': 9, 'v': 11, '\\': '\\'}

const (
	reHexDigits   = "0123456789abcdefABCDEF"
	reOctalDigits = "01234567"
)

// codeEscape reads the escapes \x \u \U \N and, in octal digits, those that begin
// with one; ok is false if the token is none.
func (p *reParser) codeEscape(token []rune) (code rune, ok bool) {
	size := 0
	switch c := token[1]; {
	case c == 'x':
		size = 2
	case c == 'u' && p.text:
		size = 4
	case c == 'U' && p.text:
		size = 8
	case c == 'N' && p.text:
		if !p.match('{') {
			p.fail(0, "missing {")
		}
		name := p.getUntil('}', "character name")
		if r, ok := parser.CharacterNamed(name); ok {
			return r, true
		}
		p.fail(runeLen(name)+4, "undefined character name %s", rt.QuoteStr(name))
	default:
		return 0, false
	}
	digits := p.getWhile(size, reHexDigits)
	if len(digits) != size {
		p.fail(len(digits)+2, "incomplete escape \\%c%s", token[1], digits)
	}
	n, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || n > 0x10ffff {
		p.fail(len(digits)+2, "bad escape \\%c%s", token[1], digits)
	}
	return rune(n), true
}

// octal is the character of octal digits.
func (p *reParser) octal(digits string) rune {
	n, _ := strconv.ParseUint(digits, 8, 32)
	if n > 0o377 {
		p.fail(len(digits)+1, "octal escape value \\%s outside of range 0-0o377", digits)
	}
	return rune(n)
}

func isASCIILetter(c rune) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' && c < 0x80 }

func isASCIIDigit(c rune) bool { return '0' <= c && c <= '9' }

// classEscape reads an escape in a set.
func (p *reParser) classEscape(token []rune) reSetItem {
	c := token[1]
	one := func(c rune) reSetItem { return reSetItem{lo: c, hi: c} }
	if s, ok := simpleEscapes[c]; ok {
		return one(s)
	}
	if strings.ContainsRune("dDsSwW", c) {
		return reSetItem{letter: byte(c)}
	}
	if code, ok := p.codeEscape(token); ok {
		return one(code)
	}
	if strings.ContainsRune(reOctalDigits, c) {
		return one(p.octal(string(c) + p.getWhile(2, reOctalDigits)))
	}
	if isASCIIDigit(c) || isASCIILetter(c) {
		p.fail(2, "bad escape \\%c", c)
	}
	return one(c)
}

// escape reads an escape outside sets.
func (p *reParser) escape(token []rune) reNode {
	c := token[1]
	switch {
	case strings.ContainsRune("dDsSwW", c):
		return &reCategory{byte(c), p.flags}
	case strings.ContainsRune("AbBZ", c):
		return &reAt{byte(c), p.flags}
	}
	if s, ok := simpleEscapes[c]; ok {
		return &reLiteral{s, p.flags}
	}
	if code, ok := p.codeEscape(token); ok {
		return &reLiteral{code, p.flags}
	}
	switch {
	case c == '0':
		return &reLiteral{p.octal("0" + p.getWhile(2, reOctalDigits)), p.flags}
	case isASCIIDigit(c):
		return p.numberEscape(string(c))
	case isASCIILetter(c):
		p.fail(2, "bad escape \\%c", c)
	}
	return &reLiteral{c, p.flags}
}

// numberEscape reads a reference to a group, or a character in three octal
// digits.
func (p *reParser) numberEscape(digits string) reNode {
	if len(p.next) == 1 && isASCIIDigit(p.next[0]) {
		digits += string(p.get())
		if digits[0] < '8' && digits[1] < '8' && len(p.next) == 1 && strings.ContainsRune(reOctalDigits, p.next[0]) {
			return &reLiteral{p.octal(digits + string(p.get())), p.flags}
		}
	}
	number, _ := strconv.Atoi(digits)
	if number >= len(p.groups) {
		p.fail(len(digits), "invalid group reference %d", number)
	}
	if p.open[number] {
		p.fail(len(digits)+1, "cannot refer to an open group")
	}
	p.checkBehind(number)
	return &reBackref{number, p.flags}
}
