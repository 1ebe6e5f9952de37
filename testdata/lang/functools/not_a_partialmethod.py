# What only looks like a partialmethod, and one that leads back to its function.
import asyncio
import functools
import inspect


class Marked:
    __partialmethod__ = 1


class Odd:
    func = staticmethod(asyncio.sleep)


async def job():
    pass


def plain():
    pass


for marker in 1, None, Odd(), functools.partial(job):
    plain.__partialmethod__ = marker
    print(asyncio.iscoroutinefunction(plain), inspect.iscoroutinefunction(plain))
print(asyncio.iscoroutinefunction(Marked), asyncio.iscoroutinefunction(Marked()), inspect.iscoroutinefunction(Marked()))
method = functools.partialmethod(job)
plain.__partialmethod__ = method
print(asyncio.iscoroutinefunction(plain), inspect.iscoroutinefunction(plain))
for function in job, plain:
    method.func = function
    function.__partialmethod__ = method
    print(asyncio.iscoroutinefunction(function), inspect.iscoroutinefunction(function))
