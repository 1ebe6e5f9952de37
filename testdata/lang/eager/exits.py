# A task that exits in its first step, which runs at once, is nobody's: it is reported there.
import asyncio


async def exits():
    raise SystemExit(3)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(
        asyncio.current_task().get_name(), context['message'], repr(context['exception'])))
    loop.set_task_factory(asyncio.eager_task_factory)
    async with asyncio.TaskGroup() as group:
        group.create_task(exits())
        await asyncio.sleep(1)


try:
    asyncio.run(main())
except SystemExit as e:
    print("ends with", e.code)
