package kinds

import (
	"fmt"
	"regexp"
	"strings"
)

// Exceptions with causes, contexts, notes and groups, shown by their tracebacks;
// generators driven by hand; match.

var raised = []string{
	"ValueError(A)", "KeyError(A)", "TypeError(S, A)", "OSError(2, S)", "OSError(2, S, 'f')", "StopIteration(A)", "RuntimeError()", "AttributeError(S, name=S, obj=A)", "NameError(S)", "UnicodeDecodeError('utf-8', B, 0, 1, S)", "SystemExit(A)", "KeyboardInterrupt(A)", "AssertionError(A)", "ImportError(S, name=S)",
	"SyntaxError(S)", "SyntaxError(S, ('f.py', 1, 2, 'a b c'))", "asyncio.CancelledError(A)", "TimeoutError()", "json.JSONDecodeError(S, S, 1)", "IndexError", "Own1(A, A)", "Own2(A)", "ExceptionGroup(S, [ValueError(A), KeyError(A)])", "BaseExceptionGroup(S, [SystemExit(A), ValueError(A)])", "ExceptionGroup('g', [ExceptionGroup('h', [ValueError(A), Own1()]), TypeError(A)])", "RecursionError(S)", "GeneratorExit()", "A", "object()",
}

const raisers = `class Own1(Exception):
    def __str__(self): return 'own ' + ', '.join(map(str, self.args))
class Own2(ValueError):
    def __init__(self, a=None): self.a = a; super().__init__('two', a)
def chain(e):
    seen = 0
    while e is not None and seen < 6:
        print('  ' * seen, type(e).__name__, e, e.args, e.__suppress_context__, getattr(e, '__notes__', None), [type(x).__name__ for x in getattr(e, 'exceptions', ())])
        e, seen = e.__cause__ or e.__context__, seen + 1
`

// raising writes a function whose statements raise, handle and raise again.
func (g *writer) raising(depth int) {
	exc := func() string { return g.fill(pick(g.r, raised), 0) }
	switch n := g.r.IntN(14); {
	case n < 2 || depth > 3:
		g.line("raise %s", exc())
	case n == 2:
		g.line("raise %s from %s", exc(), pick(g.r, []string{"None", exc(), exc()}))
	case n == 3:
		g.line("%s", g.fill(pick(g.r, []string{"A + A", "[][J]", "{}[K]", "unknown_name", "None.attribute", "int(S)", "1 / 0", "A.prnt", "len(5)", "'' + 1", "next(iter([]))", "(lambda x: x)()", "a, b = X", "import nosuch", "assert O, S", "math.sqrt(-1)", "json.loads(S)", "seen = chain(1)", "chain()", "chain(1, 2)", "chain(e=1, x=2)", "Own1.x", "collections.Conter", "math.sqr(2)", "prnt(1)", "super().x", "{}.foo", "[].push(1)"}), 1))
	case n == 4:
		g.line("e = %s", exc())
		g.line("e.add_note(%s)", g.atom('S'))
		g.line("raise e")
	case n < 8:
		g.block("try:", func() { g.raising(depth + 1) })
		g.block("except "+pick(g.r, []string{"Exception as e", "ValueError", "(KeyError, TypeError) as e", "BaseException as e", "Own1", "LookupError as e", "ArithmeticError"})+":", func() {
			g.line("print('handler', %d)", depth)
			if g.chance(60) {
				g.raising(depth + 1)
			} else {
				g.line("%s", pick(g.r, []string{"raise", "raise Own1('again')", "raise Own2() from e", "raise e", "pass", "raise e.with_traceback(None)", "print(e)", "raise Own1 from None", "del e", "e = 1"}))
			}
		})
	case n == 8:
		g.block("try:", func() { g.raising(depth + 1) })
		g.block("finally:", func() {
			if g.chance(50) {
				g.raising(depth + 1)
			} else {
				g.line("print('finally', %d)", depth)
			}
		})
	case n < 11:
		g.block("try:", func() { g.raising(depth + 1) })
		for range g.some(1, 2) {
			g.block("except* "+pick(g.r, []string{"ValueError", "KeyError", "Exception", "(TypeError, Own1)", "OSError"})+" as e:", func() {
				g.line("print('star', %d, repr(e))", depth)
				if g.chance(50) {
					g.line("%s", pick(g.r, []string{"raise", "raise Own1('star')", "raise Own2() from None", "raise ExceptionGroup('new', [Own2(1)])"}))
				}
			})
		}
	case n == 11:
		name := g.name("inner")
		g.block("def "+name+"(n=1):", func() { g.raising(depth + 1) })
		g.line("%s", pick(g.r, []string{name + "()", "[" + name + "() for _ in 'a']", "(lambda: " + name + "(2))()", "list(map(" + name + ", [1]))", "sorted([2, 1], key=" + name + ")", "print(" + name + "())"}))
	case n == 12:
		g.block("with contextlib.ExitStack() as stack:", func() {
			g.line("stack.callback(print, 'callback')")
			g.line("%s", pick(g.r, []string{"stack.push(lambda *a: print('exit', a[0]))", "stack.enter_context(contextlib.suppress(ValueError))", "stack.callback(lambda: 1 / 0)"}))
			g.raising(depth + 1)
		})
	default:
		g.block("for x in range(2):", func() { g.raising(depth + 1) })
	}
}

// exceptions shows how a function's exception is reported.
func exceptions(g *writer) {
	if !strings.Contains(g.out.String(), raisers) {
		g.out.WriteString(raisers)
	}
	for range g.some(1, 3) {
		name := g.name("raiser")
		g.block("def "+name+"():", func() { g.raising(0) })
		g.line("try: print(%s())", name)
		g.block("except BaseException as e:", func() {
			g.line("chain(e)")
			g.line("print(''.join(traceback.format_exception(e)))")
			switch g.r.IntN(5) {
			case 0:
				g.line("if isinstance(e, BaseExceptionGroup): print(e.split(ValueError), e.subgroup(lambda x: isinstance(x, KeyError)), e.derive([TypeError(1)]))")
			case 1:
				g.line("print(traceback.extract_tb(e.__traceback__)[-1].name, traceback.format_tb(e.__traceback__, %d))", g.some(-2, 2))
			case 2:
				g.line("show(lambda: type(e)(*e.args))")
			case 3:
				g.line("show(lambda: repr(e))")
			}
		})
	}
	if g.chance(10) {
		name := g.name("last")
		g.block("def "+name+"():", func() { g.raising(1) })
		g.line("%s()", name)
	}
}

// generators drives a generator by hand.
func generators(g *writer) {
	name := g.name("gen")
	inner := g.name("sub")
	for _, n := range []string{inner, name} {
		g.block(fmt.Sprintf("def %s(a=%s):", n, g.expr('X', 1)), func() {
			if g.chance(50) {
				g.block("try:", func() { g.yields(n == name, inner) })
				g.block(pick(g.r, []string{"except ValueError as e:", "except GeneratorExit:", "except BaseException as e:", "finally:", "except (KeyError, StopIteration) as e:"}), func() {
					g.line("%s", g.fill(pick(g.r, []string{"print('handled')", "yield 'handled'", "raise", "raise KeyError(A)", "return A", "x = yield A; print(x)"}), 1))
				})
			}
			g.yields(n == name, inner)
		})
	}
	// CPython closes a generator as soon as nothing refers to it, Coro when the run ends:
	// what is left suspended is kept.
	kept := g.name("kept")
	g.line("it = %s = %s()", kept, name)
	for range g.some(4, 12) {
		g.show(g.fill(pick(g.r, []string{"next(it)", "next(it)", "next(it, A)", "it.send(A)", "it.send(None)", "it.throw(ValueError(A))", "it.throw(KeyError)", "it.throw(StopIteration(A))", "it.close()", "list(it)", "it.gi_frame is None", "it.gi_running", "[x for x in it]", "it.__name__", "tuple(itertools.islice(it, 2))", "sum(1 for _ in it)", "it.gi_yieldfrom is None", "list(zip(it, it))", "dict(it)", "max(it, default=0)"}), 1))
	}
	// What CPython does with a generator that nobody keeps, Coro does not.
	g.show("it.close()")
}

func (g *writer) yields(delegates bool, inner string) {
	for range g.some(1, 3) {
		form := pick(g.r, []string{"yield A", "x = yield A; print('got', x)", "print('in', (yield A))", "yield from X", "for x in X: yield x", "if O: return A", "raise ValueError(A)", "x = yield from A; print(x)", "yield", "yield (yield A)", "return A"})
		if delegates && g.chance(40) {
			form = pick(g.r, []string{"x = yield from " + inner + "(); print('returned', x)", "yield from " + inner + "(X)", "return (yield from " + inner + "())"})
		}
		g.line("%s", g.fill(form, 1))
	}
}

var capture = regexp.MustCompile(`\bc\d+\b`)

// patterns matches values with patterns of all kinds.
func patterns(g *writer) {
	name := g.name("match")
	g.line("Pt = collections.namedtuple('Pt', 'x y')")
	g.block("def "+name+"(v):", func() {
		g.block("match v:", func() {
			for i := range g.some(3, 8) {
				g.count = 0
				p := g.pattern(0)
				if g.count == 0 && !strings.ContainsAny(p, "0123456789'[({") {
					p = "None"
				}
				guard := ""
				if g.chance(20) {
					guard = " if " + g.expr('O', 1)
				}
				g.line("case %s%s: return %d, [%s]", p, guard, i, strings.Join(capture.FindAllString(p, -1), ", "))
			}
		})
	})
	for range g.some(6, 14) {
		g.show(fmt.Sprintf("%s(%s)", name, g.fill(pick(g.r, []string{"A", "I", "S", "T", "L", "D", "[A, A]", "(A, [A, A])", "{'a': A, 'b': A}", "Pt(A, A)", "{'k': [A]}", "F", "E", "X"}), 1)))
	}
}

// pattern is a pattern that does not match everything, with captures c1, c2, …
func (g *writer) pattern(depth int) string {
	sub := func() string {
		if g.chance(35) {
			return pick(g.r, []string{g.name("c"), "_"})
		}
		return g.pattern(depth + 1)
	}
	n := 14
	if depth > 2 {
		n = 5
	}
	switch g.r.IntN(n) {
	case 0:
		return pick(g.r, []string{"0", "1", "-1", "2", "1.5", "10", "255"})
	case 1:
		return pick(g.r, []string{"'a'", "'abc'", "''", "b'abc'", "'x' 'y'"})
	case 2:
		return pick(g.r, []string{"None", "True", "False"})
	case 3:
		return pick(g.r, []string{"int()", "str()", "float()", "list()", "dict()", "bool()", "tuple()", "bytes()", "set()", "range()"})
	case 4:
		return pick(g.r, []string{"[]", "{}", "()", "math.pi", "string.digits"})
	case 5, 6:
		return "[" + sub() + ", " + sub() + "]"
	case 7:
		return "(" + sub() + ", *" + pick(g.r, []string{"_", g.name("c")}) + ")"
	case 8:
		return "[*_, " + sub() + "]"
	case 9:
		return "{'a': " + sub() + ", **" + g.name("c") + "}"
	case 10:
		return "{" + pick(g.r, []string{"'a'", "1", "'k'", "None", "-1"}) + ": " + sub() + "}"
	case 11:
		return "(" + pick(g.r, []string{"1 | 2", "'a' | 'b'", "None | []", "int() | str()", "[_] | [_, _]", "{'a': _} | 3"}) + ")"
	case 12:
		return "(" + g.pattern(depth+1) + " as " + g.name("c") + ")"
	default:
		return pick(g.r, []string{"int(" + g.name("c") + ")", "str(" + g.name("c") + ")", "Pt(" + sub() + ", " + sub() + ")", "Pt(x=" + sub() + ")", "object(real=" + sub() + ")", "Pt(" + sub() + ", y=" + sub() + ")", "int(" + sub() + ", " + sub() + ")", "dict(" + sub() + ")", "collections.abc.Mapping()", "Pt(" + sub() + ", x=" + sub() + ")"})
	}
}
