package diag

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNearest(t *testing.T) {
	words := []string{"for", "from", "while", "return", "print", "create_task", "gather", "if", "in", "no"}
	for name, want := range map[string]string{
		"retrun": "return", "whlie": "while", "form": "from", "fro": "for", "creat_task": "create_task", "createTask": "create_task",
		"gahter": "gather", "pirnt": "print", "fi": "if", "x": "", "": "", "while": "", "banana": "", "to": "", "ni": "in",
		strings.Repeat("a", 100): "",
	} {
		if got := Nearest(name, words); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestRender(t *testing.T) {
	src := "ab = 1\n\tx = '日本' + y\n" + strings.Repeat("z", 400) + "!\n"
	list := List{
		{File: "f", Pos: Pos{Off: 23, Line: 2, Col: 17}, End: Pos{Off: 24, Line: 2, Col: 18}, Code: "E0001", Msg: "no 'y'", Label: "here", Hint: "add it"},
		{File: "f", Severity: Warning, Pos: Pos{Off: 0, Line: 1, Col: 1}, End: Pos{Off: 2, Line: 1, Col: 3}, Msg: "odd"},
		{File: "f", Pos: Pos{Off: 425, Line: 3, Col: 401}, Msg: "far", Notes: []Note{{Pos: Pos{Off: 0, Line: 1, Col: 1}, Msg: "there"}}},
		{File: "g", Msg: "nowhere", Hint: "look"},
	}
	var b strings.Builder
	if err := Render(&b, list, func(f string) (string, bool) { return src, f == "f" }, Style{}); err != nil {
		t.Fatal(err)
	}
	want := `error[E0001]: no 'y'
  ┌─ f:2:13
 2│     x = '日本' + y
  │                  ^ here
  = help: add it

warning: odd
  ┌─ f:1:1
 1│ ab = 1
  │ ^^

error: far
  ┌─ f:3:401
 3│ …` + strings.Repeat("z", 80) + `!
  │ ` + strings.Repeat(" ", 81) + `^
 1│ ab = 1
  │ ^ there

error: nowhere
  ┌─ g
  = help: look
`
	if d := cmp.Diff(want, b.String()); d != "" {
		t.Error(d)
	}
	b.Reset()
	if err := Render(&b, list[:1], func(string) (string, bool) { return src, true }, Style{Color: true}); err != nil || !strings.Contains(b.String(), "\x1b[1;31m^") {
		t.Errorf("no colour: %q %v", b.String(), err)
	}
}

func TestSort(t *testing.T) {
	at := func(off int32) *Diagnostic { return &Diagnostic{Pos: Pos{Off: off, Line: 1, Col: off + 1}, Msg: "m"} }
	l := List{at(3), at(1), at(3), at(2)}
	l.Sort()
	var got []int32
	for _, d := range l {
		got = append(got, d.Pos.Off)
	}
	if d := cmp.Diff([]int32{1, 2, 3}, got); d != "" {
		t.Error(d)
	}
	if (List{{Severity: Warning}}).Err() != nil || (List{{}}).Err() == nil {
		t.Error("only an Error makes an error")
	}
}

// TestPages checks that the pages' codes are in order and each there once.
func TestPages(t *testing.T) {
	last := ""
	for _, p := range Pages() {
		if p.Code <= last {
			t.Errorf("%s does not follow %s", p.Code, last)
		}
		last = p.Code
		if got, ok := Explain(p.Code); !ok || got.Title != p.Title {
			t.Errorf("%s has no page", p.Code)
		}
	}
	if _, ok := Explain("E9999"); ok {
		t.Error("a page for no code")
	}
}
