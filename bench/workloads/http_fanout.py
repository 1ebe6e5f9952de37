"""n requests to a simulated service, a thousand at a time."""
import asyncio
import sys

from coro import http, route


@route("http://service/item")
async def item(request):
    await asyncio.sleep(0.01)
    return {"size": 1}


async def ask():
    reply = await http.get("http://service/item")
    return (await reply.json())["size"]


async def main(n):
    total = 0
    for _ in range(0, n, 1000):
        total += sum(await asyncio.gather(*[ask() for _ in range(min(n, 1000))]))
    print(total)


asyncio.run(main(int(sys.argv[1])))
