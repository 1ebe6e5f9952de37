# States of asynchronous generators, marks of coroutine functions, annotations as values.
import asyncio
import functools
import inspect


async def ticks():
    yield 1
    await asyncio.sleep(0)
    yield 2


async def main():
    agen = ticks()
    states = [inspect.getasyncgenstate(agen)]
    async for _ in agen:
        states.append(inspect.getasyncgenstate(agen))
    states.append(inspect.getasyncgenstate(agen))
    print(states, agen.ag_suspended)
    other = ticks()
    await anext(other)
    print(other.ag_suspended, other.ag_running)
    step = asyncio.ensure_future(anext(other))
    await asyncio.sleep(0)
    print(other.ag_suspended, other.ag_running, inspect.getasyncgenstate(other))
    print(await step)
    await other.aclose()
    print(inspect.getasyncgenstate(other))


asyncio.run(main())


async def fetch():
    pass


marked = inspect.markcoroutinefunction(lambda: 0)


class Client:
    async def get(self):
        pass

    def __call__(self):
        pass


for f in (fetch, marked, lambda: 0, Client().get, Client.get, Client(), functools.partial(fetch), asyncio.Queue.get,
          asyncio.Queue().get, asyncio.sleep, asyncio.gather, functools.partial(Client().get)):
    print(asyncio.iscoroutinefunction(f), inspect.iscoroutinefunction(f))

print(inspect.isroutine(functools.partial(fetch)), inspect.isroutine(fetch), inspect.isroutine(len),
      inspect.isroutine([].append), inspect.isroutine(int.__add__), inspect.isroutine((1).__add__))


class Node:
    Alias = int
    parent: "Node | None" = None
    size: "Alias" = 0
    nothing: "None" = None


def link(a: "Node", b: "list[Node]" = (), *, c: int = 1) -> "None":
    pass


@functools.wraps(link)
def linked(*args, **kwargs):
    return link(*args, **kwargs)


print(inspect.get_annotations(Node))
notes = inspect.get_annotations(Node, eval_str=True)
print(notes["size"], notes["nothing"], list(notes))
print(inspect.get_annotations(link, eval_str=True))
print(inspect.get_annotations(linked, eval_str=True)["return"])
print(inspect.signature(link))
print(inspect.signature(link, eval_str=True))
print(inspect.signature(linked, eval_str=True).parameters["a"].annotation is Node)
print(inspect.Signature.from_callable(link, eval_str=True).return_annotation)


def local(a: "Inner", b: "undefined" = 0):
    pass


class Inner:
    pass


print(inspect.signature(local, eval_str=True, locals={"undefined": str}))
try:
    inspect.signature(local, eval_str=True)
except NameError as e:
    print(e)
