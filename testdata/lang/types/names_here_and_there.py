# Names of many modules: inspect's frames, clocks, UserString, weak proxies.
import inspect, weakref, time, warnings, os, functools, string, collections, __future__
def where():
    info = inspect.stack()[1]
    return info.function, info.lineno, info.code_context, info.index, info.filename.endswith("names_here_and_there.py")
def caller():
    return where()
print(caller())
print([f.function for f in inspect.stack()][:1], type(inspect.stack()[0]).__name__)
fi=inspect.getframeinfo(inspect.currentframe(), context=3)
print(fi.lineno, fi.function, fi.code_context, fi.index, len(fi))
def boom(): raise ValueError
try: boom()
except ValueError: print([(f.function, f.lineno) for f in inspect.trace()])
def f(a,b=2,*c,d,**e): pass
def outer():
    z=3
    def inner(): return z, sys, zork, len
    return inner
class A:
    x=1
    def m(self): pass
    @staticmethod
    def s(): pass
    @classmethod
    def c(cls): pass
    @property
    def p(self): pass
class B(A): pass
class C(A): pass
print([a[:3] for a in inspect.classify_class_attrs(B) if not a.name.startswith("__")])
print(inspect.getclasstree([A,B,C]))
print([n for n,_ in inspect.getmembers_static(A()) if not n.startswith('_')])
print(time.get_clock_info("monotonic"), time.clock_getres(time.CLOCK_MONOTONIC))
try: time.get_clock_info("x")
except ValueError as e: print(e)
try: time.clock_gettime(99)
except OSError as e: print(e)
print(os.fsencode("aé"), os.fsdecode(b"a"), os.EX_USAGE, os.SEEK_END)
U=collections.UserString
u=U("Hello World")
print(repr(u.upper()), u.find("World"), u.startswith("He"), u.split(), type(u.lower()).__name__, u % (), U("%s")%3, int(U("3")), u.encode(), u.center(15,"*"), U("-").join(["a","b"]), u.count("l"), u.replace(U("l"),"L"))
print(hasattr(U,"upper"), U.isdigit(U("12")), "x%sx" % U("q"), U("a")+U("b"), U("a")*3, U("a")<"b")
class T2(string.Template): delimiter="%"
print(string.Template("$a").pattern is string.Template.pattern, T2("%a $b %{c}").substitute(a=1,c=2))
class P:
    f=functools.partial(print,1)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    P().f(2); P.f(3)
    print([str(x.message)[:20] for x in w], w[0].category)
class O:
    def __init__(s,v): s.v=v
    def __add__(s,o): return O(s.v+(o.v if isinstance(o,O) else o))
    def __radd__(s,o): return O(s.v+o)
    def __call__(s): return s.v
    def __len__(s): return 3
class Q: pass
q=Q()
print(type(weakref.proxy(q)).__name__)
o=O(5); p=weakref.proxy(o)
print((p+1).v,(1+p).v,(p+p).v,p(),len(p),isinstance(p,weakref.ProxyTypes),type(p).__name__, p==o)
ws=weakref.WeakSet([o]); o2=O(2); ws.symmetric_difference_update([o2]); print(len(ws)); ws.difference_update([o]); ws.intersection_update([o2]); print(len(ws))
print(__future__.all_feature_names)
