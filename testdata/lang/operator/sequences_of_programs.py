# + and * of classes derived from sequences: the methods that a class defines are
# asked before a sequence's own, which it has as long as it does not define them.
import collections
import operator


def show(what, f, *args):
    try:
        v = f(*args)
        print(f'  {what}: {type(v).__name__} {v!r}')
    except TypeError as e:
        print(f'  {what}: {e}')


def refuses(self, other):
    return NotImplemented


def names(self, other):
    return type(other).__name__


def iadd(x, y):
    x += y
    return x


def imul(x, y):
    x *= y
    return x


bodies = {
    'Refuses': dict(__add__=refuses, __mul__=refuses, __rmul__=refuses),
    'RefusesMul': dict(__mul__=refuses),
    'RefusesRmul': dict(__rmul__=refuses),
    'RefusesInPlace': dict(__iadd__=refuses, __imul__=refuses),
    'RefusesRadd': dict(__radd__=refuses),
    'NoInPlace': dict(__iadd__=None, __imul__=None),
    'NoOperators': dict(__add__=None, __mul__=None),
    'Names': dict(__add__=names, __radd__=names, __mul__=names, __rmul__=names),
}
for base, items in (list, [1]), (tuple, (1,)), (str, 'a'), (bytes, b'a'), (collections.deque, [1]):
    for name, body in bodies.items():
        class_ = type(name, (base,), body)
        print(base.__name__, name)
        x, y, plain = (lambda: class_(items)), class_(items), base(items)
        show('x + plain', lambda: x() + plain)
        show('plain + x', lambda: plain + x())
        show('x + x', lambda: x() + y)
        show('x + 5', lambda: x() + 5)
        show('x * 2', lambda: x() * 2)
        show('2 * x', lambda: 2 * x())
        show('x * 1.5', lambda: x() * 1.5)
        show('1.5 * x', lambda: 1.5 * x())
        show("'ab' * x", lambda: 'ab' * x())
        show('x * x', lambda: x() * y)
        show('x += plain', lambda: iadd(x(), plain))
        show('x += 5', lambda: iadd(x(), 5))
        show('plain += x', lambda: iadd(base(items), x()))
        show('x *= 2', lambda: imul(x(), 2))
        show('x *= 1.5', lambda: imul(x(), 1.5))
        show('2 *= x', lambda: imul(2, x()))
        show('concat', lambda: operator.concat(x(), plain))
        show('iconcat', lambda: operator.iconcat(x(), plain))


class Total:
    def __radd__(self, other): return ('radd', other)


class Twice:
    def __index__(self): return 2


class Pair:
    def __getitem__(self, i): return [7, 8][i]


for x in Total(), Twice(), Pair(), collections.deque([1]), collections.deque:
    print(type(x).__name__, [n for n in ('__add__', '__radd__', '__iadd__', '__mul__', '__rmul__') if hasattr(x, n)])
    for y in [0], (0,), 'a', collections.deque([0]):
        show('y += x', lambda: iadd(y.copy() if hasattr(y, 'copy') else y, x))
        show('x + y', lambda: x + y)
        show('x *= y', lambda: imul(x, y))
        show('concat', lambda: operator.concat(x, y))
