def show(*args):
    for what, f in args:
        try:
            print(what, f())
        except Exception as e:
            print(what, type(e).__name__, e)
class Times:
    __rmul__ = __mul__ = lambda self, other: "product"
class Right:
    __rmul__ = lambda self, other: "right"
class Left:
    __mul__ = lambda self, other: "left"
for first in (list, tuple, str, bytes):
    class Seq(first):
        pass
    for other in (Times, Right, Left):
        class Before(other, Seq):
            pass
        class After(Seq, other):
            pass
        for cls in (Before, After):
            o = cls()
            show((f"{first.__name__} {other.__name__} {cls.__name__} o*2", lambda: o * 2), ("2*o", lambda: 2 * o), ("'abc'*o", lambda: "abc" * o),
                 ("o*'abc'", lambda: o * "abc"), ("o*o", lambda: o * o), ("[]*o", lambda: [] * o), ("o*1.5", lambda: o * 1.5), ("1.5*o", lambda: 1.5 * o),
                 ("None*o", lambda: None * o), ("o+o", lambda: o + o), ("Times()*o", lambda: Times() * o), ("o*Times()", lambda: o * Times()))
            p = o
            try:
                p *= "x"
                print(p)
            except Exception as e:
                print(type(e).__name__, e)
            p = "x"
            try:
                p *= o
                print(p)
            except Exception as e:
                print(type(e).__name__, e)
