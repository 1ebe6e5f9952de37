# unittest.mock: coroutines, autospecs, patches, mock_open, threads.
import asyncio, re, sys, os, inspect, json, time, math
from unittest import mock
from unittest.mock import *
from unittest.mock import call, sentinel, patch
def clean(s): return re.sub('0x[0-9a-f]+','0x',re.sub(r"id='\d+'","id='N'",s))
def show(label, f):
    try: print(label,'->',clean(repr(f())))
    except BaseException as e: print(label,'!!',type(e).__name__, clean(str(e)), '|', clean(repr(e.__cause__)))
class Foo:
    attr=1
    lst=[1,2]
    def __init__(self,a,b=2): pass
    def meth(self,a,b=2): return a
    async def am(self,x): return x
    @staticmethod
    def st(q): pass
    @classmethod
    def cm(cls,q): pass
    @property
    def prop(self): return 1
    def __len__(self): return 3
class Callable_(Foo):
    def __call__(self,z): pass
async def main():
    a=AsyncMock()
    show(1,lambda:a); show(2,lambda:asyncio.iscoroutinefunction(a)); show(3,lambda:inspect.iscoroutinefunction(a)); show(4,lambda:inspect.isawaitable(a()))
    print(await a(1), a.await_count, a.call_count)if False else print(clean(repr(await a(1))), a.await_count, a.call_count)
    a=AsyncMock(return_value=3); print(await a(1,k=2)); show(5,lambda:a.await_args); show(6,lambda:a.assert_awaited_once_with(1,k=2)); show(7,lambda:a.assert_awaited_with(2)); show(8,lambda:a.assert_not_awaited()); show(9,lambda:a.assert_any_await(3)); show(10,lambda:a.assert_has_awaits([call(5)])); show(11,lambda:a.assert_has_awaits([call(1,k=2)]))
    show(111,lambda:a.assert_has_awaits([call(5)],any_order=True))
    await a(2); show(12,lambda:a.assert_awaited_once()); show(13,lambda:a.assert_awaited_once_with(2)); show(14,lambda:a.await_args_list); show(15,lambda:AsyncMock().assert_awaited()); show(16,lambda:AsyncMock().assert_awaited_with(1)); show(17,lambda:AsyncMock(name='q').assert_awaited_once())
    a.reset_mock(); show(18,lambda:(a.await_count,a.await_args,a.await_args_list,a.call_count))
    a=AsyncMock(side_effect=[1,ValueError('v'),3])
    for i in range(4):
        try: print(await a())
        except BaseException as e: print(type(e).__name__, e)
    a=AsyncMock(side_effect=KeyError('k'))
    try: await a()
    except KeyError as e: print(repr(e))
    async def eff(x): return x*2
    a=AsyncMock(side_effect=eff); print(await a(4)); a.side_effect=lambda x:x+1; print(await a(4))
    a=AsyncMock(spec=Foo(1)); show(20,lambda:a); show(21,lambda:a.meth(1)); show(22,lambda:a.am); print(clean(repr(await a.am(1)))); show(23,lambda:a.nope)
    m=MagicMock(); m.__aenter__.return_value=5
    async with m as v: print(v)
    show(24,lambda:m.__aexit__.await_args); show(25,lambda:m.mock_calls)
    m=MagicMock(); m.__aiter__.return_value=[1,2,3]; print([i async for i in m]); print([i async for i in MagicMock()])
    a=AsyncMock(); print([i async for i in a.__aiter__()]) if False else None
    a=AsyncMock(); a.foo.return_value=9; print(await a.foo()); show(26,lambda:a.foo); show(27,lambda:a.mock_calls); show(28, lambda: a.method_calls)
    m=Mock(spec=Foo); m.am.return_value=4; print(await m.am(1)); show(29,lambda:m.am.assert_awaited_once_with(1))
    async with AsyncMock() as q: show(30,lambda:q)
    a=AsyncMock(wraps=eff); print(await a(7))
    # patches
    async def fetch(u): return u
    class S:
        async def get(self, u): return u
        def sync(self): return 1
    with patch.object(S,'get') as g:
        show(31,lambda:g); g.return_value='patched'; print(await S().get('x')); show(32,lambda:g.await_args)
    print(await S().get('x'))
    with patch.object(S,'get',autospec=True) as g:
        g.return_value=8; s=S(); print(await s.get('y')); show(33,lambda:g.await_args_list==[call(s,'y')]); show(34,lambda:g.assert_awaited_once_with(s,'y'))
        show(341,lambda:inspect.iscoroutinefunction(g))
        try: await s.get()
        except TypeError as e: print(e)
    @patch('asyncio.sleep', new_callable=AsyncMock)
    async def t(sl): 
        await asyncio.sleep(100); print(sl.await_args)
    await t()
    with patch('asyncio.sleep', return_value=None) as sl: await asyncio.sleep(5); print(type(sl).__name__, sl.await_count)
    c=create_autospec(S); show(35,lambda:c); show(36,lambda:c().get); c().get.return_value=6; print(await c().get('q'))
    f=create_autospec(fetch); show(37,lambda:type(f)); show(38,lambda:f.__name__); print(clean(repr(await f('u')))); show(39,lambda:f.await_count); show(40,lambda:f.assert_awaited_once_with('u')); show(41,lambda:f.call_args)
    try: await f()
    except TypeError as e: print(e)
asyncio.run(main())
c=create_autospec(Foo); show(50,lambda:c); show(51,lambda:c(1)); show(52,lambda:c()); i=c(1); show(53,lambda:i.meth(1)); show(54,lambda:i.meth()); show(55,lambda:i.meth(1,2,3)); show(56,lambda:i.nope); show(57,lambda:i.attr); show(58,lambda:i.lst.append(3)); show(59,lambda:i.st()); show(60,lambda:i.cm(1)); show(61,lambda:i.prop); show(62,lambda:i.am); show(63,lambda:i.lst.foo); show(64,lambda:c.mock_calls); show(65,lambda:i.meth.assert_called_once_with(1,b=2)); show(66,lambda:i.meth.assert_called_once_with(a=1)); show(67,lambda:i()); show(68,lambda:isinstance(i,Foo)); show(69,lambda:len(i)); show(70,lambda:c.st(1)); show(71,lambda:c.cm()); show(72,lambda:c.meth(i,1))
c=create_autospec(Callable_); show(73,lambda:c(1)(2)); show(74,lambda:c(1)())
i=create_autospec(Foo,instance=True); show(75,lambda:i); show(76,lambda:i.meth(1)); show(77,lambda:i.attr)
i=create_autospec(Foo(1)); show(78,lambda:i); show(79,lambda:i.meth(3)); show(791,lambda:i.meth())
def fn(a,b,*,c=3): "doc"; return a
f=create_autospec(fn,return_value=5); show(80,lambda:f(1,2)); show(81,lambda:f(1)); show(82,lambda:f.assert_called_once_with(1,b=2)); show(83,lambda:f.call_args_list); show(84,lambda:(f.__name__,f.called,f.call_count,inspect.signature(f))); show(85,lambda:f.mock); show(86,lambda:f.nope); show(87,lambda:f.assert_called_with(1,3)); show(88,lambda:f.side_effect); f.side_effect=ValueError('se'); show(89,lambda:f(1,2)); show(90,lambda:f.return_value); f.reset_mock(); show(91,lambda:(f.call_count,f.mock_calls))
show(92,lambda:create_autospec(Mock())); show(93,lambda:create_autospec([1]).append); show(94,lambda:create_autospec(5)); show(95,lambda:create_autospec(len)); show(96,lambda: create_autospec(None))
show(97,lambda:create_autospec(Foo,spec_set=True)); 
# patch
class T: x=1; d={'a':1}
def test(): pass
with patch('__main__.T') as p: show(100,lambda:p); show(101,lambda:T is p)
with patch.object(T,'x',5): show(102,lambda:T.x)
show(103,lambda:T.x)
show(104,lambda:patch.object(T,'nope').start()); show(105,lambda:patch('nomod.x').start()); show(106,lambda:patch('foo')); show(107,lambda:patch.object('str','x')); show(109,lambda:patch('__main__.T.nope',3).start())
with patch('__main__.T.nope',3,create=True): show(110,lambda:T.nope)
show(111,lambda:hasattr(T,'nope')); show(112,lambda:patch('__main__.T',5,foo=1).start()); show(113,lambda:patch('__main__.T',new=1,new_callable=Mock))
with patch.dict(T.d,{'b':2},c=3): show(114,lambda:T.d)
with patch.dict(T.d,{'b':2},clear=True): show(115,lambda:T.d)
show(116,lambda:T.d)
with patch.dict('os.environ',{'KEY':'v'}): show(117,lambda:os.environ['KEY'])
show(118,lambda:os.environ.get('KEY'))
with patch.dict('__main__.T.d',a=9) as d: show(119,lambda:d)
@patch.dict(T.d,z=1)
def td(): show(120,lambda:T.d)
td(); show(121,lambda:T.d)
with patch.multiple(T,x=DEFAULT,d=7) as v: show(122,lambda:v); show(123,lambda:(T.x,T.d))
@patch.multiple('__main__.T',x=DEFAULT,d=DEFAULT)
def tm(d,x): show(124,lambda:(d is T.d,x is T.x))
tm(); show(125,lambda:patch.multiple(T))
@patch('__main__.T.x',10)
@patch('__main__.T.d')
@patch('__main__.fn')
def tt(f,d,k=0): show(126,lambda:(f,d,T.x,k))
tt(k=3); show(127,lambda:tt.__name__)
@patch('__main__.T.x',11)
class Tests:
    TEST=1
    def test_a(self): return T.x
    def helper(self): return T.x
show(128,lambda:(Tests().test_a(),Tests().helper()))
p1=patch('__main__.T.x',20); p2=patch.object(T,'d',30); p1.start(); p2.start(); show(129,lambda:(T.x,T.d)); patch.stopall(); show(130,lambda:(T.x,T.d)); show(131,lambda:p1.stop()); show(132,lambda:p1.start()); show(133,lambda:p1.start()); p1.stop()
with patch('__main__.Foo',spec=True) as F: show(134,lambda:F); show(135,lambda:F().zz); show(136,lambda:F())
with patch('__main__.Foo',autospec=True) as F: show(137,lambda:F); show(138,lambda:F()); show(139,lambda:F(1).meth())
with patch('__main__.fn',autospec=True) as F: show(140,lambda:fn(1)); show(141,lambda:fn(1,2)); show(142,lambda:F.call_count)
with patch('__main__.fn',spec_set=True) as F: show(143,lambda:F); show(144,lambda:setattr(F,'zzz',1))
with patch('__main__.T.x',new_callable=PropertyMock,return_value=4) as pm: show(145,lambda:T().x)
with patch('__main__.open',mock_open(read_data='l1\nl2\nl3')) as mo:
    with open('f.txt') as fh: show(150,lambda:fh.read())
    with open('f.txt','w') as fh: fh.write('x'); show(151,lambda:list(fh))
    show(152,lambda:mo.mock_calls)
    with open('g') as fh: show(153,lambda:(fh.readline(),fh.readlines(),fh.read()))
    show(154,lambda:[l for l in open('h')])
    show(155,lambda:mo); show(156,lambda:mo()); show(157,lambda:mo().write.call_args_list)
    with open('j') as fh: show(158,lambda:(next(fh),fh.readline(),fh.readline(),fh.readline()))
with patch('__main__.open',mock_open(read_data=b'by'),create=True): show(159,lambda:open('z','rb').read())
m=mock_open(); m().read.return_value='fix'; show(160,lambda:m().read())
show(161,lambda:hasattr(__import__('builtins') if False else mock,'open'))
with patch('time.time',return_value=42.0): show(162,lambda:time.time())
with patch.object(json,'loads',wraps=json.loads) as jl: show(163,lambda:json.loads('[1]')); show(164,lambda:jl.call_args)
class MyMock(MagicMock): 
    def extra(self): return 'e'
mm=MyMock(); show(170,lambda:mm); show(171,lambda:mm.child); show(172,lambda:type(mm.child).__name__); show(173,lambda:mm.extra()); show(174,lambda:isinstance(mm,MyMock))
show(175,lambda:MagicMock(wraps=[1,2]).__len__()); mw=MagicMock(wraps=[1,2,3]); show(176,lambda:len(mw)); show(177,lambda:mw[1])
with patch.object(Foo,'meth',side_effect=lambda *a: a) as pm: show(178,lambda:Foo(1).meth(5))
t=ThreadingMock(timeout=0.01); show(180,lambda:t.wait_until_called()); t(1); show(181,lambda:t.wait_until_called()); show(182,lambda:t.wait_until_any_call_with(1)); show(183,lambda:t.wait_until_any_call_with(2)); show(184,lambda:t)
