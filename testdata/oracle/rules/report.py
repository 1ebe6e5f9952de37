"""What a program is told on stderr: loop errors, leftovers, deadlocks."""
import asyncio
import contextlib
import gc
import inspect
import io
import os
import re
import sys
import traceback
import types

born = []               # every future and task of the run, in order of creation
own = []                # those that the simulation made for itself
program_files = set()   # the files whose frames and coroutines count
_unawaited = []


def say(text):
    sys.stdout.flush()
    print(text, file=sys.stderr, flush=True)


def leave(status):
    """End the process at once: no finally, no atexit."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def anonymous(text):
    """text without the addresses of objects"""
    return re.sub(r' at 0x[0-9a-f]+', '', text)


def describe(thing):
    """A repr that is the same in every run."""
    if not asyncio.isfuture(thing):
        if isinstance(thing, asyncio.Handle):
            if thing.cancelled():
                return repr(thing)
            callback = getattr(thing, '_callback', None)
            name = getattr(callback, '__qualname__', type(callback).__name__)
            return f'<{type(thing).__name__} {name}()>'
        return anonymous(repr(thing))
    words = [type(thing).__name__, 'pending']
    if isinstance(thing, asyncio.Task):
        coroutine = thing.get_coro()
        name = getattr(coroutine, '__qualname__', type(coroutine).__name__)
        words += [f'name={thing.get_name()!r}', f'coro=<{name}()>']
    if thing.cancelled():
        words[1] = 'cancelled'
    elif thing.done():
        words[1] = 'finished'
        unread = thing._log_traceback
        error = thing.exception()
        words.append(f'exception={error!r}' if error else f'result={thing.result()!r}')
        if unread:
            thing._Future__log_traceback = False
    return f'<{" ".join(words)}>'


def uncaught(error):
    """Tell of the exception that ends the program, as the interpreter does."""
    sys.last_exc = sys.last_value = error
    sys.last_type, sys.last_traceback = type(error), error.__traceback__
    if sys.excepthook is sys.__excepthook__:
        say(traceback_of(error, traceback.BUILTIN_EXCEPTION_LIMIT))
    else:
        sys.excepthook(type(error), error, error.__traceback__)


def traceback_of(error, limit=None):
    try:
        text = ''.join(traceback.format_exception(error, limit=limit))
    except Exception:   # of the exception's own methods
        text = _plain_traceback_of(error)
    return text.removesuffix('\n')


def _plain_traceback_of(error):
    """What the interpreter shows itself when the module traceback fails."""
    frames = error.__traceback__
    while frames and frames.tb_frame.f_code.co_filename not in program_files:
        frames = frames.tb_next
    with contextlib.redirect_stderr(io.StringIO()) as shown:
        sys.__excepthook__(type(error), error.with_traceback(frames), frames)
    return shown.getvalue()


def loop_error(context):
    """The default exception handler of a loop."""
    lines = [anonymous(context.get('message') or 'Unhandled exception in event loop')]
    hidden = 'message', 'exception', 'source_traceback', 'handle_traceback'
    lines += [f'{key}: {describe(context[key])}'
              for key in sorted(context) if key not in hidden]
    if context.get('exception') is not None:
        lines.append(traceback_of(context['exception']))
    say('\n'.join(lines))


def visible():
    """The program's own futures and tasks."""
    hidden = {id(future) for future in own}
    return [future for future in born
            if asyncio.isfuture(future) and id(future) not in hidden]


def deadlock():
    """Say who waits for ever, and end: what nobody retrieved comes first, being
    usually the cause."""
    _unread()
    waiting = [t for t in visible() if isinstance(t, asyncio.Task) and not t.done()]
    some = f'{len(waiting)} task' + ('' if len(waiting) == 1 else 's')
    say(f'deadlock: {some} waiting and nothing left to wake them')
    for task in waiting:
        say(f'  {describe(task)}')
    _unbegun()
    leave(1)


def leftovers():
    """At the end: tasks still pending, errors nobody read, coroutines nobody
    awaited."""
    _unread(pending=True)
    _unbegun()


def _unread(pending=False):
    for future in visible():
        task = isinstance(future, asyncio.Task)
        handler = future.get_loop().call_exception_handler
        if not future.done():
            if task and pending and future._log_destroy_pending:
                handler({'message': 'Task was destroyed but it is pending!',
                         'task': future})
        elif not future.cancelled() and future._log_traceback:
            kind = 'Task' if task else type(future).__name__
            handler({'message': f'{kind} exception was never retrieved',
                     'exception': future.exception(), 'future': future})


def _unbegun():
    for name in _unawaited + _never_begun():
        say(f"RuntimeWarning: coroutine '{name}' was never awaited")


def _never_begun():
    owned = {id(t.get_coro()) for t in born if isinstance(t, asyncio.Task)}
    found = [(c.cr_code.co_firstlineno, c.__qualname__) for c in gc.get_objects()
             if isinstance(c, types.CoroutineType) and id(c) not in owned
             and _counts(c.cr_code)
             and inspect.getcoroutinestate(c) == inspect.CORO_CREATED]
    return [name for _, name in sorted(found)]


def _counts(code):
    """Whether a program is told of a coroutine that it did not await: one of its
    own, or of asyncio, wait's stand-in included."""
    file = code.co_filename
    return (file in program_files or code.co_name == 'wait_'
            or file.startswith(os.path.dirname(asyncio.__file__)))


def _note_unawaited(coroutine):
    if _counts(coroutine.cr_code):
        _unawaited.append(coroutine.__qualname__)


def install():
    """Tracebacks show the program's frames only, and no ^^^^ lines."""
    import warnings
    warnings.resetwarnings()  # and from here on the filters that python sets
    warnings.filterwarnings('default', category=DeprecationWarning, module='__main__')
    for hidden in (DeprecationWarning, PendingDeprecationWarning, ImportWarning,
                   ResourceWarning):
        warnings.simplefilter('ignore', hidden, append=True)
    warnings._warn_unawaited_coroutine = _note_unawaited
    summary = traceback.StackSummary
    everything = summary._extract_from_extended_frame_gen.__func__

    def of_program(cls, frames, **options):
        kept = ((frame, position) for frame, position in frames
                if frame.f_code.co_filename in program_files)
        return everything(cls, kept, **options)
    summary._extract_from_extended_frame_gen = classmethod(of_program)
    summary._should_show_carets = lambda self, *_: False
