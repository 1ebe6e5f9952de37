# An executor that a coroutine shuts down, so that the loop stands still until its calls are over.
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def work(n):
    time.sleep(n / 100)
    return n


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(2) as pool:
        print(await loop.run_in_executor(pool, work, 1))
        print([f.result() for f in as_completed([pool.submit(work, 1)])])
    with ThreadPoolExecutor(1) as pool:
        waiting = [loop.run_in_executor(pool, work, n) for n in (3, 1, 2)]
        later = pool.submit(work, 1)
    print(later.result(), [w.done() for w in waiting], await asyncio.gather(*waiting))
    pool = ThreadPoolExecutor(1)
    futures = [pool.submit(work, n) for n in (2, 1)]
    print(futures[0].result(), list(pool.map(work, [1, 0])))
    pool.shutdown()


asyncio.run(main())
