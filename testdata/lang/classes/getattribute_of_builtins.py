class Told:
    def __getattribute__(self, name):
        if not name.startswith("__"):
            print("asked for", name)
        return super().__getattribute__(name)
for base in (int, float, str, bytes, list, tuple, dict, property, Exception, ValueError):

    for bases in ((base, Told), (Told, base)):
        cls = type("C", bases, {})
        o = cls()
        o.x = 1
        print(base.__name__, "__getattribute__" in base.__dict__, o.x, hasattr(o, "nothing"), cls.__getattribute__ is base.__getattribute__)
        o.x = 2
        print(o.__dict__)
class Keys(list, Told):
    pass
try:
    dict(Keys([1]))
except TypeError as e:
    print(e)
class Late(list):
    pass
print(Late().__getattribute__("append").__name__)
Late.__getattribute__ = lambda self, name: name.upper()
print(Late().x)
del Late.__getattribute__
print(hasattr(Late(), "x"))
class Both(Late, Told):
    pass
b = Both()
b.x = 3
print(b.x)
