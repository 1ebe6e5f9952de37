"""What an exit stack holds: a deque of pairs, in which callbacks name what they wrap."""
import asyncio
import inspect
from contextlib import AsyncExitStack, ExitStack


class Resource:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        print("exit", exc)


def on_exit(*exc):
    print("on_exit", exc)


stack = ExitStack()
stack.callback(print, "called", end="!\n")
resource = stack.enter_context(Resource())
stack.push(resource)
stack.push(on_exit)
held = stack._exit_callbacks
print(type(held).__name__, [(sync, type(f).__name__) for sync, f in held])
print(held[0][1].__wrapped__ is print, inspect.unwrap(held[0][1]) is print, held[1][1].__self__ is resource)
stack.close()


async def main():
    async def later(x):
        print("later", x)

    stack = AsyncExitStack()
    stack.push_async_callback(later, 3)
    stack.callback(print, 4)
    print([(sync, f.__wrapped__ is later) for sync, f in stack._exit_callbacks])
    await stack.pop_all().aclose()
    print(len(stack._exit_callbacks))


asyncio.run(main())
