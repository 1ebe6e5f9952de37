package diag

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Style says how diagnostics are drawn.
type Style struct {
	Color bool // with the escape sequences of a terminal
}

const (
	bold   = "\x1b[1m"
	red    = "\x1b[1;31m"
	yellow = "\x1b[1;33m"
	blue   = "\x1b[1;34m"
	cyan   = "\x1b[1;36m"
	reset  = "\x1b[0m"
)

func (s Style) paint(color, text string) string {
	if !s.Color {
		return text
	}
	return color + text + reset
}

// Render writes the list to w, a picture a diagnostic with an empty line between. source returns the
// text of a file by the name in a diagnostic; where it has none, the picture is left out.
func Render(w io.Writer, list List, source func(file string) (string, bool), style Style) error {
	for i, d := range list {
		if i > 0 {
			if _, err := io.WriteString(w, "\n"); err != nil {
				return err
			}
		}
		src, ok := source(d.File)
		if _, err := io.WriteString(w, d.picture(src, ok, style)); err != nil {
			return err
		}
	}
	return nil
}

// Text renders the list without colour, for files that all have the text src.
func (l List) Text(src string) string {
	var b strings.Builder
	_ = Render(&b, l, func(string) (string, bool) { return src, true }, Style{}) // a Builder has no errors
	return b.String()
}

func (d *Diagnostic) picture(src string, ok bool, style Style) string {
	color := red
	switch d.Severity {
	case Warning:
		color = yellow
	case Advice:
		color = cyan
	}
	head := d.Severity.String()
	if d.Code != "" {
		head += "[" + d.Code + "]"
	}
	var b strings.Builder
	b.WriteString(style.paint(color, head) + style.paint(bold, ": "+d.Msg) + "\n")
	if !d.Pos.Valid() || !ok {
		if d.File != "" {
			b.WriteString("  " + style.paint(blue, "┌─") + " " + d.File + "\n")
		}
		d.help(&b, "  ", style)
		return b.String()
	}
	last := d.Pos.Line
	for _, n := range d.Notes {
		last = max(last, n.Pos.Line)
	}
	gutter := strings.Repeat(" ", max(2, len(fmt.Sprint(last))))
	text := lineAt(src, d.Pos)
	fmt.Fprintf(&b, "%s%s %s:%d:%d\n", gutter, style.paint(blue, "┌─"), d.File, d.Pos.Line, column(text, d.Pos.Col))
	draw(&b, gutter, text, d.Pos, d.End, color, d.Label, style)
	for _, n := range d.Notes {
		draw(&b, gutter, lineAt(src, n.Pos), n.Pos, n.End, blue, n.Msg, style)
	}
	d.help(&b, gutter, style)
	return b.String()
}

func (d *Diagnostic) help(b *strings.Builder, gutter string, style Style) {
	if d.Hint != "" {
		b.WriteString(gutter + style.paint(blue, "=") + " help: " + d.Hint + "\n")
	}
}

// widest is how much of a line is shown.
const widest = 160

// draw writes a line of the source, and under it carets from pos to end, or to the line's end.
func draw(b *strings.Builder, gutter, text string, pos, end Pos, color, label string, style Style) {
	from := min(max(int(pos.Col)-1, 0), len(text))
	to := from + 1
	if end.Line == pos.Line && end.Off > pos.Off {
		to = int(end.Col) - 1
	} else if end.Line > pos.Line {
		to = len(text)
	}
	to = max(min(to, len(text)), from)
	text, from, to = window(text, from, to)
	number := fmt.Sprint(pos.Line)
	b.WriteString(style.paint(blue, fmt.Sprintf("%*s│", len(gutter), number)) + " " + visible(text) + "\n")
	carets := strings.Repeat("^", max(1, width(text[from:to])))
	if label != "" {
		carets += " " + label
	}
	b.WriteString(gutter + style.paint(blue, "│") + " " + strings.Repeat(" ", width(text[:from])) + style.paint(color, carets) + "\n")
}

// window cuts what is too long to show, around the carets.
func window(text string, from, to int) (string, int, int) {
	if len(text) <= widest {
		return text, from, to
	}
	start := 0
	if from > widest/2 {
		start = from - widest/2
		for start < from && !utf8.RuneStart(text[start]) {
			start++
		}
	}
	stop := min(len(text), start+widest)
	for stop < len(text) && !utf8.RuneStart(text[stop]) {
		stop++
	}
	to = min(to, stop)
	out := text[start:stop]
	from, to = from-start, to-start
	if start > 0 {
		out = "…" + out
		from, to = from+len("…"), to+len("…")
	}
	if stop < len(text) {
		out += "…"
	}
	return out, from, to
}

// lineAt returns the line of the text that holds p.
func lineAt(src string, p Pos) string {
	off := min(max(int(p.Off), 0), len(src))
	start := max(0, min(off-int(p.Col)+1, len(src)))
	line, _, _ := strings.Cut(src[start:], "\n")
	return strings.TrimSuffix(line, "\r")
}

// column turns a byte column into one that counts characters.
func column(text string, col int32) int {
	return utf8.RuneCountInString(text[:min(int(col)-1, len(text))]) + 1
}

// visible makes a line safe to print: a tab is four spaces, other control characters are dots.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == 0xFFFD, unicode.IsControl(r):
			return '·'
		}
		return r
	}, strings.ReplaceAll(text, "\t", "    "))
}

// width is how many columns a terminal takes for the text.
func width(text string) int {
	n := 0
	for _, r := range text {
		switch {
		case r == '\t':
			n += 4
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case wide(r):
			n += 2
		default:
			n++
		}
	}
	return n
}

// wide tells the characters that take two columns, by their blocks.
func wide(r rune) bool {
	return r >= 0x1100 && (r <= 0x115F || r >= 0x2E80 && r <= 0xA4CF || r >= 0xAC00 && r <= 0xD7A3 || r >= 0xF900 && r <= 0xFAFF ||
		r >= 0xFE30 && r <= 0xFE6F || r >= 0xFF00 && r <= 0xFF60 || r >= 0xFFE0 && r <= 0xFFE6 || r >= 0x1F300 && r <= 0x1F64F ||
		r >= 0x1F900 && r <= 0x1F9FF || r >= 0x20000 && r <= 0x3FFFD)
}
