# get_type_hints goes into every annotation, in the order of scopes that evaluation has.
from dataclasses import dataclass
from typing import (Annotated, Any, Callable, ClassVar, Dict, List, Optional, Required, NotRequired, TypedDict, Union,
                    get_args, get_type_hints, no_type_check)
import collections.abc


class Node:
    children: 'list[Node]'
    parents: list['Node']
    by_name: dict[str, list['Node']]
    visit: Callable[['Node'], 'Optional[Node]']
    call: collections.abc.Callable[['Node', int], 'Node']
    maybe: 'Node | None'
    either: Union['Node', List['Node']]
    size: Annotated['int', 'at least one']
    sizes: List[Annotated[int, 'each']]
    table: Dict[str, Annotated['Node', 'n']]
    shared: ClassVar['Node'] = None
    nothing: None
    anything: 'Any'


for name, hint in get_type_hints(Node).items():
    print(name, hint)
print('---')
for name, hint in get_type_hints(Node, include_extras=True).items():
    print(name, hint)


def connect(a: 'Node', b: Annotated['Node', 'end'] = None, *rest: list['Node'], **named: 'int | str') -> 'list[Node]':
    pass


print(get_type_hints(connect))
print(get_type_hints(connect, include_extras=True)['b'])
print(get_type_hints(connect, localns={'Node': int}))
print(get_type_hints(connect, {'Node': str, 'Annotated': Annotated}, {'Node': float})['a'])
print(get_type_hints(len), get_type_hints(str.join), get_type_hints([].append))


@no_type_check
def loose(a: 'no such name', b: 'nor this' = 1):
    return a


print(get_type_hints(loose))


class Unchecked:
    x: 'Nowhere'


print(get_type_hints(no_type_check(Unchecked)))


class Movie(TypedDict):
    title: Required[Annotated[str, 'shown']]
    year: NotRequired['int']
    others: list['Movie']


print(get_type_hints(Movie))
print(get_type_hints(Movie, include_extras=True))


class Stack[T]:
    items: 'list[T]'

    def push(self, item: 'T') -> 'Stack[T]':
        pass


print(get_type_hints(Stack), Stack.__type_params__)


def wrong(a: 'Nowhere'):
    pass


for obj in (wrong, 42, Node(), Stack.push):
    try:
        print(get_type_hints(obj))
    except (NameError, TypeError) as e:
        print(type(e).__name__, str(e).split(' at 0x')[0])


def local():
    @dataclass
    class Point:
        x: int
        next: 'Point' = None

    try:
        print(get_type_hints(Point))
    except NameError as e:
        print('NameError:', e)
    print(get_type_hints(Point, localns={'Point': Point})['next'] is Point)


local()


class Shadow:
    Inner: type = int
    str: 'Any' = 5
    a: 'Inner'
    b: 'Node'


print(get_type_hints(Shadow))
print(get_args(get_type_hints(Node)['call']))
