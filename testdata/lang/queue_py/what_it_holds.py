# _queue is what the queue keeps its items in: programs flush queues and look into them
# by it.
import asyncio


async def main():
    queue = asyncio.Queue()
    for i in range(3):
        queue.put_nowait(i)
    print(queue._queue, queue._queue is queue._queue, queue._finished.is_set())
    queue._queue.appendleft("first")
    print(await queue.get(), queue.qsize())
    queue._queue.clear()
    print(queue.qsize(), queue.empty(), queue)
    getter = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    print(len(queue._getters), queue._is_shutdown, queue._maxsize)
    queue.put_nowait("last")
    print(await getter)

    heap = asyncio.PriorityQueue()
    for i in 5, 2, 8, 1:
        await heap.put(i)
    print(heap._queue, heap)
    heap._queue.remove(2)
    print([await heap.get() for _ in range(heap.qsize())])

    stack = asyncio.LifoQueue(2)
    await stack.put("a")
    await stack.put("b")
    print(stack._queue, stack.full())
    stack._maxsize = 3
    print(stack.full(), stack.maxsize)
    stack._queue.reverse()
    print(await stack.get(), stack)
    for each in asyncio.Queue(), asyncio.LifoQueue(), asyncio.PriorityQueue():
        try:
            each._get()
        except IndexError as e:
            print(e)


asyncio.run(main())
