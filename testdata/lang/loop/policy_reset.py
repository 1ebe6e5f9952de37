# Without a policy of the program's the default one is in force again, afresh: it makes a loop for who asks.
import asyncio


async def work():
    return "done"


asyncio.run(work())
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
asyncio.set_event_loop_policy(None)
loop = asyncio.get_event_loop()
print(loop.is_closed(), loop is asyncio.get_event_loop(), loop.run_until_complete(work()))
loop.close()
