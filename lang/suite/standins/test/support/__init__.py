"""What CPython's tests ask about the interpreter that runs them."""

import gc
import unittest

LOOPBACK_TIMEOUT = 10.0
SHORT_TIMEOUT = 30.0
LONG_TIMEOUT = 300.0
verbose = 0
is_android = is_emscripten = is_wasi = is_apple_mobile = False
has_fork_support = has_subprocess_support = False
Py_DEBUG = False

ALWAYS_EQ = unittest.mock.ANY if hasattr(unittest, "mock") else None


def requires_working_socket(*, module=False):
    """Sockets are not what the asyncio tests that ask for them are about."""
    return None if module else lambda test: test


def gc_collect():
    """Collect garbage."""
    gc.collect()


def get_attribute(obj, name):
    """getattr, or skip the test."""
    try:
        return getattr(obj, name)
    except AttributeError:
        raise unittest.SkipTest(f"object {obj!r} has no attribute {name!r}")


def cpython_only(test):
    """A test of CPython's own insides."""
    return unittest.skip("implementation detail specific to cpython")(test)


refcount_test = cpython_only


def requires_subprocess():
    """A test that starts processes."""
    return unittest.skip("requires subprocess support")


def maybe_get_event_loop_policy():
    """The event loop policy in force, if any."""
    from asyncio import events
    return events.get_event_loop_policy()


def reap_children():
    """There are no child processes."""


def busy_retry(timeout, err_msg=None, /, *, error=True):
    """Go round a loop until its body breaks out or the time is over."""
    import time
    end = time.monotonic() + timeout
    while True:
        yield
        if time.monotonic() >= end:
            break
        time.sleep(0.001)
    if error:
        raise AssertionError(f"timeout ({timeout} seconds)" + (f": {err_msg}" if err_msg else ""))
