package repl

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"github.com/coro-lang/coro"
)

// The commands of the prompt.

// command is a row of the table of commands.
type command struct {
	name, words, help string
	run               func(c *Console, word string) (outcome, error)
}

var commands []command

func init() {
	// Set here because :help lists the table.
	commands = []command{
		{"help", "", "this list", (*Console).help},
		{"tasks", "", "the tasks that are not done, and what each waits on", (*Console).tasks},
		{"clock", "", "the time of the virtual clock", (*Console).clock},
		{"step", "[N]", "run one pass of the loop, or N", (*Console).step},
		{"advance", "SECONDS", "let time pass", (*Console).advance},
		{"load", "FILE", "run a file here", (*Console).load},
		{"save", "FILE", "write what was typed so far to a file", (*Console).save},
		{"reset", "", "begin anew: no names, no tasks, time 0", (*Console).reset},
		{"quit", "", "leave; so does the end of the input, Ctrl-D", (*Console).quit},
	}
}

// command obeys a line such as "load first-ip.coro".
func (c *Console) command(line string) outcome {
	name, word, _ := strings.Cut(line, " ")
	word = strings.TrimSpace(word)
	var found []command
	for _, cmd := range commands {
		if cmd.name == name {
			found = []command{cmd}
			break
		}
		if name != "" && strings.HasPrefix(cmd.name, name) {
			found = append(found, cmd)
		}
	}
	if len(found) != 1 {
		c.show(&coro.Diagnostic{Msg: "there is no command :" + name, Hint: ":help lists them"})
		return goOn
	}
	switch cmd := found[0]; {
	case word == "" && cmd.words != "" && cmd.words[0] != '[':
		c.show(&coro.Diagnostic{Msg: ":" + cmd.name + " needs more", Hint: "write :" + cmd.name + " " + cmd.words})
	case word != "" && cmd.words == "":
		c.show(&coro.Diagnostic{Msg: ":" + cmd.name + " stands alone"})
	default:
		o, err := cmd.run(c, word)
		if err != nil {
			c.show(err)
		}
		return o
	}
	return goOn
}

func (c *Console) help(string) (outcome, error) {
	for _, cmd := range commands {
		c.say("%-18s %s", strings.TrimSpace(":"+cmd.name+" "+cmd.words), cmd.help)
	}
	c.say("Anything else is run. `_` is the last value, and `await` may stand anywhere.")
	return goOn, nil
}

func (c *Console) tasks(string) (outcome, error) {
	lines := c.session.Tasks()
	if len(lines) == 0 {
		c.say("no tasks")
	}
	for _, line := range lines {
		c.say("%s", line)
	}
	return goOn, nil
}

func (c *Console) clock(string) (outcome, error) {
	c.say("%s s", strconv.FormatFloat(c.session.Now(), 'f', -1, 64))
	return goOn, nil
}

func (c *Console) step(word string) (outcome, error) {
	n := 1
	if word != "" {
		var err error
		if n, err = strconv.Atoi(word); err != nil || n < 1 {
			return goOn, errors.New(":step takes a number of passes")
		}
	}
	status, ended := c.session.Step(n)
	return outcome{ended, status}, nil
}

func (c *Console) advance(word string) (outcome, error) {
	seconds, err := strconv.ParseFloat(word, 64)
	if err != nil {
		return goOn, errors.New(":advance takes a number of seconds")
	}
	status, ended, err := c.session.Advance(seconds)
	return outcome{ended, status}, err
}

func (c *Console) load(word string) (outcome, error) {
	src, err := c.Open(word)
	if err != nil {
		return goOn, err
	}
	status, ended, err := c.session.Load(src)
	if err == nil {
		c.inputs = append(c.inputs, string(src.Text))
	}
	return outcome{ended, status}, err
}

func (c *Console) save(word string) (outcome, error) {
	var b strings.Builder
	for _, in := range c.inputs {
		b.WriteString(strings.TrimRight(in, "\n") + "\n")
	}
	if err := c.Save(word, []byte(b.String())); err != nil {
		var perr *fs.PathError
		if errors.As(err, &perr) {
			err = perr.Err
		}
		return goOn, fmt.Errorf("%s cannot be written: %w", word, err)
	}
	return goOn, nil
}

func (c *Console) reset(string) (outcome, error) {
	c.begin()
	return goOn, nil
}

func (c *Console) quit(string) (outcome, error) {
	c.session.End()
	return outcome{ended: true}, nil
}
