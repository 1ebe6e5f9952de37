"""A lock that 100 tasks want, each with a switch while it holds it."""
import asyncio
import sys

count = 0


async def work(lock, times):
    global count
    for _ in range(times):
        async with lock:
            before = count
            await asyncio.sleep(0)
            count = before + 1


async def main(n):
    lock = asyncio.Lock()
    await asyncio.gather(*[work(lock, n // 100) for _ in range(100)])
    print(count)


asyncio.run(main(int(sys.argv[1])))
