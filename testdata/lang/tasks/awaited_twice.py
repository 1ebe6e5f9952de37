"""A coroutine that is awaited already cannot be awaited again."""
import asyncio


async def work():
    await asyncio.sleep(0.1)
    return "done"


async def main():
    coro = work()
    task = asyncio.create_task(coro)
    await asyncio.sleep(0)
    for attempt in (lambda: coro, lambda: asyncio.wait_for(coro, 1)):
        try:
            await attempt()
        except RuntimeError as error:
            print(error)
    print(await task)
    try:
        await coro
    except RuntimeError as error:
        print(error)

    async def itself():
        await me

    me = itself()
    try:
        await me
    except ValueError as error:
        print(error)


asyncio.run(main())
