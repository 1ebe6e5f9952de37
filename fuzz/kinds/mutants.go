package kinds

import (
	"io/fs"
	"math/rand/v2"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/coro-lang/coro/testdata"
)

// Mutants: the test programs with small changes, and with statements of one put
// into another. What they do is nothing that anybody thought of.

// unfit are the areas whose programs need other files, much time or memory, or show
// what Coro says in its own words: requests and routes, its reports.
var unfit = []string{"imports", "pyfiles", "hostile", "torture", "http", "aiohttp", "prelude", "reports", "runs"}

// originals are the programs that mutants are made from, each as its lines.
var originals = sync.OnceValue(func() [][]string {
	var all [][]string
	files, err := fs.Glob(testdata.Programs, "lang/*/*.coro")
	if err != nil {
		panic(err) // the pattern is ours
	}
	for _, file := range files {
		if slices.Contains(unfit, path.Base(path.Dir(file))) {
			continue
		}
		text, err := testdata.Programs.ReadFile(file)
		if err != nil {
			panic(err) // it is embedded
		}
		all = append(all, strings.Split(string(text), "\n"))
	}
	return all
})

// mutants changes one test program in one to six places.
func mutants(r *rand.Rand) string {
	lines := slices.Clone(pick(r, originals()))
	for range 1 + r.IntN(6) {
		if len(lines) < 2 {
			break
		}
		lines = mutate(r, lines)
	}
	return strings.Join(lines, "\n") + "\n"
}

// mutate makes one change.
func mutate(r *rand.Rand, lines []string) []string {
	at := r.IntN(len(lines))
	switch r.IntN(16) {
	case 0: // a line and what is indented beneath it goes
		if n := extent(lines, at); n < 6 {
			return slices.Delete(lines, at, at+n)
		}
	case 1: // one line goes
		if !strings.Contains(lines[at], "while") {
			return slices.Delete(lines, at, at+1)
		}
	case 2: // two statements change places
		n := extent(lines, at)
		if next := at + n; next < len(lines) && indent(lines[next]) == indent(lines[at]) {
			m := extent(lines, next)
			swapped := slices.Concat(lines[next:next+m], lines[at:next])
			copy(lines[at:], swapped)
		}
	case 3: // a statement comes twice
		n := extent(lines, at)
		return slices.Concat(lines[:at+n], lines[at:])
	case 4: // a statement of another program is put in, at this indentation
		other := pick(r, originals())
		from := r.IntN(len(other))
		part := slices.Clone(other[from : from+extent(other, from)])
		shift, depth := indent(part[0]), indent(lines[at])
		for i, line := range part {
			if len(line) >= shift {
				part[i] = strings.Repeat(" ", depth) + line[shift:]
			}
		}
		return slices.Concat(lines[:at], part, lines[at:])
	case 5: // a statement moves under another
		depth := indent(lines[at])
		head := pick(r, []string{"if True:", "for _ in range(2):", "try:", "with suppress(ValueError):"})
		n := extent(lines, at)
		moved := []string{strings.Repeat(" ", depth) + head}
		for _, line := range lines[at : at+n] {
			moved = append(moved, "    "+line)
		}
		if head == "try:" {
			moved = append(moved, strings.Repeat(" ", depth)+pick(r, []string{
				"finally: print('finally')", "except Exception as e: print(type(e), e)", "except* ValueError: pass", "except (TypeError, KeyError): raise",
			}))
		}
		return slices.Concat(lines[:at], moved, lines[at+n:])
	default:
		lines[at] = mutateLine(r, lines, lines[at])
	}
	return lines
}

// token is a piece of a line that can be exchanged.
var token = regexp.MustCompile(`'[^']*'|"[^"]*"|\d+\.\d+|\d+|\.[A-Za-z_]+|[A-Za-z_]+|[-+*/%&|^<>=!]+`)

// alike are the words that stand for one another.
var alike = [][]string{
	{"+", "-", "*", "//", "%", "/", "|", "&", "^", "@", "<<", ">>"},
	{"+=", "-=", "*=", "//=", "%=", "|=", "&="},
	{"<", "<=", ">", ">=", "==", "!="},
	{"and", "or"},
	{"is", "in", "is not", "not in"},
	{"True", "False", "None", "0", "...", "NotImplemented"},
	{"break", "continue", "pass", "return", "raise"},
	{"ValueError", "TypeError", "KeyError", "IndexError", "Exception", "BaseException", "StopIteration", "RuntimeError", "OSError", "TimeoutError", "asyncio.CancelledError", "GeneratorExit", "AttributeError", "ExceptionGroup"},
	{"list", "tuple", "set", "frozenset", "dict", "str", "bytes", "int", "float", "bool", "range", "iter", "reversed", "sorted", "enumerate", "type", "repr", "len", "sum", "min", "max"},
	{"def", "async def"},
	{"yield", "await", "yield from", "return"},
	{"except", "except*"},
}

var numbers = []string{"0", "1", "-1", "2", "3", "5", "7", "-3", "0.5", "1e9", "-0.0", "True", "None", "2**64", "''", "[]", "float('nan')"}

var strs = []string{"''", "'a'", "'b'", "'é'", "'x y'", "b''", "b'ab'", "None", "0", "'{}'", "'%s'", "('t', 1)"}

// mutateLine exchanges one token of a line, or two items.
func mutateLine(r *rand.Rand, lines []string, line string) string {
	places := token.FindAllStringIndex(line, -1)
	if len(places) == 0 || strings.HasPrefix(strings.TrimSpace(line), "while") {
		return line
	}
	place := pick(r, places)
	old := line[place[0]:place[1]]
	put := func(text string) string { return line[:place[0]] + text + line[place[1]:] }
	for _, group := range alike {
		if slices.Contains(group, old) {
			return put(pick(r, group))
		}
	}
	switch c := old[0]; {
	case c >= '0' && c <= '9':
		return put(pick(r, numbers))
	case c == '\'' || c == '"':
		if r.IntN(2) == 0 {
			return put(pick(r, strs))
		}
		return put(pick(r, append(token.FindAllString(pick(r, lines), -1), old)))
	case c == '.':
		// A method or attribute of the same program.
		for range 20 {
			for _, t := range token.FindAllString(pick(r, lines), -1) {
				if t[0] == '.' && t != old {
					return put(t)
				}
			}
		}
	default:
		if other := pick(r, places); other[0] >= place[1] && r.IntN(2) == 0 {
			return line[:place[0]] + line[other[0]:other[1]] + line[place[1]:other[0]] + old + line[other[1]:]
		}
		if name := pick(r, append(token.FindAllString(pick(r, lines), -1), old)); name[0] != '.' {
			return put(name)
		}
	}
	return line
}

// indent is how far a line is indented.
func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// extent is the number of lines of the statement at i: it and what is indented
// beneath it.
func extent(lines []string, i int) int {
	n := 1
	for i+n < len(lines) && lines[i+n] != "" && indent(lines[i+n]) > indent(lines[i]) {
		n++
	}
	return n
}

// pick draws one of the choices.
func pick[T any](r *rand.Rand, choices []T) T { return choices[r.IntN(len(choices))] }
