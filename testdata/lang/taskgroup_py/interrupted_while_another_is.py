import asyncio.staggered
tasks, futures, groups, limits, handles, keep, mains = {}, [], [], [], [], [], []
def log():
    pass
queue = asyncio.Queue()
async def f1():
    log(await queue.get())
async def f0():
    async with asyncio.TaskGroup() as group63:
        group63.create_task(f1())
        try:
            async with asyncio.timeout(-1) as limit66:
                log(await asyncio.gather(queue.get()))
        except Exception as e0:
            raise KeyboardInterrupt
async def main0():
    tasks["t0b"] = asyncio.create_task(f0())
    tasks["t0a"] = asyncio.create_task(f0())
    log(await asyncio.wait_for(asyncio.wait_for(f1(), 2), 3))
log(asyncio.run(main0()))
