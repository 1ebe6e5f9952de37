# warnings: the decorator deprecated, and the names that import * binds.
from warnings import warn

__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings', 'simplefilter',
           'resetwarnings', 'catch_warnings', 'deprecated']


class deprecated:
    """Marks a class or function: using it warns."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        if self.category is not None:
            if isinstance(arg, type):
                self._mark_class(arg)
            elif callable(arg):
                arg = self._mark_function(arg)
            else:
                raise TypeError('@deprecated decorator with non-None category must be applied to '
                                f'a class or callable, not {arg!r}')
        arg.__deprecated__ = self.message
        return arg

    def _warning(self, function, run):
        """run with the looks of a function; calling it warns if the call says so."""
        import functools
        made = functools.wraps(function)(run)
        made.__deprecated__ = self.message
        return made

    def _warn(self):
        # The activations of this module do not count.
        warn(self.message, self.category, self.stacklevel)

    def _mark_class(self, cls):
        make, take_subclass = cls.__new__, cls.__init_subclass__
        bound = hasattr(take_subclass, '__func__')
        if bound:
            take_subclass = take_subclass.__func__

        def __new__(made, /, *args, **kwargs):
            if made is cls:
                self._warn()
            if make is not object.__new__:
                return make(made, *args, **kwargs)
            if (args or kwargs) and made.__init__ is object.__init__:
                raise TypeError(f'{made.__name__}() takes no arguments')
            return make(made)

        def __init_subclass__(*args, **kwargs):
            self._warn()
            return take_subclass(*args, **kwargs)

        cls.__new__ = staticmethod(self._warning(make, __new__))
        hook = self._warning(take_subclass, __init_subclass__)
        cls.__init_subclass__ = classmethod(hook) if bound else hook

    def _mark_function(self, function):
        import inspect

        def run(*args, **kwargs):
            self._warn()
            return function(*args, **kwargs)

        function.__deprecated__ = self.message
        made = self._warning(function, run)
        return inspect.markcoroutinefunction(made) if inspect.iscoroutinefunction(function) else made
