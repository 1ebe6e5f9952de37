package runtime

import (
	"fmt"
	"slices"
	"strings"

	"github.com/coro-lang/coro/lang/compiler"
)

// Stacks as text: which frames a traceback shows, and how.

// FrameLine is one line of a stack: where an activation was.
type FrameLine struct {
	File   string
	Line   int
	Func   string
	Text   string // the source line without its indentation
	Rest   string // the further lines of what stands on more than one, as they are shown
	Module string
}

func frameLine(p *FuncProto, at compiler.Line) FrameLine {
	f := FrameLine{File: p.prog.File, Line: int(at.No), Func: p.code.Name, Module: p.module.Name}
	if src := p.prog.Source; at.No > 0 && int(at.No) <= len(src) {
		f.Text = strings.TrimSpace(src[at.No-1])
		if at.Extent > 0 {
			f.Rest = restOf(src, &p.code.Extents[at.Extent-1])
		}
	}
	return f
}

// restOf is what a traceback shows of an extent below its first line. The lines keep
// their indentation beyond that of the least indented one.
func restOf(src []string, e *compiler.Extent) string {
	margin := -1
	narrow := func(line string) {
		if text := strings.TrimLeft(line, " \t"); text != "" && (margin < 0 || len(line)-len(text) < margin) {
			margin = len(line) - len(text)
		}
	}
	for line := e.First; line <= e.Last; line++ {
		narrow(src[line-1])
	}
	var b strings.Builder
	show := func(line int32) {
		text := strings.TrimRight(src[line-1], " \t\r")
		fmt.Fprintf(&b, "    %s\n", text[min(margin, len(text)):])
	}
	last := e.First
	for _, line := range e.Shown[1:] {
		switch n := line - last - 1; {
		case n == 1:
			show(last + 1)
		case n > 1:
			fmt.Fprintf(&b, "    ...<%d lines>...\n", n)
		}
		show(line)
		last = line
	}
	return b.String()
}

// TracebackLines are the frames of a traceback, the outermost first.
func TracebackLines(tb *Traceback) []FrameLine {
	var lines []FrameLine
	for ; tb != nil; tb = tb.next {
		if !tb.fn.hidden {
			lines = append(lines, frameLine(tb.fn, tb.at))
		}
	}
	return lines
}

// Traceback is where the exception was raised; nil if it never was.
func (e *Exception) Traceback() *Traceback { return e.tb }

// AsTraceback returns v as a traceback, or nil.
func AsTraceback(v Value) *Traceback { return exact[Traceback](v, &TracebackType) }

// StackLines are the activations of the program that run now, the outermost
// first. As in CPython they show one line each, where tracebacks may show more.
func (t *Thread) StackLines() []FrameLine {
	frames := t.stackFrames(false)
	lines := make([]FrameLine, len(frames))
	for i, f := range frames {
		lines[i] = frameLine(f.fn, compiler.Line{No: f.at.No})
	}
	return lines
}

// LineAbove is the line that a warning with a stack level is about. Level 1 is the
// program's innermost activation; those of builtin modules outside of it count too,
// as they do in CPython, but the line is the program's, the next one outside. From
// level 2 on activations in files with one of the prefixes do not count. ok is false
// beyond the outermost activation.
func (t *Thread) LineAbove(level int, skipped []string) (line FrameLine, ok bool) {
	frames := t.stackFrames(true)
	i := len(frames) - 1
	toProgram := func() {
		for i >= 0 && frames[i].fn.hidden {
			i--
		}
	}
	toProgram()
	for ; level > 1 && i >= 0; level-- {
		i--
		for i >= 0 && slices.ContainsFunc(skipped, func(prefix string) bool { return strings.HasPrefix(frameLine(frames[i].fn, frames[i].at).File, prefix) }) {
			i--
		}
	}
	toProgram()
	if i < 0 {
		return FrameLine{}, false
	}
	return frameLine(frames[i].fn, frames[i].at), true
}

// stackFrames are the frames of StackLines, each linked to the one outside of it;
// hidden says that activations of builtin modules are among them.
func (t *Thread) stackFrames(hidden bool) []*Frame {
	var frames []*Frame
	add := func(p *FuncProto, at compiler.Line, g *Gen) {
		if hidden || !p.hidden {
			frames = append(frames, &Frame{Hdr: Hdr{&FrameType}, fn: p, at: at, gen: g})
		}
	}
	gen := func(i int) *Gen {
		if i < 0 {
			return nil
		}
		return t.frames[i].gen
	}
	if t.fn != nil {
		add(t.fn.proto, t.fn.proto.where(t.ip), gen(t.fp-1))
	}
	for i := t.fp - 1; i >= 0; i-- {
		fr := &t.frames[i]
		// The coroutines that wait for the activation above have no frames.
		for g := fr.gen; g != nil && g != fr.root; g = g.parent {
			if p := g.parent; p != nil && p.fn != nil {
				add(p.fn.proto, p.fn.proto.where(p.ip), p)
			}
		}
		if fr.fn != nil && fr.ip != nil {
			add(fr.fn.proto, fr.fn.proto.where(fr.ip), gen(i-1))
		}
	}
	slices.Reverse(frames)
	for i, f := range frames {
		if i > 0 {
			f.back = frames[i-1]
		}
	}
	return frames
}

// maxRepeats is how often the same line of a stack is shown in a row.
const maxRepeats = 3

// FormatStack is the text of a stack, one string a frame.
func FormatStack(lines []FrameLine) []string {
	var out []string
	var last FrameLine
	count := 0
	repeated := func() {
		if n := count - maxRepeats; n > 0 {
			out = append(out, fmt.Sprintf("  [Previous line repeated %s]\n", plural(n, "more time")))
		}
	}
	for _, f := range lines {
		if f != last {
			repeated()
			last, count = f, 0
		}
		if count++; count <= maxRepeats {
			out = append(out, f.String())
		}
	}
	repeated()
	return out
}

// String is the frame as a traceback shows it.
func (f FrameLine) String() string {
	s := fmt.Sprintf("  File \"%s\", line %d, in %s\n", f.File, f.Line, f.Func)
	if f.Text != "" {
		s += "    " + f.Text + "\n" + f.Rest
	}
	return s
}

// selfValue is the first argument of the activation that runs if it is called
// self, as methods call it; else Missing.
func (t *Thread) selfValue() Value {
	if t.fn == nil {
		return Missing
	}
	code := t.fn.proto.code
	if code.Pos == 0 || code.Params[0] != "self" || code.Flags&compiler.FlagClass != 0 {
		return Missing
	}
	v := t.regs[0]
	if c := exact[Cell](v, &CellType); c != nil {
		return c.v
	}
	return v
}

// SourceLine is a line of one of the program's files; ok is false if there is no such
// line.
func (vm *VM) SourceLine(file string, line int) (text string, ok bool) {
	for _, p := range vm.protos {
		if p.module.def == nil && p.prog.File == file && line > 0 && line <= len(p.prog.Source) {
			return p.prog.Source[line-1], true
		}
	}
	return "", false
}

// CallerModule is the name of the module whose code, not of a builtin module,
// runs or called what runs.
func (t *Thread) CallerModule() string {
	if t.fn != nil && !t.fn.proto.hidden {
		return t.fn.proto.module.Name
	}
	for i := t.fp - 1; i >= 0; i-- {
		if fn := t.frames[i].fn; fn != nil && !fn.proto.hidden {
			return fn.proto.module.Name
		}
	}
	return "builtins"
}
