# A TracebackException is a copy that can be changed before it is printed, and its
# classes can be customized.
import traceback
import warnings
from traceback import FrameSummary, StackSummary, TracebackException


def load(path):
    raise FileNotFoundError(2, "not there", path)


def start(path):
    try:
        load(path)
    except OSError as e:
        raise RuntimeError("cannot start") from e


def show(te, **options):
    print("".join(te.format(**options)), end="")


def caught(f, *args):
    try:
        f(*args)
    except Exception as e:
        return e


error = caught(start, "app.ini")
te = TracebackException.from_exception(error)
te.stack[:] = [frame for frame in te.stack if frame.name != "caught"]
te.__notes__ = ["see the manual", "chapter 3"]
show(te)
print(te.__cause__ is te.__cause__, te.__context__ is None, te.__suppress_context__)
print(str(te), "|", te.__cause__, "|", te.exc_type_str, te.__cause__.exc_type_str)
te.__cause__ = None
te.__notes__ = 5
show(te)
te.__notes__ = None
show(te)
print(te == te, te == TracebackException.from_exception(error), te == 1)


class Short(TracebackException):
    def format_exception_only(self, **options):
        yield f"!! {self.exc_type_str}\n"


show(Short.from_exception(error), chain=False)
show(Short.from_exception(error))

# both cause and context are kept unless it is to be compact
full = TracebackException.from_exception(caught(start, "x"))
compact = TracebackException.from_exception(caught(start, "x"), compact=True)
print(full.__cause__, full.__context__, compact.__cause__, compact.__context__)


def handling():
    try:
        {}["k"]
    except KeyError:
        raise ValueError("while handling")


te = TracebackException.from_exception(caught(handling))
print(te.__cause__, repr(str(te.__context__)))
show(te)
te.__suppress_context__ = True
show(te)


def misspelt():
    "".stripp


te = TracebackException.from_exception(caught(misspelt))
print(te)

te = TracebackException(SyntaxError, SyntaxError("bad", ("f.py", 3, 5, "\tx = = 1\n", 3, 6)), None)
print(te.filename, repr(te.lineno), te.offset, te.end_lineno, te.end_offset, repr(te.text), te.msg)
show(te)
te.filename, te.msg, te.text = "g.py", "worse", "  abc\n"
show(te)
for place in (("f.py", 1, 3, "ab\n"), ("f.py", 1, 30, "ab\n"), ("f.py", None, 1, None), ("f.py", 2, 0, "é = 1\n"),
              ("f.py", 1, 1, "abc\n", 1, 0), ("f.py", 1, 2, "abc def\n", 2, 1), ("f.py", 1, 3, "\u20ac = = 1\n", 1, 6)):
    print("".join(traceback.format_exception_only(SyntaxError("words", place))), end="")
print(list(TracebackException(ValueError, None, None).format()))
print(list(TracebackException(None, None, None).format()))

with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    print(te.exc_type, [str(w.message) for w in seen])
print(TracebackException(ValueError, ValueError(1), None, save_exc_type=False).exc_type_str)


class Odd(Exception):
    __module__ = None


class Elsewhere(Exception):
    __module__ = "my.errors"


for e in (Odd("x"), Elsewhere("y")):
    print(traceback.format_exception_only(e), list(TracebackException.from_exception(e).format()))


class BadNotes(Exception):
    @property
    def __notes__(self):
        raise LookupError("no notes")


show(TracebackException.from_exception(BadNotes("x")))
