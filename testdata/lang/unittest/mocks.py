"""Mocks: what they record, assert and stand in for."""
import asyncio
import logging
from unittest import mock
from unittest.mock import (
    ANY, DEFAULT, AsyncMock, MagicMock, Mock, PropertyMock, call, create_autospec, patch, sentinel)


class Mocks:
    def err(self, f):
        try: f()
        except AssertionError as e: print('ASSERT', str(e).replace('\n', '|'))
        except BaseException as e: print(type(e).__name__, e)
    def test_mock(self):
        m = Mock()
        m.a.b(1, x=2); m(3)
        print(m.mock_calls, m.a.mock_calls, m.call_count, m.called, m.call_args, m.method_calls)
        self.err(lambda: m.assert_called_once_with(4))
        self.err(lambda: m.assert_not_called())
        self.err(lambda: m.a.assert_called())
        self.err(lambda: m.a.b.assert_called_with(1))
        self.err(lambda: m.assert_any_call(9))
        self.err(lambda: m.assert_has_calls([call(8)]))
        m(4)
        self.err(lambda: m.assert_called_once())
        self.err(lambda: m.asert_foo)
        self.err(lambda: m.assert_foo)
        m.side_effect = [1, ValueError('x'), 3]
        print(m()); self.err(m); print(m()); self.err(m)
        m.side_effect = lambda *a: DEFAULT
        m.return_value = 5
        print(m(1))
        s = Mock(spec=['foo']); s.foo; self.err(lambda: s.bar)
        s = Mock(spec_set=dict); self.err(lambda: setattr(s, 'zzz', 1))
        print(call(1, a=2), call.foo(3).bar, call.a == call.a, ANY == 3, sentinel.x, sentinel.x is sentinel.x)
        mm = MagicMock(); print(len(mm), int(mm), bool(mm), [*iter(mm)], mm[3] is mm[3], mm.__enter__() is not None, str(type(mm)))
        mm.__len__.return_value = 7; print(len(mm)); mm.__getitem__.side_effect = KeyError; self.err(lambda: mm[1])
        with mm as q: print(q is mm.__enter__.return_value)
        print(repr(Mock(name='nm')).split(' id=')[0], mm.mock_calls)
        m.reset_mock(); print(m.mock_calls, m.called)
        m.configure_mock(**{'z.return_value': 3}); print(m.z())
        p = Mock(); c = Mock(); p.attach_mock(c, 'child'); c(1); print(p.mock_calls)
        w = Mock(wraps=len); print(w([1, 2]))
        def f(a, b=2): pass
        auto = create_autospec(f); auto(1); self.err(lambda: auto()); auto.assert_called_with(1)
    def test_patch(self):
        class T:
            attr = 1
            def m(self): return 'real'
        with patch.object(T, 'm', return_value='fake') as mm: print(T().m(), mm.called)
        print(T().m())
        with patch.object(T, 'attr', 9): print(T.attr)
        print(T.attr)
        d = {'a': 1}
        with patch.dict(d, {'b': 2}): print(d)
        print(d)
        with patch('asyncio.sleep') as s: print(type(s).__name__, asyncio.sleep is s)
        @patch('logging.info')
        def g(x, info): logging.info('q'); return info.mock_calls, x
        print(g(3))
        with patch.multiple(T, attr=5, m=DEFAULT) as v: print(T.attr, list(v))
        p = patch.object(T, 'attr', 77); print(p.start(), T.attr); p.stop(); print(T.attr)
        self.err(lambda: patch.object(T, 'nope').start())
        with patch.object(T, 'attr', new_callable=PropertyMock) as pm: pm.return_value = 42; print(T().attr)
    def test_async_mock(self):
        async def go():
            m = AsyncMock(return_value=3)
            print(await m(1), m.await_count, m.await_args, m.await_args_list)
            m.assert_awaited_once_with(1)
            self.err(lambda: m.assert_awaited_with(2)); self.err(lambda: m.assert_not_awaited())
            m2 = AsyncMock(side_effect=ValueError('v'))
            try: await m2()
            except ValueError as e: print(e)
            m3 = AsyncMock(side_effect=[1, 2]); print(await m3(), await m3())
            try: await m3()
            except BaseException as e: print(type(e).__name__)
            mm = MagicMock(); 
            async with mm as x: print(x is mm.__aenter__.return_value)
            mm.__aiter__.return_value = [1, 2]
            print([i async for i in mm])
            print(asyncio.iscoroutinefunction(m))
        asyncio.run(go())


mocks = Mocks()
mocks.test_mock()
mocks.test_patch()
mocks.test_async_mock()
