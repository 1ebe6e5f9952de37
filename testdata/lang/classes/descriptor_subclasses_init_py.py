import re
class cp(property):
    def __init__(self, fget, extra):
        super().__init__(fget, doc="d")
        self.extra=extra
class A:
    @property
    def x(self): "doc"; return 1
    y = cp(lambda self: 2, 5)
    z = property(fget=lambda s: 3, doc="hey")
print(A().x, A().y, A.y.extra, A.y.__doc__, A.x.__doc__, A.z.__doc__)
class cm(classmethod):
    def __init__(self, f, n):
        super().__init__(f); self.n=n
class B:
    m = cm(lambda cls: cls.__name__, 4)
    @classmethod
    def k(cls): return 1
    @staticmethod
    def s(): return 2
print(B.m(), B.__dict__['m'].n, B.k(), B.s())
def tr(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
tr(lambda: classmethod()); tr(lambda: classmethod(1,2)); tr(lambda: staticmethod(f=1)); tr(lambda: property(1,2,3,4,5)); tr(lambda: property(foo=1)); tr(lambda: property().fget)
tr(lambda: classmethod(1).__func__)
class D(property): pass
class E:
    q = D(lambda s: 9)
    @q.setter
    def q(self, v): print('set', v)
e=E(); e.q=3; print(e.q, type(E.q).__name__, E.q.__doc__)
class P2(property):
    "class doc"
class F:
    @P2
    def q(self): "own"; return 1
print(F.q.__doc__, F.q.__name__)
