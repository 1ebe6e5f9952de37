// Package shrink makes programs small that show something.
//
// A program is taken as a tree of lines, each with the deeper indented ones that
// follow it as its body. Blocks are removed and unwrapped, bodies emptied and items
// between brackets dropped for as long as the program still shows what it shall,
// by delta debugging (Zeller and Hildebrandt, 2002).
package shrink

import (
	"slices"
	"strings"
)

// Shrink returns a small program for which shows answers true; it answers true for
// the one given. It is asked at most tries times.
func Shrink(program string, tries int, shows func(program string) bool) string {
	s := &shrinker{top: parse(program), left: tries, shows: shows}
	s.best = s.render()
	if !s.shows(s.best) {
		return program // its indentation means something
	}
	for before := ""; before != s.best && s.left > 0; {
		before = s.best
		s.thin(&s.top)
		s.unwrap(&s.top)
		s.simplify(s.top)
	}
	return s.best
}

// block is a line and the lines that are indented beneath it.
type block struct {
	text string // without its indentation
	body []*block
}

type shrinker struct {
	top   []*block
	best  string // what top renders to
	left  int    // how often shows may still be asked
	shows func(string) bool
}

// parse reads lines into blocks; empty lines and comments are dropped.
func parse(program string) []*block {
	root := &block{}
	type open struct {
		indent int
		block  *block
	}
	stack := []open{{-1, root}}
	for _, line := range strings.Split(program, "\n") {
		text := strings.TrimLeft(line, " ")
		if text == "" || text[0] == '#' {
			continue
		}
		indent := len(line) - len(text)
		for stack[len(stack)-1].indent >= indent {
			stack = stack[:len(stack)-1]
		}
		b := &block{text: text}
		parent := stack[len(stack)-1].block
		parent.body = append(parent.body, b)
		stack = append(stack, open{indent, b})
	}
	return root.body
}

func (s *shrinker) render() string {
	var out strings.Builder
	var write func(blocks []*block, depth int)
	write = func(blocks []*block, depth int) {
		for _, b := range blocks {
			out.WriteString(strings.Repeat("    ", depth))
			out.WriteString(b.text)
			out.WriteByte('\n')
			write(b.body, depth+1)
		}
	}
	write(s.top, 0)
	return out.String()
}

// still tells whether the tree as it is now shows what it shall.
func (s *shrinker) still() bool {
	text := s.render()
	if s.left == 0 || text == s.best {
		return false
	}
	s.left--
	if !s.shows(text) {
		return false
	}
	s.best = text
	return true
}

// try puts blocks in the list's place if that still shows it.
func (s *shrinker) try(list *[]*block, blocks []*block) bool {
	old := *list
	*list = blocks
	if s.still() {
		return true
	}
	*list = old
	return false
}

// thin removes what it can of a list of blocks, many at a time first, and then of
// their bodies.
func (s *shrinker) thin(list *[]*block) {
	for size := len(*list); size > 0; size /= 2 {
		for end := len(*list); end > 0; end = min(end-size, len(*list)) {
			s.try(list, slices.Concat((*list)[:max(0, end-size)], (*list)[end:]))
		}
	}
	for _, b := range *list {
		if len(b.body) == 0 {
			continue
		}
		if !s.try(&b.body, []*block{{text: "pass"}}) {
			s.thin(&b.body)
		}
	}
}

// unwrap puts bodies in the place of the statements that they belong to, with
// their else, except and finally.
func (s *shrinker) unwrap(list *[]*block) {
	for i := 0; i < len(*list); i++ {
		b := (*list)[i]
		if len(b.body) == 0 {
			continue
		}
		next := i + 1
		for next < len(*list) && clause((*list)[next].text) {
			next++
		}
		if s.try(list, slices.Concat((*list)[:i], b.body, (*list)[next:])) {
			i--
			continue
		}
		s.unwrap(&b.body)
	}
}

// clause tells whether a line goes on with the statement before it.
func clause(text string) bool {
	word := strings.TrimRight(strings.SplitN(text, " ", 2)[0], ":*")
	return slices.Contains([]string{"elif", "else", "except", "finally"}, word)
}

// simplify drops items between brackets: arguments, elements, parameters.
func (s *shrinker) simplify(blocks []*block) {
	for _, b := range blocks {
		for at := 0; at < len(b.text); at++ {
			if !strings.ContainsRune("([{", rune(b.text[at])) {
				continue
			}
			ends := items(b.text[at+1:])
			for i := len(ends) - 1; i >= 0; i-- {
				start := at + 1
				if i > 0 {
					start += ends[i-1] // with the comma before it
				}
				end := at + 1 + ends[i]
				old := b.text
				if i == 0 && old[end] == ',' {
					end++ // with the comma behind it
				}
				b.text = old[:start] + strings.TrimLeft(old[end:], " ")
				if !s.still() {
					b.text = old
				}
			}
		}
		s.simplify(b.body)
	}
}

// items finds where the items end that a bracket before text opens: at commas and
// at the closing bracket. It is empty if none closes it.
func items(text string) []int {
	var ends []int
	depth := 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '\'', '"':
			n := strings.IndexByte(text[i+1:], c)
			if n < 0 {
				return nil
			}
			i += n + 1
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			if depth == 0 {
				return append(ends, i)
			}
			depth--
		case ',':
			if depth == 0 {
				ends = append(ends, i)
			}
		}
	}
	return nil
}
