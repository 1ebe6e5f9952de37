# What is asked for its length before its items are collected.
import operator, itertools, collections, heapq, math, bisect, json, random
class A:
    def __init__(self, h): self.h = h
    def __iter__(self): print('iter', end=' '); return iter([3, 1, 2])
    def __length_hint__(self):
        print('hint', end=' ')
        if isinstance(self.h, Exception): raise self.h
        return self.h
class L(A):
    def __len__(self): print('len', end=' '); return -3
class M(A):
    def __len__(self): print('len', end=' '); raise TypeError('x')
class It(A):
    def __iter__(self): return self
    n = 0
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
class S(str):
    def __len__(self): return -3
class Li(list):
    def __len__(self): print('len', end=' '); return -3
class Di(dict):
    def __len__(self): print('len', end=' '); return -3
def f(*a): return a
uses = dict(list=list, tuple=tuple, set=set, frozenset=frozenset, sorted=sorted, sum=sum, max=max, dict=lambda x: dict(zip(x, x)), fromkeys=dict.fromkeys, star=lambda x: f(*x), star2=lambda x: f(1, *x), disp=lambda x: [*x], disp2=lambda x: (*x,), unpack=lambda x: (lambda a, *b: b)(*x), ext=lambda x: [].extend(x), iadd=lambda x: operator.iadd([], x), slice=lambda x: [1].__setitem__(slice(0, 1), x), comp=lambda x: [y for y in x], map=lambda x: list(map(str, x)), zip=lambda x: list(zip(x)), enum=lambda x: list(enumerate(x)), join=lambda x: ''.join(x), bytes=bytes, deque=collections.deque, counter=collections.Counter, prod=lambda x: list(itertools.product(x)), perm=lambda x: list(itertools.permutations(x, 1)), comb=lambda x: list(itertools.combinations(x, 1)), chain=lambda x: list(itertools.chain(x)), cycle=lambda x: next(itertools.cycle(x)), tee=lambda x: itertools.tee(x) and 0, heapify=heapq.nlargest.__call__ and (lambda x: heapq.nlargest(2, x)), merge=lambda x: list(heapq.merge(x)), fsum=math.fsum, mprod=math.prod, reversed=lambda x: list(reversed(x)), all=all, any=any, in_=lambda x: 9 in x, hint=operator.length_hint, hint2=lambda x: operator.length_hint(x, 7), filter=lambda x: list(filter(None, x)), islice=lambda x: list(itertools.islice(x, 2)), dup=lambda x: {}.update(x), fmt=lambda x: '%s' % (x and 1), sample=lambda x: random.choices(x), dist=lambda x: math.dist(x, x))
for n, u in uses.items():
    for o in A(3), A(-1), A('x'), A(None), A(NotImplemented), A(ValueError('v')), A(TypeError('t')), L(1), M(1), M(TypeError()), M(-1), It(2), It('z'), S('ab'), Li([1, 2]), Di(a=1):
        try: print(n, type(o).__name__, u(o))
        except Exception as e: print(n, type(o).__name__, type(e).__name__, e)
def g(x):
    a, *b = x
    return b
def h(x):
    a, b, c = x
    return b
for u in g, h:
    for o in A(3), A('x'), It(2), It('z'), S('ab'), Li([1, 2]):
        try: print(type(o).__name__, u(o))
        except Exception as e: print(type(o).__name__, type(e).__name__, e)
