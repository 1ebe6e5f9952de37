package oracle

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the goldens from CPython")

// goldenRoots are the directories whose programs have goldens that CPython can
// check.
var goldenRoots = []string{"../lang", "../../scenarios"}

// program is one golden test.
type program struct {
	path   string // from this directory
	out    string // what it must print
	status int    // what it must exit with
	flags  []string
	words  []string
}

func TestGoldensAgainstCPython(t *testing.T) {
	python, err := FindPython()
	if err != nil {
		t.Skip(err)
	}
	programs, err := findPrograms()
	if err != nil {
		t.Fatal(err)
	}

	queue := make(chan program)
	var batches sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		batches.Go(func() {
			if err := checkBatch(t, python, queue); err != nil {
				t.Error(err)
				for range queue { // let the sender finish
				}
			}
		})
	}
	for _, p := range programs {
		queue <- p
	}
	close(queue)
	batches.Wait()
	t.Logf("%d programs checked with %s", len(programs), python)
}

// findPrograms returns every .coro and .py file that has a golden; with -update
// also those under testdata/lang that have none yet.
func findPrograms() ([]program, error) {
	var programs []program
	for _, root := range goldenRoots {
		if _, err := os.Stat(root); os.IsNotExist(err) {
			continue
		}
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if ext := filepath.Ext(path); err != nil || d.IsDir() || ext != ".coro" && ext != ".py" {
				return err
			}
			out, err := os.ReadFile(golden(path, ".out"))
			if os.IsNotExist(err) && !(*update && root == "../lang" && filepath.Ext(path) == ".coro") {
				return nil // a module that others import
			}
			p, err := readProgram(path, string(out))
			if err == nil {
				programs = append(programs, p)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return programs, nil
}

func readProgram(path, out string) (program, error) {
	p := program{path: path, out: out}
	if text, err := os.ReadFile(golden(path, ".status")); err == nil {
		if p.status, err = strconv.Atoi(strings.TrimSpace(string(text))); err != nil {
			return p, fmt.Errorf("%s: %w", golden(path, ".status"), err)
		}
	}
	if text, err := os.ReadFile(golden(path, ".args")); err == nil {
		p.words = strings.Fields(string(text))
		for len(p.words) > 1 && strings.HasPrefix(p.words[0], "--") {
			p.flags = append(p.flags, p.words[:2]...)
			p.words = p.words[2:]
		}
	}
	return p, nil
}

// golden returns the name of the file with the given ending that belongs to the
// program at path.
func golden(path, ending string) string {
	return strings.TrimSuffix(path, filepath.Ext(path)) + ending
}

// checkBatch runs the programs of the queue one after the other in one Python.
func checkBatch(t *testing.T, python string, queue <-chan program) error {
	batch, err := Start(python)
	if err != nil {
		return err
	}
	for p := range queue {
		got, err := batch.Run(Request{
			File:  filepath.Base(p.path),
			Dir:   filepath.Dir(p.path),
			Flags: p.flags,
			Words: p.words,
		})
		if err != nil {
			return fmt.Errorf("%s: %w", p.path, err)
		}
		if err := p.settle(t, got); err != nil {
			return err
		}
	}
	return batch.Close()
}

// settle compares the answer with the goldens, or rewrites them.
func (p program) settle(t *testing.T, got Answer) error {
	if got.Stdout == p.out && got.Status == p.status {
		if _, err := os.Stat(golden(p.path, ".out")); err == nil {
			return nil
		}
	}
	if *update {
		return p.rewrite(got)
	}
	if diff := cmp.Diff(got.Stdout, p.out); diff != "" {
		t.Errorf("%s: -CPython +golden\n%s", p.path, diff)
	}
	if got.Status != p.status {
		t.Errorf("%s: CPython ends with status %d, the golden says %d\n%s", p.path, got.Status, p.status, got.Stderr)
	}
	return nil
}

func (p program) rewrite(got Answer) error {
	if err := os.WriteFile(golden(p.path, ".out"), []byte(got.Stdout), 0o644); err != nil {
		return err
	}
	status := golden(p.path, ".status")
	if got.Status == 0 {
		if err := os.Remove(status); err != nil && !os.IsNotExist(err) {
			return err
		}
		return nil
	}
	return os.WriteFile(status, fmt.Appendf(nil, "%d\n", got.Status), 0o644)
}
