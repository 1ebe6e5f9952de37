# Stacks as lists of frames: made by hand, taken from frames, printed in other ways.
import inspect
import io
import sys
import traceback
import warnings
from traceback import FrameSummary, StackSummary

first = "the first statement"    # its line is shown below


def outer(find):
    return inner(find)


def inner(find):
    out = io.StringIO()
    traceback.print_stack(find(), file=out)
    print(out.getvalue(), end="")
    print([f.name for f in traceback.extract_stack(find())], [f.name for f in traceback.extract_stack(find(), 1)])
    print("".join(traceback.format_stack(find(), limit=2)), end="")


outer(sys._getframe)
outer(inspect.currentframe)
outer(lambda: sys._getframe(2))


def here():
    return traceback.format_stack(
        limit=2
    )


print("".join(here()), end="")
print([f.name for f in StackSummary.extract(traceback.walk_stack(None))])


class Terse(StackSummary):
    def format_frame_summary(self, frame_summary, **options):
        if frame_summary.name == "fail":
            return None
        return f"{frame_summary.name}:{frame_summary.lineno}\n"


def fail(n):
    if n:
        fail(n - 1)
    1 / 0


try:
    fail(1)
except ZeroDivisionError as e:
    tb = e.__traceback__
print(Terse.extract(traceback.walk_tb(tb)).format())
print(type(Terse.extract(traceback.walk_tb(tb))).__name__, type(Terse.from_list([])).__name__)
print("".join(StackSummary.extract(traceback.walk_tb(tb)).format()), end="")
print(traceback.extract_tb(tb) == StackSummary.extract(traceback.walk_tb(tb)))
print([f.lineno for f in StackSummary.extract(traceback.walk_tb(tb), limit=-2)])

frame = FrameSummary("a.py", 3, "f", line="   x = 1  \n")
print(repr(frame.line), frame.end_lineno, frame.colno, list(frame), len(frame), frame)
print(frame == ("a.py", 3, "f", "x = 1"), frame == FrameSummary("a.py", 3, "f", line="other"), frame == 3)
print(FrameSummary("a.py", 3, "f", locals={"a": 1}) == FrameSummary("a.py", 3, "f"))
print(repr(FrameSummary(__file__, 9, "f").line), repr(FrameSummary("none.py", 3, "f").line), FrameSummary("a.py", None, "f").line)
print(repr(FrameSummary(__file__, 9, "f", lookup_line=False).line))


class Unshowable:
    def __repr__(self):
        raise ValueError


kept = FrameSummary("a.py", 3, "f", line="x", locals={"b": "text", "a": [1], "c": Unshowable()})
print(kept.locals, traceback.format_list([kept, ("b.py", 4, "g", "y = 2"), (__file__, 9, "h", None), ("c.py", 1, "i", "")]))
print("".join(traceback.format_list([("b.py", 4, "g", "y = 2")] * 5 + [frame])), end="")
for wrong in ([("a", 1)], [1], ["abcd"]):
    try:
        print(traceback.format_list(wrong))
    except Exception as e:
        print(type(e).__name__, e)
for function in (traceback.print_exception, traceback.format_exception):
    for wrong in (3, ValueError):
        try:
            function(wrong)
        except Exception as e:
            print(type(e).__name__, e)
print(warnings.formatwarning("careful", UserWarning, __file__, 9), end="")
print(warnings.formatwarning("careful", UserWarning, "none.py", 9), end="")
