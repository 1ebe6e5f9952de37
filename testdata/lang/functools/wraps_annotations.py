# functools.wraps keeps the annotations too, the same dict.
import functools
def deco(fn):
    @functools.wraps(fn)
    def inner(*a, **k): return 1
    return inner
def deco2(fn):
    @functools.wraps(fn)
    def inner(*a, **k): return 1
    inner.calls=0
    return inner
@deco
def add(a: int)->int: pass
@deco2
def add2(a: int)->int: pass
print(add.__annotations__, add2.__annotations__)
print(add.__annotations__ is add.__wrapped__.__annotations__, functools.WRAPPER_ASSIGNMENTS)
class C:
    @deco
    def m(self, x: str): pass
print(C.m.__annotations__, C().m.__annotations__)
