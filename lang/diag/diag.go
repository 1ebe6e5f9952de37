// Package diag holds what the stages of the language have to say about a source file: positions,
// diagnostics with a code, a sentence and a hint, and the one way in which they are drawn.
//
// A stage builds a Diagnostic where it finds the fault and hands a List on; whoever talks to the
// user renders it, once, with Render.
package diag

import (
	"fmt"
	"slices"
	"strings"
)

// Pos is a place in a source file. The zero Pos is no place at all.
type Pos struct {
	Off  int32 // bytes from the start of the file
	Line int32 // from 1
	Col  int32 // bytes from the start of the line, from 1
}

// Valid tells whether p is a place.
func (p Pos) Valid() bool { return p.Line > 0 }

// Before tells whether p stands before q in the file.
func (p Pos) Before(q Pos) bool { return p.Off < q.Off }

// Severity is how bad a diagnostic is.
type Severity uint8

// The severities. An Error keeps a program from running; the others do not.
const (
	Error Severity = iota
	Warning
	Advice
)

func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	case Advice:
		return "advice"
	}
	panic("diag: unknown severity")
}

// Diagnostic is one fault: where, what, and what to do about it.
type Diagnostic struct {
	Severity Severity
	File     string // the name the file was given
	Pos      Pos    // the first character of the fault
	End      Pos    // just past its last character; the zero Pos stands for one character
	Code     string // a code of the table, such as "E0107"
	Msg      string // one sentence about the language, without a full stop
	Label    string // a few words beside the caret, or ""
	Hint     string // what to do, or ""
	Notes    []Note
}

// Note points at a second place that has to do with a fault, such as the bracket that was opened.
type Note struct {
	Pos, End Pos
	Msg      string
}

// Error makes a Diagnostic an error of one line: file:line:col: message.
func (d *Diagnostic) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", d.File, d.Pos.Line, d.Pos.Col, d.Msg)
}

// List is diagnostics in the order in which they are shown.
type List []*Diagnostic

// Sort orders the list by position within a file and drops those that say the same at the same place.
func (l *List) Sort() {
	slices.SortStableFunc(*l, func(a, b *Diagnostic) int {
		if c := strings.Compare(a.File, b.File); c != 0 {
			return c
		}
		return int(a.Pos.Off) - int(b.Pos.Off)
	})
	*l = slices.CompactFunc(*l, func(a, b *Diagnostic) bool {
		return a.File == b.File && a.Pos == b.Pos && a.Msg == b.Msg
	})
}

// HasErrors tells whether any diagnostic of the list keeps the program from running.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(d *Diagnostic) bool { return d.Severity == Error })
}

// Err returns the list as an error, or nil if it holds no errors.
func (l List) Err() error {
	if l.HasErrors() {
		return l
	}
	return nil
}

// Error joins the diagnostics, one a line.
func (l List) Error() string {
	s := make([]string, len(l))
	for i, d := range l {
		s[i] = d.Error()
	}
	return strings.Join(s, "\n")
}
