"""A .py file follows plain Python: no prelude, no top-level await."""
import asyncio
import sys
from coro import between, now


async def main():
    await asyncio.sleep(1.5)
    print("clock", now(), between(3, 3), asyncio.get_running_loop().time())
    return {3, 1, 2}


if __name__ == "__main__":
    print(asyncio.run(main()), __name__, sys.argv[0].endswith(".py"))
