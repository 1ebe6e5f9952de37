package repl

import (
	"errors"
	"os"
	"strings"
	"unicode"

	"github.com/reeflective/readline"
)

// Terminal reads inputs with editing, history and completion.
type Terminal struct {
	shell      *readline.Shell
	prompt     string
	incomplete func(string) bool
}

// Names is what completion draws on: names, and attributes of what a dotted name
// stands for.
type Names interface {
	Names() []string
	Attributes(dotted string) []string
}

// NewTerminal reads from the terminal. history is the file that keeps the inputs,
// "" for none; color says whether inputs get colours; names are asked for at each
// completion.
func NewTerminal(history string, color bool, names func() Names) *Terminal {
	t := &Terminal{shell: readline.NewShell()}
	t.shell.Prompt.Primary(func() string { return t.prompt })
	t.shell.Prompt.Secondary(func() string { return strings.Repeat(" ", max(0, len(t.prompt)-4)) + "... " })
	for option, value := range map[string]any{
		"multiline-column":             true, // else there is no second prompt
		"menu-complete-display-prefix": true, // what the candidates have in common, then a list of them
	} {
		_ = t.shell.Config.Set(option, value) // they exist
	}
	_ = t.shell.Config.Bind("emacs", "\t", "menu-complete", false)
	t.shell.AcceptMultiline = func(line []rune) bool { return !t.incomplete(string(line) + "\n") }
	t.shell.Completer = func(line []rune, cursor int) readline.Completions {
		return readline.CompleteValues(complete(string(line[:cursor]), names())...).NoSpace('.')
	}
	if color {
		t.shell.SyntaxHighlighter = func(line []rune) string { return highlight(string(line)) }
	}
	if history != "" {
		t.shell.History.AddFromFile("inputs", history)
	}
	return t
}

// Read reads an input; Ctrl-C drops it.
func (t *Terminal) Read(prompt string, incomplete func(string) bool) (string, error) {
	t.prompt, t.incomplete = prompt, incomplete
	text, err := t.shell.Readline()
	if errors.Is(err, readline.ErrInterrupt) {
		return "", ErrInterrupt
	}
	if err == nil {
		text += "\n"
	} else {
		os.Stdout.WriteString("\n") // the prompt's line is still open
	}
	return text, err
}

// complete is what the dotted name or the command at the end of text may become.
func complete(text string, names Names) []string {
	if word, ok := strings.CutPrefix(text, ":"); ok {
		var all []string
		for _, cmd := range commands {
			if strings.HasPrefix(cmd.name, word) {
				all = append(all, ":"+cmd.name)
			}
		}
		return all
	}
	if i := strings.LastIndexByte(text, '\n'); i >= 0 && strings.TrimSpace(text[i:]) == "" {
		return []string{"    "} // a tab that indents a line
	}
	start := strings.LastIndexFunc(text, func(r rune) bool {
		return r != '.' && r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}) + 1
	dotted := text[start:]
	candidates, prefix, word := names.Names, "", dotted
	if i := strings.LastIndexByte(dotted, '.'); i >= 0 {
		prefix, word = dotted[:i+1], dotted[i+1:]
		candidates = func() []string { return names.Attributes(dotted[:i]) }
	}
	var all []string
	for _, n := range candidates() {
		if strings.HasPrefix(n, word) && (strings.HasPrefix(word, "_") || !strings.HasPrefix(n, "_")) {
			all = append(all, prefix+n)
		}
	}
	return all
}
