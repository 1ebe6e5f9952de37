"""n round trips between two tasks through a pair of queues."""
import asyncio
import sys


async def echo(requests, replies):
    while (item := await requests.get()) is not None:
        await replies.put(item + 1)


async def main(n):
    requests, replies = asyncio.Queue(), asyncio.Queue()
    server = asyncio.create_task(echo(requests, replies))
    total = 0
    for i in range(n):
        await requests.put(i)
        total += await replies.get()
    await requests.put(None)
    await server
    print(total)


asyncio.run(main(int(sys.argv[1])))
