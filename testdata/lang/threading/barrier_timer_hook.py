# threading: Barrier, Timer, excepthook, old names, how locks show themselves.
import re
import sys
import threading
import warnings


def show(label, thunk):
    try:
        print(label, "->", re.sub(r"0x[0-9a-f]+|owner=[1-9]\d*", "N", repr(thunk())))
    except Exception as e:
        print(label, "->", f"{type(e).__name__}: {e}")


class Log(list):
    lock = threading.Lock()

    def add(self, item):
        with self.lock:
            self.append(item)


def meet(barrier, log, n):
    place = barrier.wait()
    log.add(("met", sorted(range(3))[place]))


log = Log()
acted = []
barrier = threading.Barrier(3, action=lambda: acted.append(barrier.n_waiting))
show("barrier", lambda: barrier)
for turn in range(2):
    threads = [threading.Thread(target=meet, args=(barrier, log, n)) for n in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(turn, sorted(log), acted, barrier.n_waiting, barrier.broken, barrier.parties)
    log.clear()

alone = threading.Barrier(2, timeout=0.01)
show("wait alone", alone.wait)
show("broken", lambda: alone)
show("wait again", alone.wait)
alone.reset()
show("reset", lambda: (alone, alone.broken))
show("given a timeout", lambda: alone.wait(0.001))
alone.reset()
alone.abort()
show("aborted", lambda: (alone.broken, alone.n_waiting))
show("Barrier(0)", lambda: threading.Barrier(0))
failing = threading.Barrier(1, action=lambda: 1 // 0)
show("action fails", failing.wait)
show("after it", failing.wait)
show("hierarchy", lambda: threading.BrokenBarrierError.__mro__[1])
one = threading.Barrier(1)
show("party of one", lambda: (one.wait(), one.wait(), one.n_waiting))


def stay(barrier, log):
    try:
        barrier.wait()
    except threading.BrokenBarrierError as e:
        log.add(repr(e))


two = threading.Barrier(3)
waiting = [threading.Thread(target=stay, args=(two, log)) for _ in range(2)]
for thread in waiting:
    thread.start()
while two.n_waiting < 2:
    threading.Event().wait(0.01)
show("waiting", lambda: two)
two.reset()
for thread in waiting:
    thread.join()
print(log, two.broken, two.n_waiting)
log.clear()

fired = []
timer = threading.Timer(0.02, lambda *a, **k: fired.append((a, k)), args=[1, 2], kwargs={"k": 3})
print(timer.interval, timer.args, timer.kwargs, timer.finished.is_set(), timer.is_alive(), timer.daemon)
timer.start()
timer.join()
print(fired, timer.finished.is_set(), timer.is_alive())
late = threading.Timer(30, fired.append, [4])
late.start()
late.cancel()
late.join()
print(fired, late.finished.is_set(), isinstance(late, threading.Thread))
show("Timer()", lambda: threading.Timer())
show("Timer(1)", lambda: threading.Timer(1))


def hook(args):
    print("hook", args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None, len(args))


def fail(error):
    raise error


kept = threading.excepthook
threading.excepthook = hook
for error in ValueError("lost"), SystemExit(3), KeyError("k"):
    thread = threading.Thread(target=fail, args=(error,), name="failing")
    thread.start()
    thread.join()
threading.excepthook = kept
print(threading.excepthook is threading.__excepthook__)
show("ExceptHookArgs", lambda: threading.ExceptHookArgs)
show("of four", lambda: threading.ExceptHookArgs((1, 2, 3, 4)))
show("of two", lambda: threading.ExceptHookArgs((1, 2)))
show("excepthook(1)", lambda: threading.excepthook(1))

show("Lock", lambda: threading.Lock)
show("Lock(1)", lambda: threading.Lock(1))
show("Lock(a=1)", lambda: threading.Lock(a=1))
show("a lock", threading.Lock)
rlock = threading.RLock()
show("an RLock", lambda: rlock)
with rlock, rlock:
    show("taken twice", lambda: rlock)
show("a condition", threading.Condition)
show("a semaphore", lambda: (threading.Semaphore(3), threading.BoundedSemaphore(2)))
show("isinstance", lambda: isinstance(threading.Lock(), threading.Lock))
show("ThreadError", lambda: threading.ThreadError)
show("native_id", lambda: (type(threading.current_thread().native_id), threading.Thread().native_id))
show("stack_size", lambda: (threading.stack_size(), threading.stack_size(65536), threading.stack_size(0)))
show("stack_size(5)", lambda: threading.stack_size(5))
show("stack_size(-5)", lambda: threading.stack_size(-5))
show("gettrace", lambda: (threading.gettrace(), threading.getprofile()))

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    me = threading.current_thread()
    me.setName("me")
    print(me.getName(), me.isDaemon(), threading.Event().isSet(), threading.currentThread() is me, threading.activeCount())
    thread = threading.Thread()
    thread.setDaemon(True)
    print(thread.daemon)
    condition = threading.Condition()
    with condition:
        condition.notifyAll()
for warning in caught:
    print(warning.category.__name__, warning.message, warning.lineno)
