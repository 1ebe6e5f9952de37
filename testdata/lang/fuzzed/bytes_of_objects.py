# What bytes() makes of objects with __bytes__ and __iter__.
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)

class Bad:
    def __iter__(self): return 5
class S(str):
    def __bytes__(self): return b'q'
t(lambda: bytes(S('x'))); t(lambda: bytes(S('x'),'utf8'))
class B:
    def __iter__(self): raise TypeError('mine')
t(lambda: bytes(B())); t(lambda: int.from_bytes(B())); t(lambda: int.from_bytes(Bad()))
for k in (range(3), [1], (300,), 'x', {1:2}, None, 1.5): t(lambda: bytes(k))

