# Names of aliases, Literal without duplicates, and what typing refuses as an argument.
import collections.abc
import types
from typing import *

T = TypeVar('T')
S = TypeVar('S')
P = ParamSpec('P')


class Box(Generic[T]):
    def __init__(self, item=None):
        self.item = item


class Pair(Generic[T, S]):
    pass


# What a registry or an error message reads off an annotation.
for word in (Optional, Union, Any, ClassVar, Literal, List, Dict, Callable, Tuple, Iterable, Type, Deque, AbstractSet,
             Optional[int], Union[int, str], Union[int, None], List[int], Dict[str, int], Tuple[int, ...],
             Callable[[int], str], Literal['a'], ClassVar[int], Annotated[int, 1], Iterable[int], Box[int],
             ForwardRef, NoReturn):
    print(word.__name__, word.__qualname__, word.__module__)
print(List[int]._name, Box[int].__origin__.__name__)
try:
    List.missing
except AttributeError as e:
    print('AttributeError:', e)

print(Literal['a', 'b', 'a'], Literal[1, True, 1], Literal[()], Literal[Literal[1, 2], 2, 3], Literal[[1], [1]])
print(Literal['a', 'b'] == Literal['b', 'a', 'b'], get_args(Literal['x', 'x']))

made = types.GenericAlias(Box, (int,))
print(made(3).__orig_class__, Box[str]('x').__orig_class__, list[int]([1]))
print(Annotated[List[T], 1][int], Annotated[int, 1]('3'), Annotated[Box[T], 'b'][str].__metadata__)
print(Annotated[Optional[T], 2][int], Annotated[T, 'id'][List[int]].__origin__)
print(Callable[[T], S][int, str], Callable[[T, T], List[S]][int, str].__args__, Callable[..., T][int])
print(Callable[P, T][[int, str], bool], Callable[P, T][..., bool], Callable[Concatenate[int, P], T])
print(Callable[P, int].__parameters__, Callable[[], int], Callable[[], int].__args__, get_args(Callable[[], int]))
print(collections.abc.Callable[[int], str].__args__, collections.abc.Callable[[int, T], str].__parameters__,
      get_args(collections.abc.Callable[[int, str], None]))
print(Callable[[int], str] == Callable[[int], str], Callable[[int], str] == Callable[[str], str])
print(Pair[T, int][str], Dict[T, List[S]][int, str], Union[T, S, None][int, str], Optional[T][None])


def check(make):
    try:
        print(make())
    except TypeError as e:
        print('TypeError:', e)


check(lambda: List[Union])
check(lambda: Dict[str, Optional])
check(lambda: Optional[ClassVar[int]])
check(lambda: Optional[int, str])
check(lambda: Union[Generic])
check(lambda: List[Generic[T]])
check(lambda: List[Final[int]])
check(lambda: ClassVar[Final[int]])
check(lambda: Final[ClassVar])
check(lambda: Annotated[ClassVar[int], 'kept'])
check(lambda: Union[int, (str, 1)])
check(lambda: Callable[[Protocol], int])
check(lambda: ClassVar[ClassVar])
check(lambda: List[Any])
check(lambda: List[NoReturn])
check(lambda: Dict[int, ClassVar[str]])
check(lambda: Union[()])
check(lambda: Generic[T, T])
check(lambda: Generic[()])
check(lambda: Protocol[T, T])
check(lambda: Generic[int])
check(lambda: Box[int, str])
check(lambda: Pair[int])
check(lambda: Optional[int][str])


def plain():
    class Bare(Generic):
        pass


def unlisted():
    class Short(List[T], Generic[S]):
        pass


def twice():
    class Twice(Generic[T], Box[S], Generic[S]):
        pass


def unlisted_in_pair():
    class Mixed(Pair[T, S], Generic[S]):
        pass


check(plain)
check(unlisted)
check(twice)
check(unlisted_in_pair)
