# A future outlives its loop; what it should run then cannot run any more.
import asyncio


def attempt(what, function, *args):
    try:
        print(what, function(*args))
    except RuntimeError as e:
        print(what, repr(e))


async def napping():
    await asyncio.sleep(5)


async def awaiting(future):
    await future


async def make():
    loop = asyncio.get_running_loop()
    futures = [loop.create_future() for _ in range(8)]
    futures[0].set_result(0)
    for future in futures[1:4]:
        future.add_done_callback(print)
    tasks = [loop.create_task(c) for c in (napping(), awaiting(futures[7]), napping(), napping())]
    await asyncio.sleep(0)
    return futures, tasks, loop.create_task(napping())


loop = asyncio.new_event_loop()
futures, tasks, fresh = loop.run_until_complete(make())
loop.close()
attempt("add_done_callback, done:", futures[0].add_done_callback, print)
attempt("set_result, with a callback:", futures[1].set_result, 1)
attempt("set_exception, with a callback:", futures[2].set_exception, ValueError())
attempt("cancel, with a callback:", futures[3].cancel)
print([future.done() for future in futures[:4]], futures[2].exception())
attempt("set_result:", futures[4].set_result, 1)
attempt("set_exception:", futures[5].set_exception, ValueError())
print(futures[5].exception())
attempt("cancel:", futures[6].cancel)
attempt("cancel a sleeping task:", tasks[0].cancel)
attempt("cancel a waiting task:", tasks[1].cancel)
attempt("cancel a task made last:", fresh.cancel)
print([task.done() for task in tasks], fresh.done(), futures[7].cancelled())
