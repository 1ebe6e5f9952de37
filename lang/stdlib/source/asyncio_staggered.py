"""A race whose runners start one after another."""

import asyncio
import contextlib

__all__ = ("staggered_race",)


async def staggered_race(coro_fns, delay, *, loop=None):
    """Start coroutines until one succeeds, each when the one before it failed or delay is over.

    The result is the winner's result, its index, and the exception of each that
    was started (None for the winner).
    """
    loop = loop or asyncio.get_running_loop()
    start = iter(enumerate(coro_fns))
    won, won_index = None, None
    errors = []
    running = set()
    finished = loop.create_future()
    lost = None

    def ended(task):
        nonlocal lost
        running.discard(task)
        if not running and not finished.done():
            finished.set_result(None)
        if not task.cancelled() and (error := task.exception()) is not None:
            lost = lost or error
            if not finished.done():
                finished.set_result(None)

    def begin(coro):
        task = loop.create_task(coro)
        running.add(task)
        task.add_done_callback(ended)

    async def run_one_coro(go, previous_failed):
        nonlocal won, won_index
        await go.wait()
        if previous_failed is not None:
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(previous_failed.wait(), delay)
        index, coro_fn = next(start, (None, None))
        if coro_fn is None:
            return
        failed, next_go = asyncio.Event(), asyncio.Event()
        begin(run_one_coro(next_go, failed))
        next_go.set()
        errors.append(None)
        try:
            result = await coro_fn()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            errors[index] = error
            failed.set()
        else:
            won, won_index = result, index
            this = asyncio.current_task(loop)
            for task in list(running):
                if task is not this:
                    task.cancel()

    cancelled = None
    try:
        go = asyncio.Event()
        begin(run_one_coro(go, None))
        go.set()
        while running:
            try:
                await finished
            except asyncio.CancelledError as error:
                cancelled = error
                for task in running:
                    task.cancel(*error.args)
                finished = loop.create_future()
            else:
                if lost is not None:
                    raise lost
                if running:
                    finished = loop.create_future()
        if cancelled is not None:
            raise cancelled
        return won, won_index, errors
    finally:
        cancelled = lost = None
