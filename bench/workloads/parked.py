"""n tasks that wait for an event; the memory of that."""
import asyncio
import sys


async def park(gate):
    await gate.wait()


async def main(n):
    gate = asyncio.Event()
    tasks = [asyncio.create_task(park(gate)) for _ in range(n)]
    await asyncio.sleep(0)
    print(sum(not task.done() for task in tasks))
    gate.set()
    for task in tasks:
        await task


asyncio.run(main(int(sys.argv[1])))
