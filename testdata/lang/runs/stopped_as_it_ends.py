# A loop that is stopped in the pass in which the main task ends is stopped once more
# by the end itself: the cancelled tasks get one pass, and the rest of the shutdown is
# left out.
import asyncio


async def stops():
    asyncio.get_running_loop().stop()


async def stays():
    try:
        await asyncio.sleep(10)
    finally:
        print("cancelled")
        await asyncio.sleep(1)
        print("never")


async def main():
    stayer = asyncio.create_task(stays())
    asyncio.create_task(stops())
    await asyncio.sleep(0)
    return "done"


async def after():
    return asyncio.current_task().get_name()


try:
    print(asyncio.run(main()))
except RuntimeError as e:
    print(e)
print(asyncio.run(after()))
