"""How callbacks and results are shown in reprs."""
import asyncio
import functools


class Thing:
    def method(self):
        pass


def plain(*args, **kwargs):
    pass


@functools.wraps(plain)
def wrapped(*args):
    pass


async def main():
    loop = asyncio.get_running_loop()
    for callback in (plain, wrapped, Thing().method, functools.partial(plain, 1, k=2), print, lambda: 1):
        print(loop.call_soon(callback))
    for result in ("x" * 60, list(range(20)), {1: 2}, dict.fromkeys(range(9)), {3, 1, 2}, frozenset({5}), (1,),
                   [[[[[[[[1]]]]]]]], 10 ** 60, b"y" * 60, {"k": ["v" * 40]}):
        future = loop.create_future()
        future.set_result(result)
        print(future)


asyncio.run(main())
