"""n awaits of a coroutine that does not suspend."""
import asyncio
import sys


async def add(a, b):
    return a + b


async def main(n):
    total = 0
    for i in range(n):
        total = await add(total, i)
    print(total)


asyncio.run(main(int(sys.argv[1])))
