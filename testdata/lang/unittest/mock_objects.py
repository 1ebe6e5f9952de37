# unittest.mock: attributes, calls, specs, special methods, sentinels, sealing.
import asyncio, re, sys, os, builtins
from unittest import mock
from unittest.mock import *
from unittest.mock import call, sentinel, patch
def show(label, f):
    try: r=f(); r=re.sub(r"id='\d+'","id='N'",repr(r)); r=re.sub('0x[0-9a-f]+','0x',r); print(label,'->',r)
    except BaseException as e: print(label,'!!',type(e).__name__, re.sub(r"id='\d+'","id='N'",str(e)))
m=Mock()
show(1,lambda:m); show(2,lambda:m.a.b.c); show(3,lambda:m.a().b); show(4,lambda:m()()); show(5,lambda:Mock(name='foo')); show(6,lambda:Mock(name='foo').bar().x)
show(7,lambda:m.mock_calls); m.a(1,k=2); m.a.b('x')
show(8,lambda:m.mock_calls); show(9,lambda:m.method_calls); show(10,lambda:m.a.call_args); show(11,lambda:m.a.call_args.args); show(12,lambda:m.a.call_args_list==[call(1,k=2)])
show(13,lambda:m.a.call_args_list)
show(14,lambda:m.a.assert_called_once_with(1,k=3))
show(15,lambda:m.a.assert_called_with(2))
show(16,lambda:m.zzz.assert_called()); show(17,lambda:m.zzz.assert_called_once()); show(18,lambda:m.zzz.assert_called_with(1)); show(19,lambda:m.a.assert_not_called())
show(20,lambda:m.a.assert_any_call(9)); show(21,lambda:m.assert_has_calls([call.a(1,k=2),call.a.b('x')])); show(22,lambda:m.assert_has_calls([call.x()])); show(23,lambda:m.assert_has_calls([call.x(), call.a(1,k=2)],any_order=True))
show(24,lambda:m.assert_caled()); show(25,lambda:m.assret_called()); show(26,lambda:m.called_once)
show(261,lambda:m.called_with); show(262, lambda:m.has_calls)
m2=Mock(side_effect=[1,ValueError('x'),2])
for i in range(4): show(27,m2)
m3=Mock(side_effect=lambda x: DEFAULT if x else 5, return_value=7); show(28,lambda:m3(1)); show(29,lambda:m3(0))
class Foo:
    attr=1
    def meth(self,a,b=2): return a
    async def am(self,x): return x
    @staticmethod
    def st(q): pass
    @classmethod
    def cm(cls,q): pass
    @property
    def prop(self): return 1
s=Mock(spec=Foo); show(30,lambda:s); show(31,lambda:isinstance(s,Foo)); show(32,lambda:s.nope); show(33,lambda:setattr(s,'nope',1)); show(34,lambda:s.meth(1)); show(35,lambda:s.am)
ss=Mock(spec_set=Foo); show(36,lambda:ss); show(37,lambda:setattr(ss,'nope',1)); show(38,lambda:setattr(ss,'attr',3))
show(39,lambda:Mock(spec=['a','b']).c); show(40,lambda:Mock(spec=['a','b']).a)
mm=MagicMock(); show(41,lambda:len(mm)); show(42,lambda:int(mm)); show(43,lambda:list(mm)); show(44,lambda:mm[3]); show(45,lambda:mm+1); show(46,lambda:str(mm)[:10]); show(47,lambda:bool(mm)); show(48,lambda:3 in mm)
with mm as x: show(49,lambda:x)
show(50,lambda:mm.mock_calls)
mm.__len__.return_value=5; show(51,lambda:len(mm)); mm.__getitem__.side_effect=lambda k:k*2; show(52,lambda:mm['a']); show(53,lambda:mm.__getitem__.call_args)
mm.__iter__.return_value=[1,2]; show(54,lambda:list(mm)); show(55,lambda:list(mm))
show(56,lambda:mm<3); show(57,lambda:mm==mm); show(58,lambda:hash(mm)==hash(mm)); mm.__str__.return_value='S'; show(59,lambda:str(mm)); show(60, lambda:float(mm)); show(61, lambda: hasattr(Mock(),'__len__'))
nc=NonCallableMock(); show(62,lambda:nc()); show(63,lambda:nc); show(64, lambda:NonCallableMagicMock()); show(641, lambda:callable(nc))
show(65,lambda:sentinel.x); show(66,lambda:sentinel.x is sentinel.x); show(67,lambda:ANY==3); show(68,lambda:call(1,2)==call(1,ANY)); show(69,lambda:call.foo(1).bar(2)); show(70,lambda:call.foo(1).bar(2).call_list()); show(71,lambda:call.a.b.c); show(72,lambda:call(1)==((1,),{})); show(73,lambda:call('a',b=1).kwargs); show(74,lambda:call.x(1).args)
name,args,kw=call.foo(1,z=2); show(75,lambda:(name,args,kw)); show(76, lambda:call(1,2)[0]); show(77,lambda:tuple(call(1)))
c=call(1,x=2); show(78,lambda:len(c)); show(79,lambda:call(3)!=call(3)); show(80,lambda: call()==()); show(81,lambda:call() == 'foo')
# property mock
class P: 
    @property
    def x(self): return 1
with patch.object(P,'x',new_callable=PropertyMock) as pm:
    pm.return_value=5; show(82,lambda:P().x); P().x=3; show(83,lambda:pm.mock_calls)
# configure, attach, reset
k=Mock(**{'a.b.return_value':3,'c':4}); show(84,lambda:k.a.b()); show(85,lambda:k.c); show(86,lambda:k.mock_calls); k.reset_mock(); show(87,lambda:k.mock_calls); show(88,lambda:k.a.b())
k.reset_mock(return_value=True); show(89,lambda:k.a.b())
k=Mock(); child=Mock(name='ch'); k.attach_mock(child,'kid'); child(1); k.kid.z(2); show(90,lambda:k.mock_calls); show(91,lambda:child)
k=Mock(); child=Mock(); k.kid=child; child(3); show(92,lambda:k.mock_calls); show(93,lambda:k.kid)
k=Mock(); child=Mock(name='named'); k.kid=child; child(3); show(94,lambda:k.mock_calls)
w=Mock(wraps=Foo()); show(95,lambda:w.meth(4)); show(96,lambda:w.attr); w.meth.return_value=9; show(97,lambda:w.meth(1))
del w.foo; show(98,lambda:w.foo) if False else None
d=Mock(); del d.foo; show(99,lambda:d.foo); show(100,lambda:hasattr(d,'foo'))
show(101,lambda:Mock(return_value=3)()); show(102, lambda: Mock(foo=3).foo); show(103, lambda:dir(Mock(spec=['z']))[-1])
m.q=5; show(104,lambda:m.q); show(105,lambda:m.mock_add_spec(['q'])); show(106,lambda:m.foo)
z=Mock(); z.method.side_effect=KeyError('k'); show(107,z.method); z.method.side_effect=KeyError; show(108,z.method); z.method.side_effect=None; show(109,z.method)
show(110,lambda:z.method.call_count); show(111,lambda:z.method.called); show(112, lambda: z.method.side_effect)
z.f(1); z.f(2); show(113,lambda:z.f.assert_called_once()); show(114,lambda:z.f.assert_called_once_with(2)); show(115,lambda:z.f.assert_has_calls([call(2),call(1)])); show(116,lambda:z.f.assert_has_calls([call(2),call(1)],any_order=True)); show(117,lambda:z.f.assert_has_calls([]))
seal(z); show(118,lambda:z.newattr); show(119,lambda:z.f.other); show(120,lambda:z.f(3))
t=Mock(); t.a.b.c=1; seal(t); show(121,lambda:t.a.x); show(122,lambda:t.a.b.c); show(123,lambda:setattr(t,'new',3))
show(124,lambda:Mock(spec=Mock())); show(125, lambda: MagicMock(spec=int)); show(126,lambda:Mock().__len__); show(127,lambda:Mock().foo.__class__)
show(128,lambda:m.__class__); show(129,lambda:type(Mock()).__name__); show(130,lambda:MagicMock(name='x').y[0]); show(131,lambda:mock.FILTER_DIR); show(132,lambda: MagicMock()>MagicMock())
show(133,lambda: Mock(name='n')(1)); show(134,lambda: MagicMock().__enter__); show(135, lambda: Mock(side_effect=StopIteration)()) ; show(136, lambda:Mock(unsafe=True).assert_foo); 
