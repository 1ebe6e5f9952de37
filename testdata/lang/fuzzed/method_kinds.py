# Which special methods of builtins are methods and which wrap slots.
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)

t(lambda: type([].__getitem__)); t(lambda: type({}.__getitem__));t(lambda: type({}.__contains__));t(lambda: type(set().__contains__));t(lambda: list.__getitem__);t(lambda: type((5).__abs__));t(lambda: int.__abs__); t(lambda: type((5).__format__)); t(lambda: type([].__contains__)); t(lambda: str.__getitem__); t(lambda: set.__contains__); t(lambda: type(''.__len__)); t(lambda: type([].__reversed__)); t(lambda: type([].__len__));t(lambda: object.__format__);t(lambda: int.__divmod__); t(lambda: float.__int__)
import collections
t(lambda: collections.deque.__getitem__); t(lambda: collections.OrderedDict.__getitem__); t(lambda: collections.defaultdict.__getitem__);t(lambda: collections.Counter.__getitem__); t(lambda: range.__getitem__); t(lambda: tuple.__getitem__)
