# The methods that total_ordering adds are called what they are and say what they are made from.
from functools import total_ordering


@total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


@total_ordering
class Size:
    def __ge__(self, other):
        return True


for cls in (Version, Size):
    for name in ('__lt__', '__le__', '__gt__', '__ge__'):
        f = getattr(cls, name)
        print(f.__name__, f.__qualname__, repr(f).split(' at 0x')[0])
print(Version(1) <= Version(2), Version(1) >= Version(2), Version(1) > Version(0))
