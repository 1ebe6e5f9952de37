package oracle

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/coro-lang/coro/docs"
)

// TestDocsAgainstCPython runs the programs of the documentation, but those that
// Coro refuses on purpose, and compares what the documents say of them.
func TestDocsAgainstCPython(t *testing.T) {
	python, err := FindPython()
	if err != nil {
		t.Skip(err)
	}
	batch, err := Start(python)
	if err != nil {
		t.Fatal(err)
	}
	files, err := docs.Files("../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		_, examples, err := docs.Read(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range examples {
			if !e.Refused {
				checkExample(t, batch, file, e, examples)
			}
		}
	}
	if err := batch.Close(); err != nil {
		t.Error(err)
	}
}

// checkExample runs one program in a folder of its own, with the document's other
// files and the shipped scenarios beside it.
func checkExample(t *testing.T, batch *Batch, file string, e docs.Example, all []docs.Example) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../scenarios")); err != nil {
		t.Fatal(err)
	}
	for _, e := range append(all, e) {
		if err := os.WriteFile(filepath.Join(dir, e.Name), []byte(e.Source), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := batch.Run(Request{File: e.Name, Dir: dir})
	if err != nil {
		t.Fatalf("%s:%d: %v", file, e.Line, err)
	}
	if diff := cmp.Diff(got.Stdout, e.Output); diff != "" {
		t.Errorf("%s:%d: -CPython +document\n%s", file, e.Line, diff)
	}
	if got.Status != e.Status {
		t.Errorf("%s:%d: CPython ends with status %d, the document says %d\n%s", file, e.Line, got.Status, e.Status, got.Stderr)
	}
}
