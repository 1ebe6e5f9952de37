"""An eager task that ends what makes it is reported at once, as nobody has it, unless a
variable of a frame in the traceback leads to it."""
import asyncio


def peek():
    task = asyncio.current_task()
    return task.get_name()[:4]


async def plain():
    raise SystemExit


async def peeks():
    peek()
    raise KeyboardInterrupt


async def unnamed_timeout():
    async with asyncio.timeout(3):
        raise SystemExit


async def named_timeout():
    async with asyncio.timeout(3) as limit:
        raise SystemExit


async def timeout_over():
    async with asyncio.timeout(3) as limit:
        pass
    raise KeyboardInterrupt


async def unnamed_group():
    async with asyncio.TaskGroup():
        raise KeyboardInterrupt


async def named_group():
    async with asyncio.TaskGroup() as group:
        raise KeyboardInterrupt


async def group_over():
    async with asyncio.TaskGroup() as group:
        pass
    raise SystemExit


async def child():
    async with asyncio.TaskGroup() as group:
        group.create_task(plain())


async def knows_itself():
    me = asyncio.current_task()
    raise SystemExit


async def lists_itself():
    both = [asyncio.current_task(), None]
    raise SystemExit


async def shares_itself():
    me = asyncio.current_task()

    def name():
        return me.get_name()
    raise SystemExit


async def forgets_itself():
    me = asyncio.current_task()
    del me
    raise SystemExit


async def inner():
    me = asyncio.current_task()
    raise SystemExit


async def outer():
    await inner()


async def main(f):
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    loop.set_exception_handler(lambda loop, context: print("  reported", loop.is_running(), repr(context["exception"])))
    try:
        asyncio.create_task(f())
    except (SystemExit, KeyboardInterrupt) as e:
        print("  caught", repr(e))
    await asyncio.sleep(0)
    print("  goes on")


for f in (plain, peeks, unnamed_timeout, named_timeout, timeout_over, unnamed_group, named_group, group_over, child,
          knows_itself, lists_itself, shares_itself, forgets_itself, inner, outer):
    print(f.__name__)
    asyncio.run(main(f))
print("end")
