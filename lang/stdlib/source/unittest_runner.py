"""Results, suites and the runner that reports in text."""

import sys
import time
import traceback

from unittest import _fresh, _import
from unittest.case import SkipTest, TestCase, _SubTest, doModuleCleanups

_DOUBLE = "=" * 70
_SINGLE = "-" * 70


class TestResult:
    """What became of the tests of a run."""

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.buffer = False
        self.tb_locals = False
        self.shouldStop = False
        self.testsRun = 0
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses = [], []
        self.collectedDurations = []

    def startTestRun(self):
        """Called once, before all tests."""

    def stopTestRun(self):
        """Called once, after all tests."""

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        """Called when a test has ended, whatever became of it."""

    def stop(self):
        """Have the run end after this test."""
        self.shouldStop = True

    def _failed(self):
        if self.failfast:
            self.stop()

    def addError(self, test, err):
        self.errors.append((test, self._text(err, test)))
        self._failed()

    def addFailure(self, test, err):
        self.failures.append((test, self._text(err, test)))
        self._failed()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            where = self.failures if issubclass(err[0], test.failureException) else self.errors
            where.append((subtest, self._text(err, test)))
            self._failed()

    def addSuccess(self, test):
        """Called when a test passed."""

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._text(err, test)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)
        self._failed()

    def addDuration(self, test, elapsed):
        self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def _text(self, err, test):
        return "".join(traceback.format_exception(*err))

    def __repr__(self):
        cls = type(self)
        return (f"<{cls.__module__}.{cls.__qualname__} run={self.testsRun} "
                f"errors={len(self.errors)} failures={len(self.failures)}>")


class TextTestResult(TestResult):
    """A result that writes a character, or a line, for each test."""

    separator1, separator2 = _DOUBLE, _SINGLE

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.descriptions = descriptions
        self.showAll, self.dots = verbosity > 1, verbosity == 1
        self._open_line = False

    def getDescription(self, test):
        doc = test.shortDescription()
        return f"{test}\n{doc}" if self.descriptions and doc else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self._write(f"{self.getDescription(test)} ... ")
            self._open_line = True

    def _write(self, text):
        self.stream.write(text)
        self.stream.flush()

    def _tell(self, test, word, char):
        if self.showAll:
            if not self._open_line or isinstance(test, _SubTest):
                self._write(("\n" if self._open_line else "")
                            + ("  " if isinstance(test, _SubTest) else "")
                            + f"{self.getDescription(test)} ... ")
            self._write(word + "\n")
            self._open_line = False
        elif self.dots:
            self._write(char)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            if issubclass(err[0], subtest.failureException):
                self._tell(subtest, "FAIL", "F")
            else:
                self._tell(subtest, "ERROR", "E")
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._tell(test, "ok", ".")

    def addError(self, test, err):
        super().addError(test, err)
        self._tell(test, "ERROR", "E")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._tell(test, "FAIL", "F")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._tell(test, f"skipped {reason!r}", "s")

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._tell(test, "expected failure", "x")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._tell(test, "unexpected success", "u")

    def printErrors(self):
        if self.dots or self.showAll:
            self._write("\n")
        self.printErrorList("ERROR", self.errors)
        self.printErrorList("FAIL", self.failures)
        if self.unexpectedSuccesses:
            self._write(self.separator1 + "\n")
            for test in self.unexpectedSuccesses:
                self._write(f"UNEXPECTED SUCCESS: {self.getDescription(test)}\n")

    def printErrorList(self, flavour, errors):
        for test, text in errors:
            self._write(f"{self.separator1}\n{flavour}: {self.getDescription(test)}\n"
                        f"{self.separator2}\n{text}\n")


class TestSuite:
    """Tests in their order, with what their classes and modules set up."""

    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def __iter__(self):
        return iter(self._tests)

    def __eq__(self, other):
        return list(self) == list(other) if type(self) is type(other) else NotImplemented

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} tests={list(self)}>"

    def countTestCases(self):
        return sum(test.countTestCases() for test in self if test)

    def _flat(self):
        for test in self:
            if isinstance(test, TestSuite):
                yield from test._flat()
            else:
                yield test

    def run(self, result, debug=False):
        fixtures = _Fixtures(result)
        for test in self._flat():
            if result.shouldStop:
                break
            if fixtures.enter(test):
                _fresh()
                test(result)
        fixtures.leave()
        return result

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def debug(self):
        for test in self._flat():
            test.debug()


BaseTestSuite = TestSuite


class _FixtureError:
    """Stands for a class or module whose set-up or tear-down failed."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def __str__(self):
        return self.description

    def __repr__(self):
        return f"<ErrorHolder description={self.description!r}>"

    def shortDescription(self):
        return None

    def countTestCases(self):
        return 0


class _Fixtures:
    """The class and the module whose set-up is in force between two tests."""

    def __init__(self, result):
        self.result = result
        self.cls, self.module = None, None
        self.class_ok, self.module_ok = True, True

    def enter(self, test):
        """Prepare for test; False if it cannot run."""
        cls = type(test)
        if cls is not self.cls:
            self.leave_class()
            if cls.__module__ != self.module:
                self.leave_module()
                self.module = cls.__module__
                self.module_ok = self.step(self.module_function("setUpModule"), f"setUpModule ({self.module})")
                if not self.module_ok:
                    self.step(doModuleCleanups, f"setUpModule ({self.module})")
            self.cls = cls
            self.class_ok = True
            if self.module_ok and not getattr(cls, "__unittest_skip__", False):
                name = f"setUpClass ({cls.__module__}.{cls.__qualname__})"
                cls._classSetupFailed = False
                self.class_ok = self.step(getattr(cls, "setUpClass", None), name)
                if not self.class_ok:
                    cls._classSetupFailed = True
                    self.class_cleanups(cls, name)
        return self.module_ok and self.class_ok

    def leave(self):
        self.leave_class()
        self.leave_module()

    def leave_class(self):
        cls, self.cls = self.cls, None
        if cls is None or not (self.class_ok and self.module_ok) or getattr(cls, "__unittest_skip__", False):
            return
        name = f"tearDownClass ({cls.__module__}.{cls.__qualname__})"
        self.step(getattr(cls, "tearDownClass", None), name)
        self.class_cleanups(cls, name)

    def class_cleanups(self, cls, name):
        if getattr(cls, "_class_cleanups", None):
            cls.doClassCleanups()
            for info in cls.tearDown_exceptions:
                self.result.addError(_FixtureError(name), info)

    def leave_module(self):
        if self.module is not None and self.module_ok:
            name = f"tearDownModule ({self.module})"
            self.step(self.module_function("tearDownModule"), name)
            self.step(doModuleCleanups, name)
        self.module = None

    def module_function(self, name):
        return getattr(sys.modules.get(self.module), name, None)

    def step(self, function, name):
        """Call a set-up or tear-down; False if it failed."""
        if function is None:
            return True
        try:
            function()
        except SkipTest as skip:
            self.result.addSkip(_FixtureError(name), str(skip))
        except Exception:
            self.result.addError(_FixtureError(name), sys.exc_info())
        else:
            return True
        return False


class TestLoader:
    """Finds the tests of classes, modules and names."""

    testMethodPrefix = "test"
    sortTestMethodsUsing = None
    suiteClass = TestSuite

    def __init__(self):
        self.errors = []

    def getTestCaseNames(self, testCaseClass):
        return sorted(name for name in dir(testCaseClass)
                      if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name)))

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        import unittest
        not_tests = (TestCase, unittest.IsolatedAsyncioTestCase, unittest.FunctionTestCase)
        tests = []
        for name in sorted(dir(module)):
            item = getattr(module, name)
            if isinstance(item, type) and issubclass(item, TestCase) and item not in not_tests:
                tests.append(self.loadTestsFromTestCase(item))
        suite = self.suiteClass(tests)
        load_tests = getattr(module, "load_tests", None)
        return suite if load_tests is None else load_tests(self, suite, pattern)

    def loadTestsFromName(self, name, module=None):
        item, parent, last = module, None, None
        parts = name.split(".")
        if item is None:
            item = _import(parts.pop(0))
        for last in parts:
            parent, item = item, getattr(item, last)
        if isinstance(item, type) and issubclass(item, TestCase):
            return self.loadTestsFromTestCase(item)
        if isinstance(parent, type) and issubclass(parent, TestCase):
            return self.suiteClass([parent(last)])
        if isinstance(item, TestSuite):
            return item
        if isinstance(item, type(sys)):
            return self.loadTestsFromModule(item)
        if callable(item):
            test = item()
            if isinstance(test, TestSuite):
                return test
            if isinstance(test, TestCase):
                return self.suiteClass([test])
            raise TypeError(f"calling {item} returned {test}, not a test")
        raise TypeError(f"don't know how to make test from: {item}")

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])


defaultTestLoader = TestLoader()


class TextTestRunner:
    """Runs tests and writes what becomes of them."""

    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False,
                 resultclass=None, warnings=None, *, tb_locals=False, durations=None):
        self.stream = sys.stderr if stream is None else stream
        self.descriptions, self.verbosity = descriptions, verbosity
        self.failfast = failfast
        if resultclass is not None:
            self.resultclass = resultclass

    def run(self, test):
        result = self.resultclass(self.stream, self.descriptions, self.verbosity)
        result.failfast = self.failfast
        start = time.perf_counter()
        result.startTestRun()
        try:
            test(result)
        finally:
            result.stopTestRun()
        taken = max(time.perf_counter() - start, 0)
        result.printErrors()
        self._summary(result, taken)
        return result

    def _summary(self, result, taken):
        ran = result.testsRun
        self.stream.write(f"{_SINGLE}\nRan {ran} test{'' if ran == 1 else 's'} in {taken:.3f}s\n\n")
        if not result.wasSuccessful():
            word = "FAILED"
        elif ran == 0 and not result.skipped:
            word = "NO TESTS RAN"
        else:
            word = "OK"
        counts = [(what, len(tests)) for what, tests in (
            ("failures", result.failures), ("errors", result.errors), ("skipped", result.skipped),
            ("expected failures", result.expectedFailures),
            ("unexpected successes", result.unexpectedSuccesses)) if tests]
        if counts:
            word += " (" + ", ".join(f"{what}={n}" for what, n in counts) + ")"
        self.stream.write(word + "\n")
        self.stream.flush()


class TestProgram:
    """unittest.main: runs the tests of a module as the command line says."""

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None,
                 testLoader=defaultTestLoader, exit=True, verbosity=1, failfast=None,
                 catchbreak=None, buffer=None, warnings=None, *, tb_locals=False, durations=None):
        if isinstance(module, str):
            module = sys.modules[module] if module in sys.modules else _import(module)
        names = []
        for word in (sys.argv if argv is None else argv)[1:]:
            if word in ("-v", "--verbose"):
                verbosity = 2
            elif word in ("-q", "--quiet"):
                verbosity = 0
            elif word in ("-f", "--failfast"):
                failfast = True
            elif word.startswith("-"):
                sys.stderr.write(f"unittest.main: unknown option {word}\n")
                sys.exit(2)
            else:
                names.append(word)
        if not names and defaultTest is not None:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        if names:
            suite = testLoader.loadTestsFromNames(names, module)
        else:
            suite = testLoader.loadTestsFromModule(module)
        runner = testRunner
        if runner is None:
            runner = TextTestRunner
        if isinstance(runner, type):
            runner = runner(verbosity=verbosity, failfast=bool(failfast))
        self.result = runner.run(suite)
        if exit:
            if self.result.testsRun == 0 and not self.result.skipped:
                sys.exit(5)
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
