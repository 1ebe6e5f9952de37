# What `async with` and `async for` say of methods that give nothing to await.
import asyncio


class Plain:
    def __aenter__(self):
        return self

    def __aexit__(self, *error):
        return None


class HalfPlain(Plain):
    async def __aenter__(self):
        return self


class Numbers:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 1


async def enter(manager, leave=False):
    async with manager:
        if leave:
            return
        raise ValueError("in the body")


async def loop():
    async for _ in Numbers():
        pass


async def comprehend():
    return [n async for n in Numbers()]


async def both():
    async with HalfPlain() as first, Plain() as second:
        return first, second


async def value():
    async with asyncio.Lock():
        await 3


async def main():
    for coro in enter(Plain()), enter(HalfPlain()), enter(HalfPlain(), True), loop(), comprehend(), both(), value():
        try:
            await coro
        except TypeError as error:
            print(error)
            print(" ", repr(error.__cause__), repr(error.__context__), error.__suppress_context__)


asyncio.run(main())
