import asyncio
kept = []
def tell(what, call):
    try:
        print(what, call())
    except BaseException as e:
        print(what, repr(e))
async def sleeper():
    await asyncio.sleep(3)
async def waiter(f):
    await f
async def outer(t):
    await t
async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    g = loop.create_future()
    a = asyncio.create_task(sleeper())
    b = asyncio.create_task(waiter(f))
    c = asyncio.create_task(sleeper())
    d = asyncio.create_task(outer(c))
    e = asyncio.create_task(asyncio.Event().wait())
    h = asyncio.ensure_future(asyncio.gather(g, loop.create_future()))
    await asyncio.sleep(0)
    u = asyncio.create_task(sleeper())
    kept.extend([a, b, c, d, e, h, u, f, g])
    loop.stop()
    await asyncio.sleep(9)
loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(main())
except RuntimeError as e:
    print(e)
loop.close()
for t in kept:
    for i in range(3):
        tell("cancel", lambda: t.cancel(f"m{i}"))
        tell("state", lambda: (t.done(), t.cancelled(), t._state, getattr(t, "_must_cancel", None), t.cancelling() if hasattr(t, "cancelling") else None))
h, f = kept[5], loop.create_future()
f.add_done_callback(print)
tell("result", lambda: f.set_result(1))
print(f)
tell("callback", lambda: f.add_done_callback(print))
f = loop.create_future()
f.add_done_callback(print)
tell("exception", lambda: f.set_exception(ValueError()))
print(f)
