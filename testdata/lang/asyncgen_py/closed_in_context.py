# An async generator that a loop left is closed by a task whose context is a copy of
# the one that it was left in.
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="none")


async def numbers():
    try:
        yield 1
    finally:
        print("closed with", var.get())
        var.set("closing")


async def leaves(name):
    var.set(name)
    async for n in numbers():
        break
    var.set("behind the loop")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(var.get())


async def main():
    await asyncio.create_task(leaves("first"))
    await leaves("second")
    await asyncio.create_task(leaves("third"), context=contextvars.copy_context())


asyncio.run(main())
