# Exception groups as TracebackException prints them: how wide, how deep, and changed.
from traceback import TracebackException, format_exception_only


def show(te):
    print("".join(te.format()), end="")
    print("-" * 20)


def group(width):
    return ExceptionGroup("wide", [ValueError(f"number {i}") for i in range(width)])


def nested(depth):
    e = ValueError("innermost")
    for i in range(depth):
        e = ExceptionGroup(f"level {i}", [e])
    return e


def raised(e):
    try:
        raise e
    except Exception as caught:
        return caught


for width in (2, 3, 4, 20):
    show(TracebackException.from_exception(group(width), max_group_width=3))
show(TracebackException.from_exception(nested(6), max_group_depth=3))
show(TracebackException.from_exception(raised(nested(2)), max_group_depth=1))
show(TracebackException.from_exception(nested(12)))

mixed = ExceptionGroup("mixed", [raised(KeyError("a")), ExceptionGroup("two\nlines", [TypeError(1), OSError(2, "x")])])
mixed.add_note("a note")
try:
    try:
        raise ValueError("before")
    except ValueError:
        raise mixed
except ExceptionGroup as e:
    te = TracebackException.from_exception(e)
show(te)
print("".join(te.format_exception_only(show_group=True)), end="")
print("".join(te.format_exception_only()), end="")
print("".join(format_exception_only(mixed, show_group=True)), end="")
del te.exceptions[0]
te.__context__ = None
show(te)
te.exceptions[0].exceptions[1].__notes__ = ["added"]
te.exceptions[0].exceptions.append(TracebackException.from_exception(raised(KeyError("new"))))
show(te)
