"""Runs the tests of a module and says what became of each, for coro test."""

import sys
import unittest
from unittest import _import
from unittest.runner import TextTestResult, _FixtureError, _SubTest

MARK = "\x1e"


class Result(TextTestResult):
    """Notes the outcome of each test."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.outcomes = {}

    def startTest(self, test):
        super().startTest(test)
        self.note(test, "pass")
        print(f"{MARK}{test.id()}\t?", flush=True)

    def note(self, test, outcome):
        if isinstance(test, _SubTest):
            test = test.test_case
        name = test.id()
        if self.outcomes.get(name, "pass") in ("pass", "skip", "?"):
            self.outcomes[name] = outcome

    def addError(self, test, err):
        super().addError(test, err)
        self.note(test, "error")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.note(test, "fail")

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.note(test, "fail")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.note(test, "skip")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self.note(test, "fail")

    def stopTestRun(self):
        for name, outcome in self.outcomes.items():
            print(f"{MARK}{name}\t{outcome}")


name, pattern = sys.argv[1:3]
sys.argv = [name]
module = _import(name)
suite = unittest.defaultTestLoader.loadTestsFromModule(module)
if pattern:
    import re
    wanted = re.compile(pattern)
    suite = unittest.TestSuite(test for test in suite._flat() if wanted.search(test.id()))
result = unittest.TextTestRunner(stream=sys.stderr, resultclass=Result).run(suite)
sys.exit(0 if result.wasSuccessful() else 1)
