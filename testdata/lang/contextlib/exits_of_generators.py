# What a generator makes of the end of its body, and what the with statement of that.
import asyncio
import contextlib


@contextlib.contextmanager
def manager(kind):
    try:
        yield kind
    except BaseException as e:
        print("    saw", repr(e))
        match kind:
            case "swallows":
                return
            case "raises another":
                raise KeyError(kind)
            case "raises from it":
                raise KeyError(kind) from e
            case "yields again":
                yield 2
            case "stops":
                raise StopIteration
            case "raises RuntimeError":
                raise RuntimeError("x") from e
            case "raises it":
                raise e
        raise
    else:
        if kind == "goes on":
            yield 3
        if kind == "fails at its end":
            raise ValueError("at end")
    finally:
        print("    over")


@contextlib.asynccontextmanager
async def asynchronous(kind):
    with manager(kind) as value:
        yield value
    if kind == "goes on later":
        yield 4


def show(e, indent="    "):
    print(indent, repr(e), e.__suppress_context__)
    if e.__cause__:
        show(e.__cause__, indent + "  from ")
    elif e.__context__:
        show(e.__context__, indent + "  after ")


def plain(kind, error):
    with manager(kind):
        if error:
            raise error
    return "done"


async def awaited(kind, error):
    async with asynchronous(kind):
        if error:
            raise error
    return "done"


def errors():
    return None, ValueError("v"), StopIteration(1), StopAsyncIteration(2), RuntimeError("r"), KeyboardInterrupt()


for kind in (
    "passes on", "swallows", "raises another", "raises from it", "yields again", "stops", "raises RuntimeError",
    "raises it", "goes on", "fails at its end", "goes on later",
):  # fmt: skip
    for run in plain, lambda kind, error: asyncio.run(awaited(kind, error)):
        for error in errors():
            print(kind, repr(error))
            try:
                print("   ", run(kind, error))
            except BaseException as e:
                show(e)

entered = manager("passes on")
print(entered.__enter__(), hasattr(entered, "args"))
try:
    entered.__exit__(ValueError, None, None)
except ValueError as e:
    show(e)


@contextlib.contextmanager
def nothing():
    return
    yield


try:
    with nothing():
        pass
except RuntimeError as e:
    show(e)

for error in None, ValueError("a"), KeyError("k"), ExceptionGroup("g", [ValueError(1), KeyError(2)]), ExceptionGroup("g", [ValueError(1)]):
    try:
        with contextlib.suppress(ValueError):
            if error:
                raise error
        print("suppressed", repr(error))
    except Exception as e:
        show(e)
