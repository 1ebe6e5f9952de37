"""The event loop: CPython's own, pass for pass, over a selector that turns the
clock instead of waiting, with ties and sets in a settled order."""
import asyncio
import gc
import heapq
import itertools
import threading
from asyncio import base_events, events, taskgroups, tasks

from . import clock, ordered, report, strands


class Timer(events.TimerHandle):
    """Timers at exactly the same time fire in registration order."""

    __slots__ = ('number',)
    _numbers = itertools.count()

    def __init__(self, *args):
        super().__init__(*args)
        self.number = next(self._numbers)

    def __lt__(self, other):
        return (self._when, self.number) < (other._when, other.number)


Timer.__name__ = 'TimerHandle'      # which reports show


class _Selector:
    """Nothing ever arrives from outside; to wait is to turn the clock.  Only while
    the program has threads of its own, which may give the loop something, the wait
    is a real one."""

    def __init__(self, loop):
        self.loop, self.posted = loop, threading.Event()

    def select(self, timeout):
        if timeout != 0 and strands.threads_of_the_program():
            woken = self.posted.wait(timeout)
            self.posted.clear()
            if woken:
                return ()
        if timeout is None:
            report.deadlock()
        if timeout > 0:
            clock.advance(self.loop._scheduled[0]._when)
        return ()


class Loop(base_events.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._clock_resolution = clock.RESOLUTION
        self._selector = _Selector(self)
        self.strands = strands.Pool(self)
        self._asyncgens.data = ordered.OrderedSet()     # closed in this order

    def time(self):
        return clock.now

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        self._selector.posted.set()

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError('when cannot be None')
        self._check_closed()
        timer = Timer(when, callback, args, self, context)
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer

    def create_future(self):
        future = super().create_future()
        report.born.append(future)
        return future

    def create_task(self, coro, **options):
        # An eager task runs, and may make others, before it is known here: until
        # then its coroutine keeps its place.
        place = len(report.born)
        report.born.append(coro)
        try:
            report.born[place] = task = super().create_task(coro, **options)
        except (KeyboardInterrupt, SystemExit) as error:
            # Out of an eager task, which some frame of its traceback may keep alive
            # to the end, when it is reported.
            known = {id(future) for future in report.born}
            report.born += [thing for thing in gc.get_objects() if isinstance(thing, asyncio.Task)
                            and thing._exception is error and id(thing) not in known]
            raise
        return task

    def run_in_executor(self, executor, func, *args):
        self._check_closed()
        if executor is None:
            self._check_default_executor()
        future = self.create_future()
        self.strands.submit(executor, func, args, future)
        return future

    async def shutdown_asyncgens(self):
        # One that is over counts as collected, whatever still refers to it: some
        # frame of a traceback, more often than not.
        for over in [agen for agen in self._asyncgens if agen.ag_frame is None]:
            self._asyncgens.discard(over)
        await super().shutdown_asyncgens()

    async def shutdown_default_executor(self, timeout=None):
        self._executor_shutdown_called = True
        while strand := self.strands.first():
            over = self.create_future()
            report.own.append(over)
            settle = strand.settle

            def settle_and_tell():
                settle()
                over.set_result(None)
            strand.settle = settle_and_tell
            await over

    def default_exception_handler(self, context):
        report.loop_error(context)


# A program may see the name of the loop's class.
Loop.__name__ = Loop.__qualname__ = '_UnixSelectorEventLoop'


class _Policy(events.BaseDefaultEventLoopPolicy):
    _loop_factory = Loop


def all_tasks(loop=None):
    """Return a set of all tasks for the loop, oldest first."""
    loop = loop or events.get_running_loop()
    eager = {task.get_coro(): task for task in tasks._eager_tasks}
    return ordered.OrderedSet(
        task for task in (eager.get(born, born) for born in report.born)
        if isinstance(task, asyncio.Task) and not task.done()
        and task.get_loop() is loop)


def _wait_for_coroutines(wait):
    """asyncio.wait, which takes bare coroutines too, as before Python 3.11."""
    async def wait_(fs, *, timeout=None, return_when=asyncio.ALL_COMPLETED, loop=None):
        if not asyncio.isfuture(fs) and not asyncio.iscoroutine(fs):
            fs = [tasks.ensure_future(f) if asyncio.iscoroutine(f) else f for f in fs]
        return await wait(fs, timeout=timeout, return_when=return_when)
    wait_.__name__ = wait_.__qualname__ = 'wait'
    return wait_


_invariants = []


def always(label, predicate):
    """An invariant, checked now and after every step of every task."""
    if not _invariants:
        run = events.Handle._run

        def run_and_check(handle):
            run(handle)
            for invariant in _invariants:
                _check(*invariant)
        events.Handle._run = run_and_check
    _invariants.append((label, predicate))
    _check(label, predicate)


def _check(label, predicate):
    try:
        holds, why = predicate(), ''
    except Exception as error:
        holds, why = False, f': {type(error).__name__}: {error}'
    if not holds:
        report.say(f'always {label!r} is false{why}')
        report.leave(1)


def install():
    asyncio.set_event_loop_policy(_Policy())
    # The library's own sets: what wait returns, what a TaskGroup cancels, the
    # order in which as_completed begins.
    tasks.set = taskgroups.set = ordered.OrderedSet
    ordered.rebuild(tasks._AsCompletedIterator, '__init__', tasks)
    tasks.all_tasks = asyncio.all_tasks = all_tasks
    tasks.wait = asyncio.wait = _wait_for_coroutines(tasks.wait)
    # gather's outer future is made without asking the loop.
    gathering = tasks._GatheringFuture
    init = gathering.__init__

    def recorded_init(self, *args, **options):
        init(self, *args, **options)
        report.born.append(self)
    gathering.__init__ = recorded_init
