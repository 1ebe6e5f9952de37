# Stacks and exceptions that were taken down, to be looked at, changed and printed:
# FrameSummary, StackSummary, TracebackException, and the functions on stacks.

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb',
           'clear_frames', 'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb']

_MAX_REPEATS = 3    # of the same line of a stack


class FrameSummary:
    """One frame of a stack."""

    __slots__ = ('filename', 'lineno', 'end_lineno', 'colno', 'end_colno', 'name', '_lines', '_rest', 'locals')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.name = name
        self._lines = line
        self._rest = ''     # the further lines of what stands on several, as they are shown
        if lookup_line:
            self.line
        self.locals = {k: _safe(repr, v, 'local') for k, v in locals.items()} if locals else None

    @property
    def line(self):
        if self._lines is None:
            if self.lineno is None:
                return None
            self._lines = _source_line(self.filename, self.lineno) or ''
        return self._lines.partition('\n')[0].strip()

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename, self.lineno, self.name, self.locals) == (
                other.filename, other.lineno, other.name, other.locals)
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __len__(self):
        return 4

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'


class StackSummary(list):
    """A list of FrameSummary. Frames do not show their locals: capture_locals changes nothing."""

    @classmethod
    def extract(cls, frames, *, limit=None, lookup_lines=True, capture_locals=False):
        stack = cls()
        for frame, lineno in _limited(list(frames), limit):
            code = frame.f_code
            stack.append(FrameSummary(code.co_filename, lineno, code.co_name, lookup_line=lookup_lines))
        return stack

    @classmethod
    def from_list(cls, entries):
        stack = StackSummary()
        for entry in entries:
            if not isinstance(entry, FrameSummary):
                filename, lineno, name, line = entry
                entry = FrameSummary(filename, lineno, name, line=line)
            stack.append(entry)
        return stack

    def format_frame_summary(self, frame_summary, **kwargs):
        text = f'  File "{frame_summary.filename}", line {frame_summary.lineno}, in {frame_summary.name}\n'
        if line := frame_summary.line:
            text += f'    {line}\n{frame_summary._rest}'
        for name, value in sorted((frame_summary.locals or {}).items()):
            text += f'    {name} = {value}\n'
        return text

    def format(self, **kwargs):
        out = []
        last = None
        count = 0

        def repeated():
            if (n := count - _MAX_REPEATS) > 0:
                out.append(f'  [Previous line repeated {n} more time{"s" if n > 1 else ""}]\n')

        for frame in self:
            text = self.format_frame_summary(frame, colorize=kwargs.get('colorize', False))
            if text is None:
                continue
            place = frame.filename, frame.lineno, frame.name
            if place != last or None in place:
                repeated()
                last = place
                count = 0
            count += 1
            if count <= _MAX_REPEATS:
                out.append(text)
        repeated()
        return out


def _limited(entries, limit):
    if limit is None:
        limit = _tracebacklimit()
    if limit is None:
        return entries
    return entries[:limit] if limit >= 0 else entries[limit:]


def _are_several(notes):
    """Whether these are notes one by one: a list but for programs that set something else."""
    if notes is None or isinstance(notes, (list, str, bytes)):
        return isinstance(notes, list)
    from collections.abc import Sequence

    return isinstance(notes, Sequence)


def _safe(function, value, what):
    try:
        return function(value)
    except BaseException:
        return f'<{what} {function.__name__}() failed>'


_CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n'
_CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n'


class _Tree:
    """How far the printing of a tree of exception groups is."""

    depth = 0
    needs_end = False

    def indent(self):
        return ' ' * (2 * self.depth)

    def lines(self, texts, margin='|'):
        start = f'{self.indent()}{margin} ' if self.depth else ''
        for text in texts:
            yield ''.join([start + line for line in text.splitlines(True)])


class TracebackException:
    """An exception taken down for printing later."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True,
                 capture_locals=False, compact=False, max_group_width=15, max_group_depth=10,
                 save_exc_type=True, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = extract_tb(exc_traceback, limit)
        self._exc_type = exc_type if save_exc_type else None
        self._have_exc_type = exc_type is not None
        self.exc_type_qualname = self.exc_type_module = None
        if exc_type is not None:
            self.exc_type_qualname = exc_type.__qualname__
            self.exc_type_module = exc_type.__module__
        self._str = _safe(str, exc_value, 'exception')
        try:
            self.__notes__ = getattr(exc_value, '__notes__', None)
        except Exception as e:
            self.__notes__ = [f'Ignored error getting __notes__: {_safe(repr, e, "__notes__")}']
        self._is_syntax_error = exc_type is not None and issubclass(exc_type, SyntaxError)
        if self._is_syntax_error:
            for name in ('filename', 'text', 'offset', 'end_offset', 'msg'):
                setattr(self, name, getattr(exc_value, name))
            for name in ('lineno', 'end_lineno'):
                line = getattr(exc_value, name)
                setattr(self, name, None if line is None else str(line))
        else:
            self._str += _suggestion(exc_value, exc_traceback)
        self.__suppress_context__ = exc_value is not None and exc_value.__suppress_context__
        if _seen is not None:
            return      # whoever makes it sets what it hangs together with

        def taken(e):
            return TracebackException(type(e), e, e.__traceback__, limit=limit, lookup_lines=lookup_lines,
                                      capture_locals=capture_locals, max_group_width=max_group_width,
                                      max_group_depth=max_group_depth, _seen=seen)

        todo = [(self, exc_value)]
        while todo:     # not recursion: a chain may be long
            made, e = todo.pop()
            made.__cause__ = made.__context__ = made.exceptions = None
            if not e:
                continue
            if e.__cause__ is not None and id(e.__cause__) not in seen:
                made.__cause__ = taken(e.__cause__)
                todo.append((made.__cause__, e.__cause__))
            if e.__context__ is not None and id(e.__context__) not in seen and not (
                    compact and (made.__cause__ or e.__suppress_context__)):
                made.__context__ = taken(e.__context__)
                todo.append((made.__context__, e.__context__))
            if isinstance(e, BaseExceptionGroup):
                made.exceptions = [taken(x) for x in e.exceptions]
                todo.extend(zip(made.exceptions, e.exceptions))

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        import warnings
        warnings.warn('Deprecated in 3.13. Use exc_type_str instead.', DeprecationWarning)
        return self._exc_type

    @property
    def exc_type_str(self):
        if self._have_exc_type:
            module, name = self.exc_type_module, self.exc_type_qualname
            known = module if isinstance(module, str) else '<unknown>'
            return name if module in ('__main__', 'builtins') else f'{known}.{name}'

    def __str__(self):
        return self._str

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, TracebackException) else NotImplemented

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        indent = ' ' * (3 * _depth)
        if self._is_syntax_error:
            place = self.filename, self.lineno, self.offset, self.text, self.end_lineno, self.end_offset
            lines = _syntax_error_lines(SyntaxError(self.msg, place), self.exc_type_str)
        else:
            text = f'{self.exc_type_str}: {self._str}' if self._str else str(self.exc_type_str)
            lines = [line + '\n' for line in text.split('\n')] if _depth else [text + '\n']
        for line in lines:
            yield indent + line
        if not self._have_exc_type:
            return
        if _are_several(self.__notes__):
            for note in self.__notes__:
                for line in _safe(str, note, 'note').split('\n'):
                    yield f'{indent}{line}\n'
        elif self.__notes__ is not None:
            yield f'{indent}{_safe(repr, self.__notes__, "__notes__")}\n'
        if show_group:
            for e in self.exceptions or ():
                yield from e.format_exception_only(show_group=True, _depth=_depth + 1,
                                                   colorize=kwargs.get('colorize', False))

    def format(self, *, chain=True, _ctx=None, **kwargs):
        colorize = kwargs.get('colorize', False)
        tree = _ctx or _Tree()
        links = []      # each with what is said after it
        said = None
        exc = self
        while exc:
            links.append((exc, said))
            if not chain:
                break
            if exc.__cause__ is not None:
                exc, said = exc.__cause__, _CAUSE
            elif exc.__context__ is not None and not exc.__suppress_context__:
                exc, said = exc.__context__, _CONTEXT
            else:
                break
        for exc, said in reversed(links):
            if exc.exceptions is None:
                if exc.stack:
                    yield from tree.lines(['Traceback (most recent call last):\n'])
                    yield from tree.lines(exc.stack.format(colorize=colorize))
                yield from tree.lines(exc.format_exception_only(colorize=colorize))
            elif tree.depth > self.max_group_depth:
                yield from tree.lines([f'... (max_group_depth is {self.max_group_depth})\n'])
            else:
                yield from self._format_group(exc, tree, chain, colorize)
            if said:
                yield from tree.lines([said])

    def _format_group(self, group, tree, chain, colorize):
        outermost = tree.depth == 0
        if outermost:
            tree.depth = 1
        if group.stack:
            yield from tree.lines(['Exception Group Traceback (most recent call last):\n'], '+' if outermost else '|')
            yield from tree.lines(group.stack.format(colorize=colorize))
        yield from tree.lines(group.format_exception_only(colorize=colorize))
        more = len(group.exceptions) - self.max_group_width
        shown = group.exceptions[:self.max_group_width]
        parts = [(str(i), e) for i, e in enumerate(shown, 1)]
        if more > 0:
            parts.append(('...', None))
        tree.needs_end = False
        for i, (title, e) in enumerate(parts):
            last = i == len(parts) - 1
            if last:
                tree.needs_end = True   # unless the part, being a group, ends with it
            yield f'{tree.indent()}{"  " if i else "+-"}+---------------- {title} ----------------\n'
            tree.depth += 1
            if e is None:
                yield from tree.lines([f'and {more} more exception{"s" if more > 1 else ""}\n'])
            else:
                yield from e.format(chain=chain, _ctx=tree)
            if last and tree.needs_end:
                yield f'{tree.indent()}+------------------------------------\n'
                tree.needs_end = False
            tree.depth -= 1
        if outermost:
            tree.depth = 0

    def print(self, *, file=None, chain=True, **kwargs):
        _write(self.format(chain=chain, colorize=kwargs.get('colorize', False)), file)


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, 'last_exc'):
        raise ValueError('no last exception')
    print_exception(sys.last_exc, limit=limit, file=file, chain=chain)


def extract_tb(tb, limit=None):
    stack = StackSummary()
    for filename, lineno, name, line, rest in _limited(_frames(tb), limit):
        stack.append(FrameSummary(filename, lineno, name, line=line))
        stack[-1]._rest = rest
    return stack


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    _write(format_list(extracted_list), file)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    _write(format_tb(tb, limit), file)


def extract_stack(f=None, limit=None):
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    _write(format_stack(f, limit), file)


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    if f is None:
        f = sys._getframe()     # the program's innermost: this module's do not count
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def clear_frames(tb):
    pass
