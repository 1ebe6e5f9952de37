# The module uuid: identifiers of 128 bits. Random ones are drawn from the run's
# generator.

import os as _os
import time as _time

RESERVED_NCS = "reserved for NCS compatibility"
RFC_4122 = "specified in RFC 4122"
RESERVED_MICROSOFT = "reserved for Microsoft compatibility"
RESERVED_FUTURE = "reserved for future definition"

_FIELD_BITS = (32, 16, 16, 8, 8, 48)


class UUID:
    __slots__ = ("int", "__weakref__")

    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None):
        if [hex, bytes, bytes_le, fields, int].count(None) != 4:
            raise TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be given")
        if hex is not None:
            digits = hex.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
            if len(digits) != 32:
                raise ValueError("badly formed hexadecimal UUID string")
            int = _int(digits, 16)
        if bytes_le is not None:
            if len(bytes_le) != 16:
                raise ValueError("bytes_le is not a 16-char string")
            bytes = bytes_le[3::-1] + bytes_le[5:3:-1] + bytes_le[7:5:-1] + bytes_le[8:]
        if bytes is not None:
            if len(bytes) != 16:
                raise ValueError("bytes is not a 16-char string")
            int = _int.from_bytes(bytes)
        if fields is not None:
            int = _join_fields(fields)
        if not 0 <= int < 1 << 128:
            raise ValueError("int is out of range (need a 128-bit value)")
        if version is not None:
            if not 1 <= version <= 5:
                raise ValueError("illegal version number")
            int = int & ~(0xC000 << 48) | 0x8000 << 48
            int = int & ~(0xF000 << 64) | version << 76
        object.__setattr__(self, "int", int)

    def __setattr__(self, name, value):
        raise TypeError("UUID objects are immutable")

    def __getstate__(self):
        return {"int": self.int}

    def __setstate__(self, state):
        object.__setattr__(self, "int", state["int"])

    def __eq__(self, other):
        return self.int == other.int if isinstance(other, UUID) else NotImplemented

    def __lt__(self, other):
        return self.int < other.int if isinstance(other, UUID) else NotImplemented

    def __le__(self, other):
        return self.int <= other.int if isinstance(other, UUID) else NotImplemented

    def __gt__(self, other):
        return self.int > other.int if isinstance(other, UUID) else NotImplemented

    def __ge__(self, other):
        return self.int >= other.int if isinstance(other, UUID) else NotImplemented

    def __hash__(self):
        return hash(self.int)

    def __int__(self):
        return self.int

    def __repr__(self):
        return f"{self.__class__.__name__}({str(self)!r})"

    def __str__(self):
        h = self.hex
        return f"{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}"

    @property
    def hex(self):
        return f"{self.int:032x}"

    @property
    def bytes(self):
        return self.int.to_bytes(16)

    @property
    def bytes_le(self):
        b = self.bytes
        return b[3::-1] + b[5:3:-1] + b[7:5:-1] + b[8:]

    @property
    def fields(self):
        out, left = [], 128
        for bits in _FIELD_BITS:
            left -= bits
            out.append(self.int >> left & (1 << bits) - 1)
        return tuple(out)

    @property
    def time_low(self):
        return self.fields[0]

    @property
    def time_mid(self):
        return self.fields[1]

    @property
    def time_hi_version(self):
        return self.fields[2]

    @property
    def clock_seq_hi_variant(self):
        return self.fields[3]

    @property
    def clock_seq_low(self):
        return self.fields[4]

    @property
    def node(self):
        return self.fields[5]

    @property
    def time(self):
        return (self.time_hi_version & 0x0FFF) << 48 | self.time_mid << 32 | self.time_low

    @property
    def clock_seq(self):
        return (self.clock_seq_hi_variant & 0x3F) << 8 | self.clock_seq_low

    @property
    def urn(self):
        return f"urn:uuid:{self}"

    @property
    def variant(self):
        top = self.int >> 61 & 7
        if top < 4:
            return RESERVED_NCS
        if top < 6:
            return RFC_4122
        return RESERVED_MICROSOFT if top == 6 else RESERVED_FUTURE

    @property
    def version(self):
        return self.int >> 76 & 15 if self.variant == RFC_4122 else None


_int = int


def _join_fields(fields):
    if len(fields) != 6:
        raise ValueError("fields is not a 6-tuple")
    joined = 0
    for place, (value, bits) in enumerate(zip(fields, _FIELD_BITS), 1):
        if not 0 <= value < 1 << bits:
            raise ValueError(f"field {place} out of range (need a{'n' if bits == 8 else ''} {bits}-bit value)")
        joined = joined << bits | value
    return joined


def getnode():
    global _node
    if _node is None:
        _node = _int.from_bytes(_os.urandom(6)) | 1 << 40
    return _node


_node = None
_last = 0


def uuid1(node=None, clock_seq=None):
    global _last
    # Steps of 100 ns since 15 October 1582, each given out once.
    _last = max(_time.time_ns() // 100 + 0x01B21DD213814000, _last + 1)
    if clock_seq is None:
        clock_seq = _int.from_bytes(_os.urandom(2)) & 0x3FFF
    fields = (_last & 0xFFFFFFFF, _last >> 32 & 0xFFFF, _last >> 48 & 0x0FFF, clock_seq >> 8 & 0x3F, clock_seq & 0xFF)
    return UUID(fields=fields + (getnode() if node is None else node,), version=1)


def _named(digest, namespace, name, version):
    if isinstance(name, str):
        name = name.encode()
    return UUID(bytes=digest(namespace.bytes + name)[:16], version=version)


def uuid3(namespace, name):
    return _named(_md5, namespace, name, 3)


def uuid4():
    return UUID(bytes=_os.urandom(16), version=4)


def uuid5(namespace, name):
    return _named(_sha1, namespace, name, 5)


NAMESPACE_DNS = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_URL = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_OID = UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_X500 = UUID("6ba7b814-9dad-11d1-80b4-00c04fd430c8")
