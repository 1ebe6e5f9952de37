# The functions on exceptions take further options, of which colorize is one; notes may be
# a sequence of another kind.
import collections
import inspect
import traceback

error = ValueError("wrong")
error.add_note("and noted")
print(traceback.format_exception(error, colorize=False))
print(traceback.format_exception_only(error, colorize=False, show_group=True))
for function in traceback.format_exception, traceback.print_exception, traceback.format_exception_only:
    print(function.__name__, inspect.signature(function))

for notes in ("one", "two"), ["one"], collections.UserList(["three"]), "text", 4, None:
    error.__notes__ = notes
    taken = traceback.TracebackException.from_exception(error)
    print(list(taken.format_exception_only()))
print(hasattr(traceback, "Sequence"))
