# What functions of modules make of odd arguments.
import collections
import functools
import itertools
import math
import operator
import string
import types


class Index:
    def __index__(self):
        return 1


class Failing:
    def __index__(self):
        raise KeyError("no index")


P = collections.namedtuple("P", "x y")
p = P(1, 2)
proxy = types.MappingProxyType({1: 2})
counter = collections.Counter(a=2, b=0, c=-1, d=1)


def in_place():
    global proxy
    proxy |= {3: 4}


for f in (lambda: math.sumprod([1, "a"], [2, 3, 4]), lambda: math.sumprod(["a"], [1, 2]), lambda: math.sumprod([1], [1, 2]),
          lambda: math.sumprod([1, 2], ["a"]), lambda: math.sumprod([1.5, 2], [2, 2]),
          lambda: itertools.islice([1], Failing()), lambda: list(itertools.islice([1, 2], Index())),
          lambda: itertools.islice([1], Failing(), None), lambda: operator.length_hint([], 10**30),
          lambda: operator.length_hint([1], Index()), lambda: functools.lru_cache(Index()), lambda: functools.lru_cache(Failing()),
          lambda: functools.lru_cache("a"), lambda: functools.lru_cache(-1)(len).cache_info().maxsize,
          lambda: functools.cached_property(5), lambda: functools.cached_property(None), lambda: string.capwords(b"a"),
          lambda: collections.deque([1], Index()), lambda: collections.deque([1], True), lambda: collections.deque(5, "a"),
          lambda: P._make(), lambda: P._make([1], 2), lambda: p._asdict(1), lambda: p._replace(1), lambda: p.__repr__(1),
          lambda: P._replace(), lambda: P._make(iterable=[7, 8]), lambda: in_place(), lambda: proxy.__ior__({}),
          lambda: counter.__delitem__(), lambda: type(counter.elements()), lambda: list(counter.elements()),
          lambda: list(collections.Counter(a="x").elements())):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
