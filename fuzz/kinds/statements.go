package kinds

// Statements that change values: a list, a dict, a set, a string and more go through
// a random sequence of them and are shown after each.

// changes are templates of statements over the variables l, d, e, s, b, t, i, f.
var changes = []string{
	"l.append(A)", "l.extend(X)", "l.insert(J, A)", "l.pop()", "l.pop(J)", "l.remove(A)", "l.reverse()", "l.sort(key=repr)", "l.sort(key=str, reverse=O)", "l[J] = A", "l[J:J] = X", "l[::J] = X", "l[J:J:J] = X", "del l[J]", "del l[J:J]", "del l[::J]", "l += X", "l *= J", "l = l + L", "l.clear()", "l = l[J:J]", "l[J] += A", "l[A] = A", "l[0], l[-1] = l[-1], l[0]", "l[J][J] = A", "l = [l]",
	"d[K] = A", "d[A] = A", "del d[K]", "d.pop(K)", "d.pop(K, A)", "d.popitem()", "d.setdefault(K, A)", "d.update(D)", "d.update(X)", "d.update(a=A)", "d |= D", "d |= X", "d.clear()", "d = dict(sorted(d.items()))", "d[K] += A", "d[K].append(A)", "d.update({k: A for k in d})", "for k in list(d): d[k] = C(d[k])", "for k in d: d[k, 1] = 2", "for k in d: del d[k]", "d = dict(reversed(d.items()))", "del d[A]",
	"e.add(K)", "e.add(A)", "e.discard(K)", "e.remove(K)", "e.pop()", "e |= E", "e &= E", "e -= E", "e ^= E", "e.update(X)", "e.update(X, X)", "e.intersection_update(X)", "e.difference_update(X)", "e.symmetric_difference_update(X)", "e.clear()", "e |= X", "for x in e: e.add(C(x))",
	"s += S", "s *= J", "s = s[J:J]", "s = s.replace(S, S)", "s += A", "s[J] = S", "b += B", "b = bytes(b)",
	"t += T", "t = t[J:J]", "t[J] = A", "t += X", "t[J] += A", "t = tuple(sorted(t))",
	"i += I", "i -= I", "i *= I", "i //= I", "i %= I", "i **= J", "i <<= J", "i >>= J", "i &= I", "i |= I", "i ^= I", "i /= I", "i = -i", "i += A", "f += F", "f *= F", "f /= F", "f -= F", "f %= F", "f //= F", "f **= J", "f += A",
	"i, f = f, i", "i, *l = X", "*l, i = X", "i, *l, f = X", "(i, f), s = T, S", "i, f = X", "[i, [f, s]] = [A, [A, A]]", "l[0], d[K], i = A, A, A", "i = f = A", "l[J], *l[J:] = X", "i, (f, *l) = A, X", "for i, f in X: print(i, f)", "for i, *l in X: print(i, l)", "for l[0] in X: print(l)", "for d[K] in X: pass",
	"del i; i = 0", "i = (s := S) and len(s)", "print([i for i in X], i)", "i = [j := A, j]", "assert A, A", "assert O, S", "raise A", "raise ValueError(A)", "raise KeyError(A) from A", "del i; print(i)", "i: int = A", "global zz; zz = A", "import math as m; i = m.pi", "from json import dumps as s", "import nosuch", "i = lambda: i", "i = l is l, t is not t", "return_ = A; print(return_)", "print(*X, A, sep=S)", "print(**D)", "i = not A", "i = A if A else A", "if A: i = 1\n    else: i = 2",
	"while i: i = 0; print('loop')\n    else: print('else')", "for x in X:\n        if x: break\n        print(x)\n    else: print('none')", "with contextlib.suppress(TypeError): l.append(A + A)", "with A: pass", "with A as i: pass", "with contextlib.nullcontext(A) as (i, f): pass", "i = json.loads(json.dumps(d))", "l = sorted(l, key=repr)", "l = sorted(l, key=str, reverse=True)",
}

// statements runs changes and shows the variable after each.
func statements(g *writer) {
	for _, v := range variableNames {
		g.line("%s = %s", v.name, g.atom(v.kind))
	}
	for range g.some(6, 18) {
		g.line("try:")
		g.line("    %s", g.fill(pick(g.r, changes), 1))
		g.line("except BaseException as x:")
		g.line("    print(type(x).__name__, x)")
		g.line("print(repr((i, f, s, b, l, t, d, e))[:2000])")
		g.line("l, d, e, s, b, t = limit(l), limit(d), limit(e), limit(s), limit(b), limit(t)")
	}
}
