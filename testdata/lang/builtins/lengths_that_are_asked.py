import operator, collections, itertools, json, heapq, math, asyncio, random
class N:
    def __getitem__(self, k):
        if k > 2: raise IndexError
        return "abc"[k]
    def __len__(self): return -2
class I:
    def __iter__(self): return iter("ab")
    def __len__(self): return -2
class H:
    def __iter__(self): return self
    def __next__(self): raise StopIteration
    def __length_hint__(self): return -2
class T:
    def __iter__(self): return iter("ab")
    def __len__(self): return "x"
class L:
    def __iter__(self): return iter("ab")
    def __len__(self): raise KeyError("len")
class M:
    def __iter__(self): return iter("ab")
    def __len__(self): raise TypeError("len")
class B:
    def __iter__(self): return iter("ab")
    def __length_hint__(self): return "many"
class K:
    def __iter__(self): return iter("ab")
    def __length_hint__(self): raise TypeError("no idea")
class Q:
    def __iter__(self): return iter("ab")
    def __length_hint__(self): raise ValueError("no idea")
def f(*a): return a
def sl(o):
    x = [1, 2, 3]
    x[:1] = o
    return x
def sl2(o):
    x = [1, 2, 3, 4]
    x[::2] = o
    return x
def ext(o):
    x = [1]
    x.extend(o)
    return x
def iadd(o):
    x = [1]
    x += o
    return x
def unpack(o):
    a, *b = o
    return a, b
def unpack2(o):
    a, b = o
    return a, b
def dup(o):
    d = collections.deque()
    d.extend(o)
    return d
def yf(o):
    yield from o
calls = [list, tuple, "".join, sorted, lambda o: sorted(set(o)), lambda o: sorted(frozenset(o)), dict.fromkeys, lambda o: f(*o), lambda o: [*o], lambda o: (*o,), sl, sl2, ext, iadd, unpack, unpack2,
    collections.deque, dup, collections.Counter, lambda o: list(zip(o)), lambda o: list(map(str, o)), lambda o: list(enumerate(o)), max, min, lambda o: sum(o, ""), any, all, lambda o: "a" in o, lambda o: list(filter(None, o)), bytes,
    lambda o: list(reversed(o)), lambda o: list(itertools.chain(o)), lambda o: list(itertools.product(o)), lambda o: list(itertools.permutations(o)), lambda o: list(itertools.combinations(o, 2)), lambda o: next(itertools.cycle(o)), lambda o: math.prod(o), lambda o: heapq.nlargest(2, o), lambda o: random.sample(o, 1), lambda o: random.choice(o), lambda o: list(heapq.merge(o)), lambda o: list(yf(o)), lambda o: "%s" % (*o,), lambda o: "a".startswith(tuple(o)), lambda o: list(itertools.combinations_with_replacement(o, 2)), bool, len, lambda o: list(itertools.islice(o, 1)), lambda o: str(type(iter(o)).__name__), lambda o: dict(o), lambda o: operator.length_hint(o), lambda o: list(itertools.starmap(f, o)), lambda o: "x".join(str(c) for c in o), lambda o: list(itertools.accumulate(o)), lambda o: b"".join(o), lambda o: o == o, lambda o: list(itertools.batched(o, 2)), lambda o: json.dumps(list(o)), lambda o: print(*o), lambda o: range(3)[o]]
for i, call in enumerate(calls):
    for cls in (N, I, H, T, L, M, B, K, Q):
        try:
            print(i, cls.__name__, call(cls()))
        except Exception as e:
            print(i, cls.__name__, type(e).__name__, e)
import collections.abc
class S(collections.abc.Sequence):
    def __getitem__(self, k): return range(9)[k]
    def __len__(self): return 9
print(random.sample(S(), 3))
class R(N):
    def __len__(self): return 3
try: random.sample(R(), 2)
except TypeError as e: print(e)
collections.abc.Sequence.register(R)
print(random.sample(R(), 2))
for x in ([1, 2], (1, 2), "ab", b"ab", range(3), collections.deque([1, 2]), collections.UserList([1, 2]), {1: 2}, {1, 2}, memoryview(b"ab") if "memoryview" in dir() else b"ab"):
    try: print(random.sample(x, 2))
    except TypeError as e: print(e)
