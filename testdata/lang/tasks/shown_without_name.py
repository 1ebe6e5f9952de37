import asyncio
async def g():
    yield 1
class C:
    def __init__(self): self.n=0
    def send(self, v): raise StopIteration(3)
    def throw(self, *a): raise a[0]
    def close(self): pass
    def __await__(self): return self
    def __iter__(self): return self
    def __next__(self): return self.send(None)
class D(C):
    __qualname__ = "X"
    cr_running = True
class E(C):
    def __init__(self): self.__name__="nm"
async def main():
    a = g()
    for x in (a.aclose(), a.__anext__(), a.athrow(ValueError), a.asend(None), C(), D(), E()):
        try: t = asyncio.create_task(x); print(t)
        except TypeError as e: print(e)
        print(await asyncio.gather(t, return_exceptions=True))
        print(t)
asyncio.run(main())
