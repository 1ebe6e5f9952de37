"""gather() over 10,000 coroutines at a time, n in all."""
import asyncio
import sys


async def work(i):
    await asyncio.sleep(0)
    return i & 1


async def main(n):
    total = 0
    for start in range(0, n, 10000):
        total += sum(await asyncio.gather(*[work(i) for i in range(start, min(n, start + 10000))]))
    print(total)


asyncio.run(main(int(sys.argv[1])))
