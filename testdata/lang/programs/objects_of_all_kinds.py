# Special methods, descriptors, inheritance, decorators, scopes and generators in one program.
import abc, asyncio, bisect, collections, contextlib, copy, dataclasses, enum, functools, heapq, inspect, io, itertools, json, logging, math, operator, random, re, string, sys, threading, time, traceback, types, typing, uuid, warnings, weakref
from typing import *
class Desc:
    def __get__(s, i, o): return ("get", i is None, o.__name__)
class Lazy:
    def __init__(s, f): s.f = f; functools.update_wrapper(s, f)
    def __set_name__(s, o, n): s.n = n
    def __get__(s, i, o=None):
        if i is None: return s
        v = i.__dict__[s.n] = s.f(i); print("computed", s.n); return v
class Base:
    d = Desc()
    @Lazy
    def big(self): "Big doc"; return [1] * 3
    def __init__(self, *a): self.a = a
    def __getattr__(self, n):
        if n.startswith("dyn_"): return lambda *x: (n, x)
        raise AttributeError(n)
    def __setattr__(self, n, v):
        if n == "ro": raise AttributeError("read only")
        super().__setattr__(n, v)
    def __delattr__(self, n): print("del", n); super().__delattr__(n)
    def __dir__(self): return ["zz", "aa"]
    def __enter__(self): return self
    def __exit__(self, *e): return e[0] is KeyError
    def __reversed__(self): return iter(self.a[::-1])
    def __length_hint__(self): return 3
    def __missing__(self, k): return k
    def __round__(self, n=None): return ("round", n)
    def __index__(self): return 2
    def __bytes__(self): return b"B"
    def __hash__(self): return 5
    def __eq__(self, o): return True
    def __instancecheck__(self, o): return True
    def __sizeof__(self): return 1
b = Base(1, 2); print(b.d, Base.d, b.big, b.big, Base.big.__doc__, b.dyn_x(1), dir(b), list(reversed(b)), round(b), round(b, 2), [1, 2, 3][b], bytes(b), {b: 1}[Base()], operator.index(b), hex(b), "ab" * b, isinstance(3, b), b == 5, b != 5, b.__class__.__name__)
for f in (lambda: b.nope, lambda: setattr(b, "ro", 1), lambda: delattr(b, "zip"), lambda: b + 1, lambda: b < 1, lambda: b[0], lambda: len(b), lambda: b(), lambda: next(b), lambda: iter(b)):
    try: print(f())
    except Exception as e: print(type(e).__name__, "|", e)
with b: raise KeyError
class Multi(dict):
    def __missing__(self, k): v = self[k] = []; return v
class L(list):
    def __getitem__(self, i): return super().__getitem__(i % len(self)) if isinstance(i, int) else super().__getitem__(i)
class S(str):
    def __new__(cls, v): return super().__new__(cls, v.strip())
    def __add__(self, o): return type(self)(str.__add__(self, o) + " ")
class I(int):
    def __add__(self, o): return I(int(self) + o)
    def __repr__(self): return f"I({int(self)})"
m = Multi(); m["a"].append(1); print(m, L([1, 2, 3])[7], L([1, 2])[::-1], S(" x ") + "y", type(S("a") + "b").__name__, I(3) + 4, I(3) * 2, sum([I(1), I(2)], I(0)))
class P:
    def who(self): return ["P"]
class Q(P):
    def who(self): return ["Q"] + super().who()
class R(P):
    def who(self): return ["R"] + super().who()
class T(Q, R):
    def who(self): return ["T"] + super().who()
print(T().who(), [c.__name__ for c in T.__mro__], super(Q, T()).who(), T.__bases__, T.mro()[1].__name__)
try: type("X", (P, Q), {})
except TypeError as e: print(e)
class Temp:
    def __init__(self, c=0): self._c = c
    @property
    def f(self): "Fahrenheit."; return self._c * 9 / 5 + 32
    @f.setter
    def f(self, v): self._c = (v - 32) * 5 / 9
    @f.deleter
    def f(self): self._c = None
t = Temp(100); print(t.f, Temp.f.__doc__, Temp.f.fget.__name__); t.f = 32; print(t._c); del t.f; print(t._c)
try: Temp().g = 1; Temp.f.__set__; object().q
except AttributeError as e: print(e, e.name, type(e.obj).__name__)
def deco(*da, **dk):
    def wrap(fn):
        @functools.wraps(fn)
        def inner(*a, **k): return (da, dk, fn(*a, **k))
        inner.calls = 0; return inner
    return wrap
@deco(1, k=2)
def add(a: int, b: int = 2, *, c=3) -> int:
    """Add."""
    return a + b + c
print(add(1), add.__name__, add.__doc__, add.__annotations__, add.__wrapped__.__defaults__, add.__wrapped__.__kwdefaults__, inspect.signature(add), add.__wrapped__.__code__.co_varnames, add.calls)
x = 10
class Scope:
    x = 5; ys = [x for _ in range(2)] if False else [x]; f = lambda self: x
    def g(self): return x
print(Scope.ys, Scope().f(), Scope().g())
def gen():
    try: r = yield 1; print("r", r); yield 2
    except GeneratorExit: print("ge"); raise
    finally: print("fin")
g = gen(); next(g); g.send("s"); g.close(); print(inspect.getgeneratorstate(g), list(g))
print([*map(lambda a, b: a + b, [1, 2], [3, 4])], list(filter(None, [0, 1, "", "a"])), dict(zip("ab", [1, 2])), sorted([(2, "b"), (1, "z"), (2, "a")], key=lambda p: (-p[0], p[1])), max("abc", key=lambda c: -ord(c)), min([], default=0), any(x > 2 for x in [1, 3]), all([]), sum([[1], [2]], []), list(enumerate("ab", 1)), [*range(10)][::-3], "abc"[-2:], divmod(7, 3), pow(2, 10, 1000), abs(-3), round(3.14159, 2), bin(5), chr(97), ord("a"), callable(print), id(1) == id(1), repr("a'b\"c"), ascii("é"), format(3, "03"), hash(1.0) == hash(1), list(iter(iter([1, 2, 0]).__next__, 0)), slice(1, 2), type(...).__name__, NotImplemented, [1, 2] < [1, 3], (1,) + (2,), {1, 2} ^ {2, 3}, {1} <= {1, 2}, {"a": 1} | {"b": 2}, 3 if None else 4, 1 < 2 == 2, not [] and 1, 5 or 1 / 0, 2 ** -1, 7 // 2, -7 // 2, 7 % -3, ~5, 5 & 3, 5 ^ 3, 1 << 4, 0.1 + 0.2, 1e3, float("nan") != float("nan"), int("0x1f", 0), "%r %s %5.1f|%-4d|" % ("a", 1, 2.25, 3), "a" in "abc", [1] is not [1], "x=%(x)s" % {"x": 1}, b"ab"[0], b"a" + b"b", "é".encode(), "a\tb".expandtabs(2), str(b"x"), "\N{BULLET}", "\u00e9", len("👍"), "ﬁ".casefold(), "Straße".upper().lower(), "a,b".split(","), " a b ".split(), "aXbX".replace("X", "-", 1), "abc".find("z"), "%c" % 65, "{:>{w}}".format(1, w=3))
print(f"{3.0!r} {1_000_000:,} {'é':>3}|{b=!s}" if False else f"{3.0!r} {1_000_000:,} {'é':>3}|", end="\n\n", sep=""); print("a", "b", sep="-", end="!\n", file=sys.stdout, flush=True)
