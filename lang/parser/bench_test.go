package parser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkParse parses a megabyte of ordinary code.
func BenchmarkParse(b *testing.B) {
	text := megabyte(b)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if file, errs := Parse("bench", text, Coro); len(errs) > 0 || len(file.Body) == 0 {
			b.Fatal(errs)
		}
	}
}

// megabyte is the project's own programs, repeated.
func megabyte(t testing.TB) []byte {
	t.Helper()
	files, err := filepath.Glob("../../testdata/lang/*/*.coro")
	if err != nil {
		t.Fatal(err)
	}
	var src strings.Builder
	for src.Len() < 1<<20 && len(files) > 0 {
		for _, name := range files {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if _, errs := Parse(name, text, Coro); len(errs) == 0 && !strings.Contains(string(text), "__future__") {
				src.Write(text)
				src.WriteByte('\n')
			}
		}
	}
	if src.Len() == 0 {
		t.Fatal("no programs")
	}
	return []byte(src.String())
}
