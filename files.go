package coro

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/coro-lang/coro/lang/diag"
)

// Where source comes from: the program's own file, and what it imports.

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

// Dir is the Files of a directory: what a program in it can import.
func Dir(dir string) Files { return dirFiles{os.DirFS(dir), dir} }

// FS is the Files of a file system, whose paths tracebacks show as they are.
func FS(fsys fs.FS) Files { return dirFiles{fsys, ""} }

type dirFiles struct {
	fsys fs.FS
	dir  string
}

func (d dirFiles) ReadFile(path string) ([]byte, error) { return fs.ReadFile(d.fsys, path) }

func (d dirFiles) Display(path string) string {
	return filepath.Join(d.dir, filepath.FromSlash(path))
}

func (d dirFiles) List() []string {
	var names []string
	for _, pattern := range []string{"*.coro", "*.py"} {
		found, _ := fs.Glob(d.fsys, pattern) // the patterns are well formed
		names = append(names, found...)
	}
	slices.Sort(names)
	return names
}

// FirstOf is the Files of several: each file is that of the first one that has
// it.
func FirstOf(all ...Files) Files { return firstOf(all) }

type firstOf []Files

func (f firstOf) ReadFile(path string) ([]byte, error) {
	for _, files := range f {
		if src, err := files.ReadFile(path); !errors.Is(err, fs.ErrNotExist) {
			return src, err
		}
	}
	return nil, fs.ErrNotExist
}

func (f firstOf) Display(path string) string {
	for _, files := range f {
		if _, err := files.ReadFile(path); err == nil {
			return files.Display(path)
		}
	}
	return path
}

func (f firstOf) List() []string {
	var names []string
	for _, files := range f {
		names = append(names, files.List()...)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// Source is the text of a program and where its imports are found.
type Source struct {
	Name    string // as tracebacks show it
	Text    []byte
	Files   Files
	Shipped bool // it was found among the shipped files
}

// Compile compiles it.
func (s *Source) Compile() (*Program, error) { return Compile(s.Name, s.Text) }

// maxSource is how long a source file may be.
const maxSource = 64 << 20

// Open finds a program by the name that a user gives: a file, "-" for stdin, or,
// where there is no such file, one of the shipped files with or without its
// ending. What the program imports is looked for beside it, then among the
// shipped files. The error is a *Diagnostic.
func Open(name string, stdin io.Reader, shipped fs.FS) (*Source, error) {
	if name == "-" {
		src, err := readAll("standard input", stdin)
		return &Source{Name: "<stdin>", Text: src, Files: FirstOf(Dir("."), FS(shipped))}, err
	}
	f, err := os.Open(name)
	if err == nil {
		defer f.Close()
		src, err := readAll(name, f)
		return &Source{Name: name, Text: src, Files: FirstOf(Dir(filepath.Dir(name)), FS(shipped))}, err
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return nil, unreadable(name, err)
	}
	for _, n := range []string{name, name + ".coro"} {
		if src, err := fs.ReadFile(shipped, n); err == nil {
			return &Source{Name: n, Text: src, Files: FS(shipped), Shipped: true}, nil
		}
	}
	return nil, noFile(name, shipped)
}

// readAll reads a source file.
func readAll(name string, r io.Reader) ([]byte, error) {
	src, err := io.ReadAll(io.LimitReader(r, maxSource+1))
	if err != nil {
		return nil, unreadable(name, err)
	}
	if len(src) > maxSource {
		return nil, &Diagnostic{Msg: fmt.Sprintf("%s is longer than %s, which no program is", name, FormatSize(maxSource))}
	}
	return src, nil
}

// unreadable says why a file cannot be read.
func unreadable(name string, err error) error {
	if info, serr := os.Stat(name); serr == nil && info.IsDir() {
		return &Diagnostic{Msg: name + " is a directory", Hint: "give a program, such as " + path.Join(filepath.ToSlash(name), "main.coro")}
	}
	var perr *fs.PathError
	if errors.As(err, &perr) {
		err = perr.Err
	}
	return &Diagnostic{Msg: fmt.Sprintf("%s cannot be read: %v", name, err)}
}

// noFile says that there is no file of that name, and which one was perhaps meant.
func noFile(name string, shipped fs.FS) error {
	dir, base := filepath.Split(name)
	if info, err := os.Stat(cmp.Or(dir, ".")); err != nil || !info.IsDir() {
		return &Diagnostic{Msg: "there is no directory " + filepath.Clean(dir), Hint: "`coro scenarios` lists what runs anywhere"}
	}
	hint := "`coro scenarios` lists what runs anywhere"
	if near := nearestFile(base, Dir(cmp.Or(dir, "."))); near != "" {
		hint = "did you mean " + dir + near + "?"
	} else if near := nearestFile(base, FS(shipped)); near != "" && dir == "" {
		hint = "did you mean the shipped scenario " + near + "?"
	}
	return &Diagnostic{Msg: "there is no file " + name, Hint: hint}
}

// nearestFile is the file whose name without its ending is most like name's.
func nearestFile(name string, files Files) string {
	stem := func(n string) string { return strings.TrimSuffix(n, path.Ext(n)) }
	var stems []string
	list := files.List()
	for _, n := range list {
		if stem(n) == stem(name) {
			return n
		}
		stems = append(stems, stem(n))
	}
	if i := slices.Index(stems, diag.Nearest(stem(name), stems)); i >= 0 {
		return list[i]
	}
	return ""
}
