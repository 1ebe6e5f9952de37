# enum.global_enum and its kin: members that are globals of their module.
import enum
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum


@enum.global_enum
class Colour(Enum):
    RED = 1
    GREEN = 2


@enum.global_enum
class Perm(Flag):
    R = 4
    W = 2
    X = 1


@enum.global_enum
class Level(IntEnum):
    LOW = 10
    HIGH = 20


@enum.global_enum
class Mode(IntFlag):
    A = 1
    B = 2
    AB = 3


@enum.global_enum
class Word(StrEnum):
    YES = "y"


print(RED, repr(RED), GREEN is Colour.GREEN, f"{RED}")
print(R, repr(R), repr(R | W), str(R | W), repr(Perm(0)), str(Perm(0)), repr(~R))
print(LOW, repr(LOW), f"{LOW:>4}", LOW < HIGH)
print(A | B, repr(A | B), repr(A), repr(Mode(8)), repr(Mode(9)), repr(Mode(0)))
print(YES, repr(YES))




class Shown(Enum):
    __repr__ = enum.global_enum_repr
    __str__ = enum.global_str
    ONE = 1


class Flags(Flag):
    __repr__ = enum.global_flag_repr
    P = 1
    Q = 2


print(repr(Shown.ONE), str(Shown.ONE), repr(Flags.P | Flags.Q), repr(Flags.P), repr(Flags(0)))
print(enum.pickle_by_global_name(Shown.ONE, 2), enum.pickle_by_enum_name(Shown.ONE, 2))
