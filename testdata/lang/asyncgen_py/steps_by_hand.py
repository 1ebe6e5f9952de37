# Steps of an async generator: one at a time, each awaited once, some by hand.
import asyncio
async def gen():
    try:
        while True:
            await asyncio.sleep(1)
            yield 1
    except BaseException as e: print(type(e)); raise
async def main():
    a = gen()
    t = asyncio.create_task(a.__anext__())
    await asyncio.sleep(0.5)
    for f in (a.__anext__, lambda: a.asend(1), lambda: a.athrow(ValueError), a.aclose):
        try: await f()
        except Exception as e: print(type(e).__name__, e)
        try: f().send(None)
        except Exception as e: print(type(e).__name__, e)
    print(await t)
    print(a.ag_running, await anext(a))
    b = gen()
    for f in (lambda: b.athrow(ValueError("x")), b.aclose, lambda: b.asend(None), lambda: b.athrow(KeyError("y")),):
        try: print(await f())
        except BaseException as e: print(type(e).__name__, e)
    c = gen()
    x = c.asend(None)
    x.close()
    try: x.send(None)
    except BaseException as e: print(type(e).__name__, e)
    try: await x
    except BaseException as e: print(type(e).__name__, e)
    y = c.athrow(KeyError)
    y.close()
    try: await y
    except BaseException as e: print(type(e).__name__, e)
    y = c.athrow(ValueError)
    y.close()
    try: await y
    except BaseException as e: print(type(e).__name__, e)
    y = c.athrow(ValueError("q"))
    try: y.send(None)
    except BaseException as e: print(type(e).__name__, e)
    try: y.send(None)
    except BaseException as e: print(type(e).__name__, e)
    z = c.asend(1)
    try: z.throw(KeyError("z"))
    except BaseException as e: print(type(e).__name__, e)
    try: z.throw(KeyError("z"))
    except BaseException as e: print(type(e).__name__, e)
asyncio.run(main())
