import asyncio.staggered
tasks, futures, groups, limits, handles, keep, mains = {}, [], [], [], [], [], []
def log():
    pass
event, other = asyncio.Event(), asyncio.Event()
async def values1():
    try:
        yield 45
    except BaseException as e:
        yield 49
async def f2(x=0):
    log([await asyncio.sleep(1) async for v in values1() if v % 2])
async def f1(x=0):
    pass
    for c in asyncio.as_completed([f2()]):
        pass
async def main1():
    async with asyncio.TaskGroup() as group196:
        tasks["t1a"] = group196.create_task(f1())
        async with asyncio.timeout(0) as limit198:
            pass
            log(await event.wait())
log(asyncio.run(main1()))
