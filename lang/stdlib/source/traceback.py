# traceback: what most programs use of it, over what the interpreter itself
# prints. The functions beginning with an underscore that are not here are
# written in Go; stacks and exceptions as objects are in the lazy part.
import sys


class _Implicit:
    def __repr__(self):
        return '<implicit>'


_missing = _Implicit()  # for what is taken from the exception


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


# The further options are colorize, which is for terminals.
def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True, **kwargs):
    value, tb = _value_and_traceback(exc, value, tb)
    if value is None:
        return ['NoneType: None\n']
    return _format(value, tb, limit, chain)


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True, **kwargs):
    _write(format_exception(exc, value, tb, limit, chain), file)


def format_exception_only(exc, /, value=_missing, *, show_group=False, **kwargs):
    if value is _missing:
        value = exc
    if value is None:
        return ['NoneType: None\n']
    return _format_only(value, show_group)


def format_exc(limit=None, chain=True):
    return ''.join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)
