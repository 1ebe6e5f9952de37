# Sources of classes, functions and frames, the comments above them, inherited docs.
import functools
import inspect
import sys


# A shape has
# an area.
class Shape:
    """What all shapes have."""

    sides = 0

    # In square
    # units.
    def area(self):
        """The area."""
        raise NotImplementedError

    @property
    def name(self):
        """The name shown."""
        return "shape"

    class Corner:
        x = y = 0

        def move(self):
            self.x += 1

    @classmethod
    def unit(cls):
        """Of size one."""
        return cls()


@functools.total_ordering
class Square(Shape):

    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side ** 2

    @property
    def name(self):
        return "square"

    @classmethod
    def unit(cls):
        return cls(1)

    def __lt__(self, other):
        return self.side < other.side

    def __eq__(self, other):
        return self.side == other.side


#
# Doubles.
#
def double(x):
    # inside
    return x * 2

halve = lambda x: x / 2  # not double


def here():
    return inspect.currentframe()


def failing():
    raise ValueError("no")


for thing in (Shape.Corner, Square, double, Square.area, Square(2).area, here()):
    lines, start = inspect.getsourcelines(thing)
    print(start, len(lines), repr(lines[0]), repr(lines[-1]))
print(inspect.getsource(Shape.Corner))
print(inspect.getsource(here()), end="")
try:
    failing()
except ValueError as e:
    tb = e.__traceback__.tb_next
    print(inspect.getsource(tb), end="")
whole = inspect.getsource(sys.modules[__name__])
print(whole.count("\n") == len(inspect.findsource(double)[0]), whole.splitlines()[0])
print(inspect.findsource(Square)[1], inspect.findsource(double)[1])

for thing in (Shape, Shape.area, double, here, Square, Square.name.fget, sys.modules[__name__]):
    print(repr(inspect.getcomments(thing)))

for thing in (len, 3, "text", int, Shape()):
    try:
        print(inspect.getsource(thing))
    except (TypeError, OSError) as e:
        print(type(e).__name__, str(e).startswith("module, class, method"))
for thing in (int, len):
    try:
        print(inspect.getfile(thing))
    except TypeError as e:
        print(e)

print(inspect.getdoc(Square), "|", inspect.getdoc(Square.area), "|", inspect.getdoc(Square(1).area))
print(inspect.getdoc(Square.name), "|", inspect.getdoc(Square.unit))
print(inspect.getdoc(double), inspect.getdoc(Shape.Corner.move), inspect.getdoc(Shape.sides) is not None)
