# Type variables are called by a str.
import typing

for make in typing.TypeVar, typing.ParamSpec, typing.TypeVarTuple:
    print(make("T"))
    try:
        make(1)
    except TypeError as error:
        print(error)
