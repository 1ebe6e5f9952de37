# The task in which the end of the run closes a generator runs no coroutine function.
import asyncio

kept = []


async def ticks():
    try:
        yield 1
    finally:
        coro = asyncio.current_task().get_coro()
        print(type(coro).__name__, hasattr(coro, "__name__"), asyncio.iscoroutine(coro))
        print(coro.cr_code)


async def main():
    kept.append(ticks())
    print(await anext(kept[0]))


asyncio.run(main())
