"""Instances of classes derived from the builtin iterators have attributes."""


class Map(map):
    pass


class Filter(filter):
    pass


class Enumerate(enumerate):
    def __init__(self, *args):
        self.seen = 0

    def __next__(self):
        self.seen += 1
        return super().__next__()


class Zip(zip):
    pass


for x in (Map(str, [1]), Filter(None, [1, 0]), Enumerate("ab"), Zip([1], [2])):
    x.tag = "t"
    print(type(x).__name__, vars(x), list(x), x.__dict__, hasattr(x, "nope"))
for x in (map(str, []), filter(None, []), enumerate([]), zip()):
    try:
        x.tag = 1
    except AttributeError as e:
        print(e)
