"""anext with a default gives an awaitable of a type of its own."""
import asyncio
import inspect


async def values():
    try:
        yield 1
        await asyncio.sleep(1)
        yield 2
    except ValueError as e:
        yield f"got {e}"


class Slow:
    def __init__(self, *items):
        self.items = list(items)

    def __aiter__(self):
        return self

    async def __anext__(self):
        await asyncio.sleep(1)
        if not self.items:
            raise StopAsyncIteration
        return self.items.pop(0)


def show(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


async def shows(awaitable):
    try:
        print(await awaitable)
    except BaseException as e:
        print(type(e).__name__, e)


async def main():
    a = anext(values(), None)
    print(type(a), asyncio.iscoroutine(a), inspect.iscoroutine(a), inspect.isawaitable(a))
    print([name for name in ("__name__", "__qualname__", "cr_code", "cr_running", "cr_frame", "send", "throw", "close", "__await__", "__iter__", "__next__") if hasattr(a, name)])
    show(lambda: a.__name__)
    show(lambda: type(a)())
    await shows(a)
    await shows(a)

    print("# of a class")
    for it in (Slow(5), Slow()):
        await shows(anext(it, "none"))
        b = anext(it, "none")
        await shows(b)
        await shows(b)

    print("# as tasks")
    g = values()
    for _ in range(3):
        c = anext(g, "end")
        task = asyncio.ensure_future(c)
        print(task.get_coro() is c, repr(task).split(" wait_for")[0].split(" at ")[0])
        print(await task, repr(task))
    task = asyncio.create_task(anext(Slow(), "default"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(task)
    task.cancel()
    await shows(task)
    await shows(asyncio.wait_for(anext(Slow(), 1), 0.5))
    await shows(asyncio.gather(anext(Slow(1), 1), anext(Slow(), 2), anext(values(), 3)))

    print("# by hand")
    d = anext(values(), "x")
    show(lambda: d.send(None))
    show(lambda: d.send(None))
    e = anext(values(), "x")
    show(lambda: e.throw(ValueError("thrown")))
    f = anext(values(), "x")
    show(lambda: f.close())
    await shows(f)
    h = values()
    await anext(h)
    i = anext(h, "x")
    future = i.send(None)
    print(type(future).__name__)
    show(lambda: i.throw(ValueError("thrown")))
    j = values()
    await j.aclose()
    show(lambda: anext(j, "over").send(None))
    show(lambda: next(anext(j, "over")))
    show(lambda: list(anext(j, "over")))
    k = anext(Slow(), 1)
    show(lambda: isinstance(k.__await__(), type(k)))
    k.close()


asyncio.run(main())
print(asyncio.run(anext(Slow(3), 4)), asyncio.run(anext(Slow(), 4)))
