package kinds

// taskPrelude is what every program of tasks begins with: how it logs, and objects of
// its own to await, enter and iterate over.
const taskPrelude = `import asyncio
import asyncio.staggered
import concurrent.futures
import contextlib
import contextvars
import time

loop = None
var = contextvars.ContextVar("var", default=0)
shared = contextvars.copy_context()
tasks, futures, groups, limits, handles, keep, mains = {}, [], [], [], [], [], []
box = {"n": 0}
pool = concurrent.futures.ThreadPoolExecutor(max_workers=1)


class Shown:
    def __init__(self, value):
        self.value = value


def show(value):
    if isinstance(value, Shown):
        return repr(value.value)
    if isinstance(value, BaseException):
        text = str(value).split("<")[0].split(" at 0x")[0]
        if isinstance(value, BaseExceptionGroup):
            text = value.message + ": " + ", ".join(map(show, value.exceptions))
        text = f"{type(value).__name__}({text})"
        if value.__cause__ is not None:
            text += f" from {type(value.__cause__).__name__}"
        if value.__context__ is not None:
            text += f" after {type(value.__context__).__name__}"
        return text
    if isinstance(value, asyncio.Future):
        name = value.get_name() if isinstance(value, asyncio.Task) else type(value).__name__
        return f"{name}:{value._state}"
    if isinstance(value, (list, tuple, set)):
        return "[" + ", ".join(map(show, value)) + "]"
    return repr(value)


def log(label, *values):
    try:
        task = asyncio.current_task()
        who = task.get_name() if task else "loop"
    except RuntimeError:
        who = "outside"
    print(f"{loop.time() if loop else 0:g} {who} {label}", *map(show, values))


def note(label, *values):
    print(f"{loop.time():g} {label}", *map(show, values))


def kept(generator):
    return keep.append(generator) or generator


def made(key):
    return tasks[key] if key in tasks else asyncio.sleep(0, key)


def everyone():
    return asyncio.all_tasks() if mains and not mains[-1].done() else "over"


def handler(loop, context):
    log("handler", context["message"].split(" at ")[0].split("(")[0], context.get("exception"))


def broken_handler(loop, context):
    raise LookupError(context["message"].split(" at ")[0].split("(")[0])


def factory(loop, coro, **options):
    if getattr(coro, "__name__", "").startswith("f"):
        log("factory", sorted(options))
    return asyncio.Task(coro, loop=loop, **options)


def answered(job):
    log("answered", job.done(), job.cancelled())


class Later:
    def __init__(self, passes, delay, result):
        self.passes, self.delay, self.result = passes, delay, result

    def __await__(self):
        for _ in range(self.passes):
            yield
        try:
            return (yield from asyncio.sleep(self.delay, self.result).__await__())
        finally:
            note("later", self.result)


class Door:
    def __init__(self, name, delay, fails=False, swallows=False):
        self.name, self.delay, self.fails, self.swallows = name, delay, fails, swallows

    async def __aenter__(self):
        await asyncio.sleep(self.delay)
        note("enter", self.name)

    async def __aexit__(self, kind, error, trace):
        note("exit", self.name, error)
        await asyncio.sleep(self.delay)
        if self.fails:
            raise ValueError(self.name)
        return self.swallows


class Ticks:
    def __init__(self, left, delay):
        self.left, self.delay = left, delay

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.left:
            raise StopAsyncIteration
        self.left -= 1
        await asyncio.sleep(self.delay)
        return self.left


@contextlib.asynccontextmanager
async def managed(name, delay):
    try:
        yield name
    except ValueError as e:
        note("managed", name, e)
    finally:
        await asyncio.sleep(delay)
        note("managed", name)


`
