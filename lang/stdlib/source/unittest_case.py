"""Test cases: the class that tests are methods of, and how one of them is run."""

import functools
import sys
import types

from unittest import _run
from unittest.assertions import Assertions


class SkipTest(Exception):
    """Raised in a test, it ends the test as skipped."""


class _Stop(Exception):
    """A test may not go on: a subtest failed and the run stops at failures."""


class _Outcome:
    """What became of one test and its subtests so far."""

    def __init__(self, result):
        self.result = result
        self.success = True
        self.expecting_failure = False
        self.expected_failure = None

    def run(self, part, case, subtest=False):
        """Call part, one of the steps of case; True if it did not fail."""
        before, self.success = self.success, True
        try:
            try:
                _run(part)
            except KeyboardInterrupt:
                raise
            except SkipTest as skip:
                self.success = False
                _tell_skip(self.result, case, str(skip))
            except _Stop:
                pass
            except:
                info = sys.exc_info()
                self.success = False
                if self.expecting_failure:
                    self.expected_failure = info
                elif subtest:
                    self.result.addSubTest(case.test_case, case, info)
                else:
                    _tell_error(self.result, case, info)
            else:
                if subtest and self.success:
                    self.result.addSubTest(case.test_case, case, None)
            return self.success
        finally:
            self.success = self.success and before


def _tell_skip(result, case, reason):
    add = getattr(result, "addSkip", None)
    if add is None:
        result.addSuccess(case)
    else:
        add(case, reason)


def _tell_error(result, case, info):
    if issubclass(info[0], case.failureException):
        result.addFailure(case, info)
    else:
        result.addError(case, info)


# Skipping and expecting failures ---------------------------------------------


def skip(reason):
    """Skip a test, or all tests of a class."""
    def decorate(item):
        if not isinstance(item, type):
            wrapped = item

            @functools.wraps(wrapped)
            def item(*args, **kwargs):
                raise SkipTest(reason)

        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item

    if isinstance(reason, types.FunctionType):
        item, reason = reason, ""
        return decorate(item)
    return decorate


def _same(item):
    return item


def skipIf(condition, reason):
    """Skip a test if the condition holds."""
    return skip(reason) if condition else _same


def skipUnless(condition, reason):
    """Skip a test unless the condition holds."""
    return _same if condition else skip(reason)


def expectedFailure(test):
    """Mark a test that is known to fail; it is an error if it does not."""
    test.__unittest_expecting_failure__ = True
    return test


# Cleanups of a module and of a class ------------------------------------------

_module_cleanups = []


def _run_cleanups(cleanups):
    """Call the cleanups, the last one first; the exceptions that they raised."""
    failures = []
    while cleanups:
        function, args, kwargs = cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as error:
            failures.append(error)
    return failures


def addModuleCleanup(function, /, *args, **kwargs):
    """Call function after tearDownModule."""
    _module_cleanups.append((function, args, kwargs))


def doModuleCleanups():
    """Call what addModuleCleanup registered."""
    failures = _run_cleanups(_module_cleanups)
    if failures:
        raise failures[0]


def _enter(context, add_cleanup):
    cls = type(context)
    try:
        enter = cls.__enter__
        leave = cls.__exit__
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does "
                        "not support the context manager protocol") from None
    value = enter(context)
    add_cleanup(leave, context, None, None, None)
    return value


def enterModuleContext(cm):
    """Enter a context manager that is left after tearDownModule."""
    return _enter(cm, addModuleCleanup)


# The class ---------------------------------------------------------------------


class TestCase(Assertions):
    """A test: one method of a subclass, run between setUp and tearDown."""

    failureException = AssertionError
    _class_cleanups = []

    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed = False
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._outcome = None
        self._cleanups = []
        self._subtest = None
        self._equality = {}
        self._testMethodDoc = None
        method = getattr(self, methodName, None)
        if method is not None:
            self._testMethodDoc = method.__doc__
        elif methodName != "runTest":
            raise ValueError(f"no such test method in {type(self)}: {methodName}")

    def setUp(self):
        """Run before each test."""

    def tearDown(self):
        """Run after each test whose setUp worked."""

    @classmethod
    def setUpClass(cls):
        """Run before the first test of the class."""

    @classmethod
    def tearDownClass(cls):
        """Run after the last test of the class."""

    def addCleanup(self, function, /, *args, **kwargs):
        """Call function after tearDown, or after a setUp that failed."""
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        """Enter a context manager that is left after tearDown."""
        return _enter(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        """Call function after tearDownClass."""
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        """Enter a context manager that is left after tearDownClass."""
        return _enter(cm, cls.addClassCleanup)

    @classmethod
    def doClassCleanups(cls):
        """Call what addClassCleanup registered; failures are in tearDown_exceptions."""
        cls.tearDown_exceptions = [
            (type(e), e, e.__traceback__) for e in _run_cleanups(cls._class_cleanups)]

    def doCleanups(self):
        """Call what addCleanup registered; True if none failed."""
        outcome = self._outcome or _Outcome(self.defaultTestResult())
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            outcome.run(lambda: self._callCleanup(function, *args, **kwargs), self)
        return outcome.success

    # The steps of a test, which subclasses run in their own ways.

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            import warnings
            warnings.warn(f"It is deprecated to return a value that is not None from a "
                          f"test case ({method})", DeprecationWarning, stacklevel=3)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, /, *args, **kwargs):
        function(*args, **kwargs)

    # Names.

    def id(self):
        """The test's dotted name."""
        cls = type(self)
        return f"{cls.__module__}.{cls.__qualname__}.{self._testMethodName}"

    def shortDescription(self):
        """The first line of the test's doc string, or None."""
        doc = self._testMethodDoc
        return doc.strip().split("\n")[0].strip() if doc else None

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        from unittest.runner import TestResult
        return TestResult()

    def __str__(self):
        return f"{self._testMethodName} ({self.id()})"

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} testMethod={self._testMethodName}>"

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    # Running.

    def skipTest(self, reason):
        """End the test as skipped."""
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        """A part of the test that may fail on its own."""
        return _SubTestContext(self, msg, params)

    def run(self, result=None):
        """Run the test and tell result of it."""
        own_run = result is None
        if own_run:
            result = self.defaultTestResult()
            result.startTestRun()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            for item in (type(self), method):
                if getattr(item, "__unittest_skip__", False):
                    _tell_skip(result, self, getattr(type(self), "__unittest_skip_why__", "")
                               or getattr(method, "__unittest_skip_why__", ""))
                    return result
            self._runTest(method, result)
            return result
        finally:
            result.stopTest(self)
            if own_run:
                result.stopTestRun()

    def _runTest(self, method, result):
        expecting = (getattr(type(self), "__unittest_expecting_failure__", False)
                     or getattr(method, "__unittest_expecting_failure__", False))
        outcome = self._outcome = _Outcome(result)
        try:
            if outcome.run(self._callSetUp, self):
                outcome.expecting_failure = expecting
                outcome.run(lambda: self._callTestMethod(method), self)
                outcome.expecting_failure = False
                outcome.run(self._callTearDown, self)
            self.doCleanups()
            if outcome.success:
                if expecting:
                    result.addUnexpectedSuccess(self)
                else:
                    result.addSuccess(self)
            elif outcome.expected_failure is not None:
                result.addExpectedFailure(self, outcome.expected_failure)
        finally:
            outcome.expected_failure = None
            self._outcome = None

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def debug(self):
        """Run the test without collecting what goes wrong."""
        method = getattr(self, self._testMethodName)
        if getattr(type(self), "__unittest_skip__", False) or getattr(method, "__unittest_skip__", False):
            raise SkipTest(getattr(type(self), "__unittest_skip_why__", "")
                           or getattr(method, "__unittest_skip_why__", ""))
        self._callSetUp()
        self._callTestMethod(method)
        self._callTearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, *args, **kwargs)


class _SubTestContext:
    """The with statement of subTest."""

    def __init__(self, case, msg, params):
        self.case, self.msg, self.params = case, msg, params

    def __enter__(self):
        case = self.case
        self.outer = case._subtest
        if self.outer is not None:
            self.params = {**self.outer.params, **self.params}
        case._subtest = _SubTest(case, self.msg, self.params)

    def __exit__(self, exc_type, error, tb):
        case = self.case
        subtest, case._subtest = case._subtest, self.outer
        outcome = case._outcome
        if outcome is None:
            return False
        if exc_type is not None and not issubclass(exc_type, Exception):
            return False

        def again():
            if error is not None:
                raise error.with_traceback(tb)

        ok = outcome.run(again, subtest, subtest=True)
        if not ok:
            if outcome.result is not None and getattr(outcome.result, "failfast", False):
                raise _Stop
            if outcome.expecting_failure:
                raise _Stop
        return True


class _SubTest(TestCase):
    """What a result is told of a subtest."""

    def __init__(self, case, message, params):
        super().__init__()
        self._message = message
        self.test_case = case
        self.params = params
        self.failureException = case.failureException

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def _description(self):
        parts = []
        if self._message is not None:
            parts.append(f"[{self._message}]")
        if self.params:
            parts.append("(" + ", ".join(f"{k}={v!r}" for k, v in self.params.items()) + ")")
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return f"{self.test_case.id()} {self._description()}"

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f"{self.test_case} {self._description()}"


class FunctionTestCase(TestCase):
    """A function as a test."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._function = testFunc
        self._set_up, self._tear_down = setUp, tearDown
        self._description = description

    def setUp(self):
        if self._set_up is not None:
            self._set_up()

    def tearDown(self):
        if self._tear_down is not None:
            self._tear_down()

    def runTest(self):
        self._function()

    def id(self):
        return self._function.__name__

    def __str__(self):
        return f"{type(self).__qualname__} ({self._function.__name__})"

    def shortDescription(self):
        doc = self._description or self._function.__doc__
        return doc and doc.split("\n")[0].strip() or None
