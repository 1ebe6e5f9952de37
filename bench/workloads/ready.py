"""n tasks in the ready queue at a time, ten passes."""
import asyncio
import sys


async def turn():
    for _ in range(10):
        await asyncio.sleep(0)


async def main(n):
    tasks = [asyncio.create_task(turn()) for _ in range(n)]
    for task in tasks:
        await task
    print(len(tasks))


asyncio.run(main(int(sys.argv[1])))
