# What the repr of a future shows of its result: no more than a little, and never an error.
import asyncio
from collections import deque


class Shy:
    def __repr__(self):
        raise ValueError("not now")


async def give(value):
    return value


async def main():
    for value in Shy(), [Shy()], deque(range(30)), deque([[1, [2]]]), deque():
        task = asyncio.create_task(give(value))
        await task
        text = repr(task)
        print(text[text.index("result=") :].split(" at ")[0])
    print(asyncio.timeout_at(10**12), asyncio.timeout_at(5).when())
    async with asyncio.timeout(3) as deadline:
        deadline.reschedule(10)
        print(deadline, deadline.when())


asyncio.run(main())
