# How futures' methods count their arguments.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for make in loop.create_future, lambda: asyncio.ensure_future(asyncio.sleep(0)):
        for name in ('set_result', 'set_exception', 'result', 'exception', 'remove_done_callback', 'cancel', 'done', 'get_loop',
                     'get_name', 'set_name', 'get_coro', 'cancelling'):
            for args, kwargs in ((), {}), ((1, 2), {}), ((1, 2, 3), {}), ((), {'zzz': 1}), ((1,), {'zzz': 1}), ((1, 2), {'zzz': 1}):
                future = make()
                if not hasattr(future, name):
                    continue
                try:
                    print(name, args, kwargs, type(getattr(future, name)(*args, **kwargs)).__name__)
                except Exception as e:
                    print(name, args, kwargs, type(e).__name__, e)
                future.cancel()


asyncio.run(main())
