# getfullargspec and getcallargs.
import functools
import inspect


class Store:
    def __init__(self, path, *, mode="r"):
        pass

    def query(self, q, limit: int = 10, *rest, key: str, order=None, **options) -> list:
        pass

    @classmethod
    def open(cls, path):
        pass

    @staticmethod
    def parse(text, /, strict=False):
        pass

    def __call__(self, request):
        pass


store = Store("p")
for f in (store.query, Store.query, store.open, Store.parse, Store, store, len, print,
          functools.partial(Store.parse, strict=True)):
    print(inspect.getfullargspec(f))
spec = inspect.getfullargspec(store.query)
print(spec.args, spec.varargs, spec.varkw, spec.defaults, spec.kwonlyargs, spec.kwonlydefaults)
print(spec[0] == spec.args, isinstance(spec, tuple), spec._fields)
args, *others = spec
print(args, len(others), spec.annotations)


@functools.wraps(store.query)
def wrapper(*args, **kwargs):
    pass


print(inspect.getfullargspec(wrapper).args, inspect.signature(wrapper))
for bad in (3, "text", None, int):
    try:
        inspect.getfullargspec(bad)
    except TypeError as e:
        print(e, type(e.__cause__).__name__)


def f(a, b=2, *args, k, o=5, **kw):
    pass


def g(a, b, c):
    pass


def h(a, *, x, y, z=1):
    pass


def opt(a, b=1):
    pass


print(inspect.getcallargs(f, 1, k=3))
print(inspect.getcallargs(f, 1, 2, 3, 4, z=9, k=3))
print(inspect.getcallargs(store.query, "s", key="k")["q"])
print(list(inspect.getcallargs(g, 1, c=3, b=2)))
for call in (lambda: inspect.getcallargs(f),
             lambda: inspect.getcallargs(g),
             lambda: inspect.getcallargs(g, 1),
             lambda: inspect.getcallargs(g, 1, 2, 3, 4),
             lambda: inspect.getcallargs(g, 1, 2, 3, a=4),
             lambda: inspect.getcallargs(g, 1, 2, 3, q=4),
             lambda: inspect.getcallargs(h, 1),
             lambda: inspect.getcallargs(h, 1, 2, x=1, y=2),
             lambda: inspect.getcallargs(opt, 1, 2, 3),
             lambda: inspect.getcallargs(opt)):
    try:
        print(call())
    except TypeError as e:
        print(e)
