"""The contexts of assertRaises, assertWarns and assertLogs."""

import collections
import re
import traceback


class _Context:
    """An expectation about a call or the body of a with statement."""

    base = None
    base_error = ""

    def __init__(self, expected, case, regex=None):
        self.test_case = case
        self.expected = expected
        self.expected_regex = re.compile(regex) if regex is not None and not hasattr(regex, "search") else regex
        self.obj_name = None
        self.msg = None

    def _valid(self):
        types = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        return all(isinstance(t, type) and issubclass(t, self.base) for t in types)

    def _fail(self, standard):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, standard))

    def _name(self):
        return getattr(self.expected, "__name__", None) or str(self.expected)

    def _missing(self, what):
        if self.obj_name:
            self._fail(f"{self._name()} not {what} by {self.obj_name}")
        self._fail(f"{self._name()} not {what}")

    def handle(self, name, args, kwargs):
        """With arguments, call the first with the rest; without, be the context."""
        if not self._valid():
            raise TypeError(f"{name}() {self.base_error}")
        if not args:
            self.msg = kwargs.pop("msg", None)
            if kwargs:
                raise TypeError(f"{next(iter(kwargs))!r} is an invalid keyword argument for this function")
            return self
        function, *args = args
        self.obj_name = getattr(function, "__name__", None) or str(function)
        with self:
            function(*args, **kwargs)


class AssertRaisesContext(_Context):
    base = BaseException
    base_error = "arg 1 must be an exception type or tuple of exception types"

    def __enter__(self):
        return self

    def __exit__(self, exc_type, error, tb):
        if exc_type is None:
            self._missing("raised")
        traceback.clear_frames(tb)
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = error.with_traceback(None)
        if self.expected_regex is not None and not self.expected_regex.search(str(error)):
            self._fail(f'"{self.expected_regex.pattern}" does not match "{error}"')
        return True


class AssertWarnsContext(_Context):
    base = Warning
    base_error = "arg 1 must be a warning class or tuple of warning classes"

    def __enter__(self):
        import warnings
        self.recorder = warnings.catch_warnings(record=True)
        self.warnings = self.recorder.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, exc_type, error, tb):
        self.recorder.__exit__(exc_type, error, tb)
        if exc_type is not None:
            return
        first = None
        for caught in self.warnings:
            warning = caught.message
            if not isinstance(warning, self.expected):
                continue
            first = first or warning
            if self.expected_regex is not None and not self.expected_regex.search(str(warning)):
                continue
            self.warning, self.filename, self.lineno = warning, caught.filename, caught.lineno
            return
        if first is not None:
            self._fail(f'"{self.expected_regex.pattern}" does not match "{first}"')
        self._missing("triggered")


_Watched = collections.namedtuple("_LoggingWatcher", ["records", "output"])


class AssertLogsContext:
    """The body must log something, or nothing, on a logger."""

    def __init__(self, case, logger, level, no_logs):
        import logging
        self.test_case = case
        self.logger_name = logger
        self.level = logging.getLevelNamesMapping()[level] if isinstance(level, str) else level or logging.INFO
        self.no_logs = no_logs
        self.msg = None

    def __enter__(self):
        import logging
        watched = self.watcher = _Watched([], [])

        class Handler(logging.Handler):
            def emit(self, record):
                watched.records.append(record)
                watched.output.append(self.format(record))

        if isinstance(self.logger_name, logging.Logger):
            logger = self.logger = self.logger_name
        else:
            logger = self.logger = logging.getLogger(self.logger_name)
        handler = Handler()
        handler.setLevel(self.level)
        handler.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
        self.before = logger.handlers[:], logger.level, logger.propagate
        logger.handlers = [handler]
        logger.setLevel(self.level)
        logger.propagate = False
        return None if self.no_logs else watched

    def __exit__(self, exc_type, error, tb):
        import logging
        self.logger.handlers, level, self.logger.propagate = self.before
        self.logger.setLevel(level)
        if exc_type is not None:
            return False
        if self.no_logs and self.watcher.records:
            self._fail(f"Unexpected logs found: {self.watcher.output!r}")
        if not self.no_logs and not self.watcher.records:
            self._fail(f"no logs of level {logging.getLevelName(self.level)} or higher "
                       f"triggered on {self.logger.name}")

    def _fail(self, standard):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, standard))
