import collections, heapq
class N:
    def __init__(self, *log): self.v = log[0]
    def __lt__(self, o): print("lt", self.v, o.v); return self.v < o.v
    def __gt__(self, o): print("gt", self.v, o.v); return self.v > o.v
    def __le__(self, o): print("le", self.v, o.v); return self.v <= o.v
    def __ge__(self, o): print("ge", self.v, o.v); return self.v >= o.v
    def __eq__(self, o): print("eq", self.v, o.v); return self.v == o.v
    def __hash__(self): return hash(self.v)
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
c = collections.Counter({"k": [], "n": {}, "o": 3})
for n in (None, 0, 1, 2, 3, 4, -1, 1.0, 1.5, 2.5, True, (), "a", False):
    show(lambda: c.most_common(n))
for xs in ([3, 1, 2], [2, 2, 1, 3, 0], [5, 4, 3, 2, 1, 0]):
    for n in (1, 2, 3, -1):
        for f in (heapq.nlargest, heapq.nsmallest):
            print(f.__name__, n, [v.v for v in f(n, list(map(N, xs)))])
            print([v for v in f(n, xs, key=N)])
            print([v.v for v in f(n, iter(list(map(N, xs))))])
            print([v for v in f(n, iter(xs), key=N)])
print([v.v for v in heapq.merge(map(N, [1, 4, 6]), map(N, [2, 3, 9]))])
print([v.v for v in heapq.merge(map(N, [6, 4, 1]), map(N, [9, 3, 2]), reverse=True)])
print([v for v in heapq.merge([1, 4, 6], [2, 3, 9], key=N)])
