import collections, copy, itertools, functools, dataclasses, math, sys, traceback, warnings
from collections import Counter, OrderedDict
c = Counter("abracadabra")
for n in (-1, -5, 0, None, 2, 100, True):
    print(n, c.most_common(n))
try: c.most_common("x")
except TypeError as e: print(e)
try: c.most_common(1.5)
except TypeError as e: print(e)
o = OrderedDict(a=1, b=2)
for k, l in ((None, True), ("a", None), ("a", 0), ("b", "x"), ([], True), ("zz", False)):
    try:
        print(o.move_to_end(k, l), o)
    except Exception as e: print(type(e).__name__, e)
o[None] = 3
o.move_to_end(None, last=False); print(o)
for a in ([None], [], [None, 1]):
    for kw in ({}, {"initial": None}, {"initial": 0}):
        try: print(list(itertools.accumulate(a, **kw)))
        except TypeError as e: print(e)
try: print(list(itertools.accumulate([None, None, 3], lambda a, b: (a, b))))
except TypeError as e: print(e)
print(list(itertools.accumulate([1, 2, 3], lambda a, b: None)), list(itertools.accumulate([1, 2], None)))
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__, e)
def d1():
    @dataclasses.dataclass(order=True)
    class A:
        x: int
        def __lt__(self, o): return True
def d2():
    @dataclasses.dataclass(unsafe_hash=True)
    class A:
        x: int
        def __hash__(self): return 1
def d3():
    @dataclasses.dataclass(unsafe_hash=True, order=True)
    class A:
        x: int
        def __hash__(self): return 1
        def __gt__(self, o): return True
def d4():
    @dataclasses.dataclass(frozen=True)
    class A:
        x: int
        def __setattr__(self, n, v): return 1
def d5():
    @dataclasses.dataclass(frozen=True, order=True, unsafe_hash=True)
    class A:
        x: int
        def __delattr__(self, n): return 1
        def __ge__(self, n): return 1
        def __hash__(self): return 1
def d6():
    @dataclasses.dataclass(order=True, eq=False)
    class A: x: int
def d7():
    @dataclasses.dataclass(slots=True)
    class A:
        __slots__ = ("x",)
        x: int
for d in (d1, d2, d3, d4, d5, d6, d7): attempt(d)
warnings.simplefilter("always")
warnings.showwarning = lambda m, c, f, l, *a: print(f"{c.__name__}: {m} {l}")
class P:
    def m(self, *a): return (self, a)
    p = functools.partial(lambda *a: a, 1)
    q = functools.partialmethod(m, 5)
x = P()
print(x.p(2), P.p(3), x.q(1)[1])
x.p
getattr(x, "p")
x.z = functools.partial(print, "inst"); x.z()
class Q(P): pass
print(Q().p(1))
