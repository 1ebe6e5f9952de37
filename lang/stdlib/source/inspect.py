# inspect. _function_kind tells what a call of a function makes; _source finds
# the lines of a program's code. Both are written in Go.
import functools
import sys
import types

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 16, 32, 128, 256, 512

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = 'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CORO_CLOSED'
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = 'AGEN_CREATED', 'AGEN_RUNNING', 'AGEN_SUSPENDED', 'AGEN_CLOSED'


_same = object()     # for replace(): what is not given stays


class _empty:
    """Marks a parameter without default or annotation."""


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, (types.BuiltinFunctionType, type([].append)))


def ismethoddescriptor(obj):
    if isclass(obj) or ismethod(obj) or isfunction(obj):
        return False
    kind = type(obj)
    return hasattr(kind, '__get__') and not hasattr(kind, '__set__') and not hasattr(kind, '__delete__')


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, '__set__') or hasattr(kind, '__delete__')


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def isabstract(object):
    return isclass(object) and bool(getattr(object, '__abstractmethods__', ()))


def _unpartial(obj):
    while True:
        if isinstance(obj, functools.partial):
            obj = obj.func
        elif ismethod(obj):
            obj = obj.__func__
        else:
            return obj


def isgeneratorfunction(obj):
    return _function_kind(_unpartial(obj)) == 'generator'


_marks = []


def markcoroutinefunction(func):
    func = getattr(func, '__func__', func)
    func._is_coroutine_marker = _marks
    return func


def iscoroutinefunction(obj):
    obj = _unpartial(obj)
    return _function_kind(obj) == 'coroutine' or getattr(obj, '_is_coroutine_marker', None) is _marks


def isasyncgenfunction(obj):
    return _function_kind(_unpartial(obj)) == 'asyncgen'


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    return isinstance(object, types.CoroutineType) or hasattr(type(object), '__await__')


def iscode(object):
    return isinstance(object, types.CodeType)


def isframe(object):
    return isinstance(object, types.FrameType)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def _state(prefix, running, suspended, frame):
    if running:
        return prefix + 'RUNNING'
    if suspended:
        return prefix + 'SUSPENDED'
    return prefix + ('CLOSED' if frame is None else 'CREATED')


def getgeneratorstate(generator):
    return _state('GEN_', generator.gi_running, generator.gi_suspended, generator.gi_frame)


def getcoroutinestate(coroutine):
    return _state('CORO_', coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame)


def getasyncgenstate(agen):
    return _state('AGEN_', agen.ag_running, agen.ag_suspended, agen.ag_frame)


def getmro(cls):
    return cls.__mro__


def getmembers(object, predicate=None):
    found = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    found.sort(key=lambda pair: pair[0])
    return found


def getattr_static(obj, attr, default=_empty):
    if not isclass(obj):
        namespace = getattr(obj, '__dict__', {})
        if attr in namespace:
            return namespace[attr]
        obj = type(obj)
    for cls in obj.__mro__:
        if attr in cls.__dict__:
            return cls.__dict__[attr]
    if default is not _empty:
        return default
    raise AttributeError(attr)


def cleandoc(doc):
    lines = doc.expandtabs().split('\n')
    margin = min((len(line) - len(line.lstrip(' ')) for line in lines[1:] if line.strip(' ')), default=0)
    lines = [lines[0].lstrip(' ')] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getdoc(object):
    doc = getattr(object, '__doc__', None)
    if doc is None and isclass(object):
        for base in object.__mro__[1:-1]:
            if base.__doc__ is not None:
                doc = base.__doc__
                break
    if doc is None and ismethod(object):
        for base in type(object.__self__).__mro__:
            method = base.__dict__.get(object.__name__)
            if method is not None and method.__doc__ is not None:
                doc = method.__doc__
                break
    return cleandoc(doc) if isinstance(doc, str) else None


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, '__module__', None))


def getmodulename(path):
    return path.rpartition('/')[2].rpartition('.')[0] or None


def _code(object):
    object = unwrap(object)
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    return object


def getsourcelines(object):
    found = _source(_code(object))
    if found is None:
        if not (isclass(object) or isroutine(object) or ismodule(object) or iscode(object)):
            raise TypeError(f'module, class, method, function, traceback, frame, or code object was expected, got {type(object).__name__}')
        raise OSError('could not get source code')
    return found


def getsource(object):
    return ''.join(getsourcelines(object)[0])


def getfile(object):
    code = _code(object)
    if iscode(code):
        return code.co_filename
    if isframe(code):
        return code.f_code.co_filename
    module = getmodule(object)
    if module is not None and hasattr(module, '__file__'):
        return module.__file__
    raise TypeError(f'{object!r} is a built-in {"module" if ismodule(object) else "class"}')


getsourcefile = getfile


def getcomments(object):
    return None


def unwrap(func, *, stop=None):
    seen = {id(func)}
    first = func
    while hasattr(func, '__wrapped__') and not (stop is not None and stop(func)) and not isclass(func):
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= sys.getrecursionlimit():
            raise ValueError(f'wrapper loop when unwrapping {first!r}')
        seen.add(id(func))
    return func


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if isclass(obj):
        found = obj.__dict__.get('__annotations__', {})
    elif ismodule(obj) or callable(obj):
        found = getattr(obj, '__annotations__', None) or {}
    else:
        raise TypeError(f'{obj!r} is not a module, class, or callable.')
    if eval_str:
        import typing
        return {k: typing._resolve(v, obj.__module__, {**(globals or {}), **(locals or {})}) if isinstance(v, str) else v
                for k, v in found.items()}
    return dict(found)


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


_POSITIONAL_ONLY = _ParameterKind(0, 'POSITIONAL_ONLY', 'positional-only')
_POSITIONAL_OR_KEYWORD = _ParameterKind(1, 'POSITIONAL_OR_KEYWORD', 'positional or keyword')
_VAR_POSITIONAL = _ParameterKind(2, 'VAR_POSITIONAL', 'variadic positional')
_KEYWORD_ONLY = _ParameterKind(3, 'KEYWORD_ONLY', 'keyword-only')
_VAR_KEYWORD = _ParameterKind(4, 'VAR_KEYWORD', 'variadic keyword')
_KINDS = (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD)


class Parameter:
    __slots__ = ('_name', '_kind', '_default', '_annotation')

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        kind = _KINDS[kind]
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f'{kind.description} parameters cannot have default values')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if not name.isidentifier():
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
        return hash((self._name, self._kind))


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
        return _signature_of(obj, follow_wrapped)

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
        return (list(self._parameters.values()) == list(other._parameters.values())
                and self._return_annotation == other._return_annotation)

    def __hash__(self):
        return hash(tuple(self._parameters))


def _of_function(func):
    code = func.__code__
    names = code.co_varnames
    npos, nonly, nkw = code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount
    notes = func.__annotations__
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


_WORDS = {'None': None, 'True': True, 'False': False}


def _of_text(text, bound):
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
            params.append(Parameter(name, kind, default=_default(default) if sign else _empty))
    if not bound:
        params.insert(0, Parameter('self', _POSITIONAL_ONLY))
    return Signature(params)


def _default(text):
    if text in _WORDS:
        return _WORDS[text]
    try:
        return int(text)
    except ValueError:
        pass
    if len(text) >= 2 and text[0] == text[-1] and text[0] in '\'"':
        return text[1:-1]
    return _Text(text)


def _drop_first(sig):
    params = list(sig.parameters.values())
    if not params or params[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError('invalid method signature')
    if params[0].kind is not _VAR_POSITIONAL:
        params = params[1:]
    return sig.replace(parameters=params)


def _of_partial(obj):
    sig = _signature_of(obj.func)
    bound = sig.bind_partial(*obj.args, **obj.keywords).arguments
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


def _signature_of(obj, follow_wrapped=True):
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if ismethod(obj):
        return _drop_first(_signature_of(obj.__func__, follow_wrapped))
    if follow_wrapped and not isclass(obj):
        obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__'))
        if ismethod(obj):
            return _signature_of(obj)
    sig = getattr(obj, '__signature__', None)
    if callable(sig):
        sig = sig()
    if isinstance(sig, str):
        return _of_text(sig[1:-1], True)
    if isinstance(sig, Signature):
        return sig
    if isfunction(obj):
        return _of_function(obj)
    if isinstance(obj, functools.partial):
        return _of_partial(obj)
    if isclass(obj):
        for name in ('__new__', '__init__'):
            for cls in obj.__mro__[:-1]:
                method = cls.__dict__.get(name)
                if isinstance(method, staticmethod):
                    method = method.__func__
                if isfunction(method):
                    return _drop_first(_signature_of(method))
        meta = type(obj).__dict__.get('__call__')
        if isfunction(meta):
            return _drop_first(_signature_of(meta))
        if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
            return Signature()
        raise ValueError(f'no signature found for builtin type {obj!r}')
    text = getattr(obj, '__text_signature__', None)
    if text is not None:
        return _of_text(text[1:-1], not ismethoddescriptor(obj))
    call = getattr(type(obj), '__call__', None)
    if isfunction(call):
        return _drop_first(_signature_of(call))
    raise ValueError(f'no signature found for builtin {obj!r}')


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    return _signature_of(obj, follow_wrapped)


class FullArgSpec(tuple):
    def __new__(cls, *values):
        return tuple.__new__(cls, values)


for _i, _name in enumerate(('args', 'varargs', 'varkw', 'defaults', 'kwonlyargs', 'kwonlydefaults', 'annotations')):
    setattr(FullArgSpec, _name, property(lambda self, i=_i: self[i]))


def getfullargspec(func):
    args, kwonly, defaults, kwdefaults, notes = [], [], [], {}, {}
    varargs = varkw = None
    sig = _signature_of(func, False)
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
    if sig.return_annotation is not _empty:
        notes['return'] = sig.return_annotation
    return FullArgSpec(args, varargs, varkw, tuple(defaults) or None, kwonly, kwdefaults or None, notes)


def currentframe():
    return _frame()
