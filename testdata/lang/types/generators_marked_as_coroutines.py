# types.coroutine marks a generator function: its generators can be awaited, and stay generators.
import asyncio
import collections.abc
import inspect
import types


@types.coroutine
def switch():
    yield


@types.coroutine
def wait_for(future):
    print('waiting')
    result = yield from future
    return 'got', result


@types.coroutine
def deep(coro):
    return (yield from coro)


def plain_generator():
    yield


@types.coroutine
def made():
    return plain_generator()


@types.coroutine
async def already():
    return 'already'


async def work():
    await switch()
    return 'worked'


class Ticker:
    def __init__(self, n):
        self.n = n

    @types.coroutine
    def run(self):
        for _ in range(self.n):
            yield
        return self.n


g = switch()
print(type(g).__name__, isinstance(g, types.GeneratorType), asyncio.iscoroutine(g), inspect.iscoroutine(g),
      inspect.isgenerator(g), inspect.isawaitable(g), isinstance(g, collections.abc.Awaitable), g.gi_frame is not None)
print(inspect.isgeneratorfunction(switch), inspect.iscoroutinefunction(switch), asyncio.iscoroutinefunction(switch))
print(hex(switch.__code__.co_flags & 0x1a0), hex(g.gi_code.co_flags & 0x1a0), hex(plain_generator.__code__.co_flags & 0x1a0))
print(inspect.getgeneratorstate(g), list(g), inspect.getgeneratorstate(g), g.gi_yieldfrom, g.gi_running)
print(types.coroutine(switch) is switch, types.coroutine(work) is work, already.__name__)
print(type(made()).__name__, made.__name__, made.__wrapped__.__name__, inspect.isawaitable(made()))


async def other(name, n):
    for i in range(n):
        print(name, i)
        await switch()
    return name


async def main():
    print(await asyncio.gather(other('a', 3), other('b', 2)))
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(future.set_result, 5)
    print(await wait_for(future))
    print(await deep(work()), await deep(deep(already())), await already(), await made(), await Ticker(3).run())
    print(await asyncio.wait_for(Ticker(2).run(), 1), await asyncio.ensure_future(Ticker(1).run()))
    try:
        asyncio.create_task(switch())
    except TypeError as e:
        print('TypeError:', str(e).split(' at 0x')[0])
    try:
        await plain_generator()
    except TypeError as e:
        print('TypeError:', e)
    task = asyncio.create_task(other('cancelled', 10))
    await switch()
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled')

    @types.coroutine
    def guarded():
        try:
            yield from asyncio.sleep(10).__await__()
        except asyncio.CancelledError:
            print('interrupted')
            raise
        finally:
            yield

    task = asyncio.ensure_future(guarded())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel('enough')
    print(*await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())

# A loop of its own drives them by send().
trap = types.coroutine(lambda value: (yield value))


async def asks():
    return [await trap('first'), await trap('second')]


coro = asks()
print(coro.send(None), coro.send(1))
try:
    coro.send(2)
except StopIteration as e:
    print(e.value)


def wrong(coro):
    yield from coro


c = work()
try:
    list(wrong(c))
except TypeError as e:
    print('TypeError:', e)
c.close()
try:
    types.coroutine(3)
except TypeError as e:
    print('TypeError:', e)
