"""isinstance() of an abstract base class asks the class that an instance says it is of,
and its type."""
import collections.abc


class Fake:
    @property
    def __class__(self):
        return int


class Listlike:
    __class__ = list


class Sized:
    __class__ = int

    def __len__(self):
        return 0


class Broken:
    @property
    def __class__(self):
        raise LookupError("no class")


print(isinstance(Fake(), int), isinstance(Fake(), collections.abc.Hashable), isinstance(Fake(), collections.abc.Sized))
print(isinstance(Listlike(), collections.abc.Sequence), isinstance(Listlike(), list), issubclass(Listlike, list))
print(isinstance(Sized(), collections.abc.Sized), isinstance(Listlike(), collections.abc.Sized))
for c in (int, collections.abc.Sized):
    try:
        print(isinstance(Broken(), c))
    except LookupError as e:
        print(e)
print(collections.abc.Sized.__instancecheck__(Listlike()))
