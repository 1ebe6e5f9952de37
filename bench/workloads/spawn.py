"""n tasks made, run to their end and awaited, a thousand at a time."""
import asyncio
import sys


async def work(i):
    return i & 1


async def main(n):
    total = 0
    for start in range(0, n, 1000):
        tasks = [asyncio.create_task(work(i)) for i in range(start, min(n, start + 1000))]
        for task in tasks:
            total += await task
    print(total)


asyncio.run(main(int(sys.argv[1])))
