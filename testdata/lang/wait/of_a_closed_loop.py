# A done future of a loop that is closed can tell nobody.
import asyncio


async def make():
    future = asyncio.get_running_loop().create_future()
    future.set_result(1)
    return future


async def each(future):
    for awaitable in asyncio.as_completed([future]):
        print(await awaitable)


async def attempt(what, awaitable):
    try:
        print(what, await awaitable)
    except (RuntimeError, ValueError) as e:
        print(what, repr(e))


async def use(future):
    await attempt("await", future)
    await attempt("wait_for", asyncio.wait_for(future, 1))
    await attempt("wait", asyncio.wait([future], timeout=5))
    await attempt("as_completed", each(future))


future = asyncio.run(make())
asyncio.run(use(future))
