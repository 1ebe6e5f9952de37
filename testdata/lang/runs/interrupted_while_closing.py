import asyncio


async def interrupt(n):
    raise KeyboardInterrupt(n)


async def child():
    async with asyncio.TaskGroup() as group:
        group.create_task(interrupt(1))
        await interrupt(2)


async def main(late):
    keep = [asyncio.create_task(child())]
    if late:
        keep.append(asyncio.create_task(interrupt(3)))
    await asyncio.sleep(1)


for late in (False, True):
    try:
        asyncio.run(main(late))
    except BaseException as e:
        print(repr(e), "after", repr(e.__context__))
    try:
        raise LookupError("before")
    except LookupError:
        try:
            asyncio.run(main(late))
        except BaseException as e:
            print(repr(e), "after", repr(e.__context__))
with asyncio.Runner() as runner:
    try:
        runner.run(main(True))
    except BaseException as e:
        print(repr(e), "after", repr(e.__context__))
        try:
            runner.close()
        except BaseException as e:
            print(repr(e), "after", repr(e.__context__))
