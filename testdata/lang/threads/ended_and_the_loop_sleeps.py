# A call has ended, and the loop does not know it yet: its worker takes the next one while
# the loop sleeps.
import asyncio
import concurrent.futures
import time

pool = concurrent.futures.ThreadPoolExecutor(max_workers=1)


def work(n):
    print("call", n)


async def use(n):
    await asyncio.get_running_loop().run_in_executor(pool, work, n)
    print("used", n)


async def more():
    asyncio.create_task(use(2))
    print("one more")


async def sleeper():
    await asyncio.sleep(0)
    time.sleep(0)
    print("slept")


async def main():
    tasks = [asyncio.create_task(use(1)), asyncio.create_task(more())]
    await asyncio.gather(sleeper(), *tasks)


asyncio.run(main())
