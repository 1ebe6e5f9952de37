# How often caches, counters and sets ask a key for its hash, and what a derived set shows.
from collections import Counter
from functools import cache, lru_cache


class Key:
    asked = 0

    def __hash__(self):
        Key.asked += 1
        return 1


def asked(what, f):
    Key.asked = 0
    f()
    print(what, Key.asked)


key = Key()


@lru_cache
def bounded(x):
    return x


@cache
def unbounded(x, y):
    return x


for turn in "first", "second":
    asked(f"lru_cache, {turn} time", lambda: bounded(key))
    asked(f"cache, {turn} time", lambda: unbounded(key, y=key))
print(bounded.cache_info(), unbounded.cache_info())
asked("Counter", lambda: Counter([key, key]))
asked("update", lambda: Counter().update([key]))


class Sorted(set):
    def __iter__(self):
        return iter(sorted(super().__iter__(), reverse=True))


print(Sorted([2, 1, 3]), list(Sorted([2, 1, 3])), Sorted())


class Versioned:
    @classmethod
    @property
    def version(cls):
        return cls.__name__


print(Versioned.version)
