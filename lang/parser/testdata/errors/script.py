import asyncio
await asyncio.sleep(1)  # ERROR `E0107: .await. outside an async function`
async with x:  # ERROR `E0107: .async with. outside an async function`
    pass
[await y for y in z]  # ERROR `E0107: an asynchronous comprehension outside an async function`
async def ok():
    await asyncio.sleep(1)
