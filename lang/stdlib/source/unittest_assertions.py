"""What a test case can assert, and how it words what does not hold."""

import re

from unittest.expectations import (
    AssertLogsContext, AssertRaisesContext, AssertWarnsContext)

_WIDTH = 80         # of both sides of a comparison, beyond which they are cut
_CUT = 12           # the room for "[n chars]"
_END = 5            # characters kept at an end
_DIFFERENCE = _WIDTH - (_END + _CUT + _END + _CUT + _END)


def safe_repr(obj, short=False):
    """repr(obj), whatever obj's own repr does; cut to 80 characters if short."""
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if not short or len(text) < _WIDTH:
        return text
    return text[:_WIDTH] + " [truncated]..."


def _cut(text, begin, end):
    skip = len(text) - begin - end
    if skip > _CUT:
        text = f"{text[:begin]}[{skip} chars]{text[len(text) - end:]}"
    return text


def _both(first, second):
    """The reprs of two values, shortened where they agree."""
    a, b = safe_repr(first), safe_repr(second)
    longest = max(len(a), len(b))
    if longest <= _WIDTH:
        return a, b
    same = 0
    while same < min(len(a), len(b)) and a[same] == b[same]:
        same += 1
    room = _WIDTH - (longest - same + _END + _CUT)
    if room > _END:
        prefix = _cut(a[:same], _END, room)
        return prefix + a[same:], prefix + b[same:]
    prefix = _cut(a[:same], _END, _END)
    return (prefix + _cut(a[same:], _DIFFERENCE, _END),
            prefix + _cut(b[same:], _DIFFERENCE, _END))


def _lines(value):
    from pprint import pformat
    return pformat(value).splitlines()


def _diff(first, second):
    from difflib import ndiff
    return "\n".join(ndiff(_lines(first), _lines(second)))


def _count_differences(first, second):
    """(count in first, count in second, element) where the counts differ."""
    first, second = list(first), list(second)
    out = []
    seen = []
    for element in first + second:
        if any(element is other or element == other for other in seen):
            continue
        seen.append(element)
        a = sum(element is e or element == e for e in first)
        b = sum(element is e or element == e for e in second)
        if a != b:
            out.append((a, b, element))
    return out


class Assertions:
    """The assert methods."""

    longMessage = True
    maxDiff = 80 * 8
    failureException = AssertionError

    def fail(self, msg=None):
        """Fail at once."""
        raise self.failureException(msg)

    def _formatMessage(self, msg, standard):
        if not self.longMessage:
            return msg or standard
        if msg is None:
            return standard
        try:
            return f"{standard} : {msg}"
        except UnicodeDecodeError:
            return f"{safe_repr(standard)} : {safe_repr(msg)}"

    def _failUnless(self, holds, msg, standard):
        if not holds:
            raise self.failureException(self._formatMessage(msg, standard()))

    def _withDiff(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return (message + f"\nDiff is {len(diff)} characters long. "
                "Set self.maxDiff to None to see it.")

    # Truth and identity.

    def assertTrue(self, expr, msg=None):
        if not expr:
            raise self.failureException(self._formatMessage(msg, f"{safe_repr(expr)} is not true"))

    def assertFalse(self, expr, msg=None):
        if expr:
            raise self.failureException(self._formatMessage(msg, f"{safe_repr(expr)} is not false"))

    def assertIs(self, expr1, expr2, msg=None):
        self._failUnless(expr1 is expr2, msg, lambda: f"{safe_repr(expr1)} is not {safe_repr(expr2)}")

    def assertIsNot(self, expr1, expr2, msg=None):
        self._failUnless(expr1 is not expr2, msg, lambda: f"unexpectedly identical: {safe_repr(expr1)}")

    def assertIsNone(self, obj, msg=None):
        self._failUnless(obj is None, msg, lambda: f"{safe_repr(obj)} is not None")

    def assertIsNotNone(self, obj, msg=None):
        self._failUnless(obj is not None, msg, lambda: "unexpectedly None")

    def assertIsInstance(self, obj, cls, msg=None):
        self._failUnless(isinstance(obj, cls), msg, lambda: f"{safe_repr(obj)} is not an instance of {cls!r}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        self._failUnless(not isinstance(obj, cls), msg, lambda: f"{safe_repr(obj)} is an instance of {cls!r}")

    def assertIn(self, member, container, msg=None):
        self._failUnless(member in container, msg,
                         lambda: f"{safe_repr(member)} not found in {safe_repr(container)}")

    def assertNotIn(self, member, container, msg=None):
        self._failUnless(member not in container, msg,
                         lambda: f"{safe_repr(member)} unexpectedly found in {safe_repr(container)}")

    # Equality.

    def addTypeEqualityFunc(self, typeobj, function):
        """Have assertEqual compare two objects of exactly this type with function."""
        self._equality[typeobj] = function

    def _getAssertEqualityFunc(self, first, second):
        if type(first) is type(second):
            own = self._equality.get(type(first))
            if own is not None:
                return getattr(self, own) if isinstance(own, str) else own
            name = _EQUALITY.get(type(first))
            if name is not None:
                return getattr(self, name)
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            a, b = _both(first, second)
            raise self.failureException(self._formatMessage(msg, f"{a} != {b}"))

    def assertEqual(self, first, second, msg=None):
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            raise self.failureException(
                self._formatMessage(msg, f"{safe_repr(first)} == {safe_repr(second)}"))

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        if delta is not None:
            if difference <= delta:
                return
            within = f"{safe_repr(delta)} delta"
        else:
            if places is None:
                places = 7
            if round(difference, places) == 0:
                return
            within = f"{places!r} places"
        raise self.failureException(self._formatMessage(
            msg, f"{safe_repr(first)} != {safe_repr(second)} within {within} "
                 f"({safe_repr(difference)} difference)"))

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        if delta is not None:
            if not first == second and difference > delta:
                return
            standard = (f"{safe_repr(first)} == {safe_repr(second)} within {safe_repr(delta)} delta "
                        f"({safe_repr(difference)} difference)")
        else:
            if places is None:
                places = 7
            if not first == second and round(difference, places) != 0:
                return
            standard = f"{safe_repr(first)} == {safe_repr(second)} within {places!r} places"
        raise self.failureException(self._formatMessage(msg, standard))

    def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
        kind = "sequence"
        if seq_type is not None:
            kind = seq_type.__name__
            for which, seq in (("First", first), ("Second", second)):
                if not isinstance(seq, seq_type):
                    raise self.failureException(f"{which} sequence is not a {kind}: {safe_repr(seq)}")
        try:
            lengths = len(first), len(second)
        except (TypeError, NotImplementedError):
            raise self.failureException(
                self._formatMessage(msg, f"First {kind} has no length.    Non-sequence?")) from None
        if first == second:
            return
        a, b = _both(first, second)
        standard = f"{kind.capitalize()}s differ: {a} != {b}\n"
        for i in range(min(lengths)):
            if first[i] != second[i]:
                a, b = _both(first[i], second[i])
                standard += f"\nFirst differing element {i}:\n{a}\n{b}\n"
                break
        else:
            if lengths[0] == lengths[1] and seq_type is None and type(first) is not type(second):
                return
        for which, seq, more, fewer in (("First", first, *lengths), ("Second", second, *reversed(lengths))):
            if more > fewer:
                standard += (f"\n{which} {kind} contains {more - fewer} additional elements.\n"
                             f"First extra element {fewer}:\n{safe_repr(seq[fewer])}\n")
        diff = "\n" + _diff(first, second)
        self.fail(self._formatMessage(msg, self._withDiff(standard, diff)))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        try:
            which = "first"
            missing = set1.difference(set2)
            which = "second"
            extra = set2.difference(set1)
        except TypeError as e:
            self.fail(f"invalid type when attempting set difference: {e}")
        except AttributeError as e:
            self.fail(f"{which} argument does not support set difference: {e}")
        lines = []
        for which, other, items in (("first", "second", missing), ("second", "first", extra)):
            if items:
                lines.append(f"Items in the {which} set but not the {other}:")
                lines.extend(repr(item) for item in items)
        if lines:
            self.fail(self._formatMessage(msg, "\n".join(lines)))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            a, b = _both(d1, d2)
            diff = "\n" + _diff(d1, d2)
            self.fail(self._formatMessage(msg, self._withDiff(f"{a} != {b}", diff)))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        a, b = _both(first, second)
        # Only a text that does not end its last line gets an end, and then both do.
        end = "\n" if any(text and text[-1] != "\n" for text in (first, second)) else ""
        left, right = ((text and text + end).splitlines(keepends=True) for text in (first, second))
        from difflib import ndiff
        diff = "\n" + "".join(ndiff(left, right))
        self.fail(self._formatMessage(msg, self._withDiff(f"{a} != {b}", diff)))

    def assertCountEqual(self, first, second, msg=None):
        differences = _count_differences(first, second)
        if differences:
            lines = [f"First has {a}, Second has {b}:  {element!r}" for a, b, element in differences]
            diff = "\n".join(lines)
            self.fail(self._formatMessage(
                msg, self._withDiff("Element counts were not equal:\n", diff)))

    # Order.

    def assertLess(self, a, b, msg=None):
        self._failUnless(a < b, msg, lambda: f"{safe_repr(a)} not less than {safe_repr(b)}")

    def assertLessEqual(self, a, b, msg=None):
        self._failUnless(a <= b, msg, lambda: f"{safe_repr(a)} not less than or equal to {safe_repr(b)}")

    def assertGreater(self, a, b, msg=None):
        self._failUnless(a > b, msg, lambda: f"{safe_repr(a)} not greater than {safe_repr(b)}")

    def assertGreaterEqual(self, a, b, msg=None):
        self._failUnless(a >= b, msg, lambda: f"{safe_repr(a)} not greater than or equal to {safe_repr(b)}")

    # Text.

    def assertRegex(self, text, expected_regex, msg=None):
        if isinstance(expected_regex, (str, bytes)):
            expected_regex = re.compile(expected_regex)
        self._failUnless(expected_regex.search(text), msg,
                         lambda: f"Regex didn't match: {expected_regex.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        if isinstance(unexpected_regex, (str, bytes)):
            unexpected_regex = re.compile(unexpected_regex)
        match = unexpected_regex.search(text)
        if match:
            raise self.failureException(self._formatMessage(
                msg, f"Regex matched: {match.group(0)!r} matches {unexpected_regex.pattern!r} in {text!r}"))

    # What a call or a block does.

    def assertRaises(self, expected_exception, *args, **kwargs):
        return AssertRaisesContext(expected_exception, self).handle("assertRaises", args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        context = AssertRaisesContext(expected_exception, self, expected_regex)
        return context.handle("assertRaisesRegex", args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return AssertWarnsContext(expected_warning, self).handle("assertWarns", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        context = AssertWarnsContext(expected_warning, self, expected_regex)
        return context.handle("assertWarnsRegex", args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return AssertLogsContext(self, logger, level, no_logs=False)

    def assertNoLogs(self, logger=None, level=None):
        return AssertLogsContext(self, logger, level, no_logs=True)


_EQUALITY = {
    dict: "assertDictEqual", list: "assertListEqual", tuple: "assertTupleEqual",
    set: "assertSetEqual", frozenset: "assertSetEqual", str: "assertMultiLineEqual",
}
