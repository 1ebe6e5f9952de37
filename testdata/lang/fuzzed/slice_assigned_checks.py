# What assigning to a slice checks, in which order.
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)

l=[1,2,3]
def a(k,v): l[k]=v; return l
t(lambda: a(slice(0,1),5)); t(lambda: a(slice(0,3,2),5)); t(lambda: a(slice(0,3,0),5)); t(lambda: a(slice('a',3,0),5))
class Bad:
    def __iter__(self): return 5
class G:
    __getitem__=None
t(lambda: a(slice(0,1),Bad())); t(lambda: a(slice(0,3,2),Bad()));t(lambda: a(slice(0,3,2),G()))
def gen():
    l.clear(); yield 7; yield 8
t(lambda: a(slice(1,2),gen()))
l=[1,2,3]
t(lambda: a(slice(0,3,2),gen()))
l=[1,2,3]
