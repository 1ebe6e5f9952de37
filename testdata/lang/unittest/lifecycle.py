"""The order of set-ups, tests, tear-downs and cleanups, and what becomes of each test."""
import asyncio
import logging
import unittest
import warnings

order = []


class Good(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        order.append('setUpClass')
        cls.addClassCleanup(order.append, 'classCleanup')
    @classmethod
    def tearDownClass(cls): order.append('tearDownClass')
    def setUp(self):
        self.addCleanup(order.append, 'cleanup1')
        self.addCleanup(order.append, 'cleanup2')
    def tearDown(self): order.append('tearDown')
    def test_ok(self):
        """A doc string that is shown."""
        with self.assertRaises(KeyError) as cm: {}[1]
        self.assertEqual(cm.exception.args, (1,))
        with self.assertLogs() as logs: logging.warning('hi %s', 'you')
        self.assertEqual(logs.output, ['WARNING:root:hi you'])
        with self.assertWarns(UserWarning) as w: warnings.warn('xx')
        self.assertEqual(str(w.warning), 'xx')
    @unittest.skip('not now')
    def test_skip(self): pass
    @unittest.skipIf(True, 'if')
    def test_skipif(self): pass
    @unittest.skipUnless(True, 'unless')
    def test_skipunless(self): pass
    @unittest.expectedFailure
    def test_xfail(self): self.fail()
    @unittest.expectedFailure
    def test_xpass(self): pass
    def test_skip_inside(self): self.skipTest('inside')
    def test_sub(self):
        for i in range(4):
            with self.subTest(i=i, msg='m'):
                self.assertEqual(i % 2, 0)
    def test_sub2(self):
        with self.subTest('named'): raise KeyError('k')

class BadSetup(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise RuntimeError('setup')
    def test_a(self): pass

class BadTear(unittest.TestCase):
    def tearDown(self): 1 / 0
    def test_a(self): pass
    def test_b(self): self.fail('both')

@unittest.skip('class skip')
class Skipped(unittest.TestCase):
    def test_a(self): pass

class Async(unittest.IsolatedAsyncioTestCase):
    def setUp(self): order.append('A.setUp')
    async def asyncSetUp(self):
        order.append('A.asyncSetUp')
        self.addAsyncCleanup(self.clean)
        self.loop = asyncio.get_running_loop()
    async def clean(self): order.append('A.clean')
    async def asyncTearDown(self): order.append('A.asyncTearDown')
    def tearDown(self): order.append('A.tearDown')
    async def test_ok(self):
        await asyncio.sleep(10)
        self.assertIs(self.loop, asyncio.get_running_loop())
    async def test_fail(self):
        await asyncio.sleep(1)
        self.assertEqual(await asyncio.sleep(0, 3), 4)
    async def test_raise(self):
        async with asyncio.TaskGroup() as tg:
            tg.create_task(self.boom())
    async def boom(self): raise ValueError('boom')
    def test_sync(self): order.append('A.sync')


class Result(unittest.TestResult):
    def tell(self, what, test, more=""):
        print(f"{str(test).split(' (')[0]}: {what} {more}".rstrip())

    def addSuccess(self, test):
        self.tell("success", test)

    def addFailure(self, test, err):
        self.tell("failure", test, err[1])

    def addError(self, test, err):
        self.tell("error", test, repr(err[1]))

    def addSkip(self, test, reason):
        self.tell("skip", test, reason)

    def addExpectedFailure(self, test, err):
        self.tell("expected failure", test)

    def addUnexpectedSuccess(self, test):
        self.tell("unexpected success", test)

    def addSubTest(self, test, subtest, err):
        self.tell("subtest", test, err and repr(err[1]))


for case in (Good, BadSetup, BadTear, Skipped, Async):
    order.clear()
    result = Result()
    unittest.TestSuite([unittest.defaultTestLoader.loadTestsFromTestCase(case)]).run(result)
    print(case.__name__, result.testsRun, order)
