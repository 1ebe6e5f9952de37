# What of typing is asked for rarely: its list of names, get_type_hints, the kinds of files, and the
# aliases of classes in modules that take longer to import than typing does.
import contextlib
import re
from types import BuiltinFunctionType, FunctionType, MethodDescriptorType, MethodType, MethodWrapperType, ModuleType, \
    WrapperDescriptorType

__all__ = ['Annotated', 'Any', 'Callable', 'ClassVar', 'Concatenate', 'Final', 'ForwardRef', 'Generic', 'Literal',
           'Optional', 'ParamSpec', 'Protocol', 'Tuple', 'Type', 'TypeVar', 'TypeVarTuple', 'Union', 'AbstractSet',
           'ByteString', 'Container', 'ContextManager', 'Hashable', 'ItemsView', 'Iterable', 'Iterator', 'KeysView',
           'Mapping', 'MappingView', 'MutableMapping', 'MutableSequence', 'MutableSet', 'Sequence', 'Sized',
           'ValuesView', 'Awaitable', 'AsyncIterator', 'AsyncIterable', 'Coroutine', 'Collection', 'AsyncGenerator',
           'AsyncContextManager', 'Reversible', 'SupportsAbs', 'SupportsBytes', 'SupportsComplex', 'SupportsFloat',
           'SupportsIndex', 'SupportsInt', 'SupportsRound', 'ChainMap', 'Counter', 'Deque', 'Dict', 'DefaultDict',
           'List', 'OrderedDict', 'Set', 'FrozenSet', 'NamedTuple', 'TypedDict', 'Generator', 'BinaryIO', 'IO',
           'Match', 'Pattern', 'TextIO', 'AnyStr', 'assert_type', 'assert_never', 'cast', 'clear_overloads',
           'dataclass_transform', 'final', 'get_args', 'get_origin', 'get_overloads', 'get_protocol_members',
           'get_type_hints', 'is_protocol', 'is_typeddict', 'LiteralString', 'Never', 'NewType', 'no_type_check',
           'no_type_check_decorator', 'NoDefault', 'NoReturn', 'NotRequired', 'overload', 'override',
           'ParamSpecArgs', 'ParamSpecKwargs', 'ReadOnly', 'Required', 'reveal_type', 'runtime_checkable', 'Self',
           'Text', 'TYPE_CHECKING', 'TypeAlias', 'TypeAliasType', 'TypeGuard', 'TypeIs', 'Unpack']

Counter = _Alias(collections.Counter, 1)
ChainMap = _Alias(collections.ChainMap, 2)
ContextManager = _Alias(contextlib.AbstractContextManager, 2, 'ContextManager')
AsyncContextManager = _Alias(contextlib.AbstractAsyncContextManager, 2, 'AsyncContextManager')
Pattern = _Alias(re.Pattern, 1)
Match = _Alias(re.Match, 1)


def _resolve(value, *scope):
    """The annotation with what is written as text in it evaluated. The scope is a dict of names, the name of a
    module, and a dict of names that go before the module's."""
    if isinstance(value, ForwardRef):
        return _resolve(_convert(_evaluate(value.__forward_arg__, *scope)), *scope)
    if not isinstance(value, (_GenericAlias, GenericAlias, UnionType)):
        return value
    args = value.__args__
    if isinstance(value, GenericAlias):
        args = tuple(ForwardRef(a) if isinstance(a, str) else a for a in args)
    args = tuple(_resolve(a, *scope) for a in args)
    if args == value.__args__:
        return value
    if isinstance(value, GenericAlias):
        made = GenericAlias(value.__origin__, args)
        return Unpack[made] if value.__unpacked__ else made
    if isinstance(value, UnionType):
        made = args[0]
        for a in args[1:]:
            made |= a
        return made
    return value._with(args)


def _strip(value):
    """The annotation without Annotated, Required and their kin, at any depth."""
    if isinstance(value, _AnnotatedAlias) or get_origin(value) in (Required, NotRequired, ReadOnly):
        return _strip(value.__args__[0] if value.__origin__ in (Required, NotRequired, ReadOnly) else value.__origin__)
    if not isinstance(value, (_GenericAlias, GenericAlias, UnionType)):
        return value
    args = tuple(map(_strip, value.__args__))
    if args == value.__args__:
        return value
    if isinstance(value, GenericAlias):
        return GenericAlias(value.__origin__, args)
    return Union[args] if isinstance(value, UnionType) else value._with(args)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if getattr(obj, '__no_type_check__', None):
        return {}
    found = {}

    def add(hints, *scope):
        for name, value in hints.items():
            found[name] = _resolve(_convert(value), *scope)

    def parameters_of(obj):
        return {p.__name__: p for p in getattr(obj, '__type_params__', ())}

    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            hints = base.__dict__.get('__annotations__', {})
            if globalns is None and localns is None:  # the names of the module come before those of the class
                add(hints, dict(base.__dict__), base.__module__, parameters_of(base))
            else:
                names = base.__dict__ if localns is None else localns
                module = base.__module__ if globalns is None else ''
                add(hints, globalns or {}, module, {**parameters_of(base), **names})
    else:
        inner = obj
        while hasattr(inner, '__wrapped__'):
            inner = inner.__wrapped__
        hints = getattr(obj, '__annotations__', None)
        if hints is None:
            if isinstance(obj, (FunctionType, BuiltinFunctionType, MethodType, ModuleType, WrapperDescriptorType,
                                MethodWrapperType, MethodDescriptorType)):
                return {}
            raise TypeError(f'{obj!r} is not a module, class, method, or function.')
        module = ''
        if globalns is None and isinstance(inner, ModuleType):
            module = inner.__name__
        elif globalns is None and isinstance(inner, (FunctionType, MethodType)):
            module = inner.__module__
        add(hints, globalns or {}, module, {**(localns or {}), **parameters_of(obj)})
    return found if include_extras else {name: _strip(value) for name, value in found.items()}


class IO(Generic[AnyStr]):
    """What a file has, for annotations."""

    __slots__ = ()

    @property
    @abstractmethod
    def mode(self): ...

    @property
    @abstractmethod
    def name(self): ...

    @abstractmethod
    def close(self): ...

    @property
    @abstractmethod
    def closed(self): ...

    @abstractmethod
    def fileno(self): ...

    @abstractmethod
    def flush(self): ...

    @abstractmethod
    def isatty(self): ...

    @abstractmethod
    def read(self, n=-1): ...

    @abstractmethod
    def readable(self): ...

    @abstractmethod
    def readline(self, limit=-1): ...

    @abstractmethod
    def readlines(self, hint=-1): ...

    @abstractmethod
    def seek(self, offset, whence=0): ...

    @abstractmethod
    def seekable(self): ...

    @abstractmethod
    def tell(self): ...

    @abstractmethod
    def truncate(self, size=None): ...

    @abstractmethod
    def writable(self): ...

    @abstractmethod
    def write(self, s): ...

    @abstractmethod
    def writelines(self, lines): ...

    @abstractmethod
    def __enter__(self): ...

    @abstractmethod
    def __exit__(self, type, value, traceback): ...


class BinaryIO(IO[bytes]):
    __slots__ = ()

    @abstractmethod
    def __enter__(self): ...


class TextIO(IO[str]):
    __slots__ = ()

    @property
    @abstractmethod
    def buffer(self): ...

    @property
    @abstractmethod
    def encoding(self): ...

    @property
    @abstractmethod
    def errors(self): ...

    @property
    @abstractmethod
    def line_buffering(self): ...

    @property
    @abstractmethod
    def newlines(self): ...

    @abstractmethod
    def __enter__(self): ...
