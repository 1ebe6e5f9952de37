package judge

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/coro-lang/coro/testdata/oracle"
)

// Comparing two outcomes: what counts, and what Coro says in its own way.

// Difference is the first thing in which two outcomes differ.
type Difference struct {
	What          string // ending, stdout, status or stderr
	CPython, Coro string // the first line, or the whole, that differs
}

func (d *Difference) String() string {
	return fmt.Sprintf("%s differs\n  CPython: %s\n  Coro:    %s", d.What, d.CPython, d.Coro)
}

var details = regexp.MustCompile(`'[^']*'|"[^"]*"|[^A-Za-z'"]+|['"]`)

// Kind is the same for differences that probably have the same cause: the words
// of both lines without numbers, strings and punctuation.
func (d *Difference) Kind() string {
	words := func(s string) string {
		s = strings.TrimSpace(details.ReplaceAllString(s, " "))
		return s[:min(len(s), 60)]
	}
	return d.What + ": " + words(d.CPython) + " | " + words(d.Coro)
}

// compare returns nil if the outcomes agree. A program that CPython does not end
// in time, or that kills it, proves nothing.
func compare(cpython, coro Outcome, l leeway) *Difference {
	if cpython.Ending == Unending || cpython.Ending == Crashed {
		if coro.Ending == Crashed {
			return &Difference{"ending", cpython.Ending.String(), lastLine(coro.Stderr)}
		}
		return nil
	}
	if cpython.Ending != coro.Ending {
		return &Difference{"ending", ending(cpython), ending(coro)}
	}
	if coro.Ending == Refused {
		return nil // each words that in its own way
	}
	if strings.Contains(coro.Stderr, memoryEnds) && strings.Contains(cpython.Stdout+cpython.Stderr, "MemoryError") {
		return nil // each has its own
	}
	if l.anyOrder {
		cpython.Stdout, coro.Stdout = sortSets(withoutAddresses(cpython.Stdout)), sortSets(withoutAddresses(coro.Stdout))
	}
	theirs, ours := printed(cpython), printed(coro)
	if l.lastBits {
		for i := range min(len(theirs), len(ours)) {
			if nearly(theirs[i], ours[i]) {
				ours[i] = theirs[i]
			}
		}
	}
	if a, b := firstDifference(theirs, ours); a != b {
		return &Difference{"stdout", a, b}
	}
	if cpython.Status != coro.Status {
		return &Difference{"status", fmt.Sprint(cpython.Status), fmt.Sprint(coro.Status)}
	}
	a, b := reports(cpython.Stderr), reports(coro.Stderr)
	if a, b := firstDifference(without(a, b), without(b, a)); a != b {
		return &Difference{"stderr", a, b}
	}
	return nil
}

// ending says how a program ended, and why if it was refused or crashed.
func ending(o Outcome) string {
	if o.Ending == Ended {
		return o.Ending.String()
	}
	first, _, _ := strings.Cut(o.Stderr, "\n")
	if strings.HasPrefix(first, "  File") {
		first = lastLine(o.Stderr)
	}
	return o.Ending.String() + " " + first
}

// leeway is what may differ in what a program prints.
type leeway struct {
	anyOrder bool // the order of sets' items
	lastBits bool // the last bits of floats
}

// leewayOf is the leeway that a program has.
func leewayOf(program string) leeway {
	return leeway{madeOfViews.MatchString(program), madeByTheCLibrary.MatchString(program)}
}

// madeByTheCLibrary matches programs that may print floats of the C library's
// functions, which are the nearest ones in nearly all cases, as Coro's are in all. What
// stands before a power is an operand: `**` of keyword arguments comes after none.
var madeByTheCLibrary = regexp.MustCompile(`[\w)\]}'"] *\*\*|\bpow\(|\bmath\.(pow|exp|log|a?sin|a?cos|a?tan|cbrt|erf|l?gamma|dist|hypot)`)

// printedFloat matches a float in decimals.
var printedFloat = regexp.MustCompile(`\d+\.\d+(e[-+]\d+)?|\d+e[-+]\d+`)

// nearly says whether two lines are the same but for floats that are neighbours.
func nearly(a, b string) bool {
	x, y := printedFloat.FindAllString(a, -1), printedFloat.FindAllString(b, -1)
	if len(x) != len(y) || printedFloat.ReplaceAllString(a, "#") != printedFloat.ReplaceAllString(b, "#") {
		return false
	}
	for i := range x {
		f, ferr := strconv.ParseFloat(x[i], 64)
		g, gerr := strconv.ParseFloat(y[i], 64)
		if ferr != nil || gerr != nil || f != g && math.Nextafter(f, g) != g {
			return false
		}
	}
	return true
}

// madeOfViews matches programs that may make sets by the operators of dicts' views.
// Under CPython these are real sets, in an order that hashing settles: the rules
// cannot replace what those operators make.
var madeOfViews = regexp.MustCompile(`\.(keys|items)\b`)

// plainSet matches the repr of a set that contains no other, nor a dict.
var plainSet = regexp.MustCompile(`\{[^{}:\n]*\}`)

// sortSets sorts the items of the sets in s.
func sortSets(s string) string {
	return plainSet.ReplaceAllStringFunc(s, func(set string) string {
		items := strings.Split(set[1:len(set)-1], ", ")
		slices.Sort(items)
		return "{" + strings.Join(items, ", ") + "}"
	})
}

// printed are the lines of standard output.
func printed(o Outcome) []string {
	return lines(setOfAddresses.ReplaceAllString(o.Stdout, "{…}"))
}

// lines splits what was printed, without what is no part of the language.
func lines(s string) []string {
	return strings.Split(depth.ReplaceAllString(withoutAddresses(s), "$1"), "\n")
}

func withoutAddresses(s string) string { return address.ReplaceAllString(s, "") }

// lastLine is the last line of s that holds anything.
func lastLine(s string) string {
	s = strings.TrimRight(s, "\n")
	return s[strings.LastIndexByte(s, '\n')+1:]
}

// firstDifference is the first pair of lines that are not the same, "" and "" if
// all are.
func firstDifference(a, b []string) (string, string) {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return a[i], b[i]
		}
	}
	switch {
	case len(a) > len(b):
		return a[len(b)], "(no more)"
	case len(b) > len(a):
		return "(no more)", b[len(a)]
	}
	return "", ""
}

var (
	// own matches the lines that only Coro adds to a report: where a task was
	// created, what it waits for, help.
	own = regexp.MustCompile(`^ *(created at|waiting on|in a circle:|help:|note:|the thread \S+ is waiting on|requests that no route served:) ?`)
	// repeated is how often a line of a traceback repeats: where a recursion's
	// limit is reached is no part of the language.
	repeated = regexp.MustCompile(`\[Previous line repeated \d+ more times?\]`)
	// depth is what went on when a recursion reached its limit.
	depth = regexp.MustCompile(`(maximum recursion depth exceeded) (while [\w ]+|in comparison)`)
	// address is where an object lies, which an exception's text may tell, or where
	// asyncio has a callback of its own. A program may turn the text round
	// or take it apart.
	address = regexp.MustCompile(`(?i)[0-9a-f]{12}x0 ta |\b0x[57][0-9a-f]{11}\b| at (0x[0-9a-f]+|/\S+/asyncio/\w+\.py:\d+|<asyncio\.\w+>:\d+)`)
	// setOfAddresses matches a set of what shows addresses: how many it has depends on
	// which objects lie where others lay before.
	setOfAddresses = regexp.MustCompile(`\{[^{}\n]* at 0x[^{}\n]*\}`)
	// waiting matches the tasks of a deadlock below the line that counts them: Coro
	// draws a tree, and shortens it.
	waiting = regexp.MustCompile(`^ +(<Task pending name=|like it: |… and \d+ )`)
)

// undecided are warnings that are no part of the language. That of NotImplemented as a
// condition CPython hides where a function that it has in Python asks, as that is no line
// of the program's: Coro has such functions in Go. That of an unawaited aclose() comes
// when the object dies, which in Coro no object does.
var undecided = regexp.MustCompile(`(?m)^.*(DeprecationWarning: NotImplemented should not be used in a boolean context|RuntimeWarning: coroutine method '\w+' of .* was never awaited)\n(  .*\n)?(RuntimeWarning: Enable tracemalloc .*\n)?`)

// reports are the lines of standard error that count.
func reports(stderr string) []string {
	var kept []string
	for _, line := range lines(undecided.ReplaceAllString(stderr, "")) {
		if !own.MatchString(line) && !waiting.MatchString(line) {
			line = address.ReplaceAllString(line, "")
			kept = append(kept, repeated.ReplaceAllString(line, "[Previous line repeated]"))
		}
	}
	return kept
}

// without is a without the lines of b: what is reported matters, not which report
// comes first.
func without(a, b []string) []string {
	count := map[string]int{}
	for _, line := range b {
		count[line]++
	}
	return slices.DeleteFunc(slices.Clone(a), func(line string) bool {
		count[line]--
		return count[line] >= 0
	})
}

var syntaxError = regexp.MustCompile(`^(SyntaxError|IndentationError|TabError): `)

// syntaxWarning is what may stand before a refusal.
var syntaxWarning = regexp.MustCompile(`^[^\n]*: SyntaxWarning: [^\n]*\n(  [^F][^\n]*\n)?`)

// refusal tells whether CPython refused the program before it ran any of it.
func refusal(a oracle.Answer) bool {
	report := a.Stderr
	for syntaxWarning.MatchString(report) {
		report = syntaxWarning.ReplaceAllString(report, "")
	}
	return a.Status == 1 && a.Stdout == "" && strings.HasPrefix(report, "  File ") && syntaxError.MatchString(lastLine(a.Stderr))
}
