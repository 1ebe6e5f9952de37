import asyncio, contextvars
var = contextvars.ContextVar("var", default=0)
shared = contextvars.copy_context()
async def visit(n):
    print(n, asyncio.current_task().get_context().get(var), var.get())
def work(n):
    print("work", n, var.get(), contextvars.copy_context().get(var))
    asyncio.run_coroutine_threadsafe(visit(n), loop)
    loop.call_soon_threadsafe(lambda: print("called", n, var.get()))
async def f2():
    await asyncio.sleep(1)
    t = asyncio.create_task(asyncio.to_thread(work, 1))
    await t
    await asyncio.to_thread(work, 2)
    await loop.run_in_executor(None, work, 3)
async def main():
    global loop
    loop = asyncio.get_running_loop()
    t = asyncio.create_task(f2(), context=shared)
    shared.run(var.set, 122)
    await t
asyncio.run(main())
