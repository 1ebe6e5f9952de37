import collections, types, itertools, datetime, enum, functools, re, asyncio, io, contextlib, dataclasses
def f():
    class In: pass
    return In()
class A:
    class B: pass
class S(str): pass
class L(list): pass
vals = [1, 1.5, None, b'', [], {}, A(), A.B(), f(), L(), collections.Counter(), collections.deque(), collections.OrderedDict(), collections.defaultdict(), collections.UserDict(), collections.ChainMap(), collections.namedtuple('N', 'a')(1), types.SimpleNamespace(), itertools.count(), iter([]), datetime.date(1,1,1), enum.Enum('E', 'a').a, functools.partial(f), re.compile('a'), asyncio.Lock(), asyncio.Queue(), io.StringIO(), contextlib.ExitStack(), range(1), f, len, [].append, int, A, ..., NotImplemented, {}.keys(), ValueError(), (x for x in ()), slice(1), types.MappingProxyType({}), asyncio.TimeoutError(), collections, re.match('a', 'a'), datetime.timedelta(1), functools.lru_cache(f), contextlib.nullcontext(), dataclasses.MISSING]
for v in vals:
    for a in ((b'', v), (b'', 'utf-8', v)):
        try: print(str(*a))
        except Exception as e: print(type(e).__name__, e)
