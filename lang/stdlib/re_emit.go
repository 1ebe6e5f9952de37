package stdlib

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

// Writing a parsed regular expression in the engine's syntax, which is .NET's.
// Nothing is left to the engine's own idea of letters, case and lines: sets are
// spelled out as Python has them.

// What the categories are in a set, for str patterns and for ASCII ones.
const (
	reWordSet   = `\p{L}\p{N}_`
	reWordASCII = `a-zA-Z0-9_`
)

// reSpaces are the ranges that \s matches.
var reSpaces = [][2]rune{
	{9, 13}, {0x1c, 0x20}, {0x85, 0x85}, {0xa0, 0xa0}, {0x1680, 0x1680}, {0x2000, 0x200a},
	{0x2028, 0x2029}, {0x202f, 0x202f}, {0x205f, 0x205f}, {0x3000, 0x3000},
}

var (
	reSpacesASCII = [][2]rune{{9, 13}, {' ', ' '}}
	reDigitsASCII = [][2]rune{{'0', '9'}}
	reWordRanges  = [][2]rune{{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}}
)

// reEmitter writes a pattern.
type reEmitter struct {
	b    strings.Builder
	text bool // a str pattern
}

// emitRe is the pattern in the engine's syntax.
func emitRe(n reNode, text bool) string {
	e := &reEmitter{text: text}
	e.node(n)
	return e.b.String()
}

// ascii says whether flags restrict the categories to ASCII.
func (e *reEmitter) ascii(f reFlags) bool { return !e.text || f&reASCII != 0 }

func (e *reEmitter) node(n reNode) {
	b := &e.b
	switch n := n.(type) {
	case *reLiteral:
		e.literal(n)
	case *reAny:
		if n.flags&reDotAll != 0 {
			b.WriteString(`[\s\S]`)
		} else {
			b.WriteString(`[^\n]`)
		}
	case *reSet:
		e.set(n)
	case *reCategory:
		e.set(&reSet{items: []reSetItem{{letter: n.letter}}, flags: n.flags})
	case *reAt:
		e.at(n)
	case *reSequence:
		for _, item := range n.items {
			e.node(item)
		}
	case *reBranches:
		b.WriteString("(?:")
		for i, branch := range n.branches {
			if i > 0 {
				b.WriteByte('|')
			}
			e.node(branch)
		}
		b.WriteByte(')')
	case *reGroup:
		if n.number > 0 {
			fmt.Fprintf(b, "(?<%d>", n.number)
		} else {
			b.WriteString("(?:")
		}
		e.node(n.body)
		b.WriteByte(')')
	case *reAtomic:
		b.WriteString("(?>")
		e.node(n.body)
		b.WriteByte(')')
	case *reRepeat:
		e.repeat(n)
	case *reBackref:
		if n.flags&reIgnoreCase != 0 {
			fmt.Fprintf(b, `(?i:\%d)`, n.number)
		} else {
			fmt.Fprintf(b, `(?:\%d)`, n.number)
		}
	case *reCondition:
		fmt.Fprintf(b, "(?(%d)(?:", n.number)
		e.node(n.yes)
		b.WriteString(")|(?:")
		if n.no != nil {
			e.node(n.no)
		}
		b.WriteString("))")
	case *reLook:
		b.WriteString("(?")
		if n.behind {
			b.WriteByte('<')
		}
		if n.negated {
			b.WriteByte('!')
		} else {
			b.WriteByte('=')
		}
		e.node(n.body)
		b.WriteByte(')')
	default:
		panic(fmt.Sprintf("unimplemented: regular expression node %T", n))
	}
}

func (e *reEmitter) at(n *reAt) {
	b := &e.b
	switch n.letter {
	case '^':
		if n.flags&reMultiline != 0 {
			b.WriteString("(?m:^)")
		} else {
			b.WriteString(`\A`)
		}
	case '$':
		if n.flags&reMultiline != 0 {
			b.WriteString("(?m:$)")
		} else {
			b.WriteString(`\Z`)
		}
	case 'A':
		b.WriteString(`\A`)
	case 'Z':
		b.WriteString(`\z`)
	case 'b', 'B':
		w := reWordSet
		if e.ascii(n.flags) {
			w = reWordASCII
		}
		if n.letter == 'b' {
			fmt.Fprintf(b, "(?:(?<=[%[1]s])(?![%[1]s])|(?<![%[1]s])(?=[%[1]s]))", w)
		} else {
			fmt.Fprintf(b, `(?!\A\z)(?:(?<=[%[1]s])(?=[%[1]s])|(?<![%[1]s])(?![%[1]s]))`, w)
		}
	}
}

func (e *reEmitter) repeat(n *reRepeat) {
	b := &e.b
	if n.kind == '+' {
		b.WriteString("(?>")
		defer b.WriteByte(')')
	}
	b.WriteString("(?:")
	e.node(n.body)
	b.WriteByte(')')
	const most = 1<<31 - 1
	lo := strconv.FormatUint(min(n.min, most), 10)
	switch {
	case n.min == 0 && n.max == 1:
		b.WriteByte('?')
	case n.max > most && n.min == 0:
		b.WriteByte('*')
	case n.max > most && n.min == 1:
		b.WriteByte('+')
	case n.max > most:
		b.WriteString("{" + lo + ",}")
	default:
		b.WriteString("{" + lo + "," + strconv.FormatUint(n.max, 10) + "}")
	}
	if n.kind == '?' {
		b.WriteByte('?')
	}
}

// char writes a character so that it means itself, in a set and outside.
func (e *reEmitter) char(c rune) {
	switch {
	case c < 0x80 && strings.ContainsRune(`\[](){}.*+?^$|#-& `, c):
		e.b.WriteByte('\\')
		e.b.WriteByte(byte(c))
	case c < 0x20 || c >= 0xd800 && c <= 0xdfff:
		fmt.Fprintf(&e.b, `\u%04x`, c)
	default:
		e.b.WriteRune(c)
	}
}

func (e *reEmitter) literal(n *reLiteral) {
	folds := e.folds(n.c, n.flags)
	if len(folds) == 0 {
		e.char(n.c)
		return
	}
	e.b.WriteByte('[')
	e.char(n.c)
	for _, c := range folds {
		e.char(c)
	}
	e.b.WriteByte(']')
}

// folds are the other characters that are c without regard to case.
func (e *reEmitter) folds(c rune, flags reFlags) []rune {
	if flags&reIgnoreCase == 0 {
		return nil
	}
	if e.ascii(flags) {
		if isASCIILetter(c) {
			return []rune{c ^ 0x20}
		}
		return nil
	}
	return caseOrbit(c)
}

// caseOrbit is the characters that Python takes for c in another case: Unicode's
// simple folding, and the dotless and dotted i with the others.
func caseOrbit(c rune) []rune {
	switch c {
	case 'i', 'I', 'ı', 'İ':
		var others []rune
		for _, x := range []rune{'i', 'I', 'ı', 'İ'} {
			if x != c {
				others = append(others, x)
			}
		}
		return others
	}
	var others []rune
	for x := unicode.SimpleFold(c); x != c; x = unicode.SimpleFold(x) {
		others = append(others, x)
	}
	return others
}

// casedRunes are the characters that have another case, in order.
var casedRunes = sync.OnceValue(func() []rune {
	var cased []rune
	for c := rune(0); c <= 0x1ffff; c++ {
		if len(caseOrbit(c)) > 0 {
			cased = append(cased, c)
		}
	}
	return cased
})

// set writes a set. The complement of \w has no name in a set, so that one is
// written as an alternative, or as what the rest is taken from.
func (e *reEmitter) set(s *reSet) {
	notWord := false
	rest := &reEmitter{text: e.text}
	for _, item := range s.items {
		if item.letter == 'W' && !e.ascii(s.flags) {
			notWord = true
			continue
		}
		rest.setItem(item, s.flags)
	}
	inside := rest.b.String()
	b := &e.b
	switch {
	case !notWord && !s.negated:
		b.WriteString("[" + inside + "]")
	case !notWord:
		b.WriteString("[^" + inside + "]")
	case s.negated && inside == "":
		b.WriteString("[" + reWordSet + "]")
	case s.negated:
		b.WriteString("[" + reWordSet + "-[" + inside + "]]")
	case inside == "":
		b.WriteString("[^" + reWordSet + "]")
	default:
		b.WriteString("(?:[^" + reWordSet + "]|[" + inside + "])")
	}
}

// setItem writes an item of a set.
func (e *reEmitter) setItem(item reSetItem, flags reFlags) {
	ascii := e.ascii(flags)
	switch item.letter {
	case 0:
		e.setRange(item.lo, item.hi)
		e.setFolds(item, flags)
	case 'd':
		if ascii {
			e.ranges(reDigitsASCII, false)
		} else {
			e.b.WriteString(`\p{Nd}`)
		}
	case 'D':
		if ascii {
			e.ranges(reDigitsASCII, true)
		} else {
			e.b.WriteString(`\P{Nd}`)
		}
	case 's', 'S':
		spaces := reSpaces
		if ascii {
			spaces = reSpacesASCII
		}
		e.ranges(spaces, item.letter == 'S')
	case 'w':
		if ascii {
			e.b.WriteString(reWordASCII)
		} else {
			e.b.WriteString(reWordSet)
		}
	case 'W':
		e.ranges(reWordRanges, true)
	}
}

func (e *reEmitter) setRange(lo, hi rune) {
	e.char(lo)
	if hi > lo {
		e.b.WriteByte('-')
		e.char(hi)
	}
}

// setFolds adds what the characters of a range are in other cases.
func (e *reEmitter) setFolds(item reSetItem, flags reFlags) {
	switch {
	case flags&reIgnoreCase == 0:
	case e.ascii(flags):
		for c := max(item.lo, 'A'); c <= min(item.hi, 'z'); c++ {
			if isASCIILetter(c) {
				e.char(c ^ 0x20)
			}
		}
	case item.lo == item.hi:
		for _, c := range caseOrbit(item.lo) {
			e.char(c)
		}
	default:
		for _, c := range casedRunes() {
			if item.lo <= c && c <= item.hi {
				for _, x := range caseOrbit(c) {
					if x < item.lo || x > item.hi {
						e.char(x)
					}
				}
			}
		}
	}
}

// ranges writes ranges in order, or what lies between them.
func (e *reEmitter) ranges(list [][2]rune, complement bool) {
	if !complement {
		for _, r := range list {
			e.setRange(r[0], r[1])
		}
		return
	}
	from := rune(0)
	for _, r := range list {
		if r[0] > from {
			e.setRange(from, r[0]-1)
		}
		from = r[1] + 1
	}
	e.setRange(from, unicode.MaxRune)
}
