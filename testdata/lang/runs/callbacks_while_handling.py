import asyncio


def python():
    raise ValueError("python")


def nested():
    try:
        raise KeyError("inner")
    except KeyError:
        int("nested")


def handler(loop, context):
    e = context["exception"]
    print(repr(e), "after", repr(e.__context__), "after", e.__context__ and repr(e.__context__.__context__))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    for callback in python, nested:
        loop.call_soon(callback)
    loop.call_soon(int, "built in")
    await asyncio.sleep(0)


asyncio.run(main())
try:
    raise LookupError("handled")
except LookupError:
    asyncio.run(main())
