# Bounds of bisect, the hint for print >> and namespaces with odd names.
import bisect
import operator
import types


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for function in bisect.bisect, bisect.bisect_left, bisect.insort, bisect.insort_left:
    for lo, hi in (0, None), ('', 2), (0, ''), (0, 2.5), ([], {}), (-1, {}), (-1, None), (0, 10**20), (10**20, 0), (-10**20, 0), (-1, 10**20), (0, -1), (0, -2), (True, False):
        attempt(lambda: function([1, 2, 3], 2, lo, hi))

attempt(lambda: print >> 1)
attempt(lambda: operator.rshift(print, 1))
attempt(lambda: operator.irshift(print, 1))
attempt(lambda: len >> 1)
p = print
try:
    p >>= 1
except TypeError as e:
    print(e)

print(ascii(types.SimpleNamespace(**{'': 1, 'a b': 2, '\u20ac': 3, '1': 4})))
n = types.SimpleNamespace()
setattr(n, '', 1)
print(n, n.__dict__)
