# Specs that are taken away again, waits after a reset, and what a task shows that runs
# an awaitable whose own attributes fail.
import asyncio
import threading
from unittest.mock import AsyncMock, MagicMock, NonCallableMagicMock, ThreadingMock


def show(f):
    try:
        print(f())
    except (Exception, AssertionError) as e:
        print(type(e).__name__, e)


for kind in (MagicMock, NonCallableMagicMock, AsyncMock):
    m = kind(spec=["a", "__len__"], name="m")
    show(lambda: len(m))
    show(lambda: m.mock_add_spec(None))
    show(lambda: m.other is m.other)
    show(lambda: m.mock_add_spec(["b", "__iter__"]))
    show(lambda: list(m))
    show(lambda: m.other)

waiting = ThreadingMock(name="waiting")
waiting(1)
waiting.reset_mock()
show(lambda: waiting.wait_until_called(timeout=0.01))
waiting(2)
show(lambda: waiting.wait_until_called(timeout=0.01))
show(lambda: waiting.assert_any_call(3))

for lock in (threading.Lock(), threading.RLock()):
    show(lambda: type(type(lock)(1)).__name__)
    show(lambda: type(type(lock)(a=1)).__name__)
lock = threading.Lock()
print(lock.acquire_lock(), lock.locked_lock(), lock.release_lock(), hasattr(threading.RLock(), "acquire_lock"))


class Awaitable:
    def send(self, value):
        raise StopIteration(1)

    def throw(self, *args):
        raise args[0]

    def close(self):
        pass

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return self.send(None)

    @property
    def cr_running(self):
        raise ValueError("no answer")


async def main():
    task = asyncio.create_task(Awaitable())
    show(lambda: repr(task))
    print(await task)


asyncio.run(main())
