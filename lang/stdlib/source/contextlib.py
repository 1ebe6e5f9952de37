# contextlib.
import sys
from abc import ABC, abstractmethod
from collections import deque

__all__ = ['asynccontextmanager', 'contextmanager', 'closing', 'nullcontext', 'AbstractContextManager',
           'AbstractAsyncContextManager', 'AsyncExitStack', 'ContextDecorator', 'ExitStack', 'redirect_stdout',
           'redirect_stderr', 'suppress', 'aclosing']


class AbstractContextManager(ABC):
    __slots__ = ()

    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        return _has(C, '__enter__', '__exit__') if cls is AbstractContextManager else NotImplemented

    __class_getitem__ = classmethod(_alias)


class AbstractAsyncContextManager(ABC):
    __slots__ = ()

    async def __aenter__(self):
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        return _has(C, '__aenter__', '__aexit__') if cls is AbstractAsyncContextManager else NotImplemented

    __class_getitem__ = classmethod(_alias)


def _like(wrapper, func):
    for name in ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__'):
        try:
            setattr(wrapper, name, getattr(func, name))
        except AttributeError:
            pass
    wrapper.__dict__.update(getattr(func, '__dict__', {}))
    wrapper.__wrapped__ = func
    return wrapper


class ContextDecorator:
    """Context managers that can decorate functions as well."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return _like(inner, func)


class AsyncContextDecorator:
    """Asynchronous context managers that can decorate functions as well."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)

        return _like(inner, func)


class _OneYield:
    """A generator as a context manager: its one yield is where the body runs."""

    _ends = StopIteration  # what would end the generator if it came from the body

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        doc = getattr(func, '__doc__', None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)

    def _begun(self):
        # What made the generator is of no use any more, and may be large.
        del self.args, self.kwds, self.func
        return self.gen

    def _passed_on(self, error, of_body, traceback):
        """Whether error, which left the generator, is the body's again: itself, or what a
        generator makes of one that would have ended it. It then stands where it was raised."""
        if error is not of_body:
            turned = isinstance(error, RuntimeError) and isinstance(of_body, self._ends)
            if not turned or error.__cause__ is not of_body:
                return False
        of_body.__traceback__ = traceback
        return True


class _GeneratorContextManager(_OneYield, AbstractContextManager, ContextDecorator):
    """Helper for @contextmanager decorator."""

    def __enter__(self):
        try:
            return next(self._begun())
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        failed = typ is not None
        if failed and value is None:
            value = typ()
        try:
            self.gen.throw(value) if failed else next(self.gen)
        except StopIteration as end:
            # The body's own StopIteration is no normal end.
            return failed and end is not value
        except BaseException as error:
            if failed and self._passed_on(error, value, traceback):
                return False
            raise
        try:
            raise RuntimeError("generator didn't stop" + " after throw()" * failed)
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_OneYield, AbstractAsyncContextManager, AsyncContextDecorator):
    """Helper for @asynccontextmanager decorator."""

    _ends = (StopIteration, StopAsyncIteration)

    async def __aenter__(self):
        try:
            return await anext(self._begun())
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        failed = typ is not None
        if failed and value is None:
            value = typ()
        try:
            await (self.gen.athrow(value) if failed else anext(self.gen))
        except StopAsyncIteration as end:
            return failed and end is not value
        except BaseException as error:
            if failed and self._passed_on(error, value, traceback):
                return False
            raise
        try:
            raise RuntimeError("generator didn't stop" + " after athrow()" * failed)
        finally:
            await self.gen.aclose()


def contextmanager(func):
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)

    return _like(helper, func)


def asynccontextmanager(func):
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)

    return _like(helper, func)


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class _Redirected(AbstractContextManager):
    _stream = None  # its name in sys

    def __init__(self, new_target):
        self._target, self._before = new_target, []

    def __enter__(self):
        self._before.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._target)
        return self._target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._before.pop())


class redirect_stdout(_Redirected):
    _stream = 'stdout'


class redirect_stderr(_Redirected):
    _stream = 'stderr'


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None:
            return None
        if not issubclass(exctype, self._exceptions):
            if not issubclass(exctype, BaseExceptionGroup):
                return False
            _, rest = excinst.split(self._exceptions)
            if rest is not None:
                raise rest
        return True


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


def _enter_error(cm, kind, method=''):
    cls = type(cm)
    missed = f' (missed {method} method)' if method else ''
    return TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the {kind} protocol{missed}")


_MethodType = type(AbstractContextManager.__subclasshook__)


class _BaseExitStack:
    """The callbacks of a stack: pairs (synchronous?, function of the three exception arguments)."""

    def __init__(self):
        self._exit_callbacks = deque()

    def pop_all(self):
        new_stack = type(self)()
        new_stack._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = deque()
        return new_stack

    def push(self, exit):
        method = getattr(type(exit), '__exit__', None)
        if method is None:
            self._push(True, exit)
        else:
            self._push_exit(exit, method)
        return exit

    def enter_context(self, cm):
        cls = type(cm)
        try:
            enter = cls.__enter__
            exit = cls.__exit__
        except AttributeError:
            raise _enter_error(cm, 'context manager') from None
        result = enter(cm)
        self._push_exit(cm, exit)
        return result

    def callback(self, callback, /, *args, **kwds):
        def exit(exc_type, exc, tb):
            callback(*args, **kwds)

        exit.__wrapped__ = callback
        self._push(True, exit)
        return callback

    def _push_exit(self, cm, exit, is_sync=True):
        self._push(is_sync, _MethodType(exit, cm))

    def _push(self, is_sync, callback):
        self._exit_callbacks.append((is_sync, callback))

    @staticmethod
    def _fix_context(new, old, frame_exc):
        # The exceptions of the callbacks are chained as nested with statements
        # would chain them.
        while True:
            context = new.__context__
            if context is None or context is old:
                return
            if context is frame_exc:
                break
            new = context
        new.__context__ = old


class ExitStack(_BaseExitStack, AbstractContextManager):
    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        exc = exc_details[1]
        received = exc is not None
        frame_exc = sys.exception()
        suppressed = pending = False
        while self._exit_callbacks:
            _, callback = self._exit_callbacks.pop()
            try:
                details = (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)
                if callback(*details):
                    suppressed, pending, exc = True, False, None
            except BaseException as new:
                self._fix_context(new, exc, frame_exc)
                pending, exc = True, new
        if pending:
            fixed = exc.__context__
            try:
                raise exc
            except BaseException:
                exc.__context__ = fixed
                raise
        return received and suppressed

    def close(self):
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    async def enter_async_context(self, cm):
        cls = type(cm)
        try:
            enter = cls.__aenter__
            exit = cls.__aexit__
        except AttributeError:
            raise _enter_error(cm, 'asynchronous context manager') from None
        result = await enter(cm)
        self._push_exit(cm, exit, False)
        return result

    def push_async_exit(self, exit):
        method = getattr(type(exit), '__aexit__', None)
        if method is None:
            self._push(False, exit)
        else:
            self._push_exit(exit, method, False)
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        async def exit(exc_type, exc, tb):
            await callback(*args, **kwds)

        exit.__wrapped__ = callback
        self._push(False, exit)
        return callback

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        exc = exc_details[1]
        received = exc is not None
        frame_exc = sys.exception()
        suppressed = pending = False
        while self._exit_callbacks:
            is_sync, callback = self._exit_callbacks.pop()
            try:
                details = (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)
                result = callback(*details)
                if not is_sync:
                    result = await result
                if result:
                    suppressed, pending, exc = True, False, None
            except BaseException as new:
                self._fix_context(new, exc, frame_exc)
                pending, exc = True, new
        if pending:
            fixed = exc.__context__
            try:
                raise exc
            except BaseException:
                exc.__context__ = fixed
                raise
        return received and suppressed
