"""n tasks asleep; the memory of that."""
import asyncio
import os
import sys


async def park():
    await asyncio.sleep(1000)


async def main(n):
    tasks = [asyncio.create_task(park()) for _ in range(n)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(sum(not task.done() for task in tasks), flush=True)
    os._exit(0)  # cancelling them would take memory of its own


asyncio.run(main(int(sys.argv[1])))
