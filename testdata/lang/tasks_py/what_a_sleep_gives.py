import asyncio


class Later:
    def __init__(self, delay, result):
        self.delay, self.result = delay, result

    def __await__(self):
        yield
        return (yield from asyncio.sleep(self.delay, self.result).__await__())


async def nested(delay, result):
    return await asyncio.sleep(delay, result)


async def through(delay, result):
    return await Later(delay, result)


async def show(tasks):
    await asyncio.sleep(1)
    for task in tasks:
        print(repr(task).split(" wait_for=")[1] if "wait_for" in repr(task) else task.done())


async def main():
    tasks = []
    watcher = asyncio.create_task(show(tasks))
    await asyncio.sleep(0)
    for delay in (1, 2):
        for kind in (nested, through):
            tasks.append(asyncio.create_task(kind(delay, f"{kind.__name__} {delay}")))
        tasks.append(asyncio.create_task(asyncio.sleep(delay, f"sleep {delay}")))
    late = asyncio.create_task(asyncio.sleep(1.5))
    await watcher
    await late
    await show(tasks)


asyncio.run(main())
