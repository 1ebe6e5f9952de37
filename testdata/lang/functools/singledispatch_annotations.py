# singledispatch.register with annotations that are texts, unions of typing, and what it refuses.
from __future__ import annotations

from datetime import datetime, timedelta
from functools import singledispatch, singledispatchmethod
from typing import Optional, Union


@singledispatch
def encode(value):
    return "base"


@encode.register
def _(value: datetime):
    return value.isoformat()


@encode.register
def _(value: Union[int, "str"]) -> str:
    return f"int or str {value}"


@encode.register
def _(value: timedelta | Optional[list]):
    return "timedelta, list or None"


for value in datetime(2024, 1, 2), 3, "x", timedelta(1), [1], None, 2.5, True:
    print(encode(value))

for annotation in "int[str]", "list[int]", "int | list[int]", "Union[int, list[int]]", "Missing", "'nested'":
    def refused(value): ...
    refused.__annotations__ = {"value": annotation}
    try:
        encode.register(refused)
    except (TypeError, NameError) as e:
        print(type(e).__name__, e)


def bare(value): ...


for first in bare, 3, list[int], Union[int, list[int]]:
    try:
        encode.register(first)(bare) if first is not bare else encode.register(first)
    except TypeError as e:
        print(str(e).split(" at 0x")[0])


class Shower:
    @singledispatchmethod
    def show(self, value):
        return "?"

    @show.register
    def _(self, value: int):
        return f"int {value}"

    @show.register
    @classmethod
    def _(cls, value: str):
        return f"{cls.__name__} {value}"


print(Shower().show(3), Shower().show("s"), Shower().show(2.0))
