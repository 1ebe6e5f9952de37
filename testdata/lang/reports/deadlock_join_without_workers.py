# A queue is joined whose workers were cancelled.
import asyncio

async def worker(queue):
    while True:
        item = await queue.get()
        await asyncio.sleep(item)
        queue.task_done()

async def main():
    queue = asyncio.Queue()
    for x in range(3):
        queue.put_nowait(x)
    tasks = [asyncio.create_task(worker(queue)) for _ in range(2)]
    tasks[0].cancel()
    tasks[1].cancel()
    await queue.join()

asyncio.run(main())
