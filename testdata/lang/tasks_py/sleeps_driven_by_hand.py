import asyncio
class Later:
    def __init__(self, how): self.how = how
    def __await__(self):
        if self.how == 0:
            return (yield from asyncio.sleep(1, 28).__await__())
        if self.how == 1:
            it = asyncio.sleep(1, 29).__await__()
            return (yield from it)
        if self.how == 2:
            return (yield from inner().__await__())
        if self.how == 3:
            return (yield from Later(0).__await__())
        if self.how == 4:
            return (yield from asyncio.sleep(0, 30).__await__())
        if self.how == 5:
            return (yield from asyncio.get_running_loop().create_task(asyncio.sleep(1, 31)).__await__())
        if self.how == 6:
            return (yield from asyncio.wait_for(asyncio.sleep(1, 32), 5).__await__())
async def inner():
    return await asyncio.sleep(1, "inner")
async def plain(how):
    return await Later(how)
async def agen(how):
    try:
        yield await Later(how)
    finally:
        print("closing", await Later(how))
class Driven:
    "Drives a coroutine by hand."
    def __init__(self, coro): self.coro = coro
    def __await__(self):
        sent = None
        while True:
            try:
                f = self.coro.send(sent)
            except StopIteration as e:
                return e.value
            sent = yield f
async def drive(coro):
    return await Driven(coro)
async def main():
    for how in range(7):
        print(how, await plain(how), await drive(plain(how)), await asyncio.create_task(Driven2(plain(how))))
        a = agen(how)
        print(await a.asend(None))
        await a.aclose()
        a = agen(how)
        print(await asyncio.create_task(a.asend(None)))
        print(await asyncio.create_task(a.aclose()))
        a = agen(how)
        print(await drive(a.__anext__()))
        print(await drive(a.aclose()))
        t = asyncio.create_task(agen(how).__anext__())
        await asyncio.sleep(0)
        t.cancel()
        try: await t
        except asyncio.CancelledError as e: print(repr(e))
    print(await drive(asyncio.sleep(1, 5)))
    print(asyncio.get_running_loop().time())
class Driven2:
    def __init__(self, coro): self.coro = coro
    def send(self, v): return self.coro.send(v)
    def throw(self, *a): return self.coro.throw(*a)
    def close(self): return self.coro.close()
    def __await__(self): return self
    def __iter__(self): return self
    __next__ = lambda self: self.send(None)
import collections.abc
collections.abc.Coroutine.register(Driven2)
asyncio.run(main())
