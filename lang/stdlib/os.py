# The module os: the environment and a few constants. There are no files,
# processes or directories here.

import os.path as path
import sys

name = "posix"
sep = "/"
altsep = None
curdir = "."
pardir = ".."
extsep = "."
pathsep = ":"
linesep = "\n"
devnull = "/dev/null"
defpath = "/bin:/usr/bin"
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
EX_OK = 0
(EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_NOUSER, EX_NOHOST, EX_UNAVAILABLE, EX_SOFTWARE, EX_OSERR, EX_OSFILE, EX_CANTCREAT,
 EX_IOERR, EX_TEMPFAIL, EX_PROTOCOL, EX_NOPERM, EX_CONFIG) = range(64, 79)
supports_bytes_environ = False
error = OSError


class _Environ:
    """A mapping of strings to strings."""

    def __init__(self, items):
        self._items = items

    def __repr__(self):
        return f"environ({self._items!r})"

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(list(self._items))

    def __contains__(self, key):
        return key in self._items

    def __getitem__(self, key):
        return self._items[_text(key)]

    def __setitem__(self, key, value):
        self._items[_text(key)] = _text(value)

    def __delitem__(self, key):
        del self._items[_text(key)]

    def __eq__(self, other):
        return self._items == (other._items if isinstance(other, _Environ) else other)

    def __or__(self, other):
        return self._items | dict(other)

    def get(self, key, default=None):
        return self._items.get(key, default)

    def keys(self):
        return self._items.keys()

    def values(self):
        return self._items.values()

    def items(self):
        return self._items.items()

    def setdefault(self, key, default):
        if key not in self:
            self[key] = default
        return self[key]

    def pop(self, key, *default):
        return self._items.pop(_text(key), *default)

    def popitem(self):
        return self._items.popitem()

    def clear(self):
        self._items.clear()

    def update(self, *mappings, **items):
        for key, value in dict(*mappings, **items).items():
            self[key] = value

    def copy(self):
        return dict(self._items)


def _text(value):
    if not isinstance(value, str):
        raise TypeError(f"str expected, not {type(value).__name__}")
    return value


# For collections.abc too it is a mapping. The later of the two modules says so: those who
# only ask for a variable need not wait for the other.
if "collections.abc" in sys.modules:
    sys.modules["collections.abc"].MutableMapping.register(_Environ)
environ = _Environ(_environment)
del _environment


def getenv(key, default=None):
    """A variable of the environment, or default."""
    return environ.get(key, default)


def putenv(name, value, /):
    environ[name] = value


def unsetenv(name, /):
    environ.pop(name, None)


def getpid():
    return 1


def getppid():
    return 0


def cpu_count():
    return 1


process_cpu_count = cpu_count


def urandom(size, /):
    """Random bytes, from the program's one generator."""
    from random import randbytes

    return randbytes(size)


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    try:
        convert = type(path).__fspath__
    except AttributeError:
        raise TypeError("expected str, bytes or os.PathLike object, not " + type(path).__name__) from None
    return convert(path)
