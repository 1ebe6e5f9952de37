# os._exit ends a program at once: no handler, no finally, no report.
import asyncio
import os


async def left_over():
    await asyncio.sleep(10)


async def main():
    task = asyncio.create_task(left_over())
    await asyncio.sleep(0)
    try:
        print("leaving", task.done(), flush=True)
        os._exit(3)
    except BaseException as e:
        print("caught", e)
    finally:
        print("finally")


asyncio.run(main())
