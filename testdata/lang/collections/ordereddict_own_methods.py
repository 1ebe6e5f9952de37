import collections
o = collections.OrderedDict(a=1)
for name in 'clear', 'copy', 'keys', 'values', 'items', 'update', 'popitem', 'pop', 'setdefault', 'move_to_end', 'fromkeys', 'get', '__reversed__':
    for args in (), (1,), (1, 2), (1, 2, 3):
        try: print(name, type(getattr(collections.OrderedDict(a=1), name)(*args)).__name__)
        except Exception as e: print(name, type(e).__name__, e)
print(o.clear(), o, collections.OrderedDict.clear)

o.update(); o.update(b=2); o.update({'c': 3}, d=4); o.update([('e', 5)]); print(o)
try: o.update(5)
except TypeError as e: print(e)
