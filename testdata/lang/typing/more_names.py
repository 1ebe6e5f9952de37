# typing: overloads kept, parts of a ParamSpec, aliases with parameters, IO, SupportsComplex, the names of types.
import types
import typing
import warnings
from typing import (IO, BinaryIO, Generic, ParamSpec, ParamSpecArgs, ParamSpecKwargs, Protocol, SupportsComplex, TextIO,
                    TypeAliasType, TypeVar, clear_overloads, dataclass_transform, get_overloads, overload)

T = TypeVar("T")
P = ParamSpec("P")


def show(label, thunk):
    try:
        print(label, "->", thunk())
    except Exception as e:
        print(label, "->", f"{type(e).__name__}: {e}")


@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
def double(x):
    return x * 2


print(len(get_overloads(double)), [f.__annotations__ for f in get_overloads(double)], double(2), double("a"))
show("the overload itself", lambda: get_overloads(double)[0](1))


class Box:
    @overload
    def get(self) -> int: ...
    @overload
    def get(self, default: T) -> int | T: ...
    def get(self, default=None):
        return default


print(len(get_overloads(Box.get)), Box().get(3))
clear_overloads()
print(get_overloads(double), get_overloads(Box.get))

print(P.args, P.kwargs, type(P.args).__name__, type(P.kwargs).__name__, P.args == P.args, P.args == ParamSpecArgs(P), P.args == P.kwargs)
print(P.args.__origin__ is P, ParamSpecKwargs(P), P.__name__, P.__covariant__)

Pair = TypeAliasType("Pair", tuple[T, T], type_params=(T,))
Plain = TypeAliasType("Plain", int)
print(Pair, Pair.__value__, Pair.__type_params__, Pair.__parameters__, Pair.__module__, Pair.__name__, Pair[int])
show("Plain[int]", lambda: Plain[int])
print(Plain.__parameters__, Plain.__value__)


class Number:
    def __complex__(self):
        return None


print(isinstance(Number(), SupportsComplex), isinstance("x", SupportsComplex))
print(IO[str], TextIO.__mro__[1:3], BinaryIO.__name__, hasattr(TextIO, "encoding"), hasattr(IO, "read"), hasattr(BinaryIO, "mode"))
print(TextIO.readline.__name__, IO.__parameters__)


@dataclass_transform(kw_only_default=True, field_specifiers=(int,), extra=1)
def model(cls):
    return cls


print(model.__dataclass_transform__)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")

    @typing.no_type_check_decorator
    def decorate(f):
        return f
print([(w.category.__name__, str(w.message)) for w in caught], decorate.__name__)


@decorate
def plain(): ...


print(plain.__no_type_check__)


print(types.prepare_class("A"), types.prepare_class("B", (int,), {"k": 1}))
A = types.new_class("A", (list,), exec_body=lambda ns: ns.update(x=1))
print(A.__mro__[1], A.x, A.__name__, A.__module__)
G = types.new_class("G", (Generic[T],))
print(G.__orig_bases__, G.__bases__, G[int])
print(types.resolve_bases((Generic[T], int)), types.resolve_bases((int, str)))
print(types.get_original_bases(G), types.get_original_bases(A))
print(type(object().__str__) is types.MethodWrapperType)
print(type(str.join) is types.MethodDescriptorType)
