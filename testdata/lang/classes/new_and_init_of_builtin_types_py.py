# What __new__ and __init__ of builtin types make of the arguments of subclasses: a
# container that changes is filled by __init__, and keywords that __new__ takes none of are
# for the __init__ of the subclass.
import collections
import itertools

types = (tuple, list, dict, str, int, float, set, frozenset, bytes, enumerate, zip, map, filter, reversed,
         collections.deque, collections.OrderedDict, collections.defaultdict, collections.Counter,
         itertools.chain, itertools.cycle, itertools.repeat, itertools.islice, itertools.starmap)
calls = (((), {"v": 1}), ((1,), {}), ((1,), {"v": 1}), ((1, 2), {}), ((), {}), (([],), {"v": 1}), (([],), {}),
         ((len, []), {"v": 1}))
for t in types:
    class Plain(t):
        pass

    class Init(Plain):
        def __init__(self, *args):
            pass

    class New(Plain):
        def __new__(cls, *args, **keywords):
            return super().__new__(cls, *args)

    class Passing(t):
        def __init__(self, *args, **keywords):
            super().__init__(*args, **keywords)

    class PassingNew(t):
        def __new__(cls, *args, **keywords):
            return super().__new__(cls, *args, **keywords)

    class Both(t):
        def __new__(cls, *args, **keywords):
            return super().__new__(cls, *args, **keywords)

        def __init__(self, *args, **keywords):
            pass

    for c in (t, Plain, Init, New, Passing, PassingNew, Both):
        for args, keywords in calls:
            try:
                result = type(c(*args, **keywords)).__name__
            except Exception as e:
                result = f"{type(e).__name__}: {e}"
            print(t.__name__, c.__name__, args, keywords, "->", result)


class Stack(list):
    def __new__(cls, *items, name="stack"):
        self = super().__new__(cls, items)
        print(self)
        return self

    def __init__(self, *items, name="stack"):
        super().__init__(items)
        self.name = name


print(Stack(1, 2, name="s"), list.__new__(list, [1, 2]), dict.__new__(dict, {1: 2}))
