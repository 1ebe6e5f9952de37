"""Counts the loop's passes, for the programs beside this file.

A callback that puts itself back into the queue is called once a pass. It keeps the
virtual clock from moving, too: where time shall pass, time.sleep moves it.
"""
import asyncio

passes = 0


def tick():
    global passes
    passes += 1
    asyncio.get_running_loop().call_soon(tick)


async def begin():
    """Count from now on."""
    asyncio.get_running_loop().call_soon(tick)
    await asyncio.sleep(0)


async def settle():
    """Let everybody come to where they wait."""
    for _ in range(10):
        await asyncio.sleep(0)


async def outcome(awaitable):
    """How awaiting it ended, in a word, and after how many passes."""
    before = passes
    try:
        await awaitable
    except BaseException as e:
        return type(e).__name__, passes - before
    return "done", passes - before


async def cost(what, awaitable):
    """Print how many passes an await takes."""
    how, count = await outcome(awaitable)
    print(count, what, "" if how == "done" else f"({how})")


async def waited(awaitable, end):
    """Say in end how it ended, and in which pass."""
    how, _ = await outcome(awaitable)
    end[:] = how, passes


async def woken(what, awaitable, act):
    """Print how many passes after act() one who waits for it goes on, and after how
    many one who awaits that task."""
    end = []
    waiter = asyncio.create_task(waited(awaitable, end))
    await settle()
    before = passes
    result = act(waiter)
    if asyncio.iscoroutine(result):
        await result
    try:
        await waiter
    except asyncio.CancelledError:
        pass        # asked for anew while the awaitable ended
    how, at = end
    print(at - before, passes - before, what, "" if how == "done" else f"({how})")


async def cancelled(what, awaitable):
    """The same of a task that is cancelled while it waits."""
    await woken(what, awaitable, lambda waiter: waiter.cancel())


def note(what):
    print(f"{passes}: {what}")
