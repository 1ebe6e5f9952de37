# Errors about futures, tasks and other objects of modules in C have the module in the type's name; their reprs do not.
import asyncio
import contextvars
import io
import sys
import threading
import time


def try_(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


async def main():
    task = asyncio.create_task(asyncio.sleep(0))
    future = asyncio.get_running_loop().create_future()
    variable = contextvars.ContextVar('a')
    for x in (task, future, variable, contextvars.copy_context(), variable.set(1), io.StringIO(), io.BytesIO(), sys.stdout,
              threading.Lock(), threading.RLock(), time.gmtime(0)):
        for f in (lambda: x.text, lambda: x + 1.5, lambda: x(), lambda: -x, lambda: x < 3, lambda: int(x),
                  lambda: abs(x), lambda: x.a, lambda: {**x}, lambda: 'a' + x, lambda: round(x), lambda: range(x)):
            try_(f)
        try:
            async with x:
                pass
        except Exception as e:
            print(type(e).__name__, e)
        print(type(x).__name__, type(x).__qualname__, type(x).__module__, type(x))
    print(repr(future), repr(task)[:14])


asyncio.run(main())
