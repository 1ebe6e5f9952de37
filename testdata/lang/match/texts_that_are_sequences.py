import collections.abc
class Text(str):
    pass
class Both(collections.abc.Sequence, str):
    def __len__(self):
        return 2
    def __getitem__(self, i):
        return (7, 8)[i]
class Late(str, collections.abc.Sequence):
    pass
class Mutable(collections.abc.MutableSequence, bytes):
    def __len__(self): return 0
    def __getitem__(self, i): raise IndexError
    def __setitem__(self, i, v): pass
    def __delitem__(self, i): pass
    def insert(self, i, v): pass
for v in (Text("ab"), Both("ab"), Late("ab"), Mutable(b"ab"), "ab", b"ab"):
    match v:
        case []:
            print(type(v).__name__, "is empty")
        case [a, b]:
            print(type(v).__name__, a, b)
        case _:
            print(type(v).__name__, "is no sequence")
