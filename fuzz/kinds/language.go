package kinds

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Language programs: values and their operators, methods, formatting, statements,
// classes, generators, exceptions, modules. A program is a few sections of lines
// that print what an expression gives or raises, so that most of what is random can
// be removed without changing the rest.

const prologue = `import asyncio, bisect, collections, contextlib, copy, dataclasses, enum, functools, heapq, itertools, json, math, operator, re, string, sys, traceback, types, typing

def show(f):
    try:
        v = f()
        print(type(v).__name__, repr(v))
        return v
    except Exception as e:
        print(type(e).__name__, e)

def limit(x):
    try:
        return x if len(x) < 40 else type(x)(list(x)[:10]) if not isinstance(x, (str, dict)) else x[:10]
    except Exception:
        return x

`

// language writes a program of a few sections.
func language(r *rand.Rand) string {
	g := &writer{r: r}
	g.out.WriteString(prologue)
	for _, v := range variableNames {
		g.line("%s = %s", v.name, g.atom(v.kind))
	}
	for range 2 + r.IntN(5) {
		pick(r, sections)(g)
	}
	return g.out.String()
}

// sections are the parts of a program; those that come twice are drawn more often.
var sections = []func(*writer){
	variables, variables, calls, calls, formats, statements, statements, control, control,
	classes, classes, dataclass, enumeration, generators, exceptions, exceptions, patterns,
}

// writer writes the lines of a program.
type writer struct {
	r     *rand.Rand
	out   strings.Builder
	depth int // of the indentation
	count int // of the names given
}

func (g *writer) line(format string, args ...any) {
	g.out.WriteString(strings.Repeat("    ", g.depth))
	fmt.Fprintf(&g.out, format, args...)
	g.out.WriteByte('\n')
}

// block writes a line and what body writes, indented beneath it.
func (g *writer) block(head string, body func()) {
	g.line("%s", head)
	g.depth++
	body()
	g.depth--
}

// show writes a line that prints what an expression gives.
func (g *writer) show(expression string) { g.line("show(lambda: %s)", expression) }

// name makes a name that the program does not have yet.
func (g *writer) name(stem string) string {
	g.count++
	return fmt.Sprint(stem, g.count)
}

// chance is true n times in a hundred.
func (g *writer) chance(n int) bool { return g.r.IntN(100) < n }

// some draws between lo and hi.
func (g *writer) some(lo, hi int) int { return lo + g.r.IntN(hi-lo+1) }

// variables gives the variables that expressions use new values, and shows
// expressions.
func variables(g *writer) {
	for _, v := range variableNames {
		if g.chance(60) {
			g.line("%s = %s", v.name, g.atom(v.kind))
		}
	}
	for range g.some(5, 20) {
		g.show(g.expr(pick(g.r, allKinds), 3))
	}
}

// calls shows calls of methods, builtins and functions of modules, with fitting
// arguments and odd ones.
func calls(g *writer) {
	for range g.some(6, 20) {
		switch g.r.IntN(6) {
		case 0:
			kind := pick(g.r, methodKinds)
			var args []string
			for range g.r.IntN(4) {
				args = append(args, g.expr('A', 1))
			}
			if kind != 'E' && kind != 'Z' && g.chance(10) {
				args = append(args, pick(g.r, []string{"key", "sep", "x", "default", "maxsplit", "start"})+"="+g.expr('A', 1))
			}
			g.show(fmt.Sprintf("%s.%s(%s)", g.operand(kind), pick(g.r, methods[kind]), strings.Join(args, ", ")))
		case 1:
			var args []string
			for range g.r.IntN(4) {
				args = append(args, g.expr('A', 1))
			}
			g.show(fmt.Sprintf("%s(%s)", pick(g.r, builtins), strings.Join(args, ", ")))
		case 2, 3:
			g.show(g.fill(pick(g.r, moduleCalls), 2))
		default:
			g.show(g.fill(pick(g.r, builtinCalls), 2))
		}
	}
}
