# copy: shallow and deep copies.
import types

__all__ = ['Error', 'copy', 'deepcopy', 'replace']


class Error(Exception):
    pass


error = Error

# Values that are their own copies.
_ATOMS = frozenset([
    type(None), int, float, bool, str, bytes, range, type, property, type(Ellipsis), type(NotImplemented),
    types.FunctionType, types.BuiltinFunctionType, types.CodeType,
])


def copy(x):
    "A new object with the same contents as x."
    cls = type(x)
    if cls in _ATOMS or cls is tuple or cls is frozenset or cls is slice:
        return x
    if cls is list or cls is dict or cls is set:
        return x.copy()
    if issubclass(cls, type):
        return x
    copier = getattr(cls, '__copy__', None)
    if copier is not None:
        return copier(x)
    return _rebuild(x, None, lambda v: v)


def deepcopy(x, memo=None, _nil=[]):
    "A new object with copies of the contents of x."
    cls = type(x)
    if cls in _ATOMS:
        return x
    if memo is None:
        memo = {}
    key = id(x)
    known = memo.get(key, _nil)
    if known is not _nil:
        return known
    if cls is list:
        y = memo[key] = []
        for v in x:
            y.append(deepcopy(v, memo))
    elif cls is dict:
        y = memo[key] = {}
        for k, v in x.items():
            y[deepcopy(k, memo)] = deepcopy(v, memo)
    elif cls is tuple:
        items = [deepcopy(v, memo) for v in x]
        if key in memo:  # it contains itself, by way of something that can change
            return memo[key]
        y = x if all(a is b for a, b in zip(x, items)) else tuple(items)
    elif cls is set or cls is frozenset:
        y = cls([deepcopy(v, memo) for v in x])
    elif cls is slice:
        y = slice(deepcopy(x.start, memo), deepcopy(x.stop, memo), deepcopy(x.step, memo))
    elif cls is types.MethodType:
        y = types.MethodType(x.__func__, deepcopy(x.__self__, memo))
    elif issubclass(cls, type):
        return x
    else:
        copier = getattr(x, '__deepcopy__', None)
        if copier is not None:
            y = copier(memo)
        else:
            y = _rebuild(x, memo, lambda v: deepcopy(v, memo))
    if y is not x:
        memo[key] = y
        memo.setdefault(id(memo), []).append(x)  # so that no other object gets its id meanwhile
    return y


def _made_partial(cls, func, args, keywords):
    return cls(func, *args, **keywords)


def _made_random(cls, state):
    made = cls()
    made.setstate(state)
    return made


def _made_file(cls, value, place):
    made = cls(value)
    made.seek(place)
    return made


def _made_union(*parts):
    made = parts[0]
    for part in parts[1:]:
        made = made | part
    return made


# What makes a new object of a builtin class, and from what.
_BUILTINS = {
    ('datetime', 'timezone'): lambda x: (type(x), x.__getinitargs__()),
    ('functools', 'partial'): lambda x: (_made_partial, (type(x), x.func, x.args, x.keywords), x.__dict__ or None),
    ('random', 'Random'): lambda x: (_made_random, (type(x), x.getstate()), x.__dict__ or None),
    ('_io', 'StringIO'): lambda x: (_made_file, (type(x), x.getvalue(), x.tell())),
    ('_io', 'BytesIO'): lambda x: (_made_file, (type(x), x.getvalue(), x.tell())),
    ('types', 'GenericAlias'): lambda x: (types.GenericAlias, (x.__origin__, x.__args__)),
    ('types', 'UnionType'): lambda x: (_made_union, x.__args__),
}


def _own(cls, name):
    # Does a class of the program define name?
    return getattr(cls, name, None) is not getattr(object, name, None)


def _rebuild(x, memo, each):
    # A new object of x's class with the state of x, of which each makes copies.
    cls = type(x)
    for name, args in ('__reduce_ex__', (4,)), ('__reduce__', ()):
        if _own(cls, name) and not issubclass(cls, BaseException):
            reduced = getattr(x, name)(*args)
            if isinstance(reduced, str):
                return x
            return _from_reduced(x, memo, each, *reduced)
    if issubclass(cls, BaseException):
        return _from_reduced(x, memo, each, cls, x.args, x.__dict__ or None)
    for c in cls.__mro__:
        parts = _BUILTINS.get((c.__module__, c.__qualname__))
        if parts is not None:
            return _from_reduced(x, memo, each, *parts(x))
    base = _layout(x)
    if issubclass(cls, (set, frozenset)) and not _own(cls, '__getstate__'):
        return _from_reduced(x, memo, each, cls, ([*x],), x.__getstate__())
    if _own(cls, '__getnewargs_ex__'):
        args, kwargs = x.__getnewargs_ex__()
    elif _own(cls, '__getnewargs__'):
        args, kwargs = x.__getnewargs__(), {}
    elif issubclass(cls, (int, float, str, bytes, tuple)):
        args, kwargs = (base(x),), {}
    else:
        args, kwargs = (), {}
    y = cls.__new__(cls, *map(each, args), **{k: each(v) for k, v in kwargs.items()})
    if memo is not None:
        memo[id(x)] = y
    if base is None:
        _fill(y, x, each, memo is not None)
    state = x.__getstate__()
    _set_state(y, each(state) if _own(cls, '__getstate__') else _each_value(state, each))
    if isinstance(x, list):
        for v in iter(x):
            y.append(each(v))
    elif isinstance(x, dict):
        for k, v in iter(x.items()):
            y[each(k)] = each(v)
    return y


def _from_reduced(x, memo, each, func, args, state=None, items=None, pairs=None, setter=None):
    y = func(*map(each, args))
    if memo is not None:
        memo[id(x)] = y
    if state is not None:
        state = each(state)
        if setter is not None:
            setter(y, state)
        else:
            _set_state(y, state)
    for v in items or ():
        y.append(each(v))
    for k, v in pairs or ():
        y[each(k)] = each(v)
    return y


def _each_value(state, each):
    if isinstance(state, tuple):
        return tuple(_each_value(part, each) for part in state)
    return state and {k: each(v) for k, v in state.items()}


def _set_state(y, state):
    if state is None:
        return
    if hasattr(y, '__setstate__'):
        y.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state:
        y.__dict__.update(state)
    for name, v in (slots or {}).items():
        setattr(y, name, v)


def replace(obj, /, **changes):
    "A copy of obj with some of its fields changed."
    cls = obj.__class__
    func = getattr(cls, '__replace__', None)
    if func is None:
        raise TypeError(f'replace() does not support {cls.__name__} objects')
    return func(obj, **changes)
