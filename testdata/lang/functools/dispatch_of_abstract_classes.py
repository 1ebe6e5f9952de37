# singledispatch with abstract classes: the nearest one answers, two that are equally near are an error, and what is
# registered later counts.
from collections import ChainMap, OrderedDict, UserDict, defaultdict, deque
from collections.abc import (Collection, Container, Hashable, Iterable, Mapping, MutableMapping, MutableSequence, Sequence,
                             Set, Sized)
from abc import ABC
from functools import singledispatch, singledispatchmethod


@singledispatch
def show(x):
    return 'object'


@show.register(Sized)
def _(x):
    return 'sized'


class Both:
    def __len__(self):
        return 0

    def __iter__(self):
        return iter(())


print(show(Both()), show([]), show({}), show(3), show(''))
show.register(Iterable, lambda x: 'iterable')
for x in (Both(), [], {}, 'text', 3):
    try:
        print(type(x).__name__, show(x))
    except RuntimeError as e:
        print('RuntimeError:', e)
show.register(Mapping, lambda x: 'mapping')
show.register(Sequence, lambda x: 'sequence')
show.register(MutableSequence, lambda x: 'mutable sequence')
show.register(Set, lambda x: 'set')
for x in ([], (), {}, 'text', set(), {}.keys(), deque(), OrderedDict(), ChainMap(), UserDict(), range(3), b''):
    print(type(x).__name__, show(x), end='; ')
print()
show.register(MutableMapping, lambda x: 'mutable mapping')
show.register(dict, lambda x: 'dict')
show.register(Collection, lambda x: 'collection')
for x in ({}, defaultdict(int), OrderedDict(), ChainMap(), UserDict()):
    print(type(x).__name__, show(x), end='; ')
print()


class Plugin(ABC):
    pass


class Late:
    pass


class Derived(Late):
    pass


@singledispatch
def handle(x):
    return 'nobody'


@handle.register
def _(x: Plugin):
    return 'plugin'


print(handle(Late()), handle(Derived()))
Plugin.register(Late)
print(handle(Late()), handle(Derived()), handle.dispatch(Late) is handle.registry[Plugin])


class Walks(ABC):
    pass


class Swims(ABC):
    pass


class Duck:
    pass


Walks.register(Duck)
Swims.register(Duck)


@singledispatch
def move(x):
    return '?'


move.register(Walks, lambda x: 'walks')
move.register(Swims, lambda x: 'swims')
try:
    print(move(Duck()))
except RuntimeError as e:
    print('RuntimeError:', e)


class Frog(Walks, Swims):
    pass


class Newt(Swims, Walks):
    pass


print(move(Frog()), move(Newt()))


class Base:
    pass


class Child(Base):
    pass


Walks.register(Base)
Swims.register(Child)
print(move(Child()), move(Base()))


class Shape:
    @singledispatchmethod
    def add(self, x):
        return 'other'

    @add.register
    def _(self, x: Sized):
        return 'sized'

    @add.register
    def _(self, x: Hashable):
        return 'hashable'


for x in ('a', [], 3):
    try:
        print(Shape().add(x))
    except RuntimeError as e:
        print('RuntimeError:', e)
