import asyncio


async def nothing():
    pass


async def stopper(keep):
    asyncio.get_running_loop().stop()
    keep.append(asyncio.create_task(nothing()))


async def main():
    keep = []
    keep.append(asyncio.create_task(stopper(keep)))
    asyncio.current_task().cancel()
    await asyncio.sleep(2)


# The loop stops in the pass in which main() is cancelled. That stops it once more
# while run() waits for what it cancelled: what comes of that is raised while the
# cancellation is handled.
try:
    asyncio.run(main())
except BaseException as e:
    print(repr(e), "after", repr(e.__context__))
