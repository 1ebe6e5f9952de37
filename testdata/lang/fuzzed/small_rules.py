"""Small rules that generated programs found."""


def show(f):
    try:
        v = f()
        print(type(v).__name__, repr(v))
    except Exception as e:
        print(type(e).__name__, e)


class Float(float):
    def __divmod__(self, other):
        return "divmod"


class Reflected(Float):
    def __rdivmod__(self, other):
        return "rdivmod"


class Int(int):
    def __rdivmod__(self, other):
        return NotImplemented


class Plain(int):
    pass


class Other:
    def __divmod__(self, other):
        return NotImplemented

    def __rdivmod__(self, other):
        return "other"


values = [2, 2.5, True, Float(7), Reflected(7), Int(7), Plain(7), Other(), "x"]
for a in values:
    for b in values:
        show(lambda: divmod(a, b))


class Base:
    __slots__ = ["v"]

    def __getattr__(self, name):
        return ("getattr", name)


class Derived(Base):
    __slots__ = ("v", "w")


class Third(Derived):
    __slots__ = "v"


o = Third()
o.v = 3
Derived.v.__set__(o, 2)
Base.v.__set__(o, 1)
print(o.v, Derived.v.__get__(o), Base.v.__get__(o))
del Third.v
print(o.v)
del Derived.v
print(o.v)
del o.v
print(o.v)

assert ((1,) * 3), ()
assert (1, "always"), ()
assert not () + (), "empty"
