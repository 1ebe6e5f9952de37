package main

import (
	"fmt"
	"strings"

	"github.com/coro-lang/coro"
	"github.com/coro-lang/coro/scenarios"
)

// scenariosCmd is coro scenarios.
type scenariosCmd struct {
	Name string `arg:"" optional:"" help:"The scenario to print."`
}

// Help is the end of the command's help.
func (c *scenariosCmd) Help() string {
	return examples(
		"coro scenarios                        what there is",
		"coro scenarios first-ip               its text",
		"coro scenarios first-ip > mine.coro   a copy to change")
}

// Run prints the list or the text.
func (c *scenariosCmd) Run() error {
	if c.Name != "" {
		src, ok := scenarios.Source(c.Name)
		if !ok {
			return &coro.Diagnostic{Msg: "there is no shipped scenario " + c.Name, Hint: "`coro scenarios` lists them"}
		}
		return output(src)
	}
	widest := 0
	for _, name := range scenarios.Names() {
		widest = max(widest, len(name))
	}
	var b strings.Builder
	for _, name := range scenarios.Names() {
		fmt.Fprintf(&b, "%-*s  %s\n", widest, name, scenarios.Describe(name))
	}
	return output(b.String())
}
