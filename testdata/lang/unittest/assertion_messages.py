# What failed assertions say, differences included.
import unittest, re
class T(unittest.TestCase):
    maxDiff = None
    def runTest(self): pass
t = T()
class S(T):
    maxDiff = 80
s = S()
cases = [
 lambda: t.assertEqual(1, 2), lambda: t.assertEqual([1, 2, 3], [1, 2, 4]), lambda: t.assertEqual([1, 2], [1, 2, 3]), lambda: t.assertEqual([1, 2, 3], []),
 lambda: t.assertEqual((1, 2), (1, 3)), lambda: t.assertEqual({"a": 1}, {"a": 2}), lambda: t.assertEqual({"a": 1, "b": [1, 2]}, {"a": 1, "c": 3}),
 lambda: t.assertEqual("abc", "abd"), lambda: t.assertEqual("a\nb\nc\n", "a\nx\nc\n"), lambda: t.assertEqual("a\nb", "a\nb\n"),
 lambda: t.assertEqual("hello world, this is", "hello wurld, this was"), lambda: t.assertMultiLineEqual("one two\nthree\nfour\n", "one two\nthreee\nfive\nfour\n"),
 lambda: t.assertListEqual([{"name": "x" * 50, "value": i} for i in range(5)], [{"name": "x" * 50, "value": i + (i == 3)} for i in range(5)]),
 lambda: t.assertDictEqual({"key%d" % i: "value" * 5 for i in range(6)}, {"key%d" % i: "value" * 5 + ("!" if i == 2 else "") for i in range(6)}),
 lambda: t.assertSequenceEqual([1, 2], (1, 3)), lambda: t.assertCountEqual([1, 2, 2], [2, 1, 1, 3]), lambda: t.assertTupleEqual((1,), [1]), lambda: t.assertSetEqual({1}, [1]),
 lambda: s.assertEqual(list(range(50)), list(range(51))), lambda: s.assertEqual("x" * 100, "x" * 99 + "y"), lambda: s.assertEqual({i: i for i in range(40)}, {}),
 lambda: t.assertEqual([[1, 2], [3, 4]], [[1, 2], [3, 5]], "with message"), lambda: t.assertEqual("a" * 200, "a" * 199 + "b"), lambda: t.assertEqual(["a" * 30] * 6, ["a" * 30] * 5 + ["b"]),
 lambda: t.assertIn(1, [2, 3]), lambda: t.assertNotIn(1, [1]), lambda: t.assertIs(1, 2), lambda: t.assertIsNone(1), lambda: t.assertTrue(0), lambda: t.assertAlmostEqual(1, 1.1), lambda: t.assertGreater(1, 2), lambda: t.assertRegex("abc", "x"), lambda: t.assertIsInstance(1, str),
 lambda: t.assertDictContainsSubset({"a": 1}, {}) if hasattr(t, "assertDictContainsSubset") else None, lambda: t.assertRaises(ValueError, int, "1"), lambda: t.assertNotEqual(1, 1),
 lambda: t.assertEqual("line one\nline two\nline three\nline four\nline five\nline six\nline seven", "line one\nline 2\nline three\nline four\nline five\nline 6\nline seven\nline eight"),
 lambda: t.assertEqual("\ttab\n  x", "    tab\n x"), lambda: t.assertEqual([1.5, None, True, "x"], [1.5, None, False, "y"]), lambda: t.assertEqual({"b": {"c": [1, 2, {"d": 5}]}}, {"b": {"c": [1, 2, {"d": 6}]}}),
 lambda: t.assertEqual([("a", i, {"x": i}) for i in range(12)], [("a", i, {"x": i * 2}) for i in range(12)]),
]
for c in cases:
    try: c(); print("no error")
    except AssertionError as e: print(str(e)); print("=" * 10)
    except Exception as e: print(type(e), e)
