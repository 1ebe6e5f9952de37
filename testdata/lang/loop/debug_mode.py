"""Debug mode: where things were created, and what it refuses."""
import asyncio
import sys


def callback(*args):
    pass


async def quick():
    pass


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), sys.get_coroutine_origin_tracking_depth() > 0)
    print(str(loop.call_soon(callback, 1, "x" * 50, [1, 2])).split(" created")[0].rstrip(">"))
    handle = loop.call_later(1.5, callback)
    handle.cancel()
    print(str(handle).replace("<V", "<").split(" created")[0].rstrip(">"))
    task = loop.create_task(quick())
    print(str(task).split(" created")[0].rstrip(">"))
    await task
    try:
        loop.call_soon(quick)
    except TypeError as error:
        print(error)
    try:
        loop.call_soon(3)
    except TypeError as error:
        print(error)

    def handler(loop, context):
        print(context["message"], repr(context["exception"]))

    loop.set_exception_handler(handler)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)

    def from_thread():
        try:
            loop.call_soon(callback)
        except RuntimeError as error:
            return str(error)

    print(await asyncio.to_thread(from_thread))


asyncio.run(main(), debug=True)
