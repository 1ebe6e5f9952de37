"""Tests in classes, as in Python's unittest."""

from unittest.case import (
    FunctionTestCase, SkipTest, TestCase, addModuleCleanup, doModuleCleanups,
    enterModuleContext, expectedFailure, skip, skipIf, skipUnless)
from unittest.async_case import IsolatedAsyncioTestCase
from unittest.runner import (
    BaseTestSuite, TestLoader, TestProgram, TestResult, TestSuite, TextTestResult,
    TextTestRunner, defaultTestLoader, main)
