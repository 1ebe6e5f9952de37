# concurrent.futures: executors of one's own, initializers, abandoned calls, names of threads.
import asyncio, threading, time
from concurrent.futures import ThreadPoolExecutor, Executor, as_completed, wait
import concurrent.futures
def w(n):
    time.sleep(0.05*n)
    return n, threading.current_thread().name
async def main():
    print((await asyncio.gather(*(asyncio.to_thread(w, i) for i in (3, 2, 1))))[0][0])
asyncio.run(main())
with ThreadPoolExecutor(2) as p:
    print([n for n, _ in p.map(w, [1, 1, 1, 2])])
local=threading.local()
def init(x): local.x=x; print("init",x, threading.current_thread().name)
def use(): return local.x
with ThreadPoolExecutor(1, "pre", init, (7,)) as p:
    print(p.submit(use).result(), p.submit(use).result(), p.submit(w,0).result())
with ThreadPoolExecutor() as p:
    print(p.submit(w,0).result(), p._thread_name_prefix)
print(isinstance(p, Executor), Executor.__mro__)
class Now(Executor):
    def submit(self, fn, /, *a, **k):
        f=concurrent.futures.Future()
        try: f.set_result(fn(*a,**k))
        except Exception as e: f.set_exception(e)
        return f
with Now() as n:
    print(list(n.map(lambda x,y:x+y,[1,2],[3,4])), n.submit(lambda: 1/0).exception())
try: Executor().submit(1)
except NotImplementedError as e: print(repr(e))
async def m2():
    loop=asyncio.get_running_loop()
    with Now() as n:
        try: print((await loop.run_in_executor(n, w, 0))[0])
        except Exception as e: print(repr(e))
    try: loop.set_default_executor(n)
    except Exception as e: print(repr(e))
asyncio.run(m2())
begun, gate = threading.Event(), threading.Event()
def hold():
    begun.set()
    gate.wait()
p=ThreadPoolExecutor(1)
fs=[p.submit(hold) for _ in range(4)]
begun.wait()
p.shutdown(wait=False,cancel_futures=True)
gate.set()
fs[0].result()
print([f.cancelled() for f in fs])
try: p.submit(w,1)
except RuntimeError as e: print(e)
def bad(): raise ValueError("init")
p=ThreadPoolExecutor(1, initializer=bad)
try: print(p.submit(w,1).result())
except Exception as e: print(type(e), e)
try: ThreadPoolExecutor(0)
except ValueError as e: print(e)
try: ThreadPoolExecutor(1, initializer=3)
except TypeError as e: print(e)
gate.clear()
with ThreadPoolExecutor(2) as p:
    it=p.map(lambda x: gate.wait() and x,[20,21,22],timeout=0.01)
    try: next(it)
    except TimeoutError as e: print(repr(e), list(it))
    gate.set()
