# Sequences that * cannot repeat, unknown % formats, dicts whose classes iterate or store in their own way.
import collections, copy
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, ascii(str(e)))
for x in None, 'a', 1.5, [1], 2**70:
    show(lambda: collections.deque() * x)
    show(lambda: x * collections.deque())
    show(lambda: [1] * x)
    show(lambda: x * [1])
    def f():
        d = collections.deque([1]); d *= x; return d
    show(f)
for s in b'a%\0b', 'a%\0b', 'a%\x7f', b'%\xff', '%\u20ac', b'%\x1f', '%\n', '%\xe4', b'%s%', '%', '%(', b'%(', '%5', '%(a)', '%.', '%*', b'%\xe4d':
    show(lambda: s % (1, 2))
    show(lambda: s % {'a': 1})
class A1(collections.OrderedDict):
    def __getitem__(self, k): raise IndexError(k)
o = A1({'k': 1})
show(lambda: o); show(lambda: dict(o)); show(lambda: o.items()); show(lambda: list(o.items())); show(lambda: list(o.values())); show(lambda: o == {'k': 1}); show(lambda: o.copy()); show(lambda: o.pop('k')); show(lambda: o.get('k')); show(lambda: o.setdefault('k')); show(lambda: o.popitem()); show(lambda: copy.copy(o)); show(lambda: {**o}); show(lambda: o | {}); show(lambda: {} | o)
class A2(collections.OrderedDict):
    def items(self): return [(1, 2)]
    def keys(self): return [7]
    def __iter__(self): return iter([8, 9])
    def __getitem__(self, k): return k * 2
o = A2({'k': 1}); show(lambda: o); show(lambda: dict(o)); show(lambda: list(o.values())); show(lambda: o == {'k': 1}); show(lambda: o.copy()); show(lambda: o.popitem()); show(lambda: copy.copy(o)); show(lambda: {**o}); show(lambda: o | {}); show(lambda: {} | o); show(lambda: collections.OrderedDict(o)); show(lambda: o.pop('k'));
class A3(collections.OrderedDict):
    def __setitem__(self, k, v): super().__setitem__(k, v + 1)
    def __delitem__(self, k): print('del', k); super().__delitem__(k)
    def __missing__(self, k): return 'missing'
o = A3(a=1); show(lambda: o); show(lambda: o.setdefault('b', 5)); show(lambda: o.update(c=1)); show(lambda: o.pop('a')); show(lambda: o.pop('zz')); show(lambda: o.pop('zz', 2)); show(lambda: o.popitem()); show(lambda: o.clear()); show(lambda: o); show(lambda: o.fromkeys('ab', 2)); show(lambda: o['q']);  show(lambda: o.setdefault('q'))
class A4(dict):
    def items(self): return [(1, 2)]
    def keys(self): return [7]
    def __iter__(self): return iter([8, 9])
    def __getitem__(self, k): return k * 2
o = A4({'k': 1}); show(lambda: o); show(lambda: dict(o)); show(lambda: list(o.values())); show(lambda: o == {'k': 1}); show(lambda: o.copy()); show(lambda: copy.copy(o)); show(lambda: {**o}); show(lambda: o | {}); show(lambda: {} | o); show(lambda: collections.OrderedDict(o)); show(lambda: o.pop('k'));
