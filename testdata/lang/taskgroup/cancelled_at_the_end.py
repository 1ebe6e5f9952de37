# What raises the CancelledError of a wait again after having caught it gives it the
# context that asyncio.run cancels in: the error that main ended with.
import asyncio


def show(where, e):
    print(where, repr(e), "after", repr(e.__context__))


async def forever(future):
    try:
        await future
    except asyncio.CancelledError as e:
        show("member", e)
        raise


async def grouped(future):
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(forever(future))
    except asyncio.CancelledError as e:
        show("group", e)


async def notified(condition):
    try:
        async with condition:
            await condition.wait()
    except asyncio.CancelledError as e:
        show("condition", e)


async def holds(condition):
    async with condition:
        condition.notify_all()
        await asyncio.sleep(5)


async def main():
    loop = asyncio.get_running_loop()
    futures = [loop.create_future() for _ in range(2)]
    condition = asyncio.Condition()
    keep.extend(asyncio.create_task(grouped(f)) for f in futures)
    keep.append(asyncio.create_task(notified(condition)))
    await asyncio.sleep(1)
    keep.append(asyncio.create_task(holds(condition)))
    await asyncio.sleep(1)
    futures[0].cancel()
    await asyncio.sleep(0)
    raise KeyError("main")


keep = []
try:
    asyncio.run(main())
except KeyError as e:
    show("main", e)
