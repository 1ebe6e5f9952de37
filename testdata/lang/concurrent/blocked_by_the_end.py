# The loop is blocked by a pool's end while calls have ended that it has not heard of.
import asyncio
import concurrent.futures
import time


def block(name):
    print("  block", name)
    raise KeyError(name)


def double(n):
    return n * 2


async def fails():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        calls = [loop.run_in_executor(pool, block, n) for n in "abcd"]
        try:
            await asyncio.gather(*calls)
        finally:
            print("leaving", [c.done() for c in calls])


async def quick():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(max_workers=1) as pool:
        calls = [loop.run_in_executor(pool, double, n) for n in range(5)]
        print(await calls[0], [c.done() for c in calls])
        pool.shutdown(wait=True)
        print([c.done() for c in calls])
    print(await asyncio.gather(*calls))


for main in fails, quick:
    try:
        asyncio.run(main())
    except KeyError as error:
        print("KeyError", error)
