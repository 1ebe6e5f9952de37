"""A semaphore of 10 that 100 tasks pass n times in all."""
import asyncio
import sys

inside = most = 0


async def work(semaphore, times):
    global inside, most
    for _ in range(times):
        async with semaphore:
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0)
            inside -= 1


async def main(n):
    semaphore = asyncio.Semaphore(10)
    await asyncio.gather(*[work(semaphore, n // 100) for _ in range(100)])
    print(most)


asyncio.run(main(int(sys.argv[1])))
