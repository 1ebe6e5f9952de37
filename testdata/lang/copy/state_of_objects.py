"""object.__getstate__: what a copy is to be told; classes add to it."""
import copy
import functools
import operator


class Plain:
    pass


class Slotted:
    __slots__ = ("a", "__hidden")

    def hide(self, value):
        self.__hidden = value


class Both(Slotted):
    pass


p = Plain()
print(p.__getstate__())
p.x = 1
print(p.__getstate__(), p.__getstate__() is p.__dict__)

for cls in Slotted, Both:
    s = cls()
    print(s.__getstate__())
    s.a = 1
    s.hide(2)
    print(s.__getstate__())
s.other = 3
print(s.__getstate__())
print([].__getstate__(), (1).__getstate__(), "__getstate__" in dir(object))


class Connection:
    def __init__(self, host):
        self.host = host
        self.socket = object()

    def __getstate__(self):
        return {**super().__getstate__(), "socket": None, "copied": True}

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.restored = True


for make in copy.copy, copy.deepcopy:
    print(make(Connection("localhost")).__dict__)

# Callables that remember something are made again of what they were made of.
for f, x in [(operator.itemgetter(1, 0), "ab"), (operator.attrgetter("real", "imag"), 3),
             (operator.methodcaller("split", ","), "a,b"), (operator.methodcaller("split", maxsplit=1), "a b c"),
             (functools.partial(int, base=2), "101")]:
    for make in copy.copy, copy.deepcopy:
        print(make(f) is f, repr(make(f)) == repr(f), make(f)(x))
code = p.__init_subclass__.__name__, (lambda: 3).__code__
print(copy.deepcopy(code) == code)
