# What the locks' own methods call is the method that a derived class has.
import asyncio


class Lock(asyncio.Lock):
    holders = 0

    async def acquire(self):
        await super().acquire()
        self.holders += 1
        return True

    def release(self):
        self.holders -= 1
        super().release()


class Semaphore(asyncio.Semaphore):
    acquired = 0
    closed = False

    def locked(self):
        return self.closed or super().locked()

    async def acquire(self):
        self.acquired += 1
        return await super().acquire()


class Condition(asyncio.Condition):
    async def wait(self):
        print("wait")
        await super().wait()
        print("waited")

    def notify(self, n=1):
        print("notify", n)
        super().notify(n)


class Barrier(asyncio.Barrier):
    async def wait(self):
        index = await super().wait()
        print("index", index)
        return index * 10


async def hold(lock, name):
    async with lock as value:
        print(name, "holds", value, getattr(lock, "holders", None))
        await asyncio.sleep(1)
    print(name, "is out", getattr(lock, "holders", None))


async def main():
    lock = Lock()
    await asyncio.gather(*(hold(lock, name) for name in "abc"))
    task = asyncio.create_task(hold(lock, "d"))
    await asyncio.sleep(0)
    late = asyncio.create_task(hold(lock, "e"))
    await asyncio.sleep(0)
    late.cancel()
    print(await asyncio.gather(task, late, return_exceptions=True), lock.holders)

    semaphore = Semaphore(2)
    await asyncio.gather(*(hold(semaphore, name) for name in "fgh"))
    semaphore.closed = True
    try:
        async with asyncio.timeout(1):
            await semaphore.acquire()
    except TimeoutError:
        print("closed", semaphore.acquired)

    condition = Condition()
    ready = []

    async def waiter():
        async with condition:
            await condition.wait_for(lambda: ready)

    waiting = asyncio.create_task(waiter())
    await asyncio.sleep(1)
    for _ in range(2):
        async with condition:
            condition.notify_all()
        await asyncio.sleep(1)
        ready.append(1)
    await waiting

    barrier = Barrier(2)

    async def meet():
        async with barrier as index:
            print("met", index)

    await asyncio.gather(meet(), meet())


asyncio.run(main())


class Runner(asyncio.Runner):
    def close(self):
        print("close")
        super().close()


with Runner() as runner:
    print(runner.run(asyncio.sleep(1, "ran")))
