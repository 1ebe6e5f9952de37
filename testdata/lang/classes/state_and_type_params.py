# What every object has for those who copy it, and every class for those who ask for its
# type parameters.
import copy


class Plain:
    pass


class Slotted:
    __slots__ = ("a", "b")


class Both:
    __slots__ = ("a", "__dict__")


class Names(list):
    pass


class Counted:
    made = 0

    def __init__(self, x):
        self.x = x
        self.cache = {}

    def __getstate__(self):
        return {name: value for name, value in super().__getstate__().items() if name != "cache"}

    def __setstate__(self, state):
        self.__dict__.update(state, cache="fresh")


plain = Plain()
print(plain.__getstate__())
plain.x = 1
print(plain.__getstate__(), plain.__getstate__() is plain.__dict__)
slotted = Slotted()
print(slotted.__getstate__())
slotted.b = 3
print(slotted.__getstate__())
both = Both()
both.a, both.z = 1, 2
print(both.__getstate__())
names = Names("x")
print(names.__getstate__())
names.title = "n"
print(names.__getstate__())
print((1).__getstate__(), [].__getstate__(), ValueError(1).__getstate__(), object().__getstate__())
print("__getstate__" in dir(Plain), "__getstate__" in vars(object), object.__getstate__(plain))
print(vars(copy.copy(Counted(4))), vars(copy.copy(plain)), copy.deepcopy(both).__getstate__())


class Box[T]:
    pass


class IntBox(Box[int]):
    pass


print(Box.__type_params__, IntBox.__type_params__, Plain.__type_params__, int.__type_params__, Box().__type_params__)
print(hasattr(plain, "__type_params__"), "__type_params__" in vars(Plain), "__type_params__" in vars(type))
Plain.__type_params__ = (1,)
print(Plain.__type_params__, vars(Plain)["__type_params__"])
for change in lambda: setattr(int, "__type_params__", ()), lambda: delattr(Plain, "__type_params__"):
    try:
        change()
    except TypeError as error:
        print(error)
