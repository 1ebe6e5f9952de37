# Subclasses and documentation of builtin classes, names in patterns, typing's reprs.
import collections, typing, re, weakref, warnings
print([c.__name__ for c in Exception.__subclasses__()][:3] if hasattr(Exception, "__subclasses__") else None)
class A: pass
class B(A): pass
class C(A): pass
print(A.__subclasses__(), B.__subclasses__(), bool in int.__subclasses__())
print(LookupError.__subclasses__()[:2], ArithmeticError.__subclasses__())
od = collections.OrderedDict(a=1)
print(od.keys(), od.values(), od.items())
for e in (ValueError, KeyError, TypeError, Exception, BaseException, OSError, StopIteration, RuntimeError, ZeroDivisionError, AttributeError, KeyboardInterrupt, SystemExit, UnicodeDecodeError, ImportError, ExceptionGroup, BaseExceptionGroup, GeneratorExit, AssertionError, RecursionError, TimeoutError, ConnectionError, Warning, DeprecationWarning, NotImplementedError, NameError, UnboundLocalError, IndexError, LookupError, ArithmeticError, OverflowError, FloatingPointError, EOFError, MemoryError, BufferError, SyntaxError, StopAsyncIteration, ReferenceError, SystemError, FileNotFoundError, PermissionError, BrokenPipeError, ConnectionResetError, UserWarning, RuntimeWarning, UnicodeError, PythonFinalizationError):
    print(e.__name__, repr(e.__doc__))
print(re.match(r"\N{LATIN SMALL LETTER A}+", "aaab"), re.match("[\\N{DIGIT ONE}-\\N{DIGIT THREE}]+", "1234"))
try: re.compile(r"\N{nope}")
except re.error as e: print(e)
try: re.compile(r"\N")
except re.error as e: print(e)
try: re.compile(rb"\N{DIGIT ONE}")
except re.error as e: print(e)
P = typing.ParamSpec("P"); T = typing.TypeVar("T"); Ts = typing.TypeVarTuple("Ts")
print(P, T, Ts, P.args, P.kwargs, typing.Callable[P, T], typing.Concatenate[int, P], typing.TypeVar("U", covariant=True), typing.TypeVar("V", contravariant=True), typing.TypeVar("W", bound=int).__bound__, typing.Unpack[Ts])
print(typing.Callable[[int], str], typing.Callable[..., int], typing.Optional[int], typing.Union[int, str, None], typing.Dict[str, int], typing.List["A"], typing.Literal[1, "a"], typing.Annotated[int, "x"], typing.ClassVar[int], typing.Final[int], typing.Awaitable[int], typing.AsyncIterator[int], typing.Generator[int, None, str], typing.Type[A], typing.Any, typing.NoReturn, typing.Self, typing.Never, typing.LiteralString)
class G(typing.Generic[T]): pass
print(G[int], G.__orig_bases__, G.__parameters__, typing.get_args(typing.Dict[str, int]), typing.get_origin(typing.List[int]))
class NT(typing.NamedTuple):
    a: int
    b: str = "x"
print(NT(1), NT._fields, NT.__annotations__, NT._field_defaults)
class TD(typing.TypedDict, total=False):
    a: int
print(TD(a=1), TD.__annotations__, TD.__total__, TD.__optional_keys__)
print(typing.get_type_hints(NT), typing.cast(int, "a"))
@typing.runtime_checkable
class Pr(typing.Protocol):
    def f(self): ...
class Im:
    def f(self): pass
print(isinstance(Im(), Pr), isinstance(1, Pr))
try: Pr()
except TypeError as e: print(e)
@typing.overload
def ov(a: int) -> int: ...
def ov(a): return a
print(ov(1), typing.NewType("UID", int), typing.NewType("UID", int)(5))
