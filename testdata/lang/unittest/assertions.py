"""What each assertion says when it does not hold."""
import logging
import unittest
import warnings


class Asserts(unittest.TestCase):
    maxDiff = None
    def test_eq(self): self.assertEqual(1, 2)
    def test_eq_msg(self): self.assertEqual(1, 2, 'my message')
    def test_ne(self): self.assertNotEqual(1, 1)
    def test_true(self): self.assertTrue([])
    def test_false(self): self.assertFalse('x')
    def test_is(self): self.assertIs(None, 0)
    def test_isnot(self): self.assertIsNot(None, None)
    def test_isnone(self): self.assertIsNone(0)
    def test_isnotnone(self): self.assertIsNotNone(None)
    def test_in(self): self.assertIn(3, [1, 2])
    def test_notin(self): self.assertNotIn(1, {1: 2})
    def test_isinst(self): self.assertIsInstance(1, str)
    def test_isinst2(self): self.assertIsInstance(1, (str, list))
    def test_notinst(self): self.assertNotIsInstance(1, int)
    def test_almost(self): self.assertAlmostEqual(1.0, 1.1)
    def test_almost2(self): self.assertAlmostEqual(1.0, 1.1, places=2)
    def test_almost3(self): self.assertAlmostEqual(1.0, 1.5, delta=0.1)
    def test_notalmost(self): self.assertNotAlmostEqual(1.0, 1.00000001)
    def test_gt(self): self.assertGreater(1, 2)
    def test_ge(self): self.assertGreaterEqual(1, 2)
    def test_lt(self): self.assertLess(2, 1)
    def test_le(self): self.assertLessEqual(2, 1)
    def test_regex(self): self.assertRegex('abc', r'\d')
    def test_notregex(self): self.assertNotRegex('abc1', r'\d')
    def test_count(self): self.assertCountEqual([1, 2, 2], [2, 1, 3])
    def test_raises(self):
        with self.assertRaises(ValueError): pass
    def test_raises2(self):
        with self.assertRaises(ValueError): int([])
    def test_raises3(self): self.assertRaises(ValueError, int, '3')
    def test_raisesre(self):
        with self.assertRaisesRegex(ValueError, 'foo'): raise ValueError('bar')
    def test_warns(self):
        with self.assertWarns(DeprecationWarning): warnings.warn('x', UserWarning)
    def test_logs(self):
        with self.assertLogs('foo', 'INFO'): pass
    def test_nologs(self):
        with self.assertNoLogs('foo'): logging.getLogger('foo').error('bad')
    def test_fail(self): self.fail('because')
    def test_error(self): {}['x']
    def test_tuplelong(self): self.assertIs((1,) * 100, None)


class Result(unittest.TestResult):
    def addFailure(self, test, err):
        print(test.id().rpartition(".")[2], "fails:", err[1])

    def addError(self, test, err):
        print(test.id().rpartition(".")[2], "raises:", repr(err[1]))


result = Result()
unittest.defaultTestLoader.loadTestsFromTestCase(Asserts).run(result)
print(result.testsRun, result.wasSuccessful())
