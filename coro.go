package coro

import (
	"errors"
	"io"
	"path"
	"strings"

	"github.com/coro-lang/coro/lang/compiler"
	"github.com/coro-lang/coro/lang/diag"
	"github.com/coro-lang/coro/lang/parser"
	"github.com/coro-lang/coro/lang/runtime"
)

// Program is a compiled source file. It never changes, so any number of runs may
// use it, also at the same time.
type Program struct {
	prog *compiler.Program
}

// SyntaxError is what is wrong with a source file: every error found in it.
type SyntaxError struct {
	Source      string
	Diagnostics diag.List
}

func (e *SyntaxError) Error() string { return e.Diagnostics.Error() }

// Diagnostic is one fault of a file or of what was asked for, with a hint.
type Diagnostic = diag.Diagnostic

// Show writes err for people to read: the faults of a SyntaxError with the lines
// they are on, a Diagnostic likewise, anything else as a single line.
func Show(w io.Writer, err error, color bool) {
	list, source := diag.List{{Msg: err.Error()}}, ""
	var syntax *SyntaxError
	var one *Diagnostic
	switch {
	case errors.As(err, &syntax):
		list, source = syntax.Diagnostics, syntax.Source
	case errors.As(err, &one):
		list = diag.List{one}
	}
	// A failure to write a message has nowhere to be told.
	_ = diag.Render(w, list, func(string) (string, bool) { return source, true }, diag.Style{Color: color})
}

// Page explains a diagnostic's code: what is wrong, an example, the mend.
type Page = diag.Page

// Explain is the page of a code such as "E0107"; ok tells whether there is one.
func Explain(code string) (page Page, ok bool) { return diag.Explain(code) }

// Pages are all pages in the order of their codes.
func Pages() []Page { return diag.Pages() }

// Compile compiles the source text of a file. The ending of name says what it
// is: a .py file is plain Python, anything else a scenario with the prelude and
// await at top level. The error is a *SyntaxError.
func Compile(name string, src []byte) (*Program, error) {
	prog, errs := compile(name, src)
	if errs.HasErrors() {
		return nil, &SyntaxError{string(src), errs}
	}
	return &Program{prog}, nil
}

func compile(name string, src []byte) (*compiler.Program, diag.List) {
	mode := parser.Coro
	if path.Ext(name) == ".py" {
		mode = parser.Python
	}
	file, errs := parser.Parse(name, src, mode)
	if errs.HasErrors() {
		return nil, errs
	}
	prog, errs := generate(file, compiler.Options{Coro: mode == parser.Coro})
	if prog != nil {
		prog.Warnings = compiler.Warnings(file)
	}
	return prog, errs
}

// generate compiles a tree and proves what the machine relies on: that every
// register, constant and jump of the code is in range.
func generate(file *parser.File, o compiler.Options) (*compiler.Program, diag.List) {
	prog, errs := compiler.Compile(file, o)
	if errs.HasErrors() {
		return nil, errs
	}
	if err := compiler.Verify(prog); err != nil {
		panic(file.Name + ": the compiler made code that is not sound: " + err.Error())
	}
	return prog, nil
}

// loader gives the runtime the parser and the program's files.
type loader struct {
	files Files
}

// Compile compiles a builtin module's source.
func (l *loader) Compile(file, source string) (*compiler.Program, error) {
	f, errs := parser.Parse(file, []byte(source), parser.Python)
	if errs.HasErrors() {
		return nil, errs.Err()
	}
	prog, errs := generate(f, compiler.Options{})
	return prog, errs.Err()
}

// Find compiles the file that importing a dotted name means.
func (l *loader) Find(name string) (*compiler.Program, bool, error) {
	if l.files == nil {
		return nil, false, nil
	}
	base := strings.ReplaceAll(name, ".", "/")
	for _, try := range []struct {
		path string
		pkg  bool
	}{{base + "/__init__.coro", true}, {base + "/__init__.py", true}, {base + ".coro", false}, {base + ".py", false}} {
		src, err := l.files.ReadFile(try.path)
		if err != nil {
			continue
		}
		prog, errs := compile(l.files.Display(try.path), src)
		if errs.HasErrors() {
			return nil, false, &runtime.SourceError{Fault: errs[0], Source: string(src)}
		}
		return prog, try.pkg, nil
	}
	return nil, false, nil
}

// Names lists the modules that Find finds.
func (l *loader) Names() []string {
	if l.files == nil {
		return nil
	}
	var names []string
	for _, f := range l.files.List() {
		names = append(names, strings.ReplaceAll(strings.TrimSuffix(f, path.Ext(f)), "/", "."))
	}
	return names
}
