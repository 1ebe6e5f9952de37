# Type variables in list[T], in unions and in aliases of typing around these: __parameters__ and what [] puts in.
from typing import Dict, TypeVar

T = TypeVar('T')
S = TypeVar('S')


def try_(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


try_(lambda: list[T][int])
try_(lambda: list[T].__parameters__)
try_(lambda: dict[T, S][int, str])
try_(lambda: dict[T, S][int])
try_(lambda: dict[T, S][int, str, float])
try_(lambda: dict[str, T][int])
try_(lambda: dict[str, list[T]][int])
try_(lambda: dict[str, list[T]].__parameters__)
try_(lambda: (list[T] | None)[int])
try_(lambda: (list[T] | None).__parameters__)
try_(lambda: list[T][int][str])
try_(lambda: (int | str)[0])
try_(lambda: list[int][0])
try_(lambda: [*list[int]])
try_(lambda: tuple[*tuple[int, str]])
try_(lambda: list(list[int])[0].__unpacked__)
try_(lambda: list(list[int])[0] == list[int])
try_(lambda: (int | T)[str])
try_(lambda: dict[T, T][int])
try_(lambda: tuple[T, ...][int])
try_(lambda: list[T][None])
try_(lambda: Dict[str, list[T]][int])
try_(lambda: list[T]())
try_(lambda: -list[int])
try_(lambda: (int | str)())
try_(lambda: 1 in (int | str))
try_(lambda: 'ab' % (int | str))
