# Arithmetic of Counters with counts of all kinds; copies of groupby's groups.
import collections, copy, itertools
C = collections.Counter
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
vals = C('aab'), C(a=-1, b=2), C(), C({'k': []}), C(c='x'), C(a=1.5), C({1: None}), C(z=0, a=3)
for a in vals:
    show(lambda: +a); show(lambda: -a)
    for b in vals:
        for op in '__add__', '__sub__', '__or__', '__and__', '__eq__', '__le__', '__lt__', '__ge__', '__iadd__', '__isub__', '__ior__', '__iand__':
            show(lambda: getattr(C(a), op)(b))
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
g = list(itertools.groupby('aab'))
show(lambda: [type(copy.copy(x[1])) for x in g]); show(lambda: [type(copy.deepcopy(x[1])) for x in g]); show(lambda: g[0][1].__reduce__()[1:])
g = itertools.groupby('aab'); x = next(g); show(lambda: type(copy.copy(x[1]))); show(lambda: list(x[1])); show(lambda: type(copy.copy(x[1])))
next(g); show(lambda: type(copy.copy(x[1])))
