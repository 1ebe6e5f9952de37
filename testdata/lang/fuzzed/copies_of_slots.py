# copy asks a class, and not an instance with a __getattr__, for its state.
import copy, dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class P:
    x: int
    y: list = dataclasses.field(default_factory=list, hash=False)


p = P(1, [2])
print(copy.copy(p), copy.copy(p).y is p.y, copy.deepcopy(p), copy.deepcopy(p).y is p.y, p.__getstate__())


@dataclasses.dataclass(slots=True)
class D:
    def __repr__(self): return 'own'


D.__getattr__ = lambda self, name: name
print(copy.copy(D()))


class S(str):
    def __len__(self): return -3


try:
    print(S('ab') and 1)
except ValueError as e:
    print(e)
