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
