package compiler_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/coro-lang/coro/lang/compiler"
	"github.com/coro-lang/coro/lang/parser"
)

// FuzzCompile holds that whatever the parser accepts compiles to code that Verify accepts,
// or to an error.
func FuzzCompile(f *testing.F) {
	listings, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range listings {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(ar.Files[0].Data))
	}
	programs, _ := filepath.Glob("../../testdata/lang/*/*.coro")
	for _, file := range programs {
		src, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(src))
	}
	f.Fuzz(func(t *testing.T, src string) {
		tree, errs := parser.Parse("fuzz", []byte(src), parser.Coro)
		if errs.HasErrors() {
			return
		}
		p, errs := compiler.Compile(tree, compiler.Options{})
		if errs.HasErrors() {
			return
		}
		if err := compiler.Verify(p); err != nil {
			t.Errorf("%v\n%s", err, compiler.Disassemble(p))
		}
	})
}
