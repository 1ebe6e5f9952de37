package parser

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/coro-lang/coro/lang/diag"
)

var (
	wantComment = regexp.MustCompile("# ERROR((?: +`[^`]*`)+)")
	wantPattern = regexp.MustCompile("`[^`]*`")
)

// TestErrors reads every file of testdata/errors. An expected diagnostic stands on the line that it is
// about, as a comment: # ERROR `regexp` `regexp`…, matched against "code: message". All others are
// unexpected.
func TestErrors(t *testing.T) {
	files, err := filepath.Glob("testdata/errors/*")
	if err != nil || len(files) == 0 {
		t.Fatal("no test files", err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			mode := Coro
			if strings.HasSuffix(name, ".py") {
				mode = Python
			}
			_, errs := Parse(name, src, mode)
			checkErrors(t, string(src), errs)
		})
	}
}

func checkErrors(t *testing.T, src string, errs diag.List) {
	t.Helper()
	want := map[int][]string{}
	for i, line := range strings.Split(src, "\n") {
		if m := wantComment.FindStringSubmatch(line); m != nil {
			for _, p := range wantPattern.FindAllString(m[1], -1) {
				want[i+1] = append(want[i+1], strings.Trim(p, "`"))
			}
		}
	}
	for _, d := range errs {
		line := int(d.Pos.Line)
		text := d.Code + ": " + d.Msg
		found := false
		for i, p := range want[line] {
			if regexp.MustCompile(p).MatchString(text) {
				want[line] = append(want[line][:i:i], want[line][i+1:]...)
				found = true
				break
			}
		}
		if !found {
			t.Errorf("line %d: unexpected %s", line, text)
		}
	}
	for line, ps := range want {
		for _, p := range ps {
			t.Errorf("line %d: no diagnostic matches %s", line, p)
		}
	}
}

// TestPages parses the example of every code of the syntax, which must have that fault, and its mend,
// which must have none.
func TestPages(t *testing.T) {
	prose := map[string]bool{diag.TooComplex: true, diag.BadFile: true, diag.TooMany: true}
	for _, p := range diag.Pages() {
		if !strings.HasPrefix(p.Code, "E01") || prose[p.Code] {
			continue
		}
		if p.Title == "" || p.Meaning == "" {
			t.Errorf("%s: the page is not whole", p.Code)
		}
		_, errs := Parse("x", []byte(p.Example), Coro)
		if len(errs) == 0 || errs[0].Code != p.Code {
			t.Errorf("%s: its example has %v", p.Code, errs)
		}
		if p.Code == diag.NotInCoro {
			continue
		}
		if _, errs := Parse("x", []byte(p.Mend), Coro); len(errs) > 0 && p.Code != diag.Unexpected {
			t.Errorf("%s: its mend has %v", p.Code, errs)
		}
	}
}

// TestPicture checks one diagnostic as a whole: position, caret, label and hint.
func TestPicture(t *testing.T) {
	const src = "import asyncio\n\ndef fetch_ip(service):\n    reply = await http.get(url)\n    return [1,\n\t2)\n"
	_, errs := Parse("first-ip.coro", []byte(src), Coro)
	want := `error[E0107]: 'await' outside an async function
  ┌─ first-ip.coro:4:13
 4│     reply = await http.get(url)
  │             ^^^^^ this function is a plain def
  = help: make it ` + "`async def fetch_ip(service):`" + ` (line 3)

error[E0105]: ')' cannot close the '[' that is open here
  ┌─ first-ip.coro:6:3
 6│     2)
  │      ^
 5│     return [1,
  │            ^ opened here
  = help: write ']'
`
	if d := cmp.Diff(want, errs.Text(src)); d != "" {
		t.Error(d)
	}
}

// TestManyErrors checks that a file full of faults is cut off, with a word about it.
func TestManyErrors(t *testing.T) {
	_, errs := Parse("x", []byte(strings.Repeat("x = = 1\n", 1000)), Coro)
	if len(errs) != maxErrors+1 || errs[maxErrors].Code != diag.TooMany {
		t.Errorf("%d diagnostics, the last of them %v", len(errs), errs[len(errs)-1])
	}
}

func TestInteractive(t *testing.T) {
	for _, c := range []struct {
		src                string
		incomplete, faulty bool
	}{
		{"", false, false},
		{"x = 1\n", false, false},
		{"x = 1", false, false},
		{"foo(\n", true, true},
		{"foo(\n1)\n", false, false},
		{"x = '''a\n", true, true},
		{"x = f'''a{\n", true, true},
		{"x = 'a\n", false, true},
		{"x = \\\n", true, true},
		{"if x:\n", true, true},
		{"if x: y\n", true, false},
		{"if x: y\n\n", false, false},
		{"if x:\n    y\n", true, false},
		{"if x:\n    y\n\n", false, false},
		{"if x:\n    y\n    \n", false, false},
		{"async def f():\n    await g()\n", true, false},
		{"@d\n", true, true},
		{"@d\ndef f(): pass\n\n", false, false},
		{"try:\n    x\n", true, true},
		{"try:\n    x\n\n", false, true},
		{"await f()\n", false, false},
		{"# only a comment\n", false, false},
		{"x = )\n", false, true},
		{"if x y:\n    z\n", false, true},
		{"match x:\n    case 1: pass\n", true, false},
	} {
		_, errs, incomplete := ParseInteractive("<input>", []byte(c.src), Coro)
		if incomplete != c.incomplete || incomplete == false && len(errs) > 0 != c.faulty {
			t.Errorf("%q: incomplete %v, want %v; %v", c.src, incomplete, c.incomplete, errs)
		}
	}
}
