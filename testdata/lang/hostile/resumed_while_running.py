# Generators, coroutines and async generators that are resumed while they run.
def g():
    try: next(it)
    except ValueError as e: print(e)
    yield 1
    try: it.send(1)
    except ValueError as e: print(e)
    try: it.close()
    except ValueError as e: print(e)
    try: it.throw(KeyError)
    except ValueError as e: print(e)
    yield 2
it=g()
print(list(it))
async def c():
    try: co.send(None)
    except ValueError as e: print(e)
    async def d(): await co
    try: d().send(None)
    except (ValueError,RuntimeError) as e: print(type(e),e)
co=c()
try: co.send(None)
except StopIteration: pass
async def ag():
    yield 1
    try: await a.__anext__()
    except (ValueError,RuntimeError) as e: print(type(e),e)
    try: a.asend(1).send(None)
    except (ValueError,RuntimeError) as e: print(type(e),e)
    try: a.aclose().send(None)
    except (ValueError,RuntimeError) as e: print(type(e),e)
    yield 2
import asyncio
async def main():
    global a
    a=ag()
    async for x in a: print(x)
asyncio.run(main())
