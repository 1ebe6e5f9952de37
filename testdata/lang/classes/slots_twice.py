# __slots__ that name what the class has already.
import abc
import weakref


class Plain: ...
class Slotted: __slots__ = ("a",)
class Referable(Slotted): __slots__ = ("__weakref__",)


kept = Referable()
print(weakref.ref(kept)() is kept)
for base in Plain, Slotted, Referable, abc.ABC, object, int, Exception:
    for slot in "__weakref__", "__dict__", "a":
        try:
            made = type("Made", (base,), {"__slots__": (slot,)})
            print(base.__name__, slot, "ok", hasattr(made, slot))
        except TypeError as e:
            print(base.__name__, slot, e)
