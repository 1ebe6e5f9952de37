package compiler

import (
	"slices"

	"github.com/coro-lang/coro/lang/parser"
)

// Where instructions come from: a line and, if what they belong to stands on several,
// which of these a traceback shows.

// Line is where an instruction comes from.
type Line struct {
	No     int32
	Extent int32 // Code.Extents[Extent-1], if it is not 0
}

// Extent is the lines of an expression or statement that stands on more than one.
type Extent struct {
	First, Last int32
	Shown       []int32 // those that a traceback shows; what is between is abbreviated
}

// place is a line, and the node there if that stands on several lines.
type place struct {
	line int32
	node parser.Node
}

// onLine is a place of which nothing but its line is known.
func onLine(line int32) place { return place{line: line} }

// of is where a node stands.
func of(n parser.Node) place { return from(n.Where().Pos.Line, n) }

// from is a node from a line of it on.
func from(line int32, n parser.Node) place {
	if lastLine(n) > line {
		return place{line, n}
	}
	return place{line: line}
}

// header is where the instructions of a statement come from that do not belong to an
// expression in it: all of a simple statement, the first line of the others.
func header(s parser.Stmt) place {
	switch s := s.(type) {
	case *parser.If, *parser.While, *parser.Try, *parser.With, *parser.Match, *parser.FuncDef, *parser.ClassDef:
	case *parser.For:
		if s.Async {
			return of(s)
		}
	default:
		return of(s)
	}
	return onLine(s.Where().Pos.Line)
}

// lastLine is the line on which a node ends: its last statement's, if it has a body.
func lastLine(n parser.Node) int32 {
	var body *parser.Block
	switch n := n.(type) {
	case *parser.ClassDef:
		body = n.Body
	case *parser.Handler:
		body = n.Body
	case *parser.For:
		if body = n.Body; n.Else != nil {
			body = n.Else
		}
	}
	if body != nil && len(body.Stmts) > 0 {
		return lastLine(body.Stmts[len(body.Stmts)-1])
	}
	return n.Where().End.Line
}

// lineOf is the Line of instructions that come from p.
func (c *fn) lineOf(p place) Line {
	if p.node == nil {
		return Line{No: p.line}
	}
	if c.extent != p {
		last := lastLine(p.node)
		c.code.Extents = append(c.code.Extents, Extent{p.line, last, shown(p.line, last, p.node)})
		c.extent = p
	}
	return Line{p.line, int32(len(c.code.Extents))}
}

// shown are the lines of first to last that a traceback shows: both ends, and those
// around an operator or around the brackets of a call or of an index.
func shown(first, last int32, n parser.Node) []int32 {
	lines := []int32{first, last}
	around := func(line int32) { lines = append(lines, line-1, line, line+1) }
	switch n := n.(type) {
	case *parser.Binary:
		around(n.OpPos.Line)
	case *parser.Index:
		around(max(first, n.X.Where().End.Line))
		around(last)
	case *parser.Call:
		around(max(first, n.Fn.Where().End.Line))
		around(last)
	}
	slices.Sort(lines)
	lines = slices.Compact(lines)
	return slices.DeleteFunc(lines, func(line int32) bool { return line < first || line > last })
}
