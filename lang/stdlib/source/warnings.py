# warnings: filters, and what is shown on standard error. _caller finds the
# place of the program that a warning is about.
import sys

filters = [('default', None, DeprecationWarning, '__main__', 0), ('ignore', None, DeprecationWarning, None, 0),
           ('ignore', None, PendingDeprecationWarning, None, 0), ('ignore', None, ImportWarning, None, 0),
           ('ignore', None, ResourceWarning, None, 0)]
defaultaction = 'default'
onceregistry = {}
_shown = {}


class WarningMessage:
    """A warning that was caught."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.source = message, category, source
        self.filename, self.lineno, self.file, self.line = filename, lineno, file, line
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f'{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, '
                f'lineno : {self.lineno}, line : {self.line!r}}}')


def formatwarning(message, category, filename, lineno, line=None):
    if line is None:
        line = _lines.get((filename, lineno)) or _source_line(filename, lineno)
    text = f'{filename}:{lineno}: {category.__name__}: {message}\n'
    return text + f'  {line.strip()}\n' if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    _record(WarningMessage(message, category, filename, lineno, file, line))


_showwarning_orig = showwarning
_records = None  # what catch_warnings(record=True) returned


def _record(shown):
    """Show a warning, or keep it if warnings are recorded."""
    if _records is not None:
        _records.append(shown)
        return
    file = sys.stderr if shown.file is None else shown.file
    if file is not None:
        file.write(formatwarning(shown.message, shown.category, shown.filename, shown.lineno, shown.line))


def _check_filter(action, lineno, message='', category=Warning, module=''):
    if action not in {'error', 'ignore', 'always', 'default', 'module', 'once'}:
        raise ValueError(f'invalid action: {action!r}')
    rules = (('message must be a string', isinstance(message, str)),
             ('category must be a Warning subclass', isinstance(category, type) and issubclass(category, Warning)),
             ('module must be a string', isinstance(module, str)),
             ('lineno must be an int', isinstance(lineno, int)))
    for rule, holds in rules:
        if not holds:
            raise TypeError(rule)
    if lineno < 0:
        raise ValueError('lineno must be an int >= 0')


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check_filter(action, lineno)
    _add_filter((action, None, category, None, lineno), append)


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    _check_filter(action, lineno, message, category, module)
    import re
    pattern = re.compile(message, 2) if message else None  # 2 is re.IGNORECASE
    place = re.compile(module) if module else None
    _add_filter((action, pattern, category, place, lineno), append)


def _add_filter(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _shown.clear()


def resetwarnings():
    filters.clear()
    _shown.clear()


def _action(text, category, module, lineno):
    for action, pattern, kind, place, line in filters:
        if pattern is not None and not pattern.match(text):
            continue
        if not issubclass(category, kind) or line not in (0, lineno):
            continue
        if place is not None and not (place == module if isinstance(place, str) else place.match(module)):
            continue
        return action
    return defaultaction


_NOT_GIVEN = object()


def warn(message=_NOT_GIVEN, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if message is _NOT_GIVEN:  # worded as the function that CPython has in C
        raise TypeError("warn() missing required argument 'message' (pos 1)")
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    if not isinstance(skip_file_prefixes, tuple):
        given = 'None' if skip_file_prefixes is None else type(skip_file_prefixes).__name__
        raise TypeError(f"warn() argument 'skip_file_prefixes' must be tuple, not {given}")
    filename, lineno, module = _caller(stacklevel, skip_file_prefixes)
    _emit(message, category, filename, lineno, module, _shown, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    if isinstance(message, Warning):
        category = message.__class__
    if module is None:
        module = filename.removesuffix('.py') if filename else '<unknown>'
    shown = {}
    if registry is not None:
        shown = registry.setdefault('shown', shown)
    _emit(message, category, filename, lineno, module, shown, source)


def _of_text(text, filename, lineno, line):
    """A SyntaxWarning of a file that is being compiled."""
    _lines[filename, lineno] = line
    warn_explicit(text, SyntaxWarning, filename, lineno)


_lines = {}


def _emit(message, category, filename, lineno, module, shown, source):
    text = str(message)
    if not isinstance(message, Warning):
        message = category(message)
    action = _action(text, category, module, lineno)
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    key = {'once': (text, category), 'default': (text, category, filename, lineno),
           'module': (text, category, filename)}.get(action)
    if key is not None:
        seen = onceregistry if action == 'once' else shown
        if key in seen:
            return
        seen[key] = 1
    if showwarning is _showwarning_orig:
        _record(WarningMessage(message, category, filename, lineno, source=source))
    elif callable(showwarning):
        showwarning(message, category, filename, lineno, None, None)
    else:
        raise TypeError('warnings.showwarning() must be set to a function or method')


def _deprecated(name, message='{name!r} is deprecated and slated for removal in Python {remove}', *, remove):
    warn(message.format(name=name, remove=f'{remove[0]}.{remove[1]}'), DeprecationWarning)


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __repr__(self):
        return f'{type(self).__name__}({"record=True" if self._record else ""})'

    def __enter__(self):
        global _records, showwarning
        if self._entered:
            raise RuntimeError(f'Cannot enter {self!r} twice')
        self._entered = True
        self._saved = filters[:], showwarning, _records, _shown.copy()
        _shown.clear()
        if self._filter is not None:
            simplefilter(*self._filter)
        if self._record:
            _records = []
            showwarning = _showwarning_orig
            return _records
        return None

    def __exit__(self, *exc_info):
        global _records, showwarning
        if not self._entered:
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        filters[:], showwarning, _records, shown = self._saved
        _shown.clear()
        _shown.update(shown)
