# The flags of the module re. All else is in re.go.


class RegexFlag(int):
    """A set of flags."""

    __slots__ = ()

    def __iter__(self):
        return (RegexFlag(bit) for bit in _names if int(self) & bit)

    def _words(self, prefix):
        words = [prefix + name for bit, name in _names.items() if int(self) & bit]
        rest = int(self) & ~sum(_names)
        return "|".join(words + [hex(rest)] * bool(rest))

    @property
    def value(self):
        return int(self)

    @property
    def name(self):
        return self._words("") or "NOFLAG"

    def __repr__(self):
        return self._words("re.") or "re.NOFLAG"

    __str__ = __repr__

    def __format__(self, spec):
        return format(repr(self), spec)

    def __contains__(self, other):
        return int(self) & int(other) == int(other)

    def __or__(self, other):
        return RegexFlag(int(self) | int(other)) if isinstance(other, int) else NotImplemented

    def __and__(self, other):
        return RegexFlag(int(self) & int(other)) if isinstance(other, int) else NotImplemented

    def __xor__(self, other):
        return RegexFlag(int(self) ^ int(other)) if isinstance(other, int) else NotImplemented

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        return RegexFlag(sum(_names) & ~int(self))


_names = {
    256: "ASCII",
    2: "IGNORECASE",
    4: "LOCALE",
    32: "UNICODE",
    8: "MULTILINE",
    16: "DOTALL",
    64: "VERBOSE",
    128: "DEBUG",
}
NOFLAG = RegexFlag.NOFLAG = RegexFlag(0)
A = ASCII = RegexFlag.A = RegexFlag.ASCII = RegexFlag(256)
I = IGNORECASE = RegexFlag.I = RegexFlag.IGNORECASE = RegexFlag(2)
L = LOCALE = RegexFlag.L = RegexFlag.LOCALE = RegexFlag(4)
U = UNICODE = RegexFlag.U = RegexFlag.UNICODE = RegexFlag(32)
M = MULTILINE = RegexFlag.M = RegexFlag.MULTILINE = RegexFlag(8)
S = DOTALL = RegexFlag.S = RegexFlag.DOTALL = RegexFlag(16)
X = VERBOSE = RegexFlag.X = RegexFlag.VERBOSE = RegexFlag(64)
DEBUG = RegexFlag.DEBUG = RegexFlag(128)
