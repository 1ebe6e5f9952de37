# Objects that were never begun, places that are none, things that contain themselves.
import asyncio
import collections.abc
import traceback


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for place in (1, -(2**63), "abc", 1, 2), (1, 0, "abc", 1, 2), (1, 1, "", 1, 50), (1, 2, "abc", 1, -5), (1, 5, "", 1, 9):
    print(traceback.format_exception_only(SyntaxError("m", ("f", *place))))
inner = []
inner.append(inner)
show(lambda: list[inner])
show(lambda: collections.abc.Callable[inner, int])
show(lambda: list[[int, [str]]])
deep = int
for _ in range(100_000):
    deep = list[deep]
try:
    repr(deep)
except RecursionError:
    print("too deep")


def f():
    pass


print(f.__get__(None, type(None)) is f)


class Asked(asyncio.Semaphore):
    def locked(self):
        print("locked?")
        return super().locked()


async def main():
    queue = asyncio.Queue()
    queue.put_nowait(1)
    held = queue._queue
    queue._init(0)
    print(queue._queue is held, held, queue.empty())
    del queue._queue
    for call in queue.empty, queue.qsize, lambda: queue.put_nowait(1), queue.get_nowait:
        show(call)
    semaphore = Asked(1)
    await semaphore.acquire()
    waiting = asyncio.create_task(semaphore.acquire())
    await asyncio.sleep(0)
    semaphore.release()
    print(await waiting)


asyncio.run(main())
