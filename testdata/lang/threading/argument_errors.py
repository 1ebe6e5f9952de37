# What threads and their locks refuse, and in which words.
import threading


def show(call):
    try:
        print(call())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def set_daemon(thread):
    thread.daemon = True
    return thread.daemon


def started():
    thread = threading.Thread(target=print, args=("in the thread",))
    thread.start()
    thread.join()
    return set_daemon(thread)


class Careless(threading.Thread):
    def __init__(self):
        pass


show(lambda: set_daemon(threading.Thread()))
show(lambda: set_daemon(threading.main_thread()))
show(started)
show(lambda: set_daemon(Careless()))
show(lambda: threading.Thread().start(1))
show(lambda: threading.Event().wait(1, 2))
show(lambda: threading.Condition().wait_for())
for lock in threading.Lock(), threading.RLock():
    show(lambda: lock.acquire(True, -2))
    show(lambda: lock.acquire(timeout=-0.5))
    show(lambda: lock.acquire(False, 1))
    show(lambda: (lock.acquire(timeout=-1), lock.release()))
for semaphore in threading.Semaphore(0), threading.BoundedSemaphore(1):
    show(lambda: semaphore.acquire(False, 1))
    show(lambda: semaphore.acquire(timeout=-1))
    show(lambda: semaphore.acquire(False))
    for timeout in None, "1", float("nan"), float("inf"), 1e300, 10**10, 10**30, -0.5:
        show(lambda: lock.acquire(timeout=timeout))
    show(lambda: lock.acquire(False, None))
    show(lambda: lock.acquire(False, 2.5))
    show(lambda: (lock.acquire(False, -1.0), lock.release()))
    show(lambda: (lock.acquire(timeout=1e9), lock.release()))
