"""Event-sourced state machine, LRU cache, trie, graph algorithms, matrix, text table: classic OO code."""
from __future__ import annotations
import enum, functools, heapq, abc, sys, json, io
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import Callable, Iterator, Generic, TypeVar
K = TypeVar("K"); V = TypeVar("V")
class LRU(Generic[K, V]):
    class _Node:
        __slots__ = ("k", "v", "prev", "next")
        def __init__(self, k=None, v=None): self.k, self.v, self.prev, self.next = k, v, None, None
    def __init__(self, cap: int): self.cap, self.map = cap, {}; self.head, self.tail = self._Node(), self._Node(); self.head.next, self.tail.prev = self.tail, self.head; self.hits = self.misses = 0
    def _unlink(self, n): n.prev.next, n.next.prev = n.next, n.prev
    def _front(self, n): n.next, n.prev = self.head.next, self.head; n.next.prev = self.head.next = n
    def __getitem__(self, k: K) -> V:
        try: n = self.map[k]
        except KeyError: self.misses += 1; raise KeyError(f"miss: {k!r}") from None
        self.hits += 1; self._unlink(n); self._front(n); return n.v
    def __setitem__(self, k, v):
        if k in self.map: self._unlink(self.map[k])
        n = self.map[k] = self._Node(k, v); self._front(n)
        if len(self.map) > self.cap: old = self.tail.prev; self._unlink(old); del self.map[old.k]
    def __iter__(self):
        n = self.head.next
        while n is not self.tail: yield n.k; n = n.next
    def __repr__(self): return f"{self.__class__.__qualname__}[{', '.join(map(repr, self))}]"
c = LRU(2); c["a"] = 1; c["b"] = 2; c["a"]; c["c"] = 3; print(c, c.hits)
try: c["b"]
except KeyError as e: print(e, e.__cause__, e.__suppress_context__)
class Light(enum.Enum):
    RED = ("r", 3); GREEN = ("g", 2); YELLOW = ("y", 1)
    def __init__(self, code, secs): self.code, self.secs = code, secs
    def next(self): m = list(type(self)); return m[(m.index(self) + 1) % len(m)]
    def __str__(self): return f"{self.name.title()}({self.secs}s)"
l = Light.RED
for _ in range(4): print(l, end=" "); l = l.next()
print(Light["GREEN"], Light(("y", 1)), repr(Light.RED), [m.code for m in Light], Light.RED in Light, len(Light))
class Perm(enum.Flag):
    R = enum.auto(); W = enum.auto(); X = enum.auto(); RW = R | W
print(Perm.R | Perm.X, Perm.RW, ~Perm.R, Perm.R in Perm.RW, bool(Perm.R & Perm.W), list(Perm.RW), Perm(5), Perm(0), Perm.RW.value)
for bad in (lambda: Light("zz"), lambda: Light["NO"], lambda: Perm(99), lambda: setattr(Light, "RED", 1), lambda: Light.RED < Light.GREEN, lambda: enum.Enum("E", "A A"), lambda: Light.RED.foo, lambda: enum.unique(enum.Enum("D", [("A", 1), ("B", 1)]))):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
class FSM:
    def __init__(self): self.state = "idle"; self.log = []
    table: dict = {}
    @classmethod
    def on(cls, state, event, to):
        def deco(f): cls.table[state, event] = (f, to); return f
        return deco
    def fire(self, event, *a, **k):
        match self.table.get((self.state, event)):
            case None: raise RuntimeError(f"no transition from {self.state!r} on {event!r}")
            case (fn, str() as to): self.log.append((self.state, event, to)); r = fn(self, *a, **k); self.state = to; return r
@FSM.on("idle", "start", "running")
def _start(self, n=1): return f"started {n}"
@FSM.on("running", "stop", "idle")
def _stop(self): return "stopped"
m = FSM(); print(m.fire("start", n=3), m.state, m.fire("stop"), m.log)
try: m.fire("stop")
except RuntimeError as e: print(e)
class Trie:
    def __init__(self, words=()): self.kids = defaultdict(Trie); self.end = False; [self.add(w) for w in words]
    def add(self, w): n = functools.reduce(lambda t, ch: t.kids[ch], w, self); n.end = True
    def words(self, prefix="") -> Iterator[str]:
        if self.end: yield prefix
        for ch in sorted(self.kids): yield from self.kids[ch].words(prefix + ch)
    def __contains__(self, w):
        n = self
        for ch in w:
            if ch not in n.kids: return False
            n = n.kids[ch]
        return n.end
t = Trie("tea ten to inn in".split()); print(list(t.words()), "te" in t, "ten" in t)
G = {"a": {"b": 7, "c": 3}, "b": {"d": 2}, "c": {"b": 1, "d": 8}, "d": {}}
def dijkstra(g, s):
    dist, prev, pq = {s: 0}, {}, [(0, s)]
    while pq:
        d, u = heapq.heappop(pq)
        if d > dist[u]: continue
        for v, w in g[u].items():
            if (nd := d + w) < dist.get(v, float("inf")): dist[v], prev[v] = nd, u; heapq.heappush(pq, (nd, v))
    return dist, prev
def topo(g):
    deg = defaultdict(int); [deg.__setitem__(v, deg[v] + 1) for u in g for v in g[u]]; q = deque(u for u in g if not deg[u]); out = []
    while q:
        out.append(u := q.popleft())
        for v in g[u]:
            deg[v] -= 1
            if not deg[v]: q.append(v)
    return out
print(dijkstra(G, "a"), topo(G))
class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    @classmethod
    def identity(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    def __matmul__(self, o): return type(self)([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __pow__(self, n, mod=None):
        r, b = self.identity(len(self.rows)), self
        while n: 
            if n & 1: r = r @ b
            b @= b; n >>= 1
        return r
    def __getitem__(self, ij): i, j = ij; return self.rows[i][j]
    def __eq__(self, o): return self.rows == o.rows
    def __str__(self): w = max(len(str(x)) for r in self.rows for x in r); return "\n".join(" ".join(f"{x:>{w}}" for x in r) for r in self.rows)
print(Matrix([[1, 1], [1, 0]]) ** 30, (Matrix([[1, 1], [1, 0]]) ** 10)[0, 1], sep="\n")
def table(rows, headers):
    widths = [max(map(len, map(str, col))) for col in zip(headers, *rows)]
    yield " | ".join(f"{h:^{w}}" for h, w in zip(headers, widths)); yield "-+-".join("-" * w for w in widths)
    for r in rows: yield " | ".join(f"{x:<{w}}" if isinstance(x, str) else f"{x:>{w}.2f}" if isinstance(x, float) else f"{x!s:>{w}}" for x, w in zip(r, widths))
print(*table([("apple", 3, 1.5), ("fig", None, 22.25)], ["name", "qty", "price"]), sep="\n")
@functools.lru_cache(maxsize=3)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(50), fib.cache_info(), fib.cache_parameters(), fib.__wrapped__.__name__); fib.cache_clear(); print(fib.cache_info())
def flatten(x):
    for y in x:
        if isinstance(y, (list, tuple)): yield from flatten(y)
        else: yield y
def averager():
    total = n = 0; avg = None
    while (x := (yield avg)) is not None: total += x; n += 1; avg = total / n
    return total, n
def collect():
    while True: r = yield from averager(); print("got", r)
print(list(flatten([1, [2, (3, [4])], []]))); a = collect(); next(a); print(a.send(10), a.send(20)); a.send(None); a.close()
gen = averager(); next(gen); gen.send(1)
try: gen.send(None)
except StopIteration as e: print(e.value)
try: gen.throw(ValueError("dead"))
except ValueError as e: print(e)
x, *y, (z, *_), = 1, 2, 3, (4, 5); print(x, y, z, [*range(2), *"ab"], {**{"a": 1}, "b": 2}, (lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, q=4), [i if i % 2 else -i for i in range(4) if i], {i: j for i, j in zip("ab", range(2))}, {len(w) for w in ["a", "bb", "cc"]}, not 1 < 2 < 3, 1 if [] else 2, "a" "b", 0xff, 1_000, b"\x00a", r"\n", f"{x!r:>3}{y=}{'nested ' + f'{z}'}")
def outer():
    n = 0
    def inc(): nonlocal n; n += 1; return n
    return inc
i = outer(); print(i(), i(), i.__closure__[0].cell_contents, outer.__name__, i.__qualname__)
for n in range(2, 6):
    for k in range(2, n):
        if n % k == 0: print(n, "=", k, "*", n // k); break
    else: print(n, "prime")
try:
    try: raise ExceptionGroup("eg", [ValueError(1), TypeError("t"), ExceptionGroup("in", [OSError(2, "no"), ValueError(3)])])
    except* ValueError as e: print("V", e.exceptions, e.derive([KeyError()]))
    except* OSError as e: print("O", repr(e))
except ExceptionGroup as e: print("rest", e, e.exceptions, e.split(TypeError))
