"""A subclass of asyncio.Timeout."""
import asyncio


class Named(asyncio.Timeout):
    def __init__(self, name, delay):
        super().__init__(asyncio.get_running_loop().time() + delay)
        self.name = name

    async def __aenter__(self):
        print("enter", self.name)
        return await super().__aenter__()


async def main():
    try:
        async with Named("short", 1) as limit:
            limit.note = "set inside"
            await asyncio.sleep(10)
    except TimeoutError as e:
        print(repr(e), limit.expired(), limit.name, limit.note)


asyncio.run(main())
