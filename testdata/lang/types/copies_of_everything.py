# copy.copy and copy.deepcopy of objects of all kinds.
import copy, re, uuid, datetime as D, collections, functools, types, enum, contextvars, random, itertools, io, threading, asyncio, logging, string, argparse, weakref, urllib.parse as up
class E(enum.Enum): A=1
def gen(): yield 1
class C: pass
things={'tz':D.timezone.utc,'tz2':D.timezone(D.timedelta(hours=1),'X'),'dt':D.datetime(2020,1,1,tzinfo=D.timezone.utc),'d':D.date(2020,1,1),'t':D.time(1,2,tzinfo=D.timezone.utc),'td':D.timedelta(1),'re':re.compile('a'),'m':re.match('a','a'),'uuid':uuid.UUID(int=5),'E':E.A,'p':functools.partial(print,1,sep=[]),'ns':types.SimpleNamespace(a=[1]),'deque':collections.deque([1,[2]],3),'dd':collections.defaultdict(list,a=[1]),'ctr':collections.Counter('aa'),'od':collections.OrderedDict(a=1),'cm':collections.ChainMap({'a':1}),'r':random.Random(3),'rng':range(3),'sl':slice(1,2),'exc':ValueError('x',[1]),'cls':C,'fn':gen,'lam':(lambda:1),'mod':re,'ell':...,'cv':contextvars.ContextVar('x'),'st':string.Template('$x'),'ans':argparse.Namespace(a=[1]),'up':up.urlparse('http://a/b'),'nt':collections.namedtuple('N','a')([1]),'bm':C().__init__,'mp':types.MappingProxyType({}),'gen':gen(),'lock':threading.Lock(),'sio':io.StringIO('a'),'log':logging.getLogger('x'),'ref':weakref.ref(C),'it':iter([1]),'cyc':itertools.count(3),'prop':property(),'sm':staticmethod(print),'exg':ExceptionGroup('g',[ValueError(1)]),'bytes':b'a','obj':object(),'ga':list[int],'un':int|str,'dk':{}.keys(),'tb':None,'ud':collections.UserDict(a=1),'ul':collections.UserList([1])}
for k,v in things.items():
    for f in copy.copy, copy.deepcopy:
        try:
            c=f(v); print(k,f.__name__,type(c).__name__, c is v, end=' ')
            try: print(c==v)
            except Exception: print('noeq')
        except Exception as e: print(k,f.__name__,type(e).__name__,e)
