# A context is entered while a task or callback runs in it, also while something else
# runs within that in another context.
import asyncio
import contextvars

var = contextvars.ContextVar("var", default=0)
shared = contextvars.copy_context()


def attempt(label):
    try:
        shared.run(var.set, label)
        print(label, "entered")
    except RuntimeError as e:
        print(label, str(e).split(" <")[0], "already entered" in str(e))


def other(label):
    contextvars.copy_context().run(attempt, label)


async def inner():
    attempt("eager")
    await asyncio.sleep(0)
    attempt("eager, later")


async def task(label):
    attempt(label)
    other(label)
    await asyncio.sleep(0)
    attempt(label)


async def main():
    loop = asyncio.get_running_loop()
    attempt("outside")
    await asyncio.create_task(task("task"), context=shared)
    attempt("between")
    loop.call_soon(attempt, "callback", context=shared)
    loop.call_soon(other, "in a callback", context=shared)
    await asyncio.sleep(0)
    loop.set_task_factory(asyncio.eager_task_factory)

    async def begins():
        await asyncio.create_task(inner(), context=contextvars.copy_context())
    loop.set_task_factory(None)
    t = asyncio.create_task(begins(), context=shared)
    loop.set_task_factory(asyncio.eager_task_factory)
    await t
    attempt("after")


asyncio.run(main())
