"""A proxy does what its object does, and says of it what it cannot do."""
import weakref


class Bare:
    pass


class Sequence:
    def __init__(self, *items):
        self.items = items

    def __getitem__(self, i):
        return self.items[i]


class Full:
    def __len__(self):
        return 2

    def __contains__(self, x):
        return x == 3

    def __call__(self, x):
        return x + 1

    def __iter__(self):
        return iter("ab")

    def __eq__(self, other):
        return isinstance(other, Full)

    def __setitem__(self, key, value):
        print("set", key, value)

    def __int__(self):
        return 8


def show(thunk):
    try:
        print(thunk())
    except TypeError as e:
        print(e)


bare, sequence, full = Bare(), Sequence(4, 5), Full()
p, q, r = map(weakref.proxy, (bare, sequence, full))
print(weakref.proxy(bare) is p, weakref.proxy(bare, print) is p, type(p), type(r))
print(isinstance(p, Bare), p.__class__, callable(p), callable(r), dir(p) == dir(bare))
for thunk in (lambda: len(p), lambda: p[0], lambda: list(p), lambda: 3 in p, lambda: p + 1, lambda: int(p), lambda: -p,
              lambda: p < 3, lambda: next(p)):
    show(thunk)
for thunk in (lambda: q[1], lambda: list(q), lambda: 4 in q, lambda: 9 in q, lambda: len(r), lambda: 3 in r,
              lambda: r(1), lambda: list(r), lambda: r == full, lambda: r == Full(), lambda: r != 3, lambda: int(r),
              lambda: r.__setitem__("k", 1), lambda: bool(p), lambda: p == bare, lambda: p == p):
    show(thunk)
p.name = "set through the proxy"
print(bare.name, vars(p))
