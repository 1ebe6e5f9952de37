class D:
    @property
    def __dict__(self): print('asked'); return {'q': 'own'}
d = D()
print(d.__dict__)
print(getattr(d, '__dict__'))
try: print(vars(d))
except Exception as e: print(type(e), e)
class D2:
    __dict__ = 5
print(D2().__dict__, D2.__dict__ )
class D3:
    __class__ = int
print(D3().__class__, D3.__class__)
class D4(D): pass
print(D4().__dict__)
class D5:
    __slots__ = ('__dict__',)
d = D5(); d.x = 1; print(d.__dict__, type(D5.__dict__['__dict__']))
class S:
    __slots__ = ('__dict__', '__weakref__')
    __dict__ = 7
print(S().__dict__, sorted(vars(S)))
class W:
    __weakref__ = 3
print(W().__weakref__, W.__dict__)
class X: pass
class Y(X): pass
print(vars(X), vars(Y))
try: print(vars(X)['__dict__'].__get__(5))
except TypeError as e: print(e)
print(vars(X)['__dict__'].__get__(Y()), vars(X)['__dict__'].__objclass__, vars(X)['__weakref__'].__name__, X.__dict__['__dict__'] is Y.__mro__[1].__dict__['__dict__'])
x = X(); x.__dict__ = {'a': 1}; print(x.a)
try: x.__weakref__ = 3
except AttributeError as e: print(e)
try: x.__dict__ = 3
except TypeError as e: print(e)
try: del x.__dict__
except TypeError as e: print(e)
print(x.__dict__)
class P(Exception): pass
print(vars(P), vars(type('Q', (), {'__dict__': 3}))['__dict__'])
for b in object, int, float, str, bytes, list, tuple, dict, set, frozenset, OSError, ExceptionGroup, property, map, X, P:
    d = vars(type('C', (b,), {}))
    print(b.__name__, '__dict__' in d, '__weakref__' in d)
