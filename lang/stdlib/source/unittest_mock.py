# Mocks: objects that have any attribute, and remember what is done with them.


def _is_mock(value):
    return issubclass(type(value), NonCallableMock)


def _mock_of(value):
    """The mock that a function of create_autospec stands before."""
    return value.mock if isinstance(value, _FUNCTIONS) and hasattr(value, "mock") else value


def _adopt(parent, value, name, new_name):
    """Make a mock without parents a child; tells whether it was done."""
    value = _mock_of(value)
    if not _is_mock(value):
        return False
    own = value.__dict__
    if (own["_mock_name"] or own["_mock_new_name"] or own["_mock_parent"] is not None
            or own["_mock_new_parent"] is not None):
        return False
    one = parent
    while one is not None:
        if one is value:
            return False
        one = one._mock_new_parent
    if new_name:
        own["_mock_new_parent"], own["_mock_new_name"] = parent, new_name
    if name:
        own["_mock_parent"], own["_mock_name"] = parent, name
    return True


def _try_iter(value):
    if value is None or _is_exception(value) or callable(value):
        return value
    try:
        return iter(value)
    except TypeError:
        return value


def _delegating(name):
    """What a mock knows of its calls; one with a function before it has that there."""
    own_name = "_mock_" + name

    def get(self):
        function = self._mock_delegate
        return self.__dict__[own_name] if function is None else getattr(function, name)

    def set_(self, value):
        function = self._mock_delegate
        if function is None:
            self.__dict__[own_name] = value
        else:
            setattr(function, name, value)

    return property(get, set_)


class _Later:
    """The spec of a child that is yet to be made."""

    def __init__(self, spec, spec_set, parent, name, instance):
        self.spec, self.spec_set, self.parent, self.name, self.instance = spec, spec_set, parent, name, instance


class Base:
    """What all mocks are made of."""

    _mock_return_value = DEFAULT
    _mock_side_effect = None

    def __init__(self, /, *args, **kwargs):
        pass


_SLIPS = ("assert", "assret", "asert", "aseert", "assrt")


class NonCallableMock(Base):
    """An object that has any attribute, and remembers what is done with it."""

    def __new__(cls, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="",
                _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        # Each mock has a class of its own, on which its special methods are set.
        bases = (cls,)
        given = spec_set or spec
        if issubclass(cls, MagicMixin):
            if given is None:
                bases = (_Magic, cls)
            if not issubclass(cls, AsyncMockMixin) and _is_coroutine_function(given):
                bases = (AsyncMockMixin, *bases)
        elif not issubclass(cls, AsyncMockMixin) and _is_coroutine_function(given):
            bases = (AsyncMockMixin, cls)
        return object.__new__(type(cls.__name__, bases, {"__doc__": cls.__doc__, "__module__": cls.__module__}))

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="",
                 _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        if _new_parent is None:
            _new_parent = parent
        own = self.__dict__
        own.update(
            _mock_parent=parent, _mock_name=name, _mock_new_name=_new_name, _mock_new_parent=_new_parent,
            _mock_sealed=False, _mock_children={}, _mock_wraps=wraps, _mock_delegate=None, _mock_unsafe=unsafe,
            _mock_called=False, _mock_call_args=None, _mock_call_count=0, _mock_call_args_list=_CallList(),
            _mock_mock_calls=_CallList(), method_calls=_CallList())
        self._add_spec(spec if spec_set is None else spec_set, spec_set is not None, _spec_as_instance,
                       parent is not None if _eat_self is None else _eat_self)
        if kwargs:
            self.configure_mock(**kwargs)

    called = _delegating("called")
    call_count = _delegating("call_count")
    call_args = _delegating("call_args")
    call_args_list = _delegating("call_args_list")
    mock_calls = _delegating("mock_calls")

    def _add_spec(self, spec, spec_set, instance=False, eat_self=False):
        if _is_mock(spec):
            raise InvalidSpecError(f"Cannot spec a Mock object. [object={spec!r}]")
        own = self.__dict__
        own["_spec_class"] = own["_spec_signature"] = None
        own["_spec_asyncs"] = []
        if spec is not None and not _is_list(spec):
            own["_spec_class"] = spec if isinstance(spec, type) else type(spec)
            own["_spec_signature"] = _signature_of(spec, instance, eat_self)
            names = dir(spec)
            own["_spec_asyncs"] = [name for name in names if _is_coroutine_function(inspect.getattr_static(spec, name, None))]
            spec = names
        own["_spec_set"] = spec_set
        own["_mock_methods"] = spec

    def attach_mock(self, mock, attribute):
        """Make mock a child, whose calls this one records."""
        own = _mock_of(mock).__dict__
        own["_mock_parent"] = own["_mock_new_parent"] = own["_mock_new_name"] = None
        own["_mock_name"] = ""
        setattr(self, attribute, mock)

    def mock_add_spec(self, spec, spec_set=False):
        """Have only the attributes of spec from now on."""
        self._add_spec(spec, spec_set)

    @property
    def return_value(self):
        value = self._mock_return_value
        if self._mock_delegate is not None:
            value = self._mock_delegate.return_value
        if value is DEFAULT and self._mock_wraps is None:
            value = self._get_child_mock(_new_parent=self, _new_name="()")
            self.return_value = value
        return value

    @return_value.setter
    def return_value(self, value):
        if self._mock_delegate is not None:
            self._mock_delegate.return_value = value
        else:
            self.__dict__["_mock_return_value"] = value
            _adopt(self, value, None, "()")

    @property
    def __class__(self):
        return type(self) if self._spec_class is None else self._spec_class

    @property
    def side_effect(self):
        function = self._mock_delegate
        if function is None:
            return self._mock_side_effect
        effect = _try_iter(function.side_effect)
        function.side_effect = effect
        return effect

    @side_effect.setter
    def side_effect(self, value):
        value = _try_iter(value)
        if self._mock_delegate is None:
            self.__dict__["_mock_side_effect"] = value
        else:
            self._mock_delegate.side_effect = value

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forget all calls."""
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self.called, self.call_count, self.call_args = False, 0, None
        self.call_args_list, self.method_calls, self.mock_calls = _CallList(), _CallList(), _CallList()
        if return_value:
            self.__dict__["_mock_return_value"] = DEFAULT
        if side_effect:
            self.__dict__["_mock_side_effect"] = None
        for child in list(self._mock_children.values()):
            if not isinstance(child, _Later) and child is not _deleted:
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        result = self._mock_return_value
        if _is_mock(result) and result is not self:
            result.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        """Set attributes; dotted names reach into children."""
        for name, value in sorted(kwargs.items(), key=lambda item: item[0].count(".")):
            *path, last = name.split(".")
            target = self
            for part in path:
                target = getattr(target, part)
            setattr(target, last, value)

    def __getattr__(self, name):
        own = self.__dict__
        methods = own.get("_mock_methods")
        if "_mock_children" not in own or name in ("_mock_methods", "_mock_unsafe"):
            raise AttributeError(name)
        if methods is not None:
            if name not in methods or name in _ALL_MAGICS:
                raise AttributeError(f"Mock object has no attribute {name!r}")
        elif _is_magic(name):
            raise AttributeError(name)
        if not own["_mock_unsafe"] and (not methods or name not in methods):
            if name.startswith(_SLIPS) or name in _CHECKS:
                raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} "
                                     "is meant to be an attribute.")
        child = own["_mock_children"].get(name)
        if child is _deleted:
            raise AttributeError(name)
        if child is None:
            wraps = None if own["_mock_wraps"] is None else getattr(own["_mock_wraps"], name)
            child = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
            own["_mock_children"][name] = child
        elif isinstance(child, _Later):
            child = create_autospec(child.spec, child.spec_set, child.instance, child.parent, child.name)
            own["_mock_children"][name] = child
        return child

    def _extract_mock_name(self):
        """The mock's name with its parents', as its repr shows it."""
        names = [self._mock_new_name]
        dot = "" if names == ["()"] else "."
        last, parent = self, self._mock_new_parent
        while parent is not None:
            last = parent
            names.append((parent._mock_new_name or "") + dot)
            dot = "" if parent._mock_new_name == "()" else "."
            parent = parent._mock_new_parent
        names.reverse()
        first = last._mock_name or "mock"
        if len(names) > 1 and names[1] not in ("()", "()."):
            first += "."
        return "".join([first, *(name or "" for name in names[1:])])

    def __repr__(self):
        name = self._extract_mock_name()
        text = "" if name in ("mock", "mock.") else f" name={name!r}"
        if self._spec_class is not None:
            text += f" {'spec_set' if self._spec_set else 'spec'}={self._spec_class.__name__!r}"
        return f"<{type(self).__name__}{text} id='{id(self)}'>"

    def __dir__(self):
        if not FILTER_DIR:
            return object.__dir__(self)
        names = set(self._mock_methods or ())
        names.update(name for name in dir(type(self)) if not name.startswith("_"))
        names.update(name for name in self.__dict__ if not name.startswith("_") or _is_magic(name))
        names.update(name for name, child in self._mock_children.items() if child is not _deleted)
        return sorted(names)

    def __setattr__(self, name, value):
        own = self.__dict__
        if name in _OWN_NAMES:
            return object.__setattr__(self, name, value)
        methods = own["_mock_methods"]
        if own["_spec_set"] and methods is not None and name not in methods and name not in own:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in _UNSUPPORTED:
            raise AttributeError(f"Attempting to set unsupported magic method {name!r}.")
        if name in _ALL_MAGICS:
            if methods is not None and name not in methods:
                raise AttributeError(f"Mock object has no attribute '{name}'")
            if _is_mock(value):
                _adopt(self, value, None, name)
                setattr(type(self), name, value)
                own["_mock_children"][name] = value
            else:
                function = value
                setattr(type(self), name, _as_method(name, function))
                value = lambda *args, **kwargs: function(self, *args, **kwargs)
        elif name == "__class__":
            own["_spec_class"] = value
            return None
        elif _adopt(self, value, name, name):
            own["_mock_children"][name] = value
        if own["_mock_sealed"] and not hasattr(self, name):
            raise AttributeError(f"Cannot set {self._extract_mock_name()}.{name}")
        own[name] = value
        return None

    def __delattr__(self, name):
        own = self.__dict__
        if name in _ALL_MAGICS and getattr(type(self), name, None) is not None:
            setattr(type(self), name, _Hidden(name))
            if name not in own:
                return
        known = own["_mock_children"].get(name, _missing)
        if name in own:
            del own[name]
        elif known is _deleted:
            raise AttributeError(name)
        own["_mock_children"][name] = _deleted

    def _get_child_mock(self, /, **kwargs):
        """The mock for an attribute or a result."""
        if self._mock_sealed:
            raise AttributeError(self._extract_mock_name() + (f".{kwargs['name']}" if "name" in kwargs else "()"))
        name = kwargs.get("_new_name")
        if name in self._spec_asyncs:
            return AsyncMock(**kwargs)
        own = type(self)
        if issubclass(own, MagicMock) and name in _ASYNC_METHODS:
            kind = AsyncMock
        elif issubclass(own, AsyncMockMixin):
            plain = name in _SYNC_MAGICS or self._mock_methods and name in self._mock_methods
            kind = MagicMock if plain else AsyncMock
        elif not issubclass(own, CallableMixin):
            kind = MagicMock if issubclass(own, NonCallableMagicMock) else Mock
        else:
            kind = next(cls for cls in own.__mro__[1:] if cls is not _Magic)
        return kind(**kwargs)

    def _mock_check_sig(self, /, *args, **kwargs):
        pass

    # What was called.

    def _increment_mock_call(self, /, *args, **kwargs):
        self.called = True
        self.call_count += 1
        one = _Call((args, kwargs), two=True)
        self.call_args = one
        self.call_args_list.append(one)
        self.mock_calls.append(_Call(("", args, kwargs)))
        as_method = self._mock_parent is not None
        method_name, name = self._mock_name, self._mock_new_name
        dot = "" if name == "()" else "."
        parent = self._mock_new_parent
        while parent is not None:
            if as_method:
                parent.method_calls.append(_Call((method_name, args, kwargs)))
                as_method = parent._mock_parent is not None
                if as_method:
                    method_name = f"{parent._mock_name}.{method_name}"
            parent.mock_calls.append(_Call((name, args, kwargs)))
            if parent._mock_new_name:
                name = parent._mock_new_name + dot + name
                dot = "" if parent._mock_new_name == "()" else "."
            parent = parent._mock_new_parent

    def _signature_named(self, name):
        """The signature of a child with a dotted name."""
        if not name:
            return self._spec_signature
        signature, children = None, self._mock_children
        for part in name.replace("()", "").split("."):
            child = children.get(part)
            if child is None or isinstance(child, _Later):
                break
            child = _mock_of(child)
            children, signature = child._mock_children, child._spec_signature
        return signature

    def _call_matcher(self, one):
        """The call with its arguments as the spec's signature binds them, or why it cannot bind them."""
        signature = self._signature_named(one[0]) if isinstance(one, tuple) and len(one) > 2 else self._spec_signature
        if signature is None:
            return one
        name, args, kwargs = _parts(one)
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as e:
            return e.with_traceback(None)
        return call(name, bound.args, bound.kwargs)

    def _label(self):
        return self._mock_name or "mock"

    def _shown(self, args, kwargs):
        return _call_text(self._label(), args, kwargs)

    def _calls_text(self):
        return f"\nCalls: {self.mock_calls!r}." if self.mock_calls else ""

    def _check_last(self, args, kwargs, last, fault):
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        if self._call_matcher(last) != expected:
            cause = expected if isinstance(expected, Exception) else None
            raise AssertionError(f"expected {fault} not found.\nExpected: {self._shown(args, kwargs)}\n"
                                 f"  Actual: {self._shown(*last)}") from cause

    def _check_any(self, args, kwargs, made, word):
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        cause = expected if isinstance(expected, Exception) else None
        if cause or expected not in [self._call_matcher(one) for one in made]:
            raise AssertionError(f"{self._shown(args, kwargs)} {word} not found") from cause

    def assert_called(self):
        """Fail unless the mock was called."""
        if self.call_count == 0:
            raise AssertionError(f"Expected '{self._label()}' to have been called.")

    def assert_not_called(self):
        """Fail if the mock was called."""
        if self.call_count:
            raise AssertionError(f"Expected '{self._label()}' to not have been called. "
                                 f"Called {self.call_count} times.{self._calls_text()}")

    def assert_called_once(self):
        """Fail unless the mock was called exactly once."""
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._label()}' to have been called once. "
                                 f"Called {self.call_count} times.{self._calls_text()}")

    def assert_called_with(self, /, *args, **kwargs):
        """Fail unless the last call had these arguments."""
        if self.call_args is None:
            raise AssertionError(f"expected call not found.\nExpected: {self._shown(args, kwargs)}\n"
                                 "  Actual: not called.")
        self._check_last(args, kwargs, self.call_args, "call")

    def assert_called_once_with(self, /, *args, **kwargs):
        """Fail unless there was one call, with these arguments."""
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._label()}' to be called once. "
                                 f"Called {self.call_count} times.{self._calls_text()}")
        return self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        """Fail unless some call had these arguments."""
        self._check_any(args, kwargs, self.call_args_list, "call")

    def assert_has_calls(self, calls, any_order=False):
        """Fail unless the calls were made, one after the other or in any order."""
        self._check_has(calls, self.mock_calls, any_order, "Calls", "calls", "\n  Actual")

    def _check_has(self, calls, made, any_order, title, word, actual):
        expected = [self._call_matcher(one) for one in calls]
        cause = next((e for e in expected if isinstance(e, Exception)), None)
        all_calls = _CallList(self._call_matcher(one) for one in made)
        if not any_order:
            if expected in all_calls:
                return
            problem = f"{title} not found."
            if cause is not None:
                errors = [e if isinstance(e, Exception) else None for e in expected]
                problem = f"Error processing expected {word}.\nErrors: {errors}"
            raise AssertionError(f"{problem}\nExpected: {_CallList(calls)}{actual}: {made!r}") from cause
        left, lost = list(all_calls), []
        for one in expected:
            try:
                left.remove(one)
            except ValueError:
                lost.append(one)
        if not lost:
            return
        if word == "calls":
            raise AssertionError(f"{self._label()!r} does not contain all of {tuple(lost)!r} in its call list, "
                                 f"found {left!r} instead") from cause
        raise AssertionError(f"{tuple(lost)!r} not all found in await list") from cause


_CHECKS = frozenset(name.removeprefix("assert_") for name in dir(NonCallableMock) if name.startswith("assert_"))
_OWN_NAMES = {"return_value", "side_effect", "called", "call_count", "call_args", "call_args_list", "mock_calls",
              "await_count", "await_args", "await_args_list", "_mock_return_value", "_mock_side_effect",
              "_mock_parent", "_mock_new_parent", "_mock_name", "_mock_new_name"}


class CallableMixin(Base):
    """A mock that can be called."""

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None,
                 parent=None, _spec_state=None, _new_name="", _new_parent=None, **kwargs):
        self.__dict__["_mock_return_value"] = return_value
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent, **kwargs)
        if side_effect is not None:
            self.side_effect = side_effect

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(*args, **kwargs)
        self._increment_mock_call(*args, **kwargs)
        return self._mock_call(*args, **kwargs)

    def _mock_call(self, /, *args, **kwargs):
        return self._execute_mock_call(*args, **kwargs)

    def _execute_mock_call(self, /, *args, **kwargs):
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if callable(effect):
                result = effect(*args, **kwargs)
            else:
                result = next(effect)
                if _is_exception(result):
                    raise result
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_delegate is not None and self._mock_delegate.return_value is not DEFAULT:
            return self._mock_delegate.return_value
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    """A callable that has any attribute, and remembers what is done with it."""
