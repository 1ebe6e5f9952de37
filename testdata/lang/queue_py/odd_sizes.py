"""The size of a queue is looked at when something is put, not before."""
import asyncio


class Size:
    def __init__(self, n):
        self.n = n

    def __le__(self, other):
        print("le", other)
        return self.n <= other

    def __gt__(self, other):
        return self.n > other

    def __ge__(self, other):
        return self.n >= other

    def __lt__(self, other):
        return self.n < other

    def __repr__(self):
        return f"Size({self.n})"


async def main():
    for kind in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        for size in ("a", None, [], 1.5, float("nan"), True, -1, Size(1), Size(0)):
            q = kind(size)
            print(kind.__name__, q.maxsize, q.empty(), q.qsize())
            for put in (lambda: q.put_nowait(1), lambda: q.full(), lambda: q.put_nowait(2)):
                try:
                    print(put())
                except Exception as e:
                    print(type(e).__name__, e)
            try:
                await asyncio.wait_for(q.put(3), 1)
                print(q.qsize(), await q.get())
            except Exception as e:
                print(type(e).__name__, e)


asyncio.run(main())
