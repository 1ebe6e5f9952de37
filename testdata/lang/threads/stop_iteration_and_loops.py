# A StopIteration of a thread cannot end the coroutine that waits for it; and the loop
# that one thread has set is not that of another.
import asyncio
import concurrent.futures
import threading


def stop():
    raise StopIteration(3)


def own_loop():
    try:
        asyncio.get_event_loop()
    except RuntimeError as e:
        print(str(e)[:30])
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    try:
        return asyncio.get_event_loop() is loop
    finally:
        loop.close()
        asyncio.set_event_loop(None)


async def main():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        submitted = pool.submit(stop)
        for start in (
            lambda: asyncio.to_thread(next, iter([])),
            lambda: loop.run_in_executor(pool, stop),
            lambda: asyncio.wrap_future(submitted),
        ):
            try:
                await start()
            except RuntimeError as e:
                print(e, repr(e.__cause__), e.__context__ is e.__cause__)
        try:
            submitted.result()
        except StopIteration as e:
            print("as it is", e.value)
    print(await asyncio.to_thread(own_loop))
    print(asyncio.get_event_loop() is loop)


asyncio.run(main())
thread = threading.Thread(target=own_loop, name="other")
thread.start()
thread.join()
