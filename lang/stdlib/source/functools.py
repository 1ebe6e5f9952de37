# What of functools is written in the language.
__all__ = ['cache', 'cached_property', 'cmp_to_key', 'lru_cache', 'partial', 'partialmethod', 'reduce',
           'singledispatch', 'singledispatchmethod', 'total_ordering', 'update_wrapper', 'wraps',
           'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES']


# For each operator that a class defines: the others, as made from it and ==.
_ORDERINGS = {
    '__lt__': {
        '__gt__': lambda self, other, r: not r and self != other,
        '__le__': lambda self, other, r: r or self == other,
        '__ge__': lambda self, other, r: not r,
    },
    '__le__': {
        '__ge__': lambda self, other, r: not r or self == other,
        '__lt__': lambda self, other, r: r and self != other,
        '__gt__': lambda self, other, r: not r,
    },
    '__gt__': {
        '__lt__': lambda self, other, r: not (r or self == other),
        '__ge__': lambda self, other, r: r or self == other,
        '__le__': lambda self, other, r: not r,
    },
    '__ge__': {
        '__le__': lambda self, other, r: not r or self == other,
        '__gt__': lambda self, other, r: r and self != other,
        '__lt__': lambda self, other, r: not r,
    },
}


def _ordering(name, root, combine):
    def method(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        return combine(self, other, result)
    method.__name__ = name
    method.__qualname__ = f'_{name.strip("_")}_from_{root.strip("_")}'
    return method


def total_ordering(cls):
    "Class decorator that fills in missing ordering methods"
    roots = {name for name in _ORDERINGS if getattr(cls, name, None) is not getattr(object, name, None)}
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = max(roots)
    for name, combine in _ORDERINGS[root].items():
        if name not in roots:
            setattr(cls, name, _ordering(name, root, combine))
    return cls


def _find_impl(cls, registry):
    found = None
    line = _with_abstract_classes(cls, registry)
    for c in line:
        if found is not None:
            if c in registry and not {c, found} & {*cls.__mro__} and not issubclass(found, c):
                raise RuntimeError(f'Ambiguous dispatch: {found} or {c}')
            break
        if c in registry:
            found = c
    return registry[found]


def _with_abstract_classes(cls, types):
    """The MRO of cls as it would be if cls had those of types as bases that it is registered for or fits."""
    own = set(cls.__mro__)
    fitting = [t for t in types if t not in own and isinstance(t, type) and issubclass(cls, t)]
    fitting = [t for t in fitting if not any(t is not other and t in other.__mro__ for other in fitting)]
    order = []
    for t in fitting:
        # Classes that derive from several of them say in which order these come.
        lines = [[c for c in sub.__mro__ if c in fitting] for sub in t.__subclasses__()
                 if sub not in own and issubclass(cls, sub)]
        for line in sorted(lines, key=len, reverse=True) or [[t]]:
            order += [c for c in line if c not in order]
    return _linear(cls, order)


def _linear(cls, abstract):
    """The MRO of cls with the abstract classes, each at the first class from above that it stands for."""
    bases = list(cls.__bases__)
    explicit = max((i for i, b in enumerate(bases, 1) if hasattr(b, '__abstractmethods__')), default=0)
    here = [a for a in abstract if not any(issubclass(b, a) for b in bases)]
    above = [a for a in abstract if a not in here]
    groups = bases[:explicit], here, bases[explicit:]
    return _merge([[cls], *(_linear(b, [a for a in above if issubclass(b, a)]) for group in groups for b in group), *groups])


def _merge(lines):
    """One order that keeps those of the lines, as C3 makes it."""
    order = []
    while lines := [line for line in lines if line]:
        for head, *_ in lines:
            if not any(head in line[1:] for line in lines):
                break
        else:
            raise RuntimeError('Inconsistent hierarchy')
        order.append(head)
        lines = [line[1:] if line[0] is head else line for line in lines]
    return order


def singledispatch(func):
    "Make func generic: its implementations are chosen by the type of the first argument."
    registry = {object: func}
    cache = {}
    token = None  # of the registrations of abstract classes that the cache is for; None if none matters
    name = getattr(func, '__name__', 'singledispatch function')

    def dispatch(cls):
        nonlocal token
        if token is not None and token != get_cache_token():
            cache.clear()
            token = get_cache_token()
        if cls not in cache:
            cache[cls] = registry[cls] if cls in registry else _find_impl(cls, registry)
        return cache[cls]

    def is_class(cls):
        return isinstance(cls, type) or _is_union(cls) and all(isinstance(c, type) for c in cls.__args__)

    def register(cls, func=None):
        nonlocal token
        if is_class(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')
            func = cls
            hints = getattr(func, '__annotations__', {})
            if not hints:
                raise TypeError(f'Invalid first argument to `register()`: {cls!r}. '
                                'Use either `@register(some_class)` or plain `@register` on an annotated function.')
            if any(type(hint) is not type for hint in hints.values()):
                from typing import get_type_hints
                hints = get_type_hints(func)
            argname, cls = next(iter(hints.items()))
            if not is_class(cls):
                what = 'not all arguments are classes' if _is_union(cls) else 'is not a class'
                raise TypeError(f'Invalid annotation for {argname!r}. {cls!r} {what}.')
        for c in cls.__args__ if _is_union(cls) else (cls,):
            registry[c] = func
            if token is None and hasattr(c, '__abstractmethods__'):
                token = get_cache_token()
        cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{name} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    from abc import get_cache_token
    from types import MappingProxyType
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = cache.clear
    update_wrapper(wrapper, func)
    return wrapper


def _is_union(cls):
    if type(cls) is type(int | str):
        return True
    if isinstance(cls, type):
        return False
    from typing import Union, get_origin
    return get_origin(cls) is Union


class singledispatchmethod:
    "singledispatch for methods: the type of the argument after self decides."

    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch
        name = getattr(self.func, '__name__', 'singledispatchmethod method')

        def method(*args, **kwargs):
            if not args:
                raise TypeError(f'{name} requires at least 1 positional argument')
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)
        method.__isabstractmethod__ = self.__isabstractmethod__
        method.register = self.register
        update_wrapper(method, self.func)
        return method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)


class partialmethod:
    "partial for methods: self comes before the arguments."

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        args = [repr(self.func), *map(repr, self.args), *(f'{k}={v!r}' for k, v in self.keywords.items())]
        return f'functools.partialmethod({", ".join(args)})'

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        if get is not None:
            func = get(obj, cls)
            if func is not self.func:
                bound = partial(func, *self.args, **self.keywords)
                try:
                    bound.__self__ = func.__self__
                except AttributeError:
                    pass
                return bound
        return self._make_unbound_method().__get__(obj, cls)

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)
