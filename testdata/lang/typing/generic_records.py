# Generic NamedTuple and TypedDict classes, and their keys.
from typing import Generic, NamedTuple, NotRequired, ReadOnly, Required, TypedDict, TypeVar, get_type_hints

T = TypeVar('T')


class Pair(NamedTuple, Generic[T]):
    left: T
    right: T = None

    def swap(self):
        return Pair(self.right, self.left)


p = Pair(1, 2)
print(p, p.swap(), Pair('a'), Pair.__parameters__, Pair[int], Pair[int](3, 4), isinstance(p, tuple))
print(Pair.__bases__, Pair.__orig_bases__[1], [c.__name__ for c in Pair.__mro__], Pair._fields, Pair._field_defaults)
left, right = p
print(left, right, p._replace(left=5), p == (1, 2), Pair[str].__args__)


class Tagged[K](NamedTuple):
    key: K
    tag: str = 'none'


print(Tagged(1), Tagged[int], Tagged.__parameters__, Tagged.__type_params__)


class Page(TypedDict, Generic[T]):
    items: list[T]
    next: NotRequired[str]


print(Page.__parameters__, Page[int], Page[int](items=[1]), Page(items=[], next='x'), Page.__bases__, Page.__orig_bases__[1])
print(sorted(Page.__required_keys__), sorted(Page.__optional_keys__), Page.__total__)


class Config(TypedDict, total=False):
    name: Required[ReadOnly[str]]
    id: ReadOnly[int]
    size: int


class More(Config):
    extra: bool


for cls in (Config, More):
    print(cls.__name__, *(sorted(keys) for keys in (cls.__required_keys__, cls.__optional_keys__, cls.__readonly_keys__,
                                                   cls.__mutable_keys__)))
print(get_type_hints(Config))


def check(make):
    try:
        make()
    except TypeError as e:
        print('TypeError:', e)


def tuple_and_int():
    class Q(NamedTuple, int):
        x: int


def dict_and_int():
    class X(Config, int):
        y: int


def dict_and_plain():
    class Plain:
        pass

    class X(TypedDict, Plain):
        y: int


def mutable_to_read_only():
    class X(Config):
        size: ReadOnly[int]


def bad_field():
    class X(TypedDict):
        y: (int, str)


def bad_named():
    class X(NamedTuple):
        y: (int, str)


for make in (tuple_and_int, dict_and_int, dict_and_plain, mutable_to_read_only, bad_field, bad_named):
    check(make)
