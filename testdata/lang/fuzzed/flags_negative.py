# Negative values of flags whose members overlap.
import enum
class N4(enum.Flag):
    RED = enum.auto()
    GREEN = 3
print(N4._flag_mask_, N4._singles_mask_, N4._all_bits_)
print(repr(N4(-1)), repr(N4(-2)),N4._value2member_map_)
class N1(enum.Flag):
    RED = 3
    GREEN = 4
    RED_TOO = enum.auto()
print(N1._flag_mask_, N1._singles_mask_, N1._all_bits_)
print(repr(N1(-1)))
print(~N1.RED, ~N1.GREEN)
class R(enum.Flag):
    A=1
    B=2
    C=4
    AB=3
print(R._flag_mask_, R._singles_mask_, R._all_bits_)
print(repr(R(-1)), R(-2), R(-3), R(-4), R(~3), ~R.AB, ~R.A, R._value2member_map_)
class I(enum.IntFlag):
    A=1
    C=6
print(repr(I(-1)), I(-2), I(-3), I(-4), I(~3), ~I.C, ~I.A, I._value2member_map_)
