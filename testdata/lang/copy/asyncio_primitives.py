"""Objects that hold locks, events and queues can be copied, and made a dict of."""
import asyncio
import copy
import dataclasses
import threading


@dataclasses.dataclass
class Service:
    name: str
    lock: asyncio.Lock = dataclasses.field(default_factory=asyncio.Lock)
    ready: asyncio.Event = dataclasses.field(default_factory=asyncio.Event)
    slots: asyncio.Semaphore = dataclasses.field(default_factory=lambda: asyncio.Semaphore(3))
    jobs: asyncio.Queue = dataclasses.field(default_factory=lambda: asyncio.PriorityQueue(5))


class Counted(asyncio.Queue):
    def _put(self, item):
        super()._put(item)
        self.seen = getattr(self, "seen", 0) + 1


def state(service):
    return (service.name, service.lock.locked(), service.ready.is_set(), service.slots._value,
            service.jobs.qsize(), service.jobs.maxsize)


def attempt(what, thunk):
    try:
        print(what, type(thunk()).__name__)
    except TypeError as e:
        print(what, e)


async def main():
    original = Service("a")
    original.ready.set()
    await original.lock.acquire()
    await original.slots.acquire()
    for n in 3, 1, 2:
        original.jobs.put_nowait([n])

    twin = copy.deepcopy(original)
    print(state(twin), twin.lock is original.lock)
    print(sorted(dataclasses.asdict(original)))
    original.lock.release()
    original.jobs.get_nowait().append("changed")
    original.ready.clear()
    twin.slots.release()
    print(state(original), state(twin))
    print([twin.jobs.get_nowait() for _ in range(3)], original.jobs.qsize())

    event = asyncio.Event()
    event.set()
    event.note = ["kept"]
    for make in copy.copy, copy.deepcopy:
        twin = make(event)
        event.clear()
        print(twin.is_set(), event.is_set(), twin.note is event.note)
        event.set()

    condition = asyncio.Condition()
    print(copy.copy(condition)._lock is condition._lock, copy.deepcopy(condition)._lock is condition._lock)
    bounded = copy.deepcopy(asyncio.BoundedSemaphore(1))
    try:
        bounded.release()
    except ValueError as e:
        print(type(bounded).__name__, e)
    barrier = copy.deepcopy(asyncio.Barrier(2))
    print(barrier.parties, barrier.n_waiting, await asyncio.gather(barrier.wait(), barrier.wait()))

    queue = Counted()
    queue.put_nowait("x")
    twin = copy.deepcopy(queue)
    twin.put_nowait("y")
    print(queue.seen, queue.qsize(), twin.seen, twin.qsize(), await twin.get(), await twin.get())

    queue = asyncio.Queue(3)
    queue.put_nowait("x")
    twin = copy.copy(queue)  # has the very same items
    twin.put_nowait("y")
    print(queue.qsize(), twin._unfinished_tasks, queue.get_nowait(), twin.get_nowait(), queue.empty())

    lock = asyncio.Lock()
    await lock.acquire()
    waiting = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    attempt("a lock that is waited for:", lambda: copy.deepcopy(lock))
    attempt("a task:", lambda: copy.deepcopy(waiting))
    lock.release()
    await waiting

    attempt("threading.Lock", lambda: copy.copy(threading.Lock()))
    for cls in threading.Event, threading.Condition, threading.Semaphore, threading.Thread:
        attempt(cls.__name__, lambda: copy.deepcopy(cls()))


asyncio.run(main())
