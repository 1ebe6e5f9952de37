# A task that exits while a failed run cancels it: the exit keeps the context that it
# was raised in.
import asyncio


def contexts(e):
    out = []
    while e is not None:
        out.append(f"{type(e).__name__}{e.args}")
        e = e.__context__
    return out


async def exits():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise SystemExit(3)


async def grouped():
    try:
        await asyncio.sleep(10)
    except* asyncio.CancelledError:
        raise SystemExit(4)


async def main(coro):
    asyncio.create_task(coro)
    await asyncio.sleep(0)
    raise LookupError("main")


async def fails():
    try:
        raise KeyError("inner")
    except KeyError:
        raise LookupError("main")


for coro in main(exits()), main(grouped()), fails():
    try:
        asyncio.run(coro)
    except BaseException as e:
        print(contexts(e))
    try:
        raise ValueError("outside")
    except ValueError:
        try:
            asyncio.run(fails())
        except LookupError as e:
            print(contexts(e))
