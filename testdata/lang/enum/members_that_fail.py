# What goes wrong in making a member is told without the note about __set_name__.
import enum, traceback
def t(f):
    try: f()
    except Exception as e: print(repr(e), getattr(e, '__notes__', None), repr(e.__context__), repr(e.__cause__))
def a():
    class H(enum.Enum):
        OK = 1, 2
        def __new__(cls, c, t): raise NameError('x')
def b():
    class H(enum.Enum):
        OK = 1, 2
        def __init__(self, c): pass
def c():
    class H(enum.IntEnum):
        OK = 'x'
def d():
    class S:
        def __set_name__(self, o, n): raise ValueError('mine')
    class H: s = S()
def e():
    class H(enum.Enum):
        OK = 1
        def __new__(cls, v):
            o = object.__new__(cls); raise TypeError('t')
def f():
    class S:
        def __set_name__(self, o, n): raise ValueError('mine')
    class H(enum.Enum):
        s = enum.nonmember(S())
for x in a, b, c, d, e, f: t(x)
