"""wait() over 10,000 tasks at a time, n in all, of which the half is slow."""
import asyncio
import sys


async def work(i):
    await asyncio.sleep(i & 1)
    return i & 1


async def main(n):
    total = 0
    for start in range(0, n, 10000):
        tasks = [asyncio.create_task(work(i)) for i in range(start, min(n, start + 10000))]
        done, pending = await asyncio.wait(tasks, timeout=0.5)
        total += len(done)
        done, _ = await asyncio.wait(pending)
        total += sum(task.result() for task in done)
    print(total)


asyncio.run(main(int(sys.argv[1])))
