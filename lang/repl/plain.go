package repl

import (
	"bufio"
	"errors"
	"io"
	"strings"
)

// maxInput is how long one input may be.
const maxInput = 64 << 20

// Plain reads inputs line by line, without prompts: from a pipe.
type Plain struct{ r *bufio.Reader }

// NewPlain reads from r.
func NewPlain(r io.Reader) *Plain { return &Plain{bufio.NewReader(r)} }

// Lines is what a program at the prompt reads as its standard input: the lines after
// its own.
func (p *Plain) Lines() io.Reader { return lines{p.r} }

// lines reads one line at a time, so that the next one is left for whoever asks next.
type lines struct{ r *bufio.Reader }

func (l lines) Read(b []byte) (n int, err error) {
	for n < len(b) {
		c, err := l.r.ReadByte()
		if err != nil {
			return n, err
		}
		b[n] = c
		n++
		if c == '\n' {
			break
		}
	}
	return n, nil
}

// Read reads lines until they are complete.
func (p *Plain) Read(_ string, incomplete func(string) bool) (string, error) {
	var b strings.Builder
	for {
		line, err := p.r.ReadString('\n')
		b.WriteString(line)
		switch {
		case err != nil:
			return b.String(), err
		case b.Len() > maxInput:
			return "", errors.New("the input is too long")
		case !incomplete(b.String()):
			return b.String(), nil
		}
	}
}
