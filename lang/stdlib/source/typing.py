# typing: names for annotations, which mean nothing at run time but can be shown,
# compared and taken apart. _evaluate, _static_attribute and _caller_module are written in Go.
import collections
import collections.abc
from abc import ABCMeta, abstractmethod
from types import GenericAlias, UnionType

TYPE_CHECKING = False


class _Special:
    """A word such as Any or Optional: subscribed or not, it is no class."""

    def __init__(self, name, getitem=None):
        self._name = self.__name__ = self.__qualname__ = name
        self._getitem = getitem

    def __getitem__(self, parameters):
        if self._getitem is None:
            raise TypeError(f'{self!r} is not subscriptable')
        return self._getitem(self, parameters)

    def __repr__(self):
        return 'typing.' + self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f'{self!r} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self!r} cannot be used with issubclass()')


class ForwardRef:
    """An annotation written as a string within another one."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')
        self.__forward_arg__ = arg
        self.__forward_module__ = module

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return f'ForwardRef({self.__forward_arg__!r})'


def _convert(arg):
    """An argument of an annotation as it is kept."""
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg)
    return arg


def _check(arg, what, special=False):
    """The argument as it is kept, if it can stand for a type. special says that ClassVar and Final
    may stand here, as they may at the top of an annotation."""
    arg = _convert(arg)
    if isinstance(arg, type):
        if arg is Generic or arg is Protocol:
            raise TypeError(f'Plain {arg} is not valid as type argument')
    elif isinstance(arg, _GenericAlias):
        if arg.__origin__ in (Generic, Protocol) or not special and arg.__origin__ in (ClassVar, Final):
            raise TypeError(f'{arg} is not valid as type argument')
    elif isinstance(arg, _Special):
        if arg._getitem is not None and not (special and arg in (ClassVar, Final)):
            raise TypeError(f'Plain {arg} is not valid as type argument')
    elif type(arg) is tuple:
        raise TypeError(f'{what} Got {arg!r:.100}.')
    return arg


def _check_all(args, what):
    return tuple(_check(a, what) for a in args)


def _show(arg):
    if isinstance(arg, GenericAlias):
        return repr(arg)
    if isinstance(arg, type):
        if arg.__module__ == 'builtins':
            return arg.__qualname__
        return f'{arg.__module__}.{arg.__qualname__}'
    if arg is ...:
        return '...'
    if isinstance(arg, tuple):
        return '[' + ', '.join(_show(a) for a in arg) + ']'
    return repr(arg)


def _as_tuple(parameters):
    return parameters if isinstance(parameters, tuple) else (parameters,)


def _parameters(args):
    found = []
    for arg in args:
        if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            inner = (arg,)
        elif isinstance(arg, tuple):
            inner = _parameters(arg)
        else:
            inner = () if isinstance(arg, type) else getattr(arg, '__parameters__', ())
        for p in inner:
            if p not in found:
                found.append(p)
    return tuple(found)


class _BaseGenericAlias:
    """What a bare alias such as List and a subscribed one have in common."""

    def __init__(self, origin, name=None):
        self.__origin__ = origin
        self._name = name

    def __call__(self, *args, **kwargs):
        if self._is_builtin and self._name:
            raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:
            pass
        return result

    def __getattr__(self, attr):
        if '__origin__' in self.__dict__ and not (attr.startswith('__') and attr.endswith('__')):
            return getattr(self.__origin__, attr)
        if attr in ('__name__', '__qualname__'):
            return self._name or self.__origin__.__name__
        raise AttributeError(attr)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _Alias(_BaseGenericAlias):
    """A bare alias: List, Iterable…"""

    def __init__(self, origin, nparams, name=None):
        super().__init__(origin, name or origin.__name__)
        self._nparams = nparams
        self._is_builtin = origin.__module__ == 'builtins'

    def __getitem__(self, params):
        params = _check_all(_as_tuple(params), _GENERIC_PARAMETERS)
        if self._nparams >= 0 and len(params) != self._nparams:
            if self._name in _DEFAULTS and len(params) == self._nparams - len(_DEFAULTS[self._name]):
                params += _DEFAULTS[self._name]
            elif not (self._name in ('Generator', 'AsyncGenerator') and len(params) < self._nparams):
                many = 'many' if len(params) > self._nparams else 'few'
                raise TypeError(f'Too {many} arguments for {self}; actual {len(params)}, expected {self._nparams}')
            else:
                params += (type(None),) * (self._nparams - len(params))
        return _GenericAlias(self.__origin__, params, name=self._name)

    def __repr__(self):
        return 'typing.' + self._name

    def __mro_entries__(self, bases):
        return (self.__origin__,) if any(_is_generic(b) for b in bases) else (self.__origin__, Generic)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        if isinstance(cls, _Alias):
            cls = cls.__origin__
        return issubclass(cls, self.__origin__)


_GENERIC_PARAMETERS = 'Parameters to generic types must be types.'
_DEFAULTS = {'ContextManager': (bool | None,), 'AsyncContextManager': (bool | None,)}


def _is_generic(base):
    return isinstance(base, _GenericAlias) or isinstance(base, type) and issubclass(base, Generic)


class _TupleAlias(_Alias):
    def __getitem__(self, params):
        if params == ():
            return _GenericAlias(tuple, (), name='Tuple')
        params = _as_tuple(params)
        what = 'Tuple[t0, t1, ...]: each t must be a type.'
        if len(params) >= 2 and params[-1] is ...:
            return _GenericAlias(tuple, (*_check_all(params[:-1], what), ...), name='Tuple')
        return _GenericAlias(tuple, _check_all(params, what), name='Tuple')


class _CallableAlias(_Alias):
    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        args, result = params
        if isinstance(args, (list, tuple)):
            args = tuple(map(_convert, args))
        elif _stands_for_parameters(args):
            args = (args,)
        else:
            raise TypeError(f'Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {args}')
        result = _check(result, 'Callable[args, result]: result must be a type.')
        return _CallableGenericAlias(self.__origin__, (*args, result), name='Callable')


def _stands_for_parameters(arg):
    """Is it what a Callable or a ParamSpec takes for all parameters: ..., a list of types, P, Concatenate[...]?"""
    return (arg is ... or isinstance(arg, (tuple, list, ParamSpec)) or
            isinstance(arg, _GenericAlias) and arg.__origin__ is Concatenate)


class _GenericAlias(_BaseGenericAlias):
    """A subscribed alias or class: List[int], Stack[T]."""

    def __init__(self, origin, args, name=None):
        super().__init__(origin, name)
        self.__args__ = args
        self.__parameters__ = _parameters(args)
        self._is_builtin = getattr(origin, '__module__', None) == 'builtins'
        if not name:
            self.__module__ = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __repr__(self):
        name = 'typing.' + self._name if self._name else _show(self.__origin__)
        return f'{name}[{", ".join(_show(a) for a in self.__args__) or "()"}]'

    def __getitem__(self, params):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f'Cannot subscript already-subscripted {self}')
        if not self.__parameters__:
            raise TypeError(f'{self} is not a generic class')
        params = _as_tuple(params)
        if len(self.__parameters__) == 1 and isinstance(self.__parameters__[0], ParamSpec) and not (
                params and _stands_for_parameters(params[0])):
            params = (params,)  # the brackets of a list may be left out
        params = tuple(tuple(map(_convert, p)) if isinstance(p, (list, tuple)) else
                       _check(p, _GENERIC_PARAMETERS) for p in params)
        if len(params) != len(self.__parameters__):
            many = 'many' if len(params) > len(self.__parameters__) else 'few'
            raise TypeError(f'Too {many} arguments for {self}; actual {len(params)}, '
                            f'expected {len(self.__parameters__)}')
        return self._substitute(dict(zip(self.__parameters__, params)))

    def _substitute(self, values):
        def put(arg):
            if isinstance(arg, (TypeVar, ParamSpec)):
                return values.get(arg, arg)
            if isinstance(arg, tuple):
                return tuple(put(a) for a in arg)
            if isinstance(arg, _GenericAlias):
                return arg._substitute(values)
            if not isinstance(arg, type) and (inner := getattr(arg, '__parameters__', ())):
                return arg[tuple(put(p) for p in inner)]
            return arg

        return self._with(tuple(put(a) for a in self.__args__))

    def _with(self, args):
        """The same of other arguments."""
        return type(self)(self.__origin__, args, name=self._name)

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _Special):
            raise TypeError(f'Cannot subclass {self!r}')
        if self._name and self.__origin__ not in (Generic, Protocol):
            return (self.__origin__,) if any(_is_generic(b) for b in bases if b is not self) else (self.__origin__, Generic)
        if self.__origin__ is Generic:
            if Protocol in bases:
                return ()
            i = bases.index(self)
            for b in bases[i + 1:]:
                if isinstance(b, _GenericAlias) and b is not self:
                    return ()
        return (self.__origin__,)

    def __iter__(self):
        yield Unpack[self]

    def __instancecheck__(self, obj):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __subclasscheck__(self, cls):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')


class _CallableGenericAlias(_GenericAlias):
    """Callable[[int], str]: its arguments are those of the function and the result."""

    def __repr__(self):
        if _is_flat(self.__args__):
            return f'typing.Callable[[{", ".join(map(_show, self.__args__[:-1]))}], {_show(self.__args__[-1])}]'
        return super().__repr__()

    def _with(self, args):
        if isinstance(args[0], tuple):
            args = args[0] + args[1:]
        return super()._with(args)


def _is_flat(args):
    """Are the arguments of a Callable types, rather than one thing that stands for them?"""
    return not (len(args) == 2 and _stands_for_parameters(args[0]))


class _UnionGenericAlias(_GenericAlias):
    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, UnionType)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def _with(self, args):
        return Union[args]

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            return f'typing.Optional[{_show(args[args[0] is type(None)])}]'
        return f'typing.Union[{", ".join(_show(a) for a in args)}]'

    def __instancecheck__(self, obj):
        return any(isinstance(obj, a) for a in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, a) for a in self.__args__)


class _LiteralGenericAlias(_GenericAlias):
    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return {(type(a), a) for a in self.__args__} == {(type(a), a) for a in other.__args__}

    def __hash__(self):
        return hash(frozenset((type(a), a) for a in self.__args__))


class _AnnotatedAlias(_GenericAlias):
    def __init__(self, origin, metadata):
        super().__init__(origin, (origin,), name='Annotated')
        self.__metadata__ = metadata
        self._is_builtin = False

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def _with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __repr__(self):
        return f'typing.Annotated[{_show(self.__origin__)}, {", ".join(repr(a) for a in self.__metadata__)}]'


def _union(self, parameters):
    if parameters == ():
        raise TypeError('Cannot take a Union of no types.')
    flat = []
    what = f'{self.__name__}[arg, ...]: each arg must be a type.' if self is Union else f'{self} requires a single type.'
    for p in _check_all(_as_tuple(parameters), what):
        inner = p.__args__ if isinstance(p, (_UnionGenericAlias, UnionType)) else (p,)
        for q in inner:
            if q not in flat:
                flat.append(q)
    if len(flat) == 1:
        return flat[0]
    return _UnionGenericAlias(Union, tuple(flat), name='Optional' if len(flat) == 2 and type(None) in flat else 'Union')


def _optional(self, parameters):
    if isinstance(parameters, tuple):
        raise TypeError(f'typing.Optional requires a single type. Got {parameters!r}.')
    return _union(self, (parameters, None))


def _literal(self, parameters):
    flat = []
    for p in _as_tuple(parameters):
        flat.extend(p.__args__ if isinstance(p, _LiteralGenericAlias) else (p,))
    try:
        flat = [p for _, p in dict.fromkeys((type(p), p) for p in flat)]
    except TypeError:  # unhashable ones are kept as they are
        pass
    return _LiteralGenericAlias(self, tuple(flat), name='Literal')


def _single(self, parameters):
    return _GenericAlias(self, (_check(parameters, f'{self} accepts only single type.'),), name=self._name)


def _qualifier(self, parameters):
    return _GenericAlias(self, (_check(parameters, f'{self} accepts only single type.', special=True),), name=self._name)


def _several(self, parameters):
    return _GenericAlias(self, tuple(map(_convert, _as_tuple(parameters))), name=self._name)


def _annotated(self, parameters):
    if not isinstance(parameters, tuple) or len(parameters) < 2:
        raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
    origin, metadata = _check(parameters[0], 'Annotated[t, ...]: t must be a type.', special=True), parameters[1:]
    if isinstance(origin, _AnnotatedAlias):
        origin, metadata = origin.__origin__, origin.__metadata__ + metadata
    return _AnnotatedAlias(origin, metadata)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(obj)

    def __repr__(self):
        return 'typing.Any' if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


NoReturn = _Special('NoReturn')
Never = _Special('Never')
Self = _Special('Self')
LiteralString = _Special('LiteralString')
TypeAlias = _Special('TypeAlias')
Optional = _Special('Optional', _optional)
Union = _Special('Union', _union)
Literal = _Special('Literal', _literal)
ClassVar = _Special('ClassVar', _qualifier)
Final = _Special('Final', _qualifier)
Required = _Special('Required', _qualifier)
NotRequired = _Special('NotRequired', _qualifier)
ReadOnly = _Special('ReadOnly', _qualifier)
TypeGuard = _Special('TypeGuard', _single)
TypeIs = _Special('TypeIs', _single)
Unpack = _Special('Unpack', _single)
Concatenate = _Special('Concatenate', _several)
Annotated = _Special('Annotated', _annotated)


class _NoDefault:
    def __repr__(self):
        return 'typing.NoDefault'


NoDefault = _NoDefault()


class _TypeVariable:
    def __init__(self, name, default):
        if not isinstance(name, str):
            raise TypeError(f"{type(self).__name__.lower()}() argument 'name' must be str, not {type(name).__name__}")
        self.__name__ = name
        self.__default__ = default
        self.__module__ = _caller_module()

    def __getattr__(self, name):
        lazy = self.__dict__.get('_lazy', ())
        if name not in lazy:
            return object.__getattribute__(self, name)  # which raises
        value = lazy[name]()
        setattr(self, name, value)
        return value

    def has_default(self):
        return '__default__' not in self.__dict__ or self.__default__ is not NoDefault

    def __typing_subst__(self, arg):
        return _convert(arg)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')


class TypeVar(_TypeVariable):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, default=NoDefault,
                 infer_variance=False):
        super().__init__(name, default)
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        self.__constraints__ = tuple(map(_convert, constraints))
        self.__bound__ = ForwardRef(bound) if isinstance(bound, str) else bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__infer_variance__ = infer_variance

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        sign = '+' if self.__covariant__ else '-' if self.__contravariant__ else '~'
        return sign + self.__name__


class ParamSpec(_TypeVariable):
    def __init__(self, name, *, bound=None, covariant=False, contravariant=False, default=NoDefault,
                 infer_variance=False):
        super().__init__(name, default)
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__infer_variance__ = infer_variance
        self.args = ParamSpecArgs(self)
        self.kwargs = ParamSpecKwargs(self)

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        sign = '+' if self.__covariant__ else '-' if self.__contravariant__ else '~'
        return sign + self.__name__


class _ParamSpecPart:
    def __init__(self, origin):
        self.__origin__ = origin

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if isinstance(other, type(self)) else NotImplemented

    __hash__ = object.__hash__

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')

    def __repr__(self):
        return f'{self.__origin__.__name__}.{self._word}'


class ParamSpecArgs(_ParamSpecPart):
    _word = 'args'


class ParamSpecKwargs(_ParamSpecPart):
    _word = 'kwargs'


class TypeVarTuple(_TypeVariable):
    def __init__(self, name, *, default=NoDefault):
        super().__init__(name, default)

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


def _type_parameter(kind, name, /, **lazy):
    """The type parameter of a definition; its bound, constraints and default are functions
    which are called when these are asked for, as they may be of classes that come later."""
    if kind == 'TypeVarTuple':
        parameter = TypeVarTuple(name)
    else:
        parameter = (TypeVar if kind == 'TypeVar' else ParamSpec)(name, infer_variance=True)
    parameter.__module__ = 'typing'
    parameter._lazy = lazy
    for attr in lazy:
        delattr(parameter, attr)
    return parameter


class TypeAliasType:
    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__value__ = value
        self.__type_params__ = type_params
        self.__module__ = _caller_module()

    @property
    def __parameters__(self):
        return tuple(p for param in self.__type_params__ for p in ((*param,) if isinstance(param, TypeVarTuple) else (param,)))

    def __getitem__(self, parameters):
        if not self.__type_params__:
            raise TypeError('Only generic type aliases are subscriptable')
        return GenericAlias(self, _as_tuple(parameters))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return self.__name__


def _for_parameters(cls, own, params):
    """The arguments of a generic class, as many as it takes."""
    params = tuple(tuple(map(_convert, p)) if isinstance(p, list) else p for p in params)
    if len(own) == 1 and isinstance(own[0], ParamSpec) and not (
            len(params) == 1 and (params[0] is ... or isinstance(params[0], (tuple, ParamSpec, _GenericAlias)))):
        return (params,)  # Z[int, str] for Z[[int, str]]
    least = sum(not (isinstance(p, TypeVarTuple) or p.has_default()) for p in own)
    few = len(params) < least
    if few or len(params) > len(own) and not any(isinstance(p, TypeVarTuple) for p in own):
        expected = f'at least {least}' if few else len(own)
        raise TypeError(f'Too {"few" if few else "many"} arguments for {cls}; actual {len(params)}, expected {expected}')
    return params + tuple(p.__default__ for p in own[len(params):] if p.has_default())


class Generic:
    __slots__ = ()
    _is_protocol = False

    @classmethod
    def __class_getitem__(cls, params):
        params = _as_tuple(params)
        if cls in (Generic, Protocol):
            if not params:
                raise TypeError(f'Parameter list to {cls.__qualname__}[...] cannot be empty')
            for p in params:
                if not isinstance(p, (TypeVar, ParamSpec, TypeVarTuple)) and not (
                        isinstance(p, _GenericAlias) and p.__origin__ is Unpack):
                    raise TypeError(f'Parameters to {cls.__name__}[...] must all be type variables '
                                    'or parameter specification variables.')
            if len(set(params)) < len(params):
                raise TypeError(f'Parameters to {cls.__name__}[...] must all be unique')
            return _GenericAlias(cls, params, name=cls.__name__)
        params = tuple(_convert(p) for p in params)
        own = cls.__parameters__
        if not own:
            raise TypeError(f'{cls} is not a generic class')
        return _GenericAlias(cls, _for_parameters(cls, own, params))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get('__orig_bases__', ())
        if Generic in (bases or cls.__bases__) and cls.__name__ != 'Protocol' and type(cls) is not _TypedDictMeta:
            raise TypeError('Cannot inherit from plain Generic')
        found = _parameters([b for b in bases if isinstance(b, (_GenericAlias, GenericAlias))])
        listed = [b.__parameters__ for b in bases if isinstance(b, _GenericAlias) and b.__origin__ is Generic]
        if len(listed) > 1:
            raise TypeError('Cannot inherit from Generic[...] multiple times.')
        if listed:
            if missing := [p for p in found if p not in listed[0]]:
                raise TypeError(f'Some type variables ({", ".join(map(str, missing))}) are not listed in '
                                f'Generic[{", ".join(map(str, listed[0]))}]')
            found = listed[0]
        cls.__parameters__ = found
        if '__type_params__' not in cls.__dict__:
            cls.__type_params__ = found if listed else ()


_PROTOCOL_OWN = {'__abstractmethods__', '__annotations__', '__dict__', '__doc__', '__init__', '__module__',
                 '__new__', '__slots__', '__subclasshook__', '__weakref__', '__class_getitem__', '__match_args__',
                 '__static_attributes__', '__firstlineno__', '__orig_bases__', '__parameters__', '__type_params__',
                 '__protocol_attrs__', '__hash__', '__init_subclass__', '__qualname__', '__non_callable_proto_members__'}


def _protocol_attrs(cls):
    found = set()
    for base in cls.__mro__[:-1]:
        if base in (Protocol, Generic):
            continue
        for name in (*base.__dict__, *base.__dict__.get('__annotations__', ())):
            if not name.startswith(('_abc_', '_is_protocol', '_is_runtime_protocol')) and name not in _PROTOCOL_OWN:
                found.add(name)
    return found


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, obj):
        if cls is Protocol:  # what its subclasses take is no matter
            return type.__instancecheck__(cls, obj)
        if not cls.__dict__.get('_is_protocol'):
            return super().__instancecheck__(obj)
        if not cls._is_runtime_protocol:
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        if super().__instancecheck__(obj):
            return True
        for name in cls.__protocol_attrs__:
            # Properties are not run, and what a __getattr__ would give does not count.
            value = _static_attribute(obj, name, _static_attribute)
            if value is _static_attribute or value is None and callable(getattr(cls, name, None)):
                return False
        return True

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if cls.__dict__.get('_is_protocol'):
            if not isinstance(other, type):
                raise TypeError('issubclass() arg 1 must be a class')
            if not cls._is_runtime_protocol:
                if super().__subclasscheck__(other):
                    return True
                raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
            data = [n for n in cls.__protocol_attrs__ if not callable(getattr(cls, n, None))]
            if data:
                raise TypeError(f"Protocols with non-method members don't support issubclass(). "
                                f'Non-method members: {str(sorted(data))[1:-1]}.')
        return super().__subclasscheck__(other)


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get('_is_protocol', False):
            cls._is_protocol = any(b is Protocol for b in cls.__bases__)
        if not cls._is_protocol:
            if cls.__init__ is _no_init:
                for base in cls.__mro__:
                    init = base.__dict__.get('__init__', _no_init)
                    if init is not _no_init:
                        cls.__init__ = init
                        break
            return
        for base in cls.__bases__:
            if not (base in (object, Generic) or base.__dict__.get('_is_protocol') or
                    base.__module__ in ('collections.abc', 'contextlib', 'typing')):
                raise TypeError(f'Protocols can only inherit from other protocols, got {base!r}')
        cls.__protocol_attrs__ = _protocol_attrs(cls)
        if '__subclasshook__' not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_protocol_hook)
        if '__init__' not in cls.__dict__:
            cls.__init__ = _no_init


def _protocol_hook(cls, other):
    if not cls.__dict__.get('_is_protocol') or not cls._is_runtime_protocol:
        return NotImplemented
    for name in cls.__protocol_attrs__:
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
            if base.__dict__.get('_is_protocol') and name in base.__dict__.get('__annotations__', ()):
                break
        else:
            return NotImplemented
    return True


def _no_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError('Protocols cannot be instantiated')


Protocol.__init__ = _no_init


def runtime_checkable(cls):
    if not (isinstance(cls, type) and getattr(cls, '_is_protocol', False)):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls


@runtime_checkable
class SupportsInt(Protocol):
    @abstractmethod
    def __int__(self): ...


@runtime_checkable
class SupportsComplex(Protocol):
    @abstractmethod
    def __complex__(self): ...


@runtime_checkable
class SupportsFloat(Protocol):
    @abstractmethod
    def __float__(self): ...


@runtime_checkable
class SupportsIndex(Protocol):
    @abstractmethod
    def __index__(self): ...


@runtime_checkable
class SupportsBytes(Protocol):
    @abstractmethod
    def __bytes__(self): ...


@runtime_checkable
class SupportsAbs(Protocol):
    @abstractmethod
    def __abs__(self): ...


@runtime_checkable
class SupportsRound(Protocol):
    @abstractmethod
    def __round__(self, ndigits=0): ...


def _make_named_tuple(name, types, module, defaults=()):
    types = {n: _check(t, f'field {n} annotation must be a type') for n, t in types}
    made = collections.namedtuple(name, types, defaults=defaults, module=module)
    made.__annotations__ = types
    return made


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        if any(base is not _NamedTuple and base is not Generic for base in bases):
            raise TypeError('can only inherit from a NamedTuple type and Generic')
        types = ns.get('__annotations__', {})
        defaults = []
        for name in types:
            if name.startswith('_'):
                raise ValueError(f'Field names cannot start with an underscore: {name!r}')
            if name in ns:
                defaults.append(name)
            elif defaults:
                raise TypeError(f'Non-default namedtuple field {name} cannot follow default field'
                                f'{"s" if len(defaults) > 1 else ""} {", ".join(defaults)}')
        made = _make_named_tuple(typename, types.items(), ns['__module__'], [ns[n] for n in defaults])
        if Generic in bases:
            made = type(typename, (tuple, Generic), {**made.__dict__, '__orig_bases__': ns['__orig_bases__']})
            made.__class_getitem__ = Generic.__dict__['__class_getitem__']  # before tuple's
        for name, value in ns.items():
            if name in ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults',
                        '_field_types', '_make', '_replace', '_asdict', '_source'):
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + name)
            if name not in ('__module__', '__annotations__', '__orig_bases__') and name not in types:
                setattr(made, name, value)
                hook = getattr(type(value), '__set_name__', None)
                if hook:
                    hook(value, made, name)
        if '__qualname__' in ns:
            made.__qualname__ = ns['__qualname__']
        made.__orig_bases__ = ns.get('__orig_bases__', (NamedTuple,))
        return made


def _base(meta, name):
    """A class that stands for NamedTuple or TypedDict among the bases of a class statement."""
    return type.__new__(meta, name, (), {})


_NamedTuple = _base(_NamedTupleMeta, 'NamedTuple')


def _warn_no_fields(kind, typename, fields, empty):
    import warnings
    what = 'Failing to pass a value for' if fields is _NoDefault else 'Passing `None` as'
    shown = 'list' if empty == [] else 'dictionary'
    warnings._deprecated(f"{what} the 'fields' parameter", remove=(3, 15), message=
                         f'{{name}} is deprecated and will be disallowed in Python {{remove}}. To create a {kind} class with '
                         f'0 fields using the functional syntax, pass an empty {shown}, e.g. '
                         f'`{typename} = {kind}({typename!r}, {str(empty).replace("{}", "{{}}")})`.')
    return empty


class _NamedTupleWord:
    __name__ = __qualname__ = 'NamedTuple'

    def __call__(self, typename, fields=_NoDefault, /, **kwargs):
        if kwargs and fields is not _NoDefault:
            raise TypeError("Cannot pass `None` as the 'fields' parameter and also specify fields using keyword arguments"
                            if fields is None else 'Either list of fields or keywords can be provided to NamedTuple, not both')
        if kwargs:
            import warnings
            warnings._deprecated('Creating NamedTuple classes using keyword arguments', remove=(3, 15), message=
                                 '{name} is deprecated and will be disallowed in Python {remove}. '
                                 'Use the class-based or functional syntax instead.')
            fields = kwargs.items()
        elif fields is _NoDefault or fields is None:
            fields = _warn_no_fields('NamedTuple', typename, fields, [])
        return _make_named_tuple(typename, list(fields), _caller_module())

    def __mro_entries__(self, bases):
        return (_NamedTuple,)

    def __repr__(self):
        return '<function NamedTuple>'


NamedTuple = _NamedTupleWord()


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        if any(type(base) is not _TypedDictMeta and base is not Generic for base in bases):
            raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict base class')
        generic = (Generic,) if any(issubclass(base, Generic) for base in bases) else ()
        made = type.__new__(cls, name, (*generic, dict), ns)
        annotations = {}
        required, optional, read_only, mutable = set(), set(), set(), set()
        for base in bases:
            annotations.update(base.__dict__.get('__annotations__', {}))
            required |= base.__dict__.get('__required_keys__', frozenset())
            optional |= base.__dict__.get('__optional_keys__', frozenset())
            read_only |= base.__dict__.get('__readonly_keys__', frozenset())
            mutable |= base.__dict__.get('__mutable_keys__', frozenset())
        for key, annotation in ns.get('__annotations__', {}).items():
            annotation = annotations[key] = _check(
                annotation, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type")
            words = _qualifiers(annotation)
            needed = Required in words or total and NotRequired not in words
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
            if ReadOnly not in words:
                mutable.add(key)
                read_only.discard(key)
            elif key in mutable:
                raise TypeError(f'Cannot override mutable key {key!r} with read-only key')
            else:
                read_only.add(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__readonly_keys__ = frozenset(read_only)
        made.__mutable_keys__ = frozenset(mutable)
        made.__total__ = total
        made.__orig_bases__ = ns.get('__orig_bases__', bases)
        return made

    def __call__(cls, /, *args, **kwds):
        return dict(*args, **kwds)

    def __instancecheck__(cls, obj):
        raise TypeError('TypedDict does not support instance and class checks')

    __subclasscheck__ = __instancecheck__


def _qualifiers(annotation):
    """What of Required, NotRequired and ReadOnly is around a key's type."""
    found = []
    while (origin := get_origin(annotation)) in (Annotated, Required, NotRequired, ReadOnly):
        found.append(origin)
        annotation = get_args(annotation)[0]
    return found


_TypedDict = _base(_TypedDictMeta, 'TypedDict')


class _TypedDictWord:
    __name__ = __qualname__ = 'TypedDict'

    def __call__(self, typename, fields=_NoDefault, /, *, total=True):
        if fields is _NoDefault or fields is None:
            fields = _warn_no_fields('TypedDict', typename, fields, {})
        return _TypedDictMeta(typename, (), {'__annotations__': dict(fields), '__module__': _caller_module()}, total=total)

    def __mro_entries__(self, bases):
        return (_TypedDict,)

    def __repr__(self):
        return '<function TypedDict>'


TypedDict = _TypedDictWord()


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


class NewType:
    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[-1]
        self.__supertype__ = tp
        self.__module__ = _caller_module()

    def __call__(self, x):
        return x

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of NewType. Perhaps you were looking for: '
                        f'`{self.__name__} = NewType({self.__name__!r}, {self.__name__})`')

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    import sys
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


def assert_never(arg, /):
    text = repr(arg)
    if len(text) > 100:
        text = text[:100] + '...'
    raise AssertionError(f'Expected code to be unreachable, but got: {text}')


def _overload_dummy(*args, **kwds):
    raise NotImplementedError('You should not call an overloaded function. A series of @overload-decorated '
                              'functions outside a stub module should always be followed by an implementation '
                              'that is not @overload-ed.')


_overloads = {}  # of the functions of each module and qualified name: those decorated, by line


def _overload_key(func):
    return func.__module__, func.__qualname__


def overload(func):
    plain = getattr(func, '__func__', func)
    try:
        line = plain.__code__.co_firstlineno
        _overloads.setdefault(_overload_key(plain), {})[line] = func
    except AttributeError:
        pass
    return _overload_dummy


def get_overloads(func):
    return list(_overloads.get(_overload_key(getattr(func, '__func__', func)), {}).values())


def clear_overloads():
    _overloads.clear()


def _marked(name):
    def mark(obj):
        try:
            setattr(obj, name, True)
        except (AttributeError, TypeError):
            pass
        return obj

    return mark


final = _marked('__final__')
final.__name__ = final.__qualname__ = 'final'
override = _marked('__override__')
override.__name__ = override.__qualname__ = 'override'
no_type_check = _marked('__no_type_check__')
no_type_check.__name__ = no_type_check.__qualname__ = 'no_type_check'


def no_type_check_decorator(decorator):
    import warnings
    warnings._deprecated('typing.no_type_check_decorator', remove=(3, 15))

    def wrapped(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))

    for name in ('__module__', '__name__', '__qualname__', '__doc__'):
        setattr(wrapped, name, getattr(decorator, name))
    wrapped.__wrapped__ = decorator
    return wrapped


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            'eq_default': eq_default, 'order_default': order_default, 'kw_only_default': kw_only_default,
            'frozen_default': frozen_default, 'field_specifiers': field_specifiers, 'kwargs': kwargs}
        return cls_or_fn

    return decorator


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, GenericAlias)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, UnionType):
        return UnionType
    return None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if not isinstance(tp, (_GenericAlias, GenericAlias, UnionType)):
        return ()
    args = tp.__args__
    if get_origin(tp) is collections.abc.Callable and _is_flat(args):
        args = (list(args[:-1]), args[-1])
    return args


def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(f'{tp!r} is not a Protocol')
    return frozenset(tp.__protocol_attrs__)


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, '_is_protocol', False) and tp is not Protocol


AnyStr = TypeVar('AnyStr', bytes, str)
Text = str
_abc = collections.abc
Hashable = _Alias(_abc.Hashable, 0)
Awaitable = _Alias(_abc.Awaitable, 1)
Coroutine = _Alias(_abc.Coroutine, 3)
AsyncIterable = _Alias(_abc.AsyncIterable, 1)
AsyncIterator = _Alias(_abc.AsyncIterator, 1)
AsyncGenerator = _Alias(_abc.AsyncGenerator, 2)
Iterable = _Alias(_abc.Iterable, 1)
Iterator = _Alias(_abc.Iterator, 1)
Generator = _Alias(_abc.Generator, 3)
Reversible = _Alias(_abc.Reversible, 1)
Sized = _Alias(_abc.Sized, 0)
Container = _Alias(_abc.Container, 1)
Collection = _Alias(_abc.Collection, 1)
Callable = _CallableAlias(_abc.Callable, 2)
AbstractSet = _Alias(_abc.Set, 1, 'AbstractSet')
MutableSet = _Alias(_abc.MutableSet, 1)
Mapping = _Alias(_abc.Mapping, 2)
MutableMapping = _Alias(_abc.MutableMapping, 2)
MappingView = _Alias(_abc.MappingView, 1)
KeysView = _Alias(_abc.KeysView, 1)
ItemsView = _Alias(_abc.ItemsView, 2)
ValuesView = _Alias(_abc.ValuesView, 1)
Sequence = _Alias(_abc.Sequence, 1)
MutableSequence = _Alias(_abc.MutableSequence, 1)
ByteString = _Alias(_abc.ByteString, 0)
Tuple = _TupleAlias(tuple, -1, 'Tuple')
List = _Alias(list, 1, 'List')
Set = _Alias(set, 1, 'Set')
FrozenSet = _Alias(frozenset, 1, 'FrozenSet')
Dict = _Alias(dict, 2, 'Dict')
Type = _Alias(type, 1, 'Type')
Deque = _Alias(collections.deque, 1, 'Deque')
DefaultDict = _Alias(collections.defaultdict, 2, 'DefaultDict')
OrderedDict = _Alias(collections.OrderedDict, 2)
