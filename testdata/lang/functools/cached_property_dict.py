import functools
class A:
    __slots__ = ()
    @functools.cached_property
    def q(self): print('made'); return 1
    def __getattr__(self, name): return ('getattr', name)
class B:
    __slots__ = ('__dict__',)
    @functools.cached_property
    def q(self): print('made'); return 2
class C:
    __slots__ = ()
    @functools.cached_property
    def q(self): return 3
class D:
    @functools.cached_property
    def q(self): print('made'); return 4
    @property
    def __dict__(self): print('asked'); return {'q': 'own'}
class E:
    @functools.cached_property
    def q(self): print('made'); return 5
    def __getattribute__(self, name):
        print('get', name)
        return super().__getattribute__(name)
class F:
    __slots__ = ()
    @functools.cached_property
    def q(self): print('made'); return 6
    def __getattr__(self, name):
        if name == '__dict__': return types.MappingProxyType({})
        raise AttributeError(name)
import types
class G(F):
    __slots__ = ()
    def __getattr__(self, name):
        return {}
class H(F):
    __slots__ = ()
    def __getattr__(self, name):
        raise ValueError(name)
for c in A, B, C, D, E, F, G, H:
    for _ in range(2):
        o = c()
        for _ in range(2):
            try: print(c.__name__, o.q)
            except Exception as e: print(c.__name__, type(e).__name__, e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
class N:
    @functools.cached_property
    def q(self): self.__dict__['q'] = 'else'; return 7
n = N(); print(n.q, n.q, vars(n))
p = functools.cached_property(lambda s: 1)
class Q: pass
Q.q = p
try: Q().q
except TypeError as e: print(e)
print(Q.q is p, D.q.attrname, D.__dict__['q'].__get__(None, D) is D.q)
p.__set_name__(Q, 'a')
try: p.__set_name__(Q, 'b')
except Exception as e: print(type(e).__name__, e)
