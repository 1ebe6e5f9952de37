// Package parser turns the text of a source file into a tree: its own lexer, a participle grammar for
// the statements, a precedence climber for the expressions, and a pass over the tree for the rules
// that a grammar cannot say. Whatever is wrong comes back as diagnostics in the words of the language.
package parser

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/coro-lang/coro/lang/diag"
)

// Mode tells the two kinds of source file apart.
type Mode uint8

// The kinds of source file.
const (
	Coro   Mode = iota // a scenario: await may stand at top level
	Python             // a plain script
)

// maxErrors is how many diagnostics a file can have before the rest is left out.
const maxErrors = 100

// Parse reads a whole file. All that is wrong with it is in the list, in the order of the file; if the
// list is empty the tree is whole, and anything that CPython's compiler would refuse has been refused.
func Parse(name string, src []byte, mode Mode) (*File, diag.List) {
	f, errs, _ := parse(name, src, mode)
	return f, errs
}

// ParseInteractive reads what was typed at a prompt so far. incomplete means that more lines could
// complete it: a bracket or a string is open, or a block, which an empty line ends.
func ParseInteractive(name string, src []byte, mode Mode) (f *File, errs diag.List, incomplete bool) {
	f, errs, incomplete = parse(name, src, mode)
	for _, d := range errs {
		if !completable[d.Code] {
			return f, errs, false
		}
	}
	return f, errs, incomplete || openBlock(f)
}

// completable are the codes of faults that may be only for want of more lines.
var completable = map[string]bool{diag.Unclosed: true, diag.UnclosedString: true, diag.FString: true, diag.Unfinished: true,
	diag.Indentation: true, diag.BadTry: true, diag.BadDecorator: true}

// openBlock tells whether the text ends in a compound statement that no empty line ends.
func openBlock(f *File) bool {
	if len(f.Body) == 0 {
		return strings.HasPrefix(strings.TrimSpace(f.Src), "@")
	}
	if strings.HasSuffix(f.Src, "\n\n") || strings.TrimSpace(f.Src[strings.LastIndexByte(strings.TrimSuffix(f.Src, "\n"), '\n')+1:]) == "" {
		return false
	}
	switch s := f.Body[len(f.Body)-1].(type) {
	case *FuncDef, *ClassDef, *If, *For, *While, *With, *Try, *Match:
		return true
	case *Bad:
		noCases := s.Fault.Code == diag.Indentation && int(s.Fault.Pos.Off) >= len(strings.TrimRight(f.Src, "\n"))
		return noCases || s.Fault.Code == diag.BadDecorator
	}
	return false
}

func parse(name string, src []byte, mode Mode) (f *File, errs diag.List, incomplete bool) {
	f = &File{Name: name, Mode: mode, Src: string(src)}
	if d := unreadable(f.Src); d != nil {
		d.File = name
		return f, diag.List{d}, false
	}
	if strings.IndexByte(f.Src, '\r') >= 0 { // as Python reads text
		f.Src = strings.ReplaceAll(strings.ReplaceAll(f.Src, "\r\n", "\n"), "\r", "\n")
	}
	st := newStream(f.Src)
	for bad := 0; !st.done && bad < 2*maxErrors; {
		before := len(f.Body)
		st.fill()
		f.Body = statements(st.lx, f.Body)
		for st.lx.Peek().Type == tDedent { // of blocks that were given up
			st.lx.Next()
			f.Body = statements(st.lx, f.Body)
		}
		for _, s := range f.Body[before:] {
			if _, ok := s.(*Bad); ok {
				bad++
			}
		}
	}
	f.Comments, f.Warnings = st.scan.comments, st.scan.warnings
	errs = st.scan.errs
	errs = append(errs, check(f, errs)...)
	for _, d := range errs {
		d.File = name
	}
	errs.Sort()
	if len(errs) > maxErrors {
		last := errs[maxErrors]
		errs = append(errs[:maxErrors], &diag.Diagnostic{File: name, Pos: last.Pos, Code: diag.TooMany,
			Msg: fmt.Sprintf("there are more than %d faults in this file; the rest is not shown", maxErrors)})
	}
	return f, errs, st.scan.incomplete
}

var encoding = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)`)
})

// unreadable tells what makes the bytes of a file no text.
func unreadable(src string) *diag.Diagnostic {
	at := func(off int) Pos {
		bol := strings.LastIndexByte(src[:off], '\n') + 1
		return Pos{Off: int32(off), Line: int32(strings.Count(src[:off], "\n") + 1), Col: int32(off - bol + 1)}
	}
	if len(src) > 1<<30 {
		return &diag.Diagnostic{Code: diag.BadFile, Pos: at(0), Msg: "this file is larger than a gibibyte"}
	}
	if i := strings.IndexByte(src, 0); i >= 0 {
		return &diag.Diagnostic{Code: diag.BadFile, Pos: at(i), Msg: "this file holds a NUL character, so it is no program text", Hint: "is it the right file?"}
	}
	if !utf8.ValidString(src) {
		i := 0
		for {
			r, n := utf8.DecodeRuneInString(src[i:])
			if r == utf8.RuneError && n == 1 {
				break
			}
			i += n
		}
		return &diag.Diagnostic{Code: diag.BadFile, Pos: at(i), Msg: fmt.Sprintf("this file is no UTF-8 text: the byte 0x%02x cannot stand here", src[i]), Hint: "save it as UTF-8"}
	}
	rest := strings.TrimPrefix(src, bom)
	for n := range 2 {
		first, after, _ := strings.Cut(rest, "\n")
		if m := encoding().FindStringSubmatchIndex(first); m != nil {
			switch name := strings.ReplaceAll(strings.ToLower(first[m[2]:m[3]]), "_", "-"); name {
			case "utf-8", "utf8", "utf-8-sig", "ascii", "us-ascii":
			case "latin-1", "latin1", "iso-8859-1", "iso-8859-15", "cp1252", "cp1251", "koi8-r":
				if !slices.ContainsFunc([]byte(src), func(c byte) bool { return c >= utf8.RuneSelf }) {
					break // all of them agree with UTF-8 so far
				}
				fallthrough
			default:
				off := len(src) - len(rest) + m[2]
				return &diag.Diagnostic{Code: diag.BadFile, Pos: at(off), Msg: fmt.Sprintf("the encoding '%s' is not supported: a program is UTF-8 text", clip(name)), Hint: "save the file as UTF-8, and remove this comment"}
			}
			break
		}
		if line := strings.TrimLeft(first, " \t\f"); n == 0 && line != "" && line[0] != '#' && line[0] != '\r' {
			break // the second line counts only under a comment or nothing
		}
		rest = after
	}
	return nil
}
