# What was handled when a CancelledError was raised, by each way of awaiting a future
# that is cancelled already.
import asyncio


def chain(e):
    while e:
        yield repr(e)
        e = e.__context__


async def awaiting(future):
    await future


async def limited(future):
    async with asyncio.timeout(3):
        await future


async def grouped(future):
    async with asyncio.TaskGroup():
        await future


async def values(future):
    yield 1
    await future


async def iterating(future):
    async for _ in values(future):
        pass


async def main():
    for what, wait in {
        "itself": lambda future: future, "coroutine": awaiting, "timeout": limited, "task group": grouped,
        "async generator": iterating, "wait_for": lambda future: asyncio.wait_for(future, 1),
        "wait_for, no limit": lambda future: asyncio.wait_for(future, None),
        "wait_for, 0": lambda future: asyncio.wait_for(future, 0),
        "shield": asyncio.shield, "gather": asyncio.gather,
    }.items():
        future = asyncio.get_running_loop().create_future()
        future.cancel()
        try:
            raise KeyError(what)
        except KeyError:
            try:
                await wait(future)
            except asyncio.CancelledError as e:
                print(list(chain(e)))


asyncio.run(main())
