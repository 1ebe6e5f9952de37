package suite

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/coro-lang/coro"
)

// golden is a program with the output that it must have: x.coro beside x.out, and
// x.err and x.status if there are any. Without x.err it must leave nothing to be
// reported at its end. x.args holds the flags and words of its command line.
type golden struct {
	path string
	base string // path without its ending
	opts *Options
}

// goldens is the golden test of a file. A file that the user named becomes one
// by --update.
func goldens(path string, named bool, o *Options) []Case {
	base := strings.TrimSuffix(path, filepath.Ext(path))
	if _, err := os.Stat(base + ".out"); err != nil && !(named && o.Update) {
		return nil
	}
	return []Case{&golden{path, base, o}}
}

func (g *golden) Name() string { return filepath.ToSlash(g.path) }

// outcome is all that can be seen of a run.
type outcome struct {
	out, err string
	status   int
}

func (g *golden) Run() Result {
	wantErr, checkErr := g.expected(".err")
	got, err := g.execute(!checkErr)
	if err != nil {
		return Result{Failure: err.Error()}
	}
	if g.opts.Update {
		return g.update(got)
	}
	wantOut, _ := g.expected(".out")
	want := outcome{out: wantOut, err: wantErr}
	if text, ok := g.expected(".status"); ok {
		if want.status, err = strconv.Atoi(strings.TrimSpace(text)); err != nil {
			return Result{Failure: g.base + ".status does not hold a number"}
		}
	}
	if !checkErr {
		want.err = got.err
	}
	failure := want.compare(got)
	if !checkErr && got.out == want.out && got.err != "" && got.status == 1 && want.status == 0 {
		failure += "\nif that is as it should be, it belongs into " + filepath.Base(g.base) + ".err (--update writes it)"
	}
	return Result{Failure: failure}
}

// compare says in lines how got differs, "" if it does not.
func (want outcome) compare(got outcome) string {
	if want == got {
		return ""
	}
	var parts []string
	if got.status != want.status {
		parts = append(parts, fmt.Sprintf("the status is %d, expected %d", got.status, want.status))
	}
	if got.out != want.out {
		parts = append(parts, "standard output differs (- expected, + got):\n"+difference(want.out, got.out))
	}
	if got.err != want.err {
		parts = append(parts, "standard error differs (- expected, + got):\n"+difference(want.err, got.err))
	} else if got.err != "" && got.status != want.status {
		parts = append(parts, "standard error:\n"+indent(got.err))
	}
	return strings.Join(parts, "\n")
}

// expected is the text of the file beside the program with that ending.
func (g *golden) expected(ext string) (string, bool) {
	text, err := os.ReadFile(g.base + ext)
	return string(text), err == nil
}

// execute runs the program under its bare name, as if from its own directory.
func (g *golden) execute(strict bool) (outcome, error) {
	src, err := os.ReadFile(g.path)
	if err != nil {
		return outcome{}, err
	}
	args, _ := g.expected(".args")
	o, err := g.opts.Configure(filepath.Dir(g.path), strings.Fields(args))
	if err != nil {
		return outcome{}, fmt.Errorf("%s.args: %w", g.base, err)
	}
	name := filepath.Base(g.path)
	prog, err := coro.Compile(name, src)
	if err != nil {
		var b strings.Builder
		coro.Show(&b, err, false)
		return outcome{err: b.String(), status: 1}, nil
	}
	var out, errOut bytes.Buffer
	o.Args = append([]string{name}, o.Args...)
	o.Stdout, o.Stderr = &out, &errOut
	o.Files = beside{coro.Dir(filepath.Dir(g.path)), g.opts.Imports}
	o.Timeout = cmp.Or(o.Timeout, g.opts.Timeout)
	o.Strict = o.Strict || strict
	status := prog.Run(context.Background(), o)
	return outcome{out.String(), errOut.String(), status}, nil
}

// beside is the files of a directory, shown without it, then others.
type beside struct{ dir, rest coro.Files }

func (b beside) ReadFile(path string) ([]byte, error) {
	src, err := b.dir.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) && b.rest != nil {
		return b.rest.ReadFile(path)
	}
	return src, err
}

func (b beside) Display(path string) string { return filepath.FromSlash(path) }

func (b beside) List() []string { return b.dir.List() }

// update makes what the program did what is expected of it. A report at its end,
// which made the status 1 for want of an .err file, gets one and status 0.
func (g *golden) update(got outcome) Result {
	if _, ok := g.expected(".err"); !ok && got.err != "" {
		again, err := g.execute(false)
		if err != nil {
			return Result{Failure: err.Error()}
		}
		got = again
	}
	status := ""
	if got.status != 0 {
		status = strconv.Itoa(got.status) + "\n"
	}
	r := Result{}
	for _, f := range []struct {
		ext, text string
		always    bool
	}{{".out", got.out, true}, {".err", got.err, false}, {".status", status, false}} {
		old, exists := g.expected(f.ext)
		var err error
		switch {
		case f.text == "" && !f.always:
			if !exists {
				continue
			}
			err = os.Remove(g.base + f.ext)
		case exists && old == f.text:
			continue
		default:
			err = os.WriteFile(g.base+f.ext, []byte(f.text), 0o644)
		}
		if err != nil {
			return Result{Failure: err.Error()}
		}
		r.Updated = true
	}
	return r
}
