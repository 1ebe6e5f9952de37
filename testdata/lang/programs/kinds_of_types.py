"""Enums of all kinds, typing at run time, signatures, copying protocols, finalizers, descriptors of functions."""
import asyncio
import collections
import copy
import dataclasses
import enum
import functools
import inspect
import operator
import typing
import weakref
from dataclasses import InitVar, dataclass, field, KW_ONLY
from enum import CONTINUOUS, EJECT, KEEP, NAMED_FLAGS, STRICT, UNIQUE, Enum, EnumMeta, EnumType, Flag, IntEnum, IntFlag, ReprEnum, StrEnum, auto, member, nonmember, unique, verify
from typing import (Annotated, Any, Callable, ClassVar, Final, ForwardRef, Generic, Literal, NamedTuple, Never, Optional, Protocol,
                    Required, Self, TypedDict, TypeVar, Union, get_args, get_origin, get_type_hints, runtime_checkable, NotRequired, assert_never, no_type_check, overload, get_overloads, is_typeddict, reveal_type, override, final, TYPE_CHECKING, LiteralString, TypeGuard, Unpack, Concatenate, ParamSpec)


class Color(Enum):
    RED = 1
    GREEN = "g"
    BLUE = (0, 0, 255)
    CRIMSON = 1
    _ignore_ = ["i"]

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            return next((m for m in cls if m.name.lower() == value.lower()), None)

    def __init__(self, *args): self.args = args
    @property
    def pretty(self): return self.name.title()
    def __lt__(self, o): return self.name < o.name if isinstance(o, Color) else NotImplemented


class Planet(float, Enum):
    EARTH = 5.97e24, 6.37e6
    MARS = 6.4e23, 3.4e6
    def __new__(cls, mass, radius):
        self = float.__new__(cls, mass)
        self._value_ = mass
        self.radius = radius
        return self
    @functools.cached_property
    def gravity(self): return round(6.67e-11 * self / self.radius ** 2, 3)


class Perm(Flag, boundary=EJECT):
    R, W, X = 4, 2, 1
    RW = R | W
class Keep(IntFlag):
    A = auto(); B = auto(); C = auto()
    AB = A | B
class Level(IntEnum):
    @staticmethod
    def _generate_next_value_(name, start, count, last): return (last[-1] if last else 0) + 10
    LOW = auto(); MID = auto(); HIGH = 25; TOP = auto()
class Op(Enum):
    ADD = member(staticmethod(operator.add))
    MUL = functools.partial(operator.mul) if False else member(operator.mul)
    helper = nonmember(42)
    def __call__(self, *a): return self.value(*a)
class Mode(StrEnum):
    READ = auto(); Write = auto(); EXEC = "x"


T = TypeVar("T", bound="Shape")
K = TypeVar("K", int, str)
P = ParamSpec("P")


@runtime_checkable
class Shape(Protocol):
    name: str
    def area(self, scale: float = 1) -> float: ...


class Movie(TypedDict, total=False):
    title: Required[str]
    year: NotRequired[int]
class Sequel(Movie):
    part: int
class Point(NamedTuple, Generic[K]):
    x: K
    y: K = 0
    def norm(self): return abs(self.x) + abs(self.y)


@dataclass
class Sq:
    side: float
    _: KW_ONLY
    scale: InitVar[float] = 1
    name: str = "sq"
    tags: Annotated[list[str], "meta", 3] = field(default_factory=list, metadata={"doc": "tags"})
    count: ClassVar[int] = 0
    ref: Optional["Sq"] = field(default=None, repr=False)

    def __post_init__(self, scale): self.side *= scale
    def area(self, scale=1): return self.side ** 2 * scale
    def __deepcopy__(self, memo): return type(self)(copy.deepcopy(self.side, memo), name=self.name + "'", tags=copy.deepcopy(self.tags, memo))


@overload
def conv(x: int) -> str: ...
@overload
def conv(x: str, /, *, base: int = ...) -> int: ...
def conv(x, /, *, base=10, **_: Any): return str(x) if isinstance(x, int) else int(x, base)

def sig(a, b: int = 2, /, c="x", *args: float, d, e: list[int] | None = None, **kw) -> dict[str, "Sq"]: "Doc."


class Node:
    def __init__(self, v, *kids): self.v, self.kids = v, list(kids)
    def __copy__(self): return Node(self.v, *self.kids)
    def __eq__(self, o): return isinstance(o, Node) and (self.v, self.kids) == (o.v, o.kids)
    __hash__ = None
class Slot:
    __slots__ = ("a", "b", "__weakref__")
    def __init__(self): self.a = [1]
    def __getstate__(self): return {"a": self.a}
    def __setstate__(self, s): self.a = s["a"] + ["restored"]
class Red:
    def __init__(self, n): self.n = n
    def __reduce__(self): return (Red, (self.n + 1,), {"extra": True})
class Sub(list):
    def __init__(self, *a): super().__init__(*a); self.attr = {"k": self}

def attempt(*fns):
    for f in fns:
        try: print("  ok", f())
        except Exception as e: print(f"  {type(e).__name__}: {e}")

async def main():
    print(list(Color), Color(1) is Color.CRIMSON, Color("green"), Color["RED"].pretty, sorted(Color), Color.BLUE.args, Color.__members__.keys(), Color.RED.name, f"{Color.RED}", repr(Color.GREEN), Color.RED in Color, "g" in Color, len(Color), hash(Color.RED) == hash("RED"), Color.RED.RED if hasattr(Color.RED, "RED") else None)
    print(Planet.EARTH, Planet.MARS.gravity, Planet.EARTH + 1, repr(Planet.MARS), Planet(6.4e23).name, isinstance(Planet.MARS, float))
    print(Perm(7), Perm.R | Perm.X, ~Perm.R, Perm(16), list(Perm.RW), Perm.R in Perm.RW, bool(Perm(0)), Perm.RW ^ Perm.R, repr(Perm(0)), Perm["RW"].value, len(Perm), Perm.RW.name, Keep(8 | 3), repr(Keep(9)), ~Keep.A, Keep.A + 1, list(Keep(11)), str(Keep.AB), Keep(-1))
    print(list(Level), Level.TOP * 2, f"{Level.LOW:04d} {Level.LOW}", repr(Level.LOW), Op.ADD(2, 3), Op.MUL(2, 3), Op.helper, [m.name for m in Op], Mode.Write, Mode("x"), Mode.READ + "!", repr(Mode.READ), Mode.EXEC in ("x",), "%s" % Mode.READ)
    attempt(lambda: Color("purple"), lambda: Color["PINK"], lambda: setattr(Color, "RED", 2), lambda: setattr(Color.RED, "value", 2), lambda: Color.RED < 3, lambda: Perm.R | 1, lambda: Enum("Dyn", "A B C")(2), lambda: list(IntFlag("F", {"P": 1, "Q": 4}))[-1].value, lambda: unique(Color), lambda: verify(CONTINUOUS)(Enum("E", {"A": 1, "B": 3})), lambda: verify(NAMED_FLAGS)(Flag("F", {"A": 1, "AB": 7})), lambda: Color(), lambda: del_(Color), lambda: Level(3), lambda: Flag("S", "A B", boundary=STRICT)(9), lambda: Mode(1), lambda: StrEnum("X", {"A": 1}))
    print(isinstance(Sq(2), Shape), isinstance(3, Shape), issubclass(Shape, Protocol), Sq(2, scale=3), Sq(1).area(), dataclasses.fields(Sq)[2].metadata["doc"], [f.name for f in dataclasses.fields(Sq)], get_type_hints(Sq)["ref"], get_type_hints(Sq, include_extras=True)["tags"], get_args(Annotated[int, 1, "x"]))
    print(Movie(title="x"), sorted(Sequel.__required_keys__), sorted(Sequel.__optional_keys__), is_typeddict(Sequel), Point(3, -4).norm(), Point[int], Point(1)._replace(y=5), Point.__annotations__, Point._make([1, 2]), Point.__orig_bases__[1:])
    print(get_origin(dict[str, int]), get_args(Callable[[int, str], bool]), Callable[..., int], Union[int, None, str], Optional[int] == (int | None), Literal["a", 1] == Literal["a", 1], list["Sq"], ForwardRef("Sq"), T, K.__constraints__, T.__bound__, Generic[T], typing.List[int], typing.Dict, Final[int], ClassVar, Annotated[str, 5].__metadata__, int | str | None, type[int], tuple[int, ...], Never, Self, P.args, Concatenate[int, P], LiteralString, TypeGuard[int])
    s = inspect.signature(sig)
    print(s, [str(p.kind) for p in s.parameters.values()], s.return_annotation, s.bind(1, 2, 3, 4, 5, d=6, z=7).arguments, s.bind_partial().arguments, s.replace(return_annotation=s.empty), inspect.getdoc(sig), inspect.signature(Sq), inspect.signature(Color), inspect.signature(functools.partial(sig, 1, d=3)), len(get_overloads(conv)), conv(5), conv("ff", base=16))
    b = s.bind(9, d=1); b.apply_defaults(); print(b.args, b.kwargs, b, s == inspect.signature(sig), s.parameters["e"].annotation, s.parameters["c"])
    attempt(lambda: s.bind(1, a=2, d=3), lambda: s.bind(), lambda: s.bind(1, e=1), lambda: s.bind(1, 2, 3, c=3, d=1), lambda: inspect.signature(3), lambda: inspect.Parameter("a b", inspect.Parameter.KEYWORD_ONLY), lambda: assert_never(3), lambda: Generic[int], lambda: Union[3], lambda: isinstance(3, list[int]), lambda: Movie(x=1)["title"], lambda: Literal[[]], lambda: TypeVar("X", int), lambda: Shape())
    n = Node(1, Node(2), Node(3)); n.kids.append(n); c, d = copy.copy(n), copy.deepcopy(n)
    print(c.kids[0] is n.kids[0], d.kids[0] is n.kids[0], d.kids[2] is d, copy.deepcopy(Slot()).a, copy.copy(Slot()).a, vars(copy.copy(Red(1))), copy.deepcopy(Red(5)).n, (x := copy.deepcopy(Sub([1, [2]]))).attr["k"] is x, copy.deepcopy(Sq(2, tags=["a"])), copy.replace(Sq(2), side=5, scale=2), copy.copy(sig) is sig, copy.deepcopy((1, [2]))[1])
    o = Slot(); fin = weakref.finalize(o, print, "finalized", o.a); print(fin.alive, fin.peek()[1:3], fin.detach()[1].__name__, fin.alive, fin()); w = weakref.WeakMethod(n.__init__); print(w()().__class__ if False else w().__name__, weakref.getweakrefcount(n) >= 0)
    print(sig.__defaults__, sig.__kwdefaults__, sig.__annotations__["return"], sig.__code__.co_varnames, sig.__code__.co_argcount, (lambda: 0).__name__, main.__qualname__, Sq.area.__get__(Sq(3))(), callable(sig), attempt.__closure__, (lambda q: lambda: q)(1).__closure__[0].cell_contents)

def del_(c): del c.RED
asyncio.run(main())
