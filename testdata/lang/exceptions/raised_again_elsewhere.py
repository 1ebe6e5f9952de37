# An exception that ended a task and is raised again has the context of the place where
# that is done.
import asyncio


def contexts(e):
    out = []
    while e is not None:
        out.append(f"{type(e).__name__}{e.args}")
        e = e.__context__
    return out


async def fails(delay):
    await asyncio.sleep(delay)
    raise ValueError(delay)


async def again(delay):
    task = asyncio.create_task(fails(delay))
    await asyncio.wait([task])
    raise task.exception()


def passes(error):
    try:
        raise error
    except ValueError as e:
        return e


async def main(factory):
    asyncio.get_running_loop().set_task_factory(factory)
    for delay in 0, 1:
        try:
            try:
                raise KeyError("before")
            finally:
                await again(delay)
        except ValueError as e:
            print(contexts(e))
    error = passes(ValueError("plain"))
    try:
        try:
            raise KeyError("before")
        finally:
            raise list(map(passes, [error]))[0]
    except ValueError as e:
        print(contexts(e))


for factory in None, asyncio.eager_task_factory:
    asyncio.run(main(factory))
