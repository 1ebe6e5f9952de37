# Constants are computed before the compiler looks at them; finally clauses within
# finally clauses are compiled for every way out.
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)


show(lambda: ()[() + ()])
show(lambda: (() * 5)())
show(lambda: (2 * (1, 'a'))())
show(lambda: b'Hello World'[1][()])
show(lambda: '_x1'[-1]['y'])
show(lambda: (b'a' + b'b')())
show(lambda: (3 * b'a')[b''])
show(lambda: ('a' * 3)())
show(lambda: (1, (2, 3))[1]())
show(lambda: (1, 2)[5]())
show(lambda: 'abc'[True]())
show(lambda: 'aäc'[0:1]())
show(lambda: [1][0]())
show(lambda: ((1,) + (2,), 3)[0]['k'])
print('abc'[1], b'abc'[-1], (1, 2)[0], (1, 2) + (3,), 2 * (1, 2), b'a' * 3, (1, 2)[False], ()[:1], 'a' * -1, (1,) * -2)


def ways(a, b, c):
    try:
        try:
            try:
                pass
            except ValueError as a:
                if b: return 1
                if c: return 2
        finally:
            try: pass
            finally: pass
    finally:
        try:
            def f(): pass
        finally:
            pass
        if b is 1: return 3


print(ways(1, 2, 3))
