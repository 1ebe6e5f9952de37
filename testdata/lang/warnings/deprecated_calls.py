# Calls that work but warn: the warning names the line of the program that makes
# the call, and is an error if the program wants it so.
import argparse
import asyncio
import datetime
import logging
import math
import operator
import re
import time
import typing
import warnings


def show(function, *args):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = function(*args)
        except Exception as error:
            result = f"{type(error).__name__}: {error}"
    for warning in caught:
        print(f"{warning.category.__name__} in line {warning.lineno}: {warning.message}")
    if not caught:
        print("nothing:", result)


show(lambda: datetime.datetime.utcnow())
show(datetime.datetime.utcfromtimestamp, 0)

show(lambda: re.sub("a", "b", "aaa", 1))
show(lambda: re.subn("a", "b", "aaa", 1, re.I))
show(lambda: re.split(",", "a,b,c", 1))
show(lambda: re.sub("a", "b", "aaa", count=1))
show(lambda: re.split(",", "a,b,c", maxsplit=1))
show(lambda: re.search("A", "a", re.I)[0])
show(lambda: re.sub("a", "b", "aaa", 1, re.I, 3))
show(lambda: re.sub("a", "b", "aaa", 1, count=2))
show(lambda: re.split("a", "b", 1, 2, flags=2))

for _ in range(2):
    show(lambda: datetime.datetime.strptime("3 Mar", "%d %b"))  # a known format is not looked at again
show(lambda: time.strptime("3 10:00", "%d %H:%M").tm_mday)
show(lambda: time.strptime("3 Mar 20", "%d %b %y").tm_mday)

logging.disable()
show(lambda: logging.getLogger("a").warn("x"))
show(lambda: logging.warn("x"))
show(lambda: logging.LoggerAdapter(logging.getLogger("a")).warn("x"))

yes = True
show(lambda: ~yes)
show(lambda: -yes)
show(operator.invert, False)
show(bool, NotImplemented)
show(lambda: 1 if NotImplemented else 2)
show(all, [NotImplemented])


class Count(int):
    pass


class Share(float):
    pass


class Amount:
    def __int__(self):
        return Count(3)

    def __index__(self):
        return Count(2)

    def __float__(self):
        return Share(2)


class Flag:
    def __index__(self):
        return True


class Whole:
    def __trunc__(self):
        return 5


show(int, Whole())
show(math.trunc, Whole())
show(int, Amount())
show(float, Amount())
show(lambda: [1, 2, 3][Amount()])
show(lambda: "x" * Flag())
show(math.sqrt, Amount())
show(hex, Flag())
show(lambda: "%d %.1f" % (Amount(), Amount()))

show(lambda: typing.NamedTuple("Point", x=int))
show(lambda: typing.NamedTuple("Point"))
show(lambda: typing.NamedTuple("Point", None))
show(lambda: typing.NamedTuple("Point", [("x", int)], y=int))
show(lambda: typing.NamedTuple("Point", None, y=int))
show(lambda: typing.TypedDict("Point"))
show(lambda: typing.TypedDict("Point", None))


def nested(outer, inner):
    parser = argparse.ArgumentParser()
    getattr(getattr(parser, outer)(), inner)()


show(nested, "add_argument_group", "add_argument_group")
show(nested, "add_mutually_exclusive_group", "add_mutually_exclusive_group")
show(nested, "add_mutually_exclusive_group", "add_argument_group")
show(nested, "add_argument_group", "add_mutually_exclusive_group")

show(lambda: asyncio.get_event_loop().is_running())
show(lambda: asyncio.get_event_loop().is_running())  # now there is one

with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        datetime.datetime.utcnow()
    except DeprecationWarning as error:
        print("error:", str(error)[:50])
    try:
        ~yes
    except DeprecationWarning as error:
        print("error:", str(error)[:50])
