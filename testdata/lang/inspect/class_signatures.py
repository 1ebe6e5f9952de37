# Which method a class's signature is that of, and named tuples.
import collections
import functools
import inspect
import typing


class Base:
    def __new__(cls, *args, **kwargs):
        return super().__new__(cls)


class Point(Base):
    def __init__(self, x, y=2):
        self.x, self.y = x, y


class Named(Point):
    def __new__(cls, name):
        return super().__new__(cls)


class Plain(Named):
    pass


for cls in (Base, Point, Named, Plain):
    print(cls.__name__, inspect.signature(cls))

Pair = collections.namedtuple("Pair", "left right", defaults=[0])


class Record(typing.NamedTuple):
    key: str
    value: int = 0


class Special(Record):
    pass


class Checked(Pair):
    def __new__(cls, left):
        return super().__new__(cls, left, left)


for cls in (Pair, Record, Special, Checked):
    print(cls.__name__, inspect.signature(cls))
print(inspect.signature(Record).bind("k").arguments)
print(inspect.signature(functools.partial(Pair, 1)))


# An own signature has to be one.
def odd(a, b):
    pass


odd.__signature__ = inspect.Signature([inspect.Parameter("c", inspect.Parameter.KEYWORD_ONLY)])
print(inspect.signature(odd))
odd.__signature__ = 3
try:
    inspect.signature(odd)
except TypeError as e:
    print("TypeError:", e)
odd.__signature__ = None
print(inspect.signature(odd))


def attempt(*args, **kwargs):
    try:
        print(inspect.Parameter(*args, **kwargs))
    except (TypeError, ValueError) as e:
        print(f"{type(e).__name__}: {e}")


attempt("a", 7)
attempt("if", inspect.Parameter.KEYWORD_ONLY)
attempt("if", inspect.Parameter.POSITIONAL_ONLY)
attempt("a b", 1)
attempt(3, 1)
attempt("a", inspect.Parameter.VAR_POSITIONAL, default=1)
attempt("a", 3, default=1, annotation=int)
