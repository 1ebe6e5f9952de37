# What a copy gets from slots is what stands under their names by then.
import copy
import dataclasses


@dataclasses.dataclass(slots=True)
class Point:
    x: int = 1
    y: int = 0


class Named:
    __slots__ = "name", "__id", "unset"

    def __init__(self):
        self.name = "n"
        self.__id = 3


class Tagged(Named):
    __slots__ = "tag"


def show(f):
    try:
        print(f())
    except AttributeError as e:
        print(type(e).__name__, e)


point = Point(2)
print(copy.copy(point), point.__getstate__())
Point.x = "gone"
print(point.__getstate__())
show(lambda: copy.copy(point))

tagged = Tagged()
tagged.tag = ["a"]
print(tagged.__getstate__(), copy.deepcopy(tagged).tag)
Named.name = property(lambda self: 7)
print(tagged.__getstate__())
show(lambda: copy.copy(tagged))
del Named.unset
print(tagged.__getstate__())
