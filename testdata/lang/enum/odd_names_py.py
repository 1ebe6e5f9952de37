# Which names of an enum its functional form takes, and what it makes of odd ones.
import enum
def t(f):
    try: r = f(); print(r, list(r) if isinstance(r, type) else '')
    except Exception as e: print(type(e).__name__, e)
t(lambda: enum.Enum('En', ((1, 2), (3,))))
t(lambda: enum.Enum('En', [('a', 2), ('b', 3)]))
t(lambda: enum.Enum('En', [(1, 2)]))
t(lambda: enum.Enum('En', [([], 2)]))
t(lambda: enum.Enum('En', [(b'abcdefgh', 2)]))
t(lambda: enum.Enum('En', {'a': 1}))
t(lambda: enum.Enum('En', {1: 1}))
t(lambda: enum.Enum('En', 5))
t(lambda: enum.Enum('En', ['a', 5]))
t(lambda: enum.Enum('En', [(1.5, 5)]))
t(lambda: enum.Enum('En', [(None, 5)]))
t(lambda: enum.Enum('En', [((1,2,3,4,5,6,7), 5)]))
t(lambda: enum.Enum('En', ('a', 'b'), start=None))
t(lambda: enum.Enum(5, 'a'))
t(lambda: enum.Enum('En', 'a', type=int, start=5))
t(lambda: enum.Enum('En', 'a', type=5))
t(lambda: enum.Enum('En', ('mro',)))
t(lambda: enum.Enum('En', ('_x_',)))
t(lambda: enum.Enum('En', ('__x__',)))
t(lambda: enum.Enum('En', ('_En__x',)))
t(lambda: enum.Enum('En', ('_En__x__',)))
t(lambda: enum.Enum('En', ('',)))
t(lambda: enum.Enum('_En', ('__En__x',)))
t(lambda: enum.Enum('En', ('a','a')))
t(lambda: enum.Enum('En', range(3)))
t(lambda: enum.Enum('En', None))
t(lambda: enum.Enum('En'))
class _P(enum.Enum):
    __x = 1
    _P__y = 2
    _z = 3
t(lambda: _P)
class Q_(enum.Enum):
    __x = 1
    __w__ = 5
    a = 2
t(lambda: Q_)
