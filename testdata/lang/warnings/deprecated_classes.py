# @warnings.deprecated: on classes, what is derived from them, functions and coroutine functions.
import asyncio
import inspect
import warnings


def show(function):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            print(function())
        except Exception as error:
            print(f"{type(error).__name__}: {error}")
    for warning in caught:
        print("   line", warning.lineno, warning.category.__name__, warning.message)


@warnings.deprecated("use New")
class Old:
    pass


@warnings.deprecated("use Pair")
class Single:
    def __init__(self, x):
        self.x = x

    def __init_subclass__(cls, **options):
        print("subclass", cls.__name__, options)


@warnings.deprecated("use Later", category=PendingDeprecationWarning)
class Soon:
    def __new__(cls, *args):
        return super().__new__(cls)


def derive(base, **options):
    class Derived(base, **options):
        pass
    return Derived


show(lambda: isinstance(Old(), Old))
show(lambda: Old(3))
show(lambda: Single(3).x)
show(lambda: Single())
show(lambda: isinstance(Soon(1, 2), Soon))
show(lambda: derive(Old).__name__)
show(lambda: derive(Single, tag=1)(4).x)
show(lambda: derive(Soon)(1).__class__.__name__)
print(Old.__deprecated__, Old.__new__.__deprecated__, Old.__new__.__name__)


@warnings.deprecated("use load")
async def fetch():
    return 4


print(inspect.iscoroutinefunction(fetch), asyncio.iscoroutinefunction(fetch), fetch.__name__)
show(lambda: asyncio.run(fetch()))


@warnings.deprecated("deep", stacklevel=2)
def deep():
    return "deep"


def calls_deep():
    return deep()


show(lambda: calls_deep())
show(lambda: warnings.deprecated("x")(3))
show(lambda: warnings.deprecated(3))
show(lambda: warnings.deprecated("quiet", category=None)(calls_deep) is calls_deep)
print(calls_deep.__deprecated__)
