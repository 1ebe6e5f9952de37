package kinds

import (
	"fmt"
	"slices"
	"strings"
)

// Control flow: functions, plain and async, in which every path prints where it is:
// loops, try with all its clauses, with, match, nested functions, generators,
// classes, whose statements leave each other in every way.

const controlPrologue = `class Enough(BaseException): pass
class Own(Exception): pass
steps = 0
def step():
    global steps
    steps += 1
    if steps > 150: raise Enough
    return True
def p(n, *values): print(n, *[v if isinstance(v, (int, str, list, tuple, dict, type(None))) else type(v).__name__ for v in values])
def seq(x): return list(range(x % 4)) if isinstance(x, int) else list(x)[:3] if isinstance(x, (list, tuple, str)) else []
def add(x, y): return x + y if type(x) is type(y) is not dict and len(str(x) + str(y)) < 40 else x
def num(x): return x if isinstance(x, int) else len(str(x)) % 7
async def pause(x):
    await asyncio.sleep(0)
    return x
async def aseq(x):
    for y in seq(x):
        await asyncio.sleep(0)
        yield y
class manager:
    def __init__(self, n, swallows): self.n, self.swallows = n, swallows
    def __enter__(self): p('enter', self.n); return self.n
    def __exit__(self, kind, error, tb): p('exit', self.n, kind and kind.__name__); return self.swallows and kind is not Enough
    async def __aenter__(self): await asyncio.sleep(0); return self.__enter__()
    async def __aexit__(self, *error): await asyncio.sleep(0); return self.__exit__(*error)
def call(f, *args):
    try: return 'returns', f(*args)
    except Exception as e: return type(e).__name__, str(e), type(e.__context__).__name__
async def acall(f, *args):
    try: return 'returns', await f(*args)
    except Exception as e: return type(e).__name__, str(e), type(e.__context__).__name__
async def alist(it): return [x async for x in it]
`

// place is where a statement stands, which says what it may be.
type place struct {
	depth     int
	loop      bool // break and continue are allowed
	function  bool // return is allowed
	value     bool // … with a value
	async     bool // await is allowed
	generator bool
	nested    bool // in a function or class within the function
}

func (at place) deeper() place { at.depth++; return at }

var locals = []string{"a", "b", "c", "z"}

func (g *writer) local() string { return pick(g.r, locals) }

// target is what a list comprehension assigns to. In a nested function it is no name
// that could be a free variable there: CPython 3.13 loses it for the functions within
// that use it, too, which is a mistake of its inlining of comprehensions.
func (g *writer) target(at place) string {
	if at.nested {
		return "k"
	}
	return g.local()
}

// control writes a function, plain or async, and calls it.
func control(g *writer) {
	if !strings.Contains(g.out.String(), controlPrologue) {
		g.out.WriteString(controlPrologue)
	}
	name := g.name("run")
	async := g.chance(40)
	head := "def"
	if async {
		head = "async def"
	}
	g.line("steps = 0")
	g.block(fmt.Sprintf("%s %s(a, b=2, *c, z=None):", head, name), func() {
		g.body(place{function: true, value: true, async: async})
		g.line("p('end', a, b, c, z)")
	})
	for _, args := range []string{"0", "1, 'x'", "[1, 2], 3, 4"} {
		run := fmt.Sprintf("%s(%s)", name, args)
		if async {
			run = "asyncio.run(" + run + ")"
		}
		g.line("try: p('result', %s)", run)
		g.line("except BaseException as e: traceback.print_exception(e, file=sys.stdout)")
	}
}

// body writes a few statements.
func (g *writer) body(at place) {
	for range g.some(1, 3) {
		g.statement(at)
	}
}

// nested writes a statement's head and body.
func (g *writer) nested(head string, at place) {
	g.block(head, func() { g.body(at.deeper()) })
}

// mark writes a line that tells that it was reached.
func (g *writer) mark() {
	g.count++
	g.line("p(%d, %s)", g.count, g.local())
}

// value is an expression over the local names.
func (g *writer) value(at place, depth int) string {
	sub := func() string { return g.value(at, depth+1) }
	if at.async && depth < 3 && g.chance(12) {
		switch g.r.IntN(4) {
		case 0:
			return "(await pause(" + sub() + "))"
		case 1:
			return fmt.Sprintf("[%s async for %s in aseq(%s)]", g.local(), g.target(at), g.local())
		case 2:
			return fmt.Sprintf("[await pause(%s) for %s in seq(%s) if await pause(%s)]", g.local(), g.target(at), g.local(), g.local())
		default:
			return fmt.Sprintf("(await pause(%s) if %s else await pause(2))", sub(), g.condition(at, depth+1))
		}
	}
	n := 16
	if depth >= 3 {
		n = 5
	}
	switch g.r.IntN(n) {
	case 0:
		return fmt.Sprint(g.r.IntN(12) - 3)
	case 1, 2, 3:
		return g.local()
	case 4:
		return pick(g.r, []string{"'x'", "'yy'", "''", "None", "(1, 'x')"})
	case 5:
		return fmt.Sprintf("(%s %s %s)", sub(), pick(g.r, []string{"and", "or"}), sub())
	case 6:
		return fmt.Sprintf("(%s if %s else %s)", sub(), g.condition(at, depth+1), sub())
	case 7:
		return fmt.Sprintf("(%s := %s)", g.local(), sub())
	case 8, 9:
		return fmt.Sprintf("add(%s, %s)", sub(), sub())
	case 10:
		return fmt.Sprintf("[%s for %s in seq(%s) if num(%s) < 3]", g.local(), g.target(at), g.local(), g.local())
	case 11:
		return fmt.Sprintf("(lambda %s=%s: %s)()", g.local(), sub(), g.local())
	case 12:
		return fmt.Sprintf("(%s, %s)", sub(), sub())
	case 13:
		return fmt.Sprintf("(not %s)", sub())
	case 14:
		return fmt.Sprintf("f'{%s}-{%s!r:>3}'", g.local(), g.local())
	default:
		return fmt.Sprintf("list(%s for %s in seq(%s) for _ in (1, %s))", g.local(), g.local(), g.local(), g.local())
	}
}

// condition is an expression for if and while.
func (g *writer) condition(at place, depth int) string {
	sub := func() string { return g.value(at, depth+2) }
	switch g.r.IntN(8) {
	case 0:
		return sub() + " == " + sub()
	case 1:
		return fmt.Sprintf("num(%s) < num(%s)", sub(), sub())
	case 2:
		return fmt.Sprintf("num(%s) <= num(%s) < num(%s)", sub(), sub(), sub())
	case 3:
		return sub() + pick(g.r, []string{" is None", " is not None"})
	case 4:
		return "not (" + sub() + ")"
	case 5:
		return fmt.Sprintf("(%s) and %s != %s", sub(), sub(), sub())
	case 6:
		return sub() + " in (1, 2, 'x') or " + sub()
	default:
		return g.value(at, depth+1)
	}
}

// statement writes one statement.
func (g *writer) statement(at place) {
	n := 30
	if at.depth > 3 {
		n = 12
	}
	switch g.r.IntN(n) {
	case 0, 1:
		g.line("%s = %s", g.local(), g.value(at, 0))
	case 2:
		g.count++
		g.line("p(%d, %s)", g.count, g.value(at, 0))
	case 3:
		g.line("%s, %s = %s, %s", g.local(), g.local(), g.value(at, 1), g.value(at, 1))
	case 4:
		if at.loop {
			g.line("if %s: %s", g.condition(at, 0), pick(g.r, []string{"break", "continue"}))
		} else {
			g.mark()
		}
	case 5, 6:
		switch {
		case at.function && at.value:
			g.line("if %s: return %s", g.condition(at, 0), g.value(at, 1))
		case at.function:
			g.line("if %s: return", g.condition(at, 0))
		default:
			g.mark()
		}
	case 7:
		g.line("if %s: raise %s(%s)", g.condition(at, 0), pick(g.r, []string{"ValueError", "KeyError", "Own"}), g.local())
	case 8:
		if g.chance(30) {
			g.line("del %s", g.local())
		} else {
			g.mark()
		}
	case 9:
		g.line("%s = %s", g.local(), pick(g.r, []string{"1 / 0", "unknown", "{}['k']", "[][1]", "None.x", "int('q')"}))
	case 10, 11:
		if at.generator {
			g.line("%s = yield %s", g.local(), g.value(at, 1))
		} else {
			g.mark()
		}
	case 12, 13:
		g.nested("if "+g.condition(at, 0)+":", at)
		if g.chance(40) {
			g.nested("elif "+g.condition(at, 0)+":", at)
		}
		if g.chance(50) {
			g.nested("else:", at)
		}
	case 14, 15, 16:
		g.loop(at)
	case 17, 18, 19, 20, 21:
		g.try(at)
	case 22, 23:
		g.with(at)
	case 24:
		g.match(at)
	case 25, 26:
		g.function(at)
	case 27:
		name := g.name("C")
		g.block("class "+name+":", func() {
			inner := place{depth: at.depth + 2, nested: true}
			g.line("a = %s", g.value(inner, 2))
			g.body(inner)
			g.line("def m(self): return [%s for x in (1, 2)]", g.local())
		})
		g.line("p('class', call(%s().m))", name)
	default:
		g.generator(at)
	}
}

func (g *writer) loop(at place) {
	inner := at
	inner.loop = true
	switch {
	case at.async && g.chance(40):
		g.nested(fmt.Sprintf("async for %s in aseq(%s):", g.local(), g.value(at, 1)), inner)
	case g.chance(60):
		g.nested(fmt.Sprintf("for %s in seq(%s):", pick(g.r, append(locals, "a, *b", "c[:]")), g.value(at, 1)), inner)
	case g.chance(70):
		g.nested("while step() and "+g.condition(at, 0)+":", inner)
	default:
		g.nested("while step():", inner)
	}
	if g.chance(30) {
		g.nested("else:", at)
	}
}

func (g *writer) try(at place) {
	g.nested("try:", at)
	clauses := g.r.IntN(3)
	if clauses != 0 {
		kinds := []string{"ValueError", "KeyError", "Own", "(Own, TypeError)", "UnboundLocalError", "NameError", "Exception"}
		star := !at.loop && g.chance(15)
		for range g.some(1, 2) {
			head := "except "
			if star {
				head = "except* "
			}
			head += pick(g.r, kinds)
			if g.chance(50) {
				head += " as " + g.local()
			}
			inner := at
			if star {
				inner.loop, inner.function = false, false
			}
			g.nested(head+":", inner)
			if g.chance(25) {
				g.line("    %s", pick(g.r, []string{"raise", "raise Own(1)", "raise Own(2) from None", "raise ExceptionGroup('g', [ValueError(1), Own(2)])"}))
			}
		}
		if g.chance(30) {
			g.nested("else:", at)
		}
	}
	if clauses != 1 {
		g.nested("finally:", at)
	}
}

func (g *writer) with(at place) {
	head, async := "with", at.async && g.chance(60)
	if async {
		head = "async with"
	}
	var items []string
	for range g.some(1, 2) {
		g.count++
		item := fmt.Sprintf("manager(%d, %s)", g.count, pick(g.r, []string{"True", "False", "False"}))
		if g.chance(50) {
			item += " as " + g.local()
		}
		items = append(items, item)
	}
	g.nested(head+" "+strings.Join(items, ", ")+":", at)
}

func (g *writer) match(at place) {
	g.block("match "+g.value(at, 0)+":", func() {
		for range g.some(1, 3) {
			pattern := g.closedPattern(0)
			if g.chance(50) {
				pattern += " as " + g.local()
			}
			if g.chance(30) {
				pattern += " if " + g.condition(at, 0)
			}
			g.nested("case "+pattern+":", at.deeper())
		}
		if g.chance(50) {
			g.nested("case _:", at.deeper())
		}
	})
}

// closedPattern is a pattern that does not match everything and binds nothing, so
// that alternatives and further cases are allowed.
func (g *writer) closedPattern(depth int) string {
	plain := []string{"1", "2", "-1", "None", "'x'", "int()", "str()", "[]", "[_, *_]", "True"}
	if depth > 1 || g.chance(50) {
		return pick(g.r, plain)
	}
	sub := func() string { return g.closedPattern(depth + 1) }
	switch g.r.IntN(4) {
	case 0:
		return "[" + sub() + ", *_]"
	case 1:
		return "(" + sub() + ", " + sub() + ")"
	case 2:
		return "(" + sub() + " | " + sub() + ")"
	default:
		return "{'a': " + sub() + "}"
	}
}

func (g *writer) function(at place) {
	name := g.name("f")
	inner := place{depth: at.depth + 1, nested: true, function: true, value: true, async: at.async && g.chance(70)}
	head := "def"
	if inner.async {
		head = "async def"
	}
	parameter := g.local()
	g.block(fmt.Sprintf("%s %s(%s, y=%s):", head, name, parameter, g.value(at, 2)), func() {
		if other := g.local(); other != parameter && at.function && g.chance(25) && slices.Contains(locals, other) {
			g.line("nonlocal %s", other)
		}
		g.body(inner)
	})
	if inner.async {
		g.line("p('call', await acall(%s, %s))", name, g.value(at, 2))
	} else {
		g.line("p('call', call(%s, %s))", name, g.value(at, 2))
	}
}

func (g *writer) generator(at place) {
	name := g.name("g")
	inner := place{depth: at.depth + 1, nested: true, function: true, generator: true, async: at.async && g.chance(60)}
	inner.value = !inner.async
	head := "def"
	if inner.async {
		head = "async def"
	}
	g.block(fmt.Sprintf("%s %s(%s):", head, name, g.local()), func() {
		g.body(inner)
		g.line("%s = yield %s", g.local(), g.value(inner, 1))
		g.body(inner)
	})
	if inner.async {
		g.line("p('list', await acall(alist, %s(%s)))", name, g.local())
	} else {
		g.line("p('list', call(list, %s(%s)))", name, g.local())
	}
}
