# The context of an exception is the one that is being handled around it: by those who
# await the coroutine, or, in the step that an exception was thrown in, by who runs
# the loop.
import asyncio


def contexts(e):
    out = []
    while e is not None:
        out.append(f"{type(e).__name__}{e.args}")
        e = e.__context__
    return out


def raises(label, error):
    try:
        raise error
    except Exception as e:
        print(label, contexts(e))


async def innermost(future):
    try:
        await future
    except BaseException as e:
        raises("in the step of the throw", ValueError(1))
        await asyncio.sleep(0)
        raises("in another step", ValueError(2))
    raises("behind the handler", ValueError(3))


async def outer(future):
    try:
        raise KeyError("outer")
    except KeyError:
        await innermost(future)
    raises("outside", ValueError(4))


async def member():
    await asyncio.Event().wait()


async def group():
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(member())
            await asyncio.sleep(0)
            raise asyncio.CancelledError("body")
    except BaseException as e:
        print("of the group:", contexts(e))


async def main(cancel):
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(outer(future))
    await asyncio.sleep(0)
    if cancel:
        task.cancel()
    else:
        future.set_exception(OSError(5))
    await task
    asyncio.create_task(group())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    raise LookupError("main")


def generator():
    try:
        raise KeyError("generator")
    except KeyError:
        yield
    raises("behind the yield", ValueError(6))


for cancel in False, True:
    try:
        asyncio.run(main(cancel))
    except LookupError:
        g = generator()
        next(g)
        try:
            raise TypeError(7)
        except TypeError:
            list(g)
