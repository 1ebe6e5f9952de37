# Whoever wakes a task of a loop that is closed is told so.
import asyncio
import re

event, lock, semaphore = asyncio.Event(), asyncio.Lock(), asyncio.Semaphore(1)
condition, barrier = asyncio.Condition(), asyncio.Barrier(2)
queue, full, joined = asyncio.Queue(), asyncio.Queue(1), asyncio.Queue()
future = None
kept = []


async def notified():
    async with condition:
        await condition.wait()


async def never():
    await future


def leave():
    loop = asyncio.new_event_loop()
    global future
    future = loop.create_future()

    async def wait():
        await lock.acquire()
        await semaphore.acquire()
        full.put_nowait(1)
        joined.put_nowait(1)
        waits = [event.wait(), lock.acquire(), semaphore.acquire(), notified(), queue.get(), full.put(2), joined.join(), never()]
        kept.extend(asyncio.create_task(c) for c in waits)
        await asyncio.sleep(1)

    loop.run_until_complete(wait())
    loop.close()


def show(*values):
    print(re.sub(" at 0x[0-9a-f]+", "", " ".join(map(str, values))))


def tried(name, f, *args):
    try:
        print(name, f(*args))
    except Exception as e:
        print(name, repr(e), repr(e.__context__))


async def in_condition(f):
    async with condition:
        f()


async def within(name, coro):
    try:
        print(name, await coro)
    except Exception as e:
        print(name, repr(e), repr(e.__context__))


async def main():
    for _ in range(2):
        tried("event", event.set)
        tried("lock", lock.release)
        tried("semaphore", semaphore.release)
        await within("condition", in_condition(condition.notify_all))
        await within("condition", in_condition(condition.notify))
        tried("put", queue.put_nowait, 1)
        tried("get", full.get_nowait)
        tried("task_done", joined.task_done) if joined._unfinished_tasks else None
        tried("future", future.set_result, 1) if not future.done() else None
    show(event, lock, semaphore, condition, queue, full, joined)


async def shut_down():
    tried("shutdown", queue.shutdown)
    tried("shutdown", full.shutdown, True)
    tried("shutdown", joined.shutdown, True)
    show(queue, full, joined)


async def cancel():
    for task in kept[2:]:
        tried("cancel", task.cancel)
    print([task.done() for task in kept])




leave()
asyncio.run(main())
event, lock, semaphore = asyncio.Event(), asyncio.Lock(), asyncio.Semaphore(1)
condition, queue, full, joined = asyncio.Condition(), asyncio.Queue(), asyncio.Queue(1), asyncio.Queue()
kept.clear()
leave()
asyncio.run(shut_down())
event, lock, semaphore = asyncio.Event(), asyncio.Lock(), asyncio.Semaphore(1)
condition, queue, full, joined = asyncio.Condition(), asyncio.Queue(), asyncio.Queue(1), asyncio.Queue()
kept.clear()
leave()
asyncio.run(cancel())


async def barrier_of_two():
    async def wait():
        await within("barrier", barrier.wait())

    kept.extend(asyncio.create_task(wait()) for _ in range(parties))
    await asyncio.sleep(1)


def left(coro):
    loop = asyncio.new_event_loop()
    loop.run_until_complete(coro)
    loop.close()


barrier, parties = asyncio.Barrier(2), 1
left(barrier_of_two())
asyncio.run(within("arrive", barrier.wait()))
show(barrier)
barrier = asyncio.Barrier(3)
left(barrier_of_two())
asyncio.run(within("reset", barrier.reset()))
show(barrier)
asyncio.run(within("abort", barrier.abort()))
show(barrier)
