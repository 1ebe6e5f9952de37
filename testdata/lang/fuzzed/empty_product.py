# product with repeat=0 asks nobody; degrees may be infinite.
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)

import math, itertools
t(lambda: math.degrees(1e308)); t(lambda: math.degrees(float('inf')));t(lambda: list(itertools.product(iter([1]),repeat=0)));t(lambda: list(itertools.product(5,repeat=0)))
for p in (-1,): t(lambda: math.radians(1e308))
