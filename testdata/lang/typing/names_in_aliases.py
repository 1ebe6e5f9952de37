import random, asyncio, time, collections
from typing import *
def f(): pass
class A:
    def m(self): pass
    class B: pass
for x in (sorted, f, A.m, A().m, A.B, lambda: 0, random.random, len, 3, "s", None, ..., [int, str], int | str, list[int], Union[int, None], Optional[f] if False else 1, collections.deque, str.upper, "x".upper, TypeVar("T"), A(), type, [f], (int,), (), Any, time, collections.OrderedDict, collections.Counter):
    print(repr(list[x]).split(" at 0x")[0], repr(dict[x, int]).split(" at 0x")[0])
