package compiler

import (
	"fmt"

	"github.com/coro-lang/coro/lang/parser"
)

// This file generates match statements. Names are bound when a whole pattern has matched;
// until then the values stay in registers.

// A matcher is one case while it is being generated.
type matcher struct {
	*fn
	fail     *label
	captures []capture
}

type capture struct {
	name string
	reg  int
}

func (c *fn) match(s *parser.Match) {
	subject, end := c.alloc(), newLabel()
	c.into(s.Subject, subject)
	for _, x := range s.Cases {
		top := c.top
		m := &matcher{fn: c, fail: newLabel()}
		c.line = onLine(x.Pos.Line)
		m.pattern(x.Pattern, subject)
		for _, b := range m.captures {
			c.storeName(b.name, b.reg)
		}
		c.free(top)
		if x.Guard != nil {
			c.jumpIf(x.Guard, false, m.fail)
		}
		c.block(x.Body)
		c.jump(OpJump, 0, 0, end)
		c.place(m.fail)
	}
	c.place(end)
}

// pattern goes on if R[x] matches p, else to m.fail.
func (m *matcher) pattern(p parser.Pattern, x int) {
	line := m.at(p)
	defer func() { m.line = line }()
	switch p := p.(type) {
	case *parser.LiteralPattern:
		op := parser.OpEq
		if _, ok := p.X.(*parser.Const); ok {
			op = parser.OpIs
		}
		top := m.top
		m.jumpOp(op, x, p.X, false, m.fail)
		m.free(top)
	case *parser.ValuePattern:
		top := m.top
		m.jumpOp(parser.OpEq, x, p.X, false, m.fail)
		m.free(top)
	case *parser.CapturePattern:
		m.capture(p.Name, x)
	case *parser.WildcardPattern:
	case *parser.AsPattern:
		m.pattern(p.X, x)
		m.capture(p.Name.Name, x)
	case *parser.OrPattern:
		m.or(p, x)
	case *parser.SequencePattern:
		m.sequence(p, x)
	case *parser.MappingPattern:
		m.mapping(p, x)
	case *parser.ClassPattern:
		m.class(p, x)
	default:
		panic(fmt.Sprintf("compiler: pattern %T", p))
	}
}

func (m *matcher) capture(name string, reg int) {
	m.captures = append(m.captures, capture{name, reg})
}

// test jumps to m.fail unless op finds R[x] to be of the right kind.
func (m *matcher) test(op Op, x int) {
	t := m.alloc()
	m.emit(op, t, x, 0, 0)
	m.jump(OpJumpFalse, t, 0, m.fail)
	m.free(t)
}

// length jumps to m.fail if the length of R[x] is in relation op to n.
func (m *matcher) length(x int, op parser.CmpOp, n int) {
	t := m.alloc()
	m.emit(OpLen, t, x, 0, 0)
	m.jumpOp(op, t, &parser.Int{Val: int64(n)}, true, m.fail)
	m.free(t)
}

// parts matches patterns against registers in a row.
func (m *matcher) parts(list []parser.Pattern, t int) {
	for i, p := range list {
		if s, ok := p.(*parser.StarPattern); ok {
			if s.Name != "" {
				m.capture(s.Name, t+i)
			}
			continue
		}
		m.pattern(p, t+i)
	}
}

func (m *matcher) sequence(p *parser.SequencePattern, x int) {
	n, star := len(p.Elts), -1
	wildcards := true
	for i, e := range p.Elts {
		s, isStar := e.(*parser.StarPattern)
		if isStar {
			star = i
		}
		if _, ok := e.(*parser.WildcardPattern); !ok && (!isStar || s.Name != "") {
			wildcards = false
		}
	}
	m.test(OpMatchSeq, x)
	switch {
	case star < 0:
		m.length(x, parser.OpNotEq, n)
	case n > 1:
		m.length(x, parser.OpLt, n-1)
	}
	switch {
	case wildcards:
	case star < 0:
		t := m.allocN(n)
		m.emit(OpUnpack, t, x, 0, int32(n))
		m.parts(p.Elts, t)
	case p.Elts[star].(*parser.StarPattern).Name == "":
		m.items(p.Elts, star, x)
	default:
		t := m.allocN(n)
		m.emit(OpUnpackEx, t, x, star, int32(n-star-1))
		m.parts(p.Elts, t)
	}
}

// items matches the items of a sequence whose middle does not matter, one by one.
func (m *matcher) items(list []parser.Pattern, star, x int) {
	for i, p := range list {
		if _, ok := p.(*parser.WildcardPattern); ok || i == star {
			continue
		}
		t := m.alloc()
		if i < star {
			m.emit(OpGetItemInt, t, x, 0, int32(i))
		} else {
			m.emit(OpLen, t, x, 0, 0)
			m.emit(OpSubInt, t, t, 0, int32(len(list)-i))
			m.emit(OpGetItem, t, x, t, 0)
		}
		m.pattern(p, t)
	}
}

func (m *matcher) mapping(p *parser.MappingPattern, x int) {
	n := len(p.Keys)
	m.test(OpMatchMap, x)
	if n > 0 {
		m.length(x, parser.OpLt, n)
	}
	if n == 0 && p.Rest == nil {
		return
	}
	keys := m.alloc()
	m.into(&parser.Tuple{Span: p.Span, Elts: p.Keys}, keys)
	m.free(keys + 1)
	if n > 0 {
		t := m.allocN(n)
		m.emit(OpMatchKeys, t, x, keys, 0)
		m.jump(OpJumpNone, t, 0, m.fail)
		m.emit(OpUnpack, t, t, 0, int32(n))
		m.parts(p.Values, t)
	}
	if p.Rest != nil {
		t := m.alloc()
		m.emit(OpMatchRest, t, x, keys, 0)
		m.capture(p.Rest.Name, t)
	}
}

func (m *matcher) class(p *parser.ClassPattern, x int) {
	n := len(p.Args) + len(p.Named)
	names := Tuple{}
	parts := append([]parser.Pattern(nil), p.Args...)
	for _, x := range p.Named {
		names = append(names, x.Name.Name)
		parts = append(parts, x.Pattern)
	}
	t := m.alloc()
	m.into(p.Class, t)
	m.emit(OpMatchClass, t, x, len(p.Args), m.constant(names))
	m.jump(OpJumpNone, t, 0, m.fail)
	if n > 0 {
		m.allocN(n - 1)
		m.emit(OpUnpack, t, t, 0, int32(n))
		m.parts(parts, t)
	}
}

// or tries alternatives. What they capture comes to the same registers whichever matches.
func (m *matcher) or(p *parser.OrPattern, x int) {
	names := captured(p.Alts[0], nil)
	regs := m.allocN(len(names))
	top, fail, outer, done := m.top, m.fail, m.captures, newLabel()
	for i, alt := range p.Alts {
		m.captures = nil
		last := i == len(p.Alts)-1
		if m.fail = fail; !last {
			m.fail = newLabel()
		}
		m.pattern(alt, x)
		if len(m.captures) != len(names) {
			m.tooLarge("alternative patterns bind different names")
		}
		for j, name := range names {
			m.move(regs+j, m.captureOf(name))
		}
		m.free(top)
		if !last {
			m.jump(OpJump, 0, 0, done)
			m.place(m.fail)
		}
	}
	m.place(done)
	m.captures, m.fail = outer, fail
	for j, name := range names {
		m.capture(name, regs+j)
	}
}

func (m *matcher) captureOf(name string) int {
	for _, b := range m.captures {
		if b.name == name {
			return b.reg
		}
	}
	m.tooLarge("alternative patterns bind different names")
	return 0
}

// captured adds the names that a pattern binds.
func captured(p parser.Pattern, names []string) []string {
	switch p := p.(type) {
	case *parser.CapturePattern:
		return append(names, p.Name)
	case *parser.StarPattern:
		if p.Name != "" {
			return append(names, p.Name)
		}
		return names
	case *parser.OrPattern:
		return captured(p.Alts[0], names)
	case *parser.AsPattern:
		return append(captured(p.X, names), p.Name.Name)
	}
	parser.Children(p, func(n parser.Node) {
		if q, ok := n.(parser.Pattern); ok {
			names = captured(q, names)
		}
	})
	if m, ok := p.(*parser.MappingPattern); ok && m.Rest != nil {
		names = append(names, m.Rest.Name)
	}
	return names
}
