// Package docs finds the programs and dialogues in the project's documentation,
// so that tests can run them.
//
// A fenced block marked python is a program. The blocks straight behind it say
// what becomes of it: output is what it prints, report what it says on standard
// error. Without an output block it prints nothing. The mark may go on with words:
//
//	python bank.coro   the program's file, which other blocks can import and run
//	python plain.py    a plain Python script
//	python status=1    what it ends with, 0 if nothing is said
//	python refused     Coro refuses on purpose what CPython runs
//
// A block marked console is a dialogue with a shell: lines that begin with "$ "
// are commands, the others what they write. A block marked go is taken from the
// package's example_test.go. Blocks marked sh or text are not tested.
package docs

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Block is a fenced block of a document.
type Block struct {
	Kind    string   // the first word of its mark: python, output, console …
	Words   []string // the others
	Text    string
	Line    int    // of its first line in the document
	Section string // the nearest heading above it that begins with ##
	follows bool   // nothing but empty lines stands between it and the block above
}

// Example is a program with what becomes of it.
type Example struct {
	Name    string // of its file
	Source  string
	Output  string
	Report  string // "" if nothing is said of it
	Status  int
	Refused bool // by Coro alone
	Line    int
	Section string

	OutputLine, ReportLine int // where these blocks begin, 0 if there is none
}

// Files are the documents, as paths; root is the path of the project.
func Files(root string) ([]string, error) {
	files, err := filepath.Glob(filepath.Join(root, "docs", "*.md"))
	return append([]string{filepath.Join(root, "README.md")}, files...), err
}

// Read reads a document: its blocks, and the programs among them.
func Read(file string) ([]Block, []Example, error) {
	blocks, err := readBlocks(file)
	if err != nil {
		return nil, nil, err
	}
	examples, err := examplesOf(blocks)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", file, err)
	}
	return blocks, examples, nil
}

func readBlocks(file string) ([]Block, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var blocks []Block
	section, follows, open := "", false, false
	for i, line := range strings.Split(string(text), "\n") {
		mark, fence := strings.CutPrefix(line, "```")
		switch {
		case open && fence:
			open, follows = false, true
		case open:
			blocks[len(blocks)-1].Text += line + "\n"
		case fence:
			kind, words, _ := strings.Cut(mark, " ")
			blocks = append(blocks, Block{kind, strings.Fields(words), "", i + 2, section, follows})
			open = true
		case line != "":
			follows = false
			if title, ok := strings.CutPrefix(line, "## "); ok {
				section = title
			}
		}
	}
	if open {
		return nil, fmt.Errorf("%s: a block is not closed", file)
	}
	return blocks, nil
}

// examplesOf are the programs among the blocks of a document.
func examplesOf(blocks []Block) ([]Example, error) {
	var all []Example
	for i, b := range blocks {
		switch b.Kind {
		case "python":
			e := Example{Name: "example.coro", Source: b.Text, Line: b.Line, Section: b.Section}
			for _, word := range b.Words {
				status, ok := strings.CutPrefix(word, "status=")
				var err error
				switch {
				case ok:
					e.Status, err = strconv.Atoi(status)
				case word == "refused":
					e.Refused = true
				case strings.Contains(word, "."):
					e.Name = word
				default:
					err = fmt.Errorf("the word %q means nothing", word)
				}
				if err != nil {
					return nil, fmt.Errorf("line %d: %w", b.Line, err)
				}
			}
			all = append(all, e)
		case "output", "report":
			if !b.follows || i == 0 || blocks[i-1].Kind == "console" {
				return nil, fmt.Errorf("line %d: the %s of no program", b.Line, b.Kind)
			}
			e := &all[len(all)-1]
			if b.Kind == "output" {
				e.Output, e.OutputLine = b.Text, b.Line
			} else {
				e.Report, e.ReportLine = b.Text, b.Line
			}
		case "console", "go", "sh", "text", "":
		default:
			return nil, fmt.Errorf("line %d: a block marked %q", b.Line, b.Kind)
		}
	}
	return all, nil
}

// Rewrite replaces the texts of a document's blocks; the keys are the lines at
// which they begin.
func Rewrite(file string, texts map[int]string) error {
	old, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var b strings.Builder
	skipping := false
	for i, line := range strings.SplitAfter(string(old), "\n") {
		if text, ok := texts[i+1]; ok {
			b.WriteString(text)
			skipping = true
		}
		if skipping = skipping && !strings.HasPrefix(line, "```"); !skipping {
			b.WriteString(line)
		}
	}
	return os.WriteFile(file, []byte(b.String()), 0o644)
}
