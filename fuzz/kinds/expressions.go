package kinds

import (
	"regexp"
	"slices"
	"strings"
)

// Expressions are made from templates. A capital letter that stands alone is a hole
// for an expression of a kind:
//
//	I int       J a small int    F float   O bool    S str    B bytes
//	L list      T tuple          D dict    E set     Z frozenset
//	R range     K something hashable       X an iterable      A anything
//	C a function of one argument           P a function of two
//
// and G is a format spec. Now and then a hole gets something of another kind.

// What comes before a hole is matched too: the letters of (?P<…>) and re.I are none.
var hole = regexp.MustCompile(`(^|[^\w.?])([IJFOSBLTDEZRKXACPG])\b`)

// allKinds are the kinds of value that an expression is shown of.
var allKinds = []byte("IFOSBLTDEZRAX")

// variableNames are the variables of a program and what they hold.
var variableNames = []struct {
	name string
	kind byte
}{
	{"i", 'I'}, {"f", 'F'}, {"s", 'S'}, {"b", 'B'}, {"l", 'L'}, {"t", 'T'}, {"d", 'D'}, {"e", 'E'},
}

// atoms are expressions that need no others.
var atoms = map[byte][]string{
	'I': {"0", "1", "-1", "2", "3", "7", "10", "-5", "255", "256", "1000", "2**40", "2**53 + 1", "2**63 - 1", "-2**63", "2**64", "10**20", "-10**30", "0x_ff", "0b101", "1_000"},
	'J': {"0", "1", "2", "3", "4", "-1", "-2", "5", "None", "True"},
	'F': {"0.0", "-0.0", "1.0", "1.5", "-2.5", "0.1", "1e16", "1e-7", "123456.789", "1e308", "float('inf')", "-1e-5", "3.0", "2.675", "1e22", "5e-324"},
	'O': {"True", "False"},
	'S': {"''", "'a'", "'abc'", "'Hello World'", "'aXbXc'", "'äöü'", "'ß'", `'tab\tnew\nline'`, `"it's"`, `'a"b'`, `'12'`, `' 3 '`, `'-4.5'`, "'%s-%d'", "'{}:{!r}'", `'\x00\x7f\u20ac'`, `'🎉x'`, "'ǅ'", "'a,b,,c'", "'xyzzy' * 3", `r'\n'`, "'İ'", "'1e3'", "'_x1'"},
	'B': {"b''", "b'abc'", `b'\x00\xff'`, "b'a,b'", `b"it's"`, "b'12'", "bytes(3)", "b'Hello World'"},
	'L': {"[]", "[1, 2, 3]", "['b', 'a']", "[1, [2, [3]]]", "[None, True, 2.5]", "[3, 1, 2, 1]", "list('abc')", "[[1, 2], [3, 4]]", "[(2, 'b'), (1, 'a')]", "[0] * 3"},
	'T': {"()", "(1,)", "(1, 2)", "('a', 1, None)", "((1, 2), (3,))", "(1, 'a', 2.5, b'x')", "(3, 1, 2)"},
	'D': {"{}", "{'a': 1}", "{1: 'x', 2: 'y'}", "{'k': [1, 2], 'n': {'m': None}}", "{(1, 2): 3, None: 4}", "dict(a=1, b=2)", "{1: 1, True: 2, 1.0: 3}"},
	'E': {"set()", "{1, 2, 3}", "{'a', 'b'}", "{3, 1, (1, 2)}", "{True, 2, 2.0}"},
	'Z': {"frozenset()", "frozenset({1, 2})", "frozenset('ab')"},
	'R': {"range(0)", "range(3)", "range(1, 10, 3)", "range(5, 0, -2)", "range(-3, 3)"},
	'C': {"str", "repr", "len", "int", "abs", "bool", "lambda x: x", "lambda x: (x, x)", "lambda x: x % 2", "lambda x: -x", "lambda *a: a", "list", "type", "sorted", "lambda x: 1 / x", "float", "tuple", "operator.itemgetter(0)", "str.upper", "lambda: 0", "None"},
	'P': {"max", "lambda a, b: a + b", "lambda a, b: (a, b)", "operator.mul", "operator.sub", "lambda a, b: b", "divmod", "lambda a, b=0: [a, b]", "operator.lt", "isinstance"},
	'A': {"None", "...", "NotImplemented", "int", "print", "slice(1, None)", "object", "Exception('x')", "ValueError(1, 2)", "len", "type(None)", "iter([1, 2])", "enumerate('ab')", "zip('ab', (1, 2))", "types.SimpleNamespace(a=1)", "collections.Counter('aab')", "collections.deque([1, 2], 3)", "collections.OrderedDict(a=1)", "collections.defaultdict(list, a=[1])", "collections.namedtuple('P', 'x y')(1, 2)"},
}

// forms are the templates of each kind.
var forms = map[byte][]string{
	'I': {
		"I + I", "I - I", "I * I", "I // I", "I % I", "I ** J", "I & I", "I | I", "I ^ I", "I << J", "I >> J", "-I", "~I", "+I",
		"len(X)", "int(S)", "int(F)", "int(S, J)", "ord(S)", "sum(X)", "abs(I)", "round(F)", "I.bit_length()", "I.bit_count()",
		"L.count(A)", "T.index(A)", "S.find(S)", "S.count(S, J)", "I if O else I", "min(I, I)", "max(X)",
		"pow(I, J, I)", "divmod(I, I)[0]", "int.from_bytes(B[:2], 'big')", "int.from_bytes(B[-2:], 'little', signed=True)", "L[J]", "D[K]", "R[J]", "B[J]",
		"O + O", "I.__index__()", "(lambda x=I: x + x)()", "[x for x in X][J]", "int(O)", "I.numerator", "I.as_integer_ratio()[1]", "next(iter(X), I)",
	},
	'J': {"len(S)", "S.find(S)", "J if O else J", "-J", "J + J", "L.index(A)"},
	'F': {
		"F + F", "F - F", "F * F", "F / F", "F // F", "F % F", "I / I", "F ** J", "-F", "abs(F)", "float(S)", "float(I)", "round(F, J)",
		"math.sqrt(F)", "math.floor(F)", "F.hex()", "math.fmod(F, F)", "sum([F, F, F])", "F if O else I", "F + I", "I - F", "I * F", "I // F", "I % F",
		"math.copysign(F, F)", "F.as_integer_ratio()", "F.is_integer()", "divmod(F, F)", "float.fromhex(F.hex())", "math.frexp(F)", "math.trunc(F)", "min(F, I)",
	},
	'O': {
		"I < I", "I <= F", "F == I", "S < S", "S == S", "L == L", "L < L", "T >= T", "D == D", "E <= E", "E == Z", "Z < E", "A == A", "A != A", "A < A",
		"A in X", "S in S", "K in D", "I in R", "A not in L", "not A", "A is None", "A is not None", "O and O", "O or O", "bool(A)", "isinstance(A, (int, str))",
		"all(X)", "any(X)", "I < I < I", "I == F != I", "S.startswith(S)", "S.isdigit()", "S.isidentifier()", "callable(A)", "hasattr(A, S)",
		"B == S", "B in B", "R == R", "X == X", "issubclass(type(A), int)", "E.isdisjoint(X)", "S.endswith((S, S))",
	},
	'S': {
		"S + S", "S * J", "J * S", "S[J]", "S[J:J]", "S[J:J:J]", "S[::-1]", "repr(A)", "str(A)", "S.upper()", "S.lower()", "S.title()", "S.strip(S)", "S.join(X)",
		"S.replace(S, S)", "S.replace(S, S, J)", "S.center(J, S)", "S.ljust(10, '*')", "S.zfill(J)", "S.capitalize()", "S.swapcase()", "S.casefold()",
		"S.expandtabs(J)", "S.format(A, A)", "S % A", "S % T", "f'{A}'", "f'{A!r:>10}'", "f'{I:G}'", "f'{F:G}'", "f'{S:G}'", "format(A, S)", "chr(I)", "hex(I)", "bin(I)", "oct(I)",
		"ascii(S)", "S.translate({97: 'Q', 98: None})", "S if O else S", "S or S", "A and S", "S.removeprefix(S)", "S.removesuffix(S)", "'-'.join(map(str, X))", "B.decode()",
		"B.decode('latin-1')", "B.hex()", "f'{S}{I!s}{A=}'", "str(B, 'utf-8', 'replace')", "S.lstrip(S)", "S.rstrip()", "min(S, S)", "''.join(reversed(S))", "''.join(sorted(S))",
		"string.capwords(S)", "type(A).__name__", "string.Template(S).safe_substitute(a=1)",
	},
	'B': {
		"B + B", "B * J", "B[J:J]", "B[::J]", "S.encode()", "S.encode('latin-1', 'replace')", "S.encode('ascii', 'backslashreplace')", "S.encode('utf-16-le')", "bytes(X)", "bytes([J, J])", "B.upper()",
		"B.replace(B, B)", "B.join([B, B])", "B.strip()", "B % T", "bytes.fromhex(S)", "I.to_bytes(J, 'big')", "J.to_bytes(2, 'little', signed=True)", "B.center(J, b'*')", "B.translate(None, B)", "B.rjust(8)",
	},
	'L': {
		"[A, A]", "[*X, A]", "L + L", "L * J", "L[J:J]", "L[::J]", "sorted(X)", "sorted(X, key=C)", "sorted(X, reverse=O)", "list(X)", "[C(x) for x in X]",
		"[x for x in X if C(x)]", "[(x, y) for x in X for y in X]", "list(map(C, X))", "list(filter(C, X))", "list(zip(X, X))", "list(enumerate(X, J))", "list(reversed(L))",
		"S.split(S)", "S.split()", "S.splitlines(O)", "S.rsplit(S, J)", "list(D.items())", "[*D]", "B.split(B)", "[x := A, x]", "[i for i in X][J:]", "list(range(J, J, J))",
		"list(map(P, X, X))", "L.copy()", "[f'{x}' for x in X]", "list(itertools.accumulate(X, P))", "[[x] * J for x in X]", "[lambda: x for x in X] and []", "[x for x, *y in X]", "[a for a in X if (b := a)]",
		"heapq.nlargest(J, X)", "heapq.nsmallest(J, X, key=C)", "dir(S)[:0]", "re.findall(S, S)", "re.split(S, S)", "json.loads(json.dumps(A))",
	},
	'T': {
		"(A, A)", "(*X, A)", "T + T", "T * J", "T[J:J]", "tuple(X)", "tuple(C(x) for x in X)", "divmod(I, I)", "S.partition(S)", "S.rpartition(S)", "B.partition(B)", "next(zip(X, X), ())",
		"math.modf(F)", "F.as_integer_ratio()", "(*X, I)", "slice(J, J, J).indices(J)", "tuple(sorted(X, key=C))", "D.popitem()", "tuple(itertools.islice(X, J))", "re.match(S, S).groups()",
	},
	'D': {
		"{K: A}", "{**D, K: A}", "D | D", "dict(X)", "dict(zip(X, X))", "{k: v for k, v in D.items()}", "{x: C(x) for x in X}", "dict.fromkeys(X, A)", "dict(D, a=A)", "D.copy()", "{v: k for k, v in D.items()}",
		"dict(sorted(D.items()))", "{K: A for x in X if x}", "collections.Counter(X)", "D | A", "dict(enumerate(X))", "{**D, **D}", "copy.deepcopy(D)", "dict(collections.ChainMap(D, D))",
	},
	'E': {
		"{K, K}", "{*list(X)}", "E | E", "E & E", "E - E", "E ^ E", "E | Z", "set(X)", "{C(x) for x in X}", "E.union(X)", "E.intersection(X, X)", "E.difference(X)", "E.symmetric_difference(X)", "E.copy()", "Z - E",
	},
	'Z': {"frozenset(X)", "Z | E", "Z & Z", "Z ^ E", "frozenset(E)"},
	'R': {"range(J)", "range(J, J)", "range(J, J, J)", "R[J:J]", "R[::-1]", "reversed(R)"},
	'X': {
		"iter(X)", "map(C, X)", "filter(C, X)", "zip(X, X)", "enumerate(X)", "reversed(L)", "(x for x in X)", "(C(x) for x in X if x)", "itertools.chain(X, X)", "itertools.islice(X, J)",
		"itertools.repeat(A, 2)", "itertools.accumulate(X)", "itertools.pairwise(X)", "itertools.batched(X, 2)", "itertools.zip_longest(X, X)", "itertools.product(X, 'ab')", "itertools.combinations('abc', J)",
		"itertools.takewhile(C, X)", "itertools.dropwhile(C, X)", "itertools.starmap(P, [(1, 2), (3, 4)])", "itertools.compress(X, X)", "itertools.groupby(X)", "D.items()", "D.values()", "D.keys()", "map(P, X, X)",
	},
}

func init() {
	// Something hashable, something to go over, anything: one of the others.
	atoms['K'] = slices.Concat(atoms['I'], atoms['S'], atoms['T'], []string{"None", "True", "1.0", "frozenset({1})", "b'k'"})
	atoms['X'] = slices.Concat(atoms['L'], atoms['T'], atoms['S'], atoms['D'], atoms['E'], atoms['R'], []string{"[5, 3, 4]", "'cab'", "b'xyz'"})
	atoms['A'] = slices.Concat(atoms['A'], atoms['I'], atoms['F'], atoms['S'], atoms['B'], atoms['L'], atoms['T'], atoms['D'], atoms['E'], atoms['R'])
	forms['A'] = []string{"I", "F", "O", "S", "B", "L", "T", "D", "E", "X", "A if O else A", "A or A", "A and A", "(lambda: A)()", "A[J]", "A + A", "A - A", "A * J", "A / A", "A // A", "A % A", "A & A", "A | A", "A @ A", "A >> A", "-A", "~A", "A(A)", "A.real", "A[K]", "A[A:A]"}
	forms['K'] = []string{"I", "F", "S", "T", "O", "B"}
	forms['C'] = []string{"functools.partial(P, A)", "operator.attrgetter('real')", "S.__add__", "I.__mul__", "lambda x, y=A: (x, y)", "D.get", "L.__getitem__", "T.count", "operator.methodcaller('upper')", "[C, C][0]", "functools.reduce"}
	forms['P'] = []string{"lambda a, b, c=A: (a, b, c)", "functools.partial(lambda a, b, c: (a, b, c), A)", "functools.partial(P, A)"}
}

// atom is an expression of a kind that needs no others.
func (g *writer) atom(kind byte) string { return pick(g.r, atoms[kind]) }

// expr is an expression of a kind, up to depth templates deep.
func (g *writer) expr(kind byte, depth int) string {
	if g.chance(4) && kind != 'A' && kind != 'J' {
		kind = 'A'
	}
	if g.chance(20) {
		for _, v := range variableNames {
			if v.kind == kind {
				return v.name
			}
		}
	}
	if depth <= 0 || g.chance(30) || forms[kind] == nil {
		return g.atom(kind)
	}
	return g.fill(pick(g.r, forms[kind]), depth-1)
}

var simple = regexp.MustCompile(`^(\w+|'[^'\\]*'|\[[^\[\]]*\])$`)

// operand is an expression with brackets around it where it needs them.
func (g *writer) operand(kind byte) string { return bracket(g.expr(kind, 2)) }

func bracket(e string) string {
	if simple.MatchString(e) && !strings.ContainsAny(e[:1], "0123456789") {
		return e
	}
	return "(" + e + ")"
}

// fill puts expressions into the holes of a template.
func (g *writer) fill(template string, depth int) string {
	return hole.ReplaceAllStringFunc(template, func(h string) string {
		before, kind := h[:len(h)-1], h[len(h)-1]
		if kind == 'G' {
			return before + g.spec()
		}
		return before + bracket(g.expr(kind, depth))
	})
}
