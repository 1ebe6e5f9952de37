# What in the body of an enumeration becomes a member, and what does not.
import collections
import enum
import functools


def show(what, f):
    try:
        print(what, f())
    except Exception as e:
        print(what, type(e).__name__, e)


class Anything:
    def __getattr__(self, name): return name
    def __repr__(self): return 'anything'


class Getter:
    def __get__(self, obj, cls): return 'got'


Pair = collections.namedtuple('Pair', 'x y')


class Bodies(enum.Enum):
    A = 1
    B = Anything()
    C = Getter
    D = Getter()
    E = len
    F = functools.partial(len, 'ab')
    G = enum.member(len)
    H = enum.nonmember(5)
    _repr_html_ = 'html'
    __private = 'private'
    __kept__ = 'dunder'
    _Bodies__ = 'short'
    _Bodies__long__ = 'long'
    class Inner: pass
    class XBodies: pass


print(list(Bodies.__members__.items()))
show('inner', lambda: Bodies.Inner.__name__)
show('private', lambda: Bodies._Bodies__private)
show('html', lambda: Bodies._repr_html_)


class Autos(enum.Enum):
    I = enum.member(enum.auto())
    J = Pair(enum.auto(), 'j')
    K = (enum.auto(), enum.auto())
    L = enum.auto()


print(list(Autos))


class _Under(enum.Enum):
    __x = 1
    A = 2


print(list(_Under.__members__))
show('elsewhere', lambda: enum.Enum('Sub', {'A': Bodies.Inner, 'B': Getter}).__members__)
for names in ['a b', 'a,b', ['a', 'b'], ('a', 'b'), {'a': 1}, [('a', 1)], [('a', 1), ('a', 2)], [], '', None, 5, 'ab', ['a', 1], [1, 'a'], [()],
              [(1, 2)], [(1, 2), ()], [('a',)], [('a', 1, 2)], 'a a', '1', 'mro', '_x_', '__x__', ((1, 2), ()), {1: 2}, {'a'}, iter('ab'), iter(['ab', 'cd']),
              [(None, 1)], [([], 1)], ['_repr_x_'], [('a', enum.auto())], [b'a'], b'ab', [['a', 1]], 'x=1', range(2)]:
    for kind in enum.Enum, enum.IntFlag:
        show(f'{kind.__name__} {names if not hasattr(names, "__next__") else "iterator"}', lambda: list(kind('En', names).__members__.items()))
