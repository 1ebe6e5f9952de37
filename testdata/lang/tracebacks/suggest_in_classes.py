# What a traceback suggests for a name in the body of a class.
import sys
import traceback


def multiply():
    class Vec:
        def __mul__(self):
            pass

        __mul__ = __rmul__


def outside():
    zebra = 1

    class V:
        inner = 2
        x = zebr


def inside():
    class V:
        inner = 2
        x = innr


def nested():
    class V:
        inner = 2

        class W:
            y = innr


def comprehension():
    class V:
        inner = 2
        y = [innr for _ in [1]]


def module():
    class V:
        z = __modul__


def method():
    class V:
        inner = 2

        def m(self):
            return innr

    V().m()


def later():
    class V:
        qwxyz: int
        x = qwxy
        qwxyza = 1


def deleted():
    class V:
        shade = 1
        del shad


def globally():
    class V:
        global glob
        glob = 1
        x = glo


for f in multiply, outside, inside, nested, comprehension, module, method, later, deleted, globally:
    try:
        f()
    except NameError as error:
        print(traceback.format_exception(error)[-1], end="")
try:
    import json.foo
except ImportError as error:
    print(error)
try:
    import concurrent.futures.foo
except ImportError as error:
    print(error)
try:
    import time.foo
except ImportError as error:
    print(error)
try:
    import os.path.foo
except ImportError as error:
    print(error)
