# A sleep that goes on before its time leaves no timer behind: the run that nothing
# can wake any more ends at once, not when the timer would have fired.
import asyncio


async def nap(seconds):
    try:
        await asyncio.sleep(seconds)
    finally:
        print("nap over")


async def steps():
    try:
        yield 1
        await asyncio.sleep(3)
    finally:
        print("steps over at", asyncio.get_running_loop().time())


async def main():
    loop = asyncio.get_running_loop()
    for throw in True, False:
        for coro in asyncio.sleep(3), nap(3):
            future = coro.send(None)
            if throw:
                try:
                    coro.throw(ValueError("now"))
                except ValueError as e:
                    print("thrown", e)
            else:
                coro.close()
            print(future.done())
    coro = nap(3)
    future = coro.send(None)
    future.cancel()
    try:
        coro.send(None)
    except asyncio.CancelledError:
        print("cancelled")
    coro = nap(3)
    coro.send(None)
    try:
        coro.send(None)
    except RuntimeError as e:
        print(e)
    loop.set_task_factory(asyncio.eager_task_factory)
    for each in nap(3), steps():
        if hasattr(each, "asend"):
            print(await anext(each))
            each = each.asend(None)
        task = asyncio.ensure_future(each)
        task.cancel()
        print(await asyncio.gather(task, return_exceptions=True))
    failing.append(asyncio.ensure_future(fail()))
    await loop.create_future()


failing = []


async def fail():
    raise ValueError("never retrieved")


def handler(loop, context):
    print(loop.time(), context["message"])


async def start():
    asyncio.get_running_loop().set_exception_handler(handler)
    await main()


asyncio.run(start())
