package runtime

import (
	"fmt"
	"strings"
	"unicode"
)

// Exceptions as text: what an uncaught exception shows, and the traceback
// module.

// Report is what a traceback shows of an exception, taken down when the report
// is made.
type Report struct {
	Exc            *Exception
	Stack          []FrameLine
	Lines          []string // the exception itself: class, message, notes
	Cause, Context *Report
	Group          []*Report // of an exception group
}

// NewReport takes down e with all that it was caused by. limit is how many
// frames of each traceback count, the outermost ones; the innermost if it is
// negative, all if nil.
func (t *Thread) NewReport(e *Exception, tb *Traceback, limit *int) *Report {
	r := &reporter{t: t, limit: limit, seen: map[*Exception]bool{}}
	top := r.report(e, tb)
	for queue := []*Report{top}; len(queue) > 0; {
		last := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		e := last.Exc
		if c := e.cause; c != nil && !r.seen[c] {
			last.Cause = r.report(c, c.tb)
		}
		if c := e.context; c != nil && !r.seen[c] && last.Cause == nil && !e.noCtx {
			last.Context = r.report(c, c.tb)
		}
		if g := e.group(); g != nil {
			for _, v := range g.excs.items {
				x := AsException(v)
				last.Group = append(last.Group, r.report(x, x.tb))
			}
		}
		if last.Cause != nil {
			queue = append(queue, last.Cause)
		}
		if last.Context != nil {
			queue = append(queue, last.Context)
		}
		queue = append(queue, last.Group...)
	}
	return top
}

type reporter struct {
	t     *Thread
	limit *int
	seen  map[*Exception]bool
}

// report takes down e alone.
func (r *reporter) report(e *Exception, tb *Traceback) *Report {
	r.seen[e] = true
	return &Report{Exc: e, Stack: LimitStack(TracebackLines(tb), r.limit), Lines: r.t.ExceptionLines(e, tb)}
}

// LimitStack keeps the first *limit frames, or the last if it is negative.
func LimitStack(lines []FrameLine, limit *int) []FrameLine {
	switch {
	case limit == nil:
		return lines
	case *limit >= 0:
		return lines[:min(*limit, len(lines))]
	}
	return lines[max(0, len(lines)+*limit):]
}

// TracebackLimit is how many frames sys.tracebacklimit leaves of a traceback; nil if
// it sets no limit.
func (t *Thread) TracebackLimit() *int {
	sys := t.VM.own["sys"]
	if sys == nil {
		return nil
	}
	v, ok := sys.Get("tracebacklimit")
	if !ok || !v.IsSmallInt() {
		return nil
	}
	n := max(0, int(v.n))
	return &n
}

// reportName is the class as reports name it.
func (t *Thread) reportName(typ *Type) string {
	module := typ.Module
	if v, _ := typeModule(t, []Value{obj(typ)}); AsStr(v) == nil {
		module = "<unknown>"
	}
	if module == "__main__" || module == "builtins" {
		return typ.Qualname
	}
	return module + "." + typ.Qualname
}

// ExceptionLines is the exception without its traceback: class and message,
// notes.
func (t *Thread) ExceptionLines(e *Exception, tb *Traceback) []string {
	name := t.reportName(e.typ)
	var out []string
	if e.typ.IsSubclass(&SyntaxErrorType) {
		out = t.SyntaxErrorLines(e, name)
	} else {
		text := t.safeString(obj(e), "exception", "str")
		text += t.Suggestion(e, tb)
		if text != "" {
			text = ": " + text
		}
		out = []string{name + text + "\n"}
	}
	notes, ok, err := t.LookupAttr(obj(e), names.notes)
	switch {
	case err != nil || !ok || notes.IsNone():
	case AsList(notes) != nil || AsTuple(notes) != nil:
		items, _ := t.Collect(notes)
		for _, note := range items {
			for _, line := range strings.Split(t.safeString(note, "note", "str"), "\n") {
				out = append(out, line+"\n")
			}
		}
	default:
		out = append(out, t.safeString(notes, "__notes__", "repr")+"\n")
	}
	return out
}

// safeString is str or repr of v, or a text that says that it failed.
func (t *Thread) safeString(v Value, what, function string) string {
	f := t.Str
	if function == "repr" {
		f = t.Repr
	}
	s, err := f(v)
	if err != nil {
		return "<" + what + " " + function + "() failed>"
	}
	return s
}

// SyntaxErrorLines shows a SyntaxError with the place it is about.
func (t *Thread) SyntaxErrorLines(e *Exception, name string) []string {
	var out []string
	suffix := ""
	file, line := e.field(syntaxFile), e.field(syntaxLine)
	switch {
	case !line.IsNone():
		shown := "<string>"
		if !file.IsNone() {
			shown = t.safeString(file, "filename", "str")
		}
		out = append(out, fmt.Sprintf("  File \"%s\", line %s\n", shown, t.safeString(line, "lineno", "str")))
	case !file.IsNone():
		suffix = " (" + t.safeString(file, "filename", "str") + ")"
	}
	if text := AsStr(e.field(syntaxText)); text != nil {
		out = append(out, "    "+strings.TrimLeft(strings.TrimRight(text.s, "\n"), " \n\f")+"\n")
		if carets := t.syntaxErrorCarets(e, text); carets != "" {
			out = append(out, "    "+carets+"\n")
		}
	}
	msg := "<no detail available>"
	if m := e.field(syntaxMsg); !m.IsMissing() {
		if ok, err := t.Truth(m); err == nil && ok {
			msg = t.safeString(m, "msg", "str")
		}
	}
	return append(out, name+": "+msg+suffix+"\n")
}

// mostCarets bounds what a program may say that its SyntaxError is about.
const mostCarets = 1 << 20

// syntaxErrorCarets marks the characters of text that a SyntaxError is about, "" if it
// does not say.
func (t *Thread) syntaxErrorCarets(e *Exception, text *Str) string {
	offset := e.field(syntaxOffset)
	if !offset.IsSmallInt() {
		return ""
	}
	line := []rune(strings.TrimRight(text.s, "\n"))
	shown := []rune(strings.TrimLeft(string(line), " \n\f"))
	start, end := int(offset.n), len(line)+1
	if same, err := t.Equal(e.field(syntaxLine), e.field(syntaxEndLine)); err == nil && same {
		end = start
		if v := e.field(syntaxEndOffset); v.IsSmallInt() && v.n != 0 {
			end = int(v.n)
		}
	}
	if text.n > 0 && start > text.n {
		start = len(line) + 1
	}
	if text.n > 0 && end > text.n {
		end = len(line) + 1
	}
	if start < 1 {
		return ""
	}
	if start >= end || end < 0 {
		end = start + 1
	}
	col := start - 1 - (len(line) - len(shown))
	if col < 0 {
		return ""
	}
	margin := shown[:min(col, len(shown))]
	for i, c := range margin {
		if !unicode.IsSpace(c) { // a tab keeps its width
			margin[i] = ' '
		}
	}
	if end-start > mostCarets {
		end = start + 1
	}
	return string(margin) + strings.Repeat("^", end-start)
}

// FormatException is the text of e with its traceback and all that it was caused
// by, a newline at its end. Of a limited traceback it has the innermost frames.
func (t *Thread) FormatException(e *Exception) string {
	limit := t.TracebackLimit()
	if limit != nil {
		*limit = -*limit
	}
	return strings.Join(t.NewReport(e, e.tb, limit).Format(true), "")
}

const (
	causeMessage   = "\nThe above exception was the direct cause of the following exception:\n\n"
	contextMessage = "\nDuring handling of the above exception, another exception occurred:\n\n"
)

// Limits of the tree that an exception group is shown as.
const (
	maxGroupWidth = 15
	maxGroupDepth = 10
)

// Format is the report as the strings that traceback.format_exception gives;
// chain adds causes and contexts.
func (r *Report) Format(chain bool) []string {
	w := &reportWriter{}
	w.report(r, chain)
	return w.out
}

// reportWriter writes reports, those of groups as a tree with a margin.
type reportWriter struct {
	out       []string
	depth     int // of groups
	needClose bool
}

func (w *reportWriter) indent() string { return strings.Repeat(" ", 2*w.depth) }

// emit writes text, which may have several lines, behind the margin.
func (w *reportWriter) emit(text string, margin string) {
	if w.depth == 0 {
		w.out = append(w.out, text)
		return
	}
	var b strings.Builder
	for _, line := range strings.SplitAfter(text, "\n") {
		if line != "" {
			b.WriteString(w.indent() + margin + " " + line)
		}
	}
	w.out = append(w.out, b.String())
}

func (w *reportWriter) report(r *Report, chain bool) {
	type link struct {
		r   *Report
		msg string
	}
	list := []link{{r, ""}}
	for x := r; chain && x != nil; {
		msg := causeMessage
		next := x.Cause
		if next == nil {
			msg, next = contextMessage, x.Context
		}
		if next != nil {
			list[len(list)-1].msg = msg
			list = append(list, link{next, ""})
		}
		x = next
	}
	for i := len(list) - 1; i >= 0; i-- {
		l := list[i]
		if l.msg != "" {
			w.emit(l.msg, "|")
		}
		switch {
		case l.r.Group == nil:
			w.exception(l.r, "Traceback (most recent call last):\n", "|")
		case w.depth > maxGroupDepth:
			w.emit(fmt.Sprintf("... (max_group_depth is %d)\n", maxGroupDepth), "|")
		default:
			w.group(l.r, chain)
		}
	}
}

// exception writes the stack and the lines of one exception.
func (w *reportWriter) exception(r *Report, header, margin string) {
	if len(r.Stack) > 0 {
		w.emit(header, margin)
		for _, s := range FormatStack(r.Stack) {
			w.emit(s, "|")
		}
	}
	for _, s := range r.Lines {
		w.emit(s, "|")
	}
}

// group writes an exception group and the exceptions in it.
func (w *reportWriter) group(r *Report, chain bool) {
	top := w.depth == 0
	margin := "|"
	if top {
		w.depth++
		margin = "+"
	}
	w.exception(r, "Exception Group Traceback (most recent call last):\n", margin)
	n := min(len(r.Group), maxGroupWidth+1)
	w.needClose = false
	for i := range n {
		last := i == n-1
		if last {
			w.needClose = true
		}
		title, corner := fmt.Sprint(i+1), "  "
		if i == maxGroupWidth {
			title = "..."
		}
		if i == 0 {
			corner = "+-"
		}
		w.out = append(w.out, w.indent()+corner+"+---------------- "+title+" ----------------\n")
		w.depth++
		if i == maxGroupWidth {
			w.emit(fmt.Sprintf("and %s\n", plural(len(r.Group)-maxGroupWidth, "more exception")), "|")
		} else {
			w.report(r.Group[i], chain)
		}
		if last && w.needClose {
			w.out = append(w.out, w.indent()+"+------------------------------------\n")
			w.needClose = false
		}
		w.depth--
	}
	if top {
		w.depth = 0
	}
}

// Only is the exception without tracebacks, causes and contexts; with group also
// those within a group, indented.
func (r *Report) Only(group bool) []string {
	if !group {
		return r.Lines
	}
	type item struct {
		r     *Report
		depth int
	}
	var out []string
	for todo := []item{{r, 0}}; len(todo) > 0; {
		x := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, s := range x.r.Lines {
			for _, line := range strings.SplitAfter(s, "\n") {
				if line != "" {
					out = append(out, strings.Repeat("   ", x.depth)+line)
				}
			}
		}
		for i := len(x.r.Group) - 1; i >= 0; i-- {
			todo = append(todo, item{x.r.Group[i], x.depth + 1})
		}
	}
	return out
}
