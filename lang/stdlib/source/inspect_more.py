# inspect: frames with the source around them, trees of classes. The
# part of the module that few programs ask for.
import collections


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
    if ismethod(func):
        positional = (func.__self__, *positional)
        func = func.__func__
    bound = signature(func).bind(*positional, **named)
    bound.apply_defaults()
    return dict(bound.arguments)


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


def ismethodwrapper(object):
    return isinstance(object, types.MethodWrapperType)


def findsource(object):
    if ismodule(object):
        raise OSError('could not get source code')
    found = _file_lines(_code(object))
    if found is None:
        raise OSError('could not get source code')
    return found, _code(object).co_firstlineno - 1


def getabsfile(object, _filename=None):
    import os.path
    return os.path.normcase(os.path.abspath(_filename or getfile(object)))


def indentsize(line):
    line = line.expandtabs()
    return len(line) - len(line.lstrip())
