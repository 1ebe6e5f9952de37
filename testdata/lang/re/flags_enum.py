import re, enum
print(repr(re.I | re.M), re.I, str(re.S), f"{re.X}", f"{re.X:>12}|", format(re.I, "d") if False else "", re.compile("a", re.I | re.M))
print(isinstance(re.I, int), isinstance(re.I, enum.IntFlag), isinstance(re.I, re.RegexFlag), type(re.I), re.RegexFlag.__mro__[1:3])
print(list(re.RegexFlag), len(re.RegexFlag), re.RegexFlag["I"], re.RegexFlag(2), re.RegexFlag(10), repr(re.RegexFlag(0)), re.RegexFlag(1024))
print(re.I.name, re.I.value, (re.I | re.M).name, (re.I | re.M).value, re.NOFLAG.name, repr(re.NOFLAG), repr(~re.I), re.I in (re.I | re.M), re.S in re.I)
print(list(re.I | re.S | re.A), re.I == 2, re.I + 1, re.I | 1, hash(re.I) == hash(2), {re.I: 1}[2], re.I & re.M, re.I ^ re.I, bool(re.NOFLAG), re.I | re.I is re.I)
print(re.RegexFlag.__members__.keys(), re.T if hasattr(re, "T") else "no T", re.U, re.L, re.DEBUG, re.A)
print(re.compile("x", re.I).flags, re.compile("(?im)x").flags, repr(re.compile("x", 2 | 8)), repr(re.compile(b"x", re.L)), repr(re.compile("x", re.A | re.X)), repr(re.compile("x", re.U)))
print(type(re.compile("x").flags), re.I.__class__, re.RegexFlag.I is re.I, re.RegexFlag.IGNORECASE, dir(re.RegexFlag)[:4] == 1)
try: re.RegexFlag["nope"]
except KeyError as e: print(repr(e))
try: re.RegexFlag("x")
except ValueError as e: print(repr(e))
match re.M:
    case re.I: print("I")
    case re.M: print("M")
import copy
print(copy.copy(re.I) is re.I, copy.deepcopy(re.I | re.S) == re.I | re.S)
try: re.I = 4
except Exception as e: print(e)
print("%d %s %r" % (8, re.M if True else 0, re.M), int(re.M), [re.M], f"{re.M!r}")
