# Mocks with special methods, those whose calls are awaited, and those for properties and threads.

_NUMERIC = "add sub mul matmul truediv floordiv mod lshift rshift and xor or pow".split()
_MAGICS = {f"__{name}__" for name in (
    "hash str sizeof lt gt le ge eq ne getitem setitem delitem len contains iter enter exit divmod rdivmod neg pos "
    "abs invert complex int float index round trunc floor ceil bool next fspath aiter").split()}
_MAGICS.update(f"__{prefix}{name}__" for name in _NUMERIC for prefix in ("", "i", "r"))
_MORE_MAGICS = {f"__{name}__" for name in (
    "get set delete reversed missing reduce reduce_ex getinitargs getnewargs getstate setstate getformat repr dir "
    "subclasses format getnewargs_ex").split()}
_ASYNC_METHODS = {"__aenter__", "__aexit__", "__anext__"}
_SYNC_MAGICS = _MAGICS | _MORE_MAGICS
_ALL_MAGICS = _SYNC_MAGICS | _ASYNC_METHODS
_UNSUPPORTED = {f"__{name}__" for name in
                "getattr setattr init new prepare instancecheck subclasscheck del".split()}

_RESULTS = {
    "__lt__": NotImplemented, "__gt__": NotImplemented, "__le__": NotImplemented, "__ge__": NotImplemented,
    "__int__": 1, "__contains__": False, "__len__": 0, "__exit__": False, "__float__": 1.0, "__bool__": True,
    "__index__": 1, "__aexit__": False,
}
_COMPUTED = {
    "__hash__": lambda self: object.__hash__(self),
    "__str__": lambda self: object.__str__(self),
    "__sizeof__": lambda self: 0,
    "__fspath__": lambda self: f"{type(self).__name__}/{self._extract_mock_name()}/{id(self)}",
}


def _equal(self, name, same):
    def effect(other):
        given = getattr(self, name)._mock_return_value
        if given is not DEFAULT:
            return given
        return same if self is other else NotImplemented if name == "__eq__" else DEFAULT

    return effect


def _iterates(self):
    def effect():
        given = self.__iter__._mock_return_value
        return iter([] if given is DEFAULT else given)

    return effect


def _iterates_async(self):
    def effect():
        given = self.__aiter__._mock_return_value
        return _AsyncIterator(iter([] if given is DEFAULT else given))

    return effect


class _AsyncIterator:
    def __init__(self, iterator):
        self.iterator = iterator

    def __aiter__(self):
        return self

    async def __anext__(self):
        for value in self.iterator:
            return value
        raise StopAsyncIteration


_EFFECTS = {
    "__eq__": lambda self: _equal(self, "__eq__", True), "__ne__": lambda self: _equal(self, "__ne__", False),
    "__iter__": _iterates, "__aiter__": _iterates_async,
}


def _as_method(name, function):
    def method(self, /, *args, **kwargs):
        return function(self, *args, **kwargs)

    method.__name__ = name
    return method


class _Hidden:
    """A special method that a mock has not, though its class has."""

    def __init__(self, name):
        self.name = name

    def __get__(self, obj, cls=None):
        raise AttributeError(self.name)


class MagicProxy(Base):
    """A special method that becomes a mock when it is first used."""

    def __init__(self, name):
        self.name = name

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        name = self.name
        child = obj._get_child_mock(name=name, _new_name=name, _new_parent=obj)
        setattr(obj, name, child)
        if name in _RESULTS:
            child.return_value = _RESULTS[name]
        elif name in _COMPUTED:
            child.return_value = _COMPUTED[name](obj)
        elif name in _EFFECTS:
            child.side_effect = _EFFECTS[name](obj)
        return child


_Magic = type("_Magic", (), {name: MagicProxy(name) for name in sorted(_MAGICS | _ASYNC_METHODS)})


class MagicMixin(Base):
    """Gives a mock the special methods, all or those of its spec."""

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._set_magics(self._mock_methods)

    def _set_magics(self, methods):
        if methods is None:
            return
        for name in _MAGICS | _ASYNC_METHODS:
            if name in methods:
                if name not in type(self).__dict__:
                    setattr(type(self), name, MagicProxy(name))
            elif name in _Magic.__dict__ and issubclass(type(self), _Magic):
                setattr(type(self), name, _Hidden(name))


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A mock with special methods that cannot be called."""

    def mock_add_spec(self, spec, spec_set=False):
        self._add_spec(spec, spec_set)
        self._set_magics(self._mock_methods)


class MagicMock(MagicMixin, Mock):
    """A mock with special methods."""

    mock_add_spec = NonCallableMagicMock.mock_add_spec


class AsyncMockMixin(Base):
    """A mock whose calls are awaited."""

    _is_coroutine = asyncio.coroutines._is_coroutine
    _is_coroutine_marker = inspect._marks
    await_count = _delegating("await_count")
    await_args = _delegating("await_args")
    await_args_list = _delegating("await_args_list")

    def __init__(self, /, *args, **kwargs):
        self.__dict__.update(_mock_delegate=None, _mock_await_count=0, _mock_await_args=None,
                             _mock_await_args_list=_CallList())
        super().__init__(*args, **kwargs)

    async def _execute_mock_call(self, /, *args, **kwargs):
        one = _Call((args, kwargs), two=True)
        self.await_count += 1
        self.await_args = one
        self.await_args_list.append(one)
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                try:
                    result = next(effect)
                except StopIteration:
                    raise StopAsyncIteration
                if _is_exception(result):
                    raise result
            elif asyncio.iscoroutinefunction(effect):
                result = await effect(*args, **kwargs)
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            if asyncio.iscoroutinefunction(self._mock_wraps):
                return await self._mock_wraps(*args, **kwargs)
            return self._mock_wraps(*args, **kwargs)
        return self.return_value

    def _times(self):
        return f"Awaited {self.await_count} times."

    def assert_awaited(self):
        """Fail unless the mock was awaited."""
        if self.await_count == 0:
            raise AssertionError(f"Expected {self._label()} to have been awaited.")

    def assert_awaited_once(self):
        """Fail unless the mock was awaited exactly once."""
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._label()} to have been awaited once. {self._times()}")

    def assert_awaited_with(self, /, *args, **kwargs):
        """Fail unless the last await had these arguments."""
        if self.await_args is None:
            raise AssertionError(f"Expected await: {self._shown(args, kwargs)}\nNot awaited")
        self._check_last(args, kwargs, self.await_args, "await")

    def assert_awaited_once_with(self, /, *args, **kwargs):
        """Fail unless there was one await, with these arguments."""
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._label()} to have been awaited once. {self._times()}")
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        """Fail unless some await had these arguments."""
        self._check_any(args, kwargs, self.await_args_list, "await")

    def assert_has_awaits(self, calls, any_order=False):
        """Fail unless the awaits were made, one after the other or in any order."""
        self._check_has(calls, self.await_args_list, any_order, "Awaits", "awaits", "\nActual")

    def assert_not_awaited(self):
        """Fail if the mock was awaited."""
        if self.await_count:
            raise AssertionError(f"Expected {self._label()} to not have been awaited. {self._times()}")

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self.await_count = 0
        self.await_args = None
        self.await_args_list = _CallList()


class AsyncMock(AsyncMockMixin, MagicMixin, Mock):
    """A mock whose calls are awaited, with special methods."""


class PropertyMock(Mock):
    """A mock for use as a property."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, value):
        self(value)


_no_timeout = sentinel.TIMEOUT_UNSET


class ThreadingMixin(Base):
    """A mock whose calls a thread can wait for."""

    DEFAULT_TIMEOUT = None

    def __init__(self, /, *args, timeout=_no_timeout, **kwargs):
        import threading
        self.__dict__.update(
            _mock_wait_timeout=self.DEFAULT_TIMEOUT if timeout is _no_timeout else timeout,
            _mock_changed=threading.Condition(), _mock_over=[])
        super().__init__(*args, **kwargs)

    def _get_child_mock(self, /, **kwargs):
        if isinstance(kwargs.get("parent"), ThreadingMixin):
            kwargs["timeout"] = kwargs["parent"]._mock_wait_timeout
        elif isinstance(kwargs.get("_new_parent"), ThreadingMixin):
            kwargs["timeout"] = kwargs["_new_parent"]._mock_wait_timeout
        return super()._get_child_mock(**kwargs)

    def _mock_call(self, /, *args, **kwargs):
        result = super()._mock_call(*args, **kwargs)
        with self._mock_changed:
            self._mock_over.append(_Call((args, kwargs), two=True))
            self._mock_changed.notify_all()
        return result

    def _wait(self, ready, timeout):
        with self._mock_changed:
            return self._mock_changed.wait_for(lambda: ready(self._mock_over), timeout)

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self.__dict__["_mock_over"] = []

    def wait_until_called(self, *, timeout=_no_timeout):
        """Wait until the mock is called."""
        timeout = self._mock_wait_timeout if timeout is _no_timeout else timeout
        if not self._wait(bool, timeout):
            raise AssertionError(f"{self._label()} was not called before timeout({timeout}).")

    def wait_until_any_call_with(self, *args, **kwargs):
        """Wait until the mock is called with these arguments."""
        expected = _Call((args, kwargs), two=True)
        if not self._wait(lambda over: expected in over, self._mock_wait_timeout):
            raise AssertionError(f"{self._shown(args, kwargs)} call not found")


class ThreadingMock(ThreadingMixin, MagicMixin, Mock):
    """A mock with special methods whose calls a thread can wait for."""
