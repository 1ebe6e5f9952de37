"""What CPython's asyncio tests share: loops, callbacks, a test case."""

import asyncio
import contextlib
import re
import sys
import unittest

from asyncio import events, format_helpers
from unittest import mock


def run_briefly(loop):
    """Run what is ready."""
    async def nothing():
        pass

    coro = nothing()
    task = loop.create_task(coro)
    task._log_destroy_pending = False
    try:
        loop.run_until_complete(task)
    finally:
        coro.close()


def run_once(loop):
    """One pass of the loop."""
    loop.call_soon(loop.stop)
    loop.run_forever()


def run_until(loop, pred, timeout=30.0):
    """Run the loop until pred() holds."""
    end = loop.time() + timeout
    while not pred():
        if loop.time() >= end:
            raise TimeoutError
        loop.run_until_complete(asyncio.sleep(0.001))


class TestLoop(asyncio.SelectorEventLoop):
    """A loop on the virtual clock that tells a generator of its timers.

    The generator is sent the time of each new timer. What it yields, the time to
    go forward by, needs no doing: the clock goes to the next timer by itself.
    """

    def __new__(cls, gen=None):
        unittest._fresh()
        return super().__new__(cls)

    def __init__(self, gen=None):
        super().__init__()

    def advance_time(self, advance):
        """Let time pass."""
        if advance:
            import time
            time.sleep(advance)

    def _process_events(self, event_list):
        pass


def MockCallback(**kwargs):
    return mock.Mock(spec=["__call__"], **kwargs)


class MockPattern(str):
    """Equal to what the pattern is found in."""

    def __eq__(self, other):
        return bool(re.search(str(self), other, re.S))


class MockInstanceOf:
    """Equal to the instances of a type."""

    def __init__(self, type):
        self._type = type

    def __eq__(self, other):
        return isinstance(other, self._type)


def get_function_source(func):
    """(file, line) of a function."""
    source = format_helpers._get_function_source(func)
    if source is None:
        raise ValueError(f"unable to get the source of {func!r}")
    return source


class TestCase(unittest.TestCase):
    """A test case that closes the loops it is told of."""

    @staticmethod
    def close_loop(loop):
        if loop._default_executor is not None and not loop.is_closed():
            loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()

    def set_event_loop(self, loop, *, cleanup=True):
        if loop is None:
            raise AssertionError("loop is None")
        events.set_event_loop(None)
        if cleanup:
            self.addCleanup(self.close_loop, loop)

    def new_test_loop(self, gen=None):
        loop = TestLoop(gen)
        self.set_event_loop(loop)
        return loop

    def tearDown(self):
        events.set_event_loop(None)
        self.assertIsNone(sys.exception())
        self.doCleanups()


@contextlib.contextmanager
def disable_logger():
    """Nothing is logged by asyncio in the block."""
    import logging
    logger = logging.getLogger("asyncio")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)


async def await_without_task(coro):
    """Drive coro from a callback, where there is no current task."""
    failure = None

    def drive():
        nonlocal failure
        try:
            for _ in coro.__await__():
                pass
        except BaseException as error:
            failure = error

    asyncio.get_running_loop().call_soon(drive)
    await asyncio.sleep(0)
    if failure is not None:
        raise failure
