"""Methods that a subclass of the loop overrides take part in what the loop does."""
import asyncio


class Loop(type(asyncio.new_event_loop())):
    def call_exception_handler(self, context):
        print("handler:", context["message"].split(" at ")[0], repr(context.get("exception")))

    def create_task(self, coro, **kwargs):
        print("create_task", coro.__name__, sorted(kwargs))
        return super().create_task(coro, **kwargs)

    def call_later(self, delay, callback, *args, context=None):
        print("call_later", delay)
        return super().call_later(delay, callback, *args, context=context)


async def child():
    await asyncio.sleep(0.5)
    return "child"


async def main():
    loop = asyncio.get_running_loop()

    def fails():
        raise ValueError("in a callback")

    loop.call_soon(fails)
    print(await asyncio.create_task(child()))
    print(await asyncio.gather(child(), child()))
    async with asyncio.TaskGroup() as group:
        group.create_task(child())
    seen = []
    real = loop.call_soon

    def call_soon(callback, *args, context=None):
        seen.append(1)
        return real(callback, *args, context=context)

    loop.call_soon = call_soon
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del loop.call_soon
    await asyncio.sleep(0)
    print("call_soon", len(seen))
    print(loop.time())


with asyncio.Runner(loop_factory=Loop) as runner:
    runner.run(main())
