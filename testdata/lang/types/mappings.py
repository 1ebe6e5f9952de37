import types, collections, datetime, re
class C:
    def __getitem__(self, k): return 1
class D: pass
from collections import *
for v in [], (), {}, deque(), '', b'', range(3), set(), 3, C(), D(), OrderedDict(), Counter(), ChainMap(), UserDict(), UserList(), UserString(''), types.SimpleNamespace(), types.MappingProxyType({}), {}.keys(), re.match('a', 'a'), list, dict, list[int], namedtuple('N', 'a')(1), os if False else None, slice(1), type('E', (deque,), {})(), type('F', (str,), {})(), type('G', (list,), {})(), type('H', (tuple,), {})(), defaultdict(int):
    try: print(type(types.MappingProxyType(v)).__name__)
    except TypeError as e: print(e)
    try: print('%d' % v if isinstance(v, int) else 'x' % v)
    except TypeError as e: print(e)
