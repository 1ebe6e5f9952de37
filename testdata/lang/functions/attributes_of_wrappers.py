"""What wraps leaves in a function's __dict__, and what can be done to that and to other attributes."""
import functools


def plain(a, b=1, *, k=2):
    "doc"


plain.tag = ["t"]


@functools.wraps(plain)
def wrapper(*args):
    return args


print(sorted(wrapper.__dict__), wrapper.__module__, wrapper.__name__, wrapper.__type_params__)
wrapper.__module__ = "elsewhere"
wrapper.__type_params__ = (int,)
print(sorted(vars(wrapper)), wrapper.__module__, wrapper.__type_params__)
del wrapper.__module__
print(wrapper.__module__)


class Factory:
    "makes things"
    kind = "k"

    def make(self):
        return self


@functools.wraps(Factory)
def factory():
    return Factory()


print(factory.__name__, factory.__doc__, factory.kind, factory.__wrapped__ is Factory)
print("__dict__" in factory.__dict__, isinstance(factory.__dict__, dict))
factory.more = 3
print(factory.more, factory.__dict__["more"])


def attempt(thunk):
    try:
        print(thunk())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)


for name in "__dict__", "__kwdefaults__", "__defaults__", "__annotations__":
    attempt(lambda: setattr(plain, name, 3))
print(plain.__kwdefaults__, plain.__defaults__, plain.tag)
attempt(lambda: delattr(plain, "__dict__"))
plain.__dict__ = {"tag": "new"}
print(plain.tag, vars(plain))

error = ValueError("e")
attempt(lambda: setattr(error, "__dict__", None))
error.__dict__ = {"note": 1}
print(error.note)
print(type(plain).__dict__["__dict__"], BaseException.__dict__["__dict__"], "__dict__" in dir(ValueError))

# What CPython reads straight from the object cannot be set.
for owner, name in [(property(plain), "fget"), (functools.partial(plain), "func"), (Factory().make, "__self__"),
                    (plain, "__closure__"), (plain.__code__, "co_name"), (slice(1), "start"), (range(2), "stop"),
                    (staticmethod(plain), "__func__"), (list[int], "__args__")]:
    attempt(lambda: setattr(owner, name, 3))
    attempt(lambda: delattr(owner, name))
    print(vars(type(owner))[name], type(vars(type(owner))[name]).__name__)
