import collections, collections.abc, types
class A2(collections.OrderedDict): pass
class A4(A2, collections.abc.Sequence): pass
o = A4()
o[0] = 'aXbXc'
print(list(o), len(o), [x for x in o], tuple(o))
try: print(repr(''.join(o)))
except TypeError as e: print(e)
class A5(dict, collections.abc.Sequence): pass
o = A5({0: 1})
try: print(repr(''.join(o)))
except TypeError as e: print(e)
match o:
    case [x]: print('seq', x)
    case {0: y}: print('map', y)
print(list(reversed(o)), o.index(1) if 1 in o.values() and False else '')
print(sorted(o), sum(o), max(o), dict(o), [*o], {*o})
a, = o; print(a)
from collections.abc import Sequence, Mapping, MutableSequence, MutableMapping
class R1: pass
class R2(R1): pass
class R3(dict): pass
class R4(list): pass
Sequence.register(R1); Mapping.register(R4); MutableSequence.register(R3)
class R5(R1, dict): pass
class R6(dict, R1): pass
class S1(str, Sequence): pass
class S2(str): pass
class M1(Mapping):
    def __getitem__(s, k): return 1
    def __iter__(s): return iter('a')
    def __len__(s): return 1
class M2(M1, list): pass
class M3(list, M1): pass
class F:
    __abc_tpflags__ = 32
import abc
class F2(abc.ABC):
    __abc_tpflags__ = 64
    def keys(s): return []
class F3(F2, list): pass
R3.__len__ = lambda s: 1
for c in R1, R2, R3, R4, R5, R6, S1, S2, M1, M2, M3, F, F2, F3, list, tuple, dict, collections.deque, collections.OrderedDict, collections.Counter, collections.ChainMap, collections.UserDict, collections.UserList, collections.UserString, lambda: range(0), lambda: types.MappingProxyType({}), lambda: {}.keys(), lambda: b'', lambda: collections.namedtuple('N', '')():
    out = []
    o = c() if c is not collections.UserString else c('')
    try:
        match o:
            case {}: out.append('map')
    except Exception as e: out.append(type(e).__name__)
    try:
        match o:
            case [*_]: out.append('seq')
    except Exception as e: out.append(type(e).__name__)
    print(getattr(c, '__name__', c), out)
print(hasattr(Sequence, '__abc_tpflags__'), hasattr(F, '__abc_tpflags__'), hasattr(F2, '__abc_tpflags__'), hasattr(Mapping, '__abc_tpflags__'))
