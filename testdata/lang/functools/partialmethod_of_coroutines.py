# A partial or partialmethod of a coroutine function is one itself.
import asyncio
import functools
import inspect
from functools import partial, partialmethod


class Service:
    async def call(self, number, *, twice=False):
        await asyncio.sleep(0)
        return number * (2 if twice else 1)

    def plain(self, a, b=2):
        return a + b

    async def stream(self, n):
        for i in range(n):
            yield i

    ping = partialmethod(call, 7)
    double = partialmethod(ping, twice=True)
    three = partialmethod(plain, 1)
    some = partialmethod(stream, 3)

    @classmethod
    async def make(cls, number):
        return cls.__name__, number

    make_one = partialmethod(make, 1)
    text = partialmethod(print, 'text')


async def main():
    service = Service()
    print(await service.ping(), await service.double(), service.three(), service.three(b=5), await Service.make_one(),
          [i async for i in service.some()])
    print(await Service.ping(service))
    for f in (Service.ping, service.ping, Service.double, service.double, Service.three, service.three, Service.some,
              service.some, Service.make_one, partial(service.call, 1), partial(partial(Service.call), service), print):
        print(asyncio.iscoroutinefunction(f), inspect.iscoroutinefunction(f), inspect.isasyncgenfunction(f), callable(f))


asyncio.run(main())
print(Service.ping.__name__, Service.ping.__qualname__, repr(Service.ping).split(' at ')[0])
print(inspect.signature(Service.ping), inspect.signature(Service().ping), inspect.signature(Service.double),
      inspect.signature(Service.three), inspect.signature(Service().three))
print(Service.__dict__['ping'].args, Service.__dict__['double'].keywords)


@inspect.markcoroutinefunction
def marked():
    return asyncio.sleep(0)


print(asyncio.iscoroutinefunction(marked), inspect.iscoroutinefunction(marked))
