"""A thread that waits for a future goes on while the loop's own thread sleeps, once
that future is done, whatever the loop was to do first."""
import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()

    def work(name, delay):
        job = asyncio.run_coroutine_threadsafe(asyncio.sleep(delay, name), loop)
        print(f"{loop.time():g} {name} asks")
        result = job.result()
        print(f"{loop.time():g} {result} goes on")
        time.sleep(0.25)
        print(f"{loop.time():g} {name} slept")

    async def sleepy(delay, nap):
        await asyncio.sleep(delay)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print(f"{loop.time():g} the loop sleeps")
        time.sleep(nap)
        print(f"{loop.time():g} the loop slept")

    await asyncio.gather(
        sleepy(1, 0), sleepy(2, 1),
        *(asyncio.to_thread(work, name, delay) for name, delay in [("one", 1), ("two", 1), ("three", 2), ("four", 2.5)]))


asyncio.run(main())
