"""Classes of the interpreter's own objects, called: what is wrong with the arguments comes
first."""
import contextvars
import sys
import types


def f(a, b=2):
    return a


def closes(x):
    def inner():
        return x
    return inner


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


variable = contextvars.ContextVar("v")
token = variable.set(1)
code = f.__code__
for args in ((), (1,), (f,), (code,), (code, 1), (1, {}), (code, {}, 3), (code, {}, None, 3), (code, {}, None, None, 3),
             (None, None), (code, {}, None, None, None, 3), (1, 2, 3, 4, 5, 6, 7), (closes(1).__code__, {})):
    show(lambda: type(f)(*args))
show(lambda: types.FunctionType(x=1))
for n in (0, 1, 15, 19):
    show(lambda: types.CodeType(*range(n)))
show(lambda: types.CodeType(x=1))
show(lambda: type(token)())
show(lambda: type(token)(1, x=2))
show(lambda: types.MethodType(x=1))
show(lambda: types.MethodType(f))
show(lambda: types.ModuleType(None))
show(lambda: types.ModuleType())
show(lambda: types.GenericAlias(x=1))
show(lambda: types.GenericAlias(1))
try:
    1 / 0
except ZeroDivisionError as e:
    tb = e.__traceback__
for args in ((), (1,), (None, 1, 2, 3), (None, tb.tb_frame, "a", 3), (None, tb.tb_frame, 1, None), (1, tb.tb_frame, 1, 2),
             (None, tb.tb_frame, 1, 10**30), (1, 2, 3, 4, 5)):
    show(lambda: types.TracebackType(*args))
made = types.TracebackType(tb, tb.tb_frame, 0, 77)
print(made.tb_lineno, made.tb_next is tb, made.tb_frame.f_code is tb.tb_frame.f_code or made.tb_frame.f_code == tb.tb_frame.f_code)
