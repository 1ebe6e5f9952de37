package repl

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestHighlight(t *testing.T) {
	for text, want := range map[string]string{
		`await sleep(10)  # nap`:               `<await> sleep(<10>)  <# nap>`,
		`print(f"{x}", 'it\'s')`:               `print(<f"{x}">, <'it\'s'>)`,
		`"not closed`:                          `<"not closed>`,
		"'''two\nlines''' + x1":                "<'''two\nlines'''> + x1",
		`awaiting = 0x1F if a in b else 1.5e3`: `awaiting = <0x1F> <if> a <in> b <else> <1.5e3>`,
		`"# no comment" # one`:                 `<"# no comment"> <# one>`,
	} {
		got := regexp.MustCompile("\x1b\\[\\d\\dm|\x1b\\[3\\dm").ReplaceAllString(highlight(text), "<")
		if got = strings.ReplaceAll(got, "\x1b[0m", ">"); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// fixedNames has the same names always.
type fixedNames []string

func (n fixedNames) Names() []string                   { return n }
func (n fixedNames) Attributes(dotted string) []string { return []string{"of_" + dotted, "_hidden"} }

func TestComplete(t *testing.T) {
	names := fixedNames{"sleep", "slice", "_private", "asyncio"}
	for text, want := range map[string][]string{
		"await sl":     {"sleep", "slice"},
		"x":            nil,
		"asyncio.":     {"asyncio.of_asyncio"},
		"f(a.b.of":     {"a.b.of_a.b"},
		"a._":          {"a._hidden"},
		"_p":           {"_private"},
		":t":           {":tasks"},
		"if x:\n":      {"    "},
		"if x:\n    ":  {"    "},
		"if x:\n    a": {"asyncio"},
	} {
		if diff := cmp.Diff(want, complete(text, names)); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}
