# Attributes of generators, coroutines, cells, functions and abstract classes that can be
# set, and those that descriptors and super objects have.
import abc
import types


def numbers():
    yield 1


async def coroutine():
    pass


async def letters():
    yield "a"


for thing in numbers(), coroutine(), letters():
    thing.__name__, thing.__qualname__ = "short", "long.name"
    print(thing.__name__, thing.__qualname__, repr(thing).split(" at ")[0])
    for name in "__name__", "__qualname__":
        try:
            setattr(thing, name, 3)
        except TypeError as error:
            print(error)
        try:
            delattr(thing, name)
        except TypeError as error:
            print(error)
    print(thing.__name__, thing.__qualname__)
    match thing:
        case types.CoroutineType():
            print(thing.cr_origin, thing.cr_await)
            thing.close()
        case types.AsyncGeneratorType():
            print(thing.ag_await)


class Point:
    __slots__ = ("x",)


print(Point.x.__qualname__, Point.x.__name__, Point.x.__objclass__)


def counter():
    count = 0

    def more():
        nonlocal count
        count += 1
        return count, later

    print("empty" in repr(more.__closure__[1]), repr(more.__closure__[0]).split(": ")[1].split(" at ")[0])
    later = "later"
    return more


more = counter()
cell = more.__closure__[0]
print(more(), cell.cell_contents)
cell.cell_contents = 40
print(more(), cell == types.CellType(41), cell < types.CellType(50), types.CellType() < cell)
del cell.cell_contents
try:
    cell.cell_contents
except ValueError as error:
    print(error)
try:
    more()
except NameError as error:
    print(error)


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self):
        pass


try:
    Shape()
except TypeError as error:
    print(error)
del Shape.__abstractmethods__
print(type(Shape()).__name__, hasattr(Shape, "__abstractmethods__"))


class Base:
    def told(self):
        return "Base"


class Derived(Base):
    def told(self):
        return self.above.told() + " Derived"


Derived.above = super(Derived)
print(Derived().told(), super(Derived).__get__(Derived()).told())
try:
    super(Derived).__get__(Base())
except TypeError as error:
    print(error)
for name in "a\0b", "\0":
    try:
        type(name, (), {})
    except ValueError as error:
        print(error)
