package parser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkParse parses a megabyte of ordinary code: the project's own programs, repeated.
func BenchmarkParse(b *testing.B) {
	files, err := filepath.Glob("../../testdata/lang/*/*.coro")
	if err != nil {
		b.Fatal(err)
	}
	var src strings.Builder
	for src.Len() < 1<<20 && len(files) > 0 {
		for _, name := range files {
			text, err := os.ReadFile(name)
			if err != nil {
				b.Fatal(err)
			}
			if _, errs := Parse(name, text, Coro); len(errs) == 0 && !strings.Contains(string(text), "__future__") {
				src.Write(text)
				src.WriteByte('\n')
			}
		}
	}
	if src.Len() == 0 {
		b.Skip("no programs")
	}
	text := []byte(src.String())
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, errs := Parse("bench", text, Coro); len(errs) > 0 {
			b.Fatal(errs[0])
		}
	}
}
