# Builtins name the parameter that is nearest to a keyword which they do not have.
import bisect
import collections
import functools
import itertools
import math
import re
import types

for f in (lambda: "a b".split(step=1), lambda: "a".rsplit(maxsplits=1), lambda: b"a".hex(step=1), lambda: "a".encode(error="x"),
          lambda: zip([1], string=1), lambda: math.nextafter(1, 2, step=1), lambda: itertools.accumulate([1], iterables=1),
          lambda: itertools.count(sep=1), lambda: itertools.count(nothing=1), lambda: functools.lru_cache(tabsize=1),
          lambda: functools.wraps(signed=1), lambda: re.sub(strict=1), lambda: re.search("a", strings="a"),
          lambda: collections.deque(iterables=1), lambda: collections.namedtuple("P", "x", default=1),
          lambda: collections.OrderedDict.fromkeys("a", iterables=1), lambda: sorted([1], keys=len), lambda: print(1, seq=2),
          lambda: open_(1), lambda: types.MappingProxyType({}, key=1), lambda: types.MappingProxyType(),
          lambda: types.MappingProxyType(1, 2, 3), lambda: types.MappingProxyType(mapping={}), lambda: int("1", bas=2),
          lambda: enumerate([1], begin=1), lambda: sum([1], star=2), lambda: round(1.5, ndigit=1), lambda: [1].sort(keys=len),
          lambda: max([1], keys=len), lambda: bisect.bisect([1], 1, hi="a"), lambda: bisect.bisect([1], 1, low=1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
