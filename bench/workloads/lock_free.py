"""A lock that nobody else wants, taken and given back n times."""
import asyncio
import sys


async def main(n):
    lock = asyncio.Lock()
    count = 0
    for _ in range(n):
        async with lock:
            count += 1
    print(count)


asyncio.run(main(int(sys.argv[1])))
