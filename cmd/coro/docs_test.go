package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/coro-lang/coro/docs"
	"github.com/coro-lang/coro/scenarios"
)

// TestDialogues has a shell run the commands of the documentation's dialogues, in
// a folder with the document's files, and compares what they write.
func TestDialogues(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no sh there")
	}
	files, err := docs.Files("../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		blocks, examples, err := docs.Read(file)
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		if err := os.CopyFS(filepath.Join(dir, "scenarios"), scenarios.FS()); err != nil {
			t.Fatal(err)
		}
		for _, e := range examples {
			if err := os.WriteFile(filepath.Join(dir, e.Name), []byte(e.Source), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		for _, b := range blocks {
			if b.Kind == "console" {
				t.Run(fmt.Sprintf("%s:%d", filepath.Base(file), b.Line), func(t *testing.T) { dialogue(t, dir, b.Text) })
			}
		}
	}
}

// dialogue runs the commands of one dialogue. The test command of the project is
// not run by a test.
func dialogue(t *testing.T, dir, text string) {
	for _, part := range strings.Split("\n"+text, "\n$ ")[1:] {
		line, want, _ := strings.Cut(part, "\n")
		if strings.HasPrefix(line, "go test ") {
			continue
		}
		cmd := exec.Command("sh", "-c", strings.ReplaceAll(line, "go run ./cmd/coro", "coro"))
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "NO_COLOR=1")
		got, _ := cmd.CombinedOutput() // the status shows in what it says
		if diff := cmp.Diff(strings.TrimSuffix(want, "\n"), strings.TrimSuffix(string(got), "\n")); diff != "" {
			t.Errorf("$ %s (-document +coro)\n%s", line, diff)
		}
	}
}

// TestReadmeListsCommands checks that the README names every command.
func TestReadmeListsCommands(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range commands {
		if !strings.Contains(string(text), "\n    coro "+c.name+" ") {
			t.Errorf("README.md says nothing of coro %s", c.name)
		}
	}
}
