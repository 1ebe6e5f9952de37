# What a wait was ended by stays the context of the cancel that came while it took
# the lock again, whatever those who run the loop are handling.
import asyncio

def contexts(e):
    out = []
    while e is not None:
        out.append(f"{type(e).__name__}{e.args}")
        e = e.__context__
    return out


async def holder():
    async with condition:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as e:
            print("holder", contexts(e))
            raise


async def waiter(name):
    try:
        async with condition:
            await condition.wait()
    except asyncio.CancelledError as e:
        print(name, contexts(e))


async def main(cancels):
    global condition
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(name)) for name in ("notified", "cancelled")]
    await asyncio.sleep(0)
    async with condition:
        tasks.append(asyncio.create_task(holder()))
        condition.notify()
        await asyncio.sleep(0)  # the holder is first in line for the lock
        tasks[1].cancel("before")
    await asyncio.sleep(0)
    for n in range(cancels):
        tasks[0].cancel(f"notified {n}")
        tasks[1].cancel(f"cancelled {n}")
        await asyncio.sleep(0)
    raise LookupError("main")


for cancels in range(3):
    try:
        asyncio.run(main(cancels))
    except LookupError as e:
        print(contexts(e))
