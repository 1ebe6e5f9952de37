# What a queue's own methods call is the method that a derived class has.
import asyncio


class Counting(asyncio.Queue):
    puts = gets = 0

    def put_nowait(self, item):
        self.puts += 1
        super().put_nowait(item)

    def get_nowait(self):
        item = super().get_nowait()
        self.gets += 1
        return item


class Halting(asyncio.Queue):
    halted = False

    def full(self):
        return self.halted or super().full()

    def empty(self):
        return self.halted or super().empty()


class Weighed(asyncio.Queue):
    def qsize(self):
        return sum(self._queue)

    def _format(self):
        return f"weight={self.qsize()}"


class Unique(asyncio.Queue):
    def _init(self, maxsize):
        super()._init(maxsize)
        self.seen = set()

    def _put(self, item):
        if item not in self.seen:
            self.seen.add(item)
            super()._put(item)


async def main():
    queue = Counting(1)
    async with asyncio.TaskGroup() as group:
        for i in range(3):
            group.create_task(queue.put(i))
        for _ in range(3):
            print(await queue.get())
    print(queue.puts, queue.gets)

    queue = Halting()
    queue.put_nowait(1)
    queue.halted = True
    for call in queue.get_nowait, lambda: queue.put_nowait(2):
        try:
            call()
        except (asyncio.QueueEmpty, asyncio.QueueFull) as e:
            print(type(e).__name__)
    for start in queue.get, lambda: queue.put(2):
        try:
            await asyncio.wait_for(start(), 1)
        except TimeoutError:
            print("no answer", queue.qsize())

    queue = Weighed(10)
    await queue.put(4)
    await queue.put(6)
    print(queue.full(), queue.qsize(), str(queue))
    try:
        queue.put_nowait(1)
    except asyncio.QueueFull:
        print("full")
    print(await queue.get(), queue.full())

    queue = Unique()
    for item in "abba":
        await queue.put(item)
    print(queue.qsize(), [await queue.get() for _ in range(queue.qsize())], queue._unfinished_tasks)


asyncio.run(main())
