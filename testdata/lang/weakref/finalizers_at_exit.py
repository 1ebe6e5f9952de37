"""Finalizers that are alive when the program ends are called then, the last one first."""
import sys
import weakref


class Resource:
    pass


def fail():
    raise ValueError("in a finalizer")


def last_words():
    print("more")
    weakref.finalize(b, print, "made at the end")


a, b = Resource(), Resource()
first = weakref.finalize(a, print, "first", end="!\n")
weakref.finalize(b, print, "second")
kept = weakref.finalize(a, print, "never")
kept.atexit = False
called = weakref.finalize(a, print, "called")
called()
weakref.finalize(b, fail)
weakref.finalize(b, last_words)
detached = weakref.finalize(b, print, "detached")
print(detached.detach()[2:], detached.alive, detached.detach(), called.peek())
detached.atexit = True
print(first.atexit, kept.atexit, detached.atexit, first.alive, first.peek()[2:])

print("the program ends")
sys.exit(3)
