"""n sleeps under a timeout, in 100 tasks; every second one takes too long."""
import asyncio
import sys


async def work(times):
    late = 0
    for i in range(times):
        try:
            async with asyncio.timeout(0.5):
                await asyncio.sleep(i % 2)
        except TimeoutError:
            late += 1
    return late


async def main(n):
    print(sum(await asyncio.gather(*[work(n // 100) for _ in range(100)])))


asyncio.run(main(int(sys.argv[1])))
