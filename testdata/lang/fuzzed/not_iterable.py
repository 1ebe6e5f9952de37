# How functions word it that an argument is not iterable, and other errors of theirs.
import enum, math, itertools, collections
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e, repr(e.__context__))
class N(enum.Enum): pass
class M(N): A=1
t(lambda: N()); t(lambda: N(1)); t(lambda: N('X')); t(lambda: N('X', '')); t(lambda: N('X', names=())); t(lambda: N(type=int)); t(lambda: M()); t(lambda: N(value='q')); t(lambda: enum.Enum()); t(lambda: enum.Enum(1)); t(lambda: N(names='a')); t(lambda: N('X', 'a b', 3)); t(lambda: M(1, names='b')); t(lambda: M(names='b'))
t(lambda: N(x=1)); t(lambda: M(value=1)); t(lambda: M(1, x=2))
for s in (True, False, 1, 2, 1.0, 0): t(lambda: itertools.count(1e16, s)); t(lambda: itertools.count(5, s)); t(lambda: itertools.count(True, s))
t(lambda: math.ulp(float('-inf')))
for a in (range(3), [1], {}, collections.OrderedDict(), b'x', iter([]), memoryview(b'x') if 0 else 1, type('S',(),{'__getitem__': lambda s,k: k})(), type('T2',(tuple,),{})((1,)), list, enum.Enum, M):
    t(lambda: ('a' % a)); t(lambda: '%(x)s' % a); t(lambda: (b'a' % a))
t(lambda: super(int, 1, 2)); t(lambda: super(1)); t(lambda: super(x=1)); t(lambda: super(int, 1, 2, 3)); t(lambda: super(int, 1, x=2)); t(lambda: super(int, 'x'))
class Bad:
    def __iter__(self): return self
class Bad2:
    def __iter__(self): raise TypeError('mine')
class Bad3:
    def __iter__(self): raise ValueError('mine')
for b in (Bad, Bad2, Bad3): t(lambda: ''.join(b())); t(lambda: b''.join(b())); t(lambda: list(b())); t(lambda: [].extend(b())); t(lambda: dict(b())); t(lambda: dict.fromkeys(b())); t(lambda: tuple(b())); t(lambda: [*b()]); t(lambda: print(*b())); t(lambda: set(b())); t(lambda: zip(b())); t(lambda: zip([1], b())); t(lambda: map(str, b())); t(lambda: sorted(b())); t(lambda: sum(b())); t(lambda: min(b())); t(lambda: enumerate(b())); t(lambda: 1 in b()); t(lambda: (lambda a, c: 0)(*b())); t(lambda: ''.startswith(b())); t(lambda: dict([b()])); t(lambda: {}.update([b()])); t(lambda: itertools.chain.from_iterable([b()]).__next__())
