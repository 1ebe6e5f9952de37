# What a concurrent future's outcome becomes in the loop, and what it is once somebody
# else was faster.
import asyncio
import concurrent.futures


def cancelled():
    raise concurrent.futures.CancelledError("from a thread")


async def nothing():
    await asyncio.sleep(10)


async def stubborn():
    print("_chain_future.<locals>._call_set_state()" in repr(asyncio.current_task()))
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise KeyError("nobody retrieves it")


def gives_up(loop):
    asyncio.run_coroutine_threadsafe(stubborn(), loop).cancel()


def asks(loop):
    job = asyncio.run_coroutine_threadsafe(nothing(), loop)
    job.cancel()
    try:
        job.set_result(1)
    except concurrent.futures.InvalidStateError as e:
        print(str(e).split(" at ")[0])


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(
        context["message"].split("(")[0], type(context["exception"]).__name__))
    task = asyncio.create_task(asyncio.to_thread(cancelled))
    try:
        await task
    except asyncio.CancelledError as e:
        print("cancelled", task.cancelled(), e.args)
    for ending in "set_result", "cancel":
        source = concurrent.futures.Future()
        copy = asyncio.wrap_future(source)
        source.set_result(1)
        getattr(copy, ending)(*[2][:ending == "set_result"])
        await asyncio.sleep(0)
    for change in "set_result", "set_exception":
        source = concurrent.futures.Future()
        source.cancel()
        if change == "set_exception":
            source.set_running_or_notify_cancel()
        try:
            getattr(source, change)(ValueError(1))
        except concurrent.futures.InvalidStateError as e:
            print(str(e).split(" at ")[0])
    await asyncio.to_thread(asks, loop)
    await asyncio.to_thread(gives_up, loop)
    await asyncio.sleep(1)


asyncio.run(main())
