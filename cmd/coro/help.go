package main

// helpCmd is coro help.
type helpCmd struct {
	Command string `arg:"" optional:"" help:"The command to help with."`
}

// Help is the end of the command's help.
func (c *helpCmd) Help() string {
	return examples("coro help       what there is", "coro help run   the flags of coro run, and examples")
}

// Run does as the command does with --help.
func (c *helpCmd) Run() error {
	words := []string{"--help"}
	if c.Command != "" {
		words = []string{c.Command, "--help"}
	}
	_, err := grammar(words).Parse(words) // prints the help and exits
	return misused(err)
}
