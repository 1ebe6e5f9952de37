// Command coro runs asyncio scenarios.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"github.com/coro-lang/coro"
)

// command is one thing that coro does; make makes the struct of its flags.
type command struct {
	name, help string
	make       func() any
}

// commands are what coro does, in the order of its help; each has a file of its
// own.
var commands = []command{
	{"run", "Run a program.", func() any { return new(runCmd) }},
	{"repl", "Run what is typed, line by line.", func() any { return new(replCmd) }},
	{"test", "Run the tests of programs.", func() any { return new(testCmd) }},
	{"scenarios", "List the shipped scenarios, or print one.", func() any { return new(scenariosCmd) }},
	{"explain", "Explain the code of a diagnostic.", func() any { return new(explainCmd) }},
	{"version", "Print the version.", func() any { return new(versionCmd) }},
	{"help", "Help on a command.", func() any { return new(helpCmd) }},
}

// status is the exit status of a command that has said all there is to say.
type status int

func (s status) Error() string { return fmt.Sprintf("exit status %d", int(s)) }

// wrong is the status after a command line that asks for something that is not
// there.
const wrong status = 2

func main() { os.Exit(run(os.Args[1:])) }

// grammar is the parser of a command line. It knows the command that the line
// begins with: laying out the flags of the others would take longer than a small
// scenario. If there is no such command, it knows all of them.
func grammar(words []string) *kong.Kong {
	options := append(mappers(),
		kong.Name("coro"),
		kong.Description("Coro runs asyncio scenarios: Python programs on a clock that jumps and a network that is simulated, the same way every time."),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true}),
		kong.Exit(func(code int) { os.Exit(code) }),
	)
	known := commands
	if i := slices.IndexFunc(commands, func(c command) bool { return c.name == words[0] }); i >= 0 {
		known = commands[i : i+1]
	}
	for _, c := range known {
		options = append(options, kong.DynamicCommand(c.name, c.help, "", c.make()))
	}
	app, err := kong.New(&struct{}{}, options...)
	if err != nil {
		panic(err) // a command's struct is wrong
	}
	return app
}

// plainRun is the command that runs a program without any flag of ours, nil if words
// ask for anything else. Most runs are such, and the parser takes longer to lay out the
// flags than a small scenario to run.
func plainRun(words []string) *runCmd {
	if len(words) < 2 || words[0] != "run" || strings.HasPrefix(words[1], "-") {
		return nil
	}
	return &runCmd{runFlags: runFlags{Clock: "virtual", Net: "sim"}, File: words[1], Words: words[2:]}
}

// run runs one command line and returns the exit status.
func run(words []string) int {
	if len(words) == 0 {
		words = []string{"--help"}
	}
	var err error
	if c := plainRun(words); c != nil {
		err = c.Run()
	} else {
		ctx, perr := grammar(words).Parse(words)
		if perr != nil {
			return show(misused(perr), wrong)
		}
		err = ctx.Run()
	}
	var s status
	switch {
	case err == nil:
		return 0
	case errors.As(err, &s):
		return int(s)
	}
	return show(err, wrong)
}

// misused says what is wrong with a command line.
func misused(err error) *coro.Diagnostic {
	d := &coro.Diagnostic{Msg: err.Error(), Hint: "`coro help` lists the commands"}
	command := ""
	var perr *kong.ParseError
	if errors.As(err, &perr) {
		command, _, _ = strings.Cut(perr.Context.Command(), " ")
	}
	if command != "" {
		d.Hint = "`coro help " + command + "` shows the flags and examples"
	}
	flag, _, valueless := strings.Cut(d.Msg, ` value but got "EOL"`)
	missing, isMissing := strings.CutPrefix(d.Msg, "expected ")
	stray, isStray := strings.CutPrefix(d.Msg, "unexpected argument ")
	switch {
	case valueless:
		flag, _, _ = strings.Cut(flag, ":")
		d.Msg = flag + ": a value is missing"
	case isMissing:
		d.Msg = "coro " + command + " needs " + strings.Trim(missing, `"`)
	case isStray && command == "":
		d.Msg = "there is no command " + stray
	}
	return d
}

// show writes err to standard error.
func show(err error, s status) int {
	coro.Show(os.Stderr, err, colored(os.Stderr))
	return int(s)
}

// note writes a line to standard error that is no error.
func note(format string, args ...any) {
	fmt.Fprintf(os.Stderr, "note: "+format+"\n", args...)
}

// terminal tells whether somebody watches f.
func terminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("TERM") != "dumb" && f.Name() != os.DevNull && !isNull(info)
}

// isNull tells whether a device is the null device.
func isNull(info os.FileInfo) bool {
	null, err := os.Stat(os.DevNull)
	return err == nil && os.SameFile(info, null)
}

// colored tells whether f is to be written in colour.
func colored(f *os.File) bool { return os.Getenv("NO_COLOR") == "" && terminal(f) }

// examples is the end of a command's help.
func examples(lines ...string) string { return "Examples:\n\n  " + strings.Join(lines, "\n  ") }

// output writes a result to standard output.
func output(text string) error {
	_, err := io.WriteString(os.Stdout, text)
	return err
}
