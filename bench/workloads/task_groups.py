"""n children in TaskGroups of ten."""
import asyncio
import sys


async def work(i):
    await asyncio.sleep(0)
    return i & 1


async def main(n):
    total = 0
    for start in range(0, n, 10):
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(work(i)) for i in range(start, start + 10)]
        for task in tasks:
            total += task.result()
    print(total)


asyncio.run(main(int(sys.argv[1])))
