# What isinstance and issubclass make of odd arguments: members of a tuple are asked one
# after another, and what is no class is complained of when something is asked about it.
import collections.abc


class Asked:
    def __instancecheck__(self, value):
        print("instance?")
        return value == 5

    def __subclasscheck__(self, value):
        print("subclass?")
        return value == 5


asked = Asked()
firsts = [int, 5, (), asked, int | str, None, collections.abc.Sized, "x", type]
seconds = [int, 5, (), (int,), (5,), (int, 5), (5, int), (bool, 5), ((),), ((int,),), ((), 5), [int], asked, (asked,),
           (5, asked), int | str, (int | str,), list[int], None, collections.abc.Sized, type, object, "x"]
for first in firsts:
    for second in seconds:
        for f in isinstance, issubclass:
            try:
                result = f(first, second)
            except Exception as e:
                result = f"{type(e).__name__}: {e}"
            shown = [repr(v) if "0x" not in repr(v) else "asked" for v in (first, second)]
            print(f.__name__, *shown, result)
