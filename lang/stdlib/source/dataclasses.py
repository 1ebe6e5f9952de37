# dataclasses. _compile makes a function of source text, as CPython's own module
# does with exec; it, _caller_module and _is_keyword are written in Go.
import abc
import types

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields',
           'asdict', 'astuple', 'make_dataclass', 'replace', 'is_dataclass']


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return '<factory>'


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


class _Kind:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()
MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_FIELD = _Kind('_FIELD')
_FIELD_CLASSVAR = _Kind('_FIELD_CLASSVAR')
_FIELD_INITVAR = _Kind('_FIELD_INITVAR')
_NO_METADATA = types.MappingProxyType({})


class InitVar:
    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f'dataclasses.InitVar[{name}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata',
                 'kw_only', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _NO_METADATA if metadata is None else types.MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return (f'Field(name={self.name!r},type={self.type!r},default={self.default!r},'
                f'default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},'
                f'hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},'
                f'kw_only={self.kw_only!r},_field_type={self._field_type})')

    def __set_name__(self, owner, name):
        func = getattr(type(self.default), '__set_name__', None)
        if func:
            func(self.default, owner, name)


class _DataclassParams:
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen', 'match_args', 'kw_only', 'slots',
                 'weakref_slot')

    def __init__(self, **values):
        for name, value in values.items():
            setattr(self, name, value)

    def __repr__(self):
        return '_DataclassParams(' + ','.join(f'{n}={getattr(self, n)!r}' for n in self.__slots__) + ')'


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
          metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is_classvar(annotation):
    if isinstance(annotation, str):
        return annotation.split('[')[0].split('.')[-1].strip() == 'ClassVar'
    origin = getattr(annotation, '__origin__', annotation)
    return getattr(origin, '_name', None) == 'ClassVar'


def _is_marked(annotation, kind, name):
    if isinstance(annotation, str):
        return annotation.split('[')[0].split('.')[-1].strip() == name
    return annotation is kind or isinstance(annotation, type(kind) if name == 'KW_ONLY' else kind)


def _get_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if isinstance(default, types.MemberDescriptorType):
            default = MISSING
        f = field(default=default)
    f.name = name
    f.type = annotation
    f._field_type = _FIELD
    if _is_classvar(annotation):
        f._field_type = _FIELD_CLASSVAR
    elif _is_marked(annotation, InitVar, 'InitVar'):
        f._field_type = _FIELD_INITVAR
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f'field {name} cannot have a default factory')
    if f._field_type is not _FIELD_CLASSVAR:
        if f.kw_only is MISSING:
            f.kw_only = kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f'field {name} is a ClassVar but specifies kw_only')
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f'mutable default {type(f.default)} for field {name} is not allowed: use default_factory')
    return f


def _function(cls, name, params, body, env, annotations=None):
    names = ', '.join(env)
    lines = ''.join(f'        {line}\n' for line in body)
    source = f'def create({names}):\n    def {name}({params}):\n{lines}    return {name}\n'
    f = _compile(source)(*env.values())
    f.__qualname__ = f'{cls.__qualname__}.{name}'
    f.__module__ = cls.__module__
    if annotations is not None:
        f.__annotations__ = annotations
    return f


def _set_new(cls, name, value):
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


def _make_init(cls, fields, std, kw, frozen, has_post_init, slots):
    seen = None
    for f in std:
        if f.init:
            if not (f.default is MISSING and f.default_factory is MISSING):
                seen = f
            elif seen:
                raise TypeError(f'non-default argument {f.name!r} follows default argument {seen.name!r}')
    me = '__dataclass_self__' if any(f.name == 'self' for f in fields) else 'self'
    env = {'_FACTORY': _HAS_DEFAULT_FACTORY, '_setattr': object.__setattr__}
    annotations = {}

    def param(f):
        annotations[f.name] = f.type
        if f.default is not MISSING:
            return f'{f.name}=_default_{f.name}'
        if f.default_factory is not MISSING:
            return f'{f.name}=_FACTORY'
        return f.name

    params = [me] + [param(f) for f in std if f.init]
    named = [param(f) for f in kw if f.init]
    if named:
        params += ['*'] + named
    annotations['return'] = None
    body = []
    for f in fields:
        default = f'_default_{f.name}'
        if f.default is not MISSING:
            env[default] = f.default
        elif f.default_factory is not MISSING:
            env[default] = f.default_factory
        if f._field_type is _FIELD_INITVAR:
            continue
        if f.default_factory is not MISSING:
            value = f'{default}() if {f.name} is _FACTORY else {f.name}' if f.init else f'{default}()'
        elif f.init:
            value = f.name
        elif slots and f.default is not MISSING:
            value = default
        else:
            continue
        body.append(f'_setattr({me}, {f.name!r}, {value})' if frozen else f'{me}.{f.name} = {value}')
    if has_post_init:
        args = ', '.join(f.name for f in fields if f._field_type is _FIELD_INITVAR)
        body.append(f'{me}.__post_init__({args})')
    return _function(cls, '__init__', ', '.join(params), body or ['pass'], env, annotations)


def _signature_text(cls, std, kw):
    init = cls.__init__
    if init is not cls.__dict__.get('__init__') or getattr(init, '__code__', None) is None:
        return '()'

    def show(f):
        annotation = f.type
        if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
            text = annotation.__qualname__
            if annotation.__module__ != 'builtins':
                text = annotation.__module__ + '.' + text
        else:
            text = repr(annotation)
            if type(annotation).__module__ == 'typing' or getattr(annotation, '__module__', None) == 'typing':
                text = text.replace('typing.', '')
        if f.default is not MISSING:
            return f'{f.name}: {text} = {f.default!r}'
        if f.default_factory is not MISSING:
            return f'{f.name}: {text} = <factory>'
        return f'{f.name}: {text}'

    parts = [show(f) for f in std]
    if kw:
        parts += ['*'] + [show(f) for f in kw]
    return f'({", ".join(parts)})'


def _repr_of(names):
    running = set()

    def plain(self):
        return f'{type(self).__qualname__}(' + ', '.join([f'{n}={getattr(self, n)!r}' for n in names]) + ')'

    def __repr__(self):
        key = id(self)
        if key in running:
            return '...'
        running.add(key)
        try:
            return plain(self)
        finally:
            running.discard(key)

    __repr__.__wrapped__ = plain
    return __repr__


def _tuple_text(obj, fields):
    return '(' + ''.join(f'{obj}.{f.name},' for f in fields) + ')'


def _named(cls, f, name):
    f.__name__ = name
    f.__qualname__ = f'{cls.__qualname__}.{name}'
    return f


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    found = {}
    params = _DataclassParams(init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                              match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)
    cls.__dataclass_params__ = params
    frozen_bases = []
    for b in cls.__mro__[-1:0:-1]:
        base_fields = getattr(b, '__dataclass_fields__', None)
        if base_fields is not None:
            found.update(base_fields)
            frozen_bases.append(b.__dataclass_params__.frozen)
    annotations = cls.__dict__.get('__annotations__', {})
    own = []
    seen_kw_only = False
    for name, annotation in annotations.items():
        if _is_marked(annotation, KW_ONLY, 'KW_ONLY'):
            if seen_kw_only:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            seen_kw_only = kw_only = True
        else:
            own.append(_get_field(cls, name, annotation, kw_only))
    for f in own:
        found[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    if any(frozen_bases) and not frozen:
        raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
    if frozen_bases and not all(frozen_bases) and frozen:
        raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    cls.__dataclass_fields__ = found
    own_hash = cls.__dict__.get('__hash__', MISSING)
    explicit_hash = not (own_hash is MISSING or own_hash is None and '__eq__' in cls.__dict__)
    if order and not eq:
        raise ValueError('eq must be true if order is true')

    in_init = [f for f in found.values() if f._field_type is not _FIELD_CLASSVAR]
    std = [f for f in in_init if f.init and not f.kw_only]
    if init:
        kw = [f for f in in_init if f.init and f.kw_only]
        _set_new(cls, '__init__', _make_init(cls, in_init, std, kw, frozen, hasattr(cls, '__post_init__'), slots))
    _set_new(cls, '__replace__', _replace)
    plain = [f for f in found.values() if f._field_type is _FIELD]
    if repr:
        _set_new(cls, '__repr__', _named(cls, _repr_of([f.name for f in plain if f.repr]), '__repr__'))
    compared = [f for f in plain if f.compare]
    if eq:
        terms = ' and '.join(f'self.{f.name} == other.{f.name}' for f in compared) or 'True'
        _set_new(cls, '__eq__', _function(cls, '__eq__', 'self, other', [
            'if self is other:', '    return True', 'if other.__class__ is self.__class__:',
            f'    return {terms}', 'return NotImplemented'], {}))
    if unsafe_hash and explicit_hash:
        raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
    if order:
        mine, other = _tuple_text('self', compared), _tuple_text('other', compared)
        for name, op in (('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>=')):
            f = _function(cls, name, 'self, other', ['if other.__class__ is self.__class__:',
                          f'    return {mine} {op} {other}', 'return NotImplemented'], {})
            if _set_new(cls, name, f):
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__} '
                                'Consider using functools.total_ordering')
    if frozen:
        for name, f in _frozen_methods(cls, {f.name for f in plain}):
            if _set_new(cls, name, _named(cls, f, name)):
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}')
    if unsafe_hash or eq and frozen and not explicit_hash:
        hashed = [f for f in plain if (f.compare if f.hash is None else f.hash)]
        cls.__hash__ = _function(cls, '__hash__', 'self', [f'return hash({_tuple_text("self", hashed)})'], {})
    elif eq and not explicit_hash:
        cls.__hash__ = None
    if not cls.__doc__:
        cls.__doc__ = cls.__name__ + _signature_text(cls, std, [f for f in in_init if f.init and f.kw_only])
    if match_args:
        _set_new(cls, '__match_args__', tuple(f.name for f in std))
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    if slots:
        cls = _add_slots(cls, plain, frozen, weakref_slot)
    abc.update_abstractmethods(cls)
    return cls


def _frozen_methods(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot assign to field {name!r}')
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot delete field {name!r}')
        super(cls, self).__delattr__(name)

    return ('__setattr__', __setattr__), ('__delattr__', __delattr__)


def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _add_slots(cls, fields, frozen, weakref_slot):
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    namespace = dict(cls.__dict__)
    inherited = set()
    for b in cls.__mro__[1:-1]:
        slots = b.__dict__.get('__slots__', ('__weakref__',))  # a class without __slots__ has room for one
        inherited.update([slots] if isinstance(slots, str) else slots)
    names = [f.name for f in fields] + ['__weakref__'] * weakref_slot
    namespace['__slots__'] = tuple(name for name in names if name not in inherited)
    for f in fields:
        namespace.pop(f.name, None)
    namespace.pop('__dict__', None)
    namespace.pop('__weakref__', None)
    if frozen:  # copies could not be given their fields otherwise
        namespace.setdefault('__getstate__', _dataclass_getstate)
        namespace.setdefault('__setstate__', _dataclass_setstate)
    qualname = getattr(cls, '__qualname__', None)
    cls = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        cls.__qualname__ = qualname
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                              weakref_slot)

    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    found = getattr(class_or_instance, '__dataclass_fields__', None)
    if found is None:
        raise TypeError('must be called with a dataclass type or instance')
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_instance(obj):
    return hasattr(type(obj), '__dataclass_fields__')


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, '__dataclass_fields__')


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _plain(obj, lambda o: dict_factory([(f.name, _inner(getattr(o, f.name), dict_factory)) for f in fields(o)]),
                  lambda v: _inner(v, dict_factory))


def _inner(v, dict_factory):
    return _plain(v, lambda o: asdict(o, dict_factory=dict_factory), lambda v: _inner(v, dict_factory))


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')

    def inner(v):
        return _plain(v, convert, inner)

    def convert(o):
        return tuple_factory([inner(getattr(o, f.name)) for f in fields(o)])

    return convert(obj)


_ATOMIC = frozenset({type(None), bool, int, float, str, bytes, type(...), type(NotImplemented), type, range, property})


def _plain(v, convert, inner):
    kind = type(v)
    if kind in _ATOMIC:
        return v
    if hasattr(kind, '__dataclass_fields__'):
        return convert(v)
    if isinstance(v, tuple) and hasattr(v, '_fields'):
        return kind(*[inner(x) for x in v])
    if isinstance(v, (list, tuple)):
        return kind(inner(x) for x in v)
    if isinstance(v, dict):
        if hasattr(kind, 'default_factory'):
            result = kind(v.default_factory)
            for k, x in v.items():
                result[inner(k)] = inner(x)
            return result
        return kind((inner(k), inner(x)) for k, x in v.items())
    from copy import deepcopy
    return deepcopy(v)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False,
                   weakref_slot=False, module=None):
    if module is None:
        module = _caller_module()
    body = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, 'typing.Any'
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, body[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if _is_keyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        annotations[name] = annotation
    body['__annotations__'] = annotations
    cls = types.new_class(cls_name, bases, {}, lambda namespace: namespace.update(body))
    cls.__module__ = module
    return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in self.__dataclass_fields__.values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f'field {f.name} is declared with init=False, it cannot be specified with replace()')
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError(f'InitVar {f.name!r} must be specified with replace()')
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)
