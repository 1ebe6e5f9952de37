# Which callables count as coroutine functions: partial ones and marked ones do.
import asyncio, inspect, functools
async def f(): pass
p = functools.partial(f)
print(asyncio.iscoroutinefunction(p), inspect.iscoroutinefunction(p))
@inspect.markcoroutinefunction
def g(): pass
print(asyncio.iscoroutinefunction(g), inspect.iscoroutinefunction(g), asyncio.iscoroutinefunction(functools.partial(g)))
class A:
    @inspect.markcoroutinefunction
    def m(self): pass
    async def k(self): pass
print(asyncio.iscoroutinefunction(A().m), asyncio.iscoroutinefunction(A().k), inspect.iscoroutinefunction(A().m), asyncio.iscoroutinefunction(A))
from unittest.mock import AsyncMock, MagicMock
print(asyncio.iscoroutinefunction(AsyncMock()), asyncio.iscoroutinefunction(MagicMock()), inspect.iscoroutinefunction(AsyncMock()), inspect.iscoroutinefunction(MagicMock()))
print(vars(g).keys())
