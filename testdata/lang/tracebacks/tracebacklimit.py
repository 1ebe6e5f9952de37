# sys.tracebacklimit, and what an excepthook finds in sys.
import sys
import traceback


def f(n):
    if n == 0:
        raise ValueError("deep")
    f(n - 1)


for limit in (0, 1, 2, -1, None, 50):
    sys.tracebacklimit = limit
    print("limit", limit)
    try:
        f(2)
    except ValueError as e:
        traceback.print_exc(file=sys.stdout)
        print("".join(traceback.format_exception(e)) == traceback.format_exc())
        print(len(traceback.extract_tb(e.__traceback__)), len(traceback.format_exception(e, limit=2)))
        print("".join(traceback.TracebackException.from_exception(e).format()), end="")
print(hasattr(sys, "last_exc"), hasattr(sys, "last_value"))
try:
    traceback.print_last()
except ValueError as e:
    print(e)


def hook(kind, value, tb):
    print(sys.last_exc is value, sys.last_type is kind, sys.last_value is value, sys.last_traceback is tb)
    sys.tracebacklimit = 1
    sys.__excepthook__(kind, value, tb)
    sys.tracebacklimit = 0
    sys.__excepthook__(kind, value, tb)


sys.excepthook = hook
f(1)
