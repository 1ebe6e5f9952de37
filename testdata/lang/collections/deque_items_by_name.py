import collections
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class I:
    def __index__(self): return 1
class D(collections.deque): pass
for C in (collections.deque, D):
  for k in ('a', None, 1.5, 10**30, -10**30, True, I(), slice(1), 7, -7, -1):
    d = C([1, 2, 3])
    t(lambda: d[k]); t(lambda: d.__getitem__(k)); t(lambda: C.__getitem__(d, k))
    def s(): d[k] = 9
    t(s); t(lambda: d.__setitem__(k, 8)); 
    def x(): del d[k]
    t(x); t(lambda: d.__delitem__(k)); t(lambda: d)
  t(lambda: d.__getitem__()); t(lambda: d.__getitem__(1, 2)); t(lambda: d.__setitem__(1)); t(lambda: d.__delitem__())
  t(lambda: d.__getitem__(k=1))
  t(lambda: d * 1.5); t(lambda: d.__mul__(1.5)); t(lambda: d.__rmul__('a')); t(lambda: d.__imul__('a')); t(lambda: d.__mul__(10**30)); t(lambda: d * 10**30)
  t(lambda: d.__add__([1])); t(lambda: d + [1]); t(lambda: d.__iadd__(3)); t(lambda: d.__contains__(1))
