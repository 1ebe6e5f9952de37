package coro

import (
	"bufio"
	"context"
	"errors"
	"io"
	"path"
	"strings"

	"github.com/coro-lang/coro/lang/compiler"
	"github.com/coro-lang/coro/lang/diag"
	"github.com/coro-lang/coro/lang/parser"
	"github.com/coro-lang/coro/lang/runtime"
	_ "github.com/coro-lang/coro/lang/stdlib" // the importable modules
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
	return compiler.Compile(file, compiler.Options{Coro: mode == parser.Coro})
}

// Files finds the source files that programs import: the path of one has
// slashes and its ending, "services.coro" or "pkg/__init__.py".
type Files interface {
	// ReadFile returns a file's text; an error for which errors.Is(err,
	// fs.ErrNotExist) holds if there is none.
	ReadFile(path string) ([]byte, error)
	// Display is the path as tracebacks show it.
	Display(path string) string
	// List names all source files, for suggestions.
	List() []string
}

// Options say how a program runs. The zero value is a run on the virtual clock
// with the simulated network, without input and output.
type Options struct {
	Args   []string // sys.argv; the first is the program's name
	Env    []string // os.environ, as NAME=VALUE
	Stdin  io.Reader
	Stdout io.Writer
	Stderr io.Writer
	Files  Files      // where imports are found besides the builtin modules; nil: nowhere
	Worlds []*Program // run first, to declare services
	runtime.Config
}

// Run runs the program to its end and returns its exit status: 0 if it worked, 1
// after an uncaught exception or a deadlock, n after sys.exit(n), 124 when a
// limit ended it, 130 when it was interrupted. When ctx is done the run ends at
// once.
func (p *Program) Run(ctx context.Context, o Options) int {
	return p.Start(o).Wait(ctx)
}

// Run is a run that may be interrupted.
type Run struct {
	prog   *Program
	worlds []*Program
	vm     *runtime.VM
}

// Start prepares a run; Wait runs it.
func (p *Program) Start(o Options) *Run {
	vm := runtime.NewVM(o.Config)
	vm.Args = o.Args
	vm.Env = o.Env
	vm.In = o.Stdin
	vm.Err = orDiscard(o.Stderr)
	vm.Out = bufio.NewWriterSize(orDiscard(o.Stdout), 1<<14)
	vm.Loader = &loader{o.Files}
	return &Run{p, o.Worlds, vm}
}

// Interrupt asks the run to end as Ctrl-C does: the main task is cancelled,
// finally blocks run. It may be called from any goroutine.
func (r *Run) Interrupt() { r.vm.Interrupt() }

// Wait runs the program to its end and returns its exit status.
func (r *Run) Wait(ctx context.Context) int {
	stop := context.AfterFunc(ctx, func() {
		status, why := 130, "interrupted"
		if errors.Is(ctx.Err(), context.DeadlineExceeded) {
			status, why = 124, "the time limit is over: the run was ended"
		}
		r.vm.Kill(&runtime.Fatal{Status: status, Msg: why})
	})
	defer stop()
	for _, w := range r.worlds {
		if status := r.vm.RunWorld(w.prog); status != 0 {
			r.vm.Out.Flush()
			return status
		}
	}
	return r.vm.RunMain(r.prog.prog)
}

func orDiscard(w io.Writer) io.Writer {
	if w == nil {
		return io.Discard
	}
	return w
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
	prog, errs := compiler.Compile(f, compiler.Options{})
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
			return nil, false, &SyntaxError{string(src), errs}
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
