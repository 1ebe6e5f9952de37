# What is shown of an uncaught exception with a limit: the innermost frames.
import sys


def f(n):
    return 1 // n if n == 0 else f(n - 1)


sys.tracebacklimit = 2
f(3)
