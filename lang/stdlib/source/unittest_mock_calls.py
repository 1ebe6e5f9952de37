# Calls of mocks, the objects that stand for nothing else, and lists of calls.
import asyncio
import functools
import inspect

from pprint import pformat
from types import FunctionType, MethodType, ModuleType
from unittest import _import

__all__ = ('Mock', 'MagicMock', 'patch', 'sentinel', 'DEFAULT', 'ANY', 'call', 'create_autospec', 'AsyncMock',
           'ThreadingMock', 'FILTER_DIR', 'NonCallableMock', 'NonCallableMagicMock', 'mock_open', 'PropertyMock',
           'seal')

FILTER_DIR = True
_FUNCTIONS = (FunctionType, MethodType)


class InvalidSpecError(Exception):
    """A mock was given a mock as its spec."""


class _SentinelObject:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"sentinel.{self.name}"


class _Sentinel:
    """Unique objects by name."""

    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == "__bases__":
            raise AttributeError(name)
        return self._sentinels.setdefault(name, _SentinelObject(name))


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT
_deleted = sentinel.DELETED
_missing = sentinel.MISSING


class _ANY:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _ANY()


def _call_text(name, args, kwargs):
    words = [repr(a) for a in args] + [f"{k}={v!r}" for k, v in kwargs.items()]
    return f"{name}({', '.join(words)})"


def _parts(value, name=""):
    """The name, arguments and keywords of what may stand for a call; None if it cannot be one."""
    args, kwargs = (), {}
    match len(value):
        case 0:
            pass
        case 1:
            (only,) = value
            if isinstance(only, str):
                name = only
            elif isinstance(only, tuple):
                args = only
            else:
                kwargs = only
        case 2:
            first, second = value
            if not isinstance(first, str):
                args, kwargs = first, second
            elif isinstance(second, tuple):
                name, args = first, second
            else:
                name, kwargs = first, second
        case 3:
            name, args, kwargs = value
        case _:
            return None
    return name, args, kwargs


class _Call(tuple):
    """A call of a mock: (name, args, kwargs), or (args, kwargs)."""

    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        name, args, kwargs = _parts(value, name)
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def __eq__(self, other):
        try:
            length = len(other)
        except TypeError:
            return NotImplemented
        if self._mock_parent and getattr(other, "_mock_parent", None) and self._mock_parent != other._mock_parent:
            return False
        theirs = _parts(other) if length <= 3 else None
        if theirs is None:
            return False
        name, args, kwargs = _parts(self)
        if name and theirs[0] != name:
            return False
        return (theirs[1], theirs[2]) == (args, kwargs)

    __ne__ = object.__ne__
    __hash__ = None

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(("", args, kwargs), name="()")
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + "()", parent=self)

    def __getattr__(self, attr):
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name=f"{self._mock_name}.{attr}", parent=self, from_kall=False)

    def __getattribute__(self, attr):
        if attr in tuple.__dict__:
            raise AttributeError
        return tuple.__getattribute__(self, attr)

    @property
    def args(self):
        return self[-2]

    @property
    def kwargs(self):
        return self[-1]

    def call_list(self):
        """All the calls that led to this one, and itself."""
        chain, one = [], self
        while one is not None:
            if one._mock_from_kall:
                chain.append(one)
            one = one._mock_parent
        return _CallList(reversed(chain))

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or "call"
            return "call" + name if name.startswith("()") else name
        name, args, kwargs = _parts(self)
        if name:
            name = ("call" if name.startswith("()") else "call.") + name
        return _call_text(name or "call", args, kwargs)


call = _Call(from_kall=False)


class _CallList(list):
    """Calls, in which a list of calls can be looked for."""

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        n = len(value)
        return any(self[i:i + n] == value for i in range(len(self) - n + 1))

    def __repr__(self):
        return pformat(list(self))


def _is_exception(value):
    return isinstance(value, BaseException) or isinstance(value, type) and issubclass(value, BaseException)


def _is_magic(name):
    return name[:2] == name[-2:] == "__" and len(name) > 4


def _is_list(value):
    return type(value) in (list, tuple)


def _is_coroutine_function(value):
    return asyncio.iscoroutinefunction(getattr(value, "__func__", value))


def _signature_of(spec, instance, eat_self):
    """The signature that calls of something with such a spec have; None if that cannot be told."""
    if isinstance(spec, type) and not instance:
        spec, eat_self = spec.__init__, True
    elif isinstance(spec, (classmethod, staticmethod)):
        eat_self = eat_self or isinstance(spec, classmethod)
        spec = spec.__func__
    elif not isinstance(spec, _FUNCTIONS):
        spec = getattr(spec, "__call__", None)
        if not isinstance(spec, _FUNCTIONS):
            return None
    try:
        return inspect.signature(functools.partial(spec, None) if eat_self else spec)
    except (TypeError, ValueError):
        return None
