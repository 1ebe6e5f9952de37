# What sets make with the views of dicts, and what is left of a set when an iterable fails.
import itertools


class Mine(set):
    pass


keys = {1: "a", 2: "b"}.keys()
for s in ({1, 3}, frozenset({1, 3}), Mine({1, 3})):
    for f in (lambda: s | keys, lambda: s & keys, lambda: s - keys, lambda: s ^ keys,
              lambda: keys | s, lambda: keys & s, lambda: keys - s, lambda: keys ^ s):
        print(type(f()).__name__, sorted(f()))
for name in ("difference_update", "update", "intersection_update", "symmetric_difference_update",
             "difference", "union", "intersection", "symmetric_difference"):
    s = {3, 1, "x", 5}
    for other in (itertools.takewhile(int, [7, 3, 1, "x", 5]), [5, [], 8]):
        try:
            print(name, getattr(s, name)(other))
        except Exception as e:
            print(name, type(e).__name__, e, sorted(s, key=str))
