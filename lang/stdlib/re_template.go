package stdlib

import (
	"slices"
	"strconv"
	"strings"

	rt "github.com/coro-lang/coro/lang/runtime"
)

// Substitution: sub and subn, and the templates that they and expand fill in.

// template is a replacement text: pieces of text, and groups between them.
type template struct {
	text   bool // a str, not bytes
	pieces []templatePiece
}

type templatePiece struct {
	literal []rune
	group   int // -1: the literal
}

// parseTemplate reads a replacement text for matches of p.
func parseTemplate(t *rt.Thread, p *pattern, v rt.Value) (*template, error) {
	s := newSubject(v)
	if s == nil {
		if _, err := t.Hash(v); err != nil {
			return nil, err // the templates read before are looked through first
		}
		return nil, t.TypeErrorf("decoding to str: need a bytes-like object, %s found", v.Type().Name)
	}
	tmpl := &template{text: s.text}
	if !strings.Contains(s.raw, `\`) {
		tmpl.literal(s.chars...)
		return tmpl, nil
	}
	unknown, err := tmpl.parse(s, p.parsed)
	switch {
	case unknown != "":
		return nil, t.IndexErrorf("unknown group name %s", rt.QuoteStr(unknown))
	case err != nil:
		return nil, patternError(t, err, v)
	}
	return tmpl, nil
}

func (tmpl *template) literal(chars ...rune) {
	if n := len(tmpl.pieces); n > 0 && tmpl.pieces[n-1].group < 0 {
		tmpl.pieces[n-1].literal = append(tmpl.pieces[n-1].literal, chars...)
		return
	}
	tmpl.pieces = append(tmpl.pieces, templatePiece{append([]rune(nil), chars...), -1})
}

// parse fills the template; unknown is the name of a group that the pattern lacks.
func (tmpl *template) parse(s *subject, pattern *reParsed) (unknown string, err *reError) {
	defer func() {
		if r := recover(); r != nil {
			e, ok := r.(*reError)
			if !ok {
				panic(r)
			}
			err = e
		}
	}()
	p := &reParser{pattern: s.chars, text: s.text}
	group := func(number, length int) {
		if number > pattern.groups {
			p.fail(length, "invalid group reference %d", number)
		}
		tmpl.pieces = append(tmpl.pieces, templatePiece{group: number})
	}
	p.advance()
	for p.next != nil {
		token := p.get()
		if token[0] != '\\' {
			tmpl.literal(token...)
			continue
		}
		switch c := token[1]; {
		case c == 'g':
			if !p.match('<') {
				p.fail(0, "missing <")
			}
			name := p.getUntil('>', "group name")
			number, err := strconv.Atoi(name)
			if err != nil || name[0] < '0' || name[0] > '9' {
				p.checkName(name, 1)
				var ok bool
				if number, ok = pattern.names[name]; !ok {
					return name, nil
				}
			}
			group(number, runeLen(name)+1)
		case c == '0':
			digits := p.getWhile(2, reOctalDigits)
			n, _ := strconv.ParseUint("0"+digits, 8, 32)
			tmpl.literal(rune(n & 0xff))
		case isASCIIDigit(c):
			digits := string(c)
			if len(p.next) == 1 && isASCIIDigit(p.next[0]) {
				digits += string(p.get())
				if digits[0] < '8' && digits[1] < '8' && len(p.next) == 1 && strings.ContainsRune(reOctalDigits, p.next[0]) {
					tmpl.literal(p.octal(digits + string(p.get())))
					continue
				}
			}
			number, _ := strconv.Atoi(digits)
			group(number, len(digits))
		default:
			if one, ok := simpleEscapes[c]; ok {
				tmpl.literal(one)
			} else if isASCIILetter(c) {
				p.fail(2, "bad escape \\%c", c)
			} else {
				tmpl.literal(token...)
			}
		}
	}
	return "", nil
}

// groups says whether the template refers to any.
func (tmpl *template) groups() bool {
	return slices.ContainsFunc(tmpl.pieces, func(p templatePiece) bool { return p.group >= 0 })
}

// expand is the template filled in for a match.
func (tmpl *template) expand(m *match) []rune {
	var out []rune
	for _, piece := range tmpl.pieces {
		if piece.group < 0 {
			out = append(out, piece.literal...)
		} else if span := m.spans[piece.group]; span[0] >= 0 {
			out = append(out, m.subject.chars[span[0]:span[1]]...)
		}
	}
	return out
}

// join makes a value of characters.
func (tmpl *template) join(chars []rune) rt.Value { return joined(chars, tmpl.text) }

func joined(chars []rune, text bool) rt.Value {
	if text {
		return rt.NewStr(rt.TextOf(chars))
	}
	b := make([]byte, len(chars))
	for i, c := range chars {
		b[i] = byte(c)
	}
	return rt.NewBytes(string(b))
}

// wrongPiece is the error for a piece of text that cannot be joined with the
// others, which are str if text; at is its position among them.
func wrongPiece(t *rt.Thread, text bool, at int, kind string) error {
	wanted := "a bytes-like object"
	if text {
		wanted = "str instance"
	}
	return t.TypeErrorf("sequence item %d: expected %s, %s found", at, wanted, kind)
}

// wrongSubject is the error for groups of a subject that cannot stand among the
// template's text. Its pieces are joined first; before a group stands a literal.
func (tmpl *template) wrongSubject(t *rt.Thread, s *subject) error {
	kind := "bytes"
	if s.text {
		kind = "str"
	}
	return wrongPiece(t, tmpl.text, 1, kind)
}

func patternSub(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	v, _, err := substitute(t, a)
	return v, err
}

func patternSubN(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	v, n, err := substitute(t, a)
	return rt.NewTuple([]rt.Value{v, rt.Int(n)}), err
}

// substitute is sub(repl, string, count): the text with its matches replaced, and
// how many were.
func substitute(t *rt.Thread, a []rt.Value) (rt.Value, int64, error) {
	p := asPattern(a[0])
	most, err := t.IntArg(a[3].Or(rt.Int(0)))
	if err != nil {
		return rt.Value{}, 0, err
	}
	var tmpl *template
	if !t.Callable(a[1]) {
		if tmpl, err = parseTemplate(t, p, a[1]); err != nil {
			return rt.Value{}, 0, err
		}
	}
	s, err := p.subjectArg(t, a[2])
	if err != nil {
		return rt.Value{}, 0, err
	}
	// The pieces are joined when all are known: one of another type is complained
	// of then.
	pieces := 0
	var wrong error
	add := func(ok bool, kind string) {
		if !ok && wrong == nil {
			wrong = wrongPiece(t, s.text, pieces, kind)
		}
		pieces++
	}
	var replace func(m *match) ([]rune, error)
	if tmpl == nil {
		replace = func(m *match) ([]rune, error) {
			v, err := t.Call(a[1], rt.ObjectValue(m))
			if err != nil || v.IsNone() {
				return nil, err
			}
			r := newSubject(v)
			if add(r != nil && r.text == s.text, v.Type().Name); wrong != nil {
				return nil, nil
			}
			return r.chars, nil
		}
	} else {
		replace = func(m *match) ([]rune, error) {
			if tmpl.text != s.text && tmpl.groups() {
				return nil, tmpl.wrongSubject(t, s)
			}
			add(tmpl.text == s.text, a[1].Type().Name)
			return tmpl.expand(m), nil
		}
	}
	var out []rune
	last, n := 0, int64(0)
	if most >= 0 {
		err = p.each(t, s, 0, len(s.chars), func(m *match) (bool, error) {
			if start := m.spans[0][0]; last < start {
				out = append(out, s.chars[last:start]...)
				add(true, "")
			}
			r, err := replace(m)
			if err == nil {
				err = t.Reserve(4 * (len(out) + len(r)))
			}
			out = append(out, r...)
			last = m.spans[0][1]
			n++
			return most == 0 || n < most, err
		})
	}
	if err == nil {
		err = wrong
	}
	if err != nil {
		return rt.Value{}, 0, err
	}
	if n == 0 {
		return s.slice(0, len(s.chars)), 0, nil
	}
	return joined(append(out, s.chars[last:]...), s.text), n, nil
}
