# traceback lines of an except X that itself fails
import traceback, sys
def f(x):
    raise ValueError(x)
def a():
    try:
        f(1)
    except undefined_name:
        pass
def b():
    try:
        f(1)
    except (TypeError, 3):
        pass
def c():
    try:
        f(1)
    except [ValueError]:
        pass
def e():
    try:
        f(1)
    except TypeError:
        pass
    except f(3) as q:
        pass
def g():
    try:
        f(1)
    except* 3:
        pass
def h():
    try:
        f(1)
    except (
        TypeError,
        None,
    ):
        pass
def i():
    try:
        f(
          1)
    except -ValueError:
        pass
def j():
    with open_it():
        try:
            f(1)
        finally:
            f(2)
class open_it:
    def __enter__(self): pass
    def __exit__(self, *a):
        raise KeyError(a[0].__name__)
def k():
    try:
        try:
            f(1)
        except KeyError:
            pass
        except NoSuch as z:
            pass
    except IndexError:
        pass
def gen():
    try:
        yield from (f(x) for x in [1])
    except +ValueError:
        pass
def l(): list(gen())
for fn in (a, b, c, e, g, h, i, j, k, l):
    print("==", fn.__name__)
    try:
        fn()
    except BaseException:
        traceback.print_exc(file=sys.stdout)
def show(f):
    try:
        print(repr(f()))
    except+ Exception as e:
        pass
def stop(x):
    next(iter([]))
try:
    show(lambda: list(stop(x) for x in [1, 2]))
except TypeError:
    traceback.print_exc(file=sys.stdout)
