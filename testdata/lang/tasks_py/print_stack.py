# print_stack without a file: all but the frames is on standard output.
import asyncio


async def fail():
    raise ValueError("no stock")


async def wait(event):
    await event.wait()


async def main():
    failed = asyncio.create_task(fail(), name="failed")
    waiting = asyncio.create_task(wait(asyncio.Event()), name="waiting")
    done = asyncio.create_task(asyncio.sleep(0), name="done")
    await asyncio.wait([failed, done])
    for task in failed, waiting:
        task.print_stack()
    failed.exception()
    waiting.cancel()


asyncio.run(main())
