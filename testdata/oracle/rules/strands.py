"""Strands: blocking calls (to_thread, run_in_executor) on threads of their own
that take turns, one running at a time, so that they repeat like tasks do."""
import asyncio
import concurrent.futures.thread
import threading

from . import clock

POOL_SIZE = 32


class _Thread(threading.Thread):
    """One that a strand runs on."""


class Strand:
    """One blocking call.  The baton goes to it by `resume`, and back to the
    loop's thread when the call blocks or ends."""

    by_thread = {}

    def __init__(self, pool, function, args, future):
        self.pool, self.function, self.args, self.future = pool, function, args, future
        self.baton, self.returned = threading.Semaphore(0), threading.Semaphore(0)
        self.thread = None          # until it starts
        self.handle = None          # the loop's callback that goes on with it
        self.wakes = None           # when, while it sleeps
        self.waits = None           # a future, while it waits for one
        self.woken = False          # that is done, and the handle will go on with it
        self.ended = False
        self.outcome = None         # the future's setter and what to give it

    @classmethod
    def current(cls):
        return cls.by_thread.get(threading.get_ident())

    @property
    def loop(self):
        return self.pool.loop

    def resume(self):
        """Run it (on its own thread) until it blocks or ends."""
        self.handle = self.wakes = self.waits = None
        self.woken = False
        if self.thread is None:
            self.thread = _Thread(target=self._main, daemon=True)
            self.thread.start()
        else:
            self.baton.release()
        self.returned.acquire()
        if self.ended:
            self.handle = self.loop.call_soon(self.pool.retire, self)
        elif self.wakes is not None:
            self.handle = self.loop.call_at(self.wakes, self.resume)
        else:
            self.waits.add_done_callback(self._wake)

    def _wake(self, _):
        self.woken, self.handle = True, self.loop.call_soon(self.resume)

    def _main(self):
        self.by_thread[threading.get_ident()] = self
        try:
            self.outcome = 'set_result', self.function(*self.args)
        except BaseException as error:
            self.outcome = 'set_exception', error
        del self.by_thread[threading.get_ident()]
        self.ended = True
        self.returned.release()

    def _hand_back(self):
        self.returned.release()
        self.baton.acquire()

    def sleep_until(self, when):
        self.wakes = when
        self._hand_back()

    def wait_for(self, future):
        self.waits = future
        self._hand_back()

    def settle(self):
        if not self.future.done():
            setter, value = self.outcome
            if setter == 'set_exception':
                value = asyncio.futures._convert_future_exc(value)
            getattr(self.future, setter)(value)


class Pool:
    """A loop's strands: at most 32 of an executor (or its max_workers) at once."""

    all = []

    def __init__(self, loop):
        self.loop, self.running, self.queued = loop, [], []
        Pool.all.append(self)

    def submit(self, executor, function, args, future):
        strand = Strand(self, function, args, future)
        strand.executor = executor
        self.queued.append(strand)
        self._admit()

    def _admit(self):
        for strand in list(self.queued):
            limit = getattr(strand.executor, '_max_workers', POOL_SIZE)
            if sum(s.executor is strand.executor for s in self.running) < limit:
                self.queued.remove(strand)
                self.running.append(strand)
                strand.handle = self.loop.call_soon(strand.resume)

    def vacate(self, strand):
        """The worker of a call that has ended takes the next one."""
        if strand in self.running:
            self.running.remove(strand)
            self._admit()

    def retire(self, strand):
        self.vacate(strand)
        strand.settle()

    def first(self):
        return next(iter(self.running + self.queued), None)


def threads_of_the_program():
    """The threads that the program has started, not those of executors."""
    return [thread for thread in threading.enumerate()
            if thread is not threading.main_thread() and not isinstance(thread, _Thread)
            and thread not in concurrent.futures.thread._threads_queues]


def _block(when):
    """time.sleep: in a strand the strand sleeps; in the loop's own thread the
    strands go on at their times until the sleep is over.  If the program has threads
    of its own, it is a real one."""
    strand = Strand.current()
    if strand:
        strand.sleep_until(when)
        return True
    if threads_of_the_program():
        clock.sleep_really(when - clock.now)
        return False
    for pool in Pool.all:                   # its loop may be what blocks
        for strand in [s for s in pool.running if s.ended]:
            pool.vacate(strand)
    while True:
        running = [s for pool in Pool.all for s in pool.running if s.handle]
        ready = [s for s in running if s.thread is None or s.woken]
        due = [s for s in running if s.wakes is not None and s.wakes <= when]
        if ready:
            strand = ready[0]
        elif due:
            strand = min(due, key=lambda s: (s.wakes, s.handle.number))
            clock.advance(strand.wakes)
        else:
            return False
        strand.handle.cancel()
        strand.resume()
        if strand.ended:
            strand.pool.vacate(strand)


def install():
    """Blocking in time.sleep and on a concurrent future hands over."""
    clock.sleepers.append(_block)
    concurrent.futures.Future.result = _hands_over(concurrent.futures.Future.result)
    concurrent.futures.Future.exception = _hands_over(concurrent.futures.Future.exception)


def _hands_over(blocking):
    """A method of concurrent futures that waits, for strands."""
    def method(self, timeout=None):
        strand = Strand.current()
        if strand and not self.done():
            strand.wait_for(self)
        return blocking(self, timeout)
    return method
