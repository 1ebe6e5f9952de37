package main

import (
	"fmt"
	"strings"

	"github.com/coro-lang/coro"
)

// explainCmd is coro explain.
type explainCmd struct {
	Code string `arg:"" optional:"" help:"The code, such as E0107; all codes are listed without one."`
}

// Help is the end of the command's help.
func (c *explainCmd) Help() string {
	return examples(
		"coro explain E0107   what it means, an example, the mend",
		"coro explain         all codes, a line each")
}

// Run prints a page, or the list of pages.
func (c *explainCmd) Run() error {
	var b strings.Builder
	if c.Code == "" {
		for _, p := range coro.Pages() {
			fmt.Fprintf(&b, "%s  %s\n", p.Code, p.Title)
		}
		return output(b.String())
	}
	p, ok := coro.Explain(strings.ToUpper(c.Code))
	if !ok {
		return &coro.Diagnostic{Msg: "there is no code " + c.Code, Hint: "`coro explain` lists them"}
	}
	fmt.Fprintf(&b, "%s: %s\n\n%s\n", p.Code, p.Title, strings.TrimSpace(p.Meaning))
	fmt.Fprintf(&b, "\nNot like this:\n\n%s\nBut like this:\n\n%s", indent(p.Example), indent(p.Mend))
	return output(b.String())
}

// indent moves the lines of text to the right.
func indent(text string) string {
	return "    " + strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n    ") + "\n"
}
