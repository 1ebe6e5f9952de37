# inspect: signatures. _evaluate, written in Go, is the value of an expression that is
# kept as text.
import collections

_same = object()     # for replace(): what is not given stays


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if isclass(obj):
        found = obj.__dict__.get('__annotations__', {})
    elif ismodule(obj) or callable(obj):
        found = getattr(obj, '__annotations__', None) or {}
    else:
        raise TypeError(f'{obj!r} is not a module, class, or callable.')
    if not eval_str:
        return dict(found)
    # Beyond the module's names, a class's annotations see what is in the class.
    names = {param.__name__: param for param in getattr(obj, '__type_params__', ())}
    if isclass(obj):
        names.update(vars(obj))
    names.update(globals or {}, **(locals or {}))
    inner = obj
    while hasattr(inner, '__wrapped__') or isinstance(inner, functools.partial):
        inner = inner.func if isinstance(inner, functools.partial) else inner.__wrapped__
    module = inner.__name__ if ismodule(inner) else getattr(inner, '__module__', '')
    return {name: _evaluate(value, {}, module, names) if isinstance(value, str) else value for name, value in found.items()}


def formatannotation(annotation, base_module=None):
    if getattr(annotation, '__module__', None) == 'typing' or type(annotation).__module__ == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation)


class _ParameterKind(int):
    def __new__(cls, value, name, description):
        self = int.__new__(cls, value)
        self.name = self._name_ = name
        self.value = value
        self.description = description
        return self

    def __str__(self):
        return self.name

    def __repr__(self):
        return f'<_ParameterKind.{self.name}: {self.value}>'


_KINDS = (_ParameterKind(0, 'POSITIONAL_ONLY', 'positional-only'),
          _ParameterKind(1, 'POSITIONAL_OR_KEYWORD', 'positional or keyword'),
          _ParameterKind(2, 'VAR_POSITIONAL', 'variadic positional'),
          _ParameterKind(3, 'KEYWORD_ONLY', 'keyword-only'),
          _ParameterKind(4, 'VAR_KEYWORD', 'variadic keyword'))
_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _KINDS


class Parameter:
    __slots__ = ('_name', '_kind', '_default', '_annotation')

    empty = _empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _KINDS

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if kind not in _KINDS:
            raise ValueError(f'value {kind!r} is not a valid Parameter.kind')
        kind = _KINDS[kind]
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f'{kind.description} parameters cannot have default values')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if not name.isidentifier() or _is_keyword(name) and kind is not _POSITIONAL_ONLY:
            raise ValueError(f'{name!r} is not a valid parameter name')
        self._name = name
        self._kind = kind
        self._default = default
        self._annotation = annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=_same, kind=_same, annotation=_same, default=_same):
        return type(self)(self._name if name is _same else name, self._kind if kind is _same else kind,
                          default=self._default if default is _same else default,
                          annotation=self._annotation if annotation is _same else annotation)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += ': ' + formatannotation(self._annotation)
        if self._default is not _empty:
            text += (' = ' if self._annotation is not _empty else '=') + repr(self._default)
        return {_VAR_POSITIONAL: '*', _VAR_KEYWORD: '**'}.get(self._kind, '') + text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name, self._kind, self._default, self._annotation) == (
            other._name, other._kind, other._default, other._annotation)

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))


class BoundArguments:
    __slots__ = ('arguments', '_signature')

    def __init__(self, signature, arguments):
        self._signature = signature
        self.arguments = arguments

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        found = []
        for name, param in self._signature.parameters.items():
            if param.kind in (_KEYWORD_ONLY, _VAR_KEYWORD) or name not in self.arguments:
                break
            value = self.arguments[name]
            if param.kind is _VAR_POSITIONAL:
                found.extend(value)
            else:
                found.append(value)
        return tuple(found)

    @property
    def kwargs(self):
        found = {}
        by_name = False
        for name, param in self._signature.parameters.items():
            if not by_name:
                by_name = param.kind in (_KEYWORD_ONLY, _VAR_KEYWORD) or name not in self.arguments
                if by_name and name not in self.arguments:
                    continue
            if not by_name or name not in self.arguments:
                continue
            if param.kind is _VAR_KEYWORD:
                found.update(self.arguments[name])
            else:
                found[name] = self.arguments[name]
        return found

    def apply_defaults(self):
        filled = {}
        for name, param in self._signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif param.default is not _empty:
                filled[name] = param.default
            elif param.kind is _VAR_POSITIONAL:
                filled[name] = ()
            elif param.kind is _VAR_KEYWORD:
                filled[name] = {}
        self.arguments = filled

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    def __repr__(self):
        return f'<{type(self).__name__} ({", ".join(f"{k}={v!r}" for k, v in self.arguments.items())})>'


class Signature:
    __slots__ = ('_parameters', '_return_annotation')

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        params = {}
        kind = _POSITIONAL_ONLY
        defaults = False
        for param in parameters or ():
            if param.kind < kind:
                raise ValueError(f'wrong parameter order: {kind.description} parameter before '
                                 f'{param.kind.description} parameter')
            kind = param.kind
            if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                if param.default is not _empty:
                    defaults = True
                elif defaults:
                    raise ValueError('non-default argument follows default argument')
            if param.name in params:
                raise ValueError(f'duplicate parameter name: {param.name!r}')
            params[param.name] = param
        self._parameters = types.MappingProxyType(params)
        self._return_annotation = return_annotation

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _signature_of(obj, follow_wrapped, notes=_annotations_reader(globals, locals, eval_str))

    def replace(self, *, parameters=_same, return_annotation=_same):
        return type(self)(self._parameters.values() if parameters is _same else parameters,
                          return_annotation=self._return_annotation if return_annotation is _same else return_annotation)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        found = {}
        rest = list(args)
        kwargs = dict(kwargs)
        extra_kw = None
        by_name = False  # what follows can only be given by name
        for name, param in self._parameters.items():
            kind = param.kind
            if not rest and (kind is _VAR_POSITIONAL or name in kwargs or param.default is not _empty):
                by_name = True
            if kind is _VAR_POSITIONAL:
                if rest:
                    found[name] = tuple(rest)
                rest = []
            elif kind is _VAR_KEYWORD:
                extra_kw = name
            elif rest and kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                if name in kwargs and kind is _POSITIONAL_OR_KEYWORD:
                    raise TypeError(f'multiple values for argument {name!r}')
                found[name] = rest.pop(0)
            elif name in kwargs and kind is not _POSITIONAL_ONLY:
                if rest:
                    raise TypeError('too many positional arguments')
                found[name] = kwargs.pop(name)
            elif kind is _POSITIONAL_ONLY and name in kwargs:
                continue
            elif param.default is _empty and not partial:
                if rest:
                    raise TypeError('too many positional arguments')
                what = ' keyword-only' if kind is _KEYWORD_ONLY and not by_name else ''
                raise TypeError(f'missing a required{what} argument: {name!r}')
        if rest:
            raise TypeError('too many positional arguments')
        if kwargs:
            misnamed = [n for n in kwargs if n in self._parameters and self._parameters[n].kind is _POSITIONAL_ONLY]
            if extra_kw is None and misnamed:
                raise TypeError('got some positional-only arguments passed as keyword arguments: '
                                f'{", ".join(misnamed)!r}')
            if extra_kw is None:
                raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
            found[extra_kw] = kwargs
        return BoundArguments(self, found)

    def format(self, *, max_width=None):
        parts = []
        seen_only = star = False
        for param in self._parameters.values():
            if param.kind is _POSITIONAL_ONLY:
                seen_only = True
            elif seen_only:
                parts.append('/')
                seen_only = False
            if param.kind is _VAR_POSITIONAL:
                star = True
            elif param.kind is _KEYWORD_ONLY and not star:
                parts.append('*')
                star = True
            parts.append(str(param))
        if seen_only:
            parts.append('/')
        text = f'({", ".join(parts)})'
        if max_width is not None and len(text) > max_width:
            text = '(\n    ' + ',\n    '.join(parts) + '\n)'
        if self._return_annotation is not _empty:
            text += ' -> ' + formatannotation(self._return_annotation)
        return text

    def __str__(self):
        return self.format()

    def __repr__(self):
        return f'<{type(self).__name__} {self}>'

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return self._parts() == other._parts()

    def __hash__(self):
        in_order, by_name, result = self._parts()
        return hash((in_order, frozenset(by_name.values()), result))

    def _parts(self):
        """What makes it equal to another: keyword-only parameters may stand in any order."""
        in_order = tuple(p for p in self._parameters.values() if p.kind is not _KEYWORD_ONLY)
        by_name = {name: p for name, p in self._parameters.items() if p.kind is _KEYWORD_ONLY}
        return in_order, by_name, self._return_annotation


def _annotations_reader(globals, locals, eval_str):
    if eval_str:
        return functools.partial(get_annotations, globals=globals, locals=locals, eval_str=True)
    return get_annotations


def _of_function(func, annotations):
    if not hasattr(func, '__code__'):
        return _of_native(func)
    code = func.__code__
    names = code.co_varnames
    npos, nonly, nkw = code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount
    notes = annotations(func)
    defaults = func.__defaults__ or ()
    kwdefaults = func.__kwdefaults__ or {}

    def param(name, kind, default=_empty):
        return Parameter(name, kind, default=default, annotation=notes.get(name, _empty))

    params = []
    for i, name in enumerate(names[:npos]):
        default = defaults[i - npos] if i >= npos - len(defaults) else _empty
        params.append(param(name, _POSITIONAL_ONLY if i < nonly else _POSITIONAL_OR_KEYWORD, default))
    last = npos + nkw
    if code.co_flags & CO_VARARGS:
        params.append(param(names[last], _VAR_POSITIONAL))
        last += 1
    for name in names[npos:npos + nkw]:
        params.append(param(name, _KEYWORD_ONLY, kwdefaults.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        params.append(param(names[last], _VAR_KEYWORD))
    return Signature(params, return_annotation=notes.get('return', _empty))


class _Text:
    """A default value known only by how it is written."""

    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text


def _of_native(func):
    """What is a function in CPython and has no code here. Its text leaves self out."""
    text = func.__text_signature__[1:-1]
    if hasattr(func, '__objclass__'):
        text = 'self, ' + text
    return _of_text(text, func.__module__)


def _of_builtin(obj, text, bound):
    if '<unrepresentable>' in text:
        reason = 'builtin has invalid signature' if ismethoddescriptor(obj) else None
        raise ValueError(f'{obj!r} {reason}' if reason else f'no signature found for builtin {obj!r}')
    sig = _of_text(text[1:-1], '')
    if ismethoddescriptor(obj) or not bound and getattr(obj, '__self__', None) is not None:
        return sig.replace(parameters=[Parameter('self', _POSITIONAL_ONLY), *sig.parameters.values()])
    return sig


def _of_text(text, module):
    params = []
    kind = _POSITIONAL_OR_KEYWORD
    for part in _split_parameters(text):
        if part == '/':
            params = [p.replace(kind=_POSITIONAL_ONLY) for p in params]
        elif part == '*':
            kind = _KEYWORD_ONLY
        elif part.startswith('**'):
            params.append(Parameter(part[2:], _VAR_KEYWORD))
        elif part.startswith('*'):
            params.append(Parameter(part[1:], _VAR_POSITIONAL))
            kind = _KEYWORD_ONLY
        else:
            name, sign, default = part.partition('=')
            params.append(Parameter(name, kind, default=_default(default, module) if sign else _empty))
    return Signature(params)


def _default(text, module):
    try:
        return _evaluate(text, {}, module, {})
    except (NameError, SyntaxError):
        return _Text(text)


def _drop_first(sig):
    params = list(sig.parameters.values())
    if not params or params[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError('invalid method signature')
    if params[0].kind is not _VAR_POSITIONAL:
        params = params[1:]
    return sig.replace(parameters=params)


def _of_partial(obj, sig, first=()):
    """first: what the call of a method gives before the arguments of the partial one."""
    try:
        bound = sig.bind_partial(*first, *obj.args, **obj.keywords).arguments
    except TypeError as e:
        raise ValueError(f'partial object {obj!r} has incorrect arguments') from e
    params = []
    by_name = False
    for name, param in sig.parameters.items():
        if name in bound and param.kind is _VAR_KEYWORD:
            params.append(param)
        elif name in obj.keywords and name in bound:
            by_name = True
            params.append(param.replace(kind=_KEYWORD_ONLY, default=bound[name]))
        elif name in bound and param.kind is not _VAR_POSITIONAL:
            continue
        elif by_name and param.kind is _POSITIONAL_OR_KEYWORD:
            params.append(param.replace(kind=_KEYWORD_ONLY))
        elif not (by_name and param.kind is _VAR_POSITIONAL):
            params.append(param)
    return sig.replace(parameters=params)


def _of_partialmethod(method, sig):
    this = next(iter(sig.parameters.values()))
    rest = _of_partial(method, sig, (None,))
    if this.kind is _VAR_POSITIONAL:
        return rest
    return rest.replace(parameters=[this, *rest.parameters.values()])


def _signature_of(obj, follow_wrapped=True, bound=True, notes=get_annotations):
    """bound: without the first argument that the call gives by itself."""
    def of(func):
        return _signature_of(func, follow_wrapped, bound, notes)

    def of_method(func):
        sig = of(func)
        return _drop_first(sig) if bound else sig

    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if ismethod(obj):
        func = obj.__func__
        if isfunction(func) and not hasattr(func, '__code__') and not hasattr(func, '__objclass__'):
            return of(func)  # a class method's text leaves cls out
        return of_method(func)
    if follow_wrapped and not isclass(obj):
        obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__') or ismethod(f))
        if ismethod(obj):
            return of(obj)
    given = getattr(obj, '__signature__', None)
    if given is not None:
        sig = given
        if not isinstance(sig, (Signature, str)) and callable(sig):
            sig = sig()
        if isinstance(sig, str):
            sig = _of_text(sig[1:-1], obj.__module__)
        if not isinstance(sig, Signature):
            raise TypeError(f'unexpected object {given!r} in __signature__ attribute')
        return sig
    method = getattr(obj, '__partialmethod__', None)
    if isinstance(method, functools.partialmethod):
        return _of_partialmethod(method, of(method.func))
    if isfunction(obj):
        return _of_function(obj, notes)
    if isinstance(obj, functools.partial):
        return _of_partial(obj, of(obj.func))
    if isclass(obj):
        return _of_class(obj, of_method)
    text = getattr(obj, '__text_signature__', None)
    if text is not None:
        return _of_builtin(obj, text, bound)
    call = getattr(type(obj), '__call__', None)
    if isfunction(call):
        return of_method(call)
    raise ValueError(f'no signature found for builtin {obj!r}')


def _of_class(cls, of_method):
    seen = set()  # the first of each in the method resolution order is the class's
    for base in cls.__mro__[:-1]:
        for name in ('__new__', '__init__'):
            if name in seen or name not in base.__dict__:
                continue
            seen.add(name)
            method = base.__dict__[name]
            if isinstance(method, staticmethod):
                method = method.__func__
            if isfunction(method):
                return of_method(method)
            if name == '__new__' and '_field_defaults' in base.__dict__:
                return _of_named_tuple(base)
            text = _initializers.get(f'{base.__module__}.{base.__qualname__}')
            if name == '__init__' and text is not None:
                return _of_text(text, base.__module__)
    meta = type(cls).__dict__.get('__call__')
    if isfunction(meta):
        return of_method(meta)
    for base in cls.__mro__[:-1]:
        text = _constructors.get(f'{base.__module__}.{base.__qualname__}')
        if text is not None:
            return _of_text(text, base.__module__)
    if cls.__init__ is object.__init__ and cls.__new__ is object.__new__:
        return Signature()
    raise ValueError(f'no signature found for builtin type {cls!r}')


def _of_named_tuple(cls):
    notes = cls.__dict__.get('__annotations__', {})
    return Signature([Parameter(name, _POSITIONAL_OR_KEYWORD, default=cls._field_defaults.get(name, _empty),
                                annotation=notes.get(name, _empty)) for name in cls._fields])


# The parameters of classes that are written in Go: of those that have an __init__ in
# Python in CPython, and of others, which the __init__ of any class beside them goes before.
_initializers = {
    'asyncio.locks.Barrier': 'parties',
    'asyncio.locks.BoundedSemaphore': 'value=1',
    'asyncio.locks.Condition': 'lock=None',
    'asyncio.locks.Event': '',
    'asyncio.locks.Lock': '',
    'asyncio.locks.Semaphore': 'value=1',
    'asyncio.queues.LifoQueue': 'maxsize=0',
    'asyncio.queues.PriorityQueue': 'maxsize=0',
    'asyncio.queues.Queue': 'maxsize=0',
    'asyncio.runners.Runner': '*, debug=None, loop_factory=None',
    'asyncio.taskgroups.TaskGroup': '',
    'asyncio.timeouts.Timeout': 'when',
    'concurrent.futures._base.Future': '',
    'concurrent.futures.thread.ThreadPoolExecutor': "max_workers=None, thread_name_prefix='', initializer=None, initargs=()",
    'random.Random': 'x=None',
    're.PatternError': 'msg, pattern=None, pos=None',
    'threading.BoundedSemaphore': 'value=1',
    'threading.Condition': 'lock=None',
    'threading.Event': '',
    'threading.Semaphore': 'value=1',
    'threading.Thread': 'group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None',
}
_constructors = {
    '_asyncio.Future': '*, loop=None',
    '_asyncio.Task': 'coro, *, loop=None, name=None, context=None, eager_start=False',
    '_io.BytesIO': "initial_bytes=b''",
    '_io.StringIO': "initial_value='', newline='\\n'",
    '_thread.lock': '',
    'asyncio.events.Handle': 'callback, args, loop, context=None',
    'asyncio.events.TimerHandle': 'when, callback, args, loop, context=None',
    'asyncio.unix_events._UnixSelectorEventLoop': 'selector=None',
    'builtins.NoneType': '',
    'builtins.bool': 'object=False, /',
    'builtins.classmethod': 'function, /',
    'builtins.enumerate': 'iterable, start=0',
    'builtins.filter': 'function, iterable, /',
    'builtins.float': 'x=0, /',
    'builtins.frozenset': 'iterable=(), /',
    'builtins.list': 'iterable=(), /',
    'builtins.map': 'function, iterable, /, *iterables',
    'builtins.mappingproxy': 'mapping',
    'builtins.method': 'function, instance, /',
    'builtins.module': 'name, doc=None',
    'builtins.property': 'fget=None, fset=None, fdel=None, doc=None',
    'builtins.reversed': 'sequence, /',
    'builtins.set': 'iterable=(), /',
    'builtins.staticmethod': 'function, /',
    'builtins.tuple': 'iterable=(), /',
    'builtins.zip': '*iterables, strict=False',
    'functools.cached_property': 'func',
    'functools.partial': 'func, /, *args, **keywords',
    'itertools.accumulate': 'iterable, func=None, *, initial=None',
    'itertools.batched': 'iterable, n, *, strict=False',
    'itertools.chain': '*iterables',
    'itertools.combinations': 'iterable, r',
    'itertools.combinations_with_replacement': 'iterable, r',
    'itertools.compress': 'data, selectors',
    'itertools.count': 'start=0, step=1',
    'itertools.cycle': 'iterable, /',
    'itertools.dropwhile': 'predicate, iterable, /',
    'itertools.filterfalse': 'function, iterable, /',
    'itertools.groupby': 'iterable, key=None',
    'itertools.pairwise': 'iterable, /',
    'itertools.permutations': 'iterable, r=None',
    'itertools.product': '*iterables, repeat=1',
    'itertools.starmap': 'function, iterable, /',
    'itertools.takewhile': 'predicate, iterable, /',
    'itertools.zip_longest': '*iterables, fillvalue=None',
    'operator.attrgetter': 'attr, /, *attrs',
    'operator.itemgetter': 'item, /, *items',
    'operator.methodcaller': 'name, /, *args, **kwargs',
    'types.GenericAlias': 'origin, args, /',
    'types.SimpleNamespace': 'mapping_or_iterable=(), /, **kwargs',
}


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    return _signature_of(obj, follow_wrapped, notes=_annotations_reader(globals, locals, eval_str))


FullArgSpec = collections.namedtuple(
    'FullArgSpec', 'args varargs varkw defaults kwonlyargs kwonlydefaults annotations', module='inspect')


def getfullargspec(func):
    args, kwonly, defaults, kwdefaults, notes = [], [], [], {}, {}
    varargs = varkw = None
    try:
        sig = _signature_of(func, follow_wrapped=False, bound=False)
    except Exception as e:
        raise TypeError('unsupported callable') from e
    if sig.return_annotation is not _empty:
        notes['return'] = sig.return_annotation
    for name, p in sig.parameters.items():
        if p.kind is _VAR_POSITIONAL:
            varargs = name
        elif p.kind is _VAR_KEYWORD:
            varkw = name
        elif p.kind is _KEYWORD_ONLY:
            kwonly.append(name)
            if p.default is not _empty:
                kwdefaults[name] = p.default
        else:
            args.append(name)
            if p.default is not _empty:
                defaults.append(p.default)
        if p.annotation is not _empty:
            notes[name] = p.annotation
    return FullArgSpec(args, varargs, varkw, tuple(defaults) or None, kwonly, kwdefaults or None, notes)
