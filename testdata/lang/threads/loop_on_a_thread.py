# A loop that runs on a thread of its own, which synchronous code hands its coroutines to.
import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor


class Bridge:
    def __init__(self):
        self.loop = None
        ready = threading.Event()
        self.thread = threading.Thread(target=lambda: asyncio.run(self.main(ready)), daemon=True)
        self.thread.start()
        ready.wait()

    async def main(self, ready):
        self.loop = asyncio.get_running_loop()
        self.over = asyncio.Event()
        ready.set()
        await self.over.wait()

    def submit(self, coro):
        return asyncio.run_coroutine_threadsafe(coro, self.loop)

    def close(self):
        self.loop.call_soon_threadsafe(self.over.set)
        self.thread.join()


async def square(n):
    await asyncio.sleep(n / 50)
    return n * n


async def in_thread():
    def blocking():
        time.sleep(0.02)
        return threading.current_thread() is bridge.thread

    return asyncio.get_running_loop() is bridge.loop, await asyncio.to_thread(blocking)


async def fail():
    raise ValueError("not today")


bridge = Bridge()
print([bridge.submit(square(n)).result() for n in range(4)])
with ThreadPoolExecutor(3) as pool:
    print(list(pool.map(lambda n: bridge.submit(square(n)).result(), [3, 2, 1])))
print(bridge.submit(in_thread()).result())
try:
    bridge.submit(fail()).result()
except ValueError as error:
    print(repr(error))
late = bridge.submit(asyncio.sleep(10))
try:
    late.result(timeout=0.05)
except TimeoutError:
    print("timed out", late.cancel())


async def new_queue():
    return asyncio.Queue()


async def consumer(queue):
    items = []
    while (item := await queue.get()) is not None:
        items.append(item)
    return items


async def meanwhile():
    queue = await asyncio.wrap_future(bridge.submit(new_queue()))
    items = bridge.submit(consumer(queue))
    for item in "a", "b", None:
        await asyncio.sleep(0.02)
        bridge.loop.call_soon_threadsafe(queue.put_nowait, item)
    print(await asyncio.wrap_future(items))
    print(await asyncio.gather(square(2), asyncio.wrap_future(bridge.submit(square(5)))))
    print(bridge.submit(in_thread()).result(), "while the loop blocks")


async def polling():
    while not stop:
        await asyncio.sleep(0)
    return "stopped"


asyncio.run(meanwhile())
stop = []
polled = bridge.submit(polling())
bridge.submit(square(0)).result()
stop.append(True)
print(polled.result())
bridge.close()
print(bridge.thread.is_alive(), bridge.loop.is_closed())
