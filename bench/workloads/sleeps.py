"""n tasks that sleep up to a second each."""
import asyncio
import sys


async def work(i):
    await asyncio.sleep(i * 7919 % 100003 / 100003)
    return i & 1


async def main(n):
    tasks = [asyncio.create_task(work(i)) for i in range(n)]
    total = 0
    for task in tasks:
        total += await task
    print(total)


asyncio.run(main(int(sys.argv[1])))
