# Functions of the library that are written in Python show and fail as a def does.
import asyncio

def t(f):
    try:
        f()
    except TypeError as e:
        print(e)

def shown(f):
    print(repr(f).split(' at 0x')[0])

for f in asyncio.gather, asyncio.sleep, asyncio.to_thread, asyncio.Lock.acquire, asyncio.Queue.put, asyncio.Event.set:
    shown(f)
shown(asyncio.Event().wait)
shown(asyncio.Queue().put_nowait)
t(lambda: asyncio.Lock.acquire())
t(lambda: asyncio.Queue.put())
t(lambda: asyncio.Queue.put(5))
t(lambda: asyncio.Queue.put(item=5))
t(lambda: asyncio.Queue.put_nowait('a', 1, 2))
t(lambda: asyncio.Event.wait(1, 2))
t(lambda: asyncio.Semaphore.release())
t(lambda: asyncio.TaskGroup.create_task())
t(lambda: asyncio.TaskGroup.create_task(1))
