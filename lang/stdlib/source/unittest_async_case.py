"""Test cases whose tests are coroutines, in an event loop of each test's own."""

import asyncio
import contextvars

from unittest.case import TestCase


class IsolatedAsyncioTestCase(TestCase):
    """A test case that runs each test, and all that belongs to it, in a new loop."""

    loop_factory = None

    def __init__(self, methodName="runTest"):
        super().__init__(methodName)
        self._asyncioRunner = None
        self._asyncioTestContext = contextvars.copy_context()

    async def asyncSetUp(self):
        """Run before each test, after setUp."""

    async def asyncTearDown(self):
        """Run after each test, before tearDown."""

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        """Await func(*args, **kwargs) after the test."""
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        """Enter an async context manager that is left after the test."""
        cls = type(cm)
        try:
            enter = cls.__aenter__
            leave = cls.__aexit__
        except AttributeError:
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support "
                            "the asynchronous context manager protocol") from None
        value = await enter(cm)
        self.addAsyncCleanup(leave, cm, None, None, None)
        return value

    def _callSetUp(self):
        self._asyncioRunner.get_loop()
        self._asyncioTestContext.run(self.setUp)
        self._await(self.asyncSetUp)

    def _callTestMethod(self, method):
        value = self._maybe_await(method)
        if value is not None:
            import warnings
            warnings.warn(f"It is deprecated to return a value that is not None from a "
                          f"test case ({method})", DeprecationWarning, stacklevel=4)

    def _callTearDown(self):
        self._await(self.asyncTearDown)
        self._asyncioTestContext.run(self.tearDown)

    def _callCleanup(self, function, /, *args, **kwargs):
        self._maybe_await(function, *args, **kwargs)

    def _await(self, func, /, *args, **kwargs):
        return self._asyncioRunner.run(func(*args, **kwargs), context=self._asyncioTestContext)

    def _maybe_await(self, func, /, *args, **kwargs):
        if asyncio.iscoroutinefunction(func):
            return self._await(func, *args, **kwargs)
        return self._asyncioTestContext.run(func, *args, **kwargs)

    def _begin(self):
        self._asyncioRunner = asyncio.Runner(debug=True, loop_factory=self.loop_factory)

    def _end(self):
        runner, self._asyncioRunner = self._asyncioRunner, None
        runner.close()

    def run(self, result=None):
        self._begin()
        try:
            return super().run(result)
        finally:
            self._end()

    def debug(self):
        self._begin()
        try:
            super().debug()
        finally:
            self._end()
