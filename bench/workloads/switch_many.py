"""n switches between 10000 tasks: each does nothing but sleep(0)."""
import asyncio
import sys


async def turn(times):
    for _ in range(times):
        await asyncio.sleep(0)
    return times


async def main(n):
    tasks = [asyncio.create_task(turn(n // 10000)) for _ in range(10000)]
    print(sum([await task for task in tasks]))


asyncio.run(main(int(sys.argv[1])))
