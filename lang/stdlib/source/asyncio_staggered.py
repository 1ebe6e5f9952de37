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
    start = enumerate(coro_fns)
    won, won_index = None, None
    errors, runners = [], []

    async def run_one_coro(previous_failed):
        nonlocal won, won_index
        if previous_failed is not None:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(previous_failed.wait(), delay)
        index, coro_fn = next(start, (None, None))
        if coro_fn is None:
            return
        failed = asyncio.Event()
        next_one = loop.create_task(run_one_coro(failed))
        runners.append(next_one)
        assert len(runners) == index + 2
        errors.append(None)
        assert len(errors) == index + 1
        try:
            result = await coro_fn()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            errors[index] = error
            failed.set()
        else:
            assert won_index is None
            won, won_index = result, index
            for i, runner in enumerate(runners):
                if i != index:
                    runner.cancel()

    first = loop.create_task(run_one_coro(None))
    runners.append(first)
    try:
        ended = 0
        while ended != len(runners):
            done, _ = await asyncio.wait(runners)
            ended = len(done)
            for runner in done:
                if not runner.cancelled() and runner.exception():
                    raise runner.exception()
        return won, won_index, errors
    finally:
        for runner in runners:
            runner.cancel()
