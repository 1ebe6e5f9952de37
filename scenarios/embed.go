// Package scenarios carries the shipped scenarios inside the binary, so that
// each can be run, listed and imported by name in any directory.
package scenarios

import (
	"embed"
	"io/fs"
	"strings"
)

//go:embed *.coro
var files embed.FS

const ext = ".coro"

// FS holds every shipped scenario, as NAME.coro at its root.
func FS() fs.FS { return files }

// Names lists the shipped scenarios in alphabetical order, each with its ending.
func Names() []string {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic(err) // the root of an embedded tree can always be read
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()
	}
	return names
}

// Source is the text of the scenario of that name, given with or without its
// ending; ok tells whether there is one.
func Source(name string) (src string, ok bool) {
	if !strings.HasSuffix(name, ext) {
		name += ext
	}
	b, err := files.ReadFile(name)
	return string(b), err == nil
}

// Describe is what a scenario shows in one sentence: the comment on its first
// line. It is empty for a name that is not shipped.
func Describe(name string) string {
	src, _ := Source(name)
	first, _, _ := strings.Cut(src, "\n")
	comment, ok := strings.CutPrefix(first, "#")
	if !ok {
		return ""
	}
	return strings.TrimSpace(comment)
}
