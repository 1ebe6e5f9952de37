"""A queue whose __init__ is called again is empty, and as large as that says."""
import asyncio


async def main():
    for kind in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue, type("Mine", (asyncio.Queue,), {})):
        q = kind(2)
        q.put_nowait(1)
        q.put_nowait(2)
        print(q.full(), q._unfinished_tasks)
        q.__init__()
        print(q.maxsize, q.full(), q.qsize(), q._unfinished_tasks)
        for i in range(3):
            q.put_nowait(i)
        print(q.full(), q.qsize())
        q.shutdown()
        q.__init__(1)
        q.put_nowait("open again")
        print(q.full(), await q.get())
        for size in (10**30, -10**30, float("inf"), 0.5, False):
            q.__init__(size)
            print(size, q.full())
            q.put_nowait(1)
            print(q.full())


asyncio.run(main())
