# Patching: what stands in for something while a block or a function runs; mocks made after a pattern; mock_open.

import builtins as _builtins_module

_BUILTINS = {name for name in dir(_builtins_module) if not name.startswith("_")} | {"open"}


def _resolve(dotted):
    first, *rest = dotted.split(".")
    thing, path = _import(first), first
    for part in rest:
        path += "." + part
        try:
            thing = getattr(thing, part)
        except AttributeError:
            _import(path)
            thing = getattr(thing, part)
    return thing


def _each_test(cls, decorate):
    """Decorates the test methods of a class."""
    for name in dir(cls):
        method = getattr(cls, name)
        if name.startswith(patch.TEST_PREFIX) and hasattr(method, "__call__"):
            setattr(cls, name, decorate(method))
    return cls


class _patch:
    """Replaces an attribute while a block or a function runs."""

    attribute_name = None
    _active_patches = []

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *,
                 unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        if not unsafe:
            for word in ("autospect", "auto_spec", "set_spec"):
                if word in kwargs:
                    raise RuntimeError(f"{word!r} might be a typo; use unsafe=True if this is intended")
        if _is_mock(spec):
            raise InvalidSpecError(f"Cannot spec attr {attribute!r} as the spec has already been mocked out. "
                                   f"[spec={spec!r}]")
        if _is_mock(spec_set):
            raise InvalidSpecError(f"Cannot spec attr {attribute!r} as the spec_set target has already been mocked "
                                   f"out. [spec_set={spec_set!r}]")
        self.getter, self.attribute, self.new = getter, attribute, new
        self.new_callable, self.spec, self.create, self.has_local = new_callable, spec, create, False
        self.spec_set, self.autospec, self.kwargs = spec_set, autospec, kwargs
        self.additional_patchers = []

    def copy(self):
        made = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec,
                      self.new_callable, self.kwargs)
        made.attribute_name = self.attribute_name
        made.additional_patchers = [one.copy() for one in self.additional_patchers]
        return made

    def __call__(self, func):
        if isinstance(func, type):
            return _each_test(func, lambda method: self.copy()(method))
        if hasattr(func, "patchings"):
            func.patchings.append(self)
            return func
        from contextlib import ExitStack

        def enter(stack, args, kwargs):
            for one in patched.patchings:
                value = stack.enter_context(one)
                if one.attribute_name is not None:
                    kwargs.update(value)
                elif one.new is DEFAULT:
                    args += (value,)
            return args, kwargs

        if asyncio.iscoroutinefunction(func):
            @functools.wraps(func)
            async def patched(*args, **kwargs):
                with ExitStack() as stack:
                    args, kwargs = enter(stack, args, kwargs)
                    return await func(*args, **kwargs)
        else:
            @functools.wraps(func)
            def patched(*args, **kwargs):
                with ExitStack() as stack:
                    args, kwargs = enter(stack, args, kwargs)
                    return func(*args, **kwargs)
        patched.patchings = [self]
        return patched

    def get_original(self):
        """What stands there, and whether it is the target's own."""
        target, name = self.getter(), self.attribute
        own = getattr(target, "__dict__", {})
        local = name in own
        original = own[name] if local else getattr(target, name, DEFAULT)
        if name in _BUILTINS and isinstance(target, ModuleType):
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError(f"{target} does not have the attribute {name!r}")
        return original, local

    def __enter__(self):
        spec, spec_set, autospec = (None if x is False else x for x in (self.spec, self.spec_set, self.autospec))
        self.target = self.getter()
        if spec is not None and autospec is not None:
            raise TypeError("Can't specify spec and autospec")
        if (spec is not None or autospec is not None) and spec_set not in (True, None):
            raise TypeError("Can't provide explicit spec_set *and* spec or autospec")
        original, local = self.get_original()
        if self.new is DEFAULT and autospec is None:
            new = self._made(original, spec, spec_set)
        elif autospec is not None:
            new = self._specified(original, autospec, bool(spec_set))
        elif self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        else:
            new = self.new
        self.temp_original, self.is_local = original, local
        from contextlib import ExitStack
        self._exit_stack = ExitStack()
        try:
            setattr(self.target, self.attribute, new)
            if self.attribute_name is None:
                return new
            made = {self.attribute_name: new} if self.new is DEFAULT else {}
            for one in self.additional_patchers:
                value = self._exit_stack.enter_context(one)
                if one.new is DEFAULT:
                    made.update(value)
            return made
        except BaseException as e:
            if not self.__exit__(type(e), e, e.__traceback__):
                raise

    def _made(self, original, spec, spec_set):
        """A new mock, after the original if spec or spec_set say so."""
        if spec is True:
            spec = original
        if spec_set is True:
            spec_set, spec = (original if spec is None else spec), None
        like = spec if spec_set is None else spec_set
        inherits = False
        if like is not None:
            if original is DEFAULT:
                raise TypeError("Can't use 'spec' with create=True")
            inherits = isinstance(original, type)
        kind = AsyncMock if spec is None and _is_coroutine_function(original) else MagicMock
        if self.new_callable is not None:
            kind = self.new_callable
        elif like is not None:
            callable_ = "__call__" in like if _is_list(like) else callable(like)
            kind = AsyncMock if _is_coroutine_function(like) else kind if callable_ else NonCallableMagicMock
        given = {}
        if spec is not None:
            given["spec"] = spec
        if spec_set is not None:
            given["spec_set"] = spec_set
        if isinstance(kind, type) and issubclass(kind, NonCallableMock) and self.attribute:
            given["name"] = self.attribute
        given.update(self.kwargs)
        new = kind(**given)
        if inherits and _is_mock(new):
            if not _is_list(like) and not _instances_callable(like):
                kind = NonCallableMagicMock
            given.pop("name")
            new.return_value = kind(_new_parent=new, _new_name="()", **given)
        return new

    def _specified(self, original, autospec, spec_set):
        if self.new is not DEFAULT:
            raise TypeError("autospec creates the mock for you. Can't specify autospec and new.")
        if original is DEFAULT:
            raise TypeError("Can't use 'autospec' with create=True")
        if autospec is True:
            autospec = original
        for thing, what in ((self.target, "target"), (autospec, "autospec target")):
            if _is_mock(thing):
                raise InvalidSpecError(
                    f"Cannot autospec attr {self.attribute!r} as the {'patch ' if what == 'target' else ''}{what} has "
                    f"already been mocked out. [target={self.target!r}, attr={autospec!r}]")
        return create_autospec(autospec, spec_set=spec_set, _name=self.attribute, **self.kwargs)

    def __exit__(self, *exc_info):
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and not hasattr(self.target, self.attribute):
                setattr(self.target, self.attribute, self.temp_original)
        return self._exit_stack.__exit__(*exc_info)

    def start(self):
        """Patch until stop."""
        new = self.__enter__()
        self._active_patches.append(self)
        return new

    def stop(self):
        """End what start began."""
        if self not in self._active_patches:
            return None
        self._active_patches.remove(self)
        return self.__exit__(None, None, None)


def _instances_callable(obj):
    return callable(obj) if not isinstance(obj, type) else any("__call__" in cls.__dict__ for cls in obj.__mro__)


def _target(dotted):
    try:
        owner, name = dotted.rsplit(".", 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f"Need a valid target to patch. You supplied: {dotted!r}")
    return functools.partial(_resolve, owner), name


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *,
          unsafe=False, **kwargs):
    """Replace what a dotted name stands for, in a with statement or a function."""
    getter, name = _target(target)
    return _patch(getter, name, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
                  new_callable=None, *, unsafe=False, **kwargs):
    """Replace an attribute of an object."""
    if type(target) is str:
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs,
                  unsafe=unsafe)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """Replace several attributes of an object."""
    getter = functools.partial(_resolve, target) if type(target) is str else lambda: target
    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")
    first = None
    for name, new in kwargs.items():
        one = _patch(getter, name, new, spec, create, spec_set, autospec, new_callable, {})
        one.attribute_name = name
        if first is None:
            first = one
        else:
            first.additional_patchers.append(one)
    return first


class _patch_dict:
    """Changes a dict while a block or a function runs."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = dict(values)
        self.values.update(kwargs)
        self.clear = clear
        self._original = None

    def __call__(self, func):
        if isinstance(func, type):
            return _each_test(func, lambda method: _patch_dict(self.in_dict, self.values, self.clear)(method))
        if asyncio.iscoroutinefunction(func):
            @functools.wraps(func)
            async def patched(*args, **kwargs):
                with self:
                    return await func(*args, **kwargs)
        else:
            @functools.wraps(func)
            def patched(*args, **kwargs):
                with self:
                    return func(*args, **kwargs)
        return patched

    def __enter__(self):
        target = self.in_dict
        if isinstance(target, str):
            target = self.in_dict = _resolve(target)
        try:
            self._original = target.copy()
        except AttributeError:
            self._original = {key: target[key] for key in target}
        if self.clear:
            self._empty()
        try:
            target.update(self.values)
        except AttributeError:
            for key in self.values:
                target[key] = self.values[key]
        return target

    def _empty(self):
        target = self.in_dict
        try:
            target.clear()
        except AttributeError:
            for key in list(target):
                del target[key]

    def __exit__(self, *args):
        if self._original is not None:
            self._empty()
            try:
                self.in_dict.update(self._original)
            except AttributeError:
                for key in self._original:
                    self.in_dict[key] = self._original[key]
            self._original = None
        return False

    def start(self):
        """Patch until stop."""
        result = self.__enter__()
        _patch._active_patches.append(self)
        return result

    def stop(self):
        """End what start began."""
        if self not in _patch._active_patches:
            return None
        _patch._active_patches.remove(self)
        return self.__exit__(None, None, None)


def _stop_all():
    """End all patches that start began."""
    for one in reversed(_patch._active_patches[:]):
        one.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _stop_all
patch.TEST_PREFIX = "test"


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """A mock with the attributes of spec, which takes the arguments that it takes."""
    if _is_list(spec):
        spec = type(spec)
    is_type = isinstance(spec, type)
    if _is_mock(spec):
        raise InvalidSpecError(f"Cannot autospec a Mock object. [object={spec!r}]")
    is_async = _is_coroutine_function(spec)
    given = {} if spec is None else {"spec_set" if spec_set else "spec": spec}
    is_function = isinstance(spec, _FUNCTIONS)
    kind = MagicMock
    if inspect.isdatadescriptor(spec):
        given = {}
    elif is_type and instance and not _instances_callable(spec):
        kind = NonCallableMagicMock
    elif is_async and is_function:
        if instance:
            raise RuntimeError("Instance can not be True when create_autospec is mocking an async function")
        kind = AsyncMock
    elif not callable(spec):
        kind = NonCallableMagicMock
    name = kwargs.pop("name", _name)
    given.update(kwargs)
    mock = kind(parent=_parent, _new_parent=_parent, _new_name=_name if _parent is not None else "", name=name,
                _spec_as_instance=instance, **given)
    if is_function:
        mock = _function_before(mock, spec)
        if is_async:
            _async_function(mock)
    else:
        _check_calls(spec, mock, is_type, instance)
    if _parent is not None and not instance:
        _parent._mock_children[_name] = mock
    if is_type and not instance and "return_value" not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name="()", _parent=mock)
    for attribute in dir(spec):
        if not _is_magic(attribute):
            _specify(mock, spec, attribute, spec_set, is_type, instance)
    return mock


def _specify(mock, spec, name, spec_set, is_type, instance):
    """Give a mock the child that stands for one attribute of its spec."""
    try:
        original = getattr(spec, name)
    except AttributeError:
        return
    parent = mock.mock if isinstance(spec, _FUNCTIONS) else mock
    if not isinstance(original, _FUNCTIONS):
        parent._mock_children[name] = _Later(original, spec_set, mock, name, instance)
        return
    skip = _skips_self(spec, name, is_type)
    kind = AsyncMock if _is_coroutine_function(original) else MagicMock
    child = kind(parent=parent, name=name, _new_name=name, _new_parent=parent, _eat_self=skip,
                 **{"spec_set" if spec_set else "spec": original})
    parent._mock_children[name] = child
    child.return_value = kind()
    _check_calls(original, child, False, False, skip)


def _skips_self(spec, name, is_type):
    """Whether a method's first argument is not given in a call."""
    if not isinstance(spec, type):
        if name in getattr(spec, "__dict__", {}):
            return False
        spec = spec.__class__
    for cls in spec.__mro__:
        found = cls.__dict__.get(name, DEFAULT)
        if found is DEFAULT:
            continue
        if isinstance(found, (staticmethod, classmethod)):
            return False
        return is_type if isinstance(found, _FUNCTIONS) else False
    return is_type


def _check_calls(spec, mock, is_type, instance, skip=False):
    """Have calls of a mock fit the signature of its spec."""
    if not callable(spec):
        return
    signature = _signature_of(spec, instance, skip)
    if is_type and instance:
        call_method = getattr(spec, "__call__", None)
        signature = _signature_of(call_method, False, True) if isinstance(call_method, FunctionType) else None
    if signature is not None:
        type(mock)._mock_check_sig = lambda self, /, *args, **kwargs: signature.bind(*args, **kwargs) and None
        mock.__dict__["_spec_signature"] = signature


def _function_before(mock, original):
    """A function with the original's signature that calls the mock, and tells what the mock knows."""
    signature = _signature_of(original, False, False)

    def function(*args, **kwargs):
        if signature is not None:
            signature.bind(*args, **kwargs)
        return mock(*args, **kwargs)

    for name in ("__name__", "__qualname__", "__doc__", "__module__"):
        if hasattr(original, name):
            setattr(function, name, getattr(original, name))
    if signature is not None:
        function.__signature__ = signature
    function.mock = mock
    function.called = False
    function.call_count = 0
    function.call_args = None
    function.call_args_list = _CallList()
    function.method_calls = _CallList()
    function.mock_calls = _CallList()
    function.return_value = mock.return_value
    function.side_effect = mock.side_effect
    function._mock_children = mock._mock_children
    for name in ("assert_called_with", "assert_called_once_with", "assert_has_calls", "assert_any_call",
                 "assert_called", "assert_not_called", "assert_called_once"):
        setattr(function, name, getattr(mock, name))

    def reset_mock():
        function.method_calls = _CallList()
        function.mock_calls = _CallList()
        mock.reset_mock()
        result = function.return_value
        if _is_mock(result) and result is not mock:
            result.reset_mock()

    function.reset_mock = reset_mock
    mock.__dict__["_mock_delegate"] = function
    return function


def _async_function(function):
    mock = function.mock
    function.await_count = 0
    function.await_args = None
    function.await_args_list = _CallList()
    for name in ("assert_awaited", "assert_awaited_once", "assert_awaited_with", "assert_awaited_once_with",
                 "assert_any_await", "assert_has_awaits", "assert_not_awaited"):
        setattr(function, name, getattr(mock, name))
    inspect.markcoroutinefunction(function)
    function._is_coroutine = asyncio.coroutines._is_coroutine


def seal(mock):
    """Allow no new attributes on a mock and its children."""
    mock._mock_sealed = True
    for name in dir(mock):
        try:
            child = getattr(mock, name)
        except AttributeError:
            continue
        if isinstance(child, NonCallableMock) and child._mock_new_parent is mock:
            seal(child)


def mock_open(mock=None, read_data=""):
    """A mock for open, whose files hold read_data."""
    import io

    def fresh():
        return io.BytesIO(read_data) if isinstance(read_data, bytes) else io.StringIO(read_data)

    names = sorted(set(dir(io.TextIOWrapper)) | set(dir(io.BytesIO)) | {"__iter__", "__next__", "__enter__", "__exit__"})
    if mock is None:
        mock = MagicMock(name="open", spec=dir(len))
    handle = MagicMock(spec=names)
    data = fresh()
    effect = None

    def reading(name):
        def read(*args, **kwargs):
            given = getattr(handle, name).return_value
            return getattr(data, name)(*args, **kwargs) if given is None else given

        return read

    def lines():
        yield from iterated()
        while True:
            yield data.readline()

    def iterated():
        given = handle.readline.return_value
        if given is not None:
            while True:
                yield given
        yield from data

    def following():
        return handle.readline.return_value if handle.readline.return_value is not None else next(data)

    def reset(*args, **kwargs):
        nonlocal data, effect
        data = fresh()
        if handle.readline.side_effect is effect:
            effect = lines()
            handle.readline.side_effect = effect
        return DEFAULT

    handle.__enter__.return_value = handle
    handle.write.return_value = handle.read.return_value = None
    handle.readline.return_value = handle.readlines.return_value = None
    handle.read.side_effect = reading("read")
    effect = lines()
    handle.readline.side_effect = effect
    handle.readlines.side_effect = reading("readlines")
    handle.__iter__.side_effect = iterated
    handle.__next__.side_effect = following
    handle.__exit__.side_effect = lambda *exc_info: handle.close()
    mock.side_effect = reset
    mock.return_value = handle
    return mock
