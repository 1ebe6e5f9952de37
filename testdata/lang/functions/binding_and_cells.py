"""Methods that are bound stay bound; cells can be made and changed."""
import functools
import types


class A:
    def m(self):
        return self


a, b = A(), A()
method = a.m
print(method.__get__(b, A) == method, method.__get__(None, A) is method, method.__get__(b)() is a)


class Holder:
    held = a.m


print(Holder().held() is a, Holder.held() is a)
for thunk in lambda: A.m.__get__(None), lambda: method.__get__(None, None), lambda: property(A.m).__get__(None):
    try:
        thunk()
    except TypeError as e:
        print(e)
print(A.m.__get__(None, A) is A.m, A.m.__get__(a) == a.m)

c = types.CellType(3)
print(c.cell_contents, c == types.CellType(3), c < types.CellType(4), types.CellType() < c)
c.cell_contents = "new"
print(c.cell_contents)
del c.cell_contents
for thunk in lambda: c.cell_contents, lambda: types.CellType(1, 2), lambda: types.CellType(x=1):
    try:
        thunk()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


def outer():
    value = 1

    def inner():
        return value
    return inner


inner = outer()
inner.__closure__[0].cell_contents = 2
print(inner())
del inner.__closure__[0].cell_contents
try:
    inner()
except NameError as e:
    print(e)


class Partial(functools.partial):
    pass


p = Partial(int, "11")
print(p, Partial(functools.partial(int, "3"), base=4), functools.partial(p, base=2))
p.note = "its own"
print(functools.partial(p, base=2).func is p)
