# weakref. When an object dies cannot be seen from a program here, so what these
# classes hold stays alive for as long as they do: a reference never goes dead by
# itself.
import operator
from collections.abc import Mapping, MutableMapping, MutableSet

__all__ = ['ref', 'proxy', 'getweakrefcount', 'getweakrefs', 'WeakKeyDictionary', 'ReferenceType', 'ProxyType',
           'CallableProxyType', 'ProxyTypes', 'WeakValueDictionary', 'WeakSet', 'WeakMethod', 'finalize']

_UNREFERABLE = (object, int, float, bool, str, bytes, tuple, list, dict, range, slice, property, type(None),
                type(...), type(NotImplemented))


def _check(obj):
    kind = type(obj)
    if kind in _UNREFERABLE or not hasattr(kind, '__weakref__') and ('__slots__' in kind.__dict__ or
                                                                     issubclass(kind, BaseException)):
        raise TypeError(f"cannot create weak reference to '{kind.__name__}' object")


def _among(held, obj):
    # What cannot be referred to is not there, whatever is.
    try:
        _check(obj)
    except TypeError:
        return False
    return obj in held


@_dotted  # errors name it with its module
class ReferenceType:
    __slots__ = ('_obj', '__callback__')

    def __new__(cls, obj, callback=None, /):
        _check(obj)
        plain = cls is ReferenceType and callback is None
        if plain and _refs(obj) is not None:
            return _refs(obj)
        self = object.__new__(cls)
        self._obj = obj
        self.__callback__ = callback
        if plain:
            _refs(obj, self)
        return self

    def __init__(self, obj, callback=None, /):
        pass

    __class_getitem__ = classmethod(_alias)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __call__(self):
        return self._obj

    def __eq__(self, other):
        if not isinstance(other, ReferenceType):
            return NotImplemented
        return self._obj == other._obj

    def __hash__(self):
        return hash(self._obj)

    def __repr__(self):
        return f"<weakref at {id(self):#x}; to '{type(self._obj).__name__}' at {id(self._obj):#x}>"


ref = ReferenceType


class KeyedRef(ref):
    "A reference to a value, with the key that it is under."

    __slots__ = ('key',)

    def __new__(cls, ob, callback, key):
        keyed = super().__new__(cls, ob, callback)
        keyed.key = key
        return keyed

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


class WeakMethod(ref):
    __slots__ = ('_func',)

    def __new__(cls, meth, callback=None):
        try:
            obj, func = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f'argument should be a bound method, not {type(meth)}') from None
        self = ref.__new__(cls, obj, callback)
        self._func = func
        return self

    def __call__(self):
        return self._func.__get__(self._obj)

    def __eq__(self, other):
        return isinstance(other, WeakMethod) and self._obj is other._obj and self._func == other._func

    def __hash__(self):
        return hash((self._obj, self._func))


@_dotted
class ProxyType:
    """Stands for an object: everything asked of it is asked of the object."""

    __slots__ = ('_obj',)

    def __new__(cls, *args):
        raise TypeError(f"cannot create 'weakref.{cls.__name__}' instances")

    def __getattribute__(self, name):
        return getattr(object.__getattribute__(self, '_obj'), name)

    def __setattr__(self, name, value):
        setattr(object.__getattribute__(self, '_obj'), name, value)

    def __delattr__(self, name):
        delattr(object.__getattribute__(self, '_obj'), name)

    @property
    def __class__(self):
        return _plain(self).__class__

    def __dir__(self):
        return dir(_plain(self))

    def __repr__(self):
        obj = object.__getattribute__(self, '_obj')
        return f"<weakproxy at {id(self):#x} to {type(obj).__name__} at {id(obj):#x}>"


def _plain(value):
    return object.__getattribute__(value, '_obj') if type(value) in ProxyTypes else value


def _forward(call):
    # The special method that does what call does with the object.
    return lambda self, *args: call(_plain(self), *args)


def _next(obj):
    if not hasattr(type(obj), '__next__'):
        raise TypeError(f"Weakref proxy referenced a non-iterator '{type(obj).__name__}' object")
    return next(obj)


for _call in str, bytes, len, iter, reversed, bool, int, float, abs:
    setattr(ProxyType, f'__{_call.__name__}__', _forward(_call))
for _name in 'contains', 'getitem', 'setitem', 'delitem', 'index', 'neg', 'pos', 'invert':
    setattr(ProxyType, f'__{_name}__', _forward(getattr(operator, _name)))
for _name in 'eq', 'ne', 'lt', 'le', 'gt', 'ge':
    setattr(ProxyType, f'__{_name}__', lambda self, other, _call=getattr(operator, _name): _call(_plain(self), _plain(other)))
ProxyType.__next__ = _forward(_next)
ProxyType.__hash__ = None


def _operators(name):
    forward = getattr(operator, f'__{name}__', divmod)
    setattr(ProxyType, f'__{name}__', lambda self, other: forward(_plain(self), _plain(other)))
    setattr(ProxyType, f'__r{name}__', lambda self, other: forward(_plain(other), _plain(self)))
    if name != 'divmod':
        in_place = getattr(operator, f'__i{name}__')
        setattr(ProxyType, f'__i{name}__', lambda self, other: in_place(_plain(self), _plain(other)))


for _name in ('add', 'sub', 'mul', 'matmul', 'truediv', 'floordiv', 'mod', 'divmod', 'pow', 'lshift', 'rshift', 'and',
              'or', 'xor'):
    _operators(_name)


@_dotted
class CallableProxyType(ProxyType):
    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _plain(self)(*args, **kwargs)


ProxyTypes = (ProxyType, CallableProxyType)


def proxy(obj, callback=None, /):
    _check(obj)
    made = _proxies(obj) if callback is None else None
    if made is None:
        made = object.__new__(CallableProxyType if callable(obj) else ProxyType)
        object.__setattr__(made, '_obj', obj)
        if callback is None:
            _proxies(obj, made)
    return made


def getweakrefcount(obj, /):
    return (_refs(obj) is not None) + (_proxies(obj) is not None)


def getweakrefs(obj, /):
    found = _refs(obj)
    return [] if found is None else [found]


class WeakSet(MutableSet):
    def __init__(self, data=None):
        self._items = {}
        self.update(data or ())

    def __iter__(self):
        yield from list(self._items)

    def __len__(self):
        return len(self._items)

    def __contains__(self, item):
        return _among(self._items, item)

    def add(self, item):
        _check(item)
        self._items[item] = None

    def discard(self, item):
        _check(item)
        self._items.pop(item, None)

    def remove(self, item):
        _check(item)
        if item not in self._items:
            raise KeyError(ref(item))
        del self._items[item]

    def pop(self):
        if not self._items:
            raise KeyError('pop from empty WeakSet')
        return self._items.popitem()[0]

    def clear(self):
        self._items.clear()

    def copy(self):
        return self.__class__(self)

    def update(self, other):
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def difference_update(self, other):
        self -= set(other)

    def intersection_update(self, other):
        self &= set(other)

    def symmetric_difference_update(self, other):
        self ^= set(other)

    def union(self, other):
        return self.__class__(x for part in (self, other) for x in part)

    __or__ = union

    def difference(self, other):
        return self.__class__(self._items.keys() - set(other))

    __sub__ = difference

    def intersection(self, other):
        other = set(other)
        return self.__class__(x for x in self if x in other)

    __and__ = intersection

    def symmetric_difference(self, other):
        return self.__class__(self._items.keys() ^ set(other))

    __xor__ = symmetric_difference

    def issubset(self, other):
        return self._items.keys() <= set(other)

    __le__ = issubset

    def __lt__(self, other):
        return self._items.keys() < set(other)

    def issuperset(self, other):
        return self._items.keys() >= set(other)

    __ge__ = issuperset

    def __gt__(self, other):
        return self._items.keys() > set(other)

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self._items.keys() == other._items.keys()

    def __repr__(self):
        return repr({ref(item) for item in self._items})


WeakSet.__module__ = '_weakrefset'


class _WeakDictionary(MutableMapping):
    def __init__(self, other=(), /, **kw):
        self.data = {}
        self.update(other, **kw)

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        return f'<{self.__class__.__name__} at {id(self):#x}>'

    def copy(self):
        return self.__class__(self.data)

    __copy__ = copy

    def __deepcopy__(self, memo):
        import copy
        return self._copied(lambda obj: copy.deepcopy(obj, memo))

    def keys(self):
        yield from list(self.data)

    __iter__ = keys

    def values(self):
        yield from list(self.data.values())

    def items(self):
        yield from list(self.data.items())

    def popitem(self):
        return self.data.popitem()

    def __or__(self, other):
        return self._merged(self, other) if isinstance(other, Mapping) else NotImplemented

    def __ror__(self, other):
        return self._merged(other, self) if isinstance(other, Mapping) else NotImplemented

    def _merged(self, first, second):
        new = self.__class__(first)
        new.update(second)
        return new

    def __ior__(self, other):
        self.update(other)
        return self


class WeakKeyDictionary(_WeakDictionary):
    def __init__(self, dict=None):
        super().__init__(() if dict is None else dict)

    def __getitem__(self, key):
        _check(key)
        if key in self.data:
            return self.data[key]
        raise KeyError(ref(key))

    def __setitem__(self, key, value):
        _check(key)
        self.data[key] = value

    def __delitem__(self, key):
        self.pop(key)

    def __contains__(self, key):
        return _among(self.data, key)

    def get(self, key, default=None):
        _check(key)
        return self.data.get(key, default)

    def pop(self, key, *args):
        _check(key)
        if key not in self.data and not args:
            raise KeyError(ref(key))
        return self.data.pop(key, *args)

    def setdefault(self, key, default=None):
        _check(key)
        return self.data.setdefault(key, default)

    def _copied(self, deeply):
        return self.__class__({key: deeply(value) for key, value in self.data.items()})

    def keyrefs(self):
        return [ref(k) for k in self.data]


class WeakValueDictionary(_WeakDictionary):
    def __getitem__(self, key):
        return self.data[key]

    def __setitem__(self, key, value):
        _check(value)
        self.data[key] = value

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        return key in self.data

    def _copied(self, deeply):
        return self.__class__({deeply(key): value for key, value in self.data.items()})

    def valuerefs(self):
        return [KeyedRef(v, None, k) for k, v in self.data.items()]

    def itervaluerefs(self):
        yield from self.valuerefs()


class _Finalizer:
    # What a finalize that is alive calls.

    __slots__ = ('obj', 'func', 'args', 'kwargs', 'atexit')

    def call(self):
        return self.func(*self.args, **self.kwargs)

    def parts(self):
        return self.obj, self.func, self.args, self.kwargs


_finalizers = {}  # those alive, by the finalize, in the order in which they were made


def _call_finalizers():
    # At the end of the program: the last one goes first, those made meanwhile among them.
    import sys
    while _finalizers:
        finalizer = _finalizers.popitem()[1]
        if finalizer.atexit:
            try:
                finalizer.call()
            except Exception as error:
                sys.excepthook(type(error), error, error.__traceback__)


class finalize:
    __slots__ = ()

    def __init__(self, obj, func, /, *args, **kwargs):
        _check(obj)
        _at_exit(_call_finalizers)
        _finalizers[self] = made = _Finalizer()
        made.obj, made.func, made.args, made.kwargs, made.atexit = obj, func, args, kwargs, True

    def __call__(self, _=None):
        made = _finalizers.pop(self, None)
        if made is not None:
            return made.call()

    def detach(self):
        made = _finalizers.pop(self, None)
        return made and made.parts()

    def peek(self):
        made = _finalizers.get(self)
        return made and made.parts()

    @property
    def alive(self):
        return self in _finalizers

    @property
    def atexit(self):
        made = _finalizers.get(self)
        return bool(made) and made.atexit

    @atexit.setter
    def atexit(self, value):
        made = _finalizers.get(self)
        if made:
            made.atexit = bool(value)

    def __repr__(self):
        made = _finalizers.get(self)
        if made is None:
            return f'<{type(self).__name__} object at {id(self):#x}; dead>'
        return f'<{type(self).__name__} object at {id(self):#x}; for {type(made.obj).__name__!r} at {id(made.obj):#x}>'
