# Which attributes of a mapping are asked for, and how often, when dicts take it in.
import collections
import types


class Asked:
    def __getattribute__(self, name):
        if name[0] != "_":
            print("get", name)
        return super().__getattribute__(name)


class Pairs(Asked, list):
    pass


class Odd(Asked, list):
    def __getattr__(self, name):
        return ("getattr", name)


class Dict(Asked, dict):
    pass


class Mapping(Asked):
    def keys(self):
        print("keys")
        return iter(["a"])

    def __getitem__(self, key):
        return key

    def __iter__(self):
        return iter([("x", 1)])

    def __len__(self):
        return 3


class Failing:
    def __getattribute__(self, name):
        print("get", name)
        raise ValueError(name)


class Number:
    keys = 5

    def __iter__(self):
        return iter([("x", 1)])


class Keys(dict):
    def keys(self):
        print("keys")
        return ["z"]

    def __getitem__(self, key):
        return key


class KeysAndIter(Keys):
    def __iter__(self):
        return iter("q")


class Items:
    def items(self):
        return [("i", 1)]

    def __iter__(self):
        return iter(["it"])


def update(d, o):
    d.update(o)
    return d


def in_place(d, o):
    d |= o
    return d


ways = {
    "dict": dict, "dict with": lambda o: dict(o, b=2), "update": lambda o: update({"a": 1}, o),
    "|=": lambda o: in_place({"a": 1}, o), "|": lambda o: {"a": 1} | o, "r|": lambda o: o | {"a": 1},
    "display": lambda o: {**o}, "call": lambda o: (lambda **k: k)(**o),
    "OrderedDict": collections.OrderedDict, "OrderedDict.update": lambda o: update(collections.OrderedDict(), o),
    "defaultdict": lambda o: collections.defaultdict(int, o),
    "SimpleNamespace": types.SimpleNamespace,
}
for make in (Pairs, Odd, Dict, lambda: Dict(a=1), Mapping, Number, Keys, lambda: Keys(a=1),
             KeysAndIter, lambda: KeysAndIter(a=1), Failing, Items):
    o = make()
    for way, f in ways.items():
        print("---", type(o).__name__, way)
        try:
            print(f(o))
        except Exception as e:
            print(type(e).__name__, e)
    if not isinstance(o, Failing):
        for f in (collections.Counter, collections.UserDict, lambda o: collections.Counter("a") + collections.Counter(o)):
            try:
                print(f(o))
            except Exception as e:
                print(type(e).__name__, e)
