package compiler_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/coro-lang/coro/lang/compiler"
	"github.com/coro-lang/coro/lang/parser"
)

// programs parses the project's own programs, those that are to work.
func programs(b *testing.B) (files []*parser.File, bytes int64) {
	b.Helper()
	names, err := filepath.Glob("../../testdata/lang/*/*.coro")
	if err != nil || len(names) == 0 {
		b.Fatalf("no programs: %v", err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		file, errs := parser.Parse(name, text, parser.Coro)
		if errs.HasErrors() {
			continue
		}
		if _, errs := compiler.Compile(file, compiler.Options{Coro: true}); errs.HasErrors() {
			continue
		}
		files = append(files, file)
		bytes += int64(len(text))
	}
	if len(files) < len(names)/2 {
		b.Fatalf("only %d of %d programs compile", len(files), len(names))
	}
	return files, bytes
}

func BenchmarkCompile(b *testing.B) {
	files, bytes := programs(b)
	b.SetBytes(bytes)
	b.ReportAllocs()
	for b.Loop() {
		for _, file := range files {
			if _, errs := compiler.Compile(file, compiler.Options{Coro: true}); errs.HasErrors() {
				b.Fatal(errs[0])
			}
		}
	}
}

func BenchmarkVerify(b *testing.B) {
	files, bytes := programs(b)
	var compiled []*compiler.Program
	for _, file := range files {
		prog, _ := compiler.Compile(file, compiler.Options{Coro: true})
		compiled = append(compiled, prog)
	}
	b.SetBytes(bytes)
	b.ReportAllocs()
	for b.Loop() {
		for _, prog := range compiled {
			if err := compiler.Verify(prog); err != nil {
				b.Fatal(err)
			}
		}
	}
}
