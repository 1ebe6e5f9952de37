"""Run a program under CPython with asyncio's own loop on a virtual clock.

    virtual.py FILE [words]

Only the waiting is replaced: a loop with nothing to do turns the clock to its first
timer. What is left is asyncio's own cost, which is what Coro is compared with.
"""
import asyncio
import runpy
import selectors
import sys


class Loop(asyncio.SelectorEventLoop):
    now = 0.0

    def __init__(self):
        super().__init__(Selector(self))

    def time(self):
        return self.now


class Selector(selectors.SelectSelector):
    """A selector to which nothing comes from outside."""

    def __init__(self, loop):
        super().__init__()
        self.loop = loop

    def select(self, timeout=None):
        if timeout:
            self.loop.now = self.loop._scheduled[0].when()
        return []


class Policy(asyncio.DefaultEventLoopPolicy):
    _loop_factory = Loop


asyncio.set_event_loop_policy(Policy())
del sys.argv[0]
runpy.run_path(sys.argv[0], run_name='__main__')
