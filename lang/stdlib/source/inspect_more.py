# inspect: docs, sources, frames with the source around them, trees of classes. _source
# and _file_lines, written in Go, find the lines of a program's code.
import collections

__all__ = ['AGEN_CLOSED', 'AGEN_CREATED', 'AGEN_RUNNING', 'AGEN_SUSPENDED', 'Attribute', 'BoundArguments',
           'CORO_CLOSED', 'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CO_ASYNC_GENERATOR', 'CO_COROUTINE',
           'CO_GENERATOR', 'CO_ITERABLE_COROUTINE', 'CO_NESTED', 'CO_NEWLOCALS', 'CO_OPTIMIZED', 'CO_VARARGS',
           'CO_VARKEYWORDS', 'ClassFoundException', 'EndOfBlock', 'FrameInfo', 'FullArgSpec', 'GEN_CLOSED',
           'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'Parameter', 'Signature', 'Traceback',
           'classify_class_attrs', 'cleandoc', 'currentframe', 'findsource', 'formatannotation', 'get_annotations',
           'getabsfile', 'getasyncgenstate', 'getattr_static', 'getcallargs', 'getclasstree', 'getcomments',
           'getcoroutinestate', 'getdoc', 'getfile', 'getframeinfo', 'getfullargspec', 'getgeneratorstate',
           'getinnerframes', 'getlineno', 'getmembers', 'getmembers_static', 'getmodule', 'getmodulename', 'getmro',
           'getouterframes', 'getsource', 'getsourcefile', 'getsourcelines', 'indentsize', 'isabstract',
           'isasyncgen', 'isasyncgenfunction', 'isawaitable', 'isbuiltin', 'isclass', 'iscode', 'iscoroutine',
           'iscoroutinefunction', 'isdatadescriptor', 'isframe', 'isfunction', 'isgenerator', 'isgeneratorfunction',
           'isgetsetdescriptor', 'ismemberdescriptor', 'ismethod', 'ismethoddescriptor', 'ismethodwrapper',
           'ismodule', 'isroutine', 'istraceback', 'markcoroutinefunction', 'signature', 'stack', 'trace', 'unwrap',
           'walktree']


def getdoc(object):
    doc = getattr(object, '__doc__', None)
    if doc is None:
        doc = _inherited_doc(object)
    return cleandoc(doc) if isinstance(doc, str) else None


def _inherited_doc(object):
    """The first doc of what the object stands for in its class and the bases of that."""
    if isclass(object):
        return next((base.__doc__ for base in object.__mro__[:-1] if base.__doc__ is not None), None)
    if ismethod(object):
        cls = object.__self__ if isclass(object.__self__) else type(object.__self__)
        name = object.__func__.__name__
    else:
        func = object.fget if isinstance(object, property) else object
        if not isfunction(func):
            return None
        name = func.__name__
        cls = _class_around(func)
        if cls is None or getattr(cls, name, None) is not object:
            return None
    docs = (getattr(getattr(base, name, None), '__doc__', None) for base in cls.__mro__ if hasattr(base, name))
    return next((doc for doc in docs if doc is not None), None)


def _class_around(func):
    """The class that the function's qualified name says that it is of."""
    found = sys.modules.get(func.__module__)
    for name in func.__qualname__.split('.')[:-1]:
        found = getattr(found, name, None)
    return found if isclass(found) else None


def _code(object):
    """The code object or module that has the object's source."""
    object = unwrap(object)
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        return getattr(object, '__code__', None)
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        return object.f_code
    if isclass(object):
        return sys.modules.get(object.__module__)
    if not ismodule(object) and not iscode(object):
        raise TypeError('module, class, method, function, traceback, frame, or code object was expected, '
                        f'got {type(object).__name__}')
    return object


def findsource(object):
    code = _code(object)
    found = _file_lines(code)
    if found is None and (isclass(object) or ismodule(object)):
        getfile(object)  # fails for a builtin one
    if isclass(object):
        first = object.__dict__.get('__firstlineno__')
    else:
        first = 1 if ismodule(code) else getattr(code, 'co_firstlineno', None)
    if found is None or first is None:
        raise OSError('could not get source code')
    return found, first - 1


def getsourcelines(object):
    object = unwrap(object)
    lines, start = findsource(object)
    code = _code(object)
    if ismodule(object) or isframe(object) and code.co_name == '<module>':
        return lines, 0
    return _source(code, start + 1), start + 1


def getsource(object):
    return ''.join(getsourcelines(object)[0])


def getfile(object):
    if isclass(object):
        module = sys.modules.get(object.__module__)
        if getattr(module, '__file__', None):
            return module.__file__
        raise TypeError(f'{object!r} is a built-in class')
    code = _code(object)
    if iscode(code):
        return code.co_filename
    if getattr(code, '__file__', None):
        return code.__file__
    if code is None:
        raise OSError('could not get source code')
    raise TypeError(f'{object!r} is a built-in module')


getsourcefile = getfile


def getcomments(object):
    try:
        lines, start = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        start = 1 if lines and lines[0].startswith('#!') else 0
        while start < len(lines) and lines[start].strip() in ('', '#'):
            start += 1
        end = start
        while end < len(lines) and lines[end].startswith('#'):
            end += 1
        found = lines[start:end]
        return ''.join(line.expandtabs() for line in found) or None
    # The block of comments above, as far indented.
    first = start
    while (first > 0 and lines[first - 1].lstrip().startswith('#')
           and indentsize(lines[first - 1]) == indentsize(lines[start])):
        first -= 1
    found = [line.expandtabs().lstrip() for line in lines[first:start]]
    while found and found[0].strip() == '#':
        del found[0]
    while found and found[-1].strip() == '#':
        del found[-1]
    return ''.join(found) if first < start else None


class ClassFoundException(Exception):
    pass


class EndOfBlock(Exception):
    pass


def _with_positions(name, fields):
    plain = collections.namedtuple(name, fields, module='inspect')

    class made(plain):
        def __new__(cls, *values, positions=None):
            self = super().__new__(cls, *values)
            self.positions = positions
            return self

        def __repr__(self):
            return super().__repr__()[:-1] + f', positions={self.positions!r})'

    made.__name__ = made.__qualname__ = name
    made.__module__ = 'inspect'
    return made


Traceback = _with_positions('Traceback', 'filename lineno function code_context index')
FrameInfo = _with_positions('FrameInfo', ('frame',) + Traceback._fields)
Attribute = collections.namedtuple('Attribute', 'name kind defining_class object', module='inspect')


def getframeinfo(frame, context=1):
    if istraceback(frame):
        lineno = frame.tb_lineno
        frame = frame.tb_frame
    else:
        lineno = frame.f_lineno if isframe(frame) else None
    if not isframe(frame):
        raise TypeError(f'{frame!r} is not a frame or traceback object')
    lines = index = None
    if context > 0:
        source = _file_lines(frame.f_code)
        if source is not None:
            start = max(0, min(lineno - 1 - context // 2, len(source) - context))
            lines = source[start:start + context]
            index = lineno - 1 - start
    return Traceback(frame.f_code.co_filename, lineno, frame.f_code.co_name, lines, index)


def getouterframes(frame, context=1):
    found = []
    while frame:
        found.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    found = []
    while tb:
        found.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return found


def stack(context=1):
    return getouterframes(currentframe(), context)


def trace(context=1):
    error = sys.exception()
    return getinnerframes(None if error is None else error.__traceback__, context)


def getlineno(frame):
    return frame.f_lineno


def getmembers_static(object, predicate=None):
    found = [(name, getattr_static(object, name, None)) for name in dir(object)]
    return sorted((pair for pair in found if predicate is None or predicate(pair[1])), key=lambda pair: pair[0])


def getcallargs(func, /, *positional, **named):
    args, varargs, varkw, defaults, kwonly, kwdefaults, _ = getfullargspec(func)
    name = func.__name__
    if ismethod(func):
        positional = (func.__self__, *positional)
    found = dict(zip(args, positional))
    if varargs:
        found[varargs] = positional[len(args):]
    if varkw:
        found[varkw] = {}
    for keyword, value in named.items():
        if keyword not in args and keyword not in kwonly:
            if not varkw:
                raise TypeError(f'{name}() got an unexpected keyword argument {keyword!r}')
            found[varkw][keyword] = value
        elif keyword in found:
            raise TypeError(f'{name}() got multiple values for argument {keyword!r}')
        else:
            found[keyword] = value
    required = args[:len(args) - len(defaults or ())]
    if len(positional) > len(args) and not varargs:
        takes = f'from {len(required)} to {len(args)}' if defaults else len(args)
        by_name = sum(keyword in found for keyword in kwonly)
        given = f' positional argument{"s"[:len(positional) != 1]} (and {by_name} keyword-only argument{"s"[:by_name != 1]})'
        raise TypeError(f'{name}() takes {takes} positional argument{"s"[:bool(defaults) or len(args) != 1]} '
                        f'but {len(positional)}{given if by_name else ""} '
                        f'{"was" if len(positional) == 1 and not by_name else "were"} given')
    _check_given(name, 'positional', required, found)
    for keyword, value in (*zip(args[len(required):], defaults or ()), *(kwdefaults or {}).items()):
        found.setdefault(keyword, value)
    _check_given(name, 'keyword-only', kwonly, found)
    return found


def _check_given(name, kind, keywords, found):
    missing = [repr(keyword) for keyword in keywords if keyword not in found]
    if not missing:
        return
    listed = missing[0]
    if len(missing) > 1:
        listed = ', '.join(missing[:-1]) + ' and ' + missing[-1]
    raise TypeError(f'{name}() missing {len(missing)} required {kind} argument{"s"[:len(missing) > 1]}: {listed}')


def classify_class_attrs(cls):
    found = []
    for name in dir(cls):
        for base in cls.__mro__:
            if name in base.__dict__:
                break
        else:
            continue
        value = base.__dict__[name]
        if isinstance(value, staticmethod):
            kind = 'static method'
        elif isinstance(value, classmethod):
            kind = 'class method'
        elif isinstance(value, property):
            kind = 'property'
        else:
            kind = 'method' if isroutine(value) else 'data'
        found.append(Attribute(name, kind, base, value))
    return found


def walktree(classes, children, parent):
    found = []
    for c in sorted(classes, key=lambda c: (c.__module__, c.__name__)):
        found.append((c, c.__bases__))
        if c in children:
            found.append(walktree(children[c], children, c))
    return found


def getclasstree(classes, unique=False):
    children, roots = {}, []
    for c in classes:
        for parent in c.__bases__:
            known = children.setdefault(parent, [])
            if c not in known:
                known.append(c)
            if unique and parent in classes:
                break
        if not c.__bases__ and c not in roots:
            roots.append(c)
    roots.extend(parent for parent in children if parent not in classes)
    return walktree(roots, children, None)


def getabsfile(object, _filename=None):
    import os.path
    return os.path.normcase(os.path.abspath(_filename or getfile(object)))


def indentsize(line):
    line = line.expandtabs()
    return len(line) - len(line.lstrip())
