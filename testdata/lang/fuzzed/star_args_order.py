# The order in which a call takes *args and **keywords apart, and whom its errors name.
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e, repr(e.__context__))
def log(x): print('eval', x); return x
def f(*a, **k): return a, k
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): print('iter', self.n); return iter((self.n,))
class M:
    def __init__(self, n): self.n = n
    def keys(self): print('keys', self.n); return [self.n]
    def __getitem__(self, k): print('get', k); return k
t(lambda: f(*It('a'), **M('b')))
t(lambda: f(log(1), *It('a'), log(2), *It('b'), k=log(3), **M('b'), j=log(4), **M('c')))
t(lambda: f(*log(5), **log(6)))
t(lambda: f(*It('a'), **log(6)))
t(lambda: f(*log(5), **M('q')))
t(lambda: f(log(1), **M('q'), **5))
t(lambda: f(*It(1), *5, **M('q')))
t(lambda: f(**M('q'), **M('q')))
t(lambda: 5(*It(1), **M('q')))
t(lambda: 5(*7, **M('q')))
t(lambda: 5(**7))
t(lambda: 5(*7))
t(lambda: f(*(log(x) for x in 'ab'), **{log('z'): log(1)}))
t(lambda: f(k=log(1), *It(2)))
t(lambda: f(k=log(1), *log(7)))
t(lambda: f(*It(1), k=log(2), **M('k')))
t(lambda: f(**M('k'), k=log(2)))
t(lambda: f(**{1: 2}))
t(lambda: f(*[1], **{1: 2}))
t(lambda: print(*It('a'), **M('sep')))
t(lambda: dict(**M('b'), **M('b')))
t(lambda: [].append(*It(1), **M('b')))
