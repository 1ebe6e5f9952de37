# Attributes may have any name that setattr and ** can give them, beside slots too.
import types


class Slotted:
    __slots__ = 'a', '__dict__'


class Plain:
    pass


for o in Slotted(), Plain(), types.SimpleNamespace(a=0):
    o.a = 1
    for name in '', ' ', '\x00', '\x00a', 'a\x00', 'ä', '\ud800', '\U0010ffff', '1':
        setattr(o, name, ascii(name))
    print(type(o).__name__, ascii(vars(o)), o.a)
    print([ascii(getattr(o, name)) for name in ('', '\x00', '\x00a', '\ud800')], len(vars(o)))
    delattr(o, '\x00a')
    print(hasattr(o, '\x00a'), o.a, ascii(list(vars(o))))
print(ascii(repr(types.SimpleNamespace(**{'\x00\x7f\u20ac': 1, 'b': 2})))[:30])
