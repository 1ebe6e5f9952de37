# threading: what stands on its locks and threads, and the hook for threads that
# fail. _report writes what the default hook writes.

__all__ = ['get_ident', 'active_count', 'Condition', 'current_thread', 'enumerate', 'main_thread', 'TIMEOUT_MAX',
           'Event', 'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Thread', 'Barrier', 'BrokenBarrierError',
           'Timer', 'ThreadError', 'local', 'stack_size', 'excepthook', 'ExceptHookArgs', 'gettrace', 'getprofile',
           'get_native_id']


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """Holds threads until a number of them have come."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._changed = Condition(Lock())
        self._parties = parties
        self._action = action
        self._timeout = timeout
        self._waiting = 0
        self._state = 'filling'  # then 'draining', until the last has left; or 'resetting', or 'broken'

    def __repr__(self):
        cls = self.__class__
        state = 'broken' if self.broken else f'waiters={self.n_waiting}/{self.parties}'
        return f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {state}>'

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._changed:
            self._changed.wait_for(lambda: self._state not in ('draining', 'resetting'))
            if self._state == 'broken':
                raise BrokenBarrierError
            place = self._waiting
            self._waiting += 1
            try:
                if self._waiting == self._parties:
                    self._release()
                else:
                    self._stay(timeout)
                return place
            finally:
                self._waiting -= 1
                if not self._waiting and self._state in ('draining', 'resetting'):
                    self._enter('filling')

    def _enter(self, state):
        self._state = state
        self._changed.notify_all()

    def _release(self):
        try:
            if self._action:
                self._action()
        except:
            self._enter('broken')
            raise
        self._enter('draining')

    def _stay(self, timeout):
        if not self._changed.wait_for(lambda: self._state != 'filling', timeout):
            self._enter('broken')
            raise BrokenBarrierError
        if self._state in ('broken', 'resetting'):
            raise BrokenBarrierError

    def reset(self):
        with self._changed:
            if not self._waiting:
                self._enter('filling')
            elif self._state in ('filling', 'broken'):
                self._enter('resetting')

    def abort(self):
        with self._changed:
            self._enter('broken')

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._waiting if self._state == 'filling' else 0

    @property
    def broken(self):
        return self._state == 'broken'


class Timer(Thread):
    """Calls a function on a thread of its own after an interval, unless it is cancelled."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class ExceptHookArgs(tuple):
    """What threading.excepthook is called with."""

    __slots__ = ()
    _names = 'exc_type', 'exc_value', 'exc_traceback', 'thread'

    def __new__(cls, items, /):
        items = tuple(items)
        if len(items) != 4:
            raise TypeError(f'_thread._ExceptHookArgs() takes a 4-sequence ({len(items)}-sequence given)')
        return super().__new__(cls, items)

    def __repr__(self):
        return f"_thread._ExceptHookArgs({', '.join(f'{name}={item!r}' for name, item in zip(self._names, self))})"

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


ExceptHookArgs.__module__ = '_thread'
ExceptHookArgs.__qualname__ = ExceptHookArgs.__name__ = '_ExceptHookArgs'


def excepthook(args, /):
    if type(args) is not ExceptHookArgs:
        raise TypeError('_thread.excepthook argument type must be ExceptHookArgs')
    if args.exc_type is not SystemExit:
        _report(args.exc_value if args.exc_value is not None else args.exc_type(), args.thread)


__excepthook__ = excepthook


def _failed(error, thread):
    excepthook(ExceptHookArgs((type(error), error, error.__traceback__, thread)))
