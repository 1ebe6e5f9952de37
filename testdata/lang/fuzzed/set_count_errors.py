# Whom sets name when there are too many arguments.
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)

class C(set): pass
class D(frozenset): pass
class E2(set):
    def __init__(self, *a): super().__init__(*a)
class E3(set):
    def __new__(cls, *a, **k): return super().__new__(cls)
t(lambda: C(1,2)); t(lambda: C(v=1)); t(lambda: D(1,2)); t(lambda: D(v=1)); t(lambda: E2(1,2)); t(lambda: E2(v=1)); t(lambda: E3(1,2)); t(lambda: E3(v=1)); t(lambda: set(1,2)); t(lambda:frozenset(1,2)); t(lambda:set(v=1));t(lambda:frozenset(v=2)); t(lambda: list(1,2)); t(lambda: type('L',(list,),{})(1,2)); t(lambda: type('L',(list,),{'__new__':lambda c,*a: list.__new__(c)})(1,2))
