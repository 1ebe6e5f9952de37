package compiler

import (
	"strings"
	"unicode/utf8"

	"github.com/coro-lang/coro/lang/parser"
)

// This file finds docstrings.

// docString finds the docstring of a body, without its indentation.
func docString(body []parser.Stmt) (string, bool) {
	if len(body) > 0 {
		if e, ok := body[0].(*parser.ExprStmt); ok {
			if s, ok := e.X.(*parser.Str); ok {
				return cleanDoc(s.Val), true
			}
		}
	}
	return "", false
}

// cleanDoc takes away the indentation that a docstring has from the code around it: what
// its lines, but for the first, have in common.
func cleanDoc(doc string) string {
	lines := strings.Split(expandTabs(doc), "\n")
	margin := -1
	for _, line := range lines[1:] {
		if text := strings.TrimLeft(line, " "); text != "" {
			if n := len(line) - len(text); margin < 0 || n < margin {
				margin = n
			}
		}
	}
	lines[0] = strings.TrimLeft(lines[0], " ")
	for i, line := range lines[1:] {
		lines[i+1] = line[min(max(margin, 0), len(line)-len(strings.TrimLeft(line, " "))):]
	}
	return strings.Join(lines, "\n")
}

// expandTabs replaces tabs by spaces up to the next multiple of eight columns.
func expandTabs(s string) string {
	if !strings.Contains(s, "\t") {
		return s
	}
	var b strings.Builder
	col := 0
	for i := 0; i < len(s); {
		_, n := utf8.DecodeRuneInString(s[i:])
		switch c := s[i : i+n]; c {
		case "\t":
			b.WriteString(strings.Repeat(" ", 8-col%8))
			col += 8 - col%8
		case "\n", "\r":
			b.WriteString(c)
			col = 0
		default:
			b.WriteString(c)
			col++
		}
		i += n
	}
	return b.String()
}
