# weakref. When an object dies cannot be seen from a program here, so what these
# classes hold stays alive for as long as they do: a reference never goes dead by
# itself.
from collections.abc import MutableMapping, MutableSet

_UNREFERABLE = (int, float, str, bytes, tuple, list, dict, range, slice, type(None), type(...), type(NotImplemented))


def _check(obj):
    kind = type(obj)
    if kind in _UNREFERABLE or kind is bool:
        raise TypeError(f"cannot create weak reference to '{kind.__name__}' object")
    if '__slots__' in kind.__dict__ and not hasattr(kind, '__weakref__'):
        raise TypeError(f"cannot create weak reference to '{kind.__name__}' object")


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


class ProxyType:
    """Stands for an object: everything asked of it is asked of the object."""

    __slots__ = ('_obj',)

    def __init__(self, obj):
        object.__setattr__(self, '_obj', obj)

    def __getattribute__(self, name):
        return getattr(object.__getattribute__(self, '_obj'), name)

    def __setattr__(self, name, value):
        setattr(object.__getattribute__(self, '_obj'), name, value)

    def __delattr__(self, name):
        delattr(object.__getattribute__(self, '_obj'), name)

    def __repr__(self):
        obj = object.__getattribute__(self, '_obj')
        return f"<weakproxy at {id(self):#x} to {type(obj).__name__} at {id(obj):#x}>"


def _forward(name):
    def method(self, *args):
        return getattr(object.__getattribute__(self, '_obj'), name)(*args)

    return method


for _name in ('str', 'bytes', 'len', 'iter', 'next', 'contains', 'getitem', 'setitem', 'delitem', 'reversed', 'index',
              'int', 'float', 'eq', 'ne', 'lt', 'le', 'gt', 'ge', 'neg', 'pos', 'abs', 'invert'):
    setattr(ProxyType, f'__{_name}__', _forward(f'__{_name}__'))
ProxyType.__bool__ = lambda self: bool(object.__getattribute__(self, '_obj'))
ProxyType.__hash__ = None


def _plain(value):
    return object.__getattribute__(value, '_obj') if isinstance(value, ProxyType) else value


def _operators(name):
    import operator
    forward = getattr(operator, f'__{name}__', divmod)
    setattr(ProxyType, f'__{name}__', lambda self, other: forward(_plain(self), _plain(other)))
    setattr(ProxyType, f'__r{name}__', lambda self, other: forward(_plain(other), _plain(self)))
    if name != 'divmod':
        in_place = getattr(operator, f'__i{name}__')
        setattr(ProxyType, f'__i{name}__', lambda self, other: in_place(_plain(self), _plain(other)))


for _name in ('add', 'sub', 'mul', 'matmul', 'truediv', 'floordiv', 'mod', 'divmod', 'pow', 'lshift', 'rshift', 'and',
              'or', 'xor'):
    _operators(_name)


class CallableProxyType(ProxyType):
    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _plain(self)(*args, **kwargs)


ProxyTypes = (ProxyType, CallableProxyType)


def proxy(obj, callback=None, /):
    _check(obj)
    return CallableProxyType(obj) if callable(obj) else ProxyType(obj)


def getweakrefcount(obj, /):
    return len(getweakrefs(obj))


def getweakrefs(obj, /):
    found = _refs(obj)
    return [] if found is None else [found]


class WeakSet(MutableSet):
    def __init__(self, data=None):
        self._items = dict.fromkeys(data or ())
        for item in self._items:
            _check(item)

    def __iter__(self):
        return iter(list(self._items))

    def __len__(self):
        return len(self._items)

    def __contains__(self, item):
        try:
            return item in self._items
        except TypeError:
            return False

    def add(self, item):
        _check(item)
        self._items[item] = None

    def discard(self, item):
        self._items.pop(item, None)

    def remove(self, item):
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

    def difference_update(self, other):
        self -= set(other)

    def intersection_update(self, other):
        self &= set(other)

    def symmetric_difference_update(self, other):
        self ^= set(other)

    def union(self, other):
        return self.__class__(x for part in (self, other) for x in part)

    def difference(self, other):
        return self - set(other)

    def intersection(self, other):
        return self & set(other)

    def symmetric_difference(self, other):
        return self ^ set(other)

    def issubset(self, other):
        return self <= set(other)

    def issuperset(self, other):
        return self >= set(other)

    def __repr__(self):
        return repr({ref(item) for item in self._items})


class _WeakDictionary(MutableMapping):
    def __init__(self, other=(), /, **kw):
        self.data = {}
        self.update(other, **kw)

    def __getitem__(self, key):
        return self.data[key]

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(list(self.data))

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        try:
            return key in self.data
        except TypeError:
            return False

    def __repr__(self):
        return f'<{self.__class__.__name__} at {id(self):#x}>'

    def copy(self):
        return self.__class__(self.data)

    __copy__ = copy

    def __deepcopy__(self, memo):
        import copy
        return self._copied(lambda obj: copy.deepcopy(obj, memo))

    def keys(self):
        return iter(list(self.data))

    def values(self):
        return iter(list(self.data.values()))

    def items(self):
        return iter(list(self.data.items()))

    def __or__(self, other):
        new = self.copy()
        new.update(other)
        return new

    def __ior__(self, other):
        self.update(other)
        return self


class WeakKeyDictionary(_WeakDictionary):
    def __setitem__(self, key, value):
        _check(key)
        self.data[key] = value

    def _copied(self, deeply):
        return self.__class__({key: deeply(value) for key, value in self.data.items()})

    def keyrefs(self):
        return [ref(k) for k in self.data]


class WeakValueDictionary(_WeakDictionary):
    def __setitem__(self, key, value):
        _check(value)
        self.data[key] = value

    def _copied(self, deeply):
        return self.__class__({deeply(key): value for key, value in self.data.items()})

    def valuerefs(self):
        return [ref(v) for v in self.data.values()]

    itervaluerefs = valuerefs


class finalize:
    def __init__(self, obj, func, /, *args, **kwargs):
        _check(obj)
        self._info = (obj, func, args, kwargs)
        self.atexit = True

    def __call__(self, _=None):
        info, self._info = self._info, None
        if info is not None:
            obj, func, args, kwargs = info
            return func(*args, **kwargs)

    def detach(self):
        info, self._info = self._info, None
        return info

    def peek(self):
        return self._info

    @property
    def alive(self):
        return self._info is not None

    def __repr__(self):
        if self._info is None:
            return f'<{type(self).__name__} object at {id(self):#x}; dead>'
        return f'<{type(self).__name__} object at {id(self):#x}; for {type(self._info[0]).__name__!r} at {id(self._info[0]):#x}>'
