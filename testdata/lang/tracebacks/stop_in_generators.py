import traceback, sys
def stop(): raise StopIteration(1)
def g1():
    stop()
    yield
def g2():
    yield 1
    stop()
def g3():
    for i in range(3):
        stop()
        yield
def g4():
    try:
        yield 1
    finally:
        stop()
def g5():
    x = yield from g1()
def g6():
    with open_it():
        yield
        raise StopIteration
class open_it:
    def __enter__(self): pass
    def __exit__(self, *a): pass
g7 = g8 = lambda: (stop() for x in [1])

g9 = lambda: (x for x in [1] if stop())
g10 = lambda: (x for y in [1] for x in [stop(), 2])
g11 = lambda: ([stop() for x in [1]] for x in [1])
g12 = lambda: ((stop() for x in [1]) for x in [1])
def g13():
    while True:
        if stop(): return
        yield
def g14():
    try:
        stop()
    except StopIteration as e:
        raise
    yield
def g15():
    try:
        stop()
    except ValueError:
        yield
g16 = lambda: (
    stop()
    for x in [1])
class S:
    def __iter__(self): return self
    def __next__(self): raise StopIteration
async def co():
    raise StopIteration(3)
async def ag():
    stop()
    yield
async def ag2():
    raise StopAsyncIteration
    yield
def g17():
    yield from (stop() for i in [1])
def g18():
    return (yield)
for g in (g1,g2,g3,g4,g5,g6,g7,g8,g9,g10,g11,g13,g14,g15,g16,g17):
    print("==", g.__name__)
    try:
        for x in g(): pass
    except RuntimeError as e:
        traceback.print_exc(file=sys.stdout)
import asyncio
async def m():
    for c in (co(), anext(ag()), anext(ag2())):
        try: await c
        except RuntimeError:
            traceback.print_exc(file=sys.stdout)
    try:
        async for x in (stop() async for x in ag18()): pass
    except RuntimeError:
        traceback.print_exc(file=sys.stdout)
    async def t(): raise StopAsyncIteration
    try: [x async for x in ((await t()) for i in [1])]
    except RuntimeError:
        traceback.print_exc(file=sys.stdout)
async def ag18():
    yield 1
asyncio.run(m())
