# Texts that claim to be numbers.
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)

class F(str):
    def __float__(self): return .5
class F2:
    def __float__(self): return .5
class F3(bytes):
    def __int__(self): return 5
for v in (F('5'), F('x'), F2(), F3(b'x'), '5', b'5', 5.5, float('inf'), F('5.5')):
    for c in 'dioxcf':
        t(lambda: ('%'+c) % v)
for base in (str, bytes):
    arg = 'x' if base is str else b'x'
    num = '5' if base is str else b'5'
    for name, r in (('__int__', 7), ('__float__', .5), ('__index__', 8), ('__trunc__', 9), ('__int__', 'no')):
        c = type('C', (base,), {name: lambda self, r=r: r})
        for v in (c(arg), c(num)):
            t(lambda: int(v)); t(lambda: float(v)); t(lambda: int(v, 10)); t(lambda: '%d' % v if isinstance(v, str) else '%d' % (v,)); t(lambda: '%f' % v if isinstance(v, str) else '%f' % (v,)); t(lambda: '%x' % (v,)); t(lambda: round(v)); t(lambda: complex(v) if 0 else 0)
