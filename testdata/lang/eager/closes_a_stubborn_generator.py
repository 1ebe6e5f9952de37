# With eager tasks, what closes an async generator at the end of the run ends at once.
import asyncio

kept = []


async def stubborn():
    try:
        yield 1
    except BaseException:
        yield 2


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    kept.append(stubborn())
    print(await anext(kept[0]))
    task = asyncio.create_task(stubborn().aclose())
    print(task.get_coro(), task.get_name() != "", task.done())


asyncio.run(main())
