# make_dataclass, generic bases and slots for weak references.
import dataclasses
import weakref
from dataclasses import dataclass, field, fields, make_dataclass
from typing import Generic, TypeVar

T = TypeVar('T')

C = make_dataclass('C', ['a', ('b', int), ('c', list, field(default_factory=list))])
print(C, C.__module__, C(1, 2), C.__name__, C.__qualname__, C.__annotations__)
print(make_dataclass('D', [('x', int)], module='elsewhere'))
Box = make_dataclass('Box', [('item', T)], bases=(Generic[T],), frozen=True)
print(Box[int](3), Box.__parameters__, Box[int], Box.__orig_bases__)


class Base:
    def __init_subclass__(cls, *, tag=None):
        cls.tag = tag


print(make_dataclass('E', ['x'], bases=(Base,), namespace={'twice': lambda self: self.x * 2})(4).twice())
for names in (['class'], ['x', 'x'], ['not valid'], [3], [('a', int, 1, 2)], [('if', int)]):
    try:
        make_dataclass('F', names)
    except TypeError as e:
        print('TypeError:', e)
try:
    make_dataclass('G', [('a', int, 1), ('b', int)])
except TypeError as e:
    print('TypeError:', e)


@dataclass(slots=True, weakref_slot=True)
class Node:
    value: int


@dataclass(slots=True)
class Plain:
    value: int


@dataclass(slots=True, weakref_slot=True)
class Child(Node):
    more: int = 0


@dataclass(slots=True, weakref_slot=True)
class Loose(Base):
    value: int = 0


print(Node.__slots__, Plain.__slots__, Child.__slots__, Loose.__slots__)
node = Node(1)
print(weakref.ref(node)() is node, weakref.ref(Child(1, 2)) is not None, [f.name for f in fields(Child)])
try:
    weakref.ref(Plain(1))
except TypeError as e:
    print('TypeError:', e)
try:
    dataclass(weakref_slot=True)(type('H', (), {}))
except TypeError as e:
    print('TypeError:', e)
print(node, node == Node(1), dataclasses.replace(Child(1, 2), more=5), Node.__dataclass_params__.weakref_slot)
