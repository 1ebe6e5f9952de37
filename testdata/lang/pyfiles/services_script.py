"""A .py file that declares routes with Coro's own words and reads them with aiohttp."""
import asyncio
import aiohttp
from coro import Response, route


@route("https://shop.example/items/{id}")
async def item(request):
    await asyncio.sleep(0.25)
    if request.params["id"] == "9":
        return Response(status=404, text="no such item")
    return {"id": int(request.params["id"]), "q": request.query}


async def fetch(session, n):
    async with session.get(f"https://shop.example/items/{n}?x=1") as response:
        return response.status, await (response.json() if response.ok else response.text())


async def main():
    async with aiohttp.ClientSession() as session:
        print(await asyncio.gather(*(fetch(session, n) for n in (1, 2, 9))))
        try:
            await session.get("https://nowhere.example/")
        except aiohttp.ClientConnectorError as e:
            print(type(e).__name__, isinstance(e, aiohttp.ClientError))
    print(asyncio.get_running_loop().time())


asyncio.run(main())
