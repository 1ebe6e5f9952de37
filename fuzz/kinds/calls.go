package kinds

// Calls: the methods of the builtin types, the builtin functions, functions of
// modules.

var methodKinds = []byte("SSSBLTDEIFZR")

// methods are the names of the methods of each kind.
var methods = map[byte][]string{
	'S': {"capitalize", "casefold", "center", "count", "encode", "endswith", "expandtabs", "find", "format", "format_map", "index", "isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper", "join", "ljust", "lower", "lstrip", "partition", "removeprefix", "removesuffix", "replace", "rfind", "rindex", "rjust", "rpartition", "rsplit", "rstrip", "split", "splitlines", "startswith", "strip", "swapcase", "title", "translate", "upper", "zfill", "__add__", "__contains__", "__lt__", "__len__", "maketrans"},
	'B': {"capitalize", "center", "count", "decode", "endswith", "expandtabs", "find", "fromhex", "hex", "index", "isalnum", "isalpha", "isascii", "isdigit", "islower", "isspace", "istitle", "isupper", "join", "ljust", "lower", "lstrip", "partition", "removeprefix", "removesuffix", "replace", "rfind", "rindex", "rjust", "rpartition", "rsplit", "rstrip", "split", "splitlines", "startswith", "strip", "swapcase", "title", "translate", "upper", "zfill"},
	'L': {"append", "clear", "copy", "count", "extend", "index", "insert", "pop", "remove", "reverse", "__add__", "__contains__", "__eq__", "push"},
	'T': {"count", "index", "__add__", "__lt__", "append"},
	'D': {"clear", "copy", "fromkeys", "get", "items", "keys", "pop", "popitem", "setdefault", "update", "values", "__contains__", "has_key"},
	'E': {"add", "clear", "copy", "difference", "difference_update", "discard", "intersection", "intersection_update", "isdisjoint", "issubset", "issuperset", "pop", "remove", "symmetric_difference", "symmetric_difference_update", "union", "update", "append"},
	'Z': {"copy", "difference", "intersection", "isdisjoint", "issubset", "issuperset", "symmetric_difference", "union", "add"},
	'I': {"as_integer_ratio", "bit_count", "bit_length", "conjugate", "is_integer", "to_bytes", "__add__", "__eq__", "from_bytes"},
	'F': {"as_integer_ratio", "conjugate", "fromhex", "hex", "is_integer", "__add__", "__eq__"},
	'R': {"count", "index", "start", "__len__", "__contains__", "__eq__"},
}

// builtins are called with any arguments. Those that could take for ever or ask for
// all memory are not among them: pow, input.
var builtins = []string{
	"abs", "all", "any", "ascii", "bin", "bool", "callable", "chr", "dict", "divmod", "enumerate", "filter", "float", "format", "frozenset", "getattr",
	"hasattr", "hex", "int", "isinstance", "issubclass", "iter", "len", "list", "map", "max", "min", "next", "oct", "ord", "print", "property", "range",
	"repr", "reversed", "round", "set", "setattr", "slice", "sorted", "str", "sum", "tuple", "type", "zip", "delattr", "Exception", "KeyError", "OSError", "ExceptionGroup",
	"UnicodeDecodeError", "StopIteration", "SystemExit", "super", "classmethod", "anext", "object", "int.from_bytes", "str.join", "dict.fromkeys", "float.fromhex", "str.maketrans", "list.append", "dict.get", "bytes.fromhex",
}

// builtinCalls are templates of calls that mostly work.
var builtinCalls = []string{
	"max(X, key=C)", "min(X, default=A)", "max(A, A, A)", "min(A, key=C)", "sum(X, A)", "sorted(X, key=C, reverse=A)", "zip(X, X, strict=O)", "list(zip(X, X, strict=True))",
	"round(I, J)", "round(F, J)", "int(S, J)", "int(S, base=J)", "divmod(I, F)", "pow(F, J)", "pow(I, -1, I)", "getattr(A, S, A)", "getattr(A, 'real')", "dict(X, **D)", "dict(A)", "enumerate(X, start=A)",
	"next(iter(X))", "next(A, A)", "list(iter(lambda: A, A))[:0] if False else 1", "print(A, A, sep=S, end=S)", "print(*X, sep='|')", "isinstance(A, (int, A))", "isinstance(A, A)", "issubclass(bool, int | str)", "slice(A, A) == slice(A, A)", "str(B, S)", "str(B, 'ascii', S)", "bytes(S, S)",
	"type(A)(A)", "type(A) is type(A)", "type(A).__name__", "format(A)", "vars(types.SimpleNamespace(a=A))", "(lambda a, /, b, *, c=1: (a, b, c))(A, A, c=A)", "(lambda a, /, b, *, c=1: (a, b, c))(A)", "(lambda *a, **k: (a, k))(*X, **D)", "(lambda a, b=2, *c: (a, b, c))(*X)", "(lambda a, *, b: a)(A, A)", "(lambda a: a)(A, b=A)", "(lambda **k: k)(**D, a=A)", "(lambda a: a)(a=A, **D)",
	"[*X, *X]", "{**D, **D}", "{*list(X)}", "(*X, *X)", "L[J:J:J]", "L[A]", "T[A]", "S[A]", "D[A]", "B[A]", "R[A]", "A < A", "A + A", "A - A", "A * J", "A % A", "A / A", "A // A", "A & A", "A | A", "A ^ A", "A >> A", "A @ A", "-A", "~A", "A in A", "A == A", "not A", "A.a", "A.append", "A()", "A(A)", "A[A]", "A is A and 1",
	"[(k, list(v)) for k, v in itertools.groupby(X, C)]", "functools.reduce(P, X, A)", "functools.reduce(P, X)", "(lambda it: (next(it), list(it)))(iter(X))", "[x for x in X if x not in L]", "{x: y for x, y in X}", "[x + y for x in X for y in X if x]", "str.join(S, X)", "S.join([S, S, S])",
	"copy.copy(L)", "copy.deepcopy(D)", "asyncio.iscoroutine(A)", "asyncio.run(A)", "ExceptionGroup(S, [A])", "ExceptionGroup(S, [ValueError(A), KeyError(A)])", "ValueError(A).args", "str(KeyError(A))", "repr(OSError(J, S))", "BaseExceptionGroup(S, [SystemExit(A), ValueError(A)])", "ValueError(A).with_traceback(None)", "ValueError().add_note(A)",
}

// moduleCalls are templates of calls of functions of modules.
var moduleCalls = []string{
	"math.gcd(I, I)", "math.lcm(I, J)", "math.isqrt(I)", "math.comb(J, J)", "math.perm(J, J)", "math.factorial(J)", "math.log(A)", "math.log(I, J)", "math.log2(I)", "math.log10(F)", "math.hypot(F, F)", "math.prod(X)", "math.isclose(F, F)", "math.ceil(A)", "math.floor(A)", "math.ldexp(F, J)", "math.fsum(X)", "math.dist(T, T)", "math.exp(J)", "math.pow(F, J)", "math.nextafter(F, F)", "math.ulp(F)", "math.degrees(F)", "math.remainder(F, F)", "math.trunc(A)", "math.isnan(A)", "math.atan2(F, F)", "math.sin(J)",
	"json.dumps(A)", "json.dumps(A, indent=J)", "json.dumps(D, sort_keys=True)", "json.dumps(A, ensure_ascii=False, separators=(S, S))", "json.loads(S)", "json.loads(json.dumps(A))", "json.dumps(A, default=C)", "json.loads('[1, {\"a\": 1e5}, null]', parse_float=C)", "json.loads(S + '}')", "json.loads('{\"a\": ' + S + '}')", "json.dumps({K: A}, skipkeys=O)", "json.loads('[1,]')", "json.dumps(F)",
	"re.sub(S, S, S)", "re.findall('[a-z]+', S)", "re.match(r'(\\w)(\\w)?', S)", "re.search('(?P<x>[aeiou])', S).groupdict()", "re.split(r'[,\\s]', S, maxsplit=J)", "re.sub(r'(\\w)', C, S)", "re.sub('(.)', r'<\\1>', S, count=J)", "re.fullmatch(S, S)", "re.compile(S)", "re.escape(S)", "re.findall('(a)|(b)', S)", "[m.span() for m in re.finditer('.', S)]", "re.compile('x', re.I | re.M).flags", "re.compile(S + '(')", "re.sub('a', S, S)", "re.match('(a)(?:b)?', S).group(J)", "re.compile('(?i)H').search(S)",
	"collections.Counter(X).most_common(J)", "collections.Counter(X) + collections.Counter(X)", "collections.Counter(X) - collections.Counter(X)", "collections.Counter(D)", "collections.deque(X, J)", "(lambda q: (q.rotate(J), q))(collections.deque(X))", "(lambda q: (q.appendleft(A), q.pop(), q))(collections.deque(X, 3))", "collections.deque(X) + collections.deque(X)", "collections.deque(X)[J]", "collections.OrderedDict(D)", "(lambda o: (o.move_to_end(K), o))(collections.OrderedDict(D))", "collections.defaultdict(C, D)[K]", "collections.ChainMap(D, D)[K]", "collections.ChainMap(D, D)", "collections.namedtuple('N', 'a b')(A, A)", "collections.namedtuple('N', S)", "collections.namedtuple('N', 'a b', defaults=(1,))(A)._asdict()", "collections.namedtuple('N', 'a b')(1, 2)._replace(a=A)", "collections.namedtuple('N', 'a b')._make(X)", "collections.UserDict(D)", "collections.Counter(X).total()", "collections.deque(X).index(A)", "(lambda q: (q.extendleft(X), q))(collections.deque(L))", "(lambda q: (q.insert(J, A), q.remove(A), q))(collections.deque(X))",
	"list(itertools.product(X, repeat=J))", "list(itertools.permutations('abc', J))", "list(itertools.combinations_with_replacement('ab', J))", "list(itertools.islice(itertools.count(I, J), 3))", "list(itertools.islice(itertools.cycle(X), 5))", "list(itertools.zip_longest(X, X, fillvalue=A))", "list(itertools.chain.from_iterable(X))", "list(itertools.filterfalse(C, X))", "[list(x) for x in itertools.tee(X, J)]", "list(itertools.accumulate(X, P, initial=A))", "list(itertools.batched(X, J))", "list(itertools.islice(X, J, J, J))", "list(itertools.repeat(A, J))", "list(itertools.starmap(C, X))", "itertools.count(F, F)", "itertools.repeat(A, times=J)",
	"operator.add(A, A)", "operator.itemgetter(A, A)(A)", "operator.attrgetter(S)(A)", "operator.contains(A, A)", "operator.index(A)", "operator.concat(A, A)", "operator.countOf(X, A)", "operator.methodcaller(S, A)(A)", "operator.length_hint(A)", "operator.truediv(A, A)", "operator.getitem(A, A)", "operator.pos(A)",
	"bisect.bisect(sorted(X), A)", "bisect.bisect_left(L, A, key=C)", "(lambda h: (heapq.heapify(h), h, heapq.heappop(h), h))(list(X))", "list(heapq.merge(sorted(X), sorted(X)))", "heapq.nsmallest(J, X)", "heapq.heappushpop(L, A)", "heapq.heappop(L)",
	"functools.cmp_to_key(P)(A) < functools.cmp_to_key(P)(A)", "sorted(X, key=functools.cmp_to_key(P))", "functools.partial(P, A)(A)", "functools.partial(C, A, b=A)", "functools.lru_cache(maxsize=J)(C)(K)", "functools.cache(C)(A)", "functools.partial(A)", "functools.lru_cache(2)(lambda x: x).cache_info()",
	"string.Template(S).substitute(D)", "string.Formatter().format(S, A)", "string.ascii_letters[J]", "types.SimpleNamespace(**D)", "types.SimpleNamespace(a=A) == types.SimpleNamespace(a=A)", "types.MappingProxyType(D)", "traceback.format_exception_only(ValueError(A))", "traceback.format_exception_only(KeyError(A))", "copy.replace(types.SimpleNamespace(a=1), a=A)",
	"enum.Enum('En', S)", "enum.Enum('En', 'a b')(J)", "enum.Flag('Fl', 'a b')(J)", "dataclasses.make_dataclass('M', ['x', ('y', int, 3)])(A)", "contextlib.nullcontext(A)", "dataclasses.asdict(A)", "dataclasses.fields(A)", "json.dumps(A).encode()",
}
