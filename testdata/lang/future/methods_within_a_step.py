# Who the current task is while a task begins to wait: the methods of a future that
# the program wrote are called within its step.
import asyncio


class Noisy(asyncio.Future):
    def add_done_callback(self, fn, *, context=None):
        print("add_done_callback in", asyncio.current_task().get_name())
        super().add_done_callback(fn, context=context)


class Odd:
    def __await__(self):
        yield self

    def __repr__(self):
        return f"<Odd in {asyncio.current_task().get_name()}>"


async def inner(future):
    return await future


async def waits(future):
    print("direct", await future)


async def waits_below(future):
    print("below", await inner(future))


async def yields_oddly():
    try:
        await Odd()
    except RuntimeError as e:
        print(e)


async def main():
    a, b = Noisy(), Noisy()
    tasks = [asyncio.create_task(waits(a), name="one"), asyncio.create_task(waits_below(b), name="two"),
             asyncio.create_task(yields_oddly(), name="three")]
    await asyncio.sleep(0)
    a.set_result(1)
    b.set_result(2)
    await asyncio.gather(*tasks)


asyncio.run(main())
