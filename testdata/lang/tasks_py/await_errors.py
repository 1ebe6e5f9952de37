# What cannot be awaited or run, and in which words.
import asyncio
import contextvars


async def expect(make):
    try:
        await make()
    except TypeError as error:
        print(error, "from", repr(error.__cause__))


class Broken:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 3


async def loop():
    async for _ in Broken():
        pass


async def value(it):
    await it


async def main():
    await expect(loop)
    for it in asyncio.create_task, asyncio.sleep, asyncio.Queue.get, len, value, 3, None, asyncio.Queue:
        await expect(lambda: value(it))
    context = contextvars.copy_context()
    for run in context.run, lambda: context.run(callable=print), lambda: context.run(None):
        try:
            run()
        except TypeError as error:
            print(error)
    print(context.run(dict, a=1))
    coro = value(1)
    print(coro.cr_origin, coro.close())


asyncio.run(main())
