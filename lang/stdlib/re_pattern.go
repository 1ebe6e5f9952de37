package stdlib

import (
	"math"
	"time"

	"github.com/dlclark/regexp2"

	"github.com/coro-lang/coro/lang/compiler"
	rt "github.com/coro-lang/coro/lang/runtime"
)

// Compiled patterns, and how they search.

var patternType rt.Type

type pattern struct {
	rt.Hdr
	source  rt.Value
	key     patternKey
	parsed  *reParsed
	body    string // in the engine's syntax
	engines [4]*regexp2.Regexp
}

func asPattern(v rt.Value) *pattern { return rt.As[pattern](v, &patternType) }

// searchMode says what counts as a match.
type searchMode uint8

const (
	anywhere  searchMode = iota // the first from the place on
	advancing                   // the same, but not the empty one at the place itself
	here                        // at the place
	whole                       // from the place to the end
)

func compilePattern(t *rt.Thread, source rt.Value, key patternKey) (*pattern, error) {
	parsed, perr := parseRe(newSubject(source).chars, key.text, key.flags)
	for _, doubt := range parsed.doubts {
		if err := t.Warn(&rt.FutureWarningType, doubt); err != nil {
			return nil, err
		}
	}
	if perr != nil {
		return nil, patternError(t, perr, source)
	}
	p := &pattern{source: source, key: key, parsed: parsed, body: emitRe(parsed.tree, key.text)}
	p.Init(&patternType)
	if _, err := p.engine(t, anywhere); err != nil {
		return nil, err
	}
	return p, nil
}

// engine is the engine for one kind of search.
func (p *pattern) engine(t *rt.Thread, mode searchMode) (*regexp2.Regexp, error) {
	if e := p.engines[mode]; e != nil {
		return e, nil
	}
	expr := p.body
	switch mode {
	case advancing:
		expr = "(?:" + expr + `)(?!\G)`
	case here:
		expr = `\G(?:` + expr + ")"
	case whole:
		expr = `\G(?:` + expr + `)\z`
	}
	e, err := regexp2.Compile(expr, regexp2.None)
	if err != nil {
		// The engine has limits of its own, which no pattern of a sane size meets.
		return nil, t.RuntimeErrorf("regular expression too complex: %s", err)
	}
	e.MatchTimeout = patience
	p.engines[mode] = e
	return e, nil
}

// patience is how long a search may take on the run's own goroutine, where
// nothing can end it early.
const patience = 200 * time.Millisecond

// longest is how long a search may take at all.
const longestSearch = time.Hour

// search looks for a match between two places of the subject; nil if there is
// none.
func (p *pattern) search(t *rt.Thread, mode searchMode, s *subject, pos, end int) (*match, error) {
	e, err := p.engine(t, mode)
	if err != nil {
		return nil, err
	}
	found, err := e.FindRunesMatchStartingAt(s.chars[:end], pos)
	if err != nil {
		if found, err = p.searchPatiently(t, e, s.chars[:end], pos); err != nil {
			return nil, err
		}
	}
	if found == nil {
		return nil, nil
	}
	m := &match{pattern: p, subject: s, spans: make([][2]int, p.parsed.groups+1)}
	m.Init(&matchType)
	m.spans[0] = [2]int{found.Index, found.Index + found.Length}
	for i := 1; i <= p.parsed.groups; i++ {
		m.spans[i] = [2]int{-1, -1}
		if g := found.GroupByNumber(i); g != nil && len(g.Captures) > 0 {
			m.spans[i] = [2]int{g.Index, g.Index + g.Length}
		}
	}
	return m, nil
}

// searchPatiently makes a search that takes long. It is made aside, so that the
// run can be ended meanwhile: a pattern may take exponential time.
func (p *pattern) searchPatiently(t *rt.Thread, e *regexp2.Regexp, chars []rune, pos int) (*regexp2.Match, error) {
	slow, err := regexp2.Compile(e.String(), regexp2.None)
	if err != nil {
		return nil, t.RuntimeErrorf("regular expression too complex: %s", err)
	}
	slow.MatchTimeout = longestSearch
	type outcome struct {
		m   *regexp2.Match
		err error
	}
	done := make(chan outcome, 1)
	go func() {
		m, err := slow.FindRunesMatchStartingAt(chars, pos)
		done <- outcome{m, err}
	}()
	tick := time.NewTicker(2 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case o := <-done:
			if o.err != nil {
				return nil, t.RuntimeErrorf("the search for a regular expression took too long")
			}
			return o.m, nil
		case <-tick.C:
			if err := t.Poll(); err != nil {
				return nil, err
			}
		}
	}
}

// subject is a text or bytes to be searched.
type subject struct {
	value rt.Value
	text  bool
	raw   string
	chars []rune
}

// newSubject is v's characters; nil if v is no str or bytes.
func newSubject(v rt.Value) *subject {
	if s := rt.AsStr(v); s != nil {
		return &subject{v, true, s.String(), rt.CodePoints(s.String())}
	}
	if b := rt.AsBytes(v); b != nil {
		chars := make([]rune, len(b.String()))
		for i := range chars {
			chars[i] = rune(b.String()[i])
		}
		return &subject{v, false, b.String(), chars}
	}
	return nil
}

// subjectArg is a string argument to search with p.
func (p *pattern) subjectArg(t *rt.Thread, v rt.Value) (*subject, error) {
	state := reStateOf(t)
	s := state.last
	if s == nil || !s.value.Is(v) {
		if s = newSubject(v); s == nil {
			return nil, t.TypeErrorf("expected string or bytes-like object, got '%s'", v.Type().Name)
		}
		state.last = s
	}
	switch {
	case p.key.text && !s.text:
		return nil, t.TypeErrorf("cannot use a string pattern on a bytes-like object")
	case !p.key.text && s.text:
		return nil, t.TypeErrorf("cannot use a bytes pattern on a string-like object")
	}
	return s, nil
}

// slice is a part of the subject.
func (s *subject) slice(lo, hi int) rt.Value {
	switch {
	case lo == 0 && hi == len(s.chars) && (s.value.Type() == &rt.StrType || s.value.Type() == &rt.BytesType):
		return s.value
	case !s.text:
		return rt.NewBytes(s.raw[lo:hi])
	case len(s.raw) == len(s.chars):
		return rt.NewStr(s.raw[lo:hi])
	}
	return rt.NewStr(rt.TextOf(s.chars[lo:hi]))
}

// searchArgs are the arguments (string, pos, endpos) of a method.
func searchArgs(t *rt.Thread, a []rt.Value) (p *pattern, s *subject, pos, end int, err error) {
	p = asPattern(a[0])
	from, err := t.IntArg(a[2].Or(rt.Int(0)))
	if err != nil {
		return
	}
	to, err := t.IntArg(a[3].Or(rt.Int(math.MaxInt64)))
	if err != nil {
		return
	}
	if s, err = p.subjectArg(t, a[1]); err != nil {
		return
	}
	n := int64(len(s.chars))
	return p, s, int(max(0, min(from, n))), int(max(0, min(to, n))), nil
}

// searchMethod is a method that looks for one match.
func searchMethod(mode searchMode) rt.Fn {
	return func(t *rt.Thread, a []rt.Value) (rt.Value, error) {
		p, s, pos, end, err := searchArgs(t, a)
		if err != nil || pos > end {
			return rt.None, err
		}
		m, err := p.search(t, mode, s, pos, end)
		if m == nil || err != nil {
			return rt.None, err
		}
		m.pos, m.endpos = pos, end
		return rt.ObjectValue(m), nil
	}
}

var (
	patternMatch     = searchMethod(here)
	patternFullMatch = searchMethod(whole)
	patternSearch    = searchMethod(anywhere)
)

// each calls f with every match, which do not overlap.
func (p *pattern) each(t *rt.Thread, s *subject, pos, end int, f func(m *match) (more bool, err error)) error {
	next := p.scanner(s, pos, end)
	for {
		m, err := next(t)
		if m == nil || err != nil {
			return err
		}
		if more, err := f(m); !more || err != nil {
			return err
		}
		if err := t.Poll(); err != nil {
			return err
		}
	}
}

// scanner is a function that finds one match after another, nil when there are no
// more. One may begin where the last ended unless both are empty.
func (p *pattern) scanner(s *subject, pos, end int) func(t *rt.Thread) (*match, error) {
	mode, at := anywhere, pos
	return func(t *rt.Thread) (*match, error) {
		if at > end {
			return nil, nil
		}
		m, err := p.search(t, mode, s, at, end)
		if m == nil || err != nil {
			at = end + 1
			return nil, err
		}
		m.pos, m.endpos = pos, end
		mode, at = anywhere, m.spans[0][1]
		if m.spans[0][0] == at {
			mode = advancing
		}
		return m, nil
	}
}

func patternFindAll(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p, s, pos, end, err := searchArgs(t, a)
	if err != nil {
		return rt.Value{}, err
	}
	var found []rt.Value
	empty := s.slice(0, 0)
	err = p.each(t, s, pos, end, func(m *match) (bool, error) {
		switch p.parsed.groups {
		case 0:
			found = append(found, m.group(0, empty))
		case 1:
			found = append(found, m.group(1, empty))
		default:
			items := make([]rt.Value, p.parsed.groups)
			for i := range items {
				items[i] = m.group(i+1, empty)
			}
			found = append(found, rt.NewTuple(items))
		}
		return true, nil
	})
	return rt.NewList(found), err
}

func patternFindIter(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p, s, pos, end, err := searchArgs(t, a)
	if err != nil {
		return rt.Value{}, err
	}
	next := p.scanner(s, pos, end)
	search := rt.NewBuiltin("", &rt.Method{Name: "search", Fn: func(t *rt.Thread, _ []rt.Value) (rt.Value, error) {
		m, err := next(t)
		if m == nil || err != nil {
			return rt.None, err
		}
		return rt.ObjectValue(m), nil
	}})
	return rt.NewCallIterator(search, rt.None), nil
}

func patternSplit(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	p := asPattern(a[0])
	most, err := t.IntArg(a[2].Or(rt.Int(0)))
	if err != nil {
		return rt.Value{}, err
	}
	s, err := p.subjectArg(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	var parts []rt.Value
	last, n := 0, int64(0)
	if most >= 0 {
		err = p.each(t, s, 0, len(s.chars), func(m *match) (bool, error) {
			parts = append(parts, s.slice(last, m.spans[0][0]))
			for i := 1; i <= p.parsed.groups; i++ {
				parts = append(parts, m.group(i, rt.None))
			}
			last = m.spans[0][1]
			n++
			return most == 0 || n < most, nil
		})
	}
	return rt.NewList(append(parts, s.slice(last, len(s.chars)))), err
}

func init() {
	const bounds = "string, pos=0, endpos=9223372036854775807"
	attr := func(name string, get func(p *pattern) rt.Value) rt.Method {
		return getter(name, func(_ *rt.Thread, v rt.Value) rt.Value { return get(asPattern(v)) })
	}
	rt.Define(&patternType, &rt.Spec{
		Name: "Pattern", Module: "re", Dotted: true, Layout: true, Final: true, NoNew: true,
		Slots: rt.Slots{
			Repr: patternRepr,
			Hash: func(t *rt.Thread, v rt.Value) (uint64, error) {
				h, err := t.Hash(asPattern(v).source)
				return h ^ uint64(asPattern(v).parsed.flags), err
			},
			Compare: func(_ *rt.Thread, op compiler.CompareOp, a, b rt.Value) (rt.Value, error) {
				p, q := asPattern(a), asPattern(b)
				if q == nil || op != compiler.Eq && op != compiler.Ne {
					return rt.NotImplemented, nil
				}
				same := p.key.pattern == q.key.pattern && p.key.text == q.key.text && p.parsed.flags == q.parsed.flags
				return rt.Bool(same == (op == compiler.Eq)), nil
			},
		},
		Methods: []rt.Method{
			{Name: "match", Sig: bounds, Fn: patternMatch},
			{Name: "fullmatch", Sig: bounds, Fn: patternFullMatch},
			{Name: "search", Sig: bounds, Fn: patternSearch},
			{Name: "findall", Sig: bounds, Fn: patternFindAll},
			{Name: "finditer", Sig: bounds, Fn: patternFindIter},
			{Name: "split", Sig: "string, maxsplit=0", Fn: patternSplit},
			{Name: "sub", Sig: "repl, string, count=0", Fn: patternSub},
			{Name: "subn", Sig: "repl, string, count=0", Fn: patternSubN},
			{Name: "__copy__", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) { return a[0], nil }},
			{Name: "__deepcopy__", Sig: "memo, /", Fn: func(_ *rt.Thread, a []rt.Value) (rt.Value, error) { return a[0], nil }},
			{Name: "__class_getitem__", Sig: "item, /", Kind: rt.ClassMethod, Fn: rt.GenericAliasOf},
			attr("pattern", func(p *pattern) rt.Value { return p.source }),
			attr("flags", func(p *pattern) rt.Value { return rt.Int(int64(p.parsed.flags)) }),
			attr("groups", func(p *pattern) rt.Value { return rt.Int(int64(p.parsed.groups)) }),
			attr("groupindex", func(p *pattern) rt.Value {
				d := rt.NewDict()
				for _, name := range p.parsed.order {
					d.SetStr(name, rt.Int(int64(p.parsed.names[name])))
				}
				return rt.NewMappingProxy(d.Value())
			}),
		},
	})
}

// shortRepr is a repr of which only so many characters are shown.
func shortRepr(t *rt.Thread, v rt.Value, most int) (string, error) {
	s, err := t.Repr(v)
	if points := rt.CodePoints(s); len(points) > most {
		s = rt.TextOf(points[:most])
	}
	return s, err
}

func patternRepr(t *rt.Thread, v rt.Value) (string, error) {
	p := asPattern(v)
	s, err := shortRepr(t, p.source, 200)
	flags := p.parsed.flags
	if p.key.text && flags&(reASCII|reLocale) == 0 {
		flags &^= reUnicode
	}
	sep := ", "
	for _, f := range []struct {
		bit  reFlags
		name string
	}{
		{reIgnoreCase, "IGNORECASE"}, {reLocale, "LOCALE"}, {reMultiline, "MULTILINE"}, {reDotAll, "DOTALL"},
		{reUnicode, "UNICODE"}, {reVerbose, "VERBOSE"}, {reDebug, "DEBUG"}, {reASCII, "ASCII"},
	} {
		if flags&f.bit != 0 {
			s += sep + "re." + f.name
			sep = "|"
		}
	}
	return "re.compile(" + s + ")", err
}
