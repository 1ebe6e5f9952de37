# Signatures of functions and classes of the library.
import asyncio
import functools
import inspect
import itertools
import random
import re


def show(label, obj):
    try:
        print(f"{label}:", inspect.signature(obj))
    except (TypeError, ValueError) as e:
        print(f"{label}: {type(e).__name__}")


for name in ("sleep", "gather", "create_task", "wait_for", "run", "to_thread", "shield", "as_completed",
             "ensure_future", "Queue", "Lock", "Semaphore", "Event", "Condition", "TaskGroup", "Task", "Future"):
    show(f"asyncio.{name}", getattr(asyncio, name))


async def methods():
    queue, lock = asyncio.Queue(), asyncio.Lock()
    show("queue.put", queue.put)
    show("queue.get_nowait", queue.get_nowait)
    show("lock.acquire", lock.acquire)


asyncio.run(methods())
show("Queue.put", asyncio.Queue.put)

show("wraps", functools.wraps)
show("partial(sleep, 1)", functools.partial(asyncio.sleep, 1))
show("partial(create_task, name=)", functools.partial(asyncio.create_task, name="n"))


@functools.wraps(asyncio.sleep)
async def nap(*args):
    await asyncio.sleep(*args)


show("wrapper", nap)
show("re.sub", re.sub)
show("random.gauss", random.gauss)
print(inspect.signature(random.gauss).parameters["mu"].default + 1.5)

for f in (print, sorted, len, sum, isinstance, max, min, functools.reduce, getattr, iter, next):
    show(f.__name__, f)
for cls in (list, tuple, dict, int, float, str, bool, enumerate, zip, map, reversed, property,
            itertools.chain, itertools.count, itertools.product, functools.partial):
    show(cls.__name__, cls)

print(asyncio.sleep.__defaults__, asyncio.sleep.__kwdefaults__, asyncio.sleep.__annotations__)
print(asyncio.gather.__defaults__, asyncio.gather.__kwdefaults__)
print(functools.wraps.__defaults__)
print(hasattr(len, "__defaults__"), hasattr(print, "__annotations__"))
print(asyncio.Queue.put.__module__, random.choice.__module__, asyncio.Queue.put.__defaults__)


# A subclass that has no __init__ takes what the class does.
class Jobs(asyncio.Queue):
    pass


class Stack(list):
    pass


class Failure(Exception):
    pass


class Mixin:
    def __init__(self, size, *, strict=True):
        pass


class Bounded(list, Mixin):
    pass


for cls in (Jobs, Stack, Failure, Bounded):
    show(cls.__name__, cls)

# Queues of other orders, handles, the loop, and a property that is kept.
class Last(asyncio.LifoQueue):
    pass


for cls in (asyncio.PriorityQueue, asyncio.LifoQueue, Last, asyncio.Handle, asyncio.TimerHandle,
            asyncio.SelectorEventLoop, functools.cached_property):
    show(cls.__name__, cls)
