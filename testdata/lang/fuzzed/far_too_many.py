# Numbers of times and widths that no memory holds; keys that an empty OrderedDict is
# asked for.
import collections


def show(*what, f):
    try:
        v = f()
        print(*what, type(v).__name__, repr(v)[:40])
    except Exception as e:
        print(*what, type(e).__name__, e)


most = 2 ** 63 - 1
for x in '', 'a', 'ab', b'', b'a', b'ab', [], [1, 2], (), (1, 2):
    for n in most, most // 2, most // 2 + 1, most + 1, -most - 1, -most - 2, 10 ** 30, most - 1:
        show(repr(x), '*', n, f=lambda: x * n)
        show(n, '*', repr(x), f=lambda: n * x)
        for name in 'ljust', 'rjust', 'center', 'zfill':
            if hasattr(x, name):
                show(repr(x), name, n, f=lambda: getattr(x, name)(n))
for d in {}, collections.OrderedDict(), collections.defaultdict(int), {1: 2}, collections.OrderedDict(a=1):
    for name in 'pop', 'move_to_end', 'get', 'setdefault', '__delitem__', '__contains__':
        if hasattr(d, name):
            for key in [], {}, (1, []), 5:
                show(d, name, key, f=lambda: getattr(d, name)(key))
            show(d, name, '[] 1', f=lambda: getattr(d, name)([], 1))
for n in (2**63 - 1, 2**63 - 33):
    try:
        bytes(n)
    except OverflowError as e:
        print(e)
