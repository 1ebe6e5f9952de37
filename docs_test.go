package coro_test

import (
	"bytes"
	"context"
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/coro-lang/coro"
	"github.com/coro-lang/coro/docs"
	"github.com/coro-lang/coro/lang/runtime"
	"github.com/coro-lang/coro/scenarios"
)

// The documentation is tested: its programs do what it says, and what it lists is
// all there is. Its dialogues with the command are tested in cmd/coro.

// TestDocs runs the programs of every document.
func TestDocs(t *testing.T) {
	for _, file := range documents(t) {
		blocks, examples := examplesOf(t, file)
		named := fstest.MapFS{}
		for _, e := range examples {
			named[e.Name] = &fstest.MapFile{Data: []byte(e.Source)}
		}
		files := coro.FirstOf(coro.FS(named), coro.FS(scenarios.FS()))
		if *update {
			updateDocument(t, file, examples, files)
			continue
		}
		for _, e := range examples {
			t.Run(fmt.Sprintf("%s:%d", filepath.Base(file), e.Line), func(t *testing.T) {
				t.Parallel()
				runExample(t, e, files)
			})
		}
		for _, b := range blocks {
			if b.Kind == "go" {
				checkGo(t, file, b)
			}
		}
	}
}

func documents(t *testing.T) []string {
	files, err := docs.Files(".")
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func examplesOf(t *testing.T, file string) ([]docs.Block, []docs.Example) {
	blocks, examples, err := docs.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	return blocks, examples
}

func runExample(t *testing.T, e docs.Example, files coro.Files) {
	status, out, report := runSource(e, files)
	if status != e.Status {
		t.Errorf("status %d, the document says %d\n%s", status, e.Status, report)
	}
	if diff := cmp.Diff(e.Output, out); diff != "" {
		t.Errorf("output (-document +Coro):\n%s\nstandard error:\n%s", diff, report)
	}
	if diff := cmp.Diff(e.Report, report); diff != "" {
		t.Errorf("report (-document +Coro; go test . -run TestDocs -update rewrites it):\n%s", diff)
	}
}

func runSource(e docs.Example, files coro.Files) (status int, out, report string) {
	var outBuf, errBuf bytes.Buffer
	prog, err := coro.Compile(e.Name, []byte(e.Source))
	if err != nil {
		coro.Show(&errBuf, err, false)
		return 1, "", errBuf.String()
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	status = prog.Run(ctx, coro.Options{Args: []string{e.Name}, Stdout: &outBuf, Stderr: &errBuf, Files: files})
	return status, outBuf.String(), errBuf.String()
}

// updateDocument makes what the programs do what the document says of them.
func updateDocument(t *testing.T, file string, examples []docs.Example, files coro.Files) {
	texts := map[int]string{}
	for _, e := range examples {
		_, out, report := runSource(e, files)
		if e.OutputLine > 0 {
			texts[e.OutputLine] = out
		}
		if e.ReportLine > 0 {
			texts[e.ReportLine] = report
		}
	}
	if err := docs.Rewrite(file, texts); err != nil {
		t.Fatal(err)
	}
}

// checkGo checks that a block of Go stands in example_test.go, which is compiled
// and run.
func checkGo(t *testing.T, file string, b docs.Block) {
	source, err := os.ReadFile("example_test.go")
	if err != nil {
		t.Fatal(err)
	}
	indent := regexp.MustCompile(`(?m)^[ \t]+`)
	if !strings.Contains(indent.ReplaceAllString(string(source), ""), indent.ReplaceAllString(b.Text, "")) {
		t.Errorf("%s:%d: example_test.go has no such lines", file, b.Line)
	}
}

// TestPreludeHasExamples checks that the language reference shows each name of the
// prelude at work.
func TestPreludeHasExamples(t *testing.T) {
	_, examples := examplesOf(t, "docs/language.md")
	var text strings.Builder
	for _, e := range examples {
		if strings.HasPrefix(e.Section, "The prelude") && strings.HasSuffix(e.Name, ".coro") {
			text.WriteString(e.Source)
		}
	}
	used := regexp.MustCompile(`\w+`).FindAllString(text.String(), -1)
	for _, name := range runtime.PreludeNames() {
		if !slices.Contains(used, name) {
			t.Errorf("docs/language.md shows no example of %s", name)
		}
	}
}

// TestBuiltinsAreListed checks that the language reference names the builtin
// functions and types, but for exceptions, and no others.
func TestBuiltinsAreListed(t *testing.T) {
	text, err := os.ReadFile("docs/language.md")
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := strings.Cut(string(text), "**Builtins**: `")
	list, _, _ = strings.Cut(list, "`")
	var builtins []string
	for _, name := range runtime.BuiltinNames() {
		if name[0] >= 'a' && name[0] <= 'z' {
			builtins = append(builtins, name)
		}
	}
	if diff := cmp.Diff(builtins, strings.Fields(list)); diff != "" {
		t.Errorf("builtins (-registered +listed in docs/language.md):\n%s", diff)
	}
}

// TestModulesAreListed checks that the language reference has a row for each
// module that can be imported and for no other, and that the names in the rows are
// there, or are not.
func TestModulesAreListed(t *testing.T) {
	text, err := os.ReadFile("docs/language.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(text), "\n## Modules")
	section, _, _ = strings.Cut(section, "\n## ")
	quoted := regexp.MustCompile("`([\\w.]+)`")
	names := func(cell string) (all []string) {
		for _, m := range quoted.FindAllStringSubmatch(cell, -1) {
			all = append(all, m[1])
		}
		return all
	}
	var listed []string
	for _, row := range regexp.MustCompile("(?m)^\\| (`.*) \\| (.*) \\| (.*)\\|$").FindAllStringSubmatch(section, -1) {
		modules := names(row[1])
		listed = append(listed, modules...)
		here := attributes(t, modules)
		for _, name := range names(row[2]) {
			if !slices.Contains(here, name) {
				t.Errorf("%v: %s is not there, the document says it is", modules, name)
			}
		}
		for _, name := range names(row[3]) {
			if slices.Contains(here, name) {
				t.Errorf("%v: %s is there, the document says it is not", modules, name)
			}
		}
	}
	slices.Sort(listed)
	var registered []string
	for _, name := range runtime.ModuleNames() {
		if !strings.HasPrefix(name, "_") || name == "__future__" {
			registered = append(registered, name)
		}
	}
	if diff := cmp.Diff(registered, listed); diff != "" {
		t.Errorf("modules (-registered +listed in docs/language.md):\n%s", diff)
	}
}

// attributes are the names in some modules.
func attributes(t *testing.T, modules []string) []string {
	var source strings.Builder
	for _, m := range modules {
		fmt.Fprintf(&source, "import %s\nprint(*dir(%s))\n", m, m)
	}
	prog, err := coro.Compile("attributes.coro", []byte(source.String()))
	if err != nil {
		t.Fatal(err)
	}
	var out, errOut bytes.Buffer
	if prog.Run(context.Background(), coro.Options{Stdout: &out, Stderr: &errOut}) != 0 {
		t.Fatal(errOut.String())
	}
	return strings.Fields(out.String())
}

// TestArchitecture checks the table of packages: each package has a row, with the
// other packages that it imports.
func TestArchitecture(t *testing.T) {
	text, err := os.ReadFile("docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	const module = "github.com/coro-lang/coro"
	quoted := regexp.MustCompile("`([^`]+)`")
	listed := map[string][]string{}
	for _, row := range regexp.MustCompile("(?m)^\\| `([\\w./]+)` \\| .* \\|((?: `[\\w.]+`)*) \\|$").FindAllStringSubmatch(string(text), -1) {
		listed[row[1]] = []string{}
		for _, m := range quoted.FindAllStringSubmatch(row[2], -1) {
			listed[row[1]] = append(listed[row[1]], m[1])
		}
	}
	imported := map[string][]string{}
	err = filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(file) != ".go" || strings.HasSuffix(file, "_test.go") {
			return err
		}
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		dir := filepath.ToSlash(filepath.Dir(file))
		if imported[dir] == nil {
			imported[dir] = []string{}
		}
		for _, imp := range tree.Imports {
			name, ours := strings.CutPrefix(strings.Trim(imp.Path.Value, `"`), module)
			if name = path.Base(name); ours && !slices.Contains(imported[dir], name) {
				imported[dir] = append(imported[dir], name)
			}
		}
		slices.Sort(imported[dir])
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(imported, listed); diff != "" {
		t.Errorf("packages and what they import (-code +docs/architecture.md):\n%s", diff)
	}
}

// TestLinks checks that the links within the documentation lead somewhere.
func TestLinks(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)#:]*)(?:#([^)]*))?\)`)
	for _, file := range documents(t) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range link.FindAllStringSubmatch(string(text), -1) {
			target := file
			if m[1] != "" {
				target = filepath.Join(filepath.Dir(file), m[1])
			}
			info, err := os.Stat(target)
			if err != nil {
				t.Errorf("%s: %v", file, err)
			} else if m[2] != "" && (info.IsDir() || !slices.Contains(anchors(t, target), m[2])) {
				t.Errorf("%s: %s has no heading #%s", file, target, m[2])
			}
		}
	}
}

// anchors are the names under which a document's headings can be linked to.
func anchors(t *testing.T, file string) []string {
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, m := range regexp.MustCompile(`(?m)^#+ (.*)$`).FindAllStringSubmatch(string(text), -1) {
		name := regexp.MustCompile(`[^\w\- ]`).ReplaceAllString(strings.ToLower(m[1]), "")
		all = append(all, strings.ReplaceAll(name, " ", "-"))
	}
	return all
}
