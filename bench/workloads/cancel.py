"""n sleeping tasks cancelled, their cleanup run, and awaited."""
import asyncio
import sys

cleaned = 0


async def work():
    global cleaned
    try:
        await asyncio.sleep(1000)
    finally:
        cleaned += 1


async def main(n):
    tasks = [asyncio.create_task(work()) for _ in range(n)]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    for task in tasks:
        try:
            await task
        except asyncio.CancelledError:
            pass
    print(cleaned, sum(task.cancelled() for task in tasks))


asyncio.run(main(int(sys.argv[1])))
