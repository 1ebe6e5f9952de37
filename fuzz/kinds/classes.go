package kinds

import (
	"fmt"
	"slices"
	"strings"
)

// Classes: hierarchies with special methods, properties, descriptors, slots and
// hooks, and what operators and builtins make of their instances; dataclasses; enums.

// members are templates of what a class may hold. %s is the class's name.
var members = []string{
	"def __init__(self, *args, **kw): self.v = args[0] if args else A; print('init %s', args, kw)",
	"def __init__(self, v=A, w=A): self.v, self.w = v, w",
	"def __init__(self, *args): super().__init__(*args); self.v = len(args)",
	"def __new__(cls, *args): print('new', cls.__name__, len(args)); return super().__new__(cls)",
	"def __repr__(self): return f'%s<{getattr(self, \"v\", None)!r}>'",
	"def __repr__(self): return A",
	"def __str__(self): return 'str ' + S",
	"def __str__(self): return A",
	"def __format__(self, spec): return f'{spec}|%s'",
	"def __bytes__(self): return A",
	"def __hash__(self): return I",
	"def __hash__(self): return A",
	"__hash__ = None",
	"def __bool__(self): return O",
	"def __bool__(self): return A",
	"def __len__(self): return J",
	"def __len__(self): return A",
	"def __index__(self): return J",
	"def __int__(self): return A",
	"def __float__(self): return A",
	"def __abs__(self): return ('abs', A)",
	"def __neg__(self): return NotImplemented",
	"def __invert__(self): return ('invert', self.v)",
	"def __round__(self, n=None): return ('round', n)",
	"def __call__(self, *args, **kw): return ('call', args, kw)",
	"def __call__(self, a, /, b, *, c): return (a, b, c)",
	"def __getitem__(self, k): return ('item', k)",
	"def __getitem__(self, k): return X[k]",
	"def __getitem__(self, k): raise IndexError(k)",
	"def __getitem__(self, k):\n        if k > 3: raise IndexError\n        return k * 2",
	"def __setitem__(self, k, v): print('set', k, v)",
	"def __delitem__(self, k): print('del', k)",
	"def __missing__(self, k): return ('missing', k)",
	"def __contains__(self, k): return A",
	"def __iter__(self): return iter(X)",
	"def __iter__(self): yield from X",
	"def __iter__(self): return self",
	"def __iter__(self): return A",
	"__iter__ = None",
	"def __next__(self): raise StopIteration(A)",
	"def __reversed__(self): return ('reversed', A)",
	"def __length_hint__(self): return A",
	"def __enter__(self): print('enter'); return A",
	"def __exit__(self, kind, e, tb): print('exit', kind, e); return O",
	"def __getattr__(self, name): return ('getattr', name)",
	"def __getattr__(self, name): raise AttributeError(name)",
	"def __getattribute__(self, name): print('get', name) if name[0] != '_' else 0; return super().__getattribute__(name)",
	"def __setattr__(self, name, v): print('setattr', name); super().__setattr__(name, v)",
	"def __delattr__(self, name): print('delattr', name); super().__delattr__(name)",
	"def __dir__(self): return ['b', 'a']",
	"def __init_subclass__(cls, **kw): print('subclass', cls.__name__, kw); super().__init_subclass__()",
	"def __class_getitem__(cls, k): return (cls.__name__, k)",
	"def __set_name__(self, owner, name): print('named', owner.__name__, name)",
	"def __get__(self, obj, cls=None): return ('get', obj is None, cls.__name__)",
	"def __set__(self, obj, v): print('descriptor set', v)",
	"def __delete__(self, obj): print('descriptor delete')",
	"def __instancecheck__(cls, x): return True",
	"def __eq__(self, other): return A",
	"def __eq__(self, other): return NotImplemented",
	"def __eq__(self, other): return isinstance(other, %s) and self.v == other.v",
	"def __ne__(self, other): return A",
	"def __lt__(self, other): return self.v < other.v",
	"def __lt__(self, other): return NotImplemented",
	"def __gt__(self, other): return ('gt', A)",
	"def __le__(self, other): return O",
	"def __ge__(self, other): raise ValueError('ge')",
	"def __add__(self, other): return ('%s add', other.v if hasattr(other, 'v') else other)",
	"def __add__(self, other): return NotImplemented",
	"def __radd__(self, other): return ('%s radd', other)",
	"def __iadd__(self, other): self.v = other; return self",
	"def __iadd__(self, other): return NotImplemented",
	"def __sub__(self, other): return NotImplemented",
	"def __rsub__(self, other): return ('%s rsub', other)",
	"def __mul__(self, other): return ('%s mul', other)",
	"__rmul__ = __mul__ = lambda self, other: 'product'",
	"def __matmul__(self, other): return 'matmul'",
	"def __rpow__(self, other, mod=None): return ('rpow', other, mod)",
	"def __pow__(self, other, mod=None): return ('pow', other, mod)",
	"def __mod__(self, other): return ('mod', other)",
	"def __divmod__(self, other): return A",
	"def __or__(self, other): return ('or', other)",
	"def __ror__(self, other): return ('ror', other)",
	"__slots__ = ('v', 'w')",
	"__slots__ = ['v']",
	"__slots__ = ()",
	"__match_args__ = ('v', 'w')",
	"v = A",
	"w = A",
	"x: int = I",
	"y: 'unknown'",
	"p = property(lambda self: self.v)",
	"@property\n    def p(self): return ('p', self.v)\n    @p.setter\n    def p(self, v): self.v = ('set', v)",
	"@property\n    def p(self): return self.nothing",
	"@functools.cached_property\n    def q(self): print('computed'); return A",
	"@staticmethod\n    def m(*args): return ('static', args)",
	"@classmethod\n    def m(cls, *args): return (cls.__name__, args)",
	"def m(self, a, b=A): return ('m of %s', a, b)",
	"def m(self, *args): return ('%s', super().m(*args))",
	"def m(self): return super().m()",
	"def n(self): return __class__.__name__",
	"def n(self): return [__class__ is type(self) for _ in 'ab']",
	"def __secret(self): return 'secret of %s'\n    def n(self): return self.__secret()",
	"async def m(self): return A",
	"def m(self): yield self; yield A",
	"m = len",
	"m = functools.partial(lambda *a: a, 1)",
	"m = functools.partialmethod(lambda self, *a: a, 2)",
	"@functools.singledispatchmethod\n    def m(self, a): return 'any'\n    @m.register\n    def _(self, a: int): return 'int'",
	"@functools.lru_cache\n    def m(self, *args): print('called'); return args",
	"class Inner: v = A",
	"l = [v for v in X]",
	"for v in X: pass",
	"del v",
}

// uses are templates of expressions over o and u, two instances.
var uses = []string{
	"repr(o)", "str(o)", "f'{o}'", "f'{o!r:>5}'", "f'{o:x}'", "bytes(o)", "bool(o)", "len(o)", "int(o)", "float(o)", "abs(o)", "-o", "~o", "+o", "round(o)", "round(o, 1)", "o()", "o(1, 2, c=3)", "o[0]", "o['k']", "o[1:2]", "list(o)", "iter(o) is o", "next(o)", "A in o", "reversed(o)",
	"list(reversed(o))", "o == u", "o != u", "o < u", "o > u", "o <= u", "o >= u", "o == A", "A == o", "o < A", "A < o", "o + u", "u + o", "o + A", "A + o", "o - A", "A - o", "o * 3", "3 * o", "o @ u", "2 ** o", "o ** 2", "pow(2, o)", "o % 2", "divmod(o, 2)", "o | A", "A | o", "o // 2", "o & 1", "o << 1",
	"o.v", "o.w", "o.x", "o.p", "o.q", "(o.q, o.q)", "o.m(1)", "o.m()", "o.n()", "o.l", "o.nothing", "o._secret", "o.Inner.v", "setattr(o, 'v', A)", "setattr(o, 'p', A)", "setattr(o, 'zz', A)", "setattr(o, 'x', A)", "delattr(o, 'v')", "delattr(o, 'p')", "getattr(o, 'm', None) is None", "hasattr(o, A)", "sorted(k for k in dir(o) if k[0] != '_')", "vars(o)", "o.__dict__", "o.__class__.__name__", "type(o).v", "type(o).p is None", "type(o).m(1)", "type(o).m(o)", "type(o)[int]",
	"type(o)(1)", "type(o)()", "type(o)(1, 2, 3)", "type(o)(v=1)", "isinstance(u, type(o))", "issubclass(type(o), type(u))", "type(o) == type(u)", "max(o, u)", "sorted([o, u])", "[o, u] == [u, o]", "{o: 1}", "{o, u}", "o in [u]", "sum([o, u])", "sum([o, u], 1)", "''.join(o)", "dict(o)", "[*o]", "(*o, 1)", "(lambda *a: a)(*o)", "(lambda **k: k)(**o)", "[1, 2, 3][o]", "'abc' * o", "range(o)", "list(zip(o, o))", "list(map(o, [1]))", "list(enumerate(o))", "any(o)", "min(o)", "sorted(o)", "set(o)", "tuple(o)", "o and 1", "not o", "1 if o else 2", "operator.index(o)", "math.floor(o)", "json.dumps(o)", "'%s %r' % (o, o)", "'%d' % o", "'{0.v} {0}'.format(o)", "'{0[k]}'.format(o)", "print(o)", "getattr(o, '__len__')()", "o.__repr__()", "o.__eq__(u)", "o.__add__(u)", "o.__getitem__(0)", "super(type(o), o).__repr__()", "type(o).__slots__", "type(o).__annotations__", "callable(o)", "isinstance(o, collections.abc.Iterable)", "isinstance(o, collections.abc.Hashable)", "isinstance(o, collections.abc.Sized)", "asyncio.run(o.m())", "operator.length_hint(o)", "functools.reduce(operator.add, [o, u])", "bool(o.__bool__())", "o.__init__()", "object.__repr__(o)[:1]", "object.__setattr__(o, 'v', 1)",
}

// effects are templates of statements over o and u.
var effects = []string{
	"o += A", "o -= u", "o *= 2", "o[0] = A", "del o[0]", "o[1] += A", "o.v += 1", "o.p = A", "del o.v", "del o.zz", "o.zz = A", "for x in o: print(x)", "a, b = o", "a, *b = o", "with o as x: print(x)", "with o: raise ValueError(1)", "type(o).v = A", "type(o).m = lambda *a: len(a)", "del type(o).v", "o.__class__ = int", "raise o", "raise type(o)", "assert o, u", "o = u", "u = type(o)(2)", "match o:\n        case object(v=1): print(1)\n        case int(): print(2)\n        case _: print(3)", "match o:\n        case [x, *y]: print(x, y)\n        case {'k': x}: print(x)", "match o:\n        case A1(x): print(x)\n        case A1(v=x): print('v', x)", "print(*o)", "print(**o)", "o.m.x = 1", "type(o).__add__ = lambda *a: 'added'", "type(o).__len__ = lambda self: 2", "type(o).__getattr__ = lambda self, name: name", "type(o).__eq__ = None",
}

// classes writes a hierarchy and uses its instances.
func classes(g *writer) {
	var names []string
	for range g.some(1, 4) {
		bases := []string{}
		for range g.r.IntN(3) {
			if len(names) > 0 && g.chance(75) {
				bases = append(bases, pick(g.r, names))
			} else {
				bases = append(bases, pick(g.r, []string{"int", "str", "list", "dict", "tuple", "Exception", "object", "float", "set", "collections.abc.Sequence", "bool", "type(None)", "collections.OrderedDict"}))
			}
		}
		if len(names) > 0 && len(bases) == 0 && g.chance(60) {
			bases = append(bases, names[len(names)-1])
		}
		slices.Sort(bases)
		if g.chance(90) {
			bases = slices.Compact(bases)
		}
		if g.chance(7) {
			bases = append(bases, "extra="+g.atom('I'))
		}
		name := g.name("A")
		g.line("try:")
		g.depth++
		if g.chance(8) {
			g.line("@functools.total_ordering")
		}
		g.block(fmt.Sprintf("class %s(%s):", name, strings.Join(bases, ", ")), func() {
			for range g.some(1, 6) {
				member := strings.ReplaceAll(pick(g.r, members), "%s", name)
				g.line("%s", strings.ReplaceAll(g.fill(member, 1), "\n", "\n    "))
			}
		})
		names = append(names, g.orPlain(name))
	}
	g.instances(names)
}

// orPlain ends the try around a class: if making it fails there is a plain one.
func (g *writer) orPlain(name string) string {
	g.depth--
	g.line("except Exception as e:")
	g.line("    print(type(e).__name__, e)")
	g.line("    class %s: v = 1", name)
	return name
}

// instances makes two instances and uses them.
func (g *writer) instances(names []string) {
	for _, v := range []string{"o", "u"} {
		g.line("try: %s = %s(%s)", v, pick(g.r, names), pick(g.r, []string{"", "", "1", "1, 2", "'ab'", "[1, 2]", g.expr('A', 1)}))
		g.line("except Exception as e: %s = 1; print(type(e).__name__, e)", v)
	}
	first := names[0]
	for range g.some(6, 20) {
		if g.chance(20) {
			effect := strings.ReplaceAll(pick(g.r, effects), "A1", first)
			g.line("try:")
			g.line("    %s", g.fill(effect, 1))
			g.line("except BaseException as x:")
			g.line("    print(type(x).__name__, x)")
			continue
		}
		g.show(g.fill(pick(g.r, uses), 1))
	}
}

// dataclass writes a dataclass, perhaps one derived from it, and uses them.
func dataclass(g *writer) {
	var names []string
	for i := range g.some(1, 2) {
		var options []string
		for _, o := range []string{"order=True", "frozen=True", "eq=False", "kw_only=True", "slots=True", "repr=False", "unsafe_hash=True", "init=False", "match_args=False"} {
			if g.chance(12) {
				options = append(options, o)
			}
		}
		name := g.name("D")
		g.line("try:")
		g.depth++
		g.line("@dataclasses.dataclass%s", pick(g.r, []string{"", "(" + strings.Join(options, ", ") + ")", "(" + strings.Join(options, ", ") + ")"}))
		base := ""
		if i > 0 {
			base = "(" + names[0] + ")"
		}
		g.block("class "+name+base+":", func() {
			for range g.some(1, 5) {
				g.line("%s", g.fill(pick(g.r, []string{
					"v: int", "w: str = S", "x: list = dataclasses.field(default_factory=list)", "v: int = I", "y: int = dataclasses.field(default=A, repr=False)", "z: float = dataclasses.field(compare=False, default=F)",
					"w: int = dataclasses.field(init=False, default=3)", "_: dataclasses.KW_ONLY", "k: int = dataclasses.field(kw_only=True)", "c: 'typing.ClassVar[int]' = 1", "u: list = []", "h: int = dataclasses.field(hash=False, default=0)", "i: dataclasses.InitVar[int] = 2",
					"def __post_init__(self, *args): print('post', args)", "def __repr__(self): return 'own'", "def __eq__(self, other): return True", "def m(self): return self.v", "__hash__ = None", "def __lt__(self, other): return True", "plain = A",
				}), 1))
			}
		})
		names = append(names, g.orPlain(name))
	}
	g.instances(names)
	for range g.some(3, 10) {
		g.show(g.fill(pick(g.r, []string{
			"dataclasses.asdict(o)", "dataclasses.astuple(o)", "dataclasses.replace(o, v=A)", "dataclasses.replace(o)", "[f.name for f in dataclasses.fields(o)]", "dataclasses.is_dataclass(o)", "type(o)(A)", "type(o)(A, A)", "type(o)(v=A, w=A)", "type(o)(k=1)", "o == type(o)(1)", "o < u", "type(o).__match_args__", "repr(o)", "setattr(o, 'v', A)", "delattr(o, 'v')", "copy.copy(o)", "copy.replace(o, v=1)", "[(f.name, f.default is dataclasses.MISSING, f.kw_only) for f in dataclasses.fields(u)]", "o.__dataclass_fields__.keys()", "sorted([o, u])",
		}), 1))
	}
}

// enumeration writes an enum and uses its members.
func enumeration(g *writer) {
	name := g.name("N")
	base := pick(g.r, []string{"enum.Enum", "enum.Enum", "enum.IntEnum", "enum.StrEnum", "enum.Flag", "enum.IntFlag", "str, enum.Enum", "int, enum.Enum", "enum.Flag, boundary=enum.KEEP"})
	g.line("try:")
	g.depth++
	if g.chance(10) {
		g.line("@enum.unique")
	}
	g.block("class "+name+"("+base+"):", func() {
		values := []string{"enum.auto()", "enum.auto()", "1", "2", "4", "3", "0"}
		if !strings.Contains(base, "Flag") {
			values = append(values, "'r'", "(1, 2)", g.atom('A'), "'RED'")
		}
		for _, member := range []string{"RED", "GREEN", "BLUE", "RED_TOO"} {
			if g.chance(75) {
				g.line("%s = %s", member, pick(g.r, values))
			}
		}
		for range g.r.IntN(3) {
			g.line("%s", g.fill(pick(g.r, []string{
				"def m(self): return (self.name, self.value)", "@property\n        def p(self): return self.value", "def __str__(self): return self.name.lower()", "@classmethod\n        def _missing_(cls, value): return cls.RED if value == 9 else None", "@staticmethod\n        def _generate_next_value_(name, start, count, last): return (name, start, count, last)",
				"def __init__(self, *args): self.args = args", "_ignore_ = 'x'", "x = enum.nonmember(1)", "RED = 5", "def __new__(cls, *args): o = object.__new__(cls); o._value_ = args; return o", "ALIAS = RED", "__slots__ = ()", "def __eq__(self, o): return True",
			}), 1))
		}
		g.line("def tell(self): return repr(self)")
	})
	g.depth--
	g.line("except Exception as e:")
	g.line("    print(type(e).__name__, e)")
	g.line("    class %s(enum.Enum): RED = 1", name)
	for range g.some(6, 16) {
		use := g.fill(pick(g.r, []string{
			"list(N)", "N.RED", "N.GREEN.value", "N.BLUE.name", "N(1)", "N(A)", "N['RED']", "N[A]", "N.RED_TOO", "N.RED is N.RED_TOO", "N.RED == 1", "N.RED < N.GREEN", "N.RED | N.GREEN", "N.RED & N.BLUE", "~N.RED", "N.RED ^ N.GREEN", "N.RED + 1", "f'{N.RED}'", "f'{N.RED:>10}'", "format(N.GREEN, S)", "str(N.GREEN)", "'%s %r' % (N.RED, N.RED)", "len(N)", "N.RED in N", "A in N", "N.__members__", "isinstance(N.RED, int)", "hash(N.RED) == hash(N.RED)", "N.RED.m()", "N.RED.p", "N.RED.args", "N.nothing", "N.RED.nothing", "setattr(N, 'RED', 1)", "setattr(N.RED, 'value', 1)", "delattr(N, 'RED')", "sorted(N)", "bool(N.RED)", "N(3)", "N(0)", "N(7)", "N(-1)", "list(N(3))", "N.RED.GREEN", "json.dumps({'a': N.RED})", "{N.RED: 1}", "N.RED.__class__", "type(N)", "N", "dir(N)[:3]", "reversed(N)", "list(reversed(N))", "N.RED.tell()", "N.x", "copy.deepcopy(N.RED) is N.RED", "class_", "N()", "N('RED')", "iter(N)", "N.__call__(1)", "int(N.RED)", "operator.index(N.GREEN)", "max(N)", "enum.Enum('Q', {'a': 1})(1)",
		}), 1)
		g.show(strings.ReplaceAll(" "+use, "N", name)[1:])
	}
	g.line("try:")
	g.line("    class Sub(%s): NEW = 9", name)
	g.line("    print(list(Sub))")
	g.line("except Exception as e: print(type(e).__name__, e)")
}
