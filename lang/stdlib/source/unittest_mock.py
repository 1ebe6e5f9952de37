"""Stand-ins for the things that the code under test uses."""

import asyncio
import functools

from types import FunctionType
from unittest import _import


class _Sentinel:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"sentinel.{self.name}"


class _Sentinels:
    """Unique objects by name."""

    def __init__(self):
        self._made = {}

    def __getattr__(self, name):
        if name == "__bases__":
            raise AttributeError(name)
        return self._made.setdefault(name, _Sentinel(name))


sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING


class _Any:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _Any()


class InvalidSpecError(Exception):
    """A mock was given a mock as its spec."""


# Calls -----------------------------------------------------------------------


def _call_text(name, args, kwargs):
    words = [repr(a) for a in args] + [f"{k}={v!r}" for k, v in kwargs.items()]
    return f"{name}({', '.join(words)})"


class _Call(tuple):
    """A call of a mock: (name, args, kwargs), or (args, kwargs)."""

    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        args, kwargs = (), {}
        for part in value:
            if isinstance(part, str):
                name = part
            elif isinstance(part, tuple):
                args = part
            else:
                kwargs = part
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
        if length > 3 or not isinstance(other, tuple):
            return False
        mine = tuple.__len__(self)
        own_name, own_args, own_kwargs = ("", *self) if mine == 2 else tuple(self)
        name, args, kwargs = None, (), {}
        for part in other:
            if isinstance(part, str):
                name = part
            elif isinstance(part, tuple):
                args = part
            else:
                kwargs = part
        if name is None or mine == 2:
            name = own_name
        return (name, args, kwargs) == (own_name, own_args, own_kwargs)

    __hash__ = None

    def __call__(self, *args, **kwargs):
        if self._mock_name is None:
            return _Call(("", args, kwargs), name="()")
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + "()", parent=self)

    def __getattr__(self, attr):
        if attr.startswith("__"):
            raise AttributeError(attr)
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name=f"{self._mock_name}.{attr}", parent=self, from_kall=False)

    @property
    def args(self):
        return self[-2]

    @property
    def kwargs(self):
        return self[-1]

    def call_list(self):
        out, one = [], self
        while one is not None:
            if one._mock_from_kall:
                out.append(one)
            one = one._mock_parent
        return _CallList(reversed(out))

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or "call"
            return "call" + name if name.startswith("()") else name
        name, args, kwargs = ("", *self) if tuple.__len__(self) == 2 else tuple(self)
        if not name:
            name = "call"
        elif not name.startswith("()"):
            name = "call." + name
        else:
            name = "call" + name
        return _call_text(name, args, kwargs)


call = _Call(from_kall=False)


class _CallList(list):
    """Calls, in which a list of calls can be looked for."""

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        n = len(value)
        return any(list(self[i:i + n]) == value for i in range(len(self) - n + 1))

    def __repr__(self):
        calls = [repr(one) for one in self]
        line = "[" + ", ".join(calls) + "]"
        return line if len(line) <= _WIDTH else "[" + ",\n ".join(calls) + "]"


_WIDTH = 80  # of a list of calls, beyond which each has a line of its own


# Mocks -----------------------------------------------------------------------

_ASSERTS = ("assert", "assret", "asert", "aseert", "assrt")


class Base:
    """What all mocks are made of."""


class NonCallableMock(Base):
    """An object that has any attribute, and remembers what is done with it."""

    def __new__(cls, /, *args, **kwargs):
        # Each mock has a class of its own, which special methods are set on.
        own = type(cls.__name__, (cls,), {"__doc__": cls.__doc__, "__module__": cls.__module__})
        return object.__new__(own)

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None,
                 _new_name="", _new_parent=None, unsafe=False, **kwargs):
        own = self.__dict__
        own["_mock_parent"] = parent
        own["_mock_name"] = name
        own["_mock_new_name"] = _new_name
        own["_mock_new_parent"] = _new_parent if _new_parent is not None else parent
        own["_mock_children"] = {}
        own["_mock_wraps"] = wraps
        own["_mock_sealed"] = False
        own["_mock_unsafe"] = unsafe
        own["_mock_return_value"] = DEFAULT
        own["_mock_side_effect"] = None
        own["method_calls"] = _CallList()
        own["_mock_signature"] = None
        given = spec_set if spec_set is not None else spec
        own["_spec_set"] = spec_set is not None
        own["_spec_class"] = None
        own["_mock_methods"] = None
        if given is not None:
            if isinstance(given, Base):
                raise InvalidSpecError(f"Cannot spec a Mock object. [object={given!r}]")
            if isinstance(given, (list, tuple)):
                own["_mock_methods"] = list(given)
            else:
                own["_spec_class"] = given if isinstance(given, type) else type(given)
                own["_mock_methods"] = dir(given)
        self._forget_calls()
        if kwargs:
            self.configure_mock(**kwargs)

    def _forget_calls(self):
        own = self.__dict__
        own["called"] = False
        own["call_count"] = 0
        own["call_args"] = None
        own["call_args_list"] = _CallList()
        own["mock_calls"] = _CallList()
        own["method_calls"] = _CallList()

    @property
    def __class__(self):
        return self.__dict__.get("_spec_class") or type(self)

    @property
    def return_value(self):
        value = self._mock_return_value
        if value is DEFAULT and self._mock_wraps is None:
            value = self._get_child_mock(_new_parent=self, _new_name="()")
            self.__dict__["_mock_return_value"] = value
        return value

    @return_value.setter
    def return_value(self, value):
        self.__dict__["_mock_return_value"] = value
        self._adopt(value, None, "()")

    @property
    def side_effect(self):
        return self._mock_side_effect

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not callable(value) and not _is_exception(value):
            value = iter(value)
        self.__dict__["_mock_side_effect"] = value

    def _adopt(self, value, name, new_name):
        if not isinstance(value, NonCallableMock):
            return
        own = value.__dict__
        if own["_mock_name"] or own["_mock_new_name"] or own["_mock_parent"] is not None or own["_mock_new_parent"] is not None:
            return
        own["_mock_new_parent"], own["_mock_new_name"] = self, new_name
        if name:
            own["_mock_parent"], own["_mock_name"] = self, name

    def __getattr__(self, name):
        own = self.__dict__
        methods = own.get("_mock_methods")
        if name in ("_mock_methods", "_mock_children") or "_mock_children" not in own:
            raise AttributeError(name)
        if methods is not None:
            if name not in methods or name in _SPECIAL:
                raise AttributeError(f"Mock object has no attribute {name!r}")
        elif name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        if not own["_mock_unsafe"] and (methods is None or name not in methods) and name.startswith(_ASSERTS):
            raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} "
                                 "is meant to be an attribute.")
        child = own["_mock_children"].get(name)
        if child is _missing:
            raise AttributeError(name)
        if child is None:
            wraps = None if own["_mock_wraps"] is None else getattr(own["_mock_wraps"], name)
            child = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
            own["_mock_children"][name] = child
        return child

    def __setattr__(self, name, value):
        own = self.__dict__
        if name in ("return_value", "side_effect", "__class__"):
            object.__setattr__(self, name, value)
            return
        methods = own["_mock_methods"]
        if own["_spec_set"] and methods is not None and name not in methods and name not in own:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name.startswith("__") and name.endswith("__") and name in _MAGIC:
            if isinstance(value, Base):
                setattr(type(self), name, lambda self, *args, **kwargs: value(*args, **kwargs))
                self._adopt(value, name, name)
            else:
                setattr(type(self), name, value)
            own["_mock_children"][name] = value
            return
        if name not in own and isinstance(value, NonCallableMock):
            self._adopt(value, name, name)
            own["_mock_children"][name] = value
        own[name] = value

    def __delattr__(self, name):
        own = self.__dict__
        if own["_mock_children"].get(name) is _missing:
            raise AttributeError(name)
        own.pop(name, None)
        own["_mock_children"][name] = _missing

    def __dir__(self):
        names = set(self._mock_methods or object.__dir__(self)) | set(self.__dict__) | set(self._mock_children)
        return sorted(name for name in names if not name.startswith("_mock_"))

    def _get_child_mock(self, /, **kwargs):
        kind = Mock
        for cls in (AsyncMock, MagicMock, Mock):
            if isinstance(type(self), type) and issubclass(type(self), cls):
                kind = cls
                break
        else:
            if issubclass(type(self), NonCallableMagicMock):
                kind = MagicMock
        return kind(**kwargs)

    def configure_mock(self, /, **kwargs):
        """Set attributes; dotted names reach into children."""
        for name, value in sorted(kwargs.items(), key=lambda item: item[0].count(".")):
            *path, last = name.split(".")
            target = self
            for part in path:
                target = getattr(target, part)
            setattr(target, last, value)

    def attach_mock(self, mock, attribute):
        """Make mock a child, whose calls this one records."""
        own = mock.__dict__
        own["_mock_parent"] = own["_mock_new_parent"] = None
        own["_mock_name"], own["_mock_new_name"] = "", None
        setattr(self, attribute, mock)

    def mock_add_spec(self, spec, spec_set=False):
        self.__dict__["_mock_methods"] = list(spec) if isinstance(spec, (list, tuple)) else dir(spec)
        self.__dict__["_spec_set"] = spec_set

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forget all calls."""
        self._forget_calls()
        own = self.__dict__
        result = own["_mock_return_value"]
        if return_value:
            own["_mock_return_value"] = DEFAULT
        if side_effect:
            own["_mock_side_effect"] = None
        for child in list(own["_mock_children"].values()):
            if isinstance(child, NonCallableMock):
                child.reset_mock(return_value=return_value, side_effect=side_effect)
        if isinstance(result, NonCallableMock) and result is not self:
            result.reset_mock()

    def _full_name(self):
        """The mock's name with its parents', as its repr shows it."""
        parts, mock, dot = [], self, "."
        if self._mock_new_name == "()":
            dot = ""
        parent = self._mock_new_parent
        name = self._mock_new_name
        while parent is not None:
            parts.append((name or "") + dot)
            dot = "" if parent._mock_new_name == "()" else "."
            mock, name, parent = parent, parent._mock_new_name, parent._mock_new_parent
        first = mock._mock_name or "mock"
        if parts:
            joined = "".join(reversed(parts)).rstrip(".")
            return first + ("" if joined.startswith("()") else ".") + joined
        return first

    def __repr__(self):
        name = self._full_name()
        text = "" if name == "mock" else f" name={name!r}"
        if self._spec_class is not None:
            text += f" {'spec_set' if self._spec_set else 'spec'}={self._spec_class.__name__!r}"
        return f"<{type(self).__name__}{text} id='{id(self)}'>"

    # What was called.

    def _told(self, args, kwargs):
        own = self.__dict__
        if own["_mock_signature"] is not None:
            own["_mock_signature"].bind(*args, **kwargs)
        own["called"] = True
        own["call_count"] += 1
        one = _Call((args, kwargs), two=True)
        own["call_args"] = one
        own["call_args_list"].append(one)
        own["mock_calls"].append(_Call(("", args, kwargs)))
        as_method = self._mock_parent is not None
        method_name = self._mock_name
        mock, parent, name = self, self._mock_new_parent, self._mock_new_name or ""
        while parent is not None:
            if as_method:
                parent.__dict__["method_calls"].append(_Call((method_name, args, kwargs)))
                as_method = parent._mock_parent is not None
                if as_method:
                    method_name = f"{parent._mock_name}.{method_name}"
            parent.__dict__["mock_calls"].append(_Call((name, args, kwargs)))
            if parent._mock_new_name:
                name = parent._mock_new_name + ("" if name.startswith("()") else ".") + name
            mock, parent = parent, parent._mock_new_parent

    def _shown(self, args, kwargs):
        return _call_text(self._mock_name or "mock", args, kwargs)

    def _calls_text(self, prefix="Calls"):
        return f"\n{prefix}: {self.mock_calls!r}." if self.mock_calls else ""

    def assert_called(self):
        """Fail unless the mock was called."""
        if self.call_count == 0:
            raise AssertionError(f"Expected '{self._mock_name or 'mock'}' to have been called.")

    def assert_not_called(self):
        """Fail if the mock was called."""
        if self.call_count:
            raise AssertionError(f"Expected '{self._mock_name or 'mock'}' to not have been called. "
                                 f"Called {self.call_count} times.{self._calls_text()}")

    def assert_called_once(self):
        """Fail unless the mock was called exactly once."""
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._mock_name or 'mock'}' to have been called once. "
                                 f"Called {self.call_count} times.{self._calls_text()}")

    def assert_called_with(self, /, *args, **kwargs):
        """Fail unless the last call had these arguments."""
        expected = self._shown(args, kwargs)
        if self.call_args is None:
            raise AssertionError(f"expected call not found.\nExpected: {expected}\n  Actual: not called.")
        if _Call((args, kwargs), two=True) != self.call_args:
            raise AssertionError(f"expected call not found.\nExpected: {expected}\n"
                                 f"  Actual: {self._shown(*self.call_args)}")

    def assert_called_once_with(self, /, *args, **kwargs):
        """Fail unless there was one call, with these arguments."""
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._mock_name or 'mock'}' to be called once. "
                                 f"Called {self.call_count} times.{self._calls_text()}")
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        """Fail unless some call had these arguments."""
        expected = _Call((args, kwargs), two=True)
        if not any(expected == one for one in self.call_args_list):
            raise AssertionError(f"{self._shown(args, kwargs)} call not found")

    def assert_has_calls(self, calls, any_order=False):
        """Fail unless the calls were made, one after the other or in any order."""
        expected = list(calls)
        if not any_order:
            if expected not in self.mock_calls:
                raise AssertionError(f"Calls not found.\nExpected: {_CallList(expected)!r}\n"
                                     f"  Actual: {self.mock_calls!r}")
            return
        left = list(self.mock_calls)
        missing = []
        for one in expected:
            if one in left:
                left.remove(one)
            else:
                missing.append(one)
        if missing:
            raise AssertionError(f"{self._mock_name or 'mock'!r} does not contain all of {tuple(missing)!r} "
                                 f"in its call list, found {list(self.mock_calls)!r} instead")


_SPECIAL = ("_mock_methods",)


def _is_exception(value):
    return (isinstance(value, BaseException)
            or isinstance(value, type) and issubclass(value, BaseException))


class CallableMixin(Base):
    """A mock that can be called."""

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None,
                 spec_set=None, parent=None, _spec_state=None, _new_name="", _new_parent=None, **kwargs):
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent)
        self.__dict__["_mock_return_value"] = return_value
        self.side_effect = side_effect
        if kwargs:
            self.configure_mock(**kwargs)

    def __call__(self, /, *args, **kwargs):
        self._told(args, kwargs)
        return self._answer(args, kwargs)

    def _answer(self, args, kwargs):
        effect = self._mock_side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            result = effect(*args, **kwargs) if callable(effect) else next(effect)
            if _is_exception(result) and not callable(effect):
                raise result
            if result is not DEFAULT:
                return result
        if self._mock_return_value is DEFAULT and self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    """A callable that has any attribute, and remembers what is done with it."""


# Special methods ---------------------------------------------------------------

_MAGIC_RESULTS = {
    "__int__": 1, "__float__": 1.0, "__bool__": True, "__len__": 0, "__contains__": False,
    "__index__": 1, "__exit__": False,
}
_NUMBER = [f"__{p}{n}__" for n in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lshift",
                                   "rshift", "and", "or", "xor", "matmul") for p in ("", "i", "r")]
_ASYNC = ("__aenter__", "__aexit__", "__anext__")
_MAGIC = set(_MAGIC_RESULTS) | set(_NUMBER) | set(_ASYNC) | {
    "__hash__", "__str__", "__repr__", "__iter__", "__getitem__", "__setitem__", "__delitem__", "__enter__",
    "__lt__", "__gt__", "__le__", "__ge__", "__eq__", "__ne__", "__neg__", "__pos__", "__abs__", "__invert__",
    "__aiter__", "__call__", "__next__", "__reversed__", "__round__", "__trunc__", "__floor__", "__ceil__",
}


class _MagicMixin(Base):
    """Gives a mock the special methods."""

    def _magic(self, name, args):
        children = self.__dict__["_mock_children"]
        child = children.get(name)
        if child is None:
            kind = AsyncMock if name in _ASYNC else MagicMock
            child = kind(parent=self, name=name, _new_name=name, _new_parent=self)
            if name in _MAGIC_RESULTS:
                child.return_value = _MAGIC_RESULTS[name]
            elif name == "__aexit__":
                child.return_value = False
            elif name == "__iter__":
                child.return_value = iter([])
            elif name == "__anext__":
                child.side_effect = StopAsyncIteration
            children[name] = child
        return child

    def __getattribute__(self, name):
        if name.startswith("__") and (name in _MAGIC_LIST or name == "__aiter__"):
            return object.__getattribute__(self, "_magic")(name, ())
        return object.__getattribute__(self, name)

    def __aiter__(self):
        child = self._magic("__aiter__", ())
        values = child._mock_return_value
        return _async_iterator([] if values is DEFAULT else values)


async def _async_iterator(values):
    for value in values:
        yield value


def _magic_method(name):
    def method(self, *args, **kwargs):
        result = self._magic(name, args)(*args, **kwargs)
        if name == "__iter__" and not hasattr(type(result), "__next__"):
            result = iter(result)
        return result
    method.__name__ = name
    return method


_MAGIC_LIST = sorted(set(_MAGIC_RESULTS) | set(_ASYNC) | set(n for n in _NUMBER if not n.startswith("__r")) | {
    "__iter__", "__getitem__", "__setitem__", "__delitem__", "__enter__", "__neg__", "__pos__", "__abs__", "__invert__"})
for _name in _MAGIC_LIST:
    setattr(_MagicMixin, _name, _magic_method(_name))


class NonCallableMagicMock(_MagicMixin, NonCallableMock):
    """A mock with special methods that cannot be called."""


class MagicMock(_MagicMixin, Mock):
    """A mock with special methods."""


# Coroutines --------------------------------------------------------------------


class AsyncMock(_MagicMixin, Mock):
    """A mock whose calls are awaited."""

    _is_coroutine = asyncio.coroutines._is_coroutine

    def _forget_calls(self):
        super()._forget_calls()
        own = self.__dict__
        own["await_count"] = 0
        own["await_args"] = None
        own["await_args_list"] = _CallList()

    async def _awaited(self, args, kwargs):
        own = self.__dict__
        own["await_count"] += 1
        one = _Call((args, kwargs), two=True)
        own["await_args"] = one
        own["await_args_list"].append(one)
        effect = self._mock_side_effect
        if effect is not None and not _is_exception(effect) and not callable(effect):
            try:
                result = next(effect)
            except StopIteration:
                raise StopAsyncIteration from None
            if _is_exception(result):
                raise result
        else:
            result = self._answer(args, kwargs)
        if asyncio.iscoroutine(result):
            result = await result
        return result

    def __call__(self, /, *args, **kwargs):
        self._told(args, kwargs)
        return self._awaited(args, kwargs)

    def _times(self):
        return f"Awaited {self.await_count} times."

    def assert_awaited(self):
        """Fail unless the mock was awaited."""
        if self.await_count == 0:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to have been awaited.")

    def assert_awaited_once(self):
        """Fail unless the mock was awaited exactly once."""
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to have been awaited once. {self._times()}")

    def assert_not_awaited(self):
        """Fail if the mock was awaited."""
        if self.await_count:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to not have been awaited. {self._times()}")

    def assert_awaited_with(self, /, *args, **kwargs):
        """Fail unless the last await had these arguments."""
        expected = self._shown(args, kwargs)
        if self.await_args is None:
            raise AssertionError(f"Expected await: {expected}\nNot awaited")
        if _Call((args, kwargs), two=True) != self.await_args:
            raise AssertionError(f"expected await not found.\nExpected: {expected}\n"
                                 f"  Actual: {self._shown(*self.await_args)}")

    def assert_awaited_once_with(self, /, *args, **kwargs):
        """Fail unless there was one await, with these arguments."""
        self.assert_awaited_once()
        self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        """Fail unless some await had these arguments."""
        expected = _Call((args, kwargs), two=True)
        if not any(expected == one for one in self.await_args_list):
            raise AssertionError(f"{self._shown(args, kwargs)} await not found")

    def assert_has_awaits(self, calls, any_order=False):
        """Fail unless the awaits were made."""
        expected = [one if len(one) == 2 else _Call(tuple(one)[1:], two=True) for one in calls]
        if any_order:
            ok = all(one in list(self.await_args_list) for one in expected)
        else:
            ok = expected in self.await_args_list
        if not ok:
            raise AssertionError(f"Awaits not found.\nExpected: {list(calls)!r}\nActual: {self.await_args_list!r}")


class PropertyMock(Mock):
    """A mock for use as a property."""

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, value):
        self(value)


# Patching ------------------------------------------------------------------------


def _resolve(dotted):
    parts = dotted.split(".")
    thing = _import(parts[0])
    path = parts[0]
    for part in parts[1:]:
        path += "." + part
        try:
            thing = getattr(thing, part)
        except AttributeError:
            _import(path)
            thing = getattr(thing, part)
    return thing


class _Patch:
    """Replaces an attribute while a block or a function runs."""

    def __init__(self, getter, attribute, new, spec, create, spec_set, new_callable, kwargs,
                 autospec=None):
        if new_callable is not None and new is not DEFAULT:
            raise ValueError("Cannot use 'new' and 'new_callable' together")
        if autospec is not None and new_callable is not None:
            raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        self.autospec = autospec
        self.getter, self.attribute, self.new = getter, attribute, new
        self.spec, self.create, self.spec_set = spec, create, spec_set
        self.new_callable, self.kwargs = new_callable, kwargs
        self.before = []
        self.others = []

    def _copy(self):
        return _Patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set,
                      self.new_callable, self.kwargs, self.autospec)

    def __enter__(self):
        target = self.target = self.getter()
        name = self.attribute
        missing = object()
        own = getattr(target, "__dict__", {})
        local = name in own
        original = own[name] if local else getattr(target, name, missing)
        if original is missing and not self.create:
            raise AttributeError(f"{target} does not have the attribute {name!r}")
        new = self.new
        if new is DEFAULT and self.autospec:
            like = original if self.autospec is True else self.autospec
            new = create_autospec(like, bool(self.spec_set), name=name, **self.kwargs)
        elif new is DEFAULT:
            kind = self.new_callable
            given = dict(self.kwargs)
            if kind is None:
                kind = AsyncMock if asyncio.iscoroutinefunction(original) else MagicMock
                given.setdefault("name", name)
            for key, spec in (("spec", self.spec), ("spec_set", self.spec_set)):
                if spec is not None:
                    given[key] = original if spec is True else spec
            new = kind(**given)
        elif self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.before.append((target, name, original, local and original is not missing, new))
        setattr(target, name, new)
        return new

    def __exit__(self, *exc_info):
        target, name, original, local, _ = self.before.pop()
        if local:
            setattr(target, name, original)
        else:
            delattr(target, name)
        return False

    def start(self):
        """Patch until stop."""
        new = self.__enter__()
        _started.append(self)
        return new

    def stop(self):
        """End what start began."""
        if self not in _started:
            return None
        _started.remove(self)
        return self.__exit__(None, None, None)

    def __call__(self, function):
        if isinstance(function, type):
            for name in dir(function):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(function, name)):
                    setattr(function, name, self._copy()(getattr(function, name)))
            return function
        patches = getattr(function, "patchings", None)
        if patches is not None:
            patches.append(self)
            return function
        patches = [self]

        def enter(stack):
            values = []
            for one in patches:
                value = stack.enter_context(one)
                if one.new is DEFAULT:
                    values.append(value)
            return values

        from contextlib import ExitStack
        if asyncio.iscoroutinefunction(function):
            @functools.wraps(function)
            async def patched(*args, **kwargs):
                with ExitStack() as stack:
                    return await function(*args, *enter(stack), **kwargs)
        else:
            @functools.wraps(function)
            def patched(*args, **kwargs):
                with ExitStack() as stack:
                    return function(*args, *enter(stack), **kwargs)
        patched.patchings = patches
        return patched


_started = []


def _target(dotted):
    try:
        owner, name = dotted.rsplit(".", 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f"Need a valid target to patch. You supplied: {dotted!r}") from None
    return functools.partial(_resolve, owner), name


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
          new_callable=None, *, unsafe=False, **kwargs):
    """Replace what a dotted name stands for, in a with statement or a function."""
    getter, name = _target(target)
    return _Patch(getter, name, new, spec, create, spec_set, new_callable, kwargs, autospec)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None,
                  autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    """Replace an attribute of an object."""
    if isinstance(target, str):
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _Patch(lambda: target, attribute, new, spec, create, spec_set, new_callable, kwargs, autospec)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """Replace several attributes of an object."""
    from contextlib import ExitStack, contextmanager

    @contextmanager
    def patched():
        thing = _resolve(target) if isinstance(target, str) else target
        with ExitStack() as stack:
            made = {}
            for name, new in kwargs.items():
                value = stack.enter_context(_patch_object(thing, name, new, spec, create, spec_set,
                                                          autospec, new_callable))
                if new is DEFAULT:
                    made[name] = value
            yield made

    return patched()


class _PatchDict:
    """Changes a dict while a block or a function runs."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.clear = in_dict, clear
        self.values = {**dict(values), **kwargs}

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _resolve(self.in_dict)
        self.before = dict(self.in_dict)
        if self.clear:
            self.in_dict.clear()
        self.in_dict.update(self.values)
        return self.in_dict

    def __exit__(self, *exc_info):
        self.in_dict.clear()
        self.in_dict.update(self.before)
        return False

    def start(self):
        """Patch until stop."""
        result = self.__enter__()
        _started.append(self)
        return result

    def stop(self):
        """End what start began."""
        _started.remove(self)
        return self.__exit__(None, None, None)

    def __call__(self, function):
        if asyncio.iscoroutinefunction(function):
            @functools.wraps(function)
            async def patched(*args, **kwargs):
                with self:
                    return await function(*args, **kwargs)
        else:
            @functools.wraps(function)
            def patched(*args, **kwargs):
                with self:
                    return function(*args, **kwargs)
        return patched


def _stop_all():
    """End all patches that start began."""
    for one in reversed(list(_started)):
        one.stop()


patch.object = _patch_object
patch.dict = _PatchDict
patch.multiple = _patch_multiple
patch.stopall = _stop_all
patch.TEST_PREFIX = "test"


def create_autospec(spec, spec_set=False, instance=False, **kwargs):
    """A mock with the attributes of spec, which takes the arguments that it takes."""
    kind = AsyncMock if asyncio.iscoroutinefunction(spec) else MagicMock
    kwargs["spec_set" if spec_set else "spec"] = spec
    name = kwargs.pop("name", None) or getattr(spec, "__name__", None)
    mock = kind(name=name, **kwargs)
    is_class = isinstance(spec, type)
    if is_class and instance:
        if not hasattr(spec, "__call__"):
            mock = NonCallableMagicMock(name=name, **kwargs)
    else:
        mock.__dict__["_mock_signature"] = _signature(spec, False)
    if is_class:
        for attribute in dir(spec):
            method = getattr(spec, attribute, None)
            if attribute.startswith("__") or not isinstance(method, FunctionType):
                continue
            child = AsyncMock if asyncio.iscoroutinefunction(method) else MagicMock
            part = child(parent=mock, name=attribute, _new_name=attribute, _new_parent=mock)
            part.__dict__["_mock_signature"] = _signature(method, instance)
            mock._mock_children[attribute] = part
        if not instance:
            mock.return_value = create_autospec(spec, spec_set, instance=True)
    return mock


def _signature(function, bound):
    """What a call must fit; None if that cannot be told."""
    import inspect
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):
        return None
    if bound:
        signature = signature.replace(parameters=list(signature.parameters.values())[1:])
    return signature


def seal(mock):
    """Allow no new attributes on a mock."""
    mock.__dict__["_mock_methods"] = [*mock._mock_children, *mock.__dict__]
