package compiler_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/coro-lang/coro/lang/compiler"
	"github.com/coro-lang/coro/lang/parser"
)

var update = flag.Bool("update", false, "rewrite the listings in testdata")

func compile(t testing.TB, name, src string, opts compiler.Options) *compiler.Program {
	t.Helper()
	f, errs := parser.Parse(name, []byte(src), parser.Coro)
	if errs.HasErrors() {
		t.Fatal(errs)
	}
	p, errs := compiler.Compile(f, opts)
	if errs.HasErrors() {
		t.Fatal(errs)
	}
	if err := compiler.Verify(p); err != nil {
		t.Errorf("%v\n%s", err, compiler.Disassemble(p))
	}
	return p
}

// TestListings compares the code of small programs with what stands beside them in testdata.
func TestListings(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) == 0 {
		t.Fatal("no files in testdata")
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			src := string(ar.Files[0].Data)
			got := compiler.Disassemble(compile(t, ar.Files[0].Name, src, compiler.Options{Coro: true}))
			if *update {
				ar.Files = append(ar.Files[:1], txtar.File{Name: "listing", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(ar), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(ar.Files) < 2 {
				t.Fatal("no listing; run with -update")
			}
			if d := cmp.Diff(string(ar.Files[1].Data), got); d != "" {
				t.Errorf("listing differs (-want +got):\n%s", d)
			}
		})
	}
}
