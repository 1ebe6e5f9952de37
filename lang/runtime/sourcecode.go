package runtime

import (
	"strings"

	"github.com/coro-lang/coro/lang/compiler"
)

// What the inspect module asks about functions and their source.

// FunctionKind tells what a call of the function v makes: "coroutine",
// "generator", "asyncgen", or "" if it just runs or v is no function.
func FunctionKind(v Value) string {
	if f := exact[Func](v, &FunctionType); f != nil {
		switch f.proto.code.Flags & compiler.FlagAsyncGen {
		case compiler.FlagCoroutine:
			return "coroutine"
		case compiler.FlagGenerator:
			return "generator"
		case compiler.FlagAsyncGen:
			return "asyncgen"
		}
		return ""
	}
	if m := boundMethod(v); m != nil {
		return FunctionKind(m.fn)
	}
	b := exact[Builtin](v, &BuiltinType)
	if b == nil {
		b = exact[Builtin](v, &MethodDescriptorType)
	}
	if b != nil && b.row.Coro != nil {
		return "coroutine"
	}
	return ""
}

// SplitParameters splits a signature's text at the commas between parameters.
func SplitParameters(text string) []string { return splitParams(text) }

// CallerFrame is the innermost frame of the program's own code, or one that many
// outside of it; None if there is none.
func (t *Thread) CallerFrame(depth int) Value {
	frames := t.stackFrames(false)
	if depth < 0 || depth >= len(frames) {
		return None
	}
	return obj(frames[len(frames)-1-depth])
}

// SourceOf is the source of a block of a program's file, its lines with their ends: of
// the code object or module v, the block that begins in line first. ok is false if v has
// no source, or not so many lines.
func SourceOf(v Value, first int) (lines []string, ok bool) {
	src := FileOf(v)
	if first < 1 || first > len(src) {
		return nil, false
	}
	for i, line := range src[first-1:] {
		if i > 0 && !belongs(line, indentOf(src[first-1]), lines) {
			break
		}
		lines = append(lines, line)
	}
	for len(lines) > 1 && strings.TrimSpace(lines[len(lines)-1]) == "" {
		lines = lines[:len(lines)-1]
	}
	return lines, true
}

// FileOf is the lines, with their ends, of the file that a code object or module is
// from; nil if that is not the program's.
func FileOf(v Value) []string {
	var prog *compiler.Program
	if c := exact[Code](v, &CodeType); c != nil && !c.proto.hidden {
		prog = c.proto.prog
	} else if m := exact[Module](v, &ModuleType); m != nil && m.def == nil {
		prog = m.prog
	}
	if prog == nil {
		return nil
	}
	lines := make([]string, len(prog.Source))
	for i, line := range prog.Source {
		lines[i] = line + "\n"
	}
	return lines
}

func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }

// belongs says whether line goes on with a block whose header is indented by
// indent: it is indented further, blank, or what the decorators above stand for.
func belongs(line string, indent int, before []string) bool {
	text := strings.TrimSpace(line)
	if text == "" || indentOf(line) > indent {
		return true
	}
	last := strings.TrimSpace(before[len(before)-1])
	return indentOf(line) == indent && (strings.HasPrefix(last, "@") || strings.HasPrefix(text, ")"))
}
