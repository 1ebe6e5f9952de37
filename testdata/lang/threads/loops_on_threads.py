# Several threads with a loop each: whose time comes first goes on.
import asyncio
import threading
import time


def run(n):
    async def main():
        for turn in range(2):
            await asyncio.sleep(n / 10)
            print(f"{n} for the {('first', 'second')[turn]} time")

    asyncio.run(main())


async def both():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    loop.call_soon_threadsafe(loop.call_later, 0.3, print, "the loop of the thread")
    await asyncio.sleep(0.15)
    print("the loop of the main thread")
    await asyncio.sleep(0.3)
    loop.call_soon_threadsafe(loop.stop)
    await asyncio.to_thread(thread.join)
    loop.close()
    print("both are closed")


threads = [threading.Thread(target=run, args=(n,)) for n in (4, 1, 3)]
for thread in threads:
    thread.start()
time.sleep(0.5)
print("the main thread")
for thread in threads:
    thread.join()
asyncio.run(both())
