"""Virtual time: the clock that the loop turns, and what the time and datetime
modules say about it."""
import ctypes
import datetime
import gc
import os
import time
import warnings

EPOCH = 1455714611.0        # 17 February 2016, 13:10:11 GMT
RESOLUTION = 1e-9           # timers this close to now are due

now = 0.0                   # seconds since the program began
start = EPOCH               # the wall's time at that moment
sleepers = []               # functions that may take over a blocking sleep
sleep_really = time.sleep


def advance(when):
    """Move the clock forward to when; it never goes back."""
    global now
    now = max(now, when)


def wall():
    """The virtual wall clock, seconds since 1970."""
    return start + now


def sleep(seconds):
    """time.sleep: whoever blocks decides (see strands); by default time passes."""
    if seconds < 0:
        raise ValueError('sleep length must be non-negative')
    until = now + seconds
    for takes_over in sleepers:
        if takes_over(until):
            return
    advance(until)


def install():
    """Put the time and datetime modules on the virtual clock, in UTC."""
    os.putenv('TZ', 'UTC')
    time.tzset()
    _install_time()
    _install_datetime()


def _install_time():
    def nanoseconds(clock):
        return lambda: int(clock() * 1e9)

    def monotonic():
        return now

    def defaulting(function, default):
        """function, whose optional last argument defaults to the virtual now"""
        def call(*args):
            return function(*args, *default(len(args)))
        return call

    utc = time.gmtime
    time.time, time.time_ns = wall, nanoseconds(wall)
    time.monotonic = time.perf_counter = monotonic
    time.monotonic_ns = time.perf_counter_ns = nanoseconds(monotonic)
    time.process_time = time.thread_time = lambda: 0.0
    time.process_time_ns = time.thread_time_ns = lambda: 0
    time.sleep = sleep

    def seconds_unless(count):
        return lambda given: () if given >= count else (wall(),)

    def tuple_unless(count):
        return lambda given: () if given >= count else (utc(wall()),)

    time.gmtime = defaulting(time.gmtime, seconds_unless(1))
    time.localtime = defaulting(time.localtime, seconds_unless(1))
    time.ctime = defaulting(time.ctime, seconds_unless(1))
    time.asctime = defaulting(time.asctime, tuple_unless(1))
    time.strftime = defaulting(time.strftime, tuple_unless(2))


def _install_datetime():
    """Replace the clock-reading class methods inside the C types, so that the
    types stay the ones that every other method returns."""
    def now_(cls, tz=None):
        return cls.fromtimestamp(wall(), tz)

    def utcnow(cls):
        warnings.warn('datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. '
                      'Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).',
                      DeprecationWarning, stacklevel=2)
        return cls.fromtimestamp(wall(), datetime.timezone.utc).replace(tzinfo=None)

    def today(cls):
        return cls.fromtimestamp(wall())

    _graft(datetime.datetime, now=now_, utcnow=utcnow, today=today)
    _graft(datetime.date, today=today)


def _graft(type_, **methods):
    (namespace,) = gc.get_referents(type_.__dict__)
    for name, function in methods.items():
        namespace[name] = classmethod(function)
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(type_))
