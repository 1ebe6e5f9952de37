package parser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/coro-lang/coro/lang/diag"
)

func seeds(f *testing.F) {
	for _, pattern := range []string{"testdata/errors/*", "testdata/trees/*"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			f.Fatal(err)
		}
		for _, name := range files {
			b, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(string(b))
		}
	}
	for _, p := range diag.Pages() {
		f.Add(p.Example)
		f.Add(p.Mend)
	}
	for _, s := range []string{
		"f'{x!r:>{w}}{{}}' f\"{'a' 'b'=:{y:{z}}}\"\n", "f'''{\nx\n=}'''", "f'{f\"{f'{1}'}\"}'", "if x:\n\ty\n        z\n", "x = \\\n", "(\n[\n{\n",
		"match x:\n case {'a': [1, *_], **r} | C(x=1) as y if z: pass\n", "async def f():\n async with (a as b, c): yield\n",
		"@d\nclass A[T: int = 3](B, *c, k=1): x: int = 3\n", "try: pass\nexcept* E as e: pass\n", "\"\\N{BULLET}\\ud800\\x41\\777\"", "0x_ff 1_0.5e-3 0b12 09",
		"a, *b = c = yield\n", "lambda x, /, *, y=1, **k: (z := x)\n", "“x” ，（y）", "print 'x'\nelse if y:\n  x++\n", "\ufeffx\r\ny\rz",
	} {
		f.Add(s)
	}
}

// FuzzLexer checks that the scanner always comes to an end, that its tokens stand in order inside the
// text, and that its indents are matched.
func FuzzLexer(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, src string) {
		if unreadable(src) != nil || strings.ContainsRune(src, '\r') {
			return
		}
		s := newScanner(src)
		depth, last := 0, 0
		for n := 0; ; n++ {
			var tok token
			s.next(&tok)
			if s.rewound >= 0 { // tokens from there on are void
				last, s.rewound = s.rewound, -1
			}
			if tok.Pos.Offset < last && tok.Type != tFEqual || tok.Pos.Offset > len(src) {
				t.Fatalf("token %d (%s) at %d, after %d of %d", n, describe(&tok), tok.Pos.Offset, last, len(src))
			}
			last = tok.Pos.Offset
			switch tok.Type {
			case tIndent:
				depth++
			case tDedent:
				depth--
			case tEOF:
				if depth != 0 {
					t.Fatalf("%d indents are not matched", depth)
				}
				return
			}
			if n > 100*(len(src)+10) {
				t.Fatal("the scanner does not come to an end")
			}
		}
	})
}

// FuzzParser checks that nothing makes the parser panic or linger, that every diagnostic has a place and
// a known code, and that a file without faults has a whole tree.
func FuzzParser(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, src string) {
		start := time.Now()
		file, errs := Parse("x", []byte(src), Mode(len(src)%2))
		if d := time.Since(start); d > 3*time.Second {
			t.Fatalf("took %v", d)
		}
		_ = errs.Text(src)
		for _, d := range errs {
			if _, known := diag.Explain(d.Code); !known || d.Msg == "" || d.File != "x" {
				t.Fatalf("a diagnostic lacks something: %+v", d)
			}
			if !d.Pos.Valid() || int(d.Pos.Off) > len(src) {
				t.Fatalf("a diagnostic has no place: %+v", d)
			}
		}
		if len(errs) > 0 {
			return
		}
		Inspect(file, func(n Node) bool {
			if b, bad := n.(*Bad); bad {
				t.Fatalf("a fault is in the tree only: %v", b.Fault)
			}
			if sp := n.Where(); !sp.Pos.Valid() && n != Node(file) || sp.End.Off < sp.Pos.Off {
				t.Fatalf("%T has no place: %v", n, sp)
			}
			return true
		})
		dump(file, true)
		ParseInteractive("x", []byte(src), Coro)
	})
}
