# The traceback module over what the interpreter itself prints: the functions
# beginning with an underscore are written in Go.
import sys

_missing = object()


class FrameSummary:
    """One frame of a stack."""

    __slots__ = ('filename', 'lineno', 'name', 'line', 'locals', 'end_lineno', 'colno', 'end_colno',
                 '_rest')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.line = line
        self.locals = {k: repr(v) for k, v in locals.items()} if locals else None
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self._rest = ''     # the further lines of what stands on several

    def __eq__(self, other):
        if isinstance(other, (FrameSummary, tuple)):
            return tuple(self) == tuple(other)
        return NotImplemented

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __len__(self):
        return 4

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'


def _summary(filename, lineno, name, line, rest=''):
    frame = FrameSummary(filename, lineno, name, line=line)
    frame._rest = rest
    return frame


class StackSummary(list):
    """A list of FrameSummary."""

    @classmethod
    def extract(cls, frames, *, limit=None, lookup_lines=True, capture_locals=False):
        found = [_frame_entry(frame, line) for frame, line in frames]
        return cls.from_list(_limited(found, limit))

    @classmethod
    def from_list(cls, entries):
        return cls(e if isinstance(e, FrameSummary) else _summary(*e) for e in entries)

    def format_frame_summary(self, frame):
        return _format_list([(*frame, frame._rest)])[0]

    def format(self):
        return _format_list([(*frame, frame._rest) for frame in self])


class TracebackException:
    """An exception taken down for printing later."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True,
                 capture_locals=False, compact=False, max_group_width=15, max_group_depth=10,
                 save_exc_type=True):
        self._report = _report(exc_value, exc_traceback, limit)
        self._exc = exc_value
        self.exc_type = exc_type if save_exc_type else None
        self.exc_type_str = exc_type.__qualname__
        if exc_type.__module__ not in ('builtins', '__main__'):
            self.exc_type_str = exc_type.__module__ + '.' + self.exc_type_str
        self.stack = StackSummary.from_list(_limited(_frames(exc_traceback), limit))
        self.__suppress_context__ = exc_value.__suppress_context__
        self.__notes__ = getattr(exc_value, '__notes__', None)
        self.exceptions = None
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [type(self).from_exception(e) for e in exc_value.exceptions]

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def __cause__(self):
        cause = self._exc.__cause__
        return None if cause is None else type(self).from_exception(cause)

    @property
    def __context__(self):
        context = self._exc.__context__
        return None if context is None else type(self).from_exception(context)

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return list(self.format()) == list(other.format())
        return NotImplemented

    def __str__(self):
        return str(self._exc)

    def format(self, *, chain=True):
        yield from _report_lines(self._report, chain)

    def format_exception_only(self, *, show_group=False):
        yield from _report_only(self._report, show_group)

    def print(self, *, file=None, chain=True):
        _write(self.format(chain=chain), file)


def _limited(entries, limit):
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is None:
        return entries
    return entries[:limit] if limit >= 0 else entries[limit:]


def _write(lines, file):
    if file is None:
        file = sys.stderr
    for line in lines:
        print(line, file=file, end='')


def _value_and_traceback(exc, value, tb):
    if (value is _missing) != (tb is _missing):
        raise ValueError('Both or neither of value and tb must be given')
    if value is not _missing:
        return value, tb
    if exc is None:
        return None, None
    if isinstance(exc, BaseException):
        return exc, exc.__traceback__
    raise TypeError(f'Exception expected for value, {type(exc).__name__} found')


def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True):
    value, tb = _value_and_traceback(exc, value, tb)
    if value is None:
        return ['NoneType: None\n']
    return _report_lines(_report(value, tb, limit), chain)


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True):
    _write(format_exception(exc, value, tb, limit, chain), file)


def format_exception_only(exc, /, value=_missing, *, show_group=False):
    if value is _missing:
        value = exc
    if value is None:
        return ['NoneType: None\n']
    return _report_only(_report(value, None, None), show_group)


def format_exc(limit=None, chain=True):
    return ''.join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    raise ValueError('no last exception')


def extract_tb(tb, limit=None):
    return StackSummary.from_list(_limited(_frames(tb), limit))


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    _write(format_list(extracted_list), file)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    _write(format_tb(tb, limit), file)


def extract_stack(f=None, limit=None):
    entries = _stack() if f is None else [_frame_entry(f, f.f_lineno)]
    if limit is not None:
        limit = -limit
    return StackSummary.from_list(_limited(entries, limit))


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    _write(format_stack(f, limit), file)


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def clear_frames(tb):
    pass
