# isinstance against a runtime protocol looks at what lies there and runs nothing.
from typing import Generic, Iterable, Protocol, TypeVar, runtime_checkable
from unittest.mock import Mock


@runtime_checkable
class Closer(Protocol):
    def close(self): ...


@runtime_checkable
class Named(Protocol):
    name: str


class File:
    name = 'file'

    def close(self):
        pass


class Proxy:
    def __init__(self, target):
        self.target = target

    def __getattr__(self, name):
        print('looking for', name)
        return getattr(self.target, name)


class Lazy:
    @property
    def name(self):
        print('evaluated')
        raise RuntimeError('too early')

    close = None


class Slotted:
    __slots__ = ('name',)


class Wide:
    def __init__(self):
        self.close = lambda: None
        self.name = None


class Secret:
    def __getattribute__(self, name):
        if name != '__class__':
            print('asked for', name)
        return super().__getattribute__(name)

    def close(self):
        pass


for obj in (File(), File, Proxy(File()), Lazy(), Lazy, Slotted(), Wide(), Mock(), Secret(), 3):
    print(type(obj).__name__, isinstance(obj, Closer), isinstance(obj, Named))
for cls in (File, Proxy, Lazy, Wide):
    print(cls.__name__, issubclass(cls, Closer))


class Quiet(Protocol):
    def run(self): ...


class Runs(Quiet):
    pass


class Other:
    def run(self): ...


for obj in (Runs(), Other()):
    try:
        print(isinstance(obj, Quiet))
    except TypeError as e:
        print('TypeError:', e)
print(isinstance(Runs(), Runs))

T = TypeVar('T')


@runtime_checkable
class Source(Protocol[T]):
    def get(self) -> T: ...


class Numbers(Source[int]):
    def get(self):
        return 1


print(isinstance(Numbers(), Source), isinstance({}, Source), issubclass(dict, Source), isinstance([], Source))
try:
    isinstance({}, Source[int])
except TypeError as e:
    print('TypeError:', e)

# Protocol itself is a class like others: what its protocols take is not of it.
print(isinstance(1, Protocol), issubclass(int, Protocol), isinstance(Lazy(), Protocol))
print(issubclass(Closer, Protocol), isinstance(1, Generic))


class Door(Closer):
    pass


print(isinstance(Door(), Protocol), issubclass(Door, Protocol))
